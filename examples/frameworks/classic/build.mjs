/* Puts together what one would copy to a server by hand: the page, the libraries, the script, the data. */
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;
const packageOf = (name) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));

const FILES = {
  'index.html': join(here, 'index.html'),
  'main.js': join(here, 'main.js'),
  'vendor/require.js': join(packageOf('requirejs'), 'require.js'),
  'vendor/jquery.min.js': join(packageOf('jquery'), 'dist/jquery.min.js'),
  'vendor/bootstrap': join(packageOf('bootstrap'), 'dist'),
  dvc: join(packageOf('dvc-widgets'), 'dist/cdn'),
  data: join(here, 'public/data'),
};

rmSync(join(here, 'dist'), { recursive: true, force: true });
for (const [to, from] of Object.entries(FILES)) cpSync(from, join(here, 'dist', to), { recursive: true });
