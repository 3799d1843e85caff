import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/browsers.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { fillAll, fillForm, press, step, writeOnTag } from '../support/marriage-form.mjs';

/* Applications on the sample site, against the real gateway with its database, under the site's strict policy. */

const PHONE = { width: 360, height: 740 };
/** Confirmation of marital status: a real form of three steps. */
const CODE = '1.004873';

let server;
let browser;
before(async () => {
  server = await serveSite(0);
  browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
});
after(async () => {
  await browser.close();
  await server.close();
});

/** A computer of its own, whose page must stay silent and at home. */
async function visit({ code = CODE, language = 'vi', level, settings = {}, options = {} }, act) {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN', ...options });
  const faults = [];
  context.on('page', (page) => {
    page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) faults.push(`asked ${request.url()}`);
    });
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await writeOnTag(page, { ...(level && { level }), ...settings });
  // All that a script of the page could hear of our events.
  await page.addInitScript(() => {
    window.told = [];
    const { dispatchEvent } = window.EventTarget.prototype;
    window.EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith('dvc-')) window.told.push(JSON.stringify({ type: event.type, ...event }));
      return dispatchEvent.call(this, event);
    };
  });
  const path = language === 'en' ? '/en/nop-ho-so.html' : '/nop-ho-so.html';
  try {
    await page.goto(`${server.url}${path}?ma=${code}`);
    await step(page, language === 'en' ? 'Get ready' : 'Chuẩn bị');
    await act(page, context, faults);
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, []);
}

/** What the gateway keeps of a dossier. */
const kept = (dossier) => JSON.parse(server.dossiers().find(({ code }) => code === dossier).content);

test('level 4, on a phone: filled in, papers photographed, sent, received, with a receipt of what is kept', () =>
  visit({ level: '4' }, async (page) => {
    await fillAll(page);
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy tờ đính kèm');
    await page
      .locator('input[type=file]:not([capture])')
      .first()
      .setInputFiles({
        name: 'don.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF'),
      });
    await page.getByText('don.pdf').first().waitFor();
    // What the camera of a phone gives: a photo, which becomes a page of a PDF here.
    const photo = await page.screenshot({ type: 'jpeg', quality: 90 });
    await page
      .locator('input[type=file][capture]')
      .nth(1)
      .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByText(/IMG_0001\.pdf · 1 trang/u).waitFor();
    await press(page, 'Tiếp tục');
    await step(page, 'Nhận kết quả');
    await page.getByRole('radio', { name: 'Gửi bưu điện về địa chỉ' }).check();
    await page.getByLabel('Họ tên người nhận').fill('H’Hen Niê');
    await page.getByLabel('Số điện thoại người nhận').fill('0912 345 678');
    await page.getByLabel('Địa chỉ nhận').fill('Thôn Mẫu');
    await press(page, 'Tiếp tục');
    await step(page, 'Kiểm tra lại');
    await page.getByText('05/03/1990').first().waitFor();
    assert.equal(await page.getByText('Đã nộp').count(), 0);
    await press(page, 'Gửi hồ sơ');
    await step(page, 'Giấy biên nhận');
    const state = await page
      .locator('dvc-form-steps .state')
      .getByText(/^Đã nộp: .* mã H00\.00-\d{6}-\d{4}$/u)
      .innerText();
    const content = kept(/H00\.00-\d{6}-\d{4}/u.exec(state)[0]);
    assert.deepEqual(
      content.files.map(({ name }) => name),
      ['don.pdf', 'IMG_0001.pdf'],
    );
    assert.equal(content.delivery.way, 'post');
    assert.match(JSON.stringify(content.answers), /H’Hen Niê/u);
    const told = (await page.evaluate(() => window.told)).join('\n');
    assert.match(told, /dvc-step-change[^]*dvc-form-submitted/u);
    for (const personal of ['Niê', '000190000001', '912 345 678', '912345678', 'Thôn Mẫu', 'Ê Đê', 'don.pdf'])
      assert.ok(!told.includes(personal), personal);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    assert.equal(await page.evaluate(() => location.search), `?ma=${CODE}`);
    // The paper of a receipt: everything on it, nothing around it.
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Mã bí mật để xem chi tiết').waitFor();
    assert.equal(await page.getByRole('button', { name: 'In giấy biên nhận' }).isVisible(), false);
    assert.equal(await page.getByRole('link', { name: 'Trang chủ' }).isVisible(), false);
    for (const [paper, width, height] of [
      ['A4', 595, 842],
      ['A5', 420, 595],
      ['Cuộn 80 mm', 227, undefined],
    ]) {
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('radio', { name: paper }).check();
      // The sheet of the paper is there a moment after the choice.
      await page.waitForFunction(
        (size) =>
          document.adoptedStyleSheets.some(({ cssRules: [rule] }) =>
            rule.cssText.toLowerCase().includes(`size: ${size}`),
          ),
        paper.startsWith('A') ? paper.toLowerCase() : '80mm',
      );
      await page.emulateMedia({ media: null });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)];
      assert.equal(boxes.length, 1, `${paper}: ${boxes.length} pages`);
      assert.equal(Math.round(Number(boxes[0][1])), width);
      if (height) assert.equal(Math.round(Number(boxes[0][2])), height);
    }
  }));

for (const [level, journey] of [
  ['3', 'paid and collected at the office'],
  ['4', 'by post to an address'],
])
  test(`level ${level}, in English, on a desk: ${journey}`, () =>
    visit({ level, language: 'en', options: { viewport: { width: 1280, height: 900 } } }, async (page) => {
      const plan = await page.locator('dvc-form-steps').getByRole('listitem').allInnerTexts();
      assert.deepEqual(
        plan.slice(-3),
        level === '3' ? ['Send', 'Receipt', 'Go to the office'] : ['Check', 'Send', 'Receipt'],
      );
      await press(page, 'Begin');
      await step(page, 'Who applies');
      await press(page, 'Continue');
      await page.getByText(/\d+ to mend before you go on/u).waitFor();
      await page.getByLabel('Full name').fill('K’Brơi');
      await page.getByLabel('Personal identification number').fill('000190000001');
      await page.getByLabel('Residence').first().fill('Thôn Mẫu, Xã Mẫu');
      await page.getByRole('radio', { name: 'Yes' }).check();
      await page.getByLabel('Telephone').fill('0912345678');
      await press(page, 'Continue');
      await step(page, 'The person');
      await page.getByLabel('Date of birth').fill('5/3/1990');
      await page.getByRole('radio', { name: 'Male', exact: true }).check();
      await page.getByLabel('Ethnicity').fill('Cơ Ho');
      await page.getByLabel('Nationality').fill('Việt Nam');
      await press(page, 'Continue');
      await step(page, 'Marital status');
      await page.getByRole('radio', { name: 'Never married' }).check();
      await page.getByRole('radio', { name: 'Something else' }).check();
      await page.getByLabel('What it is').fill('Vay vốn làm nhà');
      await page.getByRole('checkbox', { name: /I declare/u }).check();
      await press(page, 'Continue');
      await step(page, 'Papers');
      await press(page, 'Continue');
      if (level === '4') {
        await step(page, 'How to get the result');
        await page.getByRole('radio', { name: 'By post, to an address' }).check();
        await page.getByRole('button', { name: /Who applies/u }).click();
        assert.equal(await page.getByLabel('Telephone of who receives it').inputValue(), '0912345678');
        await press(page, 'Continue');
      }
      await step(page, 'Check');
      if (level === '4') await page.getByText('Thôn Mẫu, Xã Mẫu').nth(1).waitFor();
      await press(page, 'Send the application');
      await step(page, 'Receipt');
      await page.getByText('Secret code for the details').waitFor();
      const text = await page.locator('dvc-form-steps article').innerText();
      const { answers, delivery } = kept(/H00\.00-\d{6}-\d{4}/u.exec(text)[0]);
      assert.match(JSON.stringify(answers), /K’Brơi/u);
      assert.equal(delivery?.way, level === '4' ? 'post' : undefined);
      if (level === '4') return;
      await press(page, 'Continue');
      await step(page, 'Go to the office');
    }));

test('level 2: filled in, checked, printed on paper with every letter of Vietnamese', () =>
  visit({ level: '2' }, async (page) => {
    await fillAll(page);
    await press(page, 'Tiếp tục');
    await step(page, 'Kiểm tra lại');
    await press(page, 'Tiếp tục');
    await step(page, 'In và mang theo');
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('dvc-form-steps article');
    await paper.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor();
    await paper.getByText('Vay vốn làm nhà').waitFor();
    assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
    await page.emulateMedia({ media: 'screen' });
    await press(page, 'Tiếp tục');
    await step(page, 'Đến nơi tiếp nhận');
  }));

test('level 1: what to prepare, and where to go', () =>
  visit({ level: '1' }, async (page) => {
    await press(page, 'Bắt đầu');
    await step(page, 'Đến nơi tiếp nhận');
    await page.getByRole('link', { name: /Gọi hỏi trước/u }).waitFor();
  }));

test('the wording of 2022: fully online goes as far as level 4', () =>
  visit({ level: 'full' }, async (page) => {
    const plan = await page.locator('dvc-form-steps').getByRole('listitem').allInnerTexts();
    assert.ok(plan.includes('Nhận kết quả') && plan.includes('Giấy biên nhận'));
  }));

test('handed off to the national portal: nothing is sent, everything is ready', () =>
  visit(
    { level: '4', settings: { destination: 'hand-off', 'track-url': 'theo-doi.html#ma={code}' } },
    async (page) => {
      const sent = [];
      page.on('request', (request) => {
        if (request.url().includes('/gateway/')) sent.push(request.url());
      });
      await fillAll(page);
      await press(page, 'Tiếp tục');
      await step(page, 'Giấy tờ đính kèm');
      await page
        .locator('input[type=file]:not([capture])')
        .first()
        .setInputFiles({
          name: 'don.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.4\n%%EOF'),
        });
      await page.getByText('don.pdf').first().waitFor();
      await press(page, 'Tiếp tục');
      await step(page, 'Kiểm tra lại');
      await press(page, 'Tiếp tục');
      await step(page, 'Nộp trên Cổng quốc gia');
      await page.getByText('Chưa có gì được gửi đi').waitFor();
      assert.match(
        (await page.getByRole('link', { name: /Mở Cổng Dịch vụ công quốc gia/u }).getAttribute('href')) ?? '',
        /^https:\/\/([a-z]+\.)?dichvucong\.gov\.vn/u,
      );
      assert.equal(await page.locator('dvc-form-steps input[type=password]').count(), 0);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^Lưu PDF/u }).click(),
      ]);
      assert.equal(download.suggestedFilename(), 'don.pdf');
      assert.equal(readFileSync(await download.path(), 'latin1'), '%PDF-1.4\n%%EOF');
      await page.getByLabel('Mã hồ sơ do Cổng cấp').fill('H57.132-260804-0583');
      await page.getByText('Đã ghi mã H57.132-260804-0583').waitFor();
      // Going on and back writes down what was typed last.
      await press(page, 'Quay lại');
      await step(page, 'Kiểm tra lại');
      await press(page, 'Tiếp tục');
      await step(page, 'Nộp trên Cổng quốc gia');
      await page.reload();
      await step(page, 'Nộp trên Cổng quốc gia');
      const link = page.getByRole('link', { name: 'Theo dõi hồ sơ này' });
      assert.equal(await page.getByLabel('Mã hồ sơ do Cổng cấp').inputValue(), 'H57.132-260804-0583');
      assert.match(await link.getAttribute('href'), /theo-doi\.html#ma=H57\.132-260804-0583$/u);
      assert.deepEqual(sent, []);
    },
  ));

test('practice: every step to the receipt, and no request to any system', () =>
  visit({ level: '4', settings: { destination: 'practice' } }, async (page) => {
    const sent = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await press(page, 'Điền thử bằng người không có thật');
    for (const name of ['Người yêu cầu', 'Người được cấp giấy', 'Tình trạng hôn nhân', 'Giấy tờ đính kèm']) {
      await step(page, name);
      await press(page, 'Tiếp tục');
    }
    await step(page, 'Nhận kết quả');
    await page.getByRole('radio', { name: 'Tự đến nơi tiếp nhận lấy' }).check();
    await press(page, 'Tiếp tục');
    await press(page, 'Gửi hồ sơ');
    await step(page, 'Giấy biên nhận');
    await page.getByText('ĐANG TẬP').waitFor();
    assert.deepEqual(sent, []);
  }));

test('by keyboard alone: from the first step to the receipt, with focus always somewhere', () =>
  visit({ level: '4' }, async (page) => {
    /** What has focus, through shadow roots: its role and name. */
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const root = element?.getRootNode();
        const label = element?.id && root.querySelector(`label[for="${element.id}"]`);
        const name = label || element?.closest('label') || element;
        return `${element?.tagName.toLowerCase() ?? ''} ${element?.getAttribute('aria-label') ?? name?.textContent ?? ''}`
          .replace(/\s+/gu, ' ')
          .trim();
      });
    const tabTo = async (wanted) => {
      for (let times = 0; times < 60; times += 1) {
        await page.keyboard.press('Tab');
        const now = await focused();
        assert.ok(!now.startsWith('body') || times > 0, 'focus was lost');
        if (wanted.test(now)) return;
      }
      assert.fail(`Tab never comes to ${wanted}; it is at ${await focused()}`);
    };
    const typeInto = async (wanted, text) => {
      await tabTo(wanted);
      await page.keyboard.type(text);
    };
    await tabTo(/^button Bắt đầu/u);
    await page.keyboard.press('Enter');
    await step(page, 'Người yêu cầu');
    await page.waitForFunction(
      () =>
        document.querySelector('dvc-form-steps')?.shadowRoot?.activeElement?.textContent === 'Người yêu cầu',
    );
    await typeInto(/Họ, chữ đệm, tên/u, 'K’Brơi');
    await typeInto(/Số định danh/u, '000190000001');
    await typeInto(/^textarea Nơi cư trú/u, 'Thôn Mẫu');
    await tabTo(/^input Có/u);
    await page.keyboard.press('Space');
    await typeInto(/Số điện thoại/u, '0912345678');
    await page.keyboard.press('Enter');
    await step(page, 'Người được cấp giấy');
    // Something was forgotten: Enter in a field tries to go on, and the summary has focus.
    await typeInto(/Ngày sinh/u, '31/02/1990');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('dvc-form-steps')?.shadowRoot?.activeElement?.classList.contains('summary'),
    );
    await tabTo(/^button Ngày sinh/u);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('dvc-form-steps')?.shadowRoot?.activeElement?.value === '31/02/1990',
    );
    await page.keyboard.press('Control+A');
    await page.keyboard.type('05/03/1990');
    await tabTo(/^input Nữ|^input Nam/u);
    await page.keyboard.press('Space');
    await typeInto(/Dân tộc/u, 'Kinh');
    await typeInto(/Quốc tịch/u, 'Việt Nam');
    await page.keyboard.press('Enter');
    const arrives = async (name) => {
      await step(page, name);
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('dvc-form-steps')?.shadowRoot?.activeElement?.textContent === wanted,
        name,
      );
    };
    const choose = async (wanted) => {
      await tabTo(wanted);
      await page.keyboard.press('Space');
    };
    const goOn = async (wanted = /^button Tiếp tục/u) => {
      await tabTo(wanted);
      await page.keyboard.press('Enter');
    };
    await arrives('Tình trạng hôn nhân');
    await choose(/^input Chưa đăng ký kết hôn/u);
    await choose(/^input Đăng ký kết hôn/u);
    await typeInto(/Kết hôn với ai/u, 'Lê Văn Mẫu, Xã Mẫu');
    await choose(/^input Tôi cam đoan/u);
    await goOn();
    await arrives('Giấy tờ đính kèm');
    await goOn();
    await arrives('Nhận kết quả');
    await choose(/^input Nhận bản điện tử/u);
    await goOn();
    await arrives('Kiểm tra lại');
    await goOn(/^button Gửi hồ sơ/u);
    await arrives('Giấy biên nhận');
    await tabTo(/^button In giấy biên nhận/u);
  }));

test('a reload in the middle loses nothing, and Back comes back to it', () =>
  visit({ level: '4' }, async (page) => {
    await fillForm(page);
    await page.getByText(/Đã lưu trên máy này/u).waitFor();
    await page.reload();
    await step(page, 'Tình trạng hôn nhân');
    await page.getByText('Đã mở lại bản nháp').waitFor();
    await page.goto(`${server.url}/tro-giup.html`);
    await page.goBack();
    await step(page, 'Tình trạng hôn nhân');
    await press(page, 'Quay lại');
    await step(page, 'Người được cấp giấy');
    assert.equal(await page.getByLabel('Ngày sinh').inputValue(), '05/03/1990');
  }));

test('without a network it is kept, said so, and sent by itself once there is one: one dossier', () =>
  visit({ level: '4' }, async (page, context, faults) => {
    await fillAll(page);
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy tờ đính kèm');
    await press(page, 'Tiếp tục');
    await page.getByRole('radio', { name: 'Tự đến nơi tiếp nhận lấy' }).check();
    await press(page, 'Tiếp tục');
    await step(page, 'Kiểm tra lại');
    const before = server.dossiers().length;
    await context.setOffline(true);
    await press(page, 'Gửi hồ sơ');
    await page.getByText('Đang chờ mạng').waitFor();
    assert.equal(await page.getByText('Đã nộp').count(), 0);
    await context.setOffline(false);
    await step(page, 'Giấy biên nhận');
    assert.equal(server.dossiers().length, before + 1);
    // The browser itself writes that it had no network, and that a question was answered "not arrived".
    assert.deepEqual(
      faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|status of 404/u.test(fault)),
      [],
    );
    faults.length = 0;
  }));

test('on a shared computer “Kết thúc” leaves a blank start, also behind the Back button', () =>
  visit({ level: '4', settings: { device: 'shared' } }, async (page) => {
    await press(page, 'Bắt đầu');
    await page.getByLabel('Họ, chữ đệm, tên').fill('Zacanary');
    await page.getByText(/Đã lưu/u).waitFor();
    await page.goto(`${server.url}/tro-giup.html`);
    await page.goBack();
    await step(page, 'Người yêu cầu');
    await press(page, 'Kết thúc');
    await page.locator('form').getByText('Đã xoá hết').waitFor();
    await page.goto(`${server.url}/tro-giup.html`);
    await page.goBack();
    await step(page, 'Chuẩn bị');
    await press(page, 'Bắt đầu');
    assert.equal(await page.getByLabel('Họ, chữ đệm, tên').inputValue(), '');
  }));

test('from the sheet of a procedure the way leads to its application, in either language', () =>
  visit({ level: '4' }, async (page) => {
    await page.goto(`${server.url}/chi-tiet.html?ma=${CODE}`);
    await page.getByRole('link', { name: /^Nộp hồ sơ/u }).click();
    await step(page, 'Chuẩn bị');
    await page.getByRole('link', { name: 'English' }).click();
    await step(page, 'Get ready');
    assert.equal(new URL(page.url()).search, `?ma=${CODE}`);
  }));
