import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  ALL,
  allShown,
  copyOf,
  DATA,
  finds,
  hostPages,
  MARKUP,
  page,
  SCRIPT,
  SHOWN,
} from '../support/host-pages.mjs';

/* Two copies of the library on one page: of one version, of one major version, of two. */

const made = mkdtempSync(join(tmpdir(), 'dvc-copies-'));
after(() => rmSync(made, { recursive: true }));

const visit = hostPages({
  '/major/': copyOf(made, '9.0.0'),
  '/minor/': copyOf(made, '0.9.0'),
});

const ONE = '<script defer src="/dvc/dvc.min.js"></script>';
const LOOKUP = MARKUP['dvc-procedure-lookup'];
/** What we said in the console of a page, with these words in it. */
const notesOf = (faults, words) =>
  faults.filter((fault) => fault.includes('[dvc-widgets]') && fault.includes(words));

for (const [why, first, second] of [
  ['loader, then one script', SCRIPT, ONE],
  ['one script, then loader', ONE, SCRIPT],
])
  test(`${why}: the same version twice is registered once, without a word`, () =>
    visit(page(ALL, { script: first + second }), async (at) => {
      await allShown(at);
      await finds(at);
    }));

const TWICE =
  '<script type="module" src="/dvc/dvc.loader.min.js" data-catalog="/data/catalog.json" data-lang="vi"';

test('one loader twice: what only the second tag says has no effect, and the console names it, also of a tag that comes later', () =>
  visit(
    page('<dvc-level-badge level="4"></dvc-level-badge><xa-level-badge level="4">Mức bốn</xa-level-badge>', {
      script: `${TWICE}></script>${TWICE} data-prefix="xa" data-rocket="x"></script>`,
    }),
    async (at, faults, { told }) => {
      await at.locator('dvc-level-badge >> css=.badge').waitFor();
      await at.getByText('Mức bốn').waitFor();
      await told;
      assert.equal(notesOf(faults, '').length, 1);
      assert.match(notesOf(faults, '')[0], /: data-prefix /u);
      const later = at.waitForEvent('console', (message) => message.text().includes(': data-catalog '));
      await at.evaluate(() => {
        const script = document.createElement('script');
        Object.assign(script, { type: 'module', src: '/dvc/dvc.loader.min.js' });
        script.dataset.catalog = '/khac.json';
        document.body.append(script);
      });
      await later;
    },
    {
      prepare: (at) => ({
        told: at.waitForEvent('console', (message) => message.text().includes('data-prefix')),
      }),
      allows: /\[dvc-widgets\]/u,
    },
  ));

test('one loader twice, the second saying the same or less: without a word', () =>
  visit(
    page(ALL, { script: `${TWICE}></script>${TWICE.replace(' data-lang="vi"', '')}></script>` }),
    async (at) => {
      await allShown(at);
      await finds(at);
    },
  ));

for (const [why, first, second] of [
  ['the newer one second', '/dvc/', '/minor/'],
  ['the newer one first', '/minor/', '/dvc/'],
])
  test(`two versions of one major, ${why}: the first stays, one line says so, and all works`, () =>
    visit(
      page(ALL, {
        script: `<script defer src="${first}dvc.min.js"></script><script defer src="${second}dvc.min.js"></script>`,
      }),
      async (at, faults) => {
        await allShown(at);
        await finds(at);
        await at.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), Object.keys(SHOWN));
        assert.equal(notesOf(faults, '0.9.0').length, 1);
        assert.ok(notesOf(faults, '0.9.0')[0].includes('0.1.0'));
      },
      { allows: /\[dvc-widgets\]/u },
    ));

for (const [why, first, second, other] of [
  ['the newer one second', '/dvc/', '/major/', 'v9'],
  ['the newer one first', '/major/', '/dvc/', 'v0'],
])
  test(`two majors, ${why}: the second has tags of its own, which the console names, and both can be used`, () =>
    visit(
      page(`${LOOKUP}<dvc-procedure-lookup-${other} ${DATA} id="own"></dvc-procedure-lookup-${other}>`, {
        script: `<script defer src="${first}dvc.min.js"></script><script defer src="${second}dvc.min.js"></script>`,
      }),
      async (at, faults) => {
        await finds(at);
        const own = at.locator('#own');
        await own.getByRole('searchbox').pressSequentially('ket hon');
        await own.locator('.card').first().filter({ hasText: 'kết hôn' }).waitFor();
        await own.locator('.card a, .card button').first().click();
        await own.locator(`dvc-procedure-detail-${other} dvc-level-badge-${other}`).first().waitFor();
        // One line, whatever number of elements a copy brings.
        assert.equal(notesOf(faults, '').length, 1);
        assert.ok(notesOf(faults, '')[0].includes(`dvc-portal-${other}`));
      },
      { allows: /\[dvc-widgets\]/u },
    ));

for (const [what, tag] of [
  ['loaders', (path) => `<script type="module" src="${path}dvc.loader.min.js"></script>`],
  ['the one script', (path) => `<script defer src="${path}dvc.min.js"></script>`],
])
  test(`two majors with ${what}, Trusted Types allowed once: the second draws nothing, throws nothing, and each thing is said once`, () =>
    visit(
      page(
        `${LOOKUP}${MARKUP['dvc-level-badge']}<dvc-level-badge-v9 level="4">Mức bốn</dvc-level-badge-v9><dvc-level-guide-v9>Các mức</dvc-level-guide-v9>`,
        {
          head: `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types dvc-widgets">`,
          script: tag('/dvc/') + tag('/major/'),
        },
      ),
      async (at, faults, { told }) => {
        await finds(at);
        await told;
        for (const words of ['Mức bốn', 'Các mức']) await at.getByText(words).waitFor();
        assert.equal(notesOf(faults, 'dvc-portal-v9').length, 1);
        assert.equal(notesOf(faults, 'allow-duplicates').length, 1);
      },
      {
        prepare: async (at) => {
          // The first of the page comes first, whatever else the network does.
          const first = at.locator('dvc-level-badge >> css=.badge').first().waitFor();
          await at.route('**/major/**', (route) => first.then(() => route.continue()));
          const said = (words) => at.waitForEvent('console', (message) => words.test(message.text()));
          return { told: Promise.all([said(/dvc-portal-v9/u), said(/\] .*allow-duplicates/u)]) };
        },
        // What the browser itself reports of a refusal; an exception would have no kind before it.
        allows: /\[dvc-widgets\]|^error: .*Trusted/u,
      },
    ));

for (const scripts of [
  ['/dvc/', '/major/'],
  ['/major/', '/dvc/'],
])
  test(`two majors with loaders, ${scripts.join(' then ')}: the tag with the number is that version, and nobody complains`, () =>
    visit(
      page(
        `${LOOKUP}<dvc-level-badge-v9 level="4"></dvc-level-badge-v9><dvc-level-badge-v0 level="3"></dvc-level-badge-v0>`,
        {
          script: scripts
            .map((path) => `<script type="module" src="${path}dvc.loader.min.js"></script>`)
            .join(''),
        },
      ),
      async (at, faults) => {
        await finds(at);
        for (const [major, level] of [
          ['v9', 'Mức độ 4'],
          ['v0', 'Mức độ 3'],
        ]) {
          await at.locator(`dvc-level-badge-${major} >> text=${level}`).waitFor();
          const version = await at.evaluate(
            (tag) => customElements.get(tag).dvcVersion,
            `dvc-level-badge-${major}`,
          );
          assert.equal(`v${version.split('.')[0]}`, major);
        }
        assert.deepEqual(
          faults.filter((fault) => fault.includes('Không có phần tử')),
          [],
        );
      },
      { allows: /\[dvc-widgets\]/u },
    ));

const loader = (path, more = '') => `<script type="module" src="${path}dvc.loader.min.js" ${more}></script>`;
const oneScript = (path, more = '') => `<script defer src="${path}dvc.min.js" ${more}></script>`;
const OWN = 'data-prefix="xa-mau"';

for (const [why, script] of [
  ['a loader with tags of its own, and the one script', loader('/dvc/', OWN) + oneScript('/copy/')],
  ['a loader, and the one script with tags of its own', loader('/dvc/') + oneScript('/copy/', OWN)],
  ['two loaders, each with tags of its own', loader('/dvc/', OWN) + loader('/copy/', 'data-prefix="so-tp"')],
  ['two one scripts, one with tags of its own', oneScript('/dvc/') + oneScript('/copy/', OWN)],
  ['two loaders of two majors', loader('/dvc/') + loader('/major/')],
  ['two one scripts of two majors', oneScript('/dvc/') + oneScript('/major/')],
])
  test(`${why}: an ordinary link or box becomes an element once`, () =>
    visit(
      page(
        `<p><a data-dvc="procedure-lookup" data-catalog="/data/catalog.json" href="s.html">Danh sách</a></p>
         <div data-dvc="level-badge" data-level="4">Mức 4</div>`,
        { script },
      ),
      async (at) => {
        await at.locator('p .card').first().waitFor();
        await at.locator('[data-level="4"] .badge').first().waitFor();
        // Each copy looks at what comes later, and at what the other one made of it.
        await at.evaluate(() => {
          const later = document.createElement('div');
          Object.assign(later.dataset, { dvc: 'level-badge', level: '3' });
          document.body.append(later);
        });
        await at.locator('[data-level="3"] .badge').first().waitFor();
        const made = await at.evaluate(() =>
          ['p', '[data-level="4"]', '[data-level="3"]'].map(
            (where) => document.querySelectorAll(`${where} :is(:not(a, [data-dvc]))`).length,
          ),
        );
        assert.deepEqual(made, [1, 1, 1]);
      },
      { allows: /\[dvc-widgets\]/u },
    ));
