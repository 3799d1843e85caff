import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFaults } from '../../scripts/axe-in-page.mjs';
import { readJson, root } from '../../scripts/files.mjs';
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
        // A press that leads elsewhere is over once the next page begins.
        await page.waitForLoadState();
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
        // A press that leads elsewhere is over once the next page begins.
        await page.waitForLoadState();
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

test('hundreds of dossiers are gone through page by page, by keys alone, without scripts, and printed', async () => {
  const { serveGateway, readForms } = await (await buildGateway()).load();
  const own = mkdtempSync(join(tmpdir(), 'dvc-desk-'));
  const data = join(root, 'examples/commune/data');
  const forms = readForms(join(data, 'forms'));
  const many = await serveGateway({
    folder: own,
    forms,
    catalog: join(data, 'catalog.json'),
    port: 0,
    perMinute: 100_000,
  });
  try {
    const body = JSON.stringify(readJson('examples/gateway/sample/submission.json'));
    for (let one = 0; one < 220; one += 1) {
      const { status } = await fetch(`${many.url}/v1/submissions/${randomUUID()}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      });
      assert.equal(status, 201);
    }
    for (const width of [360, 1280])
      await visit({ viewport: { width, height: 740 }, javaScriptEnabled: false }, async (page) => {
        await page.goto(`${many.url}/desk`);
        await page.getByLabel('Mật khẩu').fill('mau-tiep-nhan');
        await page.keyboard.press('Enter');
        await page.getByText('220 hồ sơ đang giải quyết').waitFor();
        const pages = page.getByRole('navigation', { name: 'Các trang: Hồ sơ đang giải quyết' });
        const tabTo = async (name) => {
          const link = pages.getByRole('link', { name, exact: true });
          for (let stop = 0; stop < 80; stop += 1) {
            await page.keyboard.press('Tab');
            if (await link.evaluate((element) => element.matches(':focus'))) return;
          }
          assert.fail(`“${name}” is out of reach of the keyboard`);
        };
        await tabTo('Trang sau');
        await page.keyboard.press('Enter');
        await pages.getByText('Trang 2 trên 5').waitFor();
        assert.equal(page.url(), `${many.url}/desk?page=2`);
        assert.match(await page.title(), /^Hồ sơ, trang 2 –/u);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        await tabTo('Trang cuối');
        await page.keyboard.press('Enter');
        await pages.getByText('Trang 5 trên 5 · hồ sơ 201–220 trong 220').waitFor();
        assert.equal(await page.getByRole('link', { name: /^H00/u }).count(), 20);
        await page.goBack();
        await pages.getByText('Trang 2 trên 5').waitFor();
        await page.goto(page.url());
        await pages.getByText('hồ sơ 51–100 trong 220').waitFor();
        // On paper it says which of the pages it is; what nobody can press there is gone.
        await page.emulateMedia({ media: 'print' });
        assert.equal(await pages.getByText('Trang 2 trên 5').isVisible(), true);
        assert.equal(await pages.getByRole('link', { name: 'Trang sau' }).isVisible(), false);
        assert.equal(await page.getByRole('button', { name: 'Lọc' }).isVisible(), false);
      });
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto(`${many.url}/desk`);
      await page.getByLabel('Mật khẩu').fill('mau-tiep-nhan');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('heading', { name: 'Hồ sơ', exact: true }).waitFor();
      await page.goto(`${many.url}/desk?page=2`);
      assert.deepEqual(await axeFaults(page), []);
      await page.getByLabel('Mã hồ sơ').fill('H00');
      await page.getByRole('button', { name: 'Tìm' }).click();
      await page.getByRole('button', { name: 'Trang sau' }).click();
      await page.getByText('Trang 2 trên 5').waitFor();
      assert.ok(!page.url().includes('H00'));
      assert.deepEqual(await axeFaults(page), []);
    });
  } finally {
    await many.close();
    rmSync(own, { recursive: true, force: true });
  }
});
