/** Writes `dist/themes/*.css`: the themes as style sheets, made from the themes of `src/themes/`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { importSource } from './import-source.mjs';

const folder = new URL('../dist/themes/', import.meta.url);
const { themeSheets } = await importSource('src/themes/theme-sheet.ts');

await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(themeSheets)) await writeFile(new URL(name, folder), text);
console.log(`dist/themes: ${Object.keys(themeSheets).join(', ')}`);
