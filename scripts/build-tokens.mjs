/*
 * The design tokens, `src/themes/tokens/*.tokens.json` in the format of the W3C's Design Tokens Community Group
 * (2025.10), as the TypeScript that elements carry. With --check it fails where the TypeScript is not what the tokens say.
 *   node scripts/build-tokens.mjs [--check]
 *
 * Two things that the format cannot say stand in `$extensions`: a length in em, and the look of the browser's controls.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { conclude, readJson, readText, root } from './files.mjs';

const OWN = 'dvc-widgets';
const folder = 'src/themes/tokens';
const tokensOf = (theme) => {
  const { $extensions, ...tokens } = readJson(`${folder}/${theme}.tokens.json`);
  return { tokens: Object.entries(tokens), scheme: $extensions[OWN] };
};

/** A typeface as CSS writes it: quoted where its name has a space. */
const typeface = (name) => (name.includes(' ') ? `"${name}"` : name);

const CSS = {
  color: ({ $value }) => $value.hex,
  fontFamily: ({ $value }) => $value.map(typeface).join(', '),
  dimension: ({ $value: { value, unit }, $extensions }) => $extensions?.[OWN]?.css ?? `${value}${unit}`,
};

/** A colour is written twice in the format; both must be the same one. */
function faultsIn([name, { $type, $value }]) {
  if (!(name && $type in CSS)) return [`${name} is of the type ${$type}, which nobody reads`];
  if ($type !== 'color') return [];
  const hex = $value.components
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  return `#${hex}` === $value.hex ? [] : [`${name} is #${hex} by its parts and ${$value.hex} by its hex`];
}

const valuesOf = (theme) => {
  const { tokens, scheme } = tokensOf(theme);
  const css = tokens.map(([name, token]) => [name, CSS[token.$type](token)]);
  return JSON.stringify(Object.fromEntries([...css, ['color-scheme', scheme.colorScheme]]));
};

const MADE = `/* Made by scripts/build-tokens.mjs from ${folder}/: change it there. */`;
const TYPES = "import type { Theme, Token } from './themes.js';";

function files() {
  const { tokens, scheme } = tokensOf('default');
  const roles = [
    ...tokens.map(([name, { $description }]) => [name, $description]),
    ['color-scheme', scheme.colorSchemeRole],
  ];
  return {
    'src/themes/default-theme.ts': `${MADE}\nexport const defaultTheme = ${valuesOf('default')} as const;`,
    'src/themes/chosen-themes.ts': `${MADE}
${TYPES.replace(', Token', '')}

/* Themes that a page chooses: only \`<dvc-portal>\` and style sheets carry them. */

export const darkTheme: Theme = ${valuesOf('dark')};

export const highContrastTheme: Theme = ${valuesOf('high-contrast')};

export const themes = { dark: darkTheme, 'high-contrast': highContrastTheme } as const;
export type ThemeName = keyof typeof themes;`,
    'src/themes/token-roles.ts': `${MADE}
${TYPES.replace('Theme, ', '')}

/** What each public property is for; written into the style sheets and the docs, never into an element. */
export const TOKEN_ROLES: Readonly<Record<Token, string>> = ${JSON.stringify(Object.fromEntries(roles))};`,
  };
}

const faults = ['default', 'dark', 'high-contrast'].flatMap((theme) =>
  tokensOf(theme).tokens.flatMap((token) => faultsIn(token).map((fault) => `${theme}: ${fault}`)),
);
for (const [file, text] of Object.entries(files())) {
  const options = await prettier.resolveConfig(join(root, file));
  const made = await prettier.format(text, { ...options, filepath: file });
  if (!process.argv.includes('--check')) writeFileSync(join(root, file), made);
  else if (readText(file) !== made)
    faults.push(`${file} is not what the tokens say: node scripts/build-tokens.mjs`);
}
conclude('tokens', faults, 'the themes are what the tokens say');
