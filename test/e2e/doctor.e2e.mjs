import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { copyOf, hostPages, MARKUP, page } from '../support/host-pages.mjs';

/* Pages with real traps, opened with `?dvc-doctor` behind their address: the built doctor must find what is wrong. */

const made = mkdtempSync(join(tmpdir(), 'dvc-doctor-'));
after(() => rmSync(made, { recursive: true }));

/** A copy to which somebody forgot to bring one file. */
const lame = join(made, 'lame');
cpSync(join(root, 'dist/cdn'), lame, { recursive: true });
rmSync(join(lame, 'elements/doctor.js'));

const visit = hostPages(
  { '/minor/': copyOf(made, '0.9.0'), '/lame/': lame },
  /^https?:\/\/(?:xa-mau|du-lieu|khac)\.example\//u,
);

const ONE = '<script defer src="/dvc/dvc.min.js"></script>';
const PHONE = '<meta name="viewport" content="width=device-width, initial-scale=1">';
const LOOKUP = MARKUP['dvc-procedure-lookup'];
const policy = (text) => `${PHONE}<meta http-equiv="Content-Security-Policy" content="${text}">`;
/** What a browser says in the console of what it blocks, and the library of what it does not get. */
const REFUSALS = { allows: /./u };

/** The same page with the question for the doctor behind its address. */
const ask = (at) => at.goto(`${at.url()}?dvc-doctor`);

async function reportOf(at) {
  await at.locator('dvc-doctor >> css=.summary').waitFor();
  return at.locator('dvc-doctor').evaluate(({ shadowRoot }) => {
    const texts = (selector) =>
      [...shadowRoot.querySelectorAll(selector)].map(({ textContent }) =>
        textContent.replace(/\s+/gu, ' ').trim(),
      );
    return {
      summary: texts('.summary')[0],
      found: texts('.fault, .advice').join('\n'),
      unknown: texts('.unknown li').join('\n'),
      message: shadowRoot.querySelector('textarea')?.value ?? '',
    };
  });
}

for (const [why, script] of [
  ['the loader', undefined],
  ['the one script', ONE],
])
  test(`${why}: the doctor comes when the address asks for it, finds a good page well, and asks nobody else`, () =>
    visit(page(LOOKUP, { head: PHONE, ...(script && { script }) }), async (at) => {
      await at.locator('dvc-procedure-lookup >> css=.card, input').first().waitFor();
      const asked = [];
      at.on('request', (request) => asked.push(request.url()));
      await at.reload();
      await at.locator('dvc-procedure-lookup >> css=.card, input').first().waitFor();
      assert.equal(await at.locator('dvc-doctor').count(), 0);
      assert.deepEqual(
        asked.filter((url) => /doctor|consultation/u.test(url)),
        [],
      );
      await ask(at);
      const { summary, found, unknown, message } = await reportOf(at);
      assert.equal(summary, 'Không thấy lỗi nào trong những gì kiểm tra được.', found);
      assert.match(unknown, /bác sĩ chỉ nhìn từ máy này/u);
      assert.equal(message, '');
      const { origin } = new URL(at.url());
      assert.deepEqual(
        asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:')),
        [],
      );
      assert.deepEqual(
        await at.evaluate(async () =>
          (await indexedDB.databases()).filter(({ name }) => name === 'dvc-doctor'),
        ),
        [],
      );
    }));

test('a policy that does not let the catalogue come: what is blocked, and the line to change', () =>
  visit(
    page(LOOKUP, { head: policy("default-src 'none'; script-src 'self'; connect-src https://khac.example") }),
    async (at) => {
      await ask(at);
      const { found, unknown, message } = await reportOf(at);
      assert.match(found, /CSP của trang chặn việc tải \S+\/data\/catalog\.json/u);
      assert.match(found, /“connect-src https:\/\/khac\.example”/u);
      assert.doesNotMatch(found, /Không tới được/u);
      // Its own server could not be asked either, which is no reason to call the clock right.
      assert.match(unknown, /Đồng hồ có đúng không/u);
      assert.match(message, /^Kính gửi[\s\S]*connect-src[\s\S]*To whoever runs[\s\S]*connect-src/u);
      assert.doesNotMatch(message, /dvc-doctor\b(?!.*policy)|\?/u);
    },
    REFUSALS,
  ));

test('a policy that does not let the script come: no doctor can run, and what stands in its tag says so', () =>
  visit(
    page(`<dvc-doctor>Bác sĩ trang chưa chạy: kiểm tra CSP (script-src).</dvc-doctor>${LOOKUP}`, {
      head: policy("script-src 'none'"),
    }),
    async (at) => {
      await at.getByText('Bác sĩ trang chưa chạy').waitFor();
      await at.getByRole('link', { name: 'Danh sách' }).waitFor();
    },
    REFUSALS,
  ));

test('Trusted Types that do not name the library: the doctor cannot draw, and tells it as plain text', () =>
  visit(
    page(LOOKUP, { head: policy("require-trusted-types-for 'script'; trusted-types cua-trang") }),
    async (at) => {
      await ask(at);
      const told = at.locator('dvc-doctor');
      await told.filter({ hasText: "trusted-types dvc-widgets 'allow-duplicates'" }).waitFor();
      assert.match(await told.innerText(), /^Kính gửi[\s\S]*To whoever runs/u);
    },
    REFUSALS,
  ));

for (const [why, script, files] of [
  ['the loader', '<script type="module" src="/lame/dvc.loader.min.js"></script>', undefined],
  ['the one script', ONE, '**/late/**'],
])
  test(`${why}: a copy without the doctor’s file: said in the page, not only in the console`, () =>
    visit(
      page(LOOKUP, { script }),
      async (at) => {
        if (files) await at.route(files, (route) => route.fulfill({ status: 404 }));
        await ask(at);
        await at.locator('dvc-doctor').filter({ hasText: 'Không tải được mã của <dvc-doctor>' }).waitFor();
      },
      REFUSALS,
    ));

for (const [why, script] of [
  ['the loader', '<script type="module" src="/dvc/dvc.loader.min.js" data-gatewy="/x"></script>'],
  ['the one script', ONE.replace('defer', 'defer data-gatewy="/x"')],
])
  test(`${why}: a mistyped option of the script, a mistyped data-dvc and an address that it may not tell: each by its name`, () =>
    visit(
      page(
        `<p><a data-dvc="procedurelookup" href="/a">A</a></p><p><b data-dvc="Tra cứu">B</b></p>
         <p><a data-dvc="procedure-lookup" data-catalog="https://khac.example/c.json" href="/b">C</a></p>`,
        { head: PHONE, script },
      ),
      async (at) => {
        await ask(at);
        const { found } = await reportOf(at);
        assert.match(found, /script không có thuộc tính: data-gatewy\./u);
        assert.match(found, /Thẻ data-dvc="procedurelookup" chưa chạy: sai tên thẻ/u);
        assert.match(found, /Thẻ data-dvc="Tra cứu" chưa chạy/u);
        assert.match(found, /dvc-procedure-lookup không lấy data-catalog, vì địa chỉ ấy ở máy chủ khác/u);
        assert.doesNotMatch(found, /không có (?:catalog|thẻ)|procedure-lookup" chưa chạy/u);
      },
      REFUSALS,
    ));

test('a calendar whose years are over: told, with the year that it lacks; one that goes on is not', () =>
  visit(
    page(`<dvc-status-tracker gateway="/gateway" calendar="/lich.json"></dvc-status-tracker>`, {
      head: PHONE,
    }),
    async (at) => {
      let years = [2019, 2020];
      await at.route('**/lich.json', (route) =>
        route.fulfill({ json: { years, holidays: [], workingWeekends: [] } }),
      );
      await ask(at);
      const { found, message } = await reportOf(at);
      assert.match(found, /chỉ có đến hết năm 2020: hạn sang năm 2021/u);
      assert.match(message, /ends with 2020/u);
      years = [2999];
      await at.reload();
      assert.doesNotMatch((await reportOf(at)).found, /Lịch nghỉ lễ/u);
    },
    REFUSALS,
  ));

test('JSON that is no catalogue: said as the console says it, and forwarded', () =>
  visit(
    page(LOOKUP, { head: PHONE }),
    async (at) => {
      await at.route('**/data/catalog.json', (route) => route.fulfill({ json: { procedures: [] } }));
      await ask(at);
      const { summary, found, message } = await reportOf(at);
      assert.equal(summary, 'Thấy 1 lỗi cần sửa.');
      assert.match(
        found,
        /Không dùng được gì trong \S+\/data\/catalog\.json \(catalog\)\. .*thiếu “publisher”/u,
      );
      assert.match(
        message,
        /Phía trang:\n1\. Không dùng được gì[\s\S]*In the page:\n1\. Nothing in \S+ \(catalog\)/u,
      );
    },
    REFUSALS,
  ));

for (const [why, script] of [
  ['the loader', '<script type="module" src="/dvc/dvc.loader.min.js" data-prefix="xa"></script>'],
  ['the one script', ONE.replace('defer', 'defer data-prefix="xa"')],
])
  test(`${why}: tags that begin as they do elsewhere on a page whose tags begin otherwise, and one without its place`, () =>
    visit(
      page(
        `${LOOKUP}<dvc-khac></dvc-khac>
         <xa-level-guide></xa-level-guide><xa-level-badge class="dvc-reserve-badge" level="4"></xa-level-badge>
         <a data-dvc="data-journey" href="/a">A</a>`,
        { head: `${PHONE}<link rel="stylesheet" href="/dvc/dvc.css">`, script },
      ),
      async (at) => {
        await at.goto(`${at.url()}?dvc-doctor`);
        await at.locator('xa-doctor >> css=.summary').waitFor();
        const found = await at.locator('xa-doctor >> css=.doctor').innerText();
        assert.match(
          found,
          /Thẻ dvc-procedure-lookup không chạy[^\n]*data-prefix[^\n]*\s+Viết xa-procedure-lookup/u,
        );
        assert.match(found, /không giữ chỗ cho xa-level-guide[^\n]*\s+Thêm class="dvc-reserve" vào/u);
        assert.doesNotMatch(found, /dvc-khac|giữ chỗ cho xa-(?:level-badge|data-journey)|không có catalog/u);
        assert.match(found, /Thấy 1 lỗi/u);
      },
      REFUSALS,
    ));

test('a copy whose part for reading data is not there: nothing is called well', () =>
  visit(
    page(LOOKUP, { head: PHONE }),
    async (at) => {
      await at.route('**/chunks/closer-*.js', (route) => route.fulfill({ status: 404 }));
      await ask(at);
      await at.locator('dvc-doctor').getByText('Chưa kiểm tra được trang này').waitFor();
      assert.equal(await at.locator('dvc-doctor >> css=.summary').count(), 0);
    },
    REFUSALS,
  ));

/** Serves one page itself, as a server of the past does. */
async function serveAs(at, body, contentType) {
  await at.route('**/cu.html*', (route) => route.fulfill({ body, contentType }));
  await at.goto(new URL('/cu.html?dvc-doctor', at.url()).href);
}

test('a page in windows-1258: told, in letters that can be read though the script came in it, too', () =>
  visit(page(''), async (at) => {
    const ascii = page(LOOKUP.replace('Danh sách', 'Danh sach'), { head: PHONE, script: ONE });
    await serveAs(at, ascii.replace('<meta charset="utf-8">', ''), 'text/html; charset=windows-1258');
    const { found, message } = await reportOf(at);
    assert.match(found, /Trang dùng bảng mã windows-1258, không phải UTF-8/u);
    assert.match(message, /chuyển trang sang UTF-8/iu);
  }));

test('a page in UTF-8 that its server calls windows-1258: the word that came out wrong is shown', () =>
  visit(page(''), async (at) => {
    await serveAs(at, page(`<h1>Thủ tục hành chính</h1>${LOOKUP}`), 'text/html; charset=windows-1258');
    const { found } = await reportOf(at);
    assert.match(found, /Chữ trong trang bị đọc sai bảng mã \(windows-1258\): “Thá»§”/u);
  }));

test('a catalogue by http on a page by https', () =>
  visit(
    page(''),
    async (at) => {
      const types = { '.js': 'text/javascript', '.css': 'text/css' };
      await at.route('https://xa-mau.example/**', (route) => {
        const { pathname } = new URL(route.request().url());
        const markup =
          '<dvc-procedure-lookup catalog="http://du-lieu.example/catalog.json"></dvc-procedure-lookup>';
        if (!pathname.startsWith('/dvc/'))
          return route.fulfill({ body: page(markup), contentType: 'text/html' });
        const file = join(root, 'dist/cdn', pathname.slice('/dvc/'.length));
        return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] });
      });
      await at.goto('https://xa-mau.example/trang.html?ma=H47.01&dvc-doctor');
      const { found, message } = await reportOf(at);
      assert.match(
        found,
        /Trang dùng https mà catalog trỏ tới địa chỉ http\S*, .*http:\/\/du-lieu\.example\/catalog\.json/u,
      );
      assert.match(message, /https:\/\/xa-mau\.example\/trang\.html:/u);
      assert.doesNotMatch(message, /H47/u);
    },
    REFUSALS,
  ));

test('a second copy of another version: whose element runs by which', () =>
  visit(
    page(
      `${MARKUP['dvc-level-badge']}<script type="module" src="/minor/elements/level-badge.js"></script>
      <script type="module" src="/dvc/dvc.loader.min.js"></script>
      <script type="module" src="/copy/dvc.loader.min.js"></script>`,
      { head: PHONE, script: '' },
    ),
    async (at) => {
      await ask(at);
      const { found } = await reportOf(at);
      assert.match(found, /dvc-level-badge đang chạy bằng bản 0\.9\.0, còn bản kiểm tra này là 0\.1\.0/u);
      assert.match(found, /nhiều thẻ script của dvc-widgets: \S+\/dvc\/\S+, \S+\/copy\//u);
    },
    REFUSALS,
  ));

test('a server that gives the catalogue as a picture, one that lets nobody read it, and one that fails', () =>
  visit(
    page(LOOKUP, { head: PHONE }),
    async (at) => {
      const catalog = readFileSync(join(root, 'examples/commune/data/catalog.json'));
      let answer = { body: catalog, contentType: 'image/png' };
      await at.route('**/data/catalog.json', (route) => route.fulfill(answer));
      await ask(at);
      assert.match((await reportOf(at)).found, /catalog\.json \(catalog\) với kiểu “image\/png”/u);
      answer = { status: 503, body: '' };
      await at.reload();
      assert.match((await reportOf(at)).found, /Máy chủ đang lỗi ở \S+ \(catalog, mã 503\)/u);
    },
    REFUSALS,
  ));

test('a catalogue of another site that does not say who may read it', () =>
  visit(
    page('<div id="place"></div>', { head: PHONE }),
    async (at) => {
      const other = 'https://khac.example/catalog.json';
      await at.route(other, (route) =>
        route.fulfill({ json: {}, headers: { 'Access-Control-Allow-Origin': 'https://ai-khac.example' } }),
      );
      await at.route('**/khac.html*', (route) =>
        route.fulfill({
          body: page(`<dvc-procedure-lookup catalog="${other}"></dvc-procedure-lookup>`),
          contentType: 'text/html',
        }),
      );
      await at.goto(new URL('/khac.html?dvc-doctor', at.url()).href);
      assert.match(
        (await reportOf(at)).found,
        /Máy chủ của https:\/\/khac\.example\/catalog\.json \(catalog\) không cho trang này đọc \(CORS\)/u,
      );
    },
    REFUSALS,
  ));

test('a clock that is two hours ahead, and a page that hides an element', () =>
  visit(
    page(LOOKUP, { head: `${PHONE}<style>.tab{display:none}</style>` }).replace(
      '<dvc-procedure-lookup',
      '<div class="tab"><dvc-procedure-lookup',
    ),
    async (at) => {
      await at.clock.setFixedTime(Date.now() + 2 * 3_600_000);
      await ask(at);
      const { found, message } = await reportOf(at);
      assert.match(found, /lệch nhau (?:119|120) phút/u);
      assert.match(found, /dvc-procedure-lookup không ai thấy được: div\.tab đặt display: none/u);
      // A clock of one computer is nothing for the hosting company.
      assert.doesNotMatch(message, /lệch nhau/u);
    },
  ));
