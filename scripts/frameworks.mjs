import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './files.mjs';
import { unpackPackage } from './pack.mjs';
import { ensurePackages } from './setup.mjs';

const folder = join(root, 'examples/frameworks');

/** Installs the frameworks, apart from the library, and beside them the package as it was built last. */
export function ensureExamplesInstalled() {
  const saying = 'Đang cài các khung của trang mẫu… / Installing the frameworks of the examples…';
  if (!ensurePackages(folder, saying)) throw new Error('the frameworks could not be installed');
  unpackPackage(join(folder, 'node_modules/dvc-widgets'));
}

/**
 * Runs a script of an example, as its developer does.
 * @returns {{ status: number | null, said: string }} how it ended, and all that it printed
 */
export function runScript(example, name) {
  const { status, stdout, stderr } = spawnSync(`npm run ${name}`, {
    cwd: join(folder, example),
    encoding: 'utf8',
    // npm is a script with another name on each system.
    shell: true,
  });
  return { status, said: `${stdout}\n${stderr}` };
}

/** Where the example lies once it is built. */
export const builtExample = (example) => join(folder, example, 'dist');
