import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { importSource } from '../../scripts/import-source.mjs';
import { gatewayFixture } from '../support/gateway-process.mjs';

/* Who is signed in at the officers' desk, and for how long, however many others open its page. */

const { createSessions } = await importSource('examples/gateway/src/desk/sessions.ts');
const fixture = await gatewayFixture();
after(() => fixture.remove());

const HOUR = 3_600_000;
const OFFICER = { officer: 'tiep-nhan', password: 'mau-tiep-nhan' };
const cookieOf = (response) => response.headers.getSetCookie()[0].split(';')[0];
const tokenIn = (html) => /name="token" value="([^"]+)"/u.exec(html)[1];

/** A desk of its own, and what a browser does there. */
async function opened(context, name, clock) {
  const gateway = await fixture.parts.serveGateway({
    folder: join(fixture.folder, name),
    forms: [],
    port: 0,
    perMinute: 100_000,
    clock,
  });
  // Also where an assertion fails: a server that is left would keep the process.
  context.after(() => gateway.close());
  const ask = (path, cookie, fields) =>
    fetch(`${gateway.url}/desk${path}`, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
  const visit = async () => {
    const page = await ask('');
    return { cookie: cookieOf(page), token: tokenIn(await page.text()) };
  };
  const signIn = ({ cookie, token }) => ask('/sign-in', cookie, { token, ...OFFICER });
  const isIn = async (cookie) => !(await (await ask('', cookie)).text()).includes('<h1>Đăng nhập</h1>');
  return { visit, signIn, isIn };
}

test('however many open the page, whoever is signed in stays so, and whoever is about to is let in', async (context) => {
  const { visit, signIn, isIn } = await opened(context, 'crowd');
  const officer = cookieOf(await signIn(await visit()));
  const arriving = await visit();
  const seen = new Set();
  for (let one = 0; one < 1500; one += 1) {
    const { cookie, token } = await visit();
    seen.add(cookie).add(token);
  }
  // Each has an id and a token of its own.
  assert.equal(seen.size, 3000);
  assert.equal(await isIn(officer), true);
  assert.equal((await signIn(arriving)).status, 303);
});

test('before the sign-in, only what this desk gave out to the same browser is taken', async (context) => {
  const { visit, signIn } = await opened(context, 'guests');
  const [one, other] = [await visit(), await visit()];
  const [ends, ...rest] = one.cookie.slice('dvc-desk='.length).split('.');
  const later = `dvc-desk=${[Number(ends) + HOUR, ...rest].join('.')}`;
  for (const odd of [
    { ...one, token: other.token },
    { ...one, token: '' },
    { ...one, cookie: later },
    { ...one, cookie: one.cookie.slice(0, -1) },
    { ...one, cookie: 'dvc-desk=' },
    { ...one, cookie: 'dvc-desk=NaN..' },
  ])
    assert.equal((await signIn(odd)).status, 403, JSON.stringify(odd));
  assert.equal((await signIn(one)).status, 303);
});

test('a working day later, officers sign in once more, by a page that is opened anew', async (context) => {
  let now = Date.parse('2026-11-23T01:00:00Z');
  const { visit, signIn, isIn } = await opened(context, 'hours', () => new Date(now));
  const before = await visit();
  const officer = cookieOf(await signIn(await visit()));
  now += 8 * HOUR - 1;
  assert.equal(await isIn(officer), true);
  now += 1;
  assert.equal(await isIn(officer), false);
  assert.equal((await signIn(before)).status, 403);
  assert.equal((await signIn(await visit())).status, 303);
});

test('what is over is dropped with the next sign-in, and of a thousand the oldest', () => {
  let now = 0;
  const kept = new Map();
  const sessions = createSessions(() => new Date(now), kept);
  for (let one = 0; one < 10; one += 1) sessions.begin(OFFICER);
  sessions.beginGuest();
  assert.equal(kept.size, 10);
  now += 4 * HOUR;
  const late = sessions.begin(OFFICER);
  now += 4 * HOUR;
  sessions.begin(OFFICER);
  assert.equal(kept.size, 2);
  assert.equal(sessions.find(late.id).token, late.session.token);
  for (let one = 0; one < 998; one += 1) sessions.begin(OFFICER);
  assert.equal(kept.size, 1000);
  assert.ok(sessions.find(late.id));
  sessions.begin(OFFICER);
  assert.equal(kept.size, 1000);
  assert.equal(sessions.find(late.id), undefined);
});
