import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeFaults } from '../../scripts/axe-in-page.mjs';
import { aPdf } from '../support/gateway-process.mjs';
import { fillAll, press, step, writeOnTag } from '../support/marriage-form.mjs';
import {
  serveTracked,
  citizen,
  doAct,
  file,
  leaveOut,
  officer,
  open,
  PHONE,
  site,
  stage,
  update,
} from '../support/tracked-site.mjs';

/* A dossier from the sending to the result: a citizen on a telephone, officers at a desk, one gateway between them. */

serveTracked();

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
      await desk.goto(`${site.url}/gateway/desk/dossiers/${dossier}`);
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
    await fetch(`${site.url}/gateway/v1/uploads`, {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': '3000',
        'upload-metadata': `id ${Buffer.from(id).toString('base64')}`,
      },
    });
    await fetch(`${site.url}/gateway/v1/uploads/${id}`, {
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
      await desk.goto(`${site.url}/gateway/desk/dossiers/${dossier}`);
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
      await desk.goto(`${site.url}/gateway/desk/dossiers/${dossier}`);
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
      await page.goto(`${site.url}/`);
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
