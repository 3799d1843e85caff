import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { filesBelow, readJson, root } from '../../scripts/files.mjs';
import { elementsOf } from '../../scripts/metadata/manifest.mjs';
import { STRICT_CSP } from '../../scripts/strict-csp.mjs';
import {
  ALL,
  allShown,
  copyOf,
  DATA,
  finds,
  hostPages,
  MARKUP,
  page,
  SHOWN,
} from '../support/host-pages.mjs';
import { FORMS, hasPrefix, pageOf, SCRIPTS, slowLine } from '../support/layout-shift.mjs';

/* What a webmaster takes and pastes: the loader with its options, the one script, the hashes, the zip. */

const made = mkdtempSync(join(tmpdir(), 'dvc-delivery-'));
after(() => rmSync(made, { recursive: true }));

const integrityOf = readJson('dist/cdn/integrity.json').files;

const zip = unzipSync(readFileSync(join(root, 'dist/dvc-widgets.zip')));

const visit = hostPages({
  '/minor/': copyOf(made, '0.9.0'),
});

const ONE = '<script defer src="/dvc/dvc.min.js"></script>';
const LOOKUP = MARKUP['dvc-procedure-lookup'];

test('the one script: every element shows itself, everyday words and English come when they are needed', () =>
  visit(page(ALL, { script: ONE }), async (at) => {
    await allShown(at);
    await finds(at);
    await at.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await at
      .locator('dvc-procedure-lookup')
      .getByRole('searchbox', { name: /paper|procedure|need/iu })
      .waitFor();
    await at.locator('dvc-procedure-detail >> text=What to bring').first().waitFor();
  }));

test('the one script, covered by its hash, beside an AMD loader, jQuery’s names and a root of 10 pixels', () =>
  visit(
    page(ALL, {
      head: `<style>html{font-size:10px}</style><script>
        window.define = () => { throw new Error('Mismatched anonymous define() module') };
        window.define.amd = {}; window.$ = window.jQuery = () => {}; window.module = {}; window.exports = {};
      </script>`,
      script: `<script defer src="/dvc/dvc.min.js" integrity="${integrityOf['dvc.min.js']}" crossorigin="anonymous"></script>`,
    }),
    async (at) => {
      await allShown(at);
      await finds(at);
      const size = await at
        .locator('dvc-procedure-lookup >> css=input')
        .evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize));
      assert.ok(size >= 16, `${String(size)} px`);
    },
  ));

test('the one script changed by somebody is not run, and the link stays', () =>
  visit(
    page(LOOKUP, {
      script: `<script defer src="/minor/dvc.min.js" integrity="${integrityOf['dvc.min.js']}"></script>`,
    }),
    (at) => at.getByRole('link', { name: 'Danh sách' }).click({ trial: true }),
    { allows: /integrity/u },
  ));

test('the one script under a strict policy with Trusted Types', () =>
  visit(
    page(ALL, {
      head: `<meta http-equiv="Content-Security-Policy" content="${STRICT_CSP.replaceAll('"', '&quot;')}">`,
      script: ONE,
    }).replace('<link rel="icon" href="data:,">', ''),
    async (at) => {
      await allShown(at);
      await finds(at);
    },
    // Asked for by the browser itself where a page names none.
    { allows: /favicon/u },
  ));

for (const [what, src] of [
  ['loader', 'type="module" src="/dvc/dvc.loader.min.js"'],
  ['one script', 'defer src="/dvc/dvc.min.js"'],
]) {
  test(`the ${what}: its tag says catalogue, levels, language and where sheets are, once for the page`, () =>
    visit(
      page('<dvc-procedure-lookup></dvc-procedure-lookup><dvc-level-badge level="4"></dvc-level-badge>', {
        html: 'lang="fr"',
        script: `<script ${src} data-lang="en" data-detail-url="s.html?ma={code}" data-${DATA.replace(' levels', ' data-levels')}></script>`,
      }),
      async (at) => {
        const card = await finds(at);
        assert.match(await card.getByRole('link').first().getAttribute('href'), /s\.html\?ma=/u);
        await at.locator('dvc-level-badge >> text=Level 4').waitFor();
      },
    ));

  test(`the ${what}: its tag says where dossiers are received, and they are asked for there`, () =>
    visit(
      page('<dvc-status-tracker device="shared"></dvc-status-tracker>', {
        script: `<script ${src} data-gateway="/tiep-nhan"></script>`,
      }),
      async (at) => {
        await at.getByLabel('Mã hồ sơ').fill('H00.00-261109-0001');
        await at.getByLabel('Mã bí mật hoặc 4 số cuối').fill('0001');
        const asked = at.waitForRequest(/\/tiep-nhan\/v1\/tracking/u);
        await at.getByRole('button', { name: 'Xem hồ sơ', exact: true }).click();
        await asked;
      },
      // There is no such system.
      { allows: /404|\[dvc-widgets\]/u },
    ));

  test(`the ${what}: tags that begin as this portal wants, and elements inside elements with them`, () =>
    visit(
      page(
        `<xa-mau-procedure-lookup ${DATA}></xa-mau-procedure-lookup><dvc-level-badge level="1">Mức 1</dvc-level-badge>`,
        { script: `<script ${src} data-prefix="xa-mau"></script>` },
      ),
      async (at) => {
        await at.getByRole('searchbox').pressSequentially('khai sinh');
        await at
          .locator('xa-mau-procedure-lookup .card a, xa-mau-procedure-lookup .card button')
          .first()
          .click();
        await at.locator('xa-mau-procedure-detail xa-mau-level-badge').first().waitFor();
        assert.deepEqual(
          await at.evaluate(() =>
            ['dvc-procedure-lookup', 'dvc-level-badge'].map((tag) => typeof customElements.get(tag)),
          ),
          ['undefined', 'undefined'],
        );
      },
    ));

  test(`the ${what}: options that nobody knows, and a beginning that is none, are told and left out`, () =>
    visit(
      page('<dvc-level-badge level="4"></dvc-level-badge>', {
        script: `<script ${src} data-catalogue="x" data-prefix="Xã"></script>`,
      }),
      async (at, faults) => {
        await at.waitForFunction(
          () => customElements.get('dvc-level-badge') ?? customElements.get('Xã-level-badge'),
        );
        await at.locator('dvc-level-badge >> css=.badge').waitFor();
        assert.equal(faults.filter((fault) => fault.includes('data-catalogue')).length, 1);
        assert.equal(faults.filter((fault) => fault.includes('data-prefix="Xã"')).length, 1);
      },
      { allows: /\[dvc-widgets\]/u },
    ));

  test(`the ${what}: a misspelt tag, link or box is told with the names that there are, and nobody else’s`, () =>
    visit(
      page(
        `<xa-procedure-lokup><a href="s.html">Danh sách</a></xa-procedure-lokup>
         <a data-dvc="lookup-typo" href="s.html">Tra cứu</a><div data-dvc="dossiers"></div>
         <xa-level-badge level="4"></xa-level-badge><xa-new-v9></xa-new-v9><xa-own></xa-own><dvc-other></dvc-other>`,
        {
          head: '<script>customElements.define("xa-own", class extends HTMLElement {})</script>',
          script: `<script ${src} data-prefix="xa"></script>`,
        },
      ),
      async (at, faults, { told }) => {
        await told;
        await at.locator('xa-level-badge >> css=.badge').waitFor();
        const lines = faults.filter((fault) => fault.includes('Không có phần tử'));
        assert.deepEqual(lines.map((line) => /<([\w-]+)>/u.exec(line)[1]).toSorted(), [
          'xa-dossiers',
          'xa-lookup-typo',
          'xa-procedure-lokup',
        ]);
        const tags = elementsOf(readJson('dist/custom-elements.json')).map(({ tagName }) => tagName);
        for (const tag of tags) assert.match(lines[0], new RegExp(`\\b${tag.replace('dvc', 'xa')}\\b`, 'u'));
      },
      {
        prepare: (at) => ({
          told: Promise.all(
            ['xa-procedure-lokup', 'xa-lookup-typo', 'xa-dossiers'].map((name) =>
              at.waitForEvent('console', (message) => message.text().includes(`<${name}>`)),
            ),
          ),
        }),
        allows: /\[dvc-widgets\]/u,
      },
    ));

  test(`the ${what}: a link and a box that an editor let through become elements, and keep what was inside`, () =>
    visit(
      page(
        `<p><a data-dvc="procedure-lookup" data-catalog="/data/catalog.json" href="s.html">Danh sách</a></p>
         <div data-dvc="level-badge" data-level="4" data-onclick="throw 1">Mức 4</div>
         <div data-dvc="procedure-detail" data-code="1.001193" data-catalog="https://elsewhere.example/catalog.json"><a href="s.html">Tờ</a></div>
         <div data-dvc="catalog-coverage" data-total="1463" data-by-tier="province:1124 district:236 commune:103" data-by-level="4:1425"></div>
         <div data-dvc="no-such-element"><a href="s.html">Còn đây</a></div>`,
        { script: `<script ${src}></script>` },
      ),
      async (at, faults) => {
        await finds(at);
        assert.equal(await at.locator('p > dvc-procedure-lookup > a[href="s.html"]').count(), 1);
        await at.locator('div > dvc-level-badge >> css=.badge').waitFor();
        assert.equal(await at.locator('dvc-level-badge[onclick]').count(), 0);
        // An address of another site is not taken from what any editor may write.
        await at.locator('div > dvc-procedure-detail').waitFor({ state: 'attached' });
        assert.equal(await at.locator('dvc-procedure-detail[catalog]').count(), 0);
        assert.equal(faults.filter((fault) => fault.includes('data-catalog')).length, 1);
        await at.locator('dvc-catalog-coverage >> text=1.124').first().waitFor();
        await at.getByRole('link', { name: 'Còn đây' }).click({ trial: true });
        // Put in later, and once more with what an editor stored of the finished page.
        await at.evaluate(() => {
          const box = document.createElement('div');
          box.id = 'later';
          box.innerHTML =
            '<div data-dvc="level-badge" data-level="2"><dvc-level-badge level="2"></dvc-level-badge></div>';
          document.body.append(box);
        });
        await at.locator('#later dvc-level-badge >> text=Mức độ 2').waitFor();
        assert.equal(await at.locator('#later dvc-level-badge').count(), 1);
      },
      { allows: /\[dvc-widgets\]/u },
    ));
}

test('a link or box whose code is on its way keeps no other waiting, nor what stands in another one', () => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  return visit(
    page(
      `<div data-dvc="data-journey">Dữ liệu</div><div data-dvc="portal"><a data-dvc="level-badge" data-level="4" href="s.html">Mức</a></div>`,
    ),
    async (at) => {
      await at.locator('dvc-portal > dvc-level-badge >> css=.badge').waitFor();
      assert.equal(await at.locator('dvc-data-journey').count(), 0);
      release();
      await at.locator('div > dvc-data-journey >> css=[part~="contacts"]').waitFor();
    },
    {
      prepare: (at) =>
        at.route(/\/data-journey/u, async (route) => {
          await released;
          await route.continue();
        }),
    },
  );
});

test('without scripts a link stays a link', () =>
  visit(
    page('<a data-dvc="procedure-lookup" href="s.html">Danh sách</a>', { script: '' }),
    (at) => at.getByRole('link', { name: 'Danh sách' }).click({ trial: true }),
    { javaScriptEnabled: false },
  ));

const SHEET =
  '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/dvc/dvc.css">';
/** Where the text that stands below begins, in pixels from the top of the page. */
const topOf = async (locator) => (await locator.boundingBox()).y;

for (const [what, markup] of [
  ['a link', '<a data-dvc="procedure-lookup" href="/s.html">Danh sách</a>'],
  ['a box', '<div data-dvc="procedure-lookup"><a href="/s.html">Danh sách</a></div>'],
  ['a tag', '<dvc-procedure-lookup><a href="/s.html">Danh sách</a></dvc-procedure-lookup>'],
  ['a tag of the page’s own name', FORMS.prefix(LOOKUP)],
])
  test(`without scripts nothing is kept free below ${what}`, () =>
    visit(
      page(`<h1>Thủ tục</h1><p>${markup}</p><p id="next">Sau đó</p>`, { head: SHEET }),
      async (at) => {
        const [link, next] = [await topOf(at.getByRole('link')), await topOf(at.locator('#next'))];
        assert.ok(next - link < 80, `${String(next - link)} px`);
      },
      { javaScriptEnabled: false },
    ));

test('a tap on the place that is kept below a link and beside it leads nowhere, while the script is on its way', () =>
  visit(
    page('<p><a data-dvc="procedure-lookup" href="/s.html">Danh sách</a></p><p id="next">Sau đó</p>', {
      head: SHEET,
    }),
    async (at) => {
      assert.ok((await topOf(at.locator('#next'))) >= 700);
      const { x, y, height } = await at.getByRole('link').boundingBox();
      for (const [across, down] of [
        [180, 400],
        [x + 20, y + height + 10],
        [340, y + height / 2],
      ])
        assert.equal(
          await at.evaluate(
            ([left, top]) => document.elementFromPoint(left, top).closest('a'),
            [across, down],
          ),
          null,
          `${String(across)} ${String(down)}`,
        );
      await at.mouse.click(180, 400);
      assert.match(at.url(), /page-\d+\.html$/u);
      await at.getByRole('link').click();
      await at.waitForURL(/\/s\.html$/u);
    },
    {
      prepare: (at) => at.route(/dvc\.loader/u, (route) => route.abort()),
      // The loader that does not come, and the page that the link names.
      allows: /Failed to load resource/u,
    },
  ));

test('nothing is kept for a name that no element has', () =>
  visit(
    page('<a data-dvc="procedure-lokup" href="/s.html">Danh sách</a><p id="next">Sau đó</p>', {
      head: SHEET,
    }),
    async (at) => assert.ok((await topOf(at.locator('#next'))) < 80),
    { allows: /\[dvc-widgets\]/u },
  ));

test('the files of elements lie apart from the loader: its tag says where', () =>
  visit(
    page(LOOKUP, {
      script: '<script type="module" src="/copy/dvc.loader.min.js" data-base="/dvc/"></script>',
    }),
    async (at) => {
      await finds(at);
      const loaded = await at.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      );
      assert.ok(loaded.includes('/dvc/elements/procedure-lookup.js'));
      assert.ok(!loaded.some((path) => path.startsWith('/copy/elements/')));
    },
  ));

test('who names tags otherwise is told, where that is told, the classes by which dvc.css keeps their places', () => {
  const classes = new Set(
    readFileSync(join(root, 'dist/cdn/dvc.css'), 'utf8').match(/(?<=^\.)dvc-[a-z-]+/gmu),
  );
  assert.equal(classes.size, 2);
  for (const file of ['README.md', 'docs/hosts.md']) {
    const [, beside = ''] = readFileSync(join(root, file), 'utf8').split('data-prefix="');
    for (const name of classes)
      assert.ok(beside.slice(0, 700).includes(`class="${name}"`), `${file}: ${name}`);
  }
});

test('every file is named with its hash, in both lists', () => {
  const sums = readFileSync(join(root, 'dist/cdn/SHA384SUMS'), 'utf8').trim().split('\n');
  const listed = Object.fromEntries(sums.map((line) => line.split('  ').reverse()));
  for (const file of filesBelow('dist/cdn').map((path) => path.slice('dist/cdn/'.length))) {
    if (file === 'SHA384SUMS') continue;
    const bytes = readFileSync(join(root, 'dist/cdn', file));
    const hash = (encoding) => createHash('sha384').update(bytes).digest(encoding);
    assert.equal(listed[file], hash('hex'), file);
    if (file !== 'integrity.json') assert.equal(integrityOf[file], `sha384-${hash('base64')}`, file);
  }
});

test('whose code it is, and on what terms, lies beside it and in the zip', () => {
  const licences = readFileSync(join(root, 'dist/cdn/LICENSES.txt'), 'utf8');
  for (const name of ['lit-html', '@lit/reactive-element', 'i18next', 'minisearch', 'valibot', 'qr'])
    assert.match(licences, new RegExp(`^Name: ${name}$`, 'mu'), name);
  assert.match(licences, /Copyright \(c\) 2017 Google LLC/u);
  assert.equal(Buffer.from(zip['dvc/LICENSES.txt']).toString(), licences);
});

for (const width of [360, 1280])
  test(`with dvc.css nothing jumps while elements come, ${String(width)} pixels wide`, () =>
    visit(
      page(
        `<script>
          window.shift = 0;
          new PerformanceObserver((list) => {
            for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
          }).observe({ type: 'layout-shift', buffered: true });
        </script>
        <h1>Thủ tục <dvc-level-badge level="4"></dvc-level-badge></h1>
        ${ALL.replace('<dvc-level-badge level="4"></dvc-level-badge>', '')
          .split('\n')
          .map((markup) => `<section>${markup}</section><p>Sau đó</p>`)
          .join('')}`,
        {
          head: '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/dvc/dvc.css">',
          script: ONE,
        },
      ),
      async (at) => {
        await allShown(at);
        await at.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        const shift = await at.evaluate(() => window.shift);
        assert.ok(shift < 0.02, `moved by ${String(shift)}`);
      },
      { viewport: { width, height: 720 } },
    ));

for (const javaScriptEnabled of [false, true])
  test(`a box that becomes a badge keeps a line and no screen, ${javaScriptEnabled ? 'once it is one' : 'before'}`, () =>
    visit(
      pageOf('dvc-level-badge', 'box', 'dvc.loader.min.js'),
      async (at) => {
        if (javaScriptEnabled) await at.locator('dvc-level-badge >> css=.badge').waitFor();
        const { height } = await at.locator('[data-dvc="level-badge"]').boundingBox();
        assert.ok(height >= 40 && height < 80, `${String(height)} px`);
      },
      { javaScriptEnabled },
    ));

for (const script of Object.keys(SCRIPTS))
  for (const form of Object.keys(FORMS))
    test(`${script}, as a ${form}: each element alone, over a slow line, moves nothing below it`, async () => {
      const moved = [];
      const cases = [360, 1280].flatMap((width) => Object.keys(MARKUP).map((tag) => [tag, width]));
      // Two at a time, as the machine has cores.
      const open = async () => {
        for (let next = cases.pop(); next; next = cases.pop()) await moves(...next);
      };
      await Promise.all([open(), open()]);
      assert.deepEqual(moved, []);

      async function moves(tag, width) {
        await visit(
          pageOf(tag, form, script),
          async (at, faults, settled) => {
            await settled();
            const own = hasPrefix(form) ? tag.replace('dvc', 'xa-mau') : tag;
            await at.locator(`${own} >> css=${SHOWN[tag]}`).first().waitFor();
            await settled();
            const shift = await at.evaluate(() => window.shiftSoFar());
            if (shift >= 0.02) moved.push(`${tag}, ${String(width)} pixels wide: by ${String(shift)}`);
          },
          { viewport: { width, height: 720 }, prepare: slowLine, allows: /gateway|404/u },
        );
      }
    });
