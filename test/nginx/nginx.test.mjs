import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { root } from '../../scripts/files.mjs';
import { startNginx } from '../../scripts/nginx.mjs';
import { stop } from '../../scripts/system-packages.mjs';
import { ALL, allShown, copyOf, finds } from '../support/host-pages.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/*
 * The zip as a webmaster serves it: unpacked below the configuration of `examples/delivery/nginx.conf`, by an nginx of the
 * system's packages, to people who come back, also after the webmaster has put a newer version there.
 */

const NEWER = '0.9.0';
const HASHED = /^(?:chunks|late)\//u;
const NEWER_NAME = /-new.{5}\.js$/u;

const made = mkdtempSync(join(tmpdir(), 'dvc-nginx-'));
const site = join(made, 'site');
let nginx;
let browser;

/** A page with every element: by the loader, beside the zip's own page, which has the one script. */
const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/dvc/dvc.css"><script type="module" src="/dvc/dvc.loader.min.js"></script></head>
<body>${ALL}</body></html>`;

before(async () => {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(root, 'dist/dvc-widgets.zip'))))) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), bytes);
  }
  writeFileSync(join(site, 'tat-ca.html'), PAGE);
  nginx = await startNginx(join(made, 'nginx'), site);
  browser = await launchWatched();
});
after(async () => {
  await browser?.close();
  if (nginx) stop(nginx.child);
  rmSync(made, { recursive: true, force: true });
});

const files = (folder, below = '') =>
  readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(folder, join(below, entry.name)) : [join(below, entry.name)],
  );

/** The built files as a newer version has them: what says its version, and so every name with a hash, is another. */
function newerVersion() {
  const folder = copyOf(made, NEWER);
  const hashed = files(folder).filter((file) => HASHED.test(file));
  const renamed = new Map(
    hashed.map((file) => [basename(file), basename(file).replace(/.{3}(?=.{5}\.js$)/u, 'new')]),
  );
  // Two chunks may share all of their names but the hash.
  assert.equal(new Set(renamed.values()).size, renamed.size);
  for (const file of files(folder).filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(
      join(folder, file),
      text.replaceAll(/[\w.-]+-[\w-]{8}\.js/gu, (name) => renamed.get(name) ?? name),
    );
  }
  for (const file of hashed)
    renameSync(join(folder, file), join(folder, dirname(file), renamed.get(basename(file))));
  return folder;
}

/** Opens the page with every element; gives what the console, the policy or an exception says of it, and what was asked. */
async function visit(context, act, path = '/tat-ca.html') {
  nginx.log();
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(nginx.url + path);
  await act(page);
  await page.waitForLoadState('networkidle');
  await page.close();
  const asked = nginx.log();
  assert.deepEqual([...faults, ...asked.filter((line) => !/^(?:200|304) /u.test(line))], []);
  return asked.map((line) => line.split(' '));
}
const versionOf = (page) => page.evaluate(() => customElements.get('dvc-procedure-lookup').dvcVersion);
const hashedOf = (asked) => asked.filter(([, path]) => HASHED.test(path.slice('/dvc/'.length)));

/** Asks as a browser does that takes brotli. Not by `fetch`, which unpacks and says nothing of it. */
async function ask(path, headers = {}) {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const asked = request(
      nginx.url + path,
      { headers: { 'Accept-Encoding': 'br', ...headers } },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) }),
        );
      },
    );
    asked.on('error', reject).end();
  });
}

const TYPES = {
  js: 'application/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  // The server's own table knows it not, so it packs it neither. The page that names it gives it to be kept.
  csv: 'application/octet-stream',
};

test('every file: brotli, its type, and remembered for a year exactly where its name has a hash', async () => {
  const seen = { hashed: 0, others: 0 };
  for (const file of files(site)) {
    const [, ending] = /\.([a-z]+)$/u.exec(file) ?? [];
    // The list of hashes has none, and, like what is written for this server, is for people.
    if (!ending || ending === 'conf') continue;
    const { status, headers, bytes } = await ask(`/${file}`);
    assert.equal(status, 200, file);
    assert.equal(headers['content-type'], TYPES[ending], file);
    assert.equal(headers['x-content-type-options'], 'nosniff', file);
    const plain = readFileSync(join(site, file));
    // Where there is next to nothing, nginx leaves it as it is.
    if (headers['content-encoding'] === 'br') assert.ok(brotliDecompressSync(bytes).equals(plain), file);
    else assert.ok((plain.length < 1000 || ending === 'csv') && bytes.equals(plain), file);
    const isHashed = file.startsWith('dvc/') && HASHED.test(file.slice('dvc/'.length));
    seen[isHashed ? 'hashed' : 'others'] += 1;
    const expected = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    assert.equal(headers['cache-control'], expected, file);
  }
  assert.ok(seen.hashed > 50 && seen.others > 20, JSON.stringify(seen));
});

test('what keeps its name is asked for again, and comes again only where it is another', async () => {
  for (const path of ['/dvc/dvc.min.js', '/dvc/dvc.loader.min.js', '/dvc/elements/procedure-lookup.js']) {
    const { headers } = await ask(path);
    const again = await ask(path, {
      'If-None-Match': headers.etag,
      'If-Modified-Since': headers['last-modified'],
    });
    assert.equal(again.status, 304, path);
  }
});

test('a file that is not there is not remembered, and no page goes without its policy', async () => {
  const missing = await ask('/dvc/chunks/core-00000000.js');
  assert.equal(missing.status, 404);
  assert.equal(missing.headers['cache-control'], undefined);
  for (const path of ['/', '/index.html', '/tat-ca.html', '/khong-co.html'])
    assert.match(
      (await ask(path)).headers['content-security-policy'],
      /default-src 'none'.*trusted-types/u,
      path,
    );
});

test('somebody who comes back asks for no chunk again; after an upgrade they have the newer version at once', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 }, locale: 'vi-VN' });
  const use = async (page) => {
    await allShown(page);
    await finds(page);
  };
  const first = await visit(context, use);
  assert.ok(hashedOf(first).length > 10, 'the chunks came at first');
  let version;
  const second = await visit(context, async (page) => {
    await use(page);
    version = await versionOf(page);
  });
  assert.deepEqual(hashedOf(second), []);
  assert.deepEqual(
    second.filter(([status, path]) => path.startsWith('/dvc/') && status !== '304'),
    [],
  );
  assert.equal(version, '0.1.0');

  // As the configuration says: over the old one, whose chunks stay for whoever has a page open.
  const open = await context.newPage();
  await open.goto(`${nginx.url}/tat-ca.html`);
  await allShown(open);
  cpSync(newerVersion(), join(site, 'dvc'), { recursive: true });
  const third = await visit(context, async (page) => {
    await use(page);
    version = await versionOf(page);
  });
  assert.equal(version, NEWER);
  assert.ok(hashedOf(third).length > 10, 'the newer chunks came');
  assert.deepEqual(
    hashedOf(third).filter(([, path]) => !NEWER_NAME.test(path)),
    [],
  );
  // What comes late to the page that was open all the time is of its own version.
  await finds(open);
  await open.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
  await open.locator('dvc-procedure-detail >> text=What to bring').first().waitFor();
  assert.equal(await versionOf(open), '0.1.0');
  await context.close();
});

test('the page of the zip, with the one script: finds, and opens a sheet', async () => {
  const context = await browser.newContext({ locale: 'vi-VN' });
  await visit(
    context,
    async (page) => {
      const card = await finds(page);
      await card.getByRole('button').or(card.getByRole('link')).first().click();
      await page.locator('dvc-procedure-detail >> css=[part~="summary"]').waitFor();
    },
    '/index.html',
  );
  await context.close();
});
