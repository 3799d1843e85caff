import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { elementFacts } from './configurator/element-facts.mjs';
import { readJson, root } from './files.mjs';
import { importSource } from './import-source.mjs';
import { elementsOf } from './metadata/manifest.mjs';

/*
 * The page on which a webmaster puts an embedding together: its two scripts, apart from the elements, and what they know of
 * the elements; and the script of frames, which some of what it writes asks for. After the metadata, from which it is made; before the delivery, which hashes all of it.
 */
const { FRAME_SCRIPT } = await importSource('src/embed/write-frame.ts');
const { version } = readJson('package.json');
const elements = elementsOf(readJson('dist/custom-elements.json'));
const folder = join(root, 'dist/cdn/tools');
mkdirSync(folder, { recursive: true });

writeFileSync(
  join(folder, 'elements.json'),
  `${JSON.stringify({ version, elements: elementFacts(elements) })}\n`,
);
const common = { bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'error' };
await build({
  ...common,
  entryPoints: {
    configurator: join(root, 'tools/configurator/page.ts'),
    preview: join(root, 'tools/configurator/preview.ts'),
  },
  outdir: folder,
  format: 'esm',
  target: 'es2022',
  banner: { js: `/*! dvc-widgets ${version} | MIT | i18next MIT, valibot MIT */` },
});
await build({
  ...common,
  entryPoints: [join(root, 'tools/frame.ts')],
  outfile: join(root, 'dist/cdn', FRAME_SCRIPT),
  // A classic script: it has no module to be told from, and reads its own tag.
  format: 'iife',
  target: 'es2020',
  banner: { js: `/*! dvc-widgets ${version} | MIT */` },
});
