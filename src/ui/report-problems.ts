import type { MessageKey } from '../i18n/namespace.js';
import type { problems as namespace } from '../i18n/namespaces/problems.js';
import { LANGUAGES } from '../i18n/language.js';
import { translate } from '../i18n/translator.js';
import type { Problem } from '../shared/result.js';
import { reportOnce } from './report.js';

/** As many as a person reads; the rest is counted. */
const MOST = 20;

/**
 * Tells the webmaster in the console, in every language, what is wrong with a file and how to mend it. The words are
 * fetched only when there is something to tell.
 * @param where address of the file
 */
export async function reportProblems(where: string, found: readonly Problem[]): Promise<void> {
  if (found.length === 0) return;
  const { problems } = await import('../i18n/namespaces/problems.js');
  await Promise.all(LANGUAGES.map(async (language) => problems.load(language)));
  for (const { code, params } of found.slice(0, MOST)) {
    const words = LANGUAGES.map((language) =>
      translate(language, [problems.name], code satisfies string as MessageKey<typeof namespace>, params),
    );
    reportOnce(`${where}: ${words.join(' / ') || code}`);
  }
  if (found.length > MOST) reportOnce(`${where}: +${String(found.length - MOST)}`);
}
