import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveSite } from '../../scripts/start.mjs';
import { launchWatched } from '../support/watched-browser.mjs';

/* The page that takes a payment, in a real browser: it says where its form comes from, and the gateway listens to that. */

const state = mkdtempSync(join(tmpdir(), 'dvc-pay-'));
let server;
let browser;
before(async () => {
  server = await serveSite(0, state);
  browser = await launchWatched();
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(state, { recursive: true, force: true });
});

test('a payment that a dossier waits for is made there, once, and the dossier goes on', async () => {
  const standing = (code) => server.dossiers().find((dossier) => dossier.code === code).state;
  const { code } = server.dossiers().find((dossier) => dossier.state === 6);
  const page = await browser.newPage();
  await page.goto(new URL(server.payPage(code), server.url).href);
  await page.getByText('không có tiền thật').waitFor();
  await page.getByRole('button', { name: 'Trả (thử)' }).click();
  await page.getByText('Đã trả').waitFor();
  assert.notEqual(standing(code), 6);
  await page.reload();
  assert.equal(await page.getByRole('button').count(), 0);
});
