import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { ensureChromium, findFirefox } from '../../scripts/browsers.mjs';
import { readJson, root } from '../../scripts/files.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { MARKUP } from '../support/host-pages.mjs';
import { policies } from '../support/host-policies.mjs';
import { hostSheets } from '../support/host-sheets.mjs';
import { putProbe } from '../support/host-sheet-probe.mjs';

/*
 * Each style sheet that a portal may have, under each policy that it may send, with every element on the page: what a person
 * sees of them is what they see on an empty page, and the page is what it was without them.
 */

const SHEETS = hostSheets();

/** Milliseconds: all sheets of a policy are one call. */
const protocolTimeout = 600_000;
const LAUNCH = {
  Chromium: () =>
    puppeteer.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'], protocolTimeout }),
  ...((process.env.DVC_ALL_ENGINES || process.env.CI === 'true') && {
    Firefox: () => puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), protocolTimeout }),
  }),
};

/* Some with a link inside, some empty: both are what editors leave. */
const WITH_LINK = Object.values({ ...MARKUP, 'dvc-doctor': '<dvc-doctor></dvc-doctor>' })
  .map((markup) => markup.replace('></dvc', '><a href="#thu-tuc">Thủ tục hành chính</a></dvc'))
  .map((markup) => `<div>${markup}</div>`)
  .join('\n');
const BODY = `<div id="own">
    <h1>Trang của xã</h1><h2>Tin tức</h2><p>Chữ <b>đậm</b> và <a id="plain" href="#tin">một đường dẫn</a>, <page-part><a id="plain-in-tag" href="#tin">một nữa</a></page-part>.</p>
    <ul><li>Một</li><li>Hai</li></ul><table><tr><th>Giờ</th><td>7:30</td></tr></table>
    <form><label>Tìm <input type="text"></label> <select><option>Tất cả</option></select> <button type="button">Gửi</button></form>
  </div>
  <main id="page">${WITH_LINK}
    <div><dvc-portal theme="dark"><div><dvc-level-badge level="3"></dvc-level-badge></div></dvc-portal></div>
  </main>`;
const pageOf = ({ script }) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Xã</title>${script}</head><body>${BODY}</body></html>`;

/** Asked by the browser itself, for its tab. */
const OF_THE_BROWSER = /\/favicon\.ico$/u;
/** The doctor tries what a policy allows, and so makes it report. */
const OF_THE_DOCTOR = /\/consultation-[^/]*\.js$/u;

let server;
let all = [];
before(async () => {
  // For a page in a sandbox its own server is another origin.
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const answer = (type, text) => (_, response) => response.setHeader('Content-Type', type).end(text);
  const forAnybody = (listener) => (request, response) =>
    listener(request, response.setHeader('Access-Control-Allow-Origin', '*'));
  server = await serve([
    {
      path: '/page/',
      listener: forAnybody((request, response) => {
        const policy = all[Number(request.url.split('/')[2])];
        if (policy.csp.length > 0) response.setHeader('Content-Security-Policy', policy.csp);
        if (policy.reportOnly) response.setHeader('Content-Security-Policy-Report-Only', policy.reportOnly);
        answer('text/html; charset=utf-8', pageOf(policy))(request, response);
      }),
    },
    {
      path: '/sheets/',
      listener: forAnybody((request, response) =>
        answer('text/css', SHEETS[Number.parseInt(request.url.split('/')[2], 10)].css)(request, response),
      ),
    },
    { path: '/gateway/', listener: forAnybody(answer('application/json', '{}')) },
    { path: '/favicon.ico', listener: answer('image/x-icon', '') },
    { path: '/dvc/', folder: join(root, 'dist/cdn'), headers },
    { path: '/data/', folder: join(root, 'examples/commune/data'), headers },
  ]);
  all = policies(server.url, readJson('dist/cdn/integrity.json').files);
});
after(() => server.close());

const ADDRESSES = SHEETS.map((_, at) => `/sheets/${String(at)}.css`);
/** What elements show last where the one script may fetch nothing after it; those that it fetches never come. */
const WITHOUT_LATE_PARTS = {
  'dvc-procedure-lookup': ['.card'],
  'dvc-procedure-detail': ['[part~="summary"]'],
  'dvc-form-steps': ['.actions .primary'],
  'dvc-catalog-coverage': [],
  'dvc-data-journey': [],
  'dvc-doctor': [],
};
/** Those that may not ask for the catalogue show the page’s own link again. */
const WITHOUT_DATA = {
  'dvc-procedure-lookup': ['.root slot'],
  'dvc-procedure-detail': ['.root slot'],
  'dvc-form-steps': ['.root slot'],
};
/** This site's files are asked for at once, its receiving system by the doctor: then nothing is left to be told as asked. */
const ALL_ASKED = { 'dvc-data-journey': ['[part~="contacts"] li:nth-child(2) .asked', '.actions button'] };

/** Faults by sheet, with its name. */
const named = (results) =>
  results.flatMap(({ faults }, at) => faults.map((fault) => `${SHEETS[at].name}: ${fault}`));

/** Opens the page of a policy in a browser that has kept nothing; gives what the console and the browser had to say. */
async function open(browser, at) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 360, height: 720 });
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error?.message ?? error)));
  const foreign = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/u.test(request.url()) && !request.url().startsWith(server.url))
      foreign.push(request.url());
  });
  await page.evaluateOnNewDocument(() => {
    window.reports = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      window.reports.push({ effectiveDirective, blockedURI, sourceFile }),
    );
  });
  await page.goto(`${server.url}/page/${String(at)}`);
  await page.evaluate(putProbe);
  return { page, said, foreign, close: () => context.close() };
}

const NAMES = policies('', {}).map(({ name }) => name);

test('sixty sheets and twenty policies, each once', () => {
  for (const [names, least] of [
    [SHEETS.map(({ name }) => name), 60],
    [NAMES, 20],
  ]) {
    assert.ok(names.length >= least);
    assert.equal(new Set(names).size, names.length);
  }
});

for (const [engine, launch] of Object.entries(LAUNCH))
  describe(engine, () => {
    let browser;
    /** How the page's own parts look under each sheet where no script of ours runs. */
    let own;
    before(async () => {
      browser = await launch();
      const { page, close } = await open(browser, NAMES.indexOf('no scripts at all'));
      own = await page.evaluate((addresses) => window.probe.tryAll(addresses, { areLinks: true }), ADDRESSES);
      await close();
    });
    after(() => browser.close());

    for (const [at, name] of NAMES.entries())
      test(`${name}: every sheet`, async () => {
        const policy = all[at];
        const { page, said, foreign, close } = await open(browser, at);
        try {
          const knowsTypes = await page.evaluate(() => 'trustedTypes' in window);
          const expects = policy.needsTrustedTypes && !knowsTypes ? 'all' : policy.expects;
          const faults = await EXPECTED[expects](page, policy);
          assert.ok(faults.length === 0, faults.join('\n'));
          assert.deepEqual(foreign, []);
          const reports = await page.evaluate(() => window.reports);
          const ours = reports.filter(
            ({ blockedURI, sourceFile }) =>
              !OF_THE_BROWSER.test(blockedURI) && !OF_THE_DOCTOR.test(sourceFile),
          );
          const isMeant = ({ effectiveDirective }) => policy.reports?.test(effectiveDirective);
          assert.deepEqual(
            ours.filter((report) => !isMeant(report)),
            [],
          );
          if (policy.reports) assert.ok(ours.some(isMeant), 'the browser has reported nothing');
          if (policy.says)
            assert.ok(
              said.some((text) => policy.says.test(text)),
              said.join('\n'),
            );
          // What the browser says of its policies was looked at above, as reports.
          const others = said.filter(
            (text) =>
              !/Content.Security.Policy|Trusted|sandbox|Sink type/iu.test(text) && !policy.says?.test(text),
          );
          assert.deepEqual(others, []);
        } finally {
          await close();
        }
      });

    /** Looks at the page under every sheet, and whether its own parts are as they are without us. */
    async function tryAll(page, { refusesSheets: isRefused = false }, areLinks) {
      const results = await page.evaluate(
        (addresses, how) => window.probe.tryAll(addresses, how),
        ADDRESSES,
        {
          isRefused,
          areLinks,
        },
      );
      const touched = results.flatMap(({ page: parts }, at) =>
        parts
          .filter((print, part) => print !== own[at].page[part])
          .map((print) => `${SHEETS[at].name}: the page’s own ${print} looks otherwise`),
      );
      return [...named(results), ...touched, ...(await page.evaluate(() => window.probe.left()))];
    }

    const EXPECTED = {
      all: async (page, policy) => {
        await page.evaluate(() => window.probe.arrange());
        const parts = await page.evaluate(() => window.probe.settle());
        assert.ok(parts > 150, `${String(parts)} parts looked at`);
        const pale = await page.evaluate(() => window.probe.pale());
        return [...pale, ...(await tryAll(page, policy, false))];
      },
      'no late parts': async (page, policy) => {
        await page.evaluate((lasts) => window.probe.settle(lasts), WITHOUT_LATE_PARTS);
        return tryAll(page, policy, false);
      },
      'no data': async (page, policy) => {
        await page.evaluate((lasts) => window.probe.settle(lasts), WITHOUT_DATA);
        // What a policy blocks the browser does not note, so it is told to whoever comes back to the page.
        await page.evaluate(() => document.dispatchEvent(new window.Event('visibilitychange')));
        await page.evaluate((lasts) => window.probe.settle(lasts), { ...WITHOUT_DATA, ...ALL_ASKED });
        return tryAll(page, policy, false);
      },
      links: async (page, policy) => {
        if (policy.needsTrustedTypes) await page.evaluate(() => window.probe.settleAsLinks());
        return tryAll(page, policy, true);
      },
    };
  });
