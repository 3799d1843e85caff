import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { importSource } from '../../scripts/import-source.mjs';
import { gatewayFixture, requestsOver } from '../support/gateway-process.mjs';

/* Hearing of changes as they come, from the reference gateway over HTTP, by the module that the tracker uses. */

const require = createRequire(new URL('../../examples/gateway/package.json', import.meta.url));
const Database = require('better-sqlite3');
const { listenToChanges } = await importSource('src/gateway/listen-changes.ts');
const fixture = await gatewayFixture();
const OFFICER = { by: 'officer', actor: 'Cán bộ Mẫu', note: 'Mẫu', unit: 'Bộ phận mẫu' };

let count = 0;
/** A gateway that is really served, with one dossier in it. */
async function serving() {
  const folder = join(fixture.folder, `changes-${(count += 1)}`);
  const served = await fixture.parts.serveGateway({
    folder,
    forms: fixture.parts.readForms(fixture.forms),
    port: 0,
    perMinute: 100_000,
  });
  const { ask, put } = requestsOver((path, options) => fetch(served.url + path, options));
  const { dossier: code, secret } = await (await put(randomUUID())).json();
  const knock = { code, factor: { kind: 'secret', value: secret } };
  const post = (path, body) =>
    ask(`/v1/tracking${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const asked = [];
  const network = {
    fetch: (url, options) => {
      asked.push(url);
      return fetch(url, options);
    },
    timeout: () => new AbortController().signal,
  };
  const audit = (act) => {
    const database = new Database(join(folder, 'gateway.sqlite'), { readonly: true });
    try {
      return database.prepare('SELECT * FROM audit WHERE act = ? ORDER BY number').all(act);
    } finally {
      database.close();
    }
  };
  return { ...served, knock, post, asked, network, audit };
}
after(() => fixture.remove());

/** Resolves when the server's side of the next request is closed, whoever closed it. */
const closing = () =>
  new Promise((resolve) => {
    const started = ({ response }) => {
      unsubscribe('http.server.request.start', started);
      response.once('close', resolve);
    };
    subscribe('http.server.request.start', started);
  });

/** Listens; `next` is the next change. */
function listen({ url, network }, knock, known) {
  const stop = new AbortController();
  let hear;
  let next = new Promise((resolve) => (hear = resolve));
  const ended = listenToChanges(url, knock, known, {
    network,
    signal: stop.signal,
    onChange() {
      const heard = hear;
      next = new Promise((resolve) => (hear = resolve));
      heard('changed');
    },
  });
  return { ended, stop: () => stop.abort(), next: () => next };
}

test('an act of the officer, of the applicant and of the bank is heard, and nothing about it is in an address', async () => {
  const served = await serving();
  const { gateway, knock, post, asked } = served;
  const { version, changes, submission } = await (await post('', knock)).json();
  assert.equal(changes, true);
  const listening = listen(served, knock, version);
  let next = listening.next();
  assert.ok(gateway.system.move(knock.code, 'ask-payment', OFFICER).ok);
  assert.equal(await next, 'changed');
  next = listening.next();
  gateway.system.confirmPayment(submission, 16_000, 'mẫu');
  assert.equal(await next, 'changed');
  next = listening.next();
  const act = { id: randomUUID(), kind: 'deliver', delivery: { way: 'desk' } };
  assert.equal((await post('/acts', { ...knock, act })).status, 201);
  assert.equal(await next, 'changed');
  listening.stop();
  assert.equal(await listening.ended, 'ended');
  for (const url of asked) assert.equal(new URL(url).pathname, '/v1/tracking/changes');
  await served.close();
});

test('a gateway that ends lets go of who listens, and they know that it was no fault of the line', async () => {
  const served = await serving();
  const listening = listen(served, served.knock, 'another');
  await listening.next();
  await served.close();
  assert.equal(await listening.ended, 'ended');
});

test('who is wrong, and who opens too many, is refused as by any other question', async () => {
  const served = await serving();
  const { knock, post } = served;
  const wrong = { ...knock, factor: { kind: 'last4', value: '0000' } };
  assert.equal((await post('/changes', wrong)).status, 404);
  assert.equal(await listen(served, wrong, 'v').ended, 'failed');
  const left = closing();
  const open = [];
  for (let one = 0; one < 100; one += 1) open.push(await post('/changes', knock));
  assert.equal((await post('/changes', knock)).status, 503);
  assert.equal((await post('', knock)).status, 200);
  // What was let in is written down, and what was refused.
  const statuses = served.audit('track-changes').map(({ status }) => status);
  assert.deepEqual(statuses, [404, 404, ...Array(100).fill(200), 503]);
  await open[0].body.cancel();
  await left;
  open.push(await post('/changes', knock));
  // Kept until here: what nobody holds any more is closed when memory is cleared.
  assert.deepEqual([...new Set(open.map(({ status }) => status))], [200]);
  await served.close();
});
