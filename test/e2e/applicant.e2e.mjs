import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationSite } from '../support/application-site.mjs';
import { press, step } from '../support/marriage-form.mjs';

/* A procedure of the sample site that has no form of its own: no dossier is anybody's but somebody's. */

const { visit, kept, dossiers } = applicationSite();
/** Telling that somebody stays overnight: level 4, no form, no paper that could be named. */
const CODE = '2.001159';

test('without a form of its own: who applies is asked, received, and follows it by four digits', () =>
  visit({ code: CODE }, async (page) => {
    await page.getByText('Đây không phải mẫu chính thức của thủ tục').waitFor();
    await press(page, 'Bắt đầu');
    await step(page, 'Người nộp và nội dung đề nghị');
    // Nobody gets past it without a name.
    await press(page, 'Tiếp tục');
    await page.getByText(/Cần sửa 4 chỗ/u).waitFor();
    await page.getByLabel('Họ, chữ đệm, tên').fill('H’Hen Niê');
    await page.getByLabel('Số định danh cá nhân (căn cước)').fill('000190000001');
    await page.getByLabel('Số điện thoại liên hệ').fill('0912 345 678');
    await page.getByLabel('Nơi cư trú').first().fill('Thôn Mẫu, Xã Mẫu');
    await page.getByLabel('Nội dung đề nghị').fill('Báo có khách ở lại một đêm');
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy tờ đính kèm');
    await page.getByText('Không rõ thủ tục này cần giấy tờ gì').waitFor();
    await page.locator('input[type=file]:not([capture])').setInputFiles({
      name: 'khach.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF'),
    });
    await page.getByText('khach.pdf').first().waitFor();
    await press(page, 'Tiếp tục');
    await step(page, 'Nhận kết quả');
    await page.getByRole('radio', { name: 'Tự đến nơi tiếp nhận lấy' }).check();
    await press(page, 'Tiếp tục');
    await step(page, 'Kiểm tra lại');
    await page.getByText('Báo có khách ở lại một đêm').waitFor();
    await press(page, 'Gửi hồ sơ');
    await step(page, 'Giấy biên nhận');
    const state = await page
      .locator('dvc-form-steps .state')
      .getByText(/^Đã nộp: .* mã H00\.00-\d{6}-\d{4}$/u)
      .innerText();
    const dossier = /H00\.00-\d{6}-\d{4}/u.exec(state)[0];
    const { form, answers, files } = kept(dossier);
    assert.equal(form.id, 'dvc:applicant');
    assert.equal(answers.applicant.name, 'H’Hen Niê');
    assert.deepEqual(
      files.map(({ name }) => name),
      ['khach.pdf'],
    );
    // Followed by what only the applicant knows, without the receipt's secret.
    await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
    await page.waitForURL(/theo-doi\.html/u);
    await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill('0001');
    await page.getByLabel('Mã bí mật hoặc 4 số cuối').press('Enter');
    await page.locator('dvc-status-tracker').getByText('Mới đăng ký').first().waitFor();
  }));

test('practised: the same steps, and nothing of it reaches the gateway', () =>
  visit({ code: CODE, settings: { destination: 'practice' } }, async (page) => {
    const before = dossiers().length;
    await press(page, 'Điền thử bằng người không có thật');
    await step(page, 'Người nộp và nội dung đề nghị');
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy tờ đính kèm');
    await press(page, 'Tiếp tục');
    await step(page, 'Nhận kết quả');
    await press(page, 'Tiếp tục');
    await press(page, 'Gửi hồ sơ');
    await step(page, 'Giấy biên nhận');
    assert.equal(dossiers().length, before);
  }));
