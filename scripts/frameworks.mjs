import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readJson, root } from './files.mjs';
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

/** Examples that have a server to develop with. */
export const developed = readJson('examples/frameworks/package.json').workspaces.filter(
  (name) => readJson(`examples/frameworks/${name}/package.json`).scripts.dev,
);

/**
 * Starts the server of an example, as its developer does, at any free port.
 * @returns {Promise<{ url: string, end: () => Promise<void> }>} where it says that it is, and what ends it
 * @throws where it ends by itself, with all that it printed
 */
export async function startDev(example) {
  const isWindows = process.platform === 'win32';
  const server = spawn('npm run dev -- --port 0', {
    cwd: join(folder, example),
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm, its shell and the server are one group, which ends as one.
    detached: !isWindows,
  });
  const closed = new Promise((resolve) => server.once('close', resolve));
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const hear = (part) => {
      said += stripVTControlCharacters(String(part));
      const [found] = /http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\d+(?=\/)/u.exec(said) ?? [];
      if (found) resolve(found);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    void closed.then(() => reject(new Error(`${example}: ${said}`)));
  });
  return {
    url,
    end: async () => {
      if (isWindows) spawnSync('taskkill', ['/pid', String(server.pid), '/t', '/f']);
      else process.kill(-server.pid, 'SIGTERM');
      await closed;
    },
  };
}

/** Where the example lies once it is built. */
export const builtExample = (example) => join(folder, example, 'dist');
