/* Puts the sample commune's catalogue into the `public/` of the example that runs this; a project of your own has one. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

for (const name of ['catalog.json', 'levels.illustration.json'])
  cpSync(fileURLToPath(new URL(`../commune/data/${name}`, import.meta.url)), `public/data/${name}`);
