/* Puts what an example takes of a site into its `public/`: a catalogue, and a look. A site of your own has both. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILES = {
  'data/catalog.json': '../commune/data/catalog.json',
  'data/levels.illustration.json': '../commune/data/levels.illustration.json',
  'site.css': 'site.css',
};
for (const [to, from] of Object.entries(FILES))
  cpSync(fileURLToPath(new URL(from, import.meta.url)), `public/${to}`);
