import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { readJson } from '../../scripts/files.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* From a sheet of the sample site to what an office hangs up, from the built files, under the site's strict policy. */

const { procedures } = readJson('examples/commune/data/catalog.json');

let server;
let browser;
before(async () => {
  server = await serveSite(0);
  browser = await launchWatched();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** A page that must stay silent and at home. */
async function visit(path, act, { permissions = [], ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 720 },
    locale: 'vi-VN',
    permissions,
    ...options,
  });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('blob:'))
      faults.push(`asked ${request.url()}`);
  });
  try {
    await page.goto(server.url + path);
    await act(page);
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, []);
}

/** The pixels of a PNG, read by a browser, which hands them over as text: lists of millions of numbers take a minute. */
async function pixelsOf(page, png) {
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(window.atob(base64), (sign) => sign.charCodeAt(0));
    const image = await window.createImageBitmap(new window.Blob([bytes]));
    const { width, height } = image;
    const context = new window.OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const part = (at) => String.fromCharCode(...data.subarray(at * 8192, (at + 1) * 8192));
    const parts = [...Array(Math.ceil(data.length / 8192)).keys()].map(part);
    return { width, height, pixels: window.btoa(parts.join('')) };
  }, png.toString('base64'));
  return { width, height, data: Uint8Array.from(Buffer.from(pixels, 'base64')) };
}

/** Presses a button that saves a file. */
async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a person shares a sheet: its address is copied, and opens the same sheet', () =>
  visit(
    '/chi-tiet.html?ma=1.001193',
    async (page) => {
      await page.getByRole('button', { name: 'Chia sẻ' }).click();
      await page.getByRole('status').filter({ hasText: 'Đã chép địa chỉ' }).waitFor();
      const address = await page.evaluate(() => window.navigator.clipboard.readText());
      assert.equal(address, `${server.url}/chi-tiet.html?ma=1.001193`);
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: 'Thủ tục đăng ký khai sinh' }).waitFor();
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));

test('an officer goes from a sheet to picture and code, and a phone reads both', () =>
  visit('/chi-tiet.html?ma=1.001193', async (page) => {
    await page.getByRole('link', { name: 'Áp phích, tờ rơi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Áp phích, tờ rơi, lời đọc loa' }).waitFor();
    await page.locator('dvc-outreach canvas[height="1080"]').waitFor();
    const sheet = `${server.url}/chi-tiet.html?ma=1.001193`;
    const picture = await saved(page, 'Lưu ảnh vuông');
    assert.equal(picture.name, 'anh-1.001193.png');
    const pixels = await pixelsOf(page, picture.bytes);
    assert.deepEqual([pixels.width, pixels.height], [1080, 1080]);
    assert.equal(decodeQR(pixels), sheet);
    const code = await saved(page, 'Lưu mã QR');
    assert.equal(decodeQR(await pixelsOf(page, code.bytes)), sheet);
    const words = await page.locator('dvc-outreach blockquote').innerText();
    assert.match(words, /^Kính thưa bà con Xã Mẫu!.*dữ liệu mẫu.*Xin cảm ơn bà con\.$/su);
    const takes = await page.getByText('Đọc chậm rãi khoảng').innerText();
    const seconds = Number(/khoảng (\d+) giây/u.exec(takes)?.[1]);
    assert.ok(seconds > 20 && seconds <= 40, `${seconds} seconds`);
  }));

test('every procedure of the sample is one poster on A4 and one leaflet on A5', { timeout: 600_000 }, () =>
  visit('/tuyen-truyen.html?ma=1.001193', async (page) => {
    await page.locator('dvc-outreach canvas[height="1080"]').waitFor();
    await page.evaluate(() => {
      window.printed = 0;
      window.print = () => (window.printed += 1);
      document.querySelector('dvc-outreach').codeParam = undefined;
    });
    let count = 0;
    for (const [paper, name, width, height] of [
      ['A4', 'In áp phích A4', 595, 842],
      ['A5', 'In tờ rơi A5', 420, 595],
    ]) {
      await page.getByRole('button', { name }).click();
      await page.waitForFunction((times) => window.printed === times, (count += 1));
      for (const { code } of procedures) {
        const state = await page.evaluate(
          async ([wanted, kind]) => {
            const element = document.querySelector('dvc-outreach');
            element.code = wanted;
            await element.updateComplete;
            const sheet = element.shadowRoot.querySelector(`.${kind} .sheet`);
            return {
              isWhole: sheet.scrollHeight <= sheet.clientHeight,
              isOf: sheet.textContent.includes(wanted),
              isSample: sheet.textContent.includes('Dữ liệu mẫu – không phải thông tin chính thức'),
            };
          },
          [code, paper],
        );
        assert.deepEqual(state, { isWhole: true, isOf: true, isSample: true }, `${code} ${paper}`);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const pages = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)];
        assert.deepEqual(
          pages.map(([, wide, high]) => [Math.round(Number(wide)), Math.round(Number(high))]),
          [[width, height]],
          `${code} ${paper}`,
        );
      }
    }
  }),
);

test('in English the sheets are English and lead to the English page', () =>
  visit('/en/tuyen-truyen.html?ma=1.001193', async (page) => {
    await page.getByRole('button', { name: 'Print the A4 poster' }).waitFor();
    await page.locator('dvc-outreach .A4').getByText('What to bring').waitFor();
    await page.locator('dvc-outreach .A4').getByText('/en/chi-tiet.html?ma=1.001193').waitFor();
  }));
