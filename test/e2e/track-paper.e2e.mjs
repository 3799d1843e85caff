import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillAll, press, step, writeOnTag } from '../support/marriage-form.mjs';
import { serveTracked, citizen, doAct, officer, site, stage } from '../support/tracked-site.mjs';

/* A dossier that was brought on paper, from the search to the result. */

serveTracked();

for (const level of ['1', '2'])
  test(`level ${level}: from a word in the search to the result, brought on paper and registered by an officer`, () =>
    citizen(async (page, { asked }) => {
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

      assert.equal(receipt.page, `${site.url}/theo-doi.html`);
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

      // One more paper is wanted; it is brought to the counter, and nothing is sent from a page.
      let wanted;
      await officer('xu-ly', async (desk) => {
        await desk.goto(`${site.url}/gateway/desk/dossiers/${receipt.dossier}`);
        wanted = await desk.locator('[name="part"][value^="paper:"]').first().getAttribute('value');
        wanted = wanted.slice('paper:'.length);
        await doAct(desk, receipt.dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Còn thiếu', ticks: [wanted] });
      });
      await stage(page, 'Cần bạn bổ sung');
      await page.getByText(/gửi ở đây, hoặc mang đến nơi tiếp nhận/u).waitFor();
      await officer('tiep-nhan', (desk) =>
        doAct(desk, receipt.dossier, 'Nhận bổ sung tại nơi tiếp nhận', {
          note: 'Đã đủ',
          ticks: [wanted],
          kept: 'bản chính',
        }),
      );
      await stage(page, 'Đang xử lý');
      await page.getByText('Nhận bổ sung tại nơi tiếp nhận').waitFor();
      await page.getByText('Nơi tiếp nhận giữ bản chính.').waitFor();

      // A fee that no page worked out is asked for, and paid in cash.
      await officer('xu-ly', (desk) =>
        doAct(desk, receipt.dossier, 'Yêu cầu nộp tiền', { amount: '50.000' }),
      );
      await stage(page, 'Cần bạn nộp tiền');
      await page.getByText('Nộp tiền ở đây, hoặc tại nơi tiếp nhận.').waitFor();
      await officer('tiep-nhan', (desk) => doAct(desk, receipt.dossier, 'Nhận tiền tại nơi tiếp nhận'));
      await stage(page, 'Đang xử lý');
      await page.getByText('Nhận tiền tại nơi tiếp nhận').waitFor();
      await officer('xu-ly', (desk) => doAct(desk, receipt.dossier, 'Có kết quả'));
      await stage(page, 'Đã có kết quả');
      await page.getByText(/Đến nơi tiếp nhận lấy kết quả/u).waitFor();
      await officer('tiep-nhan', (desk) => doAct(desk, receipt.dossier, 'Trả kết quả'));
      await stage(page, 'Đã trả kết quả');
      for (const { url } of asked) assert.ok(!url.includes(receipt.secret.replace(' ', '')), url);
    }));
