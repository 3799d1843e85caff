import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readJson, root } from '../../scripts/files.mjs';
import { deskBrowser, formsOf } from '../support/desk-browser.mjs';
import { gatewayFixture, requestsOver } from '../support/gateway-process.mjs';

/* The officers' list where there are hundreds: in pages that the gateway makes, each with an address of its own. */

const fixture = await gatewayFixture();
const OFFICER = ['tiep-nhan', 'mau-tiep-nhan'];
const SENT = 310;
const REFUSED = 60;
const codes = [];
let gateway;
before(async () => {
  gateway = await fixture.parts.serveGateway({
    folder: join(fixture.folder, 'desk-list'),
    forms: fixture.parts.readForms(join(root, 'examples/commune/data/forms')),
    catalog: join(root, 'examples/commune/data/catalog.json'),
    port: 0,
    perMinute: 100_000,
    // A Monday in the middle of a quiet month: everything is sent on one day, and only the code tells it apart.
    clock: () => new Date('2026-11-09T02:00:00Z'),
  });
  const { put } = requestsOver((path, options) => fetch(gateway.url + path, options));
  const submission = readJson('examples/gateway/sample/submission.json');
  for (let one = 0; one < SENT; one += 1) {
    const { dossier } = await (await put(randomUUID(), submission)).json();
    codes.push(dossier);
  }
  const officer = deskBrowser(gateway.url);
  await officer.signIn(OFFICER);
  for (const code of codes.slice(0, REFUSED))
    await officer.act(code, 'refuse-reception', { note: 'Không thuộc thẩm quyền' });
});
after(async () => {
  await gateway.close();
  fixture.remove();
});

const signedIn = async () => {
  const officer = deskBrowser(gateway.url);
  await officer.signIn(OFFICER);
  return officer;
};
const codesIn = (html) => [...html.matchAll(/<td class="code"><a [^>]*>([^<]+)</gu)].map(([, code]) => code);
const [openPart, endedPart] = [
  (html) => html.split('<details')[0],
  (html) => html.split('<details')[1] ?? '',
];
const text = (html) => html.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
/** Where the links of a list lead, by their words. */
const waysIn = (html) =>
  Object.fromEntries(
    [...html.matchAll(/<p class="pages">(.*?)<\/p>/gsu)].flatMap(([, links]) =>
      [...links.matchAll(/<a href="([^"]*)"\s*>([^<]*)</gu)].map(([, to, words]) => [
        words.trim(),
        to.replaceAll('&amp;', '&'),
      ]),
    ),
  );

test('hundreds of dossiers are told by their number, and every one stands on one page', async () => {
  const { open } = await signedIn();
  const seen = [];
  let address = '/desk';
  for (let page = 1; address; page += 1) {
    const { html } = await open(address);
    const part = openPart(html);
    assert.match(text(part), /250 hồ sơ đang giải quyết/u);
    assert.match(
      text(part),
      new RegExp(`Trang ${page} trên 5 · hồ sơ ${seen.length + 1}–${page * 50} trong 250`, 'u'),
    );
    assert.match(part, page === 1 ? /<h1>Hồ sơ<\/h1>/u : new RegExp(`<h1>Hồ sơ, trang ${page}</h1>`, 'u'));
    assert.equal(codesIn(part).length, 50);
    seen.push(...codesIn(part));
    const ways = waysIn(part);
    assert.deepEqual(Object.keys(ways), [
      ...(page > 1 ? ['Trang đầu', 'Trang trước'] : []),
      ...(page < 5 ? ['Trang sau', 'Trang cuối'] : []),
    ]);
    if (page > 1) assert.equal(ways['Trang đầu'], '/desk');
    address = ways['Trang sau'];
  }
  assert.deepEqual(seen, codes.slice(REFUSED));
});

test('the address of a page works alone, for another officer on another day, and for pages that are no more', async () => {
  const { open } = await signedIn();
  assert.deepEqual(
    codesIn(openPart((await open('/desk?page=3')).html)),
    codes.slice(REFUSED).slice(100, 150),
  );
  for (const [page, shown] of [
    ['99', 5],
    ['0', 1],
    ['-1', 1],
    ['2x', 1],
    ['9'.repeat(30), 1],
  ])
    assert.match(
      text((await open(`/desk?page=${page}`)).html),
      new RegExp(`Trang ${shown} trên 5`, 'u'),
      page,
    );
});

test('the filter and the page of the other list stay in the links', async () => {
  const { open } = await signedIn();
  const refused = (await open('/desk?state=3')).html;
  assert.match(text(endedPart(refused)), /Đã kết thúc: 60 hồ sơ/u);
  assert.match(text(endedPart(refused)), /Trang 1 trên 2 · hồ sơ 1–50 trong 60/u);
  const { 'Trang sau': next } = waysIn(endedPart(refused));
  assert.equal(next, '/desk?state=3&ended=2#ended');
  const last = endedPart((await open(next)).html);
  assert.match(last, /^ class="ended" id="ended" open/u);
  assert.equal(codesIn(last).length, 10);
  assert.deepEqual([...codesIn(endedPart(refused)), ...codesIn(last)].sort(), codes.slice(0, REFUSED).sort());

  const both = (await open('/desk?page=2&ended=2')).html;
  assert.equal(waysIn(openPart(both))['Trang sau'], '/desk?page=3&ended=2');
  assert.equal(waysIn(endedPart(both))['Trang trước'], '/desk?page=2&ended=1#ended');
});

test('the way back from a dossier leads to the list as it was left, after an act too', async () => {
  const officer = await signedIn();
  const backOf = (html) => /<p class="back"><a href="([^"]*)">Về danh sách/u.exec(html)?.[1];
  const [code] = codes.slice(REFUSED);
  assert.equal(backOf((await officer.open(`/desk/dossiers/${code}`)).html), '/desk');
  await officer.open('/desk?state=1&page=3');
  assert.equal(backOf((await officer.open(`/desk/dossiers/${code}`)).html), '/desk?state=1&amp;page=3');
  const moved = await officer.act(code, 'receive', {});
  assert.equal(backOf(moved.html), '/desk?state=1&amp;page=3');
  // Another officer’s list is their own.
  assert.equal(backOf((await (await signedIn()).open(`/desk/dossiers/${code}`)).html), '/desk');
});

test('what was sought has pages as well, and stands in no address', async () => {
  const officer = await signedIn();
  const start = (await officer.open('/desk')).html;
  const search = formsOf(start).find(({ action }) => /search/u.test(action));
  const found = (await officer.submit(search, { code: '261109' })).html;
  assert.match(text(openPart(found)), /Trang 1 trên 5 · hồ sơ 1–50 trong 250/u);
  assert.deepEqual(waysIn(found), {});
  const [, pages] = formsOf(openPart(found)).filter(({ action }) => action === '/desk/search');
  assert.equal(pages.hidden.code, '261109');
  const second = (await officer.submit(pages, { page: '2' })).html;
  assert.deepEqual(codesIn(openPart(second)), codes.slice(REFUSED).slice(50, 100));
  const [, , ended] = formsOf(second).filter(({ action }) => action === '/desk/search');
  assert.equal(ended.hidden.page, '2');
  const both = (await officer.submit(ended, { ended: '2' })).html;
  assert.match(text(openPart(both)), /Trang 2 trên 5/u);
  assert.equal(codesIn(endedPart(both)).length, 10);
});
