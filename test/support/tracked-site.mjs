import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before } from 'node:test';
import { readJson } from '../../scripts/files.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { launchWatched } from './watched-browser.mjs';

/* The sample site with its gateway, as a citizen on a telephone and officers at a desk meet there. */

export const PHONE = { width: 360, height: 740 };
let server;
let browser;
/** The site that is served now, for the tests of one file. */
export const site = {
  get url() {
    return server.url;
  },
};

/** Serves the site while the tests of a file run. */
export function serveTracked() {
  before(async () => {
    server = await serveSite(0);
    browser = await launchWatched();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
}

/** A Monday in the middle of a quiet month, at nine. */
export const MONDAY = Date.parse('2026-11-09T02:00:00Z');
/** Does something in a place of its own where it is that Monday, whatever the day is elsewhere. */
export async function onMonday(act) {
  const present = server;
  const begun = Date.now();
  let later = 0;
  server = await serveSite(0, undefined, () => new Date(MONDAY + Date.now() - begun + later));
  try {
    // The receiving system tells its own time: it is that by which a dossier is late.
    await act((ms) => {
      later = ms;
    });
  } finally {
    await server.close();
    server = present;
  }
}

/** Sends an application as an element does; gives the receipt. */
export async function file(more = {}) {
  const body = { ...readJson('examples/gateway/sample/submission.json'), ...more };
  const response = await fetch(`${site.url}/gateway/v1/submissions/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 201);
  return response.json();
}

/** Faults of those who are refused or cut off on purpose. */
const refused = new WeakSet();

/** A computer of somebody’s own, whose page must stay silent and at home; keeps every address it asked. */
export async function citizen(act, { language = 'vi', options = {} } = {}) {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'vi-VN',
    acceptDownloads: true,
    ...options,
  });
  const faults = [];
  const asked = [];
  context.on('page', (page) => {
    page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      asked.push({ url: request.url(), headers: JSON.stringify(request.headers()) });
      if (!/^(?:blob:)?http:\/\/(?:127\.0\.0\.1|localhost)/u.test(request.url()))
        faults.push(`asked ${request.url()}`);
    });
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  try {
    await act(page, {
      context,
      asked,
      faults,
      path: language === 'en' ? '/en/theo-doi.html' : '/theo-doi.html',
    });
  } finally {
    await context.close();
  }
  const isCounted = (fault) => !(refused.has(faults) && fault.includes('Failed to load resource'));
  assert.deepEqual(faults.filter(isCounted), []);
}

/** The browser itself tells of each request that is cut or refused, and may do so late. */
export const leaveOut = (faults) => refused.add(faults);

export async function open(page, receipt, factor = receipt.secret, path = '/theo-doi.html') {
  await page.goto(`${site.url}${path}#ma=${receipt.dossier}`);
  await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(factor);
  await page.getByRole('button', { name: 'Xem hồ sơ', exact: true }).click();
}
export const stage = (page, name) =>
  page.locator('dvc-status-tracker').getByRole('heading', { name, exact: true }).waitFor();
export const update = (page) => page.getByRole('button', { name: 'Cập nhật', exact: true }).click();

/** An officer at the desk, in a browser of their own. */
export async function officer(name, act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  try {
    await page.goto(`${site.url}/gateway/desk`);
    await page.getByLabel('Vào với tên').selectOption(name);
    await page.getByLabel('Mật khẩu').fill(`mau-${name}`);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: 'Hồ sơ', exact: true }).waitFor();
    await act(page);
  } finally {
    await context.close();
  }
}

/** Does something with a dossier at the desk; `words` are those of the desk. */
export async function doAct(page, dossier, words, { note, result, ticks = [], kept, amount } = {}) {
  await page.goto(`${site.url}/gateway/desk/dossiers/${dossier}`);
  const box = page.locator('details', {
    has: page.locator('summary', { hasText: new RegExp(`^${words}$`, 'u') }),
  });
  await box.locator('summary').click();
  for (const tick of ticks) await box.getByLabel(tick, { exact: true }).check();
  if (kept) await box.getByLabel('Cơ quan giữ').selectOption(kept);
  if (amount) await box.locator('[name="amount"]').fill(amount);
  if (note) await box.locator('[name="note"]').fill(note);
  if (result)
    await box
      .locator('input[type="file"]')
      .setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: result });
  await box.locator('button').click();
  await page.getByRole('status').getByText(`Đã ghi: ${words}.`).waitFor();
}
