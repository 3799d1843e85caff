import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/* Runs before anything is installed, so it uses nothing but Node itself. */
const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether a folder holds the packages of its lock file. Not by dates: a lock file of an older commit may be newer. */
function isInstalled(folder) {
  const packagesOf = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).packages;
  try {
    const installed = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      // The first is the project itself; what is optional may be for another system.
      ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Installs the packages of a folder, where they are not there as its lock file says; gives whether they are now. */
export function ensurePackages(folder, saying) {
  if (isInstalled(folder)) return true;
  console.log(saying);
  // One command in a shell: npm is a script with another name on each system.
  const words = 'npm ci --include=dev --no-audit --no-fund --loglevel=error';
  return spawnSync(words, { cwd: folder, stdio: 'inherit', shell: true }).status === 0;
}

/** Installs what the project needs. Ends the process on failure. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Cần Node.js 20.19 trở lên, máy này có ${process.version}. / Node.js 20.19 or later is needed.`,
    );
    process.exit(1);
  }
  if (!ensurePackages(root, 'Đang cài các gói cần dùng… / Installing what is needed…')) process.exit(1);
}
