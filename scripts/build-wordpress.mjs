import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { filesBelow, readJson, readText, root } from './files.mjs';
import { elementsOf } from './metadata/manifest.mjs';
import { elementsInPhp, rulesOf } from './wordpress/elements.mjs';

/*
 * `dist/dvc-widgets-wordpress.zip`: the plugin with its own copy of `dist/cdn/`, and what authors may write in its tags,
 * made from the manifest. After the delivery, which makes that folder whole.
 */
const SOURCE = 'examples/wordpress/dvc-widgets';
const { version } = readJson('package.json');
const rules = rulesOf(elementsOf(readJson('dist/custom-elements.json')));

const text = (name) => {
  const written = readText(`${SOURCE}/${name}`);
  return name === 'dvc-widgets.php' ? written.replace(/^( \* Version: +)\S+$/mu, `$1${version}`) : written;
};
const packed = Object.fromEntries([
  ...filesBelow(SOURCE)
    .map((file) => relative(SOURCE, file))
    .map((name) => [`dvc-widgets/${name}`, Buffer.from(text(name))]),
  ['dvc-widgets/includes/elements.php', Buffer.from(elementsInPhp(rules))],
  ...filesBelow('dist/cdn').map((file) => [
    `dvc-widgets/dvc/${relative('dist/cdn', file)}`,
    readFileSync(join(root, file)),
  ]),
  ['dvc-widgets/LICENSE.txt', readFileSync(join(root, 'LICENSE'))],
]);
/* One time for every file, so that the same sources give the same zip. */
const zip = zipSync(packed, { level: 6, mtime: '2026-01-01T00:00:00' });
writeFileSync(join(root, 'dist/dvc-widgets-wordpress.zip'), zip);
