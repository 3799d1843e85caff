import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './files.mjs';

/*
 * What reads spreadsheets: for programs and the command, and for the page that webmasters use. Built apart from the
 * elements, so that not a byte of it comes with one of them. Its libraries are part of it: whoever installs the package
 * for its elements need not install them.
 */
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const banner = {
  js: `/*! dvc-widgets ${version} | MIT | read-excel-file MIT, papaparse MIT, fflate MIT, saxen MIT, i18next MIT, valibot MIT */`,
};
/** read-excel-file brings a copy of saxen, for programs without ES modules; one is enough. */
const oneSaxen = {
  name: 'one-saxen',
  setup(build) {
    // Go reads this pattern; it knows no flag `u`.
    build.onLoad({ filter: /read-excel-file.modules.saxen.parser\.js$/ }, () => ({
      contents: "export { Parser as default } from 'saxen';",
      resolveDir: root,
    }));
  },
};
const common = {
  bundle: true,
  plugins: [oneSaxen],
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
  banner,
};

await build({
  ...common,
  entryPoints: {
    sheet: join(root, 'src/sheet/index.ts'),
    'sheet-words': join(root, 'src/ui/command-words.ts'),
  },
  outdir: join(root, 'dist'),
  chunkNames: 'shared/[name]-[hash]',
  splitting: true,
  format: 'esm',
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
});
const forPages = { ...common, minify: true, outdir: join(root, 'dist/cdn/tools') };
await build({ ...forPages, entryPoints: { sheet: join(root, 'tools/sheet/page.ts') }, format: 'esm' });
await build({
  ...forPages,
  entryPoints: { 'sheet-worker': join(root, 'tools/sheet/worker.ts') },
  format: 'esm',
  // Says that it is a module, which a script that neither imports nor exports anything leaves open.
  footer: { js: 'export {};' },
});
