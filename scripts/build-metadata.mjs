import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { helpFaults } from './configurator/element-facts.mjs';
import { filesBelow, readJson, readText, root } from './files.mjs';
import { editorData } from './metadata/editors.mjs';
import { elementTypes } from './metadata/element-types.mjs';
import { llmsText, strayEntries } from './metadata/llms.mjs';
import { elementsOf, publishedManifest } from './metadata/manifest.mjs';
import { wordFaults } from './metadata/vietnamese.mjs';

/*
 * What editors, frameworks and assistants read of the elements, all from one manifest: `dist/custom-elements.json`, data
 * of VS Code and JetBrains, types of frameworks, `llms.txt`. After the types, which say what a type's name stands for.
 */
const dist = join(root, 'dist');
const manifest = publishedManifest();
const elements = elementsOf(manifest);
const write = (name, text) => writeFileSync(join(dist, name), text);
const json = (value) => `${JSON.stringify(value, undefined, 2)}\n`;

const stray = strayEntries(readText('README.md'), readJson('package.json'));
if (stray.length > 0)
  throw new Error(`README.md and the exports of package.json differ in ${stray.join(', ')}`);

const untold = [...helpFaults(elements), ...wordFaults(elements)];
if (untold.length > 0)
  throw new Error(`scripts/configurator/help.mjs, scripts/metadata/vietnamese.mjs:\n${untold.join('\n')}`);

write('custom-elements.json', json(manifest));
for (const [name, data] of Object.entries(editorData(manifest))) write(name, json(data));

cpSync(join(root, 'scripts/metadata/frameworks'), join(dist, 'frameworks'), { recursive: true });
const types = await format(elementTypes(elements), {
  parser: 'typescript',
  singleQuote: true,
  printWidth: 110,
});
write('frameworks/elements.d.ts', types);
// Who imports one for its types gets a module with nothing in it.
for (const file of filesBelow('dist/frameworks', '.d.ts'))
  writeFileSync(join(root, file.replace('.d.ts', '.js')), 'export {};\n');
write('llms.txt', llmsText(elements));
console.log(
  `dist/custom-elements.json: ${elements.length} elements, with data for editors and types of frameworks`,
);
