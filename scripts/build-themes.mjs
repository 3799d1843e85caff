/** Writes `dist/themes/*.css` and `dist/cdn/themes/*.css`: the themes as style sheets, made from those of `src/themes/`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { importSource } from './import-source.mjs';

const folders = ['../dist/themes/', '../dist/cdn/themes/'].map((path) => new URL(path, import.meta.url));
const { themeSheets } = await importSource('src/themes/theme-sheet.ts');

for (const folder of folders) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(themeSheets)) await writeFile(new URL(name, folder), text);
}
console.log(`dist/themes: ${Object.keys(themeSheets).join(', ')}`);
