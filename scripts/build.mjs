import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson } from './files.mjs';
import { ensureInstalled } from './setup.mjs';

/* Everything that is published, into dist/. */
ensureInstalled();
const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...words) => {
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
run('node_modules/rollup/dist/bin/rollup', '-c', '--silent');
run('scripts/build-sheet.mjs');
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
run('scripts/build-themes.mjs');
run('scripts/build-schemas.mjs');
run(
  'node_modules/@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--quiet',
  '--config',
  'custom-elements-manifest.config.mjs',
);
run('scripts/build-metadata.mjs');
run('scripts/build-configurator.mjs');
run('scripts/build-tool-pages.mjs');
cpSync(join(root, 'locales'), join(root, 'dist/locales'), { recursive: true });
cpSync(join(root, 'src/themes/tokens'), join(root, 'dist/tokens'), { recursive: true });
// The tables that a place may replace: it begins with these.
cpSync(join(root, 'src/dossiers/stages.json'), join(root, 'dist/data/stages.json'));
// Pages fetch the days alone, and what decided them only for whoever asks.
writeFileSync(
  join(root, 'dist/data/calendar.json'),
  `${JSON.stringify({ ...readJson('src/dossiers/calendar.json'), ...readJson('src/dossiers/calendar-sources.json') }, undefined, 2)}\n`,
);
run('scripts/build-delivery.mjs');
run('scripts/build-wordpress.mjs');
run('scripts/size.mjs');
