import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildGateway } from '../../scripts/gateway.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { SAMPLE_FORM, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* The reference gateway as a process of its own, over HTTP, with its database on disk. */

const { CONTRACT_CASES } = await importSource('src/gateway/contract-suite.ts');
const folder = mkdtempSync(join(tmpdir(), 'dvc-gateway-'));
const forms = join(folder, 'forms');
const state = join(folder, 'state');
let gateway;
let commands;

/** Runs the gateway; resolves with its address once it listens. */
function start(words = [], env = {}) {
  const child = spawn(
    process.execPath,
    [commands, 'serve', '--port', '0', '--state', state, '--forms', forms, ...words],
    {
      env: { ...process.env, DVC_PER_MINUTE: '100000', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
    child.stdout.once('data', (line) =>
      resolve({
        url: String(line).trim(),
        end: (signal) =>
          new Promise((ended) => {
            child.once('exit', (code) => ended(code));
            child.kill(signal);
          }),
      }),
    );
  });
}

before(async () => {
  ({ commands } = await buildGateway());
  spawnSync('mkdir', ['-p', forms]);
  writeFileSync(join(forms, 'mau.json'), JSON.stringify(SAMPLE_FORM));
  gateway = await start(['--origin', 'https://xa.example.gov.vn']);
});
after(async () => {
  await gateway.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

for (const { name, run } of CONTRACT_CASES)
  test(`the reference gateway keeps to the contract: ${name}`, () =>
    run({ url: gateway.url, fetch, submission: SAMPLE_SUBMISSION, newId: randomUUID }));

const ask = (path, options) => fetch(gateway.url + path, options);
const put = (id, submission = SAMPLE_SUBMISSION) =>
  ask(`/v1/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission),
  });

const tus = { 'Tus-Resumable': '1.0.0' };
const create = (id, size, headers = {}) =>
  ask('/v1/uploads', {
    method: 'POST',
    headers: {
      ...tus,
      'Upload-Length': String(size),
      'Upload-Metadata': `id ${Buffer.from(id).toString('base64')}`,
      ...headers,
    },
  });
const send = (id, offset, bytes) =>
  ask(`/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body: bytes,
  });
const aPdf = (size) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);

test('a file sent in cuts is the same file, and stands on the receipt with its hash', async () => {
  const [id, bytes] = [randomUUID(), aPdf(300_000)];
  assert.equal((await create(id, bytes.length)).status, 201);
  for (let offset = 0; offset < bytes.length;) {
    const head = await ask(`/v1/uploads/${id}`, { method: 'HEAD', headers: tus });
    assert.equal(head.headers.get('upload-offset'), String(offset));
    const cut = bytes.subarray(offset, offset + 70_001);
    assert.equal((await send(id, offset, cut)).status, 204);
    offset += cut.length;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id, name: '../../<b>giấy.pdf', size: bytes.length, sha256 };
  const response = await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [file] });
  assert.equal(response.status, 201);
  assert.deepEqual((await response.json()).files, [file]);
  assert.deepEqual(readFileSync(join(state, 'files', id)), bytes);
  const wrong = { ...file, sha256: '0'.repeat(64) };
  const refused = await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [wrong] });
  assert.equal((await refused.json()).code, 'file-differs');
});

test('what is no paper, nothing, too large, at a wrong place or twice there is refused by its code', async () => {
  const code = async (response) => [response.status, (await response.json()).code];
  const script = Buffer.from('<svg onload="alert(1)">');
  const id = randomUUID();
  await create(id, script.length);
  assert.deepEqual(await code(await send(id, 0, script)), [415, 'file-kind']);
  assert.deepEqual(await code(await create(randomUUID(), 0)), [422, 'file-empty']);
  assert.deepEqual(await code(await create(randomUUID(), 21 * 1024 * 1024)), [413, 'too-large']);
  assert.deepEqual(await code(await create('../../etc/passwd', 5)), [422, 'invalid-request']);
  const twice = randomUUID();
  await create(twice, 20);
  assert.deepEqual(await code(await create(twice, 20)), [409, 'file-exists']);
  assert.deepEqual(await code(await send(twice, 5, aPdf(10))), [409, 'file-differs']);
  assert.deepEqual(await code(await send(randomUUID(), 0, aPdf(10))), [404, 'not-found']);
});

test('only listed sites may ask, and no answer is cached or framed', async () => {
  const from = (origin) => ask('/v1', { headers: { origin } });
  assert.equal((await from('https://evil.example')).status, 403);
  const listed = await from('https://xa.example.gov.vn');
  assert.equal(listed.headers.get('access-control-allow-origin'), 'https://xa.example.gov.vn');
  assert.equal(listed.headers.get('cache-control'), 'no-store');
  assert.match(listed.headers.get('content-security-policy'), /frame-ancestors 'none'/u);
  const upload = await create(randomUUID(), 10, { origin: 'https://xa.example.gov.vn' });
  assert.equal(upload.headers.get('access-control-allow-origin'), 'https://xa.example.gov.vn');
});

test('a payment has the gateway’s amount, is confirmed by the bank alone, and is one', async () => {
  const id = randomUUID();
  const { dossier } = await (await put(id)).json();
  const open = () => ask(`/v1/submissions/${id}/payment`, { method: 'POST' });
  const first = await (await open()).json();
  assert.deepEqual([first.amount, first.state, first.order], [16000, 'waiting', dossier]);
  const page = await ask(first.redirect, {});
  assert.match(await page.text(), /không có tiền thật/u);
  await ask(first.redirect, { method: 'POST' });
  await ask(first.redirect, { method: 'POST' });
  const second = await (await open()).json();
  assert.deepEqual([second.order, second.state], [first.order, 'paid']);
  const free = { ...SAMPLE_SUBMISSION, answers: { who: SAMPLE_SUBMISSION.answers.who } };
  const nothingDue = randomUUID();
  await put(nothingDue, free);
  const refused = await ask(`/v1/submissions/${nothingDue}/payment`, { method: 'POST' });
  assert.equal((await refused.json()).code, 'nothing-to-pay');
});

test('too long a text is refused before it is read', async () => {
  const answers = { who: { name: 'x'.repeat(600_000), birth: '2001' } };
  const response = await put(randomUUID(), { ...SAMPLE_SUBMISSION, answers });
  assert.equal(response.status, 413);
});

test('one address that asks too often waits; it is told how long', async () => {
  const strict = await start([], { DVC_PER_MINUTE: '3' });
  try {
    const answers = [];
    for (let at = 0; at < 5; at += 1) answers.push(await fetch(`${strict.url}/v1`));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 429, 429],
    );
    assert.ok(Number(answers.at(-1).headers.get('retry-after')) > 0);
  } finally {
    await strict.end('SIGTERM');
  }
});

/** Where the process may die in the middle of taking a submission. */
const POINTS = ['read', 'checked', 'numbered', 'kept', 'committed'];
for (const point of POINTS)
  test(`killed at “${point}”, it gives one dossier after the next try`, async () => {
    const id = randomUUID();
    const body = JSON.stringify(SAMPLE_SUBMISSION);
    const dying = await start([], { DVC_DIE_AT: point });
    const options = { method: 'PUT', headers: { 'content-type': 'application/json' }, body };
    await assert.rejects(fetch(`${dying.url}/v1/submissions/${id}`, options));
    const before = await ask(`/v1/submissions/${id}`);
    assert.equal(before.status, point === 'committed' ? 200 : 404);
    const retried = await put(id);
    assert.equal(retried.status, point === 'committed' ? 200 : 201);
    const again = await (await put(id)).json();
    assert.equal(again.dossier, (await retried.json()).dossier);
  });

test('a copy made while it runs is whole, and is put back elsewhere', async () => {
  const id = randomUUID();
  const receipt = await (await put(id)).json();
  const copy = join(folder, 'copy');
  const elsewhere = join(folder, 'elsewhere');
  const command = (...words) => spawnSync(process.execPath, [commands, ...words], { encoding: 'utf8' });
  assert.equal(command('back-up', '--state', state, '--to', copy).status, 0);
  assert.equal(command('restore', '--state', elsewhere, '--from', copy).status, 0);
  assert.notEqual(command('restore', '--state', elsewhere, '--from', copy).status, 0);
  const other = await start(['--state', elsewhere]);
  try {
    const found = await fetch(`${other.url}/v1/submissions/${id}`);
    assert.deepEqual(await found.json(), receipt);
    assert.deepEqual(readdirSync(join(elsewhere, 'files')).sort(), readdirSync(join(state, 'files')).sort());
  } finally {
    await other.end('SIGTERM');
  }
});

test('a list for a spreadsheet works nothing out', async () => {
  await buildGateway();
  const { csvOf } = await import(pathToFileURL(join(commands, '../csv.mjs')).href);
  for (const begin of ['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠', ' =', '\0='])
    assert.ok(csvOf([[`${begin}1+1`]]).startsWith('\uFEFF"\''), JSON.stringify(begin));
  assert.equal(csvOf([['a"b', 'Lê']]), '\uFEFF"a""b","Lê"\r\n');
  const file = join(folder, 'list.csv');
  const { status } = spawnSync(process.execPath, [commands, 'export', '--state', state, '--to', file]);
  assert.equal(status, 0);
  const list = readFileSync(file, 'utf8');
  assert.match(list, /"H00\.00-\d{6}-\d{4}","[^"]+","1\.001193",""/u);
  assert.doesNotMatch(list, /Lê Văn Mẫu/u);
});

test('what it keeps of who did what holds nothing that was sent', async () => {
  const id = randomUUID();
  await put(id);
  const bytes = readFileSync(join(state, 'gateway.sqlite-wal')).toString('latin1');
  const rows = bytes.split(`PUT${id}`).length - 1;
  assert.ok(rows > 0, 'the act is not in the audit');
});

test('it stops when it is told to, having answered', async () => {
  const other = await start();
  assert.equal(await other.end('SIGTERM'), 0);
});
