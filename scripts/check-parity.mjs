import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { conclude, readText, root } from './files.mjs';

/* An element is done when a person can find, see, test and import it. */
const faults = [];
const names = readdirSync(join(root, 'components'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const places = {
  'components/index.ts': (name) => `./${name}/${name}.element.js`,
  'components/all.ts': (name) => `./${name}/${name}.js`,
  'components/autoload.ts': (name) => `'dvc-${name}': () => import('./${name}/${name}.js')`,
  'README.md': (name) => `<dvc-${name}`,
};

for (const name of names) {
  for (const file of [
    `components/${name}/${name}.ts`,
    `components/${name}/${name}.element.ts`,
    `stories/${name}.stories.ts`,
    `test/components/${name}.test.ts`,
  ]) {
    if (!existsSync(join(root, file))) faults.push(`${file} is missing`);
  }
  for (const [file, wanted] of Object.entries(places)) {
    if (!readText(file).includes(wanted(name))) faults.push(`${file} does not name dvc-${name}`);
  }
}
if (names.length < 6) faults.push(`saw only ${names.length} elements`);
conclude('parity', faults, `${names.length} elements`);
