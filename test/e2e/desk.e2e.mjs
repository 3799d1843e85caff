import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFaults } from '../../scripts/axe-in-page.mjs';
import { root } from '../../scripts/files.mjs';
import { buildGateway } from '../../scripts/gateway.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* The officers' desk in a browser: on a telephone and on a wide screen, without scripts, by keys alone. */

const folder = mkdtempSync(join(tmpdir(), 'dvc-desk-'));
let server;
let browser;
before(async () => {
  const { seedGateway, serveGateway, readForms } = await (await buildGateway()).load();
  const data = join(root, 'examples/commune/data');
  const options = { folder, forms: readForms(join(data, 'forms')), catalog: join(data, 'catalog.json') };
  await seedGateway(options);
  server = await serveGateway({ ...options, port: 0 });
  browser = await launchWatched();
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(options, act) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const faults = [];
  const page = await context.newPage();
  page.on('console', (message) => faults.push(message.text()));
  page.setDefaultTimeout(20_000);
  await page.goto(`${server.url}/desk`);
  try {
    await act(page, faults);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

for (const width of [360, 1280])
  test(`every page of the desk is accessible and fits at ${width} px`, () =>
    visit({ viewport: { width, height: 740 } }, async (page) => {
      const look = async () => {
        assert.deepEqual(await axeFaults(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      };
      await look();
      await page.getByLabel('Vào với tên').selectOption('xu-ly');
      await page.getByLabel('Mật khẩu').fill('mau-xu-ly');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await look();
      await page.locator('summary').click();
      await page.getByRole('link', { name: /^H00/u }).last().waitFor();
      await look();
      await page.getByLabel('Mã hồ sơ').fill('khong-co');
      await page.getByRole('button', { name: 'Tìm' }).click();
      await page.getByText('Không có hồ sơ nào có mã như vậy.').waitFor();
      await look();
      assert.ok(!page.url().includes('khong-co'));
      await page.getByRole('link', { name: 'Xem tất cả hồ sơ' }).click();
      await page.getByLabel('Trạng thái').selectOption('4');
      await page.getByRole('button', { name: 'Lọc' }).click();
      await page.getByRole('cell').getByRole('link').first().click();
      await look();
      for (const act of await page.locator('summary').all()) await act.click();
      await look();
    }));

for (const width of [360, 1280])
  test(`registering what was brought on paper, and its receipt, are accessible and fit at ${width} px`, () =>
    visit({ viewport: { width, height: 740 } }, async (page, faults) => {
      const look = async () => {
        assert.deepEqual(await axeFaults(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      };
      await page.getByLabel('Mật khẩu').fill('mau-tiep-nhan');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('link', { name: 'Ghi nhận hồ sơ giấy' }).click();
      await look();
      await page.getByLabel('Thủ tục').selectOption('1.004194');
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await look();
      await page.getByLabel('Họ và tên người nộp').fill('Hoàng Thị Mẫu');
      await page.getByLabel('Số điện thoại').fill('12');
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Ghi nhận, xem biên nhận' }).click();
      await page.getByRole('alert').waitFor();
      // The browser itself tells of a form that was not taken.
      assert.deepEqual(faults.splice(0).length, 1);
      await look();
      await page.getByLabel('Số điện thoại').fill('0900000123');
      await page.getByRole('button', { name: 'Ghi nhận, xem biên nhận' }).click();
      await page.getByRole('heading', { name: 'Giấy biên nhận hồ sơ' }).waitFor();
      await look();
      assert.ok(!page.url().includes('0900000123'));
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.getByText('Ctrl + P').isVisible(), false);
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('link', { name: 'Đến hồ sơ' }).click();
      await page.getByRole('link', { name: 'Xem, in lại giấy biên nhận' }).waitFor();
      await look();
    }));

test('an act is done by keys alone, without scripts', () =>
  visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, async (page) => {
    const press = async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const isAt = (locator) => locator.evaluate((element) => element.matches(':focus'));
    /** As many times as it takes, and no more than there are stops on the page. */
    const tabTo = async (locator) => {
      for (let stop = 0; stop < 60; stop += 1) {
        await press('Tab');
        if (await isAt(locator)) return;
      }
      assert.fail('no key leads there');
    };
    await tabTo(page.getByLabel('Mật khẩu'));
    await page.keyboard.type('mau-tiep-nhan');
    await press('Enter');
    await page.getByRole('heading', { name: 'Hồ sơ', exact: true }).waitFor();
    await page.goto(`${server.url}/desk?state=1`);
    await tabTo(page.getByRole('cell').getByRole('link').first());
    await press('Enter');
    await page.getByRole('heading', { name: 'Việc làm được' }).waitFor();
    await tabTo(page.locator('summary', { hasText: /^Tiếp nhận$/u }));
    await press('Enter');
    await tabTo(page.getByRole('button', { name: 'Tiếp nhận', exact: true }));
    await press('Enter');
    await page.getByRole('status').waitFor();
    assert.equal(await page.getByRole('status').innerText(), 'Đã ghi: Tiếp nhận.');
  }));
