import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { aPdf, gatewayFixture, requestsOver } from '../support/gateway-process.mjs';
import { SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* The process dies at every point that it passes; what it leaves is whole, and the next try brings it to its end. */

const fixture = await gatewayFixture();
const { start, command, parts, state } = fixture;
const over = (gateway) => requestsOver((path, options) => fetch(gateway.url + path, options));
let alive;
before(async () => {
  alive = await start();
});
after(async () => {
  await alive.end('SIGTERM');
  fixture.remove();
});

/** Asks a gateway that dies of it. */
async function dieAt(point, ask) {
  const dying = await start([], { DVC_DIE_AT: point });
  await assert.rejects(ask(over(dying)), `it lived on at ${point}`);
  await dying.ended;
}
const isWhole = () => {
  const { stdout, stderr } = command('check', '--state', state);
  assert.equal(stdout, 'whole\n', stderr);
};
const standing = (code) => {
  const database = parts.openDatabase(state);
  try {
    return database.act((tables) => [tables.dossier(code)?.standing.state, tables.history(code).length]);
  } finally {
    database.close();
  }
};

for (const point of ['read', 'checked', 'numbered', 'kept', 'registered', 'committed'])
  test(`killed at “${point}” of a submission, it gives one dossier after the next try`, async () => {
    const id = randomUUID();
    await dieAt(point, ({ put }) => put(id));
    isWhole();
    const { ask, put } = over(alive);
    const isKept = point === 'committed';
    assert.equal((await ask(`/v1/submissions/${id}`)).status, isKept ? 200 : 404);
    const retried = await put(id);
    assert.equal(retried.status, isKept ? 200 : 201);
    const { dossier } = await retried.json();
    assert.equal((await (await put(id)).json()).dossier, dossier);
    assert.deepEqual(standing(dossier), [1, 1]);
  });

for (const point of ['file-written', 'file-read', 'file-kept'])
  test(`killed at “${point}” of an upload, the file is whole once somebody asks where it stands`, async () => {
    const [id, bytes] = [randomUUID(), aPdf(150_000)];
    const { create, head, send, put } = over(alive);
    await create(id, bytes.length);
    await send(id, 0, bytes.subarray(0, 100_000));
    await dieAt(point, ({ send: sendThere }) => sendThere(id, 100_000, bytes.subarray(100_000)));
    isWhole();
    assert.equal((await head(id)).headers.get('upload-offset'), String(bytes.length));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { id, name: 'a.pdf', size: bytes.length, sha256 };
    const { status } = await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [file] });
    assert.equal(status, 201);
    isWhole();
  });

for (const point of ['payment-opened', 'payment-kept', 'payment-moved', 'payment-committed'])
  test(`killed at “${point}” of a payment, it is paid once, and the dossier goes on with it`, async () => {
    const id = randomUUID();
    const { ask, put } = over(alive);
    const { dossier } = await (await put(id)).json();
    const open = (where) => where.ask(`/v1/submissions/${id}/payment`, { method: 'POST' });
    const pay = async (where) => {
      const { redirect } = await (await where.ask(`/v1/submissions/${id}/payment`)).json();
      return where.ask(redirect, { method: 'POST', redirect: 'manual' });
    };
    const opening = point === 'payment-opened';
    if (opening) await dieAt(point, open);
    else {
      const gateway = parts.createGateway({ folder: state, forms: [] });
      gateway.system.move(dossier, 'receive', { by: 'officer', actor: 'Cán bộ Mẫu' });
      gateway.system.move(dossier, 'ask-payment', { by: 'officer', actor: 'Cán bộ Mẫu' });
      gateway.close();
      await dieAt(point, pay);
    }
    isWhole();
    const told = await ask(`/v1/submissions/${id}/payment`);
    const isPaid = point === 'payment-committed';
    if (opening) assert.equal(told.status, 404);
    else assert.equal((await told.json()).state, isPaid ? 'paid' : 'waiting');
    if (!opening) assert.deepEqual(standing(dossier), isPaid ? [2, 4] : [6, 3]);
    await open(over(alive));
    assert.equal((await pay(over(alive))).status, 303);
    assert.equal((await (await ask(`/v1/submissions/${id}/payment`)).json()).state, 'paid');
    assert.deepEqual(standing(dossier), opening ? [1, 1] : [2, 4]);
  });

test('a desk’s act that dies in the middle is not done', async () => {
  const { dossier } = await (await over(alive).put(randomUUID())).json();
  const gateway = parts.createGateway({
    folder: state,
    forms: [],
    at: (point) => {
      if (point === 'moved') throw new Error('dies');
    },
  });
  const receive = () => gateway.system.move(dossier, 'receive', { by: 'officer', actor: 'Cán bộ Mẫu' });
  assert.throws(receive, /dies/u);
  gateway.close();
  assert.deepEqual(standing(dossier), [1, 1]);
});

test('what a restored copy lacks or holds otherwise is found, and nothing is put in place', async () => {
  const [id, bytes] = [randomUUID(), aPdf(1000)];
  const { create, send, put } = over(alive);
  await create(id, bytes.length);
  await send(id, 0, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [{ id, name: 'a', size: bytes.length, sha256 }] });
  const copy = join(fixture.folder, 'damaged');
  const target = join(fixture.folder, 'target');
  assert.equal(command('back-up', '--state', state, '--to', copy).status, 0);
  appendFileSync(join(copy, 'files', id), 'x');
  const changed = command('restore', '--state', target, '--from', copy);
  assert.match(changed.stderr, new RegExp(`${id} is damaged`, 'u'));
  rmSync(join(copy, 'files', id));
  const lacking = command('restore', '--state', target, '--from', copy);
  assert.match(lacking.stderr, new RegExp(`${id} is missing`, 'u'));
  assert.deepEqual([changed.status, lacking.status, existsSync(target)], [1, 1, false]);
});
