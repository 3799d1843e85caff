import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { finds, hostPages } from '../support/host-pages.mjs';

/* A page per system that communes have, with what makes embedding hard there: see docs/hosts.md. */

const visit = hostPages({ '/hosts/': join(root, 'examples/hosts') });

/** Counts what would be sent, without sending it. */
const countSubmits = (at) =>
  at.evaluate(() => {
    window.submits = 0;
    const count = (event) => {
      window.submits += 1;
      event.preventDefault();
    };
    window.addEventListener('submit', count, true);
  });
const submits = (at) => at.evaluate(() => window.submits);

/** Goes back and forth as the system does, or has it write a part anew. */
const writtenAnew = async (at) => {
  await at.locator('#go').click();
  await finds(at);
};

const HOSTS = {
  'wordpress.html': {
    name: 'WordPress without the plugin, where only a link was kept',
    trap: () =>
      getComputedStyle(document.documentElement).fontSize === '10px' &&
      document.querySelector('p > dvc-procedure-lookup > a[data-dvc]') !== null,
  },
  'joomla.html': {
    name: 'Joomla 3 with MooTools and the page itself as base address',
    trap: () => Array.from(new Set([1, 2])).length === 1 && document.baseURI.endsWith('joomla.html'),
  },
  'liferay.html': {
    name: 'Liferay with its AMD loader, which changes pages without loading them',
    trap: () => typeof window.define.amd === 'object',
    then: writtenAnew,
  },
  'dnn.html': {
    name: 'DNN, all in one form, with scripts in the body and members on every list',
    trap: () => typeof [].add === 'function' && document.querySelector('head script') === null,
  },
  'webforms.html': {
    name: 'ASP.NET WebForms with a default button and a part that is written anew',
    trap: () => document.querySelector('form dvc-procedure-lookup') !== null,
    then: writtenAnew,
  },
  'sharepoint.html': {
    name: 'SharePoint with a strict policy and a web part that comes late',
    trap: () => window._spBodyOnLoadFunctionNames.length === 1,
  },
  'php.html': {
    name: 'PHP with a mark of the encoding before the doctype, lines of Windows and a base address',
    trap: () => document.compatMode === 'BackCompat' && document.baseURI.endsWith(`${location.host}/`),
  },
};

for (const [file, { name, trap, then }] of Object.entries(HOSTS))
  test(`${name}: shows itself, finds, and Enter sends nothing of the page`, () =>
    visit(`/hosts/${file}`, async (at) => {
      const card = await finds(at);
      assert.equal(await at.evaluate(trap), true, 'the page has its trap');
      await countSubmits(at);
      await at.locator('dvc-procedure-lookup').getByRole('searchbox').press('Enter');
      await card.getByRole('link').or(card.getByRole('button')).first().focus();
      await at.keyboard.press('Shift+Enter');
      assert.equal(await submits(at), 0);
      // The page’s own form goes on as ever.
      await at.locator('#own').press('Enter');
      assert.equal(await submits(at), 1);
      await then?.(at);
    }));

test('a system that allows no script: the link leads to a page of one’s own, with what was asked for', () =>
  visit('/hosts/chi-duong-dan.html', async (at) => {
    await at.getByRole('link', { name: 'Tra cứu thủ tục hành chính' }).click();
    await finds(at);
    await at.waitForURL(/[?&]q=/u);
    await at.goto(at.url());
    await at.locator('dvc-procedure-lookup .card').first().filter({ hasText: 'khai sinh' }).waitFor();
  }));
