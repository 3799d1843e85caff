import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { readText, root } from '../../scripts/files.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { finds } from '../support/host-pages.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* The zip that a webmaster takes, unpacked behind a plain web server with the policy that its own nginx.conf sends. */

const unzipped = mkdtempSync(join(tmpdir(), 'dvc-zip-'));
const zip = unzipSync(readFileSync(join(root, 'dist/dvc-widgets.zip')));
for (const [name, bytes] of Object.entries(zip)) {
  mkdirSync(dirname(join(unzipped, name)), { recursive: true });
  writeFileSync(join(unzipped, name), bytes);
}
const textOf = (name) => Buffer.from(zip[name]).toString();
const [, CSP] = /"~\^text\/html" "([^"]+)"/u.exec(textOf('nginx.conf'));

let server;
let browser;
before(async () => {
  server = await serve([{ path: '/', folder: unzipped, headers: { 'Content-Security-Policy': CSP } }]);
  // Besides the server only the disk, where it is opened from there.
  browser = await launchWatched(/^file:\/\//u);
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(unzipped, { recursive: true });
});

/** A page of the zip, silent but for what a test expects. */
async function visit(address, act, { width = 1280, allows } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    await page.goto(address.startsWith('/') ? server.url + address : address);
    await act(page);
  } finally {
    await context.close();
  }
  assert.deepEqual(
    faults.filter((fault) => !allows?.test(fault)),
    [],
  );
}

test('the zip, on a network that leads nowhere else: its page finds, and a sheet opens', () =>
  visit('/index.html', async (page) => {
    const card = await finds(page);
    await card.getByRole('button').or(card.getByRole('link')).first().click();
    await page.locator('dvc-procedure-detail >> css=[part~="summary"]').waitFor();
    assert.equal(await page.getByText('máy chủ web').count(), 0);
  }));

test('the page that makes a snippet works from the zip: the preview shows the data, the head is copied whole', () =>
  visit('/index.html', async (page) => {
    await page.getByRole('link', { name: 'Tạo đoạn mã nhúng' }).click();
    await page.locator('#tool').waitFor();
    await page.frameLocator('#preview').getByText('Đăng ký khai sinh').first().waitFor();
    await page.getByLabel('Một tệp cho tất cả').check();
    await page.getByText('<script defer src="/dvc/dvc.min.js" integrity="sha384-').first().waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.locator('#tool').waitFor();
    await page.getByRole('heading', { name: 'Make an embedding' }).waitFor();
    await page.frameLocator('#preview').getByRole('searchbox').waitFor();
  }));

test('unpacked into a folder of a site, the page that makes a snippet writes and shows what lies there', async () => {
  const inFolder = await serve([{ path: '/sub/', folder: unzipped }]);
  try {
    await visit(`${inFolder.url}/sub/dvc/tools/nhung.html`, async (page) => {
      await page.getByText('src="/sub/dvc/dvc.loader.min.js"').waitFor();
      await page.getByText('catalog="/sub/data/catalog.json"').waitFor();
      await page.frameLocator('#preview').getByText('Đăng ký khai sinh').first().waitFor();
      // Nothing is written: what holds here is shown.
      const base = page.getByLabel('Thư mục dvc trên máy chủ');
      await base.fill('');
      await base.press('Tab');
      assert.equal(await base.inputValue(), '/sub/dvc/');
      // What is read says nothing of it, and a plugin has no such folder: it is still there.
      for (const snippet of [
        '<dvc-level-badge level="4"></dvc-level-badge>',
        '[dvc element="level-badge" level="4"]',
      ]) {
        await page.getByLabel('Dán đoạn mã đang dùng').fill(snippet);
        await page.getByRole('button', { name: 'Đọc đoạn mã' }).click();
        await page.locator('#read-said').getByText('Đã đọc: Nhãn mức độ.').waitFor();
        await page.locator('#platform').selectOption('html');
        await page.getByText('src="/sub/dvc/dvc.loader.min.js"').waitFor();
      }
      const links = await page.locator('footer a').evaluateAll((all) => all.map(({ href }) => href));
      assert.ok(links.length > 0);
      for (const link of links) assert.equal((await fetch(link)).status, 200, link);
    });
  } finally {
    await inFolder.close();
  }
});

for (const [path, choose, said] of [
  ['bang-tinh.html', /Tệp .xlsx hoặc .csv/u, 'Đọc được 3 thủ tục. Phần bị thiếu: 0. Nên xem lại: 0.'],
  ['en/bang-tinh.html', /A file .xlsx or .csv/u, '3 procedures were read. Left out: 0. To look at: 0.'],
])
  test(`the page that makes a catalogue works from the zip, with the sample that lies beside it: ${path}`, () =>
    visit(
      `/dvc/tools/${path}`,
      async (page) => {
        const link = page.locator('a[href$="mau-danh-muc.csv"]');
        const address = await link.evaluate(({ href }) => href);
        const sample = await page.evaluate(async (url) => (await fetch(url)).text(), address);
        assert.equal(
          sample.replace(/^\ufeff/u, ''),
          readText('examples/commune/data/mau-danh-muc.csv').replace(/^\ufeff/u, ''),
        );
        await page.getByLabel(choose).setInputFiles(join(unzipped, new URL(address).pathname));
        await page.getByText(said).waitFor();
        const lookup = page.locator('dvc-procedure-lookup');
        await lookup.getByRole('searchbox').fill('khai sinh');
        await lookup.locator('.card').first().waitFor();
      },
      { width: 360 },
    ));

test('what to read first names every page and the sample, where they lie', () => {
  const read = textOf('DOC-TRUOC.txt');
  for (const name of ['dvc/tools/nhung.html', 'dvc/tools/bang-tinh.html', 'dvc/tools/mau-danh-muc.csv']) {
    assert.ok(read.includes(name), name);
    assert.ok(zip[name], name);
  }
});

for (const path of ['index.html', 'dvc/tools/nhung.html', 'dvc/tools/bang-tinh.html'])
  test(`opened from the disk, ${path} says in both languages that it needs a web server, and nothing of the network`, () =>
    visit(
      pathToFileURL(join(unzipped, path)).href,
      async (page) => {
        await page.getByText('hãy mở qua máy chủ web').waitFor();
        await page.getByText('open it through a web server').waitFor();
        assert.equal(await page.getByText('Không có mạng').count(), 0);
      },
      // What a browser says of a file that asks for another.
      { allows: /file:|origin|ERR_FAILED|\[dvc-widgets\]/u },
    ));
