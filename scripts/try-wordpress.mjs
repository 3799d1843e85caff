/*
 * The plugin on a real WordPress of the system's packages: installed without a network, posts by an administrator, an
 * editor and an author, each opened in Chromium. Not a part of `npm test`: it installs PHP and MariaDB.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './setup.mjs';

ensureInstalled();
const { chromium } = await import('playwright-core');
const { ensureChromium } = await import('./browsers.mjs');
const { root } = await import('./files.mjs');
const { stop } = await import('./system-packages.mjs');
const { configureWordPress, startDatabase, startServer, unpackWordPress } =
  await import('./wordpress/machine.mjs');
const { checksOf, POSTS } = await import('./wordpress/checks.mjs');

const executablePath = ensureChromium();
const isBuilt = existsSync(join(root, 'dist/cdn/integrity.json'));
const build = isBuilt ? 'scripts/build-wordpress.mjs' : 'scripts/build.mjs';
if (spawnSync(process.execPath, [build], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'dvc-wordpress-'));
const children = [];
const cleanUp = () => {
  for (const child of children) stop(child);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};
process.once('exit', cleanUp);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const wordpress = unpackWordPress(folder);
const database = await startDatabase(folder);
children.push(database.child);
const server = await startServer(wordpress);
const log = join(folder, 'php.log');
const logged = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
configureWordPress(wordpress, { socket: database.socket, host: server.host, log });

const password = randomBytes(12).toString('hex');
/** Runs one of our PHP files inside of WordPress; gives what it printed. */
function php(name, input = '') {
  const { status, stdout, stderr } = spawnSync('php', [join(root, 'scripts/wordpress', name), wordpress], {
    input,
    encoding: 'utf8',
    env: { ...process.env, DVC_WORDPRESS_HOST: server.host, DVC_WORDPRESS_PASSWORD: password },
  });
  if (status !== 0) throw new Error(`${name} failed:\n${stderr}\n${logged()}`);
  return stdout;
}
php('install.php');
const posts = JSON.parse(php('posts.php', JSON.stringify(POSTS)));
children.push(await server.start());

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const counts = { passed: 0, failed: 0 };
for (const [name, check] of checksOf({ browser, url: `http://${server.host}`, posts, password, php })) {
  try {
    await check();
    counts.passed += 1;
    console.log(`✓ ${name}`);
  } catch (error) {
    counts.failed += 1;
    console.error(`✗ ${name}\n${String(error?.message ?? error)}`);
  }
}
await browser.close();

// Whatever PHP had to say of our files, in any of these pages.
const ours = logged()
  .split('\n')
  .filter((line) => line.includes('dvc-widgets'));
counts[ours.length === 0 ? 'passed' : 'failed'] += 1;
console.log(`${ours.length === 0 ? '✓' : '✗'} PHP has nothing to say of the plugin ${ours.join('\n')}`);
console.log(`\n${String(counts.passed)} passed, ${String(counts.failed)} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
