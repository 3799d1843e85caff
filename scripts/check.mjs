import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { root } from './files.mjs';
import { ensureInstalled } from './setup.mjs';

/** The static checks: what each is called, and how Node runs it. */
export const checks = [
  ['types', ['node_modules/typescript/bin/tsc']],
  ['types of the gateway', ['node_modules/typescript/bin/tsc', '-p', 'examples/gateway']],
  ['domain without DOM', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['formatting', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['boundaries', ['scripts/check-boundaries.mjs']],
  ['locales', ['scripts/check-locales.mjs']],
  ['manifest', ['scripts/check-manifest.mjs']],
  ['api', ['scripts/check-api.mjs']],
  ['parity', ['scripts/check-parity.mjs']],
  ['openapi', ['scripts/openapi.mjs', '--check']],
  ['sample data', ['scripts/build-sample.mjs', '--check']],
  ['tokens', ['scripts/build-tokens.mjs', '--check']],
  ['places', ['scripts/build-places.mjs', '--check']],
  ['size', ['scripts/size.mjs']],
];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  await (await import('./gateway.mjs')).buildGateway();
  let failed = 0;
  // Sizes and the manifest are read from what was built.
  for (const [name, words] of [['build', ['scripts/build.mjs']], ...checks]) {
    const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
    if (status !== 0) {
      failed += 1;
      console.error(`✗ ${name}`);
    }
  }
  console.log(failed === 0 ? `All ${checks.length} checks passed` : `${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
