import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './browsers.mjs';
import { readText } from './files.mjs';
import { freePort, ready, unpackPackages } from './system-packages.mjs';

/* The nginx of the system's packages, with the configuration that webmasters copy, in a folder that can be thrown away. */

const TO_UNPACK = ['nginx', 'libbrotli1', 'libnginx-mod-http-brotli-filter'];
const MODULE = 'usr/lib/nginx/modules/ngx_http_brotli_filter_module.so';

const HOW_TO_GET = `
Cần nginx và mô-đun brotli của hệ thống; máy này không có và không tải được.
nginx and its brotli module of the system's packages are needed; they are not here and could not be had.
  Debian, Ubuntu:  sudo apt-get install nginx libnginx-mod-http-brotli-filter
`;

/** The program and where its module and libraries lie: what is installed, else what is unpacked into the folder. */
function findNginx(folder) {
  const installed = onPath('nginx') ?? '/usr/sbin/nginx';
  if (existsSync(installed) && existsSync(join('/', MODULE)))
    return { program: installed, module: join('/', MODULE), env: process.env };
  if (!unpackPackages(TO_UNPACK, folder)) throw new Error(HOW_TO_GET);
  const system = join(folder, 'system');
  const libraries = ['x86_64', 'aarch64'].map((kind) => join(system, `usr/lib/${kind}-linux-gnu`));
  return {
    program: join(system, 'usr/sbin/nginx'),
    module: join(system, MODULE),
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  };
}

/** Puts something into the configuration in place of what a webmaster changes there, which must be there. */
function changed(text, from, to) {
  if (!text.includes(from)) throw new Error(`examples/delivery/nginx.conf no longer says “${from}”`);
  return text.replace(from, to);
}

/** What Debian's own `nginx.conf` says around the sites, and what keeps all in one folder. */
const around = ({ module, types, log, site, folder }) => `
load_module ${module};
pid ${folder}/nginx.pid;
error_log stderr notice;
master_process off;
daemon off;
events {}
http {
  ${types}
  default_type application/octet-stream;
  log_format what '$status $request_uri';
  access_log ${log} what;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${site}
}
`;

/** As in the package's own `mime.types`, which only its installation lays down. */
const TYPES = `types {
    text/html html;
    text/css css;
    text/plain txt;
    application/javascript js;
    application/json json;
    image/svg+xml svg;
  }`;

/**
 * Serves a folder on a port of this machine alone.
 * @param {string} folder for all that nginx needs
 * @param {string} site what it serves
 * @returns {Promise<{ url: string, log: () => string[], child: import('node:child_process').ChildProcess }>} `log` gives a
 *   line for each request since it was last called: its status and its address
 */
export async function startNginx(folder, site) {
  mkdirSync(folder, { recursive: true });
  const { program, module, env } = findNginx(folder);
  const port = String(await freePort());
  const log = join(folder, 'access.log');
  const sample = ['listen 80;', 'root /var/www/xa;'].reduce(
    (text, from) =>
      changed(text, from, from === 'listen 80;' ? `listen 127.0.0.1:${port};` : `root ${site};`),
    readText('examples/delivery/nginx.conf'),
  );
  const types = existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : TYPES;
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, around({ module, types, log, site: sample, folder }));
  const words = ['-p', folder, '-e', 'stderr', '-c', configuration];
  const { status, stderr } = spawnSync(program, [...words, '-t'], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${HOW_TO_GET}\n${stderr}`);
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env });
  await ready(child, 'stderr', /built by|using the "/u);
  let read = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    log: () => {
      const text = readFileSync(log, 'utf8');
      const lines = text.slice(read).split('\n').filter(Boolean);
      read = text.length;
      return lines;
    },
  };
}
