import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* The toolbar of the built Storybook, as somebody uses it who looks at an element on a bad day. */

let server;
let browser;
before(async () => {
  server = await serve([{ path: '/', folder: join(root, 'storybook-static') }]);
  browser = await launchWatched();
});
after(async () => {
  await browser.close();
  await server.close();
});

test('another line in the toolbar is met at once by the story that is open, which loads once for it', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
  let loads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes('/iframe.html')) loads += 1;
  });
  const story = page.frameLocator('#storybook-preview-iframe');
  // Without a copy on the device there is a refusal in its place; both say what is wrong.
  const trouble = story.getByText('Trang đang gặp trục trặc').first();
  const sheet = story.locator('[part~="summary"]');
  /** Chooses an item of a toolbar. */
  const choose = async (toolbar, item) => {
    await page.getByRole('button', { name: toolbar }).click();
    await page.getByRole('option', { name: item, exact: true }).click();
  };

  await page.goto(`${server.url}/?path=/story/elements-procedure-detail--birth-registration`);
  await sheet.waitFor();
  assert.equal(await trouble.count(), 0);
  await choose('theme', 'dark');
  assert.equal(loads, 1, 'a theme needs no new page');

  await choose('network', 'refused');
  await trouble.waitFor();
  assert.equal(loads, 2);
  const ground = () => story.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.notEqual(await ground(), 'rgb(255, 255, 255)', 'what else the toolbar says still holds');

  await choose('network', 'ok');
  await trouble.waitFor({ state: 'detached' });
  await sheet.waitFor();
  assert.equal(loads, 3);
  await page.close();
});

test('the sample site leads whoever designs or builds a site to the Storybook that is served with it', async () => {
  const site = await serveSite(0);
  const page = await browser.newPage();
  try {
    for (const path of ['/tro-giup.html', '/en/tro-giup.html', '/index.html', '/en/index.html']) {
      await page.goto(site.url + path);
      for (const at of await page.getByRole('link', { name: 'Storybook' }).all()) {
        const answer = await page.request.get(await at.evaluate(({ href }) => href));
        assert.equal(answer.status(), 200, path);
      }
      const [opened] = await Promise.all([
        page.waitForResponse((answer) => answer.url().endsWith('/storybook/')),
        page.getByRole('link', { name: 'Storybook' }).first().click(),
      ]);
      assert.equal(opened.status(), 200, path);
      await page.getByRole('link', { name: 'dvc-widgets' }).waitFor();
    }
  } finally {
    await page.close();
    await site.close();
  }
});

test('it may be published below a folder, and its pages are read on a telephone', async () => {
  const below = await serve([{ path: '/thu-vien/ban-moi/', folder: join(root, 'storybook-static') }]);
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
  const missing = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  const open = (mode, id) => page.goto(`${below.url}/thu-vien/ban-moi/iframe.html?viewMode=${mode}&id=${id}`);
  try {
    await open('story', 'elements-procedure-lookup--everything');
    await page.getByText('Thủ tục đăng ký khai sinh').first().waitFor();
    // One with wide tables and one with long lines of code.
    for (const id of ['elements-form-steps--docs', 'hướng-dẫn-nhúng-vào-trang-embedding--docs']) {
      await open('docs', encodeURIComponent(id));
      await page.locator('.sbdocs-content :is(table, pre)').last().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, 360, id);
    }
    assert.deepEqual(missing, []);
  } finally {
    await page.close();
    await below.close();
  }
});
