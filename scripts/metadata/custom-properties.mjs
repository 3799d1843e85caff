import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readText, root } from '../files.mjs';
import { importSource } from '../import-source.mjs';

const { defaultTheme } = await importSource('src/themes/default-theme.ts');
const { TOKEN_ROLES } = await importSource('src/themes/token-roles.ts');

/** Read by the shell of every element; no theme has it, because it is the reader's. */
const FONT_SIZE = {
  name: '--dvc-font-size',
  description: 'Size of text; the browser’s medium size, which follows the reader’s own setting.',
  default: 'medium',
};

/** Read by `dvc.css`, which stands in the page, so no source of an element names it. */
const RESERVE = {
  name: '--dvc-reserve',
  description: 'Room that `dvc.css` keeps until the element is there.',
  default: '100vh',
};
const [, reserving] = /([^{}]+)\{[^{}]*var\(--dvc-reserve/u.exec(readText('examples/delivery/dvc.css'));

/** The sources of an element, with those of what it shows inside: a property is inherited through every shadow root. */
function sourcesOf(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of readText(file).matchAll(/(?:from|import\(|import) ?'(\.[^']+)\.js'/gu)) {
    const next = posix.normalize(posix.join(posix.dirname(file), `${path}.ts`));
    if (/^(components|src\/ui)\//u.test(next) && existsSync(join(root, next))) sourcesOf(next, seen);
  }
  return seen;
}

/** Public custom properties that an element follows, found in its styles, with what each is for and its default. */
export function customPropertiesOf(file, tag) {
  const text = [...sourcesOf(file)].map(readText).join('\n');
  // What wraps the page and draws nothing follows nothing.
  if (!text.includes('styles/base.styles.js')) return [];
  const used = new Set([...text.matchAll(/--_([a-z-]+)/gu)].map(([, token]) => token));
  return [
    ...Object.entries(defaultTheme)
      .filter(([token]) => used.has(token))
      .map(([token, value]) => ({
        name: `--dvc-${token}`,
        description: TOKEN_ROLES[token],
        default: value,
      })),
    FONT_SIZE,
    ...(new RegExp(`${tag}(?=[\\s,])`, 'u').test(reserving) ? [RESERVE] : []),
  ];
}
