import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Writes the static Storybook; it works offline and tells nobody. */
const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...words) => {
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', CI: 'true' },
  });
  if (status !== 0) process.exit(status ?? 1);
};

run(
  'node_modules/@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--config',
  'custom-elements-manifest.config.mjs',
);
run('node_modules/storybook/dist/bin/dispatcher.js', 'build', '--quiet', '--output-dir', 'storybook-static');
