import { optionAttribute, SCRIPT_OPTIONS, SCRIPT_SETTINGS } from '../embed/script-settings.js';
import { configure } from './configure.js';
import { reportProblems } from './report-problems.js';
import { usePrefix } from './tag-names.js';

/**
 * Says in the console which options of a script's second tag hold nowhere.
 * @param names of properties; what is no option of ours is left out
 */
export async function tellIgnored(names: readonly string[]): Promise<void> {
  const known = names.filter((name) => SCRIPT_OPTIONS.includes(name));
  if (known.length === 0) return;
  await reportProblems('<script>', [
    { code: 'script-twice', params: { names: known.map(optionAttribute).join(', ') } },
  ]);
}

/**
 * What the script tag of a page says for all elements of that page. Before the first element is registered.
 * @param options `data-…` of the tag, e.g. `{ catalog: '/data/catalog.json', lang: 'vi', prefix: 'xa-mau' }`; unknown ones
 *   are told in the console and left out
 * @returns what tags begin with on this page
 */
export function applyOptions(options: Readonly<Record<string, string | undefined>>): string {
  const names = Object.keys(options);
  const wrong = names.filter((name) => !SCRIPT_OPTIONS.includes(name));
  const known = SCRIPT_OPTIONS.map(optionAttribute).join(', ');
  void reportProblems(
    '<script>',
    wrong.map((name) => ({ code: 'option-unknown', params: { name: optionAttribute(name), known } })),
  );
  const { lang, prefix } = options;
  configure({
    ...Object.fromEntries(
      names.filter((name) => SCRIPT_SETTINGS.includes(name)).map((name) => [name, options[name]]),
    ),
    ...(lang && { language: lang }),
  });
  if (!prefix) return 'dvc';
  try {
    usePrefix(prefix);
    return prefix;
  } catch {
    void reportProblems('<script>', [{ code: 'prefix-invalid', params: { prefix } }]);
    return 'dvc';
  }
}
