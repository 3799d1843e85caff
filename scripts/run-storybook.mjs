import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command of Storybook over a fresh manifest, which its controls are made from. It tells nobody. */
export function storybook(words, env = {}) {
  ensureInstalled();
  for (const command of [
    [
      'node_modules/@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--quiet',
      '--config',
      'custom-elements-manifest.config.mjs',
    ],
    ['node_modules/storybook/dist/bin/dispatcher.js', ...words],
  ]) {
    const { status } = spawnSync(process.execPath, command, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', ...env },
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
