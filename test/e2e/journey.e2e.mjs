import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { serveSite } from '../../scripts/start.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* The sample site as people use it, from the built files, over the real server with its strict policy. */

const PHONE = { width: 360, height: 720 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

const site = new URL('../../examples/commune/', import.meta.url);
/** Every page of the sample site, in both languages. The old page has no words of its own, and one is what a frame shows. */
const NO_PAGES = ['legacy.html', 'xem-thu.html'];
const PAGES = ['', 'en/'].flatMap((folder) =>
  readdirSync(new URL(folder || '.', site))
    .filter((name) => name.endsWith('.html') && !NO_PAGES.includes(name))
    .map((name) => `/${folder}${name}`),
);

/** What each page says of itself. */
const SAMPLE = /Trang mẫu – không phải của cơ quan nhà nước|Sample page – not a page of a state body/u;

/** A page that must stay silent and at home: any console message or foreign request fails the test. */
async function visit(path, { options = {}, act }) {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'vi-VN',
    bypassCSP: false,
    ...options,
  });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) faults.push(`asked ${request.url()}`);
  });
  try {
    await page.goto(server.url + path);
    await act(page, context);
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, []);
}

/** The pixels of a screenshot, read by the browser that took it. */
async function pixelsOf(page, screenshot) {
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(window.atob(base64), (sign) => sign.charCodeAt(0));
    const image = await window.createImageBitmap(new window.Blob([bytes]));
    const context = new window.OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return {
      width: image.width,
      height: image.height,
      pixels: [...context.getImageData(0, 0, image.width, image.height).data],
    };
  }, screenshot.toString('base64'));
  return { width, height, data: Uint8Array.from(pixels) };
}

/** Whether most of a part is painted dark: told by what is seen, whatever style sheets say. */
async function isPaintedDark(page, part) {
  const { data } = await pixelsOf(page, await part.screenshot());
  let sum = 0;
  for (let at = 0; at < data.length; at += 4)
    sum += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
  return sum / (data.length / 4) < 128;
}

const results = (page) => page.getByRole('listitem').filter({ has: page.getByRole('heading') });

test('a person types without accents on a phone, finds the procedure and sees what it takes', () =>
  visit('/', {
    act: async (page) => {
      const box = page.getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' });
      await box.pressSequentially('lam lai giay khai sinh');
      await page.getByRole('status').filter({ hasText: 'Tìm thấy' }).waitFor();
      const first = await results(page).first().innerText();
      assert.match(first, /1\.004884/u);
      assert.match(first, /Thủ tục đăng ký lại khai sinh/u);
      await results(page).first().getByRole('link').first().click();
      await page.getByRole('heading', { level: 1, name: 'Thủ tục đăng ký lại khai sinh' }).waitFor();
      for (const [question, answer] of Object.entries({
        'Mang theo gì': /\d giấy tờ/u,
        'Tốn bao nhiêu': /Do Hội đồng nhân dân cấp tỉnh quyết định/u,
        'Mất bao lâu': /5 ngày làm việc/u,
        'Đến đâu': /Ủy ban nhân dân cấp xã/u,
        'Làm trên mạng được đến đâu': /chỉ để minh họa[^]*Nộp hồ sơ trên mạng/u,
      })) {
        const fact = page
          .locator('dvc-procedure-detail .fact')
          .filter({ hasText: new RegExp(`^\\s*${question}`, 'u') });
        assert.match(await fact.getByRole('definition').innerText(), answer);
      }
      await page.locator('dvc-procedure-detail dvc-level-badge').getByText('Mức độ 3').first().waitFor();
      await page
        .getByRole('link', { name: /Cổng Dịch vụ công quốc gia/u })
        .first()
        .waitFor();
      const paper = page.getByRole('checkbox').first();
      await paper.check();
      await page.getByRole('status').filter({ hasText: /1\//u }).waitFor();
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    },
  }));

test('on a phone the first answer is in view while somebody types, with room for a keyboard', () =>
  visit('/', {
    options: { viewport: { width: 360, height: 740 } },
    act: async (page) => {
      const box = page.getByRole('searchbox');
      await box.pressSequentially('lam lai giay khai sinh');
      await page.getByRole('status').filter({ hasText: 'Tìm thấy' }).waitFor();
      const first = await results(page).first().getByRole('link').first().boundingBox();
      // A keyboard covers some 280 pixels.
      assert.ok(first && first.y + first.height < 740 - 280, JSON.stringify(first));
      const [shown, typed] = await box.evaluate((input) => [input.clientWidth, input.scrollWidth]);
      assert.ok(typed <= shown, `the box shows ${shown} of ${typed} pixels of what was typed`);
    },
  }));

test('Back after more rows were shown returns to the row that was opened', () =>
  visit('/thu-tuc.html', {
    act: async (page) => {
      const rows = results(page);
      for (const count of [16, 24]) {
        await page.getByRole('button', { name: /^Xem thêm/u }).click();
        await rows.nth(count - 1).waitFor();
      }
      const left = rows.nth(19);
      const name = await left.getByRole('heading').innerText();
      await left.getByRole('link').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goBack();
      const row = rows.filter({ has: page.getByRole('heading', { name, exact: true }) }).first();
      await row.waitFor();
      assert.equal(await rows.count(), 24);
      await page.waitForFunction(() => window.scrollY > 0);
      const { y } = await row.boundingBox();
      assert.ok(y > 0 && y < PHONE.height, String(y));
    },
  }));

test('the other language shows the same procedure, and the same search; each sheet has its own title', () =>
  visit('/chi-tiet.html?ma=1.004194', {
    act: async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' }).waitFor();
      assert.equal(await page.title(), 'Đăng ký tạm trú – Xã Mẫu');
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL('**/en/chi-tiet.html?ma=1.004194');
      await page.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' }).waitFor();
      await page.goto(`${server.url}/thu-tuc.html`);
      await page.getByRole('searchbox').pressSequentially('tách hộ');
      await page.getByRole('status').filter({ hasText: 'Tìm thấy' }).waitFor();
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByRole('status').filter({ hasText: 'found' }).waitFor();
      assert.equal(await page.getByRole('searchbox').inputValue(), 'tách hộ');
    },
  }));

for (const [name, viewport] of Object.entries({
  'a small phone': { width: 320, height: 568 },
  'a phone': { width: 360, height: 740 },
  'a desk at 400 %': { width: 320, height: 256 },
})) {
  test(`what a level means can be read whole on ${name}, beside its badge, and put away`, () =>
    visit('/chi-tiet.html?ma=2.000815', {
      options: { viewport },
      act: async (page) => {
        const badge = page.locator('dvc-level-badge').getByRole('button').first();
        await badge.click();
        const panel = page.locator('dvc-level-badge .explanation');
        await panel.waitFor();
        for (const line of await panel.locator('p, li').all()) {
          const isSeen = await line.evaluate((element) => {
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, right, bottom } = element.getBoundingClientRect();
            const isInside =
              left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
            const at = element.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return isInside && (at === element || element.contains(at));
          });
          assert.ok(isSeen, await line.innerText());
        }
        const [shown, whose] = [await panel.boundingBox(), await badge.boundingBox()];
        const gap = Math.min(
          Math.abs(shown.y - whose.y - whose.height),
          Math.abs(whose.y - shown.y - shown.height),
        );
        assert.ok(gap < 10, `${gap} pixels between badge and explanation`);
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
      },
    }));
}

test('the Back button returns to the search and its words', () =>
  visit('/thu-tuc.html?q=t%E1%BA%A1m%20tr%C3%BA', {
    act: async (page) => {
      await page.getByRole('status').filter({ hasText: 'Tìm thấy' }).waitFor();
      const name = await results(page).first().getByRole('heading').innerText();
      await results(page).first().getByRole('link').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goBack();
      await results(page).first().getByRole('heading', { name }).waitFor();
      assert.equal(await page.getByRole('searchbox').inputValue(), 'tạm trú');
    },
  }));

test('filters narrow the list and stand in the address, which works when shared', () =>
  visit('/thu-tuc.html', {
    act: async (page, context) => {
      await page.getByRole('button', { name: 'Lọc' }).click();
      await page.getByLabel('Lĩnh vực').selectOption('Đất đai');
      await page.getByRole('status').filter({ hasText: 'Có 17 thủ tục' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('field'), 'Đất đai');
      const shared = await context.newPage();
      await shared.goto(page.url());
      await shared.getByRole('status').filter({ hasText: 'Có 17 thủ tục' }).waitFor();
    },
  }));

test('one box: the code of a dossier leads to the page that follows it, and stands in no address that a server sees', () =>
  visit('/', {
    act: async (page) => {
      await page.getByRole('searchbox').fill('H57.132-261126-00042');
      await page.getByRole('link', { name: 'Xem hồ sơ H57.132-261126-00042 đang ở đâu' }).waitFor();
      assert.equal(new URL(page.url()).search, '');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/theo-doi.html#ma=H57.132-261126-00042');
      const box = page.getByLabel('Mã hồ sơ');
      await box.waitFor();
      assert.equal(await box.inputValue(), 'H57.132-261126-00042');
      await page.goBack();
      await page.getByRole('searchbox').waitFor();
    },
  }));

test('every way of filing is a link away, with the same procedure, and is what it says', () =>
  visit('/nop-ho-so.html?ma=1.004194', {
    act: async (page) => {
      const form = page.locator('dvc-form-steps');
      const go = async (name) => {
        await page.getByRole('link', { name }).click();
        await form.getByRole('heading', { name: 'Đăng ký tạm trú' }).waitFor();
        assert.equal(new URL(page.url()).searchParams.get('ma'), '1.004194');
      };
      await form.getByText('gửi đến hệ thống tiếp nhận của nơi này').waitFor();
      await go('Tập nộp thử');
      await form.getByText('ĐANG TẬP').waitFor();
      await go('Chuẩn bị ở đây, nộp ở Cổng Dịch vụ công quốc gia');
      await form.getByText('Hồ sơ được nộp trên Cổng Dịch vụ công quốc gia').waitFor();
      await go('Cán bộ khai giúp tại quầy');
      await form.getByLabel('Họ tên người khai giúp').waitFor();
      await page.getByRole('link', { name: 'English' }).click();
      await form.getByLabel('Name of the helper').waitFor();
    },
  }));

test('a code typed in full opens its procedure', () =>
  visit('/', {
    act: async (page) => {
      const box = page.getByRole('searchbox');
      await box.pressSequentially('1.001193.H47');
      await page.getByRole('status').filter({ hasText: 'Tìm thấy 1' }).waitFor();
      await box.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Thủ tục đăng ký khai sinh' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('ma'), '1.001193');
    },
  }));

test('the whole way by keyboard alone', () =>
  visit('/', {
    act: async (page) => {
      await page.getByRole('searchbox').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      // From the skip link on, Tab reaches the box without a pointer.
      for (let stop = 0; stop < 12; stop += 1) {
        await page.keyboard.press('Tab');
        const role = await page.evaluate(() => {
          let at = document.activeElement;
          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return at?.id;
        });
        if (role === 'words') break;
      }
      await page.keyboard.type('xac nhan doc than');
      await results(page)
        .first()
        .getByRole('heading', { name: /tình trạng hôn nhân/iu })
        .waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /tình trạng hôn nhân/iu }).waitFor();
    },
  }));

test('English: the page’s language decides, and the data stays Vietnamese and marked', () =>
  visit('/en/index.html', {
    act: async (page) => {
      const box = page.getByRole('searchbox', { name: 'What do you need to do?' });
      await box.pressSequentially('khai sinh');
      await page.getByRole('status').filter({ hasText: 'procedures found' }).waitFor();
      const name = page
        .locator('dvc-procedure-lookup .card')
        .first()
        .getByRole('heading')
        .locator('[lang=vi]');
      assert.match(await name.innerText(), /khai sinh/iu);
      await page.getByRole('link', { name: 'Tiếng Việt' }).click();
      await page.getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' }).waitFor();
    },
  }));

test('the sheet prints on A4, with all parts open and a code back to the page', () =>
  visit('/chi-tiet.html?ma=2.000815', {
    act: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('button', { name: /^In / }).hover();
      await page.getByText('Nguồn của thông tin').or(page.getByText('Nguồn thông tin')).first().waitFor();
      await page
        .locator('dvc-procedure-detail svg[role=img], dvc-procedure-detail .qr svg')
        .first()
        .waitFor({ state: 'attached' });
      const folded = page.locator('dvc-procedure-detail details').filter({ hasText: 'Căn cứ pháp lý' });
      const text = folded.getByText('264/2016/TT-BTC');
      assert.equal(await text.isVisible(), false);
      await page.emulateMedia({ media: 'print' });
      // Asked while the browser prints, after the element has made itself ready.
      const inPrint = await text.evaluateHandle((element) => {
        const seen = { onPaper: false, beyondTheEdge: undefined };
        window.addEventListener('beforeprint', () => {
          const { width, height } = element.getBoundingClientRect();
          seen.onPaper = element.checkVisibility({ visibilityProperty: true }) && width * height > 0;
          // As wide as A4 between its margins.
          document.documentElement.style.width = '190mm';
          const { right: edge } = document.documentElement.getBoundingClientRect();
          const parts = document.querySelector('dvc-procedure-detail').shadowRoot.querySelectorAll('*');
          seen.beyondTheEdge = [...parts]
            .filter((part) => part.getBoundingClientRect().right > edge + 1)
            .map(({ localName, className }) => `${localName}.${className.baseVal ?? className}`);
          document.documentElement.style.width = '';
        });
        return seen;
      });
      const pdf = await page.pdf({ format: 'A4' });
      assert.ok(pdf.length > 10_000);
      // 210 × 297 mm in points.
      assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/u);
      assert.deepEqual(await inPrint.jsonValue(), { onPaper: true, beyondTheEdge: [] });
      assert.equal(await page.getByRole('button', { name: /^In / }).isVisible(), false);
      assert.equal(await page.getByText('Trang mẫu – không phải').isVisible(), true);
      const code = await page.locator('dvc-procedure-detail .qr svg').screenshot({ scale: 'device' });
      assert.equal(decodeQR(await pixelsOf(page, code)), page.url());
    },
  }));

test('a level prints as words, in black, without the button that explains it', () =>
  visit('/index.html', {
    act: async (page) => {
      const badge = page.locator('dvc-level-badge button.badge').first();
      await badge.click();
      const explanation = page.locator('dvc-level-badge .explanation').first();
      assert.equal(await explanation.isVisible(), true);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await explanation.isVisible(), false);
      assert.equal(await badge.locator('.icon').first().isVisible(), false);
      assert.match(await badge.innerText(), /Toàn trình|Mức độ/u);
      const { color, background } = await badge.evaluate((element) => {
        const { color, backgroundColor: background } = getComputedStyle(element);
        return { color, background };
      });
      assert.deepEqual([color, background], ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    },
  }));

for (const path of PAGES) {
  test(`without JavaScript every page still leads somewhere: ${path}`, () =>
    visit(path, {
      options: { javaScriptEnabled: false },
      act: async (page) => {
        const link = page
          .getByRole('main')
          .getByRole('link', { name: /Cổng Dịch vụ công quốc gia|National Public Service Portal/u })
          .first();
        assert.equal(await link.isVisible(), true);
        assert.equal(await link.getAttribute('href'), 'https://dichvucong.gov.vn');
        assert.match(await page.locator('.sample').innerText(), SAMPLE);
      },
    }));

  test(`on a phone every link around the elements is big enough for a thumb: ${path}`, () =>
    visit(path, {
      act: async (page) => {
        const links = await page.locator('.head a, main .no-print a').all();
        assert.ok(links.length > 4);
        for (const link of links) {
          const { width, height } = await link.boundingBox();
          assert.ok(width >= 44 && height >= 44, `${await link.innerText()}: ${width} × ${height}`);
        }
      },
    }));
}

test('with the network gone, the last good copy is shown with its day', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${server.url}/thu-tuc.html`);
  await page.getByRole('status').filter({ hasText: 'Có 284 thủ tục' }).waitFor();
  await page.waitForFunction(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open('dvc-widgets-catalogs');
        // Where the page has not made it yet, it is not for us to make.
        asked.onupgradeneeded = () => asked.transaction.abort();
        asked.onerror = () => resolve(false);
        asked.onsuccess = () => {
          const keys = asked.result.transaction('copies').objectStore('copies').getAllKeys();
          keys.onsuccess = () => {
            asked.result.close();
            resolve(keys.result.some((key) => String(key).endsWith('/catalog.json')));
          };
        };
      }),
  );
  await context.route('**/data/*.json', (route) => route.abort());
  await page.reload();
  await page.getByText(/Không có mạng\. Đang dùng bản lưu ngày \d{2}\/\d{2}\/\d{4}/u).waitFor();
  await page.getByRole('status').filter({ hasText: 'Có 284 thủ tục' }).waitFor();
  await context.close();
});

test('with the network gone and no copy, it says so, and comes back by itself when asked', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
  await context.route('**/data/*.json', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${server.url}/thu-tuc.html`);
  await page.getByRole('alert').filter({ hasText: 'Không có mạng' }).waitFor();
  await context.unroute('**/data/*.json');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('status').filter({ hasText: 'Có 284 thủ tục' }).waitFor();
  await context.close();
});

test('code that comes when it is asked for may be late: said, and fetched again when asked', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
  const page = await context.newPage();
  const block = (route) => route.abort();
  await page.goto(`${server.url}/thu-tuc.html`);
  await page.evaluate(() => document.querySelector('dvc-portal').removeAttribute('detail-url'));
  await page.getByRole('status').filter({ hasText: 'Có 284 thủ tục' }).waitFor();

  await context.route('**/chunks/filters-*.js', block);
  await page.getByRole('button', { name: 'Lọc' }).click();
  await page.getByRole('alert').waitFor();
  await context.unroute('**/chunks/filters-*.js', block);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByLabel('Nơi giải quyết').waitFor();

  await context.route('**/elements/procedure-detail.js', block);
  await page
    .getByRole('button', { name: /^Xem giấy tờ/u })
    .first()
    .click();
  await page.getByRole('alert').waitFor();
  await context.unroute('**/elements/procedure-detail.js', block);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
  await context.close();
});

for (const [what, hold] of [
  ['never come', (route) => route.abort()],
  ['do not answer', () => undefined],
])
  test(`where everyday words ${what}, people are found by the official ones`, async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
    await context.route('**/chunks/everyday-*.js', hold);
    const page = await context.newPage();
    await page.goto(`${server.url}/thu-tuc.html?q=dang+ky+ket+hon`);
    await results(page).first().filter({ hasText: 'đăng ký kết hôn' }).waitFor();
    await context.close();
  });

test('everyday words that come late are understood from then on', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
  const page = await context.newPage();
  let comes;
  await context.route('**/chunks/everyday-*.js', async (route) => {
    await new Promise((resolve) => (comes = resolve));
    await route.continue();
  });
  await page.goto(`${server.url}/thu-tuc.html?q=ddawng+kys+keets+hoon`);
  await page.locator('dvc-procedure-lookup .bar .status').waitFor();
  assert.doesNotMatch(await results(page).allInnerTexts().then(String), /kết hôn/u);
  comes();
  await results(page).first().filter({ hasText: 'đăng ký kết hôn' }).waitFor();
  await context.close();
});

const SHOWN = 'dvc-procedure-lookup .card, dvc-procedure-detail .fact, dvc-level-guide [part~=level]';

/** The reader's system paints its own colours there; axe holds the page's letters against the system's ground. */
const OF_COLOURS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

for (const path of [
  '/',
  '/thu-tuc.html',
  '/chi-tiet.html?ma=1.004194',
  '/muc-do.html',
  '/tro-giup.html',
  '/en/index.html',
]) {
  for (const [name, { isDark = false, theme, ...options }] of Object.entries({
    phone: {},
    'a phone, dark theme': { theme: 'dark', isDark: true },
    'a phone in the dark, theme by the system': { theme: 'auto', colorScheme: 'dark', isDark: true },
    'a 320 px window, dark, forced colours': {
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
      forcedColors: 'active',
      isDark: true,
    },
    desk: { viewport: { width: 1280, height: 900 } },
  })) {
    test(`${path} on ${name}: no fault by any axe rule, no sideways scrolling, called a sample`, () =>
      visit(path, {
        options: { ...options, reducedMotion: 'reduce' },
        act: async (page) => {
          await page.waitForFunction(() =>
            [
              ...document.querySelectorAll('dvc-procedure-lookup, dvc-procedure-detail, dvc-level-guide'),
            ].every((element) =>
              element.shadowRoot?.querySelector('.card, [part=provenance], [part~=level]'),
            ),
          );
          assert.equal(await page.getByText(SAMPLE).first().isVisible(), true);
          if (theme)
            await page.locator('dvc-portal').evaluate((portal, name) => {
              portal.theme = name;
              return portal.updateComplete;
            }, theme);
          const part = page.locator(SHOWN).first();
          if ((await part.count()) > 0) assert.equal(await isPaintedDark(page, part), isDark);
          await page.evaluate(axe);
          const { violations, unsure } = await page.evaluate(
            async (without) => {
              const tags = window.axe.getRules().flatMap((rule) => rule.tags);
              const { violations: found, incomplete } = await window.axe.run(document, {
                runOnly: { type: 'tag', values: tags },
                rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
              });
              const told = ({ id, nodes }) =>
                nodes.map(({ target, any }) => `${id} ${target.join(' ')} ${any[0]?.data?.messageKey ?? ''}`);
              return {
                violations: found.flatMap(told),
                unsure: incomplete.filter(({ id }) => id.startsWith('color-contrast')).flatMap(told),
              };
            },
            options.forcedColors ? OF_COLOURS : [],
          );
          assert.deepEqual(violations, []);
          // Nothing whose contrast axe could not make out.
          assert.deepEqual(unsure, []);
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          assert.ok((scrollWidth ?? 0) <= (clientWidth ?? 0));
        },
      }));
  }
}
