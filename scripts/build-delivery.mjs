import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { oneScript } from '../rollup.config.js';
import { filesBelow, readJson, root } from './files.mjs';
import { writeOneScript } from './one-script.mjs';

/*
 * What a webmaster takes: `dist/cdn/` with `dvc.min.js` and `dvc.css`, the hashes of every file in it, and the whole as
 * one zip with a page and data to begin with.
 */
const folder = join(root, 'dist/cdn');
const { version } = readJson('package.json');

await writeOneScript({ ...oneScript, entry: join(root, oneScript.entry), folder });
cpSync(join(root, 'examples/delivery/dvc.css'), join(folder, 'dvc.css'));

const files = filesBelow('dist/cdn').map((file) => ({
  name: relative('dist/cdn', file),
  bytes: readFileSync(join(root, file)),
}));
const hashOf = (bytes, encoding) => createHash('sha384').update(bytes).digest(encoding);
const write = (name, text) => {
  writeFileSync(join(folder, name), text);
  files.push({ name, bytes: Buffer.from(text) });
};
const integrity = Object.fromEntries(
  files.map(({ name, bytes }) => [name, `sha384-${hashOf(bytes, 'base64')}`]),
);
write('integrity.json', `${JSON.stringify({ version, files: integrity }, undefined, 2)}\n`);
write('SHA384SUMS', files.map(({ name, bytes }) => `${hashOf(bytes, 'hex')}  ${name}\n`).join(''));

/* One time for every file, so that the same sources give the same zip. */
const MADE = '2026-01-01T00:00:00';
const packed = Object.fromEntries([
  ...files.map(({ name, bytes }) => [`dvc/${name}`, bytes]),
  ...filesBelow('examples/delivery/site').map((file) => [
    relative('examples/delivery/site', file),
    readFileSync(join(root, file)),
  ]),
  ['nginx.conf', readFileSync(join(root, 'examples/delivery/nginx.conf'))],
  ...[
    'catalog.json',
    'levels.illustration.json',
    'forms.json',
    ...Object.values(readJson('examples/commune/data/forms.json').forms),
  ].map((name) => [`data/${name}`, readFileSync(join(root, 'examples/commune/data', name))]),
  ['LICENSE.txt', readFileSync(join(root, 'LICENSE'))],
]);
rmSync(join(root, 'dist/dvc-widgets.zip'), { force: true });
writeFileSync(join(root, 'dist/dvc-widgets.zip'), zipSync(packed, { level: 9, mtime: MADE }));
