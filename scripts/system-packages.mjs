import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onPath } from './browsers.mjs';

/* Programs of the system's packages (Debian, Ubuntu), run by tests in a folder that can be thrown away. */

const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };

/** Whether the system's package manager did what was asked of it. */
export const apt = (words, options = {}) =>
  onPath('apt-get') !== undefined &&
  spawnSync('apt-get', words, {
    ...quiet,
    ...options,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/**
 * Unpacks packages without installing them, so that nothing of this machine changes and no service starts.
 * @param {string[]} names
 * @param {string} folder gets `system/` with what is in them
 * @returns {boolean} whether all of them could be had
 */
export function unpackPackages(names, folder) {
  if (!onPath('dpkg-deb')) return false;
  const packages = join(folder, 'packages');
  mkdirSync(packages);
  const download = () =>
    apt(['download', '-qq', '-o', 'APT::Sandbox::User=root', ...names], { cwd: packages });
  if (!download() && !(apt(['update', '-qq']) && download())) return false;
  for (const file of readdirSync(packages))
    execFileSync('dpkg-deb', ['-x', join(packages, file), join(folder, 'system')]);
  return true;
}

/** Ends a process of ours with all that it has started: some serve from processes of their own. */
export function stop(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

/** Waits until a process has said that it is ready; fails where it ends before. */
export function ready(child, stream, sign) {
  return new Promise((resolve, reject) => {
    let said = '';
    child[stream].on('data', (data) => {
      said = `${said}${data}`.slice(-4000);
      if (sign.test(said)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended:\n${said}`)));
  });
}

/** A port of this machine that nobody has. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
