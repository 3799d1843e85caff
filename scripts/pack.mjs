import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './files.mjs';

function run(command, words, options) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: root, encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command}: ${stdout} ${stderr}`);
  return stdout;
}

/**
 * Packs what was built, and unpacks it as whoever installs the package gets it.
 * @param {string} target folder that becomes the package; what was there is gone
 * @returns {string[]} paths of the files in the tarball
 */
export function unpackPackage(target) {
  const made = mkdtempSync(join(tmpdir(), 'dvc-pack-'));
  try {
    // npm is a script with another name on each system.
    const words = `npm pack --json --loglevel=error --pack-destination "${made}"`;
    const [{ filename, files }] = JSON.parse(run(words, [], { shell: true }));
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    run('tar', ['-xzf', join(made, filename), '--strip-components=1', '-C', target]);
    return files.map(({ path }) => path);
  } finally {
    rmSync(made, { recursive: true });
  }
}
