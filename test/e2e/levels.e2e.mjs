import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationSite } from '../support/application-site.mjs';
import { comesToHold, press, step } from '../support/marriage-form.mjs';

/* Each level from its first step to its last: in English on a desk, and with a fee on a phone. */

const { visit, kept, url, dossiers } = applicationSite();

for (const [level, journey, last] of [
  ['1', 'what to prepare, and where to go', ['Go to the office']],
  ['2', 'filled in, and printed to bring along', ['Check', 'Print and bring', 'Go to the office']],
  ['3', 'paid and collected at the office', ['Send', 'Receipt', 'Go to the office']],
  ['4', 'by post to an address', ['Check', 'Send', 'Receipt']],
])
  test(`level ${level}, in English, on a desk: ${journey}`, () =>
    visit({ level, language: 'en', options: { viewport: { width: 1280, height: 900 } } }, async (page) => {
      const plan = await page.locator('dvc-form-steps .plan').getByRole('listitem').allInnerTexts();
      assert.deepEqual(plan.slice(-last.length), last);
      await press(page, 'Begin');
      if (level === '1') return step(page, 'Go to the office');
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
      if (level === '2') {
        await step(page, 'Check');
        await press(page, 'Continue');
        await step(page, 'Print and bring');
        await page.getByText('Vay vốn làm nhà').first().waitFor();
        await press(page, 'Continue');
        return step(page, 'Go to the office');
      }
      await step(page, 'Papers');
      await press(page, 'Continue');
      if (level === '4') {
        await step(page, 'How to get the result');
        await page.getByRole('radio', { name: 'By post, to an address' }).check();
        await page.getByRole('button', { name: /Who applies/u }).click();
        await comesToHold(page.getByLabel('Telephone of who receives it'), '0912345678');
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

test('level 4 with a fee, on a phone: paid on the way, once, and the receipt says so, also behind the Back button', () =>
  visit({ code: '1.004194', level: '4' }, async (page, context) => {
    await press(page, 'Bắt đầu');
    await step(page, 'Người khai');
    await page.getByLabel('Kính gửi').fill('Công an xã Mẫu');
    await page.getByLabel('Họ, chữ đệm, tên').fill('H’Hen Niê');
    await page.getByLabel('Ngày, tháng, năm sinh').fill('5/3/1990');
    await page.getByRole('radio', { name: 'Nữ' }).check();
    await page.getByLabel('Số định danh cá nhân').fill('000190000001');
    await page.getByLabel('Số điện thoại liên hệ').fill('0912345678');
    await page.getByRole('textbox', { name: 'Nơi thường trú' }).fill('Thôn Mẫu, Xã Mẫu');
    await page.getByRole('textbox', { name: 'Địa chỉ đăng ký tạm trú' }).fill('Thôn Khác, Xã Mẫu');
    await press(page, 'Tiếp tục');
    await step(page, 'Chủ hộ và nội dung');
    await page.getByRole('radio', { name: 'Có' }).check();
    await page.getByLabel('Nội dung đề nghị').fill('Đăng ký tạm trú');
    await page.getByRole('checkbox', { name: /Tôi cam đoan/u }).check();
    await press(page, 'Tiếp tục');
    await step(page, 'Giấy tờ đính kèm');
    await press(page, 'Tiếp tục');
    await step(page, 'Nhận kết quả');
    await page.getByRole('radio', { name: 'Nhận bản điện tử' }).check();
    await press(page, 'Tiếp tục');
    await step(page, 'Kiểm tra lại');
    await page.getByText(/Cộng: 7\.000/u).waitFor();
    const before = dossiers().length;
    await press(page, 'Gửi hồ sơ');
    await step(page, 'Trả phí');
    const form = page.locator('dvc-form-steps');
    await form.getByText(/Số tiền phải trả: 7\.000/u).waitFor();
    await press(page, 'Trả ngay');
    await form.locator('.state.waiting').getByText('Chờ xác nhận').waitFor();
    // Nothing of the bank came yet: asked again, it is not paid.
    await press(page, 'Hỏi lại xem đã nhận tiền chưa');
    await form.locator('.state.waiting').getByText('Chờ xác nhận').waitFor();
    assert.equal(await form.getByText('Đã trả').count(), 0);
    const [bank] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Mở trang thanh toán' }).click(),
    ]);
    await bank.getByText('7.000 đồng').waitFor();
    await bank.getByRole('button', { name: 'Trả (thử)' }).click();
    await bank.getByText('Đã trả').waitFor();
    await bank.close();
    await press(page, 'Hỏi lại xem đã nhận tiền chưa');
    await form
      .locator('.state.received')
      .getByText(/Đã trả: nơi tiếp nhận xác nhận đã nhận 7\.000/u)
      .waitFor();
    await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
    await step(page, 'Giấy biên nhận');
    await form
      .locator('.receipt')
      .getByText(/Đã trả/u)
      .waitFor();
    // Paid is paid: there is no second way to it, also after a reload.
    await page.reload();
    await step(page, 'Giấy biên nhận');
    await form
      .locator('.receipt')
      .getByText(/Đã trả/u)
      .waitFor();
    assert.equal(await page.getByRole('button', { name: 'Trả ngay' }).count(), 0);
    // Nor does Back come to anything that could be sent again.
    await page.goto(`${url()}/tro-giup.html`);
    await page.goBack();
    await step(page, 'Giấy biên nhận');
    assert.equal(await page.getByRole('button', { name: 'Gửi hồ sơ' }).count(), 0);
    assert.equal(dossiers().length, before + 1);
  }));
