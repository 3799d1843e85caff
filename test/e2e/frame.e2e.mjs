import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* Where no script may be pasted: a page of one's own in a frame of the portal, each on its own server. */

const OWN = 'https://thutuc.xa-mau.example';
const PORTAL = 'https://cong.xa-mau.example';
const NATIONAL = 'https://dichvucong.gov.vn';

/** What the page's own server sends with it. */
const policyOf = (framedBy) =>
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
  `trusted-types dvc-widgets 'allow-duplicates'; require-trusted-types-for 'script'; frame-ancestors 'self' ${framedBy}`;
/** The portal allows no script, or one. */
const CLOSED = `default-src 'none'; img-src data:; frame-src ${OWN}`;
const WITH_SCRIPT = `${CLOSED} 'self'; script-src ${OWN}`;

let site;
let files;
let browser;
before(async () => {
  site = await serveSite(0);
  files = await serve([
    { path: '/dvc/', folder: join(root, 'dist/cdn') },
    { path: '/data/', folder: join(root, 'examples/commune/data') },
    { path: '/', folder: join(root, 'examples/hosts') },
  ]);
  browser = await launchWatched(/^https:\/\/(?:[a-z-]+\.xa-mau\.example|dichvucong\.gov\.vn)\//u);
});
after(async () => {
  await browser.close();
  await Promise.all([site, files].map((server) => server.close()));
});

/**
 * Opens a page of a portal with these servers around it; whatever the console or an exception says fails the test.
 * @param pages texts of pages that no file has, by address
 */
async function visit(
  address,
  act,
  { portalPolicy = CLOSED, ownPolicy = policyOf(PORTAL), pages = {}, allows } = {},
) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, locale: 'vi-VN' });
  await context.route(/\.example\//u, async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const policy = { 'content-security-policy': origin === OWN ? ownPolicy : portalPolicy };
    const text = pages[origin + pathname];
    if (text !== undefined)
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: policy,
        body: text,
      });
    const response = await route.fetch({ url: files.url + pathname });
    return route.fulfill({ response, headers: { ...response.headers(), ...policy } });
  });
  await context.route(`${NATIONAL}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'x-frame-options': 'DENY' },
      body: '<!doctype html><title>Cổng quốc gia</title>',
    }),
  );
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  try {
    await page.goto(address);
    await act(page);
    // Before the routes go: what the page still fetches ahead then finds none of these addresses.
    assert.deepEqual(
      faults.filter((fault) => !allows?.test(fault)),
      [],
    );
  } finally {
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  }
}

const frameOf = (page) => page.frameLocator('iframe[data-dvc-frame]');
const heightOf = (page) => page.locator('iframe[data-dvc-frame]').evaluate(({ height }) => Number(height));

async function findsIn(inside) {
  await inside.getByRole('searchbox').pressSequentially('lam lai giay khai sinh');
  const first = inside.locator('dvc-procedure-lookup .card').first();
  await first.filter({ hasText: 'khai sinh' }).waitFor();
  return first;
}

test('a portal that allows no script shows the page in a frame: it finds, says what it is, and keeps its height', () =>
  visit(`${PORTAL}/cong-dong.html`, async (page) => {
    const inside = frameOf(page);
    const card = await findsIn(inside);
    await card.getByRole('button').or(card.getByRole('link')).first().click();
    await inside.locator('dvc-procedure-detail [part~="summary"]').waitFor();
    assert.equal(await heightOf(page), 720);
    assert.equal(await page.locator('iframe').getAttribute('title'), 'Ô tìm thủ tục');
    // It scrolls by itself, and never sideways.
    const [wide, room] = await inside
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    assert.ok(wide <= room, `${wide} > ${room}`);
    assert.equal(page.url(), `${PORTAL}/cong-dong.html`);
  }));

test('a link to another site, which refuses to be in a frame, opens in a tab of its own', () =>
  visit(`${PORTAL}/cong-dong.html`, async (page) => {
    const inside = frameOf(page);
    const card = await findsIn(inside);
    await card.getByRole('button').or(card.getByRole('link')).first().click();
    const link = inside.locator(`dvc-procedure-detail a[href^="${NATIONAL}"]:not([target])`).first();
    const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await tab.waitForLoadState();
    assert.ok(tab.url().startsWith(NATIONAL));
    assert.equal(await tab.evaluate(() => window.opener), null);
    assert.ok(await inside.locator('dvc-procedure-lookup').isVisible());
  }));

test('where the portal has the script, the frame is as high as what it shows, whoever else sends heights', () =>
  visit(
    `${PORTAL}/cong-co-script.html`,
    async (page) => {
      const inside = frameOf(page);
      const isWhole = async () => {
        const handle = await page.locator('iframe[data-dvc-frame]').elementHandle();
        const content = await inside.locator('html').evaluate(({ offsetHeight }) => offsetHeight);
        await page.waitForFunction(([frame, high]) => frame.clientHeight >= high, [handle, content]);
        return content;
      };
      const card = await findsIn(inside);
      const few = await isWhole();
      await card.getByRole('button').or(card.getByRole('link')).first().click();
      await inside.locator('dvc-procedure-detail [part~="summary"]').waitFor();
      await page.waitForFunction(
        (before) => Number(document.querySelector('iframe[data-dvc-frame]').height) !== before,
        720,
      );
      const more = await isWhole();
      assert.notEqual(few, more);
      // A frame of somebody else, and the page itself, say another height.
      await page.evaluate(async () => {
        const said = { kind: 'dvc-frame-height', height: 5000 };
        const heard = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
        window.postMessage(said, '*');
        await heard;
      });
      assert.notEqual(await heightOf(page), 5000);
      // The right frame cannot push everything else away, nor vanish.
      const says = (height) =>
        inside.locator('html').evaluate((_, value) => {
          window.parent.postMessage({ kind: 'dvc-frame-height', height: value }, '*');
        }, height);
      const becomes = (height) =>
        page.waitForFunction(
          (value) => document.querySelector('iframe[data-dvc-frame]').height === value,
          String(height),
        );
      await says(1e9);
      await becomes(20_000);
      await says(-5);
      await becomes(200);
    },
    { portalPolicy: WITH_SCRIPT },
  ));

test('another portal that was not named cannot show the page; the link below the frame leads to it', () =>
  visit(
    'https://ke-la.xa-mau.example/cong-dong.html',
    async (page) => {
      await page.getByRole('link', { name: 'Ô tìm thủ tục' }).click();
      await page.waitForURL(`${OWN}/trang-trong-khung.html`);
      await findsIn(page);
    },
    { allows: /frame-ancestors|ERR_BLOCKED_BY/u },
  ));

test('what the configurator writes for a closed portal works there, with the policy that it shows', async () => {
  const texts = {};
  await visit(`${site.url}/nhung.html`, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
    await page.locator('#tool').waitFor();
    assert.equal(await page.getByLabel('Địa chỉ trang được nhúng').isVisible(), false);
    await page.getByLabel('Trang của bạn làm bằng').selectOption('iframe');
    await page.getByText('Cổng ở máy chủ khác thì ghi trọn địa chỉ trang').waitFor();
    await page.getByText('ai cũng đóng khung được trang này').waitFor();
    await page.getByLabel('Cổng sẽ nhúng trang này').fill('cong.xa-mau.example');
    await page.getByLabel('Địa chỉ trang được nhúng').fill(`${OWN}/thu-tuc.html`);
    await page.getByText('Ghi địa chỉ của cổng, bắt đầu bằng https://').waitFor();
    await page.getByLabel('Cổng sẽ nhúng trang này').fill(`${PORTAL}/trang-chu`);
    await page.getByLabel('Cổng sẽ nhúng trang này').press('Tab');
    assert.equal(await page.getByLabel('Cổng sẽ nhúng trang này').inputValue(), PORTAL);
    for (const [kind, name] of Object.entries({
      page: 'Chép: Trang đặt trên máy chủ của bạn: lưu thành một tệp .html (UTF-8)',
      frame: 'Chép: Khung iframe: dán vào chỗ muốn hiện',
      policy: 'Chép: Dòng CSP',
    })) {
      await page.getByRole('button', { name, exact: true }).click();
      texts[kind] = await page.evaluate(() => navigator.clipboard.readText());
    }
    // Both are read again, by whoever has to change them.
    await page.getByLabel('Dán đoạn mã đang dùng').fill(`${texts.page}\n${texts.frame}`);
    await page.reload();
    await page.getByLabel('Trang của bạn làm bằng').selectOption('html');
    await page.getByLabel('Dán đoạn mã đang dùng').fill(`${texts.page}\n${texts.frame}`);
    await page.getByRole('button', { name: 'Đọc đoạn mã' }).click();
    await page.getByText('Đã đọc: Ô tìm thủ tục.').waitFor();
    assert.equal(await page.getByLabel('Địa chỉ trang được nhúng').inputValue(), `${OWN}/thu-tuc.html`);
    assert.equal(await page.getByLabel('Cổng sẽ nhúng trang này').inputValue(), PORTAL);
  });
  const icon = '<link rel="icon" href="data:,">';
  await visit(
    `${PORTAL}/bai-viet.html`,
    async (page) => {
      await findsIn(frameOf(page));
      await page.getByRole('link', { name: 'Ô tìm thủ tục' }).click();
      await findsIn(page);
    },
    {
      ownPolicy: `default-src 'none'; img-src data:; ${texts.policy.replaceAll('\n', ' ')}; require-trusted-types-for 'script'`,
      pages: {
        [`${PORTAL}/bai-viet.html`]: `<!doctype html><html lang="vi"><head>${icon}</head><body>${texts.frame}</body></html>`,
        [`${OWN}/thu-tuc.html`]: texts.page.replace('</head>', `${icon}</head>`),
      },
    },
  );
});
