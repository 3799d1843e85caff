import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { readJson } from '../../scripts/files.mjs';
import {
  builtExample,
  developed,
  ensureExamplesInstalled,
  runScript,
  startDev,
} from '../../scripts/frameworks.mjs';
import { STRICT_CSP } from '../../scripts/strict-csp.mjs';
import { finds, hostPages } from '../support/host-pages.mjs';

/* The examples for developers: each checked and built with its own tools from the packed package, then used. */

ensureExamplesInstalled();

/**
 * What each sends with its page: the strictest policy that it works under. Apart from script and data, only style sheets of
 * its own and the empty icon; the modules of the package have the policy of Lit, whose copy is the project's.
 */
const policyWith = (trustedTypes) =>
  `${STRICT_CSP.replace(/; require-trusted-types-for.*/u, '')}; style-src 'self'; img-src data:${trustedTypes}`;
const enforcing = (...names) =>
  policyWith(`; require-trusted-types-for 'script'; trusted-types ${names.join(' ')}`);

const POLICIES = {
  html: enforcing('lit-html'),
  react: enforcing('lit-html'),
  vue: enforcing('lit-html', 'vue'),
  svelte: enforcing('lit-html', 'svelte-trusted-html'),
  angular: enforcing('lit-html'),
  // RequireJS and jQuery 3 hand strings to what Trusted Types guard; Bootstrap 3 has a font.
  classic: policyWith("; font-src 'self'"),
};

const visit = hostPages(
  Object.fromEntries(
    Object.entries(POLICIES).map(([name, policy]) => [
      `/${name}/`,
      { folder: builtExample(name), headers: { 'Content-Security-Policy': policy } },
    ]),
  ),
);

test('the lock file of the examples knows what the library needs now', () => {
  const { version, dependencies } = readJson('package.json');
  const locked = readJson('examples/frameworks/package-lock.json').packages['node_modules/dvc-widgets'];
  // Otherwise run `npm install` in examples/frameworks.
  assert.deepEqual([locked.version, locked.dependencies], [version, dependencies]);
});

/** The sample has no procedure that names a related one: here this one does. */
const [CODE, RELATED] = ['1.004884', '1.001193'];
function relate(name) {
  const file = join(builtExample(name), 'data/catalog.json');
  const catalog = JSON.parse(readFileSync(file, 'utf8'));
  catalog.procedures.find(({ code }) => code === CODE).related = [RELATED];
  writeFileSync(file, JSON.stringify(catalog));
}

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

/** As a citizen goes, with what the host page makes of it. */
async function use(at, chooseEnglish) {
  const lookup = at.locator('dvc-procedure-lookup');
  const detail = at.locator('dvc-procedure-detail');
  const box = lookup.getByRole('searchbox');
  const back = at.getByRole('button', { name: 'Về danh sách' });
  /** The page's own state. */
  const shown = (code) => at.locator('strong').getByText(code, { exact: true }).waitFor();

  // What an element tells becomes the page's state, and the state opens the sheet.
  const card = await finds(at);
  await card.getByRole('button').first().click();
  await shown(CODE);
  await detail.getByRole('heading', { level: 2, name: 'đăng ký lại khai sinh' }).waitFor();
  assert.equal(await lookup.isVisible(), false);
  assert.equal(await isFocused(back), true);
  await detail.getByRole('button', { name: 'Thủ tục đăng ký khai sinh' }).click();
  await shown(RELATED);
  await detail.getByRole('heading', { level: 2, name: 'Thủ tục đăng ký khai sinh' }).waitFor();

  // State of the page that becomes an attribute.
  await chooseEnglish(at);
  await detail.getByText('What to bring').first().waitFor();

  // Back where one was, by the keyboard.
  await back.press('Enter');
  await detail.waitFor({ state: 'detached' });
  await lookup.getByText(/^\d+ procedures found$/u).waitFor();
  assert.equal(await box.inputValue(), 'lam lai giay khai sinh');
  assert.equal(await isFocused(lookup), true);

  // State of the page that becomes a property.
  await at.getByRole('button', { name: 'Kết hôn' }).click();
  await lookup.locator('.card').first().filter({ hasText: 'kết hôn' }).waitFor();
  assert.match(await box.inputValue(), /^kết hôn$/iu);
}

const chooseInList = (at) => at.getByLabel('Ngôn ngữ').selectOption({ label: 'English' });

/** With Bootstrap's script: its list is not there before it is opened, and closes by itself. */
async function chooseInMenu(at) {
  const choice = at.getByRole('link', { name: 'English' });
  assert.equal(await choice.isVisible(), false);
  await at.getByRole('button', { name: 'Ngôn ngữ' }).click();
  await choice.click();
  await choice.waitFor({ state: 'hidden' });
}

/** Sizes of all that is shown, in pixels, and of what one presses. */
const sizesIn = (tag) =>
  [...document.querySelector(tag).shadowRoot.querySelectorAll('*')]
    .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
    .map((element) => ({
      what: element.localName,
      pressed: element.matches('button, .button, summary, input:not([type="checkbox"])'),
      font: Number.parseFloat(getComputedStyle(element).fontSize),
      height: element.getBoundingClientRect().height,
    }));

/** A root of 10 pixels makes nothing smaller than one of 16, and what is pressed is as large as a thumb needs. */
async function keepsItsSize(at, tag) {
  const sizes = () => at.evaluate(sizesIn, tag);
  let small, large, again;
  // What the last letters find may still be on its way: only where nothing else changed, it is the root that is compared.
  do {
    small = await sizes();
    await at.evaluate(() => document.documentElement.style.setProperty('font-size', '16px'));
    large = await sizes();
    await at.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    again = await sizes();
  } while (!isDeepStrictEqual(small, again));
  assert.deepEqual(small, large);
  const pressed = small.filter((one) => one.pressed);
  assert.ok(pressed.length > 0);
  assert.deepEqual(
    pressed.filter(({ font, height }) => font < 16 || height < 44),
    [],
  );
}

const made = new Set();
/** Checks and builds an example, once. */
function make(name) {
  if (made.has(name)) return;
  for (const script of ['check', 'build']) {
    const { status, said } = runScript(name, script);
    assert.equal(status, 0, said);
  }
  relate(name);
  made.add(name);
}

for (const name of Object.keys(POLICIES))
  test(`${name}: its own tools find no wrong type and build it, and a citizen uses what was built`, () => {
    make(name);
    return visit(`/${name}/`, (at) => use(at, name === 'classic' ? chooseInMenu : chooseInList));
  });

test('classic: RequireJS takes none of our script for its own, and neither text nor targets shrink with the root', () => {
  make('classic');
  return visit('/classic/', async (at) => {
    const card = await finds(at);
    await at.waitForFunction(() => window.require.defined('bootstrap'));
    // The traps are there.
    assert.deepEqual(
      await at.evaluate(() => [
        getComputedStyle(document.documentElement).fontSize,
        typeof window.define.amd,
        window.jQuery.fn.jquery.split('.')[0],
        window.jQuery.fn.dropdown.Constructor.VERSION.split('.')[0],
      ]),
      ['10px', 'object', '3', '3'],
    );
    assert.deepEqual(await at.evaluate(() => Object.keys(window.require.s.contexts._.defined).sort()), [
      'bootstrap',
      'jquery',
      'main',
    ]);
    await keepsItsSize(at, 'dvc-procedure-lookup');
    await card.getByRole('button').first().click();
    await at.locator('dvc-procedure-detail').getByText('Nguồn của thông tin').waitFor();
    await keepsItsSize(at, 'dvc-procedure-detail');
  });
});

test('the servers to develop with are those of all examples but the one without modules', () => {
  assert.deepEqual([...developed, 'classic'].toSorted(), Object.keys(POLICIES).toSorted());
});

for (const name of developed)
  test(`${name}: its server to develop with answers with the page, its code and its data, and can be ended`, async () => {
    const { url, end } = await startDev(name);
    try {
      const get = async (path) => {
        const answer = await fetch(new URL(path, url));
        assert.equal(answer.status, 200, path);
        return { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
      };
      const { text } = await get('/');
      assert.match(text, /<title>Thủ tục – Xã Mẫu<\/title>/u);
      // What the page asks for is what the developer wrote, not an overlay that tells of a fault.
      const scripts = [...text.matchAll(/<script[^>]* src="([^"]+)"/gu)].map(([, src]) => src);
      assert.ok(
        scripts.some((src) => /\/?main(?:\.tsx?|\.js)/u.test(src)),
        text,
      );
      for (const src of scripts) assert.match((await get(src)).type, /javascript/u, src);
      const { procedures } = JSON.parse((await get('/data/catalog.json')).text);
      assert.ok(procedures.length > 200);
    } finally {
      await end();
    }
    await assert.rejects(fetch(url));
  });
