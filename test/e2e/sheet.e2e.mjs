import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { serveSite, SITE_CSP } from '../../scripts/start.mjs';
import { down, withHidden, workbook } from '../support/sheets.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* The page on which a webmaster makes a catalogue out of a spreadsheet, under the strict policy, from the built files. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHEET = await workbook([
  ['Mã số TTHC', 'Tên TTHC', 'Phí', 'Thành phần hồ sơ', 'Mức độ', 'Cơ quan làm'],
  [
    down('1.001193', 2),
    down('Đăng ký khai sinh', 2),
    down('8.000 đồng', 2),
    'Tờ khai',
    down('Toàn trình', 2),
    'UBND xã',
  ],
  [null, null, null, 'Giấy chứng sinh', null, null],
  [null, 'Xóa tạm trú', '0', 'Tờ khai', null, null],
]);
const xlsx = (buffer, name = 'danh-muc.xlsx') => ({ name, mimeType: '', buffer: Buffer.from(buffer) });

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

/** The page, silent and at home; the worker is under the site's policy as well, as on a host that sends it with all. */
async function visit(act, { path = '/bang-tinh.html', viewport = { width: 360, height: 740 } } = {}) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', acceptDownloads: true });
  const page = await context.newPage();
  const faults = [];
  const asked = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  context.on('request', (request) =>
    asked.push(`${request.method()} ${request.url().replace(server.url, '')}`),
  );
  await page.route('**/sheet-worker.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': SITE_CSP },
    });
  });
  try {
    await page.goto(server.url + path);
    await page.locator('#tool').waitFor();
    await act(page, asked);
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, []);
}

const saved = async (page, name) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

async function chooseWhose(page) {
  await page.getByLabel('Cơ quan công bố').fill('UBND xã Mẫu');
  await page.getByLabel('Nơi áp dụng').fill('Xã Mẫu');
  await page.getByLabel('Nơi áp dụng').press('Tab');
}

test('a spreadsheet that is dropped becomes a catalogue, with each problem by row and column, and nothing is sent', () =>
  visit(async (page, asked) => {
    const loaded = () => asked.filter((line) => !/\/dvc\/|\/data\/calendar/u.test(line)).length;
    await chooseWhose(page);
    const before = loaded();
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const data = new window.DataTransfer();
        data.items.add(new window.File([Uint8Array.from(bytes)], 'danh-muc.xlsx'));
        return data;
      },
      [...SHEET],
    );
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: dropped });
    await page.getByText('Đọc được 1 thủ tục. Phần bị thiếu: 1.').waitFor();

    const rows = page.getByRole('row').filter({ has: page.getByRole('cell') });
    assert.match(await rows.first().innerText(), /dòng 4[^]*“Xóa tạm trú” không có mã[^]*Điền mã/u);
    assert.match(await rows.nth(1).innerText(), /dòng 1, cột F \(Cơ quan làm\)[^]*Không biết cột/u);
    await page.getByLabel('Cơ quan làm').selectOption('Cơ quan thực hiện');
    // What was made before stays until the worker has answered.
    await page.getByText('Không biết cột').waitFor({ state: 'detached' });

    const lookup = page.locator('dvc-procedure-lookup');
    await lookup.getByRole('searchbox').fill('khai sinh');
    await lookup.getByRole('heading', { name: 'Đăng ký khai sinh' }).waitFor();
    await lookup.getByText('Toàn trình').first().waitFor();

    const catalog = await saved(page, 'Tải catalog.json');
    const { publisher, procedures } = JSON.parse(catalog.text);
    assert.deepEqual(
      [catalog.name, publisher, procedures.map(({ code }) => code), procedures[0].competentAgency],
      ['catalog.json', 'UBND xã Mẫu', ['1.001193'], 'UBND xã'],
    );
    assert.equal(procedures[0].paperGroups[0].papers.length, 2);
    assert.deepEqual(JSON.parse((await saved(page, 'Tải levels.json')).text).entries, [
      { code: '1.001193', level: 'full' },
    ]);
    assert.match((await saved(page, 'Tải danh sách này')).text, /^\ufeffLoại,Ở đâu[^]*Thiếu,/u);
    assert.equal(loaded(), before);
    assert.deepEqual(
      asked.filter((line) => !line.startsWith('GET /')),
      [],
    );

    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
      [],
    );
    const [wide, room] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(wide <= room, `${wide} > ${room}`);
  }));

test('a search index is made where it is asked for, with its name in the catalogue, and can be left out again', () =>
  visit(async (page, asked) => {
    await chooseWhose(page);
    await page.getByLabel(/Tệp .xlsx hoặc .csv/u).setInputFiles(xlsx(SHEET));
    const buttons = page.getByRole('button', { name: /^Tải catalog/u });
    const files = async (count) => {
      await page.waitForFunction((many) => document.querySelectorAll('#files button').length === many, count);
      return buttons.allInnerTexts();
    };
    assert.deepEqual(await files(2), ['Tải catalog.json']);
    const plain = JSON.parse((await saved(page, 'Tải catalog.json')).text);

    const choice = page.getByRole('checkbox', { name: 'Làm thêm chỉ mục tìm kiếm' });
    assert.equal(await choice.isChecked(), false);
    await choice.check();
    assert.deepEqual(await files(3), ['Tải catalog.json', 'Tải catalog.search.json']);
    const catalog = JSON.parse((await saved(page, 'Tải catalog.json')).text);
    assert.deepEqual(catalog, { ...plain, searchIndex: 'catalog.search.json' });
    const index = await saved(page, 'Tải catalog.search.json');
    assert.equal(index.name, 'catalog.search.json');
    assert.deepEqual(JSON.parse(index.text).words.toSorted(), ['khai', 'ký', 'sinh', 'đăng']);
    // What is shown is searched without the file, which is on no server yet.
    const lookup = page.locator('dvc-procedure-lookup');
    await lookup.getByRole('searchbox').fill('khai sinh');
    await lookup.getByRole('heading', { name: 'Đăng ký khai sinh' }).waitFor();
    assert.deepEqual(
      asked.filter((line) => line.includes('catalog.search')),
      [],
    );

    await choice.uncheck();
    assert.deepEqual(await files(2), ['Tải catalog.json']);
  }));

test('what changed since the last catalogue is told by field', () =>
  visit(
    async (page) => {
      const last = {
        formatVersion: 1,
        publisher: 'UBND xã Mẫu',
        place: 'Xã Mẫu',
        publishedOn: '2026-01-01',
        procedures: [
          { code: '1.001193', name: 'Đăng ký khai sinh', fees: [{ kind: 'known', amount: 5000 }] },
          { code: '1.000894', name: 'Đăng ký kết hôn' },
        ],
      };
      await page.getByLabel(/Danh mục lần trước/u).setInputFiles(xlsx(JSON.stringify(last), 'catalog.json'));
      await page.getByLabel(/Tệp .xlsx hoặc .csv/u).setInputFiles(xlsx(SHEET));
      await page.getByText('So với tệp trước: thêm 0, bỏ 1, sửa 1, giữ nguyên 0.').waitFor();
      await page.getByText('Phí, lệ phí: từ “5.000 đồng” thành “8.000 đồng”').waitFor();
      await page.getByText('Bỏ 1.000894 – Đăng ký kết hôn').waitFor();
      // Whose it is, is known from the last one.
      assert.equal(await page.getByLabel('Cơ quan công bố').inputValue(), 'UBND xã Mẫu');
    },
    { viewport: { width: 1280, height: 900 } },
  ));

test('a hidden column is in no file until the person says what it is; a hidden row is told', () =>
  visit(async (page) => {
    await chooseWhose(page);
    const bytes = await workbook([
      ['Mã số TTHC', 'Tên TTHC', 'Ghi chú'],
      ['1.001193', 'Đăng ký khai sinh', 'Nộp buổi sáng'],
      ['1.000894', 'Đăng ký kết hôn', null],
    ]);
    await page
      .getByLabel(/Tệp .xlsx hoặc .csv/u)
      .setInputFiles(xlsx(withHidden(bytes, { columns: [[3, 3]], rows: [3] })));
    await page
      .getByText('Cột “Ghi chú” đang ẩn trong bảng tính, nên 1 ô có chữ không vào danh mục.')
      .waitFor();
    await page.getByText(/Dòng này đang ẩn trong bảng tính .* “1.000894 \| Đăng ký kết hôn”/u).waitFor();
    const notes = async () => {
      const { procedures } = JSON.parse((await saved(page, 'Tải catalog.json')).text);
      return procedures.map(({ note }) => note);
    };
    assert.deepEqual(await notes(), [undefined, undefined]);
    const choice = page.getByLabel('Ghi chú', { exact: true });
    assert.equal(await choice.inputValue(), '');
    await choice.selectOption('Ghi chú');
    await page.getByText('Cột “Ghi chú” đang ẩn').waitFor({ state: 'detached' });
    assert.deepEqual(await notes(), ['Nộp buổi sáng', undefined]);
  }));

const csvOf = (name, day) =>
  xlsx(
    [
      name && `Cơ quan công bố,UBND xã ${name}\nNơi áp dụng,Xã ${name}\nNgày công bố,${day}\n`,
      'Mã thủ tục,Tên thủ tục\n1.001193,Đăng ký khai sinh\n',
    ].join(''),
    'bang.csv',
  );

test('the next file is of its own commune; what a person filled in goes before it, and that is told', () =>
  visit(async (page) => {
    const file = page.getByLabel(/Tệp .xlsx hoặc .csv/u);
    const headOf = async () => {
      const { publisher, place, publishedOn } = JSON.parse((await saved(page, 'Tải catalog.json')).text);
      return [publisher, place, publishedOn];
    };
    const boxes = async () => [
      await page.getByLabel('Cơ quan công bố').inputValue(),
      await page.getByLabel('Ngày công bố').inputValue(),
    ];
    await file.setInputFiles(csvOf('Một', '01/02/2026'));
    await page.getByText('Không có gì phải sửa.').waitFor();
    assert.deepEqual(await headOf(), ['UBND xã Một', 'Xã Một', '2026-02-01']);
    await file.setInputFiles(csvOf('Hai', '05/06/2026'));
    await page.waitForFunction(() => document.querySelector('#publisher').value === 'UBND xã Hai');
    assert.deepEqual(await boxes(), ['UBND xã Hai', '05/06/2026']);
    assert.deepEqual(await headOf(), ['UBND xã Hai', 'Xã Hai', '2026-06-05']);

    await page.getByLabel('Cơ quan công bố').fill('UBND xã Ba');
    await page.getByLabel('Cơ quan công bố').press('Tab');
    await page.getByText('Tệp ghi “UBND xã Hai”, nhưng đã dùng “UBND xã Ba” do bạn điền.').waitFor();
    assert.deepEqual(await headOf(), ['UBND xã Ba', 'Xã Hai', '2026-06-05']);

    // A file that names nobody must not get the last one's place.
    await file.setInputFiles(csvOf('', ''));
    await page.getByText('Chưa có cơ quan công bố hoặc nơi áp dụng').waitFor();
    assert.equal(await page.getByLabel('Nơi áp dụng').inputValue(), '');
    assert.equal(await page.getByLabel('Cơ quan công bố').inputValue(), 'UBND xã Ba');
  }));

for (const [path, label, name] of [
  ['/bang-tinh.html', /Tệp .xlsx hoặc .csv/u, 'bang.csv'],
  ['/bang-tinh.html', /Danh mục lần trước/u, 'catalog.json'],
  ['/nhung.html', 'Hoặc chọn tệp danh mục', 'catalog.json'],
])
  test(`a file that was mended can be chosen again: ${path}, ${String(label)}`, () =>
    visit(
      async (page) => {
        const field = page.getByLabel(label);
        const names = () => field.evaluate(({ files }) => [...files].map((file) => file.name));
        await field.setInputFiles(xlsx('{}', name));
        // A browser tells a change only where the field held something else, or nothing, when it was asked.
        await Promise.all([page.waitForEvent('filechooser'), field.click()]);
        assert.deepEqual(await names(), []);
        // Whoever thinks better of it still sees what was read.
        await field.dispatchEvent('cancel');
        assert.deepEqual(await names(), [name]);
      },
      { path },
    ));

test('a workbook whose sheet is large is read under the policy, and the page says what is no spreadsheet', () =>
  visit(async (page) => {
    await chooseWhose(page);
    const rows = Array.from({ length: 4000 }, (_, at) => [
      `1.${String(100000 + at)}`,
      `Thủ tục ${'dài '.repeat(20)}${at}`,
    ]);
    const large = await workbook([['Mã thủ tục', 'Tên thủ tục'], ...rows]);
    const file = page.getByLabel(/Tệp .xlsx hoặc .csv/u);
    await file.setInputFiles(xlsx(large));
    await page.getByText('Đọc được 4000 thủ tục.').waitFor();
    await file.setInputFiles(xlsx('%PDF-1.7', 'danh-muc.xls'));
    await page.getByText('Chưa làm được danh mục. Lỗi: 1.').waitFor();
    await page.getByText('Đây không phải bảng tính').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Tải catalog.json' }).isVisible(), false);
  }));

test('in English, the sample spreadsheet of the site needs no mending', () =>
  visit(
    async (page) => {
      const sample = join(root, 'examples/commune/data/mau-danh-muc.csv');
      await page.getByLabel(/A file .xlsx or .csv/u).setInputFiles(sample);
      await page.getByText('3 procedures were read. Left out: 0. To look at: 0.').waitFor();
      assert.equal(await page.getByLabel('Publisher').inputValue(), 'UBND xã Mẫu');
    },
    { path: '/en/bang-tinh.html' },
  ));
