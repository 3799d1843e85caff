/* Installs, builds and serves the sample commune site and Storybook on one port. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** When something below these was last changed. */
function newestChange(...paths) {
  return Math.max(
    ...paths.map((path) => {
      const file = join(root, path);
      const stat = statSync(file);
      return stat.isDirectory()
        ? Math.max(
            0,
            ...readdirSync(file, { recursive: true }).map((name) => statSync(join(file, name)).mtimeMs),
          )
        : stat.mtimeMs;
    }),
  );
}

/** Runs a build when what it makes is missing or older than what it is made from. */
function bringUpToDate(script, made, sources) {
  const file = join(root, made);
  if (existsSync(file) && statSync(file).mtimeMs >= newestChange(...sources)) return;
  const { status } = spawnSync(process.execPath, [join('scripts', script)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** What the sample site sends with every page: a careful host's policy. */
export const SITE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  // The page on which an embedding is put together shows it in a frame of this site.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types dvc-widgets 'allow-duplicates'",
].join('; ');

/** The path of the reference gateway on the sample site. */
const GATEWAY = '/gateway';

/**
 * Serves what was built, with the gateway that takes what is filed there.
 * @param {number} port 0 for any free one
 * @param {string} [state] folder that the gateway keeps everything in, sample dossiers first; without it a new and empty
 *   one that is gone afterwards
 * @param {() => Date} [clock] what time it is for the gateway; without it the present
 */
export async function serveSite(port, state, clock) {
  const { serve } = await import('./static-server.mjs');
  const { STRICT_CSP } = await import('./strict-csp.mjs');
  const { buildGateway } = await import('./gateway.mjs');
  const { createGateway, listenerOf, readForms, seedGateway } = await (await buildGateway()).load();
  const folder = state ?? mkdtempSync(join(tmpdir(), 'dvc-gateway-'));
  const data = join(root, 'examples/commune/data');
  const options = {
    folder,
    forms: readForms(join(data, 'forms')),
    catalog: join(data, 'catalog.json'),
    path: GATEWAY,
    trackUrl: '/theo-doi.html',
    ...(clock && { clock }),
  };
  if (state) await seedGateway(options);
  const gateway = createGateway(options);
  const server = await serve(
    [
      { path: `${GATEWAY}/`, listener: listenerOf(gateway) },
      { path: '/storybook/', folder: join(root, 'storybook-static') },
      { path: '/dvc/', folder: join(root, 'dist/cdn') },
      {
        path: '/csp/',
        folder: join(root, 'examples/csp'),
        headers: { 'Content-Security-Policy': STRICT_CSP },
      },
      { path: '/', folder: join(root, 'examples/commune'), headers: { 'Content-Security-Policy': SITE_CSP } },
    ],
    port,
  ).catch((error) => {
    gateway.close();
    throw error;
  });
  return {
    ...server,
    /** What the gateway has received. */
    dossiers: () => gateway.database.dossiers(),
    /** Where the payment of a dossier is made. */
    payPage: (code) =>
      gateway.database.act((tables) => tables.payment(tables.dossier(code)?.submission ?? '')?.redirect),
    async close() {
      await server.close();
      gateway.close();
      if (!state) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where the sample site's gateway keeps what it receives, from one start to the next. */
const STATE = join(root, 'examples/gateway/.state');

/** The wanted port, or the next one that is free. */
async function serveFrom(port) {
  for (let next = port; next < port + 20; next += 1) {
    try {
      return await serveSite(next, STATE);
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  return serveSite(0, STATE);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  const sources = [
    ...['src', 'components', 'tools', 'locales', 'scripts', 'examples/delivery'],
    ...['rollup.config.js', 'tsconfig.json', 'tsconfig.build.json', 'package.json'],
  ];
  bringUpToDate('build.mjs', 'dist/custom-elements.json', sources);
  bringUpToDate('build-storybook.mjs', 'storybook-static/index.json', [
    ...sources,
    'stories',
    '.storybook',
    'examples/commune/data',
  ]);
  const { url, close } = await serveFrom(Number(process.env.PORT ?? 8080));
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void close().then(() => process.exit(0)));
  console.log(`
  Trang xã mẫu / sample commune   ${url}/
  Tiếng Anh / in English          ${url}/en/index.html
  Trang kiểu cũ / an old page     ${url}/legacy.html
  Bảng tính / from a spreadsheet  ${url}/bang-tinh.html
  Đoạn mã nhúng / configurator    ${url}/nhung.html
  Cổng tiếp nhận mẫu / gateway    ${url}${GATEWAY}/v1
  Bàn làm việc mẫu / its desk     ${url}${GATEWAY}/desk
  Storybook                       ${url}/storybook/

  Ctrl+C để dừng / to stop
`);
}
