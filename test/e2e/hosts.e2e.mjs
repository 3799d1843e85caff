import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL, allShown, finds, hostPages, MARKUP, page, SCRIPT } from '../support/host-pages.mjs';

/* Pages that others made, as they are: the built script must live with what it finds there. */

const visit = hostPages();

/* Names that a page’s forms and pictures have, and that scripts look for on the window. */
const NAMES = (
  'customElements fetch URL Intl CSS indexedDB localStorage sessionStorage history performance crypto navigator Event ' +
  'CustomEvent EventTarget HTMLElement Element Node ShadowRoot CSSStyleSheet Document DocumentFragment Promise Map Set ' +
  'WeakMap WeakSet Symbol Object Array String Number RegExp Date Math JSON Error TypeError Function Reflect Proxy ' +
  'TextDecoder TextEncoder AbortSignal AbortController Blob File FileReader FormData Headers Request Response ' +
  'URLSearchParams MutationObserver ResizeObserver IntersectionObserver PerformanceObserver requestAnimationFrame ' +
  'requestIdleCallback setTimeout clearTimeout setInterval queueMicrotask structuredClone matchMedia getComputedStyle ' +
  'getSelection open print focus scrollTo addEventListener removeEventListener dispatchEvent trustedTypes ' +
  'ShadyCSS ShadyDOM define require module exports process global globalThis i18next dvc dvcWidgets lit config settings catalog search query level'
).split(' ');
const clobbering = NAMES.map(
  (name) => `<a id="${name}"></a><form id="${name}"><input name="id"></form>`,
).join('');

test('forms and links called as what scripts look for on the window: every element shows itself', () =>
  visit(page(`<div hidden>${clobbering}</div>${ALL}`), async (at) => {
    await allShown(at);
    await finds(at);
  }));

test('a form that takes the place of what no script can do without: the content of the page stays', () =>
  visit(
    page(
      `<form name="createTreeWalker"></form><form name="createElement"></form>${MARKUP['dvc-procedure-lookup']}`,
    ),
    async (at) => {
      await at.getByRole('link', { name: 'Danh sách' }).waitFor();
      await at.getByRole('link', { name: 'Danh sách' }).click({ trial: true });
    },
    { allows: /./u },
  ));

for (const [why, options] of [
  ['without a doctype, as pages of 2005', { doctype: '' }],
  ['without a language', { html: '' }],
  ['written from right to left', { html: 'lang="vi" dir="rtl"' }],
  ['told to be an old browser', { head: '<meta http-equiv="X-UA-Compatible" content="IE=8">' }],
  ['in a language that is an attack', { html: `lang="../../admin'&quot;&gt;&lt;img&gt;"` }],
])
  test(`a page ${why}: shown in Vietnamese, found, and inside its column`, () =>
    visit(page(`<div style="width:320px">${ALL}</div>`, options), async (at) => {
      await allShown(at);
      const card = await finds(at);
      assert.match(await card.innerText(), /Mức độ|Chưa công bố|toàn trình/iu);
      const wide = await at.evaluate(() => {
        const isWider = (element) => element.scrollWidth > element.clientWidth + 1;
        return [...document.querySelectorAll('[style] > *')]
          .filter(isWider)
          .map(({ localName }) => localName);
      });
      assert.deepEqual(wide, []);
    }));

test('a page with a base address: files are read, and links lead, from there', () =>
  visit(
    page(
      '<dvc-procedure-lookup catalog="catalog.json" detail-url="sheet.html?ma={code}"></dvc-procedure-lookup>',
      { head: '<base href="/data/">' },
    ),
    async (at) => {
      const card = await finds(at);
      const link = card.getByRole('link').first();
      assert.match(await link.evaluate(({ href }) => href), /\/data\/sheet\.html\?ma=/u);
    },
  ));

test('the script three times, under two addresses and before the body: registered once, without a word', () =>
  visit(
    page(`${ALL}${SCRIPT}<script type="module" src="/copy/dvc.loader.min.js"></script>`, {
      head: '<script async type="module" src="/dvc/dvc.loader.min.js?again"></script>',
    }),
    async (at) => {
      await allShown(at);
      await finds(at);
      await at.evaluate(() => import('/copy/elements/level-badge.js'));
    },
  ));

const LOOKUP = MARKUP['dvc-procedure-lookup'];
for (const [why, around, act] of [
  [
    'in a tab that is not shown yet',
    `<div style="display:none" id="x">${ALL}</div>`,
    (at) => at.evaluate(() => document.querySelector('#x').removeAttribute('style')),
  ],
  [
    'in a part that is folded up',
    `<details><summary>Mở</summary>${ALL}</details>`,
    (at) => at.locator('summary').first().click(),
  ],
  [
    'in a part that takes no part',
    `<div inert id="x">${ALL}</div>`,
    (at) => at.evaluate(() => document.querySelector('#x').removeAttribute('inert')),
  ],
  [
    'in a part that is drawn only when seen',
    `<div style="content-visibility:auto;contain:strict;height:9000px">${ALL}</div>`,
    () => undefined,
  ],
  [
    'in a part without height',
    `<div style="overflow:hidden;height:0" id="x">${ALL}</div>`,
    (at) => at.evaluate(() => document.querySelector('#x').removeAttribute('style')),
  ],
])
  test(`${why}: whole once it is`, () =>
    visit(page(around), async (at) => {
      await at.waitForFunction(() => customElements.get('dvc-procedure-lookup'));
      await act(at);
      await allShown(at);
      await finds(at);
    }));

for (const [why, before, behind] of [
  ['a column of 200 pixels', '<div style="width:200px">', '</div>'],
  ['a cell of a table', '<table style="width:320px"><tr><td>1</td><td>', '</td></tr></table>'],
  [
    'a flexible row',
    '<div style="display:flex;width:340px"><p>Xã</p><div style="min-width:0">',
    '</div></div>',
  ],
  ['a fieldset that is switched off', '<fieldset disabled style="min-width:0">', '</fieldset>'],
  ['a label', '<label style="display:block">', '</label>'],
  ['a window of the page', '<dialog open style="width:300px;padding:0">', '</dialog>'],
  [
    'a form of the page',
    '<form action="/taken" method="get"><input name="of-the-page">',
    '<button>Gửi</button></form>',
  ],
])
  test(`inside ${why}: found by typing, Enter leaves the page’s own forms alone, nothing sticks out`, () =>
    visit(page(before + LOOKUP + behind), async (at) => {
      await finds(at);
      const address = at.url();
      await at.getByRole('searchbox').press('Enter');
      assert.equal(at.url(), address);
      const isTooWide = await at
        .locator('dvc-procedure-lookup')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
      assert.equal(isTooWide, false);
    }));

test('typed as the Vietnamese keyboard of Windows does, with letters taken back: what stands there is what was meant', () =>
  visit(page(LOOKUP), async (at) => {
    const box = at.getByRole('searchbox');
    await box.focus();
    // UniKey sends Backspace and the letter with its mark, and says nothing of composing.
    for (const letters of ['d', '<đ', 'a', '<ă', 'ng ', 'ky', '<ý', ' khai', ' sinh']) {
      if (letters.startsWith('<')) await box.press('Backspace');
      for (const letter of letters.replace('<', '')) await at.keyboard.insertText(letter);
    }
    assert.equal(await box.inputValue(), 'đăng ký khai sinh');
    await at.locator('dvc-procedure-lookup .card').first().filter({ hasText: 'khai sinh' }).waitFor();
    assert.equal(await box.inputValue(), 'đăng ký khai sinh');
  }));

for (const [tag, markup] of Object.entries(MARKUP))
  test(`<${tag}> put into a page and taken out 150 times, at any moment, leaves nothing behind`, () =>
    visit(page(`<div id="place">${markup}</div>`), async (at) => {
      await allShown(at, [tag]);
      const devtools = await at.context().newCDPSession(at);
      /** Nodes and listeners that are left once the rubbish was taken out. */
      const left = async () => {
        await devtools.send('HeapProfiler.collectGarbage');
        const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
        return { nodes, jsEventListeners };
      };
      const again = (times) =>
        at.evaluate(
          async ({ html, count }) => {
            const place = document.querySelector('#place');
            const turn = () => new Promise((resolve) => setTimeout(resolve));
            for (let at = 0; at < count; at += 1) {
              place.innerHTML = html;
              for (let turns = 0; turns < at % 7; turns += 1) await turn();
              place.textContent = '';
            }
            for (let turns = 0; turns < 200; turns += 1) await turn();
          },
          { html: markup, count: times },
        );
      await again(30);
      const early = await left();
      await again(150);
      let late = await left();
      // A few stand in the browser’s own queues; one of each round would be a hundred and fifty.
      const isLeft = () =>
        late.jsEventListeners - early.jsEventListeners >= 60 || late.nodes - early.nodes >= 2000;
      // What hangs on answers that are still to come goes with a later round; what is held stays in each.
      for (let rounds = 0; rounds < 20 && isLeft(); rounds += 1) late = await left();
      assert.ok(!isLeft(), JSON.stringify({ early, late }));
    }));

test('attributes that change a thousand times in a row, also before the code is there: the last one counts', () =>
  visit(
    page(
      `${MARKUP['dvc-level-badge']}${MARKUP['dvc-procedure-detail']}<script>
        const badge = document.querySelector('dvc-level-badge');
        const sheet = document.querySelector('dvc-procedure-detail');
        for (let turn = 0; turn < 1000; turn += 1) {
          badge.setAttribute('level', String((turn % 4) + 1));
          sheet.setAttribute('code', turn % 2 ? '1.001193' : '1.004884');
        }
      </script>`,
    ),
    async (at) => {
      await allShown(at, ['dvc-level-badge', 'dvc-procedure-detail']);
      const texts = () =>
        at.evaluate(() =>
          ['dvc-level-badge', 'dvc-procedure-detail'].map((tag) =>
            document.querySelector(tag).shadowRoot.querySelector('.badge, h2').textContent.trim(),
          ),
        );
      assert.deepEqual(await texts(), ['Mức độ 4', 'Thủ tục đăng ký khai sinh']);
      await at.evaluate(() => {
        const badge = document.querySelector('dvc-level-badge');
        for (let turn = 0; turn < 1000; turn += 1) badge.setAttribute('level', String((turn % 3) + 1));
      });
      await at.locator('dvc-level-badge >> text=Mức độ 1').waitFor();
    },
  ));
