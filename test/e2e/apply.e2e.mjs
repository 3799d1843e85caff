import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applicationSite, CODE, written } from '../support/application-site.mjs';
import { fillAll, fillForm, press, step } from '../support/marriage-form.mjs';

/* Applications on the sample site, one for each thing that may happen to them; levels.e2e.mjs has the ways at each level. */

const { visit, kept, url, dossiers } = applicationSite();

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
    await page.getByText(/IMG_0001\.pdf\s+· 1 trang/u).waitFor();
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
      await written(page);
      await page.reload();
      await step(page, 'Nộp trên Cổng quốc gia');
      const link = page.getByRole('link', { name: 'Theo dõi hồ sơ này' });
      assert.equal(await page.getByLabel('Mã hồ sơ do Cổng cấp').inputValue(), 'H57.132-260804-0583');
      assert.match(await link.getAttribute('href'), /theo-doi\.html#ma=H57\.132-260804-0583$/u);
      assert.deepEqual(sent, []);
    },
  ));

test('practice: every step to the receipt, paid and with a paper, and nothing at all leaves the page', () =>
  visit({ code: '1.004194', level: '4', settings: { destination: 'practice' } }, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push([request.method(), request.url(), request.postData() ?? '']));
    page.on('websocket', (socket) => asked.push(['socket', socket.url(), '']));
    const before = dossiers().length;
    await press(page, 'Điền thử bằng người không có thật');
    for (const name of ['Người khai', 'Chủ hộ và nội dung', 'Giấy tờ đính kèm']) {
      await step(page, name);
      if (name === 'Giấy tờ đính kèm') {
        const photo = await page.screenshot({ type: 'jpeg', quality: 90 });
        const camera = page.locator('input[type=file][capture]').first();
        await camera.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
        await page.getByText(/IMG_1\.pdf\s+· 1 trang/u).waitFor();
      }
      await press(page, 'Tiếp tục');
    }
    await step(page, 'Nhận kết quả');
    await page.getByRole('radio', { name: 'Tự đến nơi tiếp nhận lấy' }).check();
    await press(page, 'Tiếp tục');
    await press(page, 'Gửi hồ sơ');
    await step(page, 'Trả phí');
    await press(page, 'Trả ngay');
    const form = page.locator('dvc-form-steps');
    await form.locator('.state.waiting').getByText('Chờ xác nhận').waitFor();
    await press(page, 'Hỏi lại xem đã nhận tiền chưa');
    await form
      .locator('.state.received')
      .getByText(/Đã trả: nơi/u)
      .waitFor();
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy biên nhận');
    await page.getByText('ĐANG TẬP').waitFor();
    // Its code is nobody's, and leads nowhere.
    await form
      .locator('.receipt')
      .getByText(/TAP-\d{6}-\d{4}/u)
      .first()
      .waitFor();
    await form.getByText('mã này không tra cứu được ở đâu').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).count(), 0);
    await form
      .locator('.receipt')
      .getByText(/SHA-256/u)
      .first()
      .waitFor();
    // What was asked for before the first step as well: files of the site, as they lie there, and nothing said with it.
    const since = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const all = [...asked, ...since.map((name) => ['GET', name, ''])];
    const leaving = all.filter(([method, address, body]) => {
      const { origin, pathname, search } = new URL(address);
      const file = pathname.startsWith('/dvc/')
        ? `dist/cdn/${pathname.slice(5)}`
        : `examples/commune${pathname}`;
      const isFile = origin === url() && existsSync(new URL(`../../${file}`, import.meta.url));
      return method !== 'GET' || !isFile || search !== '' || body !== '';
    });
    assert.deepEqual(leaving, []);
    // The code of practice itself comes while it goes on: so it is known that all of it is heard.
    assert.ok(asked.some(([, address]) => /\/practice-/u.test(address)));
    assert.equal(dossiers().length, before);
  }));

test('a reload in the middle loses nothing, and Back comes back to it', () =>
  visit({ level: '4' }, async (page) => {
    await fillForm(page);
    await page.getByText(/Đã lưu trên máy này/u).waitFor();
    await written(page);
    await page.reload();
    await step(page, 'Tình trạng hôn nhân');
    await page.getByText('Đã mở lại bản nháp').waitFor();
    await page.goto(`${url()}/tro-giup.html`);
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
    const before = dossiers().length;
    await context.setOffline(true);
    await press(page, 'Gửi hồ sơ');
    await page.locator('dvc-form-steps .state').getByText('Đang chờ mạng').waitFor();
    assert.equal(await page.getByText('Đã nộp').count(), 0);
    await context.setOffline(false);
    await step(page, 'Giấy biên nhận');
    assert.equal(dossiers().length, before + 1);
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
    await page.goto(`${url()}/tro-giup.html`);
    await page.goBack();
    await step(page, 'Người yêu cầu');
    await press(page, 'Kết thúc');
    await page.locator('form').getByText('Đã xóa hết').waitFor();
    await page.goto(`${url()}/tro-giup.html`);
    await page.goBack();
    await step(page, 'Chuẩn bị');
    await press(page, 'Bắt đầu');
    assert.equal(await page.getByLabel('Họ, chữ đệm, tên').inputValue(), '');
  }));

test('the help page tells what is on this computer, and deletes it, from the tab that fills it in as well', () =>
  visit({ level: '4' }, async (page, context) => {
    await press(page, 'Bắt đầu');
    await page.getByLabel('Họ, chữ đệm, tên').fill('H’Hen Niê');
    await page.getByText(/Đã lưu/u).waitFor();
    const help = await context.newPage();
    await help.goto(`${url()}/tro-giup.html`);
    const journey = help.locator('dvc-data-journey');
    await journey.getByText('1 đơn đang điền hoặc giấy biên nhận').waitFor();
    await journey.getByText('Hệ thống tiếp nhận hồ sơ.').waitFor();
    assert.equal(await journey.getByText('H’Hen').count(), 0);
    await press(help, 'Xóa hết trên máy này');
    await journey.getByText('Không lấy lại được').waitFor();
    await press(help, 'Xóa hết');
    await journey.getByText('Đã xóa hết những gì công cụ thủ tục giữ trong trình duyệt này.').waitFor();
    await page.getByText('hoặc đã bị xóa ở đó').first().waitFor();
    // At the head and at the foot.
    await page.getByRole('button', { name: 'Tiếp tục ở đây' }).last().click();
    await step(page, 'Chuẩn bị');
    await press(page, 'Bắt đầu');
    assert.equal(await page.getByLabel('Họ, chữ đệm, tên').inputValue(), '');
  }));

test('from the sheet of a procedure the way leads to its application, in either language', () =>
  visit({ level: '4' }, async (page) => {
    await page.goto(`${url()}/chi-tiet.html?ma=${CODE}`);
    await page.getByRole('link', { name: /^Nộp hồ sơ/u }).click();
    await step(page, 'Chuẩn bị');
    await page.getByRole('link', { name: 'English' }).click();
    await step(page, 'Get ready');
    assert.equal(new URL(page.url()).search, `?ma=${CODE}`);
  }));

test('the code of papers and of the receipt may be late: said, nothing is lost, and fetched again when asked', () =>
  visit({ level: '3' }, async (page, context, faults) => {
    const missing = page.getByText('Chưa tải được phần này');
    const block = (route) => route.abort();
    await context.route('**/chunks/late-*.js', block);
    await fillAll(page);
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy tờ đính kèm');
    await missing.waitFor();
    await press(page, 'Tiếp tục');
    await step(page, 'Kiểm tra lại');
    await press(page, 'Gửi hồ sơ');
    await step(page, 'Giấy biên nhận');
    // What was received is said without it, code and all.
    const state = page.locator('dvc-form-steps .state').getByText(/^Đã nộp: .* mã H00\.00-\d{6}-\d{4}$/u);
    await state.waitFor();
    await missing.waitFor();
    await context.unroute('**/chunks/late-*.js', block);
    await press(page, 'Thử lại ngay');
    await page.locator('dvc-form-steps .receipt').waitFor();
    assert.equal(await missing.count(), 0);
    const blocked = faults.filter((fault) => !/Failed to load resource/u.test(fault));
    faults.splice(0, faults.length, ...blocked);
  }));

test('the code of papers, of the card and of the printed form each come when they are shown, and again when asked', () =>
  visit({ level: '3' }, async (page, context, faults) => {
    const asked = [];
    page.on('request', (request) => {
      const [, part] = /\/chunks\/(attach-part|scan|paper)-[^/]*\.js$/u.exec(request.url()) ?? [];
      if (part) asked.push(part);
    });
    await press(page, 'Bắt đầu');
    await step(page, 'Người yêu cầu');
    await press(page, 'Quét mã QR trên thẻ căn cước');
    await page.getByText('Đọc mã QR trên thẻ căn cước').waitFor();
    await press(page, 'Đóng, tôi tự gõ');
    await press(page, 'Quay lại');
    assert.deepEqual(asked, ['scan']);
    const block = (route) => route.abort();
    await context.route('**/chunks/attach-part-*.js', block);
    await fillAll(page);
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy tờ đính kèm');
    await page.getByText('Chưa tải được phần này').waitFor();
    await context.unroute('**/chunks/attach-part-*.js', block);
    await press(page, 'Thử lại ngay');
    await page.getByText('Chụp hoặc chọn từng giấy tờ').waitFor();
    assert.ok(!asked.includes('paper'));
    const blocked = faults.filter((fault) => !/Failed to load resource/u.test(fault));
    faults.splice(0, faults.length, ...blocked);
  }));
