import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importSource } from '../../scripts/import-source.mjs';
import { aPdf, gatewayFixture, requestsOver } from '../support/gateway-process.mjs';
import { FREE_SUBMISSION, GENERAL_SUBMISSION, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* The reference gateway as a process of its own, over HTTP, with its database on disk. */

const require = createRequire(new URL('../../examples/gateway/package.json', import.meta.url));
const { Upload } = require('tus-js-client');
const { CONTRACT_CASES } = await importSource('src/gateway/contract-suite.ts');
const fixture = await gatewayFixture();
const { folder, state, start, command } = fixture;
/** What the place handles beyond what it has a form for. */
const CATALOG = new URL('../../examples/commune/data/catalog.json', import.meta.url).pathname;
let gateway;
let finished;
let asked;

before(async () => {
  finished = await fixture.finish();
  asked = await fixture.askForMore();
  gateway = await start(['--origin', 'https://xa.example.gov.vn', '--catalog', CATALOG]);
});
after(async () => {
  await gateway.end('SIGTERM');
  fixture.remove();
});

for (const { name, run } of CONTRACT_CASES)
  test(`the reference gateway keeps to the contract: ${name}`, async () => {
    const target = { url: gateway.url, fetch, newId: randomUUID, finished, asked };
    const submissions = { submission: SAMPLE_SUBMISSION, free: FREE_SUBMISSION, general: GENERAL_SUBMISSION };
    assert.equal(await run({ ...target, ...submissions }), 'kept');
  });

const { ask, put, create, send, head } = requestsOver((path, options) => fetch(gateway.url + path, options));

test('a file sent in cuts is the same file, and stands on the receipt with its hash', async () => {
  const [id, bytes] = [randomUUID(), aPdf(300_000)];
  assert.equal((await create(id, bytes.length)).status, 201);
  for (let offset = 0; offset < bytes.length;) {
    assert.equal((await head(id)).headers.get('upload-offset'), String(offset));
    const cut = bytes.subarray(offset, offset + 70_001);
    assert.equal((await send(id, offset, cut)).status, 204);
    offset += cut.length;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id, name: 'giấy.pdf', size: bytes.length, sha256 };
  const response = await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [file] });
  assert.equal(response.status, 201);
  assert.deepEqual((await response.json()).files, [file]);
  assert.deepEqual(readFileSync(join(state, 'files', id)), bytes);
});

test('a client of tus that is not ours sends a file, breaks off, and goes on from where it was', async () => {
  const [id, bytes] = [randomUUID(), aPdf(300_000)];
  const upload = (options) =>
    new Promise((resolve, reject) => {
      const sending = new Upload(bytes, {
        endpoint: `${gateway.url}/v1/uploads`,
        metadata: { id, filename: 'giấy.pdf' },
        chunkSize: 64 * 1024,
        retryDelays: null,
        onError: reject,
        onSuccess: () => resolve('whole'),
        onChunkComplete: (_, sent) => {
          if (options.until && sent >= options.until) void sending.abort().then(() => resolve(sending.url));
        },
        ...options,
      });
      sending.start();
    });
  const url = await upload({ until: 128 * 1024 });
  assert.ok(url.endsWith(`/v1/uploads/${id}`), url);
  const stands = Number((await head(id)).headers.get('upload-offset'));
  assert.ok(stands >= 128 * 1024 && stands < bytes.length, String(stands));
  assert.equal(await upload({ uploadUrl: url }), 'whole');
  assert.deepEqual(readFileSync(join(state, 'files', id)), bytes);
  const wrong = upload({ uploadUrl: `${gateway.url}/v1/uploads/${randomUUID()}`, endpoint: null });
  await assert.rejects(wrong, /404/u);
});

test('two who send the same file at once do not mix it up', async () => {
  const [id, bytes] = [randomUUID(), aPdf(400_000)];
  await create(id, bytes.length);
  const statuses = await Promise.all(
    Array.from({ length: 6 }, () =>
      send(id, 0, bytes).then(
        ({ status }) => status,
        () => 0,
      ),
    ),
  );
  assert.ok(statuses.includes(204), statuses.join());
  assert.equal((await head(id)).headers.get('upload-offset'), String(bytes.length));
  assert.deepEqual(readFileSync(join(state, 'files', id)), bytes);
});

test('a payment is confirmed by the bank alone, as often as it likes, and is one', async () => {
  const id = randomUUID();
  const { dossier } = await (await put(id)).json();
  const open = () => ask(`/v1/submissions/${id}/payment`, { method: 'POST' });
  const first = await (await open()).json();
  assert.deepEqual([first.amount, first.state, first.order], [16000, 'waiting', dossier]);
  const page = await (await ask(first.redirect)).text();
  assert.match(page, /không có tiền thật/u);
  await ask(first.redirect, { method: 'POST' });
  await ask(first.redirect, { method: 'POST' });
  const second = await (await open()).json();
  assert.deepEqual([second.order, second.state], [first.order, 'paid']);
});

test('who walks the codes finds no payment and pays none: its address is in no list', async () => {
  const ids = [randomUUID(), randomUUID()];
  const payments = [];
  for (const id of ids) {
    await put(id);
    payments.push(await (await ask(`/v1/submissions/${id}/payment`, { method: 'POST' })).json());
  }
  const pages = payments.map(({ redirect }) => redirect);
  assert.equal(new Set(pages).size, 2);
  for (const [at, { order, redirect }] of payments.entries()) {
    // 128 bits, and nothing of the dossier.
    assert.match(redirect, /^\/pay\/[\w-]{22}$/u);
    assert.ok(!redirect.includes(order));
    for (const guess of [order, order.toLowerCase(), order.slice(-4), ids[at], redirect.slice(5, -1)])
      for (const method of ['GET', 'POST'])
        assert.equal((await ask(`/pay/${guess}`, { method })).status, 404, `${method} ${guess}`);
    assert.equal((await (await ask(`/v1/submissions/${ids[at]}/payment`)).json()).state, 'waiting');
    // Asked once more, it is the same page: who comes back finds their payment.
    const again = await (await ask(`/v1/submissions/${ids[at]}/payment`, { method: 'POST' })).json();
    assert.equal(again.redirect, redirect);
  }
  await ask(pages[0], { method: 'POST' });
  const states = [];
  for (const id of ids) states.push((await (await ask(`/v1/submissions/${id}/payment`)).json()).state);
  assert.deepEqual(states, ['paid', 'waiting']);
});

test('a copy made while it runs is whole, and is put back elsewhere', async () => {
  const id = randomUUID();
  const receipt = await (await put(id)).json();
  const copy = join(folder, 'copy');
  const elsewhere = join(folder, 'elsewhere');
  assert.equal(command('back-up', '--state', state, '--to', copy).status, 0);
  assert.equal(command('restore', '--state', elsewhere, '--from', copy).status, 0);
  assert.notEqual(command('restore', '--state', elsewhere, '--from', copy).status, 0);
  assert.notEqual(command('back-up', '--state', state, '--to', copy).status, 0);
  const other = await start(['--state', elsewhere]);
  try {
    const found = await fetch(`${other.url}/v1/submissions/${id}`);
    assert.deepEqual(await found.json(), receipt);
    assert.deepEqual(readdirSync(join(elsewhere, 'files')).sort(), readdirSync(join(state, 'files')).sort());
    assert.equal(command('check', '--state', elsewhere).stdout, 'whole\n');
  } finally {
    await other.end('SIGTERM');
  }
});
