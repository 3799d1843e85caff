import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { filesBelow, readJson, root } from '../../scripts/files.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { launchWatched } from './watched-browser.mjs';

/* Pages that others made, with the built scripts in them, opened in a real browser. */

/** What is there once an element shows itself. */
export const SHOWN = {
  'dvc-level-badge': '.badge',
  'dvc-level-guide': 'h2, h3',
  'dvc-catalog-coverage': '.total',
  'dvc-procedure-lookup': '.card',
  'dvc-procedure-detail': '[part~="summary"]',
  'dvc-form-steps': '.step-title',
  'dvc-status-tracker': '#factor',
  'dvc-data-journey': '[part~="contacts"] li',
  'dvc-outreach': '.speech',
};
export const DATA = 'catalog="/data/catalog.json" levels="/data/levels.illustration.json"';
export const MARKUP = {
  'dvc-level-badge': '<dvc-level-badge level="4"></dvc-level-badge>',
  'dvc-level-guide': '<dvc-level-guide></dvc-level-guide>',
  'dvc-catalog-coverage':
    '<dvc-catalog-coverage total="4" by-tier="commune:4" by-level="4:3"></dvc-catalog-coverage>',
  'dvc-procedure-lookup': `<dvc-procedure-lookup ${DATA} detail-url="s.html?ma={code}"><a href="s.html">Danh sách</a></dvc-procedure-lookup>`,
  'dvc-procedure-detail': `<dvc-procedure-detail ${DATA} code="1.001193"></dvc-procedure-detail>`,
  'dvc-form-steps': `<dvc-form-steps ${DATA} code="1.001193" forms="/data/forms.json" destination="practice" device="shared"></dvc-form-steps>`,
  'dvc-status-tracker': '<dvc-status-tracker gateway="/gateway" device="shared"></dvc-status-tracker>',
  'dvc-data-journey': '<dvc-data-journey></dvc-data-journey>',
  'dvc-outreach': `<dvc-outreach ${DATA} code="1.001193" detail-url="s.html?ma={code}"></dvc-outreach>`,
};
export const ALL = Object.values(MARKUP).join('\n');
export const SCRIPT = '<script type="module" src="/dvc/dvc.loader.min.js"></script>';

/**
 * A copy of what is built that says to be of another version.
 * @param made folder to put it into
 */
export function copyOf(made, other) {
  const folder = join(made, other);
  cpSync(join(root, 'dist/cdn'), folder, { recursive: true });
  assert.equal(readJson('package.json').version, '0.1.0', 'the pattern below is of this version');
  for (const file of filesBelow('dist/cdn', '.js')) {
    const at = join(folder, file.slice('dist/cdn/'.length));
    const quoted = /(["'`/])0\.1\.0(?=["'`])/gu;
    writeFileSync(at, readFileSync(at, 'utf8').replace(quoted, `$1${other}`));
  }
  return folder;
}

/**
 * A server of pages for the tests of one file, with the built scripts under `/dvc/` and `/copy/`.
 * @param more what else it serves, by path: folders, or folders with the headers of their pages
 * @param invented addresses that the tests make up and answer themselves
 */
export function hostPages(more = {}, invented = undefined) {
  let server;
  let browser;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dvc-hosts-'));
    server = await serve([
      ...Object.entries(more).map(([path, at]) => ({
        path,
        ...(typeof at === 'string' ? { folder: at } : at),
      })),
      { path: '/dvc/', folder: join(root, 'dist/cdn') },
      { path: '/copy/', folder: join(root, 'dist/cdn') },
      { path: '/data/', folder: join(root, 'examples/commune/data') },
      { path: '/', folder },
    ]);
    browser = await launchWatched(invented);
  });
  after(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  let made = 0;
  /**
   * Opens a page of this text, or one of the server; whatever the console or an exception says of it fails the test. What
   * `prepare` does with it before, `act` gets the outcome of.
   */
  return async function visit(
    html,
    act,
    { viewport = { width: 360, height: 720 }, allows, prepare, ...options } = {},
  ) {
    const name = html.startsWith('/') ? html : `/page-${String((made += 1))}.html`;
    if (name !== html) writeFileSync(join(folder, name), html);
    const page = await browser.newPage({ viewport, locale: 'vi-VN', ...options });
    const faults = [];
    page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(error.message));
    try {
      const prepared = await prepare?.(page);
      await page.goto(`${server.url}${name}`);
      await act(page, faults, prepared);
      // Before the routes go: what the page still fetches ahead then finds no address that a test made up.
      assert.deepEqual(
        faults.filter((fault) => !allows?.test(fault)),
        [],
      );
    } finally {
      // What a test held back of a request goes with the page.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.close();
    }
  };
}

export const page = (
  body,
  { doctype = '<!doctype html>', html = 'lang="vi"', head = '', script = SCRIPT } = {},
) =>
  `${doctype}<html ${html}><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}${script}</head><body>${body}</body></html>`;

export async function allShown(at, tags = Object.keys(SHOWN)) {
  for (const tag of tags) await at.locator(`${tag} >> css=${SHOWN[tag]}`).first().waitFor();
}

/** Types as a person does, and waits for the answer. */
export async function finds(at) {
  const box = at.getByRole('searchbox').first();
  await box.pressSequentially('lam lai giay khai sinh');
  const first = at.locator('dvc-procedure-lookup .card').first();
  await first.filter({ hasText: 'khai sinh' }).waitFor();
  return first;
}
