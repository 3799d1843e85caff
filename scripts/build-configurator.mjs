import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { elementFacts } from './configurator/element-facts.mjs';
import { readJson, root } from './files.mjs';
import { elementsOf } from './metadata/manifest.mjs';

/*
 * The page on which a webmaster puts an embedding together: its two scripts, apart from the elements, and what they know of
 * the elements. After the metadata, from which it is made; before the delivery, which hashes all of it.
 */
const { version } = readJson('package.json');
const elements = elementsOf(readJson('dist/custom-elements.json'));
const folder = join(root, 'dist/cdn/tools');
mkdirSync(folder, { recursive: true });

writeFileSync(
  join(folder, 'elements.json'),
  `${JSON.stringify({ version, elements: elementFacts(elements) })}\n`,
);
await build({
  entryPoints: {
    configurator: join(root, 'tools/configurator/page.ts'),
    preview: join(root, 'tools/configurator/preview.ts'),
  },
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
  banner: { js: `/*! dvc-widgets ${version} | MIT | i18next MIT, valibot MIT */` },
});
