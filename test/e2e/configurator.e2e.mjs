import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* The page on which a webmaster puts an embedding together, under the strict policy, from the built files. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A server of somebody else, which the tests answer for. */
const ELSEWHERE = 'https://du-lieu.example';

let server;
let browser;
before(async () => {
  server = await serveSite(0);
  browser = await launchWatched(/^https:\/\/du-lieu\.example\//u);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** What a screen reader says of a box after its name. */
const describedBy = (box) =>
  box
    .getAttribute('aria-describedby')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

/** The page, silent but for what a test expects, and asking nobody else. */
async function visit(
  act,
  { path = '/nhung.html', viewport = { width: 1280, height: 900 }, allows, ...options } = {},
) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    await page.goto(server.url + path);
    await page.locator('#tool').waitFor();
    await act(page, faults);
  } finally {
    await context.close();
  }
  assert.deepEqual(
    faults.filter((fault) => !allows?.test(fault)),
    [],
  );
}

const preview = (page) => page.frameLocator('#preview');
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What the button next to a text copies. */
async function copied(page, name) {
  await page.getByRole('button', { name, exact: true }).click();
  return clipboard(page);
}

/** A new page of the same site with these texts in it, sent with these lines of policy and nothing else allowed. */
async function open(page, { head, body, style = '', policy }) {
  const fresh = await page.context().newPage();
  const faults = [];
  fresh.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  fresh.on('pageerror', (error) => faults.push(error.message));
  await fresh.route('**/trang-cua-xa.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: style }),
  );
  await fresh.route('**/trang-cua-xa.html*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'content-security-policy': `default-src 'none'; img-src data:; ${policy.replaceAll('\n', ' ')}; require-trusted-types-for 'script'`,
      },
      body: `<!doctype html><html lang="vi"><head><link rel="icon" href="data:,">
        ${style === '' ? '' : '<link rel="stylesheet" href="/trang-cua-xa.css">'}${head}</head><body>${body}</body></html>`,
    }),
  );
  await fresh.goto(`${server.url}/trang-cua-xa.html`);
  return { fresh, faults };
}

test('chosen by keyboard, copied, and put into a page with the policy that is shown, the element works', () =>
  visit(async (page) => {
    // Everything by keys, from the box of the catalogue on.
    await page.getByLabel('Các tệp mức độ').focus();
    await page.keyboard.type('/data/levels.illustration.json');
    await page.getByLabel('Một tệp cho tất cả').focus();
    await page.keyboard.press('Space');
    await preview(page).getByText('Đăng ký khai sinh').first().waitFor();
    await page.getByRole('button', { name: 'Chép: Dán vào phần head của trang, một lần' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã chép.').waitFor();
    const head = await clipboard(page);
    assert.match(
      head,
      /<script defer src="\/dvc\/dvc\.min\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous">/u,
    );
    const body = await copied(page, 'Chép: Dán vào chỗ muốn hiện');
    const policy = await copied(page, 'Chép: Dòng CSP');
    const { fresh, faults } = await open(page, { head, body, policy });
    const lookup = fresh.locator('dvc-procedure-lookup');
    await lookup.getByRole('searchbox').fill('lam lai giay khai sinh');
    await lookup.locator('.card').first().filter({ hasText: 'khai sinh' }).waitFor();
    await lookup.getByText('minh họa').first().waitFor();
    assert.deepEqual(faults, []);
  }));

for (const platform of ['html', 'joomla', 'liferay', 'sharepoint-classic', 'dnn', 'webforms', 'data'])
  test(`the whole set for ${platform}: what is copied works on a page with that policy, theme and accent`, () =>
    visit(async (page) => {
      await page.getByRole('button', { name: 'Chọn trọn bộ' }).click();
      await page.getByLabel('Tối', { exact: true }).check();
      await page.getByLabel('Màu nhấn của trang bạn').fill('#ffb070');
      await page.getByLabel('Trang của bạn làm bằng').selectOption(platform);
      const of = (part) => `Chép: Dán vào chỗ muốn hiện: ${part}`;
      const texts = {
        head: await copied(page, 'Chép: Dán vào phần head của trang, một lần'),
        style: await copied(page, 'Chép: Thêm vào tệp CSS của trang'),
        policy: await copied(page, 'Chép: Dòng CSP'),
      };
      const body =
        (await copied(page, of('Ô tìm thủ tục'))) + (await copied(page, of('Cả trang một thủ tục')));
      const { fresh, faults } = await open(page, { ...texts, body });
      await fresh.locator('dvc-procedure-lookup .card').first().waitFor();
      await fresh.goto(`${fresh.url()}?ma=1.001193`);
      const button = fresh.locator('dvc-procedure-lookup').getByRole('button', { name: 'Tìm', exact: true });
      await button.waitFor();
      const paint = await button.evaluate((one) => window.getComputedStyle(one).backgroundColor);
      assert.equal(paint, 'rgb(255, 176, 112)');
      await fresh
        .locator('dvc-procedure-detail')
        .getByRole('heading', { name: 'Đăng ký khai sinh' })
        .first()
        .waitFor();
      assert.deepEqual(faults, []);
    }));

test('the choices stand in the address: a reload, the other language and Back keep them', () =>
  visit(async (page) => {
    await page.getByLabel('Điện thoại hỗ trợ').fill('0235 000 0000');
    await page.getByLabel('Điện thoại hỗ trợ').press('Enter');
    await page.getByLabel('Trang của bạn làm bằng').selectOption('wordpress');
    await page.getByText('[dvc element="procedure-lookup"').waitFor();
    assert.match(page.url(), /help-phone=0235\+000\+0000/u);
    await page.reload();
    assert.equal(await page.getByLabel('Điện thoại hỗ trợ').inputValue(), '0235 000 0000');
    await page.getByText('[dvc element="procedure-lookup"').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    assert.equal(await page.getByLabel('Help phone').inputValue(), '0235 000 0000');
    assert.equal(await page.getByLabel('Your site is made with').inputValue(), 'wordpress');

    await page.getByRole('checkbox', { name: 'Level badge' }).check();
    await page.getByRole('checkbox', { name: 'Procedure lookup' }).uncheck();
    await page.getByLabel('Level', { exact: true }).fill('4');
    await page.getByLabel('Dark').check();
    await page.goBack();
    assert.equal(await page.getByLabel('Light (default)').isChecked(), true);
    assert.equal(await page.getByLabel('Level', { exact: true }).inputValue(), '4');
    await page.goBack();
    await page.goBack();
    assert.equal(await page.getByRole('checkbox', { name: 'Procedure lookup' }).isChecked(), true);
    // A link within the page changes nothing of it.
    const before = page.url();
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    assert.equal(page.url(), before);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  }));

test('the preview is the element itself, at the width and in the look that were chosen', () =>
  visit(async (page) => {
    const inside = preview(page);
    await inside.locator('dvc-procedure-lookup .card').first().waitFor();
    for (const width of ['320', '360', '768']) {
      await page.getByLabel(width, { exact: true }).check();
      assert.equal(await inside.locator('html').evaluate(() => window.innerWidth), Number(width));
    }
    assert.match(page.url(), /width=768/u);
    await page.getByLabel('Tương phản cao').check();
    await page.getByText('giữ màu riêng của nó').waitFor();
    await inside.locator('body').evaluate(async (body) => {
      while (window.getComputedStyle(body).backgroundColor !== 'rgb(0, 0, 0)')
        await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    // Filing from a preview would be filing.
    await page.getByRole('checkbox', { name: 'Nộp hồ sơ từng bước' }).check();
    await page.getByLabel('Hồ sơ đi đâu').selectOption('Vào hệ thống tiếp nhận của bạn');
    await page.getByText('chạy ở chế độ tập').waitFor();
    await inside.locator('dvc-portal[destination="practice"] dvc-form-steps .step-title').waitFor();
    await page.goBack();
    await page.goBack();
    assert.equal(await page.getByRole('checkbox', { name: 'Nộp hồ sơ từng bước' }).isChecked(), false);
  }));

test('an accent is told in numbers and words; what cannot be read is refused, and a near one is offered', () =>
  visit(async (page) => {
    const accent = page.getByLabel('Màu nhấn của trang bạn');
    await accent.fill('#e05a00');
    await page.getByText(/#e05a00: tương phản chỉ 2,\d+:1.*không được dùng/u).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Chép: Thêm vào tệp CSS của trang' }).count(), 0);
    await page.getByRole('button', { name: /Dùng màu gần nhất đạt AAA/u }).click();
    await page.getByText(/tương phản 7,\d+:1, đạt mức AAA/u).waitFor();
    const style = await copied(page, 'Chép: Thêm vào tệp CSS của trang');
    assert.match(style, /^html:root \{\n {2}--dvc-accent: #[\da-f]{6};/u);
    await accent.fill('#b34800');
    await page.getByText(/tương phản 4,\d+:1, đạt mức AA .*chưa đạt AAA/u).waitFor();
    await page.getByRole('button', { name: 'Trả về màu có sẵn' }).click();
    await page.getByText('Đang dùng màu có sẵn').waitFor();
  }));

test('data is tried as an element would load it, and told in words', () =>
  visit(
    async (page, faults) => {
      const box = page.getByLabel('Tệp danh mục thủ tục', { exact: false }).first();
      const tell = async (address) => {
        await box.fill(address);
        await page.getByRole('button', { name: 'Thử các địa chỉ dữ liệu' }).click();
      };
      const checked = page.locator('#checked');
      await tell('/data/catalog.json');
      await checked.getByText(/Đọc được 284 thủ tục.*KB/u).waitFor();
      await checked.getByText('dữ liệu mẫu: phần tử sẽ nói').waitFor();
      await tell('/data/khong-co.json');
      await checked.getByText('Phần tử không dùng được tệp này.').waitFor();
      await tell('/index.html');
      await checked.getByText(/text\/html/u).waitFor();
      // The site's policy keeps the page from asking others, and it says so instead of guessing.
      await tell(`${ELSEWHERE}/catalog.json`);
      await checked.getByText(/CSP của trang này không cho hỏi/u).waitFor();
      assert.match(
        await page.locator('#policy').innerText(),
        /connect-src 'self' https:\/\/du-lieu\.example/u,
      );
      const half = {
        formatVersion: 1,
        publisher: 'UBND xã Mẫu',
        place: 'Xã Mẫu',
        publishedOn: '2026-01-02',
        procedures: [{ code: '1.001193', name: 'Đăng ký khai sinh' }, { code: '1.000894' }],
      };
      await page.getByLabel('Hoặc chọn tệp danh mục').setInputFiles({
        name: 'cua-xa.json',
        mimeType: '',
        buffer: Buffer.from(JSON.stringify(half)),
      });
      const file = page.locator('#file-checked');
      await file
        .getByText('Đọc được 1 thủ tục. Cơ quan công bố: UBND xã Mẫu; nơi áp dụng: Xã Mẫu; ngày 02/01/2026')
        .waitFor();
      await file.getByText('Cần xem lại: 1.').waitFor();
      assert.equal(await file.getByRole('listitem').count(), 1);
      // A value that is none is named at once, and stays out of the snippet.
      await box.fill('javascript:alert(1)');
      await box.press('Tab');
      await page.getByText('Phần này chưa vào đoạn mã.').waitFor();
      assert.equal(await box.getAttribute('aria-invalid'), 'true');
      assert.doesNotMatch(await page.locator('#pieces').innerText(), /javascript/u);
      assert.ok(faults.length > 0);
    },
    { allows: /404|Content Security Policy|du-lieu\.example|\[dvc-widgets\] \/(?:index\.html|data\/)/iu },
  ));

test('an address of a page without {code} is told beside its field, and stays in the snippet', () =>
  visit(async (page) => {
    const box = page.getByLabel('Trang chi tiết thủ tục, có {code}').first();
    const lack = page.getByText('Địa chỉ này không có {code}');
    await box.fill('/chi-tiet.html');
    await box.press('Tab');
    await lack.waitFor();
    assert.equal(await lack.count(), 1);
    assert.match(await box.evaluate(describedBy), /không có \{code\}: thủ tục nào/u);
    assert.notEqual(await box.getAttribute('aria-invalid'), 'true');
    assert.match(await page.locator('#pieces').innerText(), /detail-url="\/chi-tiet\.html"/u);
    // It is said again to whoever opens the address of this page, and no more once it is mended.
    await page.reload();
    await lack.waitFor();
    await box.fill('/chi-tiet.html?ma={code}');
    await box.press('Tab');
    await lack.waitFor({ state: 'detached' });
    await box.fill('');
    await box.press('Tab');
    assert.equal(await lack.count(), 0);
  }));

test('whoever types and presses the button at once copies what was typed; without the right to copy, it is marked', () =>
  visit(async (page) => {
    await page.getByLabel('Điện thoại hỗ trợ').fill('0235 111 2222');
    assert.match(await copied(page, 'Chép: Dán vào chỗ muốn hiện'), /help-phone="0235 111 2222"/u);
    await page.getByText('Đã chép.').waitFor();
    await page.getByLabel('Điện thoại hỗ trợ').fill('0235 333 4444');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
    });
    await page.getByRole('button', { name: 'Chép: Dán vào chỗ muốn hiện' }).click();
    await page.getByText('nhấn Ctrl+C').waitFor();
    assert.match(await page.evaluate(() => String(window.getSelection())), /help-phone="0235 333 4444"/u);
  }));

test('an address with choices in it that somebody sent says which other servers it would bring in', () =>
  visit(
    async (page) => {
      await page.getByText('Mã script sẽ tải từ du-lieu.example.').waitFor();
      await page.getByText('Hồ sơ của bà con sẽ gửi tới du-lieu.example.').waitFor();
      assert.equal(await page.locator('body').evaluate(() => window.hit), undefined);
      assert.match(await page.locator('#policy').innerText(), /script-src https:\/\/du-lieu\.example/u);
    },
    {
      path: `/nhung.html#part=form-steps&form-steps.gateway=${ELSEWHERE}/v1&base=${ELSEWHERE}/dvc/&form-steps.onclick=window.hit=1`,
    },
  ));

test('a wrong address of scripts or of the link is told at once, stays to be mended, and changes nothing', () =>
  visit(async (page) => {
    const snippet = () => page.locator('#pieces').innerText();
    const wrong = 'Địa chỉ không có khoảng trắng, bắt đầu bằng / hoặc https://';
    for (const [name, id, good] of [
      ['Thư mục dvc trên máy chủ', 'base', '/tep/dvc/'],
      ['Đường dẫn thay thế dẫn tới', 'link-href', 'https://xa-mau.example/thu-tuc'],
    ]) {
      const box = page.getByLabel(name);
      const before = await snippet();
      await box.fill('C:\\web\\dvc');
      await box.press('Tab');
      await page.locator(`#${id}-fault`).getByText(wrong).waitFor();
      assert.equal(await box.getAttribute('aria-invalid'), 'true');
      assert.equal(await snippet(), before);
      // Something else is chosen meanwhile: what is to be mended is still there.
      await page.getByLabel('Tối', { exact: true }).check();
      await page.getByLabel('Sáng (có sẵn)').check();
      assert.equal(await box.inputValue(), 'C:\\web\\dvc');
      await box.fill(good);
      await box.press('Tab');
      assert.equal(await page.locator(`#${id}-fault`).innerText(), '');
      assert.match(await snippet(), new RegExp(good, 'u'));
    }
    // Nothing is written: what holds then is shown.
    await page.getByLabel('Thư mục dvc trên máy chủ').fill('');
    await page.getByLabel('Thư mục dvc trên máy chủ').press('Tab');
    assert.equal(await page.getByLabel('Thư mục dvc trên máy chủ').inputValue(), '/dvc/');
  }));

test('an address of this page with wrong addresses in it says which they are', () =>
  visit(
    async (page) => {
      for (const [id, written] of [
        ['base', '//*/dvc/'],
        ['link-href', 'javascript:alert(1)'],
        ['procedure-lookup--detail-url', 'https://{code}.example/'],
      ]) {
        assert.equal(await page.locator(`#${id}`).inputValue(), written);
        assert.equal(await page.locator(`#${id}`).getAttribute('aria-invalid'), 'true');
        await page.locator(`#${id}-fault, [id="${id}--fault"]`).getByText('Địa chỉ không có').waitFor();
      }
      assert.doesNotMatch(await page.locator('#pieces').innerText(), /javascript|\*|\{code\}/u);
      // The way back to what is right, and forth.
      await page.getByLabel('Thư mục dvc trên máy chủ').fill('/dvc/2/');
      await page.getByLabel('Thư mục dvc trên máy chủ').press('Tab');
      await page.getByText('src="/dvc/2/dvc.loader.min.js"').waitFor();
    },
    {
      path: `/nhung.html#part=procedure-lookup&base=//*/dvc/&link=javascript:alert(1)&procedure-lookup.detail-url=${encodeURIComponent('https://{code}.example/')}`,
    },
  ));

test('where another server lets nobody read its file, the page says what to ask for', async () => {
  const commune = join(root, 'examples/commune');
  const folder = join(commune, 'data');
  const other = await serve([
    { path: '/mo/', folder, headers: { 'Access-Control-Allow-Origin': '*' } },
    { path: '/', folder },
  ]);
  // A webmaster's own server, without this site's policy.
  const own = await serve([
    { path: '/dvc/', folder: join(root, 'dist/cdn') },
    { path: '/', folder: commune },
  ]);
  await visit(
    async (page) => {
      await page.goto(`${own.url}/nhung.html`);
      await page.locator('#tool').waitFor();
      const told = async (address, words) => {
        await page.getByLabel('Tệp danh mục thủ tục').fill(address);
        await page.locator('#check').click();
        await page.locator('#checked').getByText(words).waitFor();
      };
      await told(`${other.url}/mo/catalog.json`, 'Đọc được 284 thủ tục.');
      await told(`${other.url}/catalog.json`, 'chưa cho trang khác đọc (CORS)');
      await other.close();
      await told(`${other.url}/catalog.json`, 'Không tới được máy chủ');
    },
    { allows: /CORS|ERR_|\[dvc-widgets\] http/u },
  ).finally(() => Promise.all([other, own].map((one) => one.close())));
});

test('a pasted snippet is edited again; what is hostile in it is named, and runs nowhere', () =>
  visit(async (page) => {
    await page.getByLabel('Dán đoạn mã đang dùng').fill(
      `<script type="module" src="/dvc/dvc.loader.min.js" data-lang="en"></script>
       <img src=x onerror="document.title='hit'"><script>document.title='hit'</script>
       <dvc-level-badge level="4" plain onclick="document.title='hit'" kind='"><b>x</b>'>
       <a href="javascript:document.title='hit'">Mức <b>4</b></a></dvc-level-badge>`,
    );
    await page.getByRole('button', { name: 'Đọc đoạn mã' }).click();
    const said = page.locator('#read-said');
    await said.getByText('Đã đọc: Nhãn mức độ.').waitFor();
    await said.getByText('Không biết thuộc tính level-badge: onclick').waitFor();
    await said.getByText('Đoạn mã mới không có <b>: cần thì tự thêm lại.').waitFor();
    assert.equal(await page.getByLabel('Chỉ nhãn, không có nút giải thích').isChecked(), true);
    assert.equal(await page.getByLabel('Ngôn ngữ của phần tử').inputValue(), 'en');
    await preview(page).locator('dvc-level-badge .badge').waitFor();
    assert.equal(
      await copied(page, 'Chép: Dán vào chỗ muốn hiện'),
      '<dvc-level-badge level="4" kind="&quot;&gt;&lt;b&gt;x&lt;/b&gt;" plain>\n  <a href="https://dichvucong.gov.vn">Mức 4</a>\n</dvc-level-badge>',
    );
    assert.match(await page.title(), /Tạo đoạn mã nhúng/u);
    await page.getByLabel('Dán đoạn mã đang dùng').fill('<p>Xin chào</p>');
    await page.getByRole('button', { name: 'Đọc đoạn mã' }).click();
    await said.getByText('Không thấy thẻ dvc nào').waitFor();
    // A million characters are not read, and that is said; as many things left out are counted.
    await page.getByLabel('Dán đoạn mã đang dùng').fill(`<dvc-level-badge ${' '.repeat(1_000_000)}>`);
    await page.getByRole('button', { name: 'Đọc đoạn mã' }).click();
    await said.getByText('Đoạn này quá dài để đọc').waitFor();
    const many = Array.from({ length: 100 }, (_, at) => `x${at}`).join(' ');
    await page.getByLabel('Dán đoạn mã đang dùng').fill(`<dvc-level-badge ${many}>`);
    await page.getByRole('button', { name: 'Đọc đoạn mã' }).click();
    await said.getByText('Và 70 chỗ nữa.').waitFor();
  }));

for (const [what, options] of Object.entries({
  'on a phone, in Vietnamese': { viewport: { width: 360, height: 740 } },
  'at a desk, in English, in the dark': { path: '/en/nhung.html', colorScheme: 'dark' },
}))
  test(`axe finds nothing ${what}, and nothing is wider than the screen`, () =>
    visit(async (page) => {
      await page.locator('#whole-set').click();
      for (const more of await page.locator('summary').all()) await more.click();
      await page.locator('#check').click();
      await page.locator('#checked .found').waitFor();
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
    }, options));

test('the page is reached from the first page of the site', () =>
  visit(async (page) => {
    await page.goto(`${server.url}/index.html`);
    await page.getByRole('link', { name: 'Tạo đoạn mã nhúng' }).click();
    await page.locator('#tool').waitFor();
  }));
