import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { onPath } from '../browsers.mjs';
import { root } from '../files.mjs';
import { apt, freePort, ready, unpackPackages } from '../system-packages.mjs';

/* A WordPress of the system's packages on this machine, in one folder that can be thrown away. */

/** What is installed, and what is only unpacked: the package of WordPress would bring a web server with it. */
const TO_INSTALL = ['php-cli', 'php-mysql', 'mariadb-server-core', 'mariadb-client-core'];
const TO_UNPACK = ['wordpress', 'wordpress-theme-twentytwentythree', 'php-getid3', 'libjs-underscore'];
const PROGRAMS = ['php', 'mariadbd', 'mariadb-install-db'];

const HOW_TO_GET = `
Cần PHP, MariaDB và gói wordpress của hệ thống; máy này không có và không cài được.
PHP, MariaDB and the system's package of WordPress are needed; they are not here and could not be installed.
  Debian:  sudo apt-get install --no-install-recommends ${TO_INSTALL.join(' ')}
           and lists of packages that know: ${TO_UNPACK.join(', ')}
`;

const hasPrograms = () =>
  PROGRAMS.every((name) => onPath(name)) &&
  /\bmysqli\b/u.test(spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout);

/**
 * Installs what is missing where that is allowed, and unpacks WordPress; where it can't, says what to do and ends with 1.
 * @returns the folder of WordPress
 */
export function unpackWordPress(folder) {
  const refuse = () => {
    console.error(HOW_TO_GET);
    process.exit(1);
  };
  if (!hasPrograms() && process.getuid?.() === 0) {
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', ...TO_INSTALL]);
  }
  if (!hasPrograms()) refuse();
  if (!unpackPackages(TO_UNPACK, folder)) refuse();
  return join(folder, 'system/usr/share/wordpress');
}

/** A database of its own, reached by a socket in the folder only. Starting it makes the database `wordpress`. */
export async function startDatabase(folder) {
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const data = join(folder, 'database');
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asRoot,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const begin = join(folder, 'begin.sql');
  writeFileSync(begin, 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4;\n');
  const socket = join(folder, 'db.sock');
  const child = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--init-file=${begin}`,
      '--skip-networking',
      ...asRoot,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  await ready(child, 'stderr', /ready for connections/u);
  return { socket, child };
}

/** Writes the settings, lays the plugin and the data of the sample commune where a webmaster lays them. */
export function configureWordPress(wordpress, { socket, host, log }) {
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((key) => [`${key}_KEY`, `${key}_SALT`]);
  const settings = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: `http://${host}`,
    WP_SITEURL: `http://${host}`,
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: log,
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    DISABLE_WP_CRON: true,
    FS_METHOD: 'direct',
    // WordPress of Debian is in English, and says so of every page.
    DVC_WIDGETS_LANG: 'vi',
    ...Object.fromEntries(keys.map((key) => [key, randomBytes(32).toString('hex')])),
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `define( '${name}', ${typeof value === 'string' ? `'${value}'` : String(value)} );\n`,
  );
  writeFileSync(
    join(wordpress, 'wp-config.php'),
    `<?php\n${lines.join('')}$table_prefix = 'wp_';\nif ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );\nrequire_once ABSPATH . 'wp-settings.php';\n`,
  );
  const zip = unzipSync(readFileSync(join(root, 'dist/dvc-widgets-wordpress.zip')));
  for (const [name, bytes] of Object.entries(zip)) {
    const file = join(wordpress, 'wp-content/plugins', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const data = join(wordpress, 'wp-content/uploads/dvc');
  mkdirSync(data, { recursive: true });
  cpSync(join(root, 'examples/commune/data/catalog.json'), join(data, 'catalog.json'));
  cpSync(join(root, 'examples/commune/data/levels.illustration.json'), join(data, 'levels.json'));
}

/** PHP's own server, on a port of this machine alone. */
export async function startServer(wordpress) {
  const host = `127.0.0.1:${String(await freePort())}`;
  const start = async () => {
    const child = spawn('php', ['-S', host, '-t', wordpress], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    });
    await ready(child, 'stderr', /started/u);
    return child;
  };
  return { host, start };
}
