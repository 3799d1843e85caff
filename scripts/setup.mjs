import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/* Runs before anything is installed, so it uses nothing but Node itself. */
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Installs what the project needs, when it is not there or the lock file is newer. Ends the process on failure. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Cần Node.js 20.19 trở lên, máy này có ${process.version}. / Node.js 20.19 or later is needed.`,
    );
    process.exit(1);
  }
  const installed = path('node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path('package-lock.json')).mtimeMs)
    return;
  console.log('Đang cài các gói cần dùng… / Installing what is needed…');
  // One command in a shell: npm is a script with another name on each system.
  const { status } = spawnSync('npm ci --include=dev --no-audit --no-fund --loglevel=error', {
    cwd: path('.'),
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) process.exit(status ?? 1);
}
