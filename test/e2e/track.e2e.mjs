import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axeFaults } from '../../scripts/axe-in-page.mjs';
import { readJson } from '../../scripts/files.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { aPdf } from '../support/gateway-process.mjs';
import { comesToHold, fillAll, press, step, writeOnTag } from '../support/marriage-form.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* A dossier from the sending to the result: a citizen on a telephone, officers at a desk, one gateway between them. */

const PHONE = { width: 360, height: 740 };
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

/** A Monday in the middle of a quiet month, at nine. */
const MONDAY = Date.parse('2026-11-09T02:00:00Z');
/** Does something in a place of its own where it is that Monday, whatever the day is elsewhere. */
async function onMonday(act) {
  const present = server;
  const begun = Date.now();
  server = await serveSite(0, undefined, () => new Date(MONDAY + Date.now() - begun));
  try {
    await act();
  } finally {
    await server.close();
    server = present;
  }
}

/** Sends an application as an element does; gives the receipt. */
async function file(more = {}) {
  const body = { ...readJson('examples/gateway/sample/submission.json'), ...more };
  const response = await fetch(`${server.url}/gateway/v1/submissions/${randomUUID()}`, {
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
async function citizen(act, { language = 'vi', options = {} } = {}) {
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
const leaveOut = (faults) => refused.add(faults);

async function open(page, receipt, factor = receipt.secret, path = '/theo-doi.html') {
  await page.goto(`${server.url}${path}#ma=${receipt.dossier}`);
  await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(factor);
  await page.getByRole('button', { name: 'Xem hồ sơ', exact: true }).click();
}
const stage = (page, name) =>
  page.locator('dvc-status-tracker').getByRole('heading', { name, exact: true }).waitFor();
const update = (page) => page.getByRole('button', { name: 'Cập nhật', exact: true }).click();

/** An officer at the desk, in a browser of their own. */
async function officer(name, act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  try {
    await page.goto(`${server.url}/gateway/desk`);
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
async function doAct(page, dossier, words, { note, result, ticks = [] } = {}) {
  await page.goto(`${server.url}/gateway/desk/dossiers/${dossier}`);
  const box = page.locator('details', {
    has: page.locator('summary', { hasText: new RegExp(`^${words}$`, 'u') }),
  });
  await box.locator('summary').click();
  for (const tick of ticks) await box.getByLabel(tick, { exact: true }).check();
  if (note) await box.locator('[name="note"]').fill(note);
  if (result)
    await box
      .locator('input[type="file"]')
      .setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: result });
  await box.locator('button').click();
  await page.getByRole('status').getByText(`Đã ghi: ${words}.`).waitFor();
}

test('what an officer does is on the citizen’s screen without a press, and nothing of it in an address', () =>
  citizen(async (page, { asked }) => {
    const receipt = await file();
    const { dossier, secret } = receipt;
    const hears = page.waitForResponse((answer) => answer.url().endsWith('/v1/tracking/changes'));
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    await hears;
    await officer('tiep-nhan', async (desk) => {
      await doAct(desk, dossier, 'Tiếp nhận');
      await stage(page, 'Đã được tiếp nhận');
      await doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' });
      await stage(page, 'Cần bạn bổ sung');
    });
    for (const { url } of asked)
      if (url.includes('/gateway/')) assert.ok(!url.includes(dossier) && !url.includes(secret), url);
  }));

test('filed, received, asked for more, supplemented, finished: the citizen ends with the result in hand', () =>
  citizen(async (page, { asked }) => {
    const receipt = await file();
    const { dossier, secret } = receipt;
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    assert.deepEqual(await axeFaults(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);

    await officer('tiep-nhan', async (desk) => {
      await doAct(desk, dossier, 'Tiếp nhận');
      await update(page);
      await stage(page, 'Đã được tiếp nhận');
      await doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' });
    });
    await update(page);
    await stage(page, 'Cần bạn bổ sung');
    await page.getByText('Thiếu trang 2').first().waitFor();

    await page.getByRole('button', { name: 'Bổ sung ngay' }).click();
    await page.getByLabel('Lời nhắn cho cơ quan').fill('Gửi lại trang 2');
    await page
      .locator('.papers input[type=file]:not([capture])')
      .first()
      .setInputFiles({
        name: 'trang-2.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF'),
      });
    await page.getByText('trang-2.pdf').first().waitFor();
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page
      .getByText(/Nơi tiếp nhận đã nhận bổ sung/u)
      .first()
      .waitFor();
    await stage(page, 'Đã được tiếp nhận');

    const result = aPdf(40_000);
    await officer('tiep-nhan', (desk) => doAct(desk, dossier, 'Chuyển xử lý'));
    await officer('xu-ly', async (desk) => {
      await desk.goto(`${server.url}/gateway/desk/dossiers/${dossier}`);
      await desk.getByText('Gửi lại trang 2').first().waitFor();
      await desk.getByText('trang-2.pdf').first().waitFor();
      await doAct(desk, dossier, 'Có kết quả', { result });
    });
    await update(page);
    await stage(page, 'Đã có kết quả');
    await page.getByRole('button', { name: 'Tải kết quả' }).click();
    const hash = createHash('sha256').update(result).digest('hex');
    await page.getByText(hash).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải về máy' }).click();
    assert.deepEqual(readFileSync(await (await download).path()), result);
    await page
      .getByText(/đủ từng byte/u)
      .first()
      .waitFor();

    // Nothing that opens it, and no code, was in an address, a header or a title.
    for (const { url, headers } of asked)
      for (const told of [dossier, secret])
        assert.equal(url.replace(/#.*$/u, '').includes(told) || headers.includes(told), false, url);
    assert.equal((await page.title()).includes(dossier), false);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  }));

test('an officer ticks one field and one paper, the citizen sends just these, and the officer sees old and new', () =>
  citizen(async (page, { faults }) => {
    const paper = 'Giấy tờ chứng minh nơi ở';
    const old = aPdf(3000);
    const id = randomUUID();
    const tus = { 'tus-resumable': '1.0.0' };
    await fetch(`${server.url}/gateway/v1/uploads`, {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': '3000',
        'upload-metadata': `id ${Buffer.from(id).toString('base64')}`,
      },
    });
    await fetch(`${server.url}/gateway/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: old,
    });
    const sha256 = createHash('sha256').update(old).digest('hex');
    const receipt = await file({ files: [{ id, name: 'cu.pdf', size: 3000, sha256, paper }] });
    const { dossier } = receipt;
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');

    await officer('tiep-nhan', async (desk) => {
      await desk.goto(`${server.url}/gateway/desk/dossiers/${dossier}`);
      await desk.getByText('Yêu cầu bổ sung giấy tờ', { exact: true }).first().click();
      assert.deepEqual(await axeFaults(desk), []);
      await doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', {
        note: 'Sai số điện thoại, giấy mờ',
        ticks: ['Số điện thoại liên hệ', paper],
      });
      await stage(page, 'Cần bạn bổ sung');
    });

    await page.getByRole('button', { name: 'Bổ sung ngay' }).click();
    await page.getByLabel('Số điện thoại liên hệ').fill('0900 000 999');
    assert.deepEqual(await axeFaults(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page.getByText(`Chưa gửi. Hãy xem lại: ${paper}.`).waitFor();
    const panel = page.locator('dvc-status-tracker .panel');
    assert.equal(await panel.locator('.wanted').count(), 1);
    await panel
      .locator('.papers input[type=file]:not([capture])')
      .setInputFiles({ name: 'moi.pdf', mimeType: 'application/pdf', buffer: aPdf(5000) });
    await page.getByText('moi.pdf').first().waitFor();
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page
      .getByText(/Nơi tiếp nhận đã nhận bổ sung/u)
      .first()
      .waitFor();
    await stage(page, 'Đã gửi, chờ tiếp nhận');

    await officer('tiep-nhan', async (desk) => {
      await desk.goto(`${server.url}/gateway/desk/dossiers/${dossier}`);
      const rows = desk.locator('.history table tbody tr');
      assert.deepEqual(
        (await rows.allInnerTexts()).map((row) => row.split(/\s*\t\s*/u)),
        [
          ['Số điện thoại liên hệ', '0900000000', '0900000999'],
          [paper, 'cu.pdf', 'moi.pdf'],
        ],
      );
      const [download] = await Promise.all([
        desk.waitForEvent('download'),
        rows.getByRole('link', { name: 'cu.pdf' }).click(),
      ]);
      assert.deepEqual(readFileSync(await download.path()), old);
      assert.deepEqual(await axeFaults(desk), []);
    });
    leaveOut(faults);
  }));

for (const level of ['3', '4'])
  test(`level ${level}: from a word in the search to the result, with the officers on another screen`, () =>
    citizen(async (page) => {
      await writeOnTag(page, { level });
      await page.goto(`${server.url}/`);
      await page
        .getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' })
        .pressSequentially('giay xac nhan doc than');
      await page
        .getByRole('link', { name: /cấp Giấy xác nhận tình trạng hôn nhân/u })
        .first()
        .click();
      await page.getByRole('link', { name: /^Nộp hồ sơ/u }).click();
      await step(page, 'Chuẩn bị');
      await fillAll(page);
      await press(page, 'Tiếp tục');
      await step(page, 'Giấy tờ đính kèm');
      await press(page, 'Tiếp tục');
      if (level === '4') {
        await step(page, 'Nhận kết quả');
        await page.getByRole('radio', { name: 'Nhận bản điện tử trên mạng' }).check();
        await press(page, 'Tiếp tục');
      }
      await step(page, 'Kiểm tra lại');
      await press(page, 'Gửi hồ sơ');
      await step(page, 'Giấy biên nhận');
      const text = await page.locator('dvc-form-steps article').innerText();
      const [dossier] = /H00\.00-\d{6}-\d{4}/u.exec(text);
      const [secret] = /[0-9A-Z]{5}[ -]?[0-9A-Z]{5}(?=\s)/u.exec(text.replaceAll(dossier, ''));

      await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
      await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(secret);
      await press(page, 'Xem hồ sơ');
      await stage(page, 'Đã gửi, chờ tiếp nhận');
      const result = aPdf(5000);
      await officer('tiep-nhan', async (desk) => {
        await doAct(desk, dossier, 'Tiếp nhận');
        await stage(page, 'Đã được tiếp nhận');
        await doAct(desk, dossier, 'Chuyển xử lý');
        await stage(page, 'Đang xử lý');
      });
      await officer('xu-ly', (desk) => doAct(desk, dossier, 'Có kết quả', { result }));
      await stage(page, 'Đã có kết quả');
      if (level === '3') {
        await page.getByText(/Đến nơi tiếp nhận lấy kết quả/u).waitFor();
        await officer('tiep-nhan', (desk) => doAct(desk, dossier, 'Trả kết quả'));
        await stage(page, 'Đã trả kết quả');
      }
      await page.getByRole('button', { name: 'Tải kết quả' }).click();
      const download = page.waitForEvent('download');
      await press(page, 'Tải về máy');
      assert.deepEqual(readFileSync(await (await download).path()), result);
    }));

test('in English, from the home page to the result, with the officers on another screen', () =>
  citizen(
    async (page, { asked }) => {
      await writeOnTag(page, { level: '4' });
      await page.goto(`${server.url}/en/index.html`);
      await page
        .getByRole('searchbox', { name: 'What do you need to do?' })
        .pressSequentially('giay xac nhan doc than');
      await page
        .getByRole('link', { name: /cấp Giấy xác nhận tình trạng hôn nhân/u })
        .first()
        .click();
      await page.getByRole('link', { name: /^Apply/u }).click();
      await step(page, 'Get ready');
      await fillAll(page, 'en');
      await press(page, 'Continue');
      await step(page, 'Papers');
      await press(page, 'Continue');
      await step(page, 'How to get the result');
      await page.getByRole('radio', { name: 'Electronically, online' }).check();
      await press(page, 'Continue');
      await step(page, 'Check');
      await press(page, 'Send the application');
      await step(page, 'Receipt');
      const text = await page.locator('dvc-form-steps article').innerText();
      const [dossier] = /H00\.00-\d{6}-\d{4}/u.exec(text);
      const [secret] = /[0-9A-Z]{5}[ -]?[0-9A-Z]{5}(?=\s)/u.exec(text.replaceAll(dossier, ''));

      await page.getByRole('link', { name: 'Follow this dossier' }).click();
      await page.waitForURL(/\/en\/theo-doi\.html/u);
      await page.getByLabel('Secret code or last 4 digits').fill(secret);
      await press(page, 'Show my dossier');
      await stage(page, 'Sent, not yet received');
      await page.getByText('How the date is reckoned').waitFor();
      const english = await page.locator('dvc-status-tracker').evaluate((element) => {
        const words = [];
        const walk = (node) => {
          if (node.nodeType === 3) words.push(node.data);
          else if (node.lang !== 'vi') for (const child of node.childNodes) walk(child);
        };
        for (const child of element.shadowRoot.children) if (child.localName !== 'style') walk(child);
        return words.join(' ');
      });
      assert.doesNotMatch(english, /Hồ sơ|Hẹn trả|Việc|Cơ quan|Tiếp nhận/u);
      const result = aPdf(5000);
      await officer('tiep-nhan', async (desk) => {
        await doAct(desk, dossier, 'Tiếp nhận');
        await stage(page, 'Received');
        await doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' });
        await stage(page, 'Something is asked of you');
      });
      await press(page, 'Send it now');
      await page.getByLabel('Message to the office').fill('Gửi lại trang 2');
      await press(page, 'Send it');
      await stage(page, 'Received');
      await officer('tiep-nhan', (desk) => doAct(desk, dossier, 'Chuyển xử lý'));
      await officer('xu-ly', (desk) => doAct(desk, dossier, 'Có kết quả', { result }));
      await stage(page, 'The result is ready');
      await press(page, 'Download the result');
      const download = page.waitForEvent('download');
      await press(page, 'Download');
      assert.deepEqual(readFileSync(await (await download).path()), result);
      for (const { url } of asked) assert.ok(!url.includes(secret.replace(/[ -]/u, '')), url);
    },
    { language: 'en' },
  ));

for (const [language, heading, link] of [
  ['vi', 'Theo dõi hồ sơ đã nộp', 'trang Theo dõi'],
  ['en', 'Follow what you filed', 'Track'],
])
  test(`the help page tells how a dossier is followed, in the words of the tracker, and leads there: ${language}`, () =>
    citizen(
      async (page, { path }) => {
        await page.goto(server.url + path.replace('theo-doi', 'tro-giup'));
        const card = page.locator('.card', { has: page.getByRole('heading', { name: heading }) });
        const words = await card.innerText();
        const { 'do.ask-late': button } = readJson(`locales/${language}/tracker.json`);
        assert.ok(words.includes(button), button);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
        await card.getByRole('link', { name: link, exact: true }).click();
        await page.waitForURL(server.url + path);
        await page.locator('dvc-status-tracker').getByRole('textbox').first().waitFor();
      },
      { language },
    ));

test('the code that was typed is there after a reload, in the other language and behind the Back button', () =>
  citizen(async (page, { asked }) => {
    const { dossier } = await file();
    await page.goto(`${server.url}/theo-doi.html`);
    const box = (label) => page.getByLabel(label, { exact: true });
    await box('Mã hồ sơ').pressSequentially(dossier);
    await page.reload();
    await comesToHold(box('Mã hồ sơ'), dossier);
    await page.getByRole('link', { name: 'English' }).click();
    await comesToHold(box('Dossier code'), dossier);
    await page.getByRole('link', { name: 'Help', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Follow what you filed' }).waitFor();
    await page.goBack();
    await comesToHold(box('Dossier code'), dossier);
    for (const { url } of asked) assert.ok(!url.replace(/#.*$/u, '').includes(dossier), url);
  }));

for (const level of ['1', '2'])
  test(`level ${level}: from a word in the search to the result, brought on paper and registered by an officer`, () =>
    citizen(async (page, { asked }) => {
      await writeOnTag(page, { level });
      await page.goto(`${server.url}/`);
      await page
        .getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' })
        .pressSequentially('giay xac nhan doc than');
      await page
        .getByRole('link', { name: /cấp Giấy xác nhận tình trạng hôn nhân/u })
        .first()
        .click();
      await page.getByRole('link', { name: /^Nộp hồ sơ/u }).click();
      await step(page, 'Chuẩn bị');
      if (level === '1') await press(page, 'Bắt đầu');
      else {
        await fillAll(page);
        await press(page, 'Tiếp tục');
        await step(page, 'Kiểm tra lại');
        await press(page, 'Tiếp tục');
        await step(page, 'In và mang theo');
        await press(page, 'Tiếp tục');
      }
      await step(page, 'Đến nơi tiếp nhận');

      /** What the person reads from the paper that they were handed. */
      const receipt = {};
      await officer('tiep-nhan', async (desk) => {
        await desk.getByRole('link', { name: 'Ghi nhận hồ sơ giấy' }).click();
        const option = desk.locator('option', { hasText: /cấp Giấy xác nhận tình trạng hôn nhân/u }).first();
        await desk.getByLabel('Thủ tục').selectOption(await option.getAttribute('value'));
        await desk.getByRole('button', { name: 'Tiếp tục' }).click();
        await desk.getByLabel('Họ và tên người nộp').fill('H’Hen Niê');
        await desk.getByLabel('Số điện thoại').fill('0912345678');
        await desk.getByRole('checkbox').first().check();
        await desk.getByRole('button', { name: 'Ghi nhận, xem biên nhận' }).click();
        await desk.getByRole('heading', { name: 'Giấy biên nhận hồ sơ' }).waitFor();
        const text = await desk.locator('main').innerText();
        receipt.dossier = /H00\.00-\d{6}-\d{4}/u.exec(text)[0];
        receipt.secret = /[0-9A-Z]{5} [0-9A-Z]{5}/u.exec(text)[0];
        receipt.page = /http\S+theo-doi\.html/u.exec(text)[0];
      });

      assert.equal(receipt.page, `${server.url}/theo-doi.html`);
      await page.goto(receipt.page);
      await page.getByLabel('Mã hồ sơ').fill(receipt.dossier.toLowerCase());
      await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(receipt.secret);
      await press(page, 'Xem hồ sơ');
      await stage(page, 'Đã được tiếp nhận');
      await page.getByText('Đã có những gì').click();
      await page.getByText('Nộp hồ sơ giấy tại nơi tiếp nhận').waitFor();
      await page.getByText('Giấy tờ đã nhận:').waitFor();
      await officer('tiep-nhan', async (desk) => {
        await doAct(desk, receipt.dossier, 'Chuyển xử lý');
        await stage(page, 'Đang xử lý');
      });
      await officer('xu-ly', (desk) => doAct(desk, receipt.dossier, 'Có kết quả'));
      await stage(page, 'Đã có kết quả');
      await page.getByText(/Đến nơi tiếp nhận lấy kết quả/u).waitFor();
      await officer('tiep-nhan', (desk) => doAct(desk, receipt.dossier, 'Trả kết quả'));
      await stage(page, 'Đã trả kết quả');
      for (const { url } of asked) assert.ok(!url.includes(receipt.secret.replace(' ', '')), url);
    }));

test('an act whose answer is lost is done once, and asked about until it is known', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    await officer('tiep-nhan', (desk) =>
      doAct(desk, receipt.dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' }),
    );
    await open(page, receipt);
    await stage(page, 'Cần bạn bổ sung');
    let isCut = true;
    await context.route('**/v1/tracking/acts', async (route) => {
      const response = await route.fetch();
      await (isCut ? route.abort() : route.fulfill({ response }));
    });
    await page.getByRole('button', { name: 'Bổ sung ngay' }).click();
    await page.getByLabel('Lời nhắn cho cơ quan').fill('Đã gửi lại');
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page.getByText(/Chưa biết đã tới hay chưa/u).waitFor();
    isCut = false;
    await page.getByRole('button', { name: 'Hỏi lại', exact: true }).click();
    await page
      .getByText(/Nơi tiếp nhận đã nhận bổ sung/u)
      .first()
      .waitFor();
    await page.getByText('Đã có những gì').click();
    assert.equal(await page.locator('.history li', { hasText: 'Đã gửi lại' }).count(), 1);
    // The browser itself tells of each request that was cut.
    leaveOut(faults);
  }));

test('who guesses does work, sees why the page waits, and the receipt opens the dossier all the same', () =>
  citizen(async (page, { faults }) => {
    const receipt = await file();
    const worked = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/tracking')) worked.push('work' in request.postDataJSON());
    });
    const words = page.getByText('Đang kiểm tra chống dò mã');
    for (let one = 0; one < 6; one += 1) {
      await open(page, receipt, `99${one}0`);
      await page.getByText('Không tìm thấy hồ sơ với hai thông tin này.').waitFor();
      // What was said for who does not see stays said until there is something new.
      assert.equal(await words.count(), one < 5 ? 0 : 1, `guess ${one}`);
      await page.goto('about:blank');
    }
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    // Five guesses, the sixth before its work and after, and the secret without any.
    assert.deepEqual(worked, [...Array(6).fill(false), true, false]);
    leaveOut(faults);
  }));

test('behind the address of somebody who guesses, people work for a moment without a word from them, and get in', () =>
  citizen(async (page, { faults }) => {
    // A gateway of its own: the others would work as well.
    const own = await serveSite(0);
    try {
      const url = `${own.url}/gateway/v1`;
      const send = (path, method, body) =>
        fetch(url + path, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const sent = await send(
        `/submissions/${randomUUID()}`,
        'PUT',
        readJson('examples/gateway/sample/submission.json'),
      );
      const { dossier, secret } = await sent.json();
      const statuses = [];
      for (let one = 0; one < 40; one += 1) {
        const factor = { kind: 'last4', value: String(3000 + one) };
        const { status } = await send('/tracking', 'POST', { code: `H00.00-261102-${1000 + one}`, factor });
        statuses.push(status);
      }
      assert.deepEqual([statuses[0], statuses.at(-1)], [200, 429]);
      const digits = String(readJson('examples/gateway/sample/submission.json').answers.phone).slice(-4);
      for (const factor of [secret, digits]) {
        const asked = [];
        page.on('request', (request) => {
          if (request.url().endsWith('/v1/tracking')) asked.push('work' in request.postDataJSON());
        });
        await page.goto(`${own.url}/theo-doi.html#ma=${dossier}`);
        await page.reload();
        await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(factor);
        // What changes is asked for without work: where that is wanted, the plan goes on instead.
        const listens = page.waitForResponse((answer) => answer.url().endsWith('/v1/tracking/changes'));
        await page.getByRole('button', { name: 'Xem hồ sơ', exact: true }).click();
        await stage(page, 'Đã gửi, chờ tiếp nhận');
        assert.equal((await listens).status(), 429);
        // It was asked for work and did it; nobody pressed anything twice.
        assert.deepEqual(asked.slice(0, 2), [false, true]);
        page.removeAllListeners('request');
      }
    } finally {
      await own.close();
    }
    leaveOut(faults);
  }));

test('where the rest does not come, what matters first is there, and the rest can be fetched once more', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    const rest = /\/chunks\/late-[^/]*\.js$/u;
    await context.route(rest, (route) => route.abort());
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    await page.getByText('Chưa tải được phần này.').first().waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await context.unroute(rest);
    await page.getByRole('button', { name: 'Thử lại' }).first().click();
    await page.getByText('Đã có những gì').waitFor();
    leaveOut(faults);
  }));

test('on a shared computer nothing is left after “end”: not by Back, not by a reload', () =>
  citizen(async (page) => {
    const receipt = await file();
    await page.addInitScript(() => {
      new MutationObserver(() =>
        document.querySelector('dvc-status-tracker')?.setAttribute('device', 'shared'),
      ).observe(document, { childList: true, subtree: true });
    });
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    await page.getByRole('button', { name: 'Kết thúc, xoá khỏi màn hình' }).click();
    await page.getByText('Đã xoá.').first().waitFor();
    assert.equal(page.url().includes(receipt.dossier), false);
    await page.goto(`${server.url}/tro-giup.html`);
    await page.goBack();
    await page.getByLabel('Mã hồ sơ').waitFor();
    const shown = await page
      .locator('dvc-status-tracker')
      .evaluate(({ shadowRoot }) => shadowRoot.textContent);
    assert.equal(shown.includes(receipt.dossier), false);
    assert.equal(await page.getByLabel('Mã hồ sơ').inputValue(), '');
  }));

test('what is followed opens at once on the next visit, also where the gateway cannot be reached', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    await page.getByRole('button', { name: 'Theo dõi trên máy này' }).click();
    await page.getByText('Đang theo dõi trên máy này.').first().waitFor();
    await context.route('**/v1/tracking', (route) => route.abort());
    await page.goto(`${server.url}/theo-doi.html`);
    await page.getByRole('button', { name: new RegExp(`^Mở ${receipt.dossier}`, 'u') }).click();
    await page.getByText(/chưa hỏi lại được/u).waitFor();
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    leaveOut(faults);
  }));

/** What is painted of each of these: the contrast of its letters and of its edge to the ground, and how it looks. */
const paintOf = (page, selector) =>
  page.locator('dvc-status-tracker').evaluate((element, wanted) => {
    const channels = (color) => (color.match(/[\d.]+/gu) ?? []).map(Number);
    const isSeen = (color) => channels(color)[3] !== 0;
    const light = (color) => {
      const [red, green, blue] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const ground = (at) => {
      for (let node = at; node; node = node.parentElement ?? node.getRootNode().host) {
        const { backgroundColor } = getComputedStyle(node);
        if (isSeen(backgroundColor)) return backgroundColor;
      }
      return 'rgb(0, 0, 0)';
    };
    return [...element.shadowRoot.querySelectorAll(wanted)].map((node) => {
      const { color, fontWeight, borderTopColor, borderTopWidth, borderTopStyle, backgroundColor } =
        getComputedStyle(node);
      const around = ground(node.parentElement);
      const edge =
        borderTopStyle === 'none' || borderTopWidth === '0px' ? 1 : contrast(borderTopColor, around);
      return {
        text: node.textContent.trim(),
        hasIcon: node.querySelector('svg') !== null,
        letters: contrast(color, ground(node)),
        /** Of its shape to what is around it: by an edge, or by its own ground. */
        shape: Math.max(edge, isSeen(backgroundColor) ? contrast(backgroundColor, around) : 1),
        look: [color, backgroundColor, borderTopColor, borderTopStyle, borderTopWidth, fontWeight].join(),
      };
    });
  }, selector);

for (const colorScheme of ['light', 'dark'])
  test(`in forced colours, ${colorScheme}, the stage, how far it is, and what is late or waits are told apart`, () =>
    onMonday(() =>
      citizen(
        async (page, { faults }) => {
          await page.clock.setFixedTime(MONDAY);
          const receipt = await file();
          const { dossier } = receipt;
          await open(page, receipt);
          await stage(page, 'Đã gửi, chờ tiếp nhận');
          const head = async (words) => {
            const [[name], [box], [now], others] = await Promise.all(
              ['.stage', '.head', '.now', '.facts li'].map((one) => paintOf(page, one)),
            );
            assert.equal(name.text, words);
            assert.ok(name.letters >= 7, `the stage: ${name.letters}`);
            assert.ok(box.shape >= 3 && now.shape >= 3, `the boxes: ${box.shape}, ${now.shape}`);
            for (const { text, letters } of others) assert.ok(letters >= 7, `${text}: ${letters}`);
            const [icon] = await paintOf(page, '.now-title');
            assert.ok(icon.hasIcon && icon.letters >= 7);
          };
          await head('Đã gửi, chờ tiếp nhận');
          await officer('tiep-nhan', async (desk) => {
            await doAct(desk, dossier, 'Tiếp nhận');
            await stage(page, 'Đã được tiếp nhận');
            await head('Đã được tiếp nhận');
            const [[done], [current], [expected]] = await Promise.all(
              ['.done', ':not(.done)[aria-current]', '.expected'].map((one) =>
                paintOf(page, `.path ${one} .dot`),
              ),
            );
            for (const [name, dot] of Object.entries({ done, current, expected })) {
              assert.ok(dot.letters >= 4.5, `${name}, its sign: ${dot.letters}`);
              assert.ok(dot.shape >= 3, `${name}, its shape: ${dot.shape}`);
            }
            assert.equal(new Set([done.look, current.look, expected.look]).size, 3, 'two look alike');
            assert.deepEqual([done.hasIcon, current.hasIcon, expected.hasIcon], [true, false, false]);
            // By words too, for whom no shape says anything.
            const when = (await paintOf(page, '.path .step-when')).map(({ text }) => text);
            assert.match(when.join(' | '), /đang ở đây.*dự kiến/iu);
            const beside = await page.locator('dvc-status-tracker .time').innerText();
            await page.clock.setFixedTime(MONDAY + 14 * 86_400_000);
            await update(page);
            await page.locator('dvc-status-tracker .is-late').waitFor();
            const [late] = await paintOf(page, '.is-late');
            assert.ok(late.letters >= 7, `what is late: ${late.letters}`);
            assert.match(late.text, /^(?:Trễ|Đã quá)/u);
            assert.notEqual(late.text, beside);
            await head('Đã được tiếp nhận');
            await page.clock.setFixedTime(MONDAY);
            await doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' });
          });
          await stage(page, 'Cần bạn bổ sung');
          await head('Cần bạn bổ sung');
          const [button] = await paintOf(page, '.now .button');
          assert.ok(button.letters >= 4.5 && button.shape >= 3, JSON.stringify(button));
          leaveOut(faults);
        },
        { options: { forcedColors: 'active', colorScheme } },
      ),
    ));

test('by keys alone, in English, on a wide screen', () =>
  citizen(
    async (page, { path }) => {
      const receipt = await file();
      await page.goto(`${server.url}${path}#ma=${receipt.dossier}`);
      await page.getByLabel('Secret code or last 4 digits').focus();
      await page.keyboard.type(receipt.secret.toLowerCase());
      await page.keyboard.press('Enter');
      await page
        .locator('dvc-status-tracker')
        .getByRole('heading', { name: 'Sent, not yet received' })
        .waitFor();
      assert.deepEqual(await axeFaults(page), []);
      await page.emulateMedia({ media: 'print' });
      await page.getByText(`Dossier ${receipt.dossier}`).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Another dossier' }).isVisible(), false);
    },
    { language: 'en', options: { viewport: { width: 1280, height: 900 } } },
  ));
