import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, mock, test } from 'node:test';
import { aPdf, gatewayFixture, requestsOver, requestsTo } from '../support/gateway-process.mjs';
import { SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* What the reference gateway does with the careless, the many and the hostile. */

const require = createRequire(new URL('../../examples/gateway/package.json', import.meta.url));
const Database = require('better-sqlite3');
const { parse: parseCsv } = require('csv-parse/sync');

const fixture = await gatewayFixture();
const { folder, open, parts, start, command } = fixture;
after(() => fixture.remove());

/** A gateway in this process for one test, and the rows of its tables. */
function opened(name, options) {
  const gateway = open(name, options);
  const rows = (table) => {
    const database = new Database(join(folder, name, 'gateway.sqlite'));
    try {
      return database.prepare(`SELECT * FROM ${table}`).all();
    } finally {
      database.close();
    }
  };
  return { gateway, rows, ...requestsTo(gateway) };
}

const codeOf = async (response) => [response.status, (await response.json()).code];
const withAnswers = (answers) => ({
  ...SAMPLE_SUBMISSION,
  answers: { ...SAMPLE_SUBMISSION.answers, ...answers },
});

test('one address that asks too often is told how long to wait, and that is the truth', async () => {
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: Date.parse('2026-11-23T02:00:00Z') });
  const { gateway, ask } = opened('often', { perMinute: 3 });
  try {
    const at = (remoteAddress, headers = {}) =>
      ask('/v1', { headers, env: { incoming: { socket: { remoteAddress } } } });
    const statuses = [];
    for (let one = 0; one < 4; one += 1) {
      statuses.push((await at('192.0.2.1')).status);
      mock.timers.tick(10_000);
    }
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    const refused = await at('192.0.2.1');
    const seconds = Number(refused.headers.get('retry-after'));
    assert.deepEqual(await codeOf(refused), [429, 'too-many-requests']);
    assert.equal(seconds, 20);
    assert.equal((await at('192.0.2.2')).status, 200);
    // What a header says of an address anybody can write.
    assert.equal((await at('192.0.2.1', { 'x-forwarded-for': '192.0.2.9' })).status, 429);
    mock.timers.tick((seconds - 1) * 1000);
    assert.equal((await at('192.0.2.1')).headers.get('retry-after'), '1');
    mock.timers.tick(1000);
    assert.equal((await at('192.0.2.1')).status, 200);
  } finally {
    mock.timers.reset();
    gateway.close();
  }
});

test('an address is one household’s, whoever tells it', () => {
  const { addressOf, budgetOf, networkOf } = parts;
  const from = (remoteAddress, forwarded, proxies = 0) =>
    addressOf({ incoming: { socket: { remoteAddress } } }, forwarded, proxies);
  assert.equal(from('127.0.0.1', '192.0.2.7'), '127.0.0.1');
  assert.equal(from('127.0.0.1', 'forged, 192.0.2.7', 1), '192.0.2.7');
  assert.equal(from('127.0.0.1', 'forged, 192.0.2.7, 10.0.0.2', 2), '192.0.2.7');
  assert.equal(from('127.0.0.1', undefined, 1), '127.0.0.1');
  assert.equal(budgetOf('::ffff:192.0.2.7'), '192.0.2.7');
  for (const address of [
    '2001:db8:1:2::1',
    '2001:DB8:1:2:ffff::9',
    '2001:db8:1:2:3:4:5:6',
    '2001:db8:1:2::%eth0',
  ])
    assert.equal(budgetOf(address), '2001:db8:1:2');
  assert.notEqual(budgetOf('2001:db8:1:3::1'), '2001:db8:1:2');
  assert.equal(budgetOf('::1'), '0:0:0:0');
  assert.equal(networkOf('::ffff:192.0.2.7'), 'net 192.0.2.0/24');
  assert.equal(networkOf('2001:db8:1:2::1'), 'net 2001:db8:1::/48');
  for (const odd of ['', 'unknown', 'x'.repeat(2000), '1.2.3', '[::1]', '\r\nset-cookie: a']) {
    assert.equal(typeof budgetOf(odd), 'string');
    assert.ok(networkOf(odd).length < 60, networkOf(odd));
  }
});

test('what is too long is refused before it is taken in, told or not', async () => {
  const { gateway, rows, put, ask, create, send } = opened('long');
  const id = randomUUID();
  const long = JSON.stringify(withAnswers({ who: { name: 'x'.repeat(600_000), birth: '2001' } }));
  assert.deepEqual(await codeOf(await put(id, long)), [413, 'too-large']);
  // In pieces, without a length told beforehand: no more is read than is allowed.
  let given = 0;
  const endless = new ReadableStream({
    pull(controller) {
      given += 1;
      controller.enqueue(new TextEncoder().encode('"'.repeat(64 * 1024)));
    },
  });
  const streamed = await ask(`/v1/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    body: endless,
  });
  assert.deepEqual(await codeOf(streamed), [413, 'too-large']);
  assert.ok(given < 20, `${given} pieces were read`);
  assert.deepEqual(await codeOf(await create(randomUUID(), 20 * 1024 * 1024 + 1)), [413, 'too-large']);
  assert.equal((await create(randomUUID(), 20 * 1024 * 1024)).status, 201);
  const upload = randomUUID();
  await create(upload, 100);
  assert.deepEqual(await codeOf(await send(upload, 0, aPdf(101))), [413, 'too-large']);
  const many = Array.from({ length: 51 }, () => ({ id, name: 'a', size: 1, sha256: '0'.repeat(64) }));
  assert.equal((await put(id, { ...SAMPLE_SUBMISSION, files: many })).status, 422);
  assert.deepEqual(rows('submissions'), []);
  gateway.close();
});

test('whoever is refused in the middle of sending hears why, and not that the line broke', async () => {
  const served = await parts.serveGateway({
    folder: join(folder, 'refused'),
    forms: parts.readForms(fixture.forms),
    port: 0,
    perMinute: 1_000_000,
  });
  try {
    const { put, create, send, ask } = requestsOver((path, options) => fetch(served.url + path, options));
    const upload = randomUUID();
    await create(upload, 4_000_000);
    for (let at = 0; at < 10; at += 1) {
      const long = await put(randomUUID(), withAnswers({ long: 'x'.repeat(600_000) }));
      assert.deepEqual(await codeOf(long), [413, 'too-large']);
      assert.deepEqual(await codeOf(await send(upload, 1, aPdf(1_000_000))), [409, 'offset-differs']);
      const foreign = { method: 'PUT', headers: { origin: 'https://evil.example' }, body: aPdf(1_000_000) };
      assert.equal((await ask(`/v1/submissions/${randomUUID()}`, foreign)).status, 403);
      assert.equal((await put(randomUUID(), '{')).status, 400);
    }
  } finally {
    await served.close();
  }
});

test('every answer says that it is not to be cached, framed, sniffed or run', async () => {
  const { gateway, ask, put, create } = opened('headers');
  const id = randomUUID();
  await put(id);
  const { redirect } = await (await ask(`/v1/submissions/${id}/payment`, { method: 'POST' })).json();
  const answers = [
    await ask('/v1'),
    await put(id),
    await put(randomUUID(), '{'),
    await ask('/v1/nothing'),
    await ask(`/v1/submissions/${id}`, { method: 'PATCH' }),
    await create(randomUUID(), 10),
    await create(randomUUID(), 0),
    await ask(redirect),
    await ask('/v1', { headers: { origin: 'https://evil.example' } }),
    await ask('/v1', { method: 'OPTIONS', headers: { 'access-control-request-method': 'PUT' } }),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 400, 404, 405, 201, 422, 200, 403, 204],
  );
  for (const { headers, url } of answers) {
    assert.equal(headers.get('dvc-contract'), '1', url);
    assert.equal(headers.get('cache-control'), 'no-store', url);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', url);
    assert.equal(headers.get('x-frame-options'), 'DENY', url);
    assert.equal(headers.get('referrer-policy'), 'same-origin', url);
    assert.match(headers.get('strict-transport-security'), /max-age=\d{7}/u);
    const policy = headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/u);
    assert.match(policy, /frame-ancestors 'none'/u);
    assert.doesNotMatch(policy, /unsafe/u);
  }
  gateway.close();
});

test('only listed sites may ask, by every method, and none may bring cookies', async () => {
  const listed = 'https://xa.example.gov.vn';
  const { gateway, rows, ask, create } = opened('sites', { origins: [listed] });
  const path = `/v1/submissions/${randomUUID()}`;
  const body = JSON.stringify(SAMPLE_SUBMISSION);
  for (const origin of [
    'https://evil.example',
    'null',
    `${listed}.evil.example`,
    'http://xa.example.gov.vn',
    '',
  ])
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await ask(path, { method, headers: { origin }, ...(method === 'PUT' && { body }) });
      assert.deepEqual(await codeOf(answer), [403, 'origin-refused'], `${method} by ${origin}`);
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    }
  assert.deepEqual(rows('submissions'), []);
  const preflight = (origin) =>
    ask(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } });
  const allowed = (await preflight(listed)).headers;
  assert.equal(allowed.get('access-control-allow-origin'), listed);
  assert.match(allowed.get('access-control-allow-headers'), /idempotency-key/u);
  assert.equal(allowed.get('access-control-allow-credentials'), null);
  assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
  assert.equal(
    (await ask(path, { headers: { origin: listed } })).headers.get('access-control-allow-origin'),
    listed,
  );
  const upload = await create(randomUUID(), 10, { origin: listed });
  assert.equal(upload.headers.get('access-control-allow-origin'), listed);
  assert.match(upload.headers.get('access-control-expose-headers'), /dvc-problem/u);
  // The gateway’s own pages are its own.
  assert.equal((await ask('/v1', { headers: { origin: 'http://gateway.test' } })).status, 200);
  gateway.close();
});

test('each act and each reading of a dossier is in the audit, and nothing of what was in it', async () => {
  const { gateway, rows, ask, put, create, send } = opened('audit');
  const [id, upload, bytes] = [randomUUID(), randomUUID(), aPdf(500)];
  await create(upload, bytes.length);
  await send(upload, 0, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id: upload, name: 'CANARY-tep.pdf', size: bytes.length, sha256, paper: 'CANARY-giay' };
  const sent = {
    ...withAnswers({ who: { name: 'CANARY-ten', birth: '2001' } }),
    files: [file],
    delivery: { way: 'post', name: 'CANARY-nguoi', phone: '0900000000', address: 'CANARY-nha' },
  };
  const { dossier, secret } = await (await put(id, sent)).json();
  await put(id, sent);
  const path = `/v1/submissions/${id}`;
  await ask(path);
  await ask(path, { method: 'DELETE' });
  await ask(`${path}/payment`, { method: 'POST' });
  const { redirect } = await (await ask(`${path}/payment`)).json();
  await ask(redirect, { method: 'POST' });
  gateway.system.move(dossier, 'receive', { by: 'officer', actor: 'Cán bộ Mẫu', note: 'CANARY-ghi-chu' });
  gateway.close();
  const list = join(folder, 'audit.csv');
  assert.equal(command('export', '--state', join(folder, 'audit'), '--to', list).status, 0);
  assert.equal(
    command('back-up', '--state', join(folder, 'audit'), '--to', join(folder, 'audit-copy')).status,
    0,
  );

  const audit = rows('audit');
  const where = 'net unknown';
  assert.deepEqual(
    audit.map(({ who, act, subject, status }) => [who, act, subject, status]),
    [
      [where, 'keep-file', upload, 204],
      [where, 'send', id, 201],
      [where, 'send', id, 200],
      [where, 'read', id, 200],
      [where, 'cancel', id, 409],
      [where, 'open-payment', id, 201],
      [where, 'read-payment', id, 200],
      ['Ngân hàng mẫu', 'read-payment', id, 200],
      ['Ngân hàng mẫu', 'confirm-payment', id, 200],
      ['Cán bộ Mẫu', 'receive', dossier, 200],
      ['operator', 'export', '*', 200],
      ['operator', 'back-up', '*', 200],
    ],
  );
  assert.deepEqual(Object.keys(audit[0]), ['number', 'at', 'who', 'act', 'subject', 'status']);
  const text = JSON.stringify(audit);
  for (const canary of ['CANARY', secret, '0900000000', sha256]) assert.ok(!text.includes(canary), canary);
});

test('an act that cannot be written down is not done', async () => {
  const { gateway, rows, put } = opened('no-audit');
  const database = new Database(join(folder, 'no-audit', 'gateway.sqlite'));
  database.exec("CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
  database.close();
  assert.equal((await put(randomUUID())).status, 500);
  assert.deepEqual(rows('submissions'), []);
  gateway.close();
});

test('told to stop, it answers what it has begun, takes nothing new, and ends', async () => {
  const gateway = await start(['--state', join(folder, 'stop')]);
  const { hostname, port } = new URL(gateway.url);
  const body = JSON.stringify(SAMPLE_SUBMISSION);
  const sending = httpRequest({
    hostname,
    port,
    path: `/v1/submissions/${randomUUID()}`,
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
      connection: 'keep-alive',
    },
  });
  const answered = new Promise((resolve, reject) => {
    sending.once('response', resolve).once('error', reject);
  });
  // It has read the head of the request, and waits for the rest.
  await new Promise((resolve) => sending.once('continue', resolve).flushHeaders());
  sending.write(body.slice(0, 20));
  const ended = gateway.end('SIGTERM');
  assert.equal(await gateway.nextLine(), 'stopping');
  await assert.rejects(fetch(`${gateway.url}/v1`));
  sending.end(body.slice(20));
  const response = await answered;
  assert.equal(response.statusCode, 201);
  let text = '';
  for await (const chunk of response) text += chunk;
  assert.match(JSON.parse(text).dossier, /^H00\.00-/u);
  assert.equal(await ended, 0);
  assert.equal(command('check', '--state', join(folder, 'stop')).stdout, 'whole\n');
});

/** What spreadsheets work out, and what looks like it. */
const FORMULAS = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠', ' =', '\0='];

test('a list for a spreadsheet works nothing out, and comes back as it was written', async () => {
  const { csvOf } = parts;
  const cells = [
    ...FORMULAS.map((sign) => `${sign}cmd|' /C calc'!A0`),
    '+84 900 000 000',
    'Lê "Mẫu", Xã',
    'a\r\nb',
    '"=1+1"',
    '',
    '1.001193',
  ];
  const text = csvOf([cells, cells]);
  assert.ok(text.startsWith('\uFEFF'));
  const read = parseCsv(text, { bom: true, record_delimiter: '\r\n' });
  assert.equal(read.length, 2);
  for (const row of read)
    for (const [at, cell] of row.entries()) {
      assert.ok(cell === cells[at] || cell === `'${cells[at]}`, JSON.stringify(cell));
      assert.ok(!FORMULAS.some((sign) => cell.startsWith(sign)), JSON.stringify(cell));
    }
  assert.ok(read[0].includes("'+84 900 000 000"));
});

test('the list of dossiers tells where they stand, and not who they are about', async () => {
  const { gateway, put } = opened('list');
  const sent = {
    ...SAMPLE_SUBMISSION,
    delivery: { way: 'post', name: '=HYPERLINK("x")', phone: '0900000000', address: '@' },
  };
  const { dossier } = await (await put(randomUUID(), sent)).json();
  gateway.close();
  const file = join(folder, 'list.csv');
  assert.equal(command('export', '--state', join(folder, 'list'), '--to', file).status, 0);
  const [head, row, ...more] = parseCsv(readFileSync(file), { bom: true, record_delimiter: '\r\n' });
  assert.deepEqual(head, ['dossier', 'sent', 'procedure', 'state', 'state name', 'delivery']);
  assert.deepEqual([row[0], ...row.slice(2)], [dossier, '1.001193', '1', 'Mới đăng ký', 'post']);
  assert.deepEqual(more, []);
});

const NAMES = [
  '<img src=x onerror=alert(1)>.pdf',
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'a\u0000b.pdf',
  'hoa\u202Efdp.exe',
  'CON',
  '=1+1.pdf',
  '📄.pdf',
  'tờ khai\r\nset-cookie: a=b.pdf',
  'x'.repeat(255),
  "'; DROP TABLE uploads; --",
];

test('whatever a file is called, it is kept under its id, and its name comes back as text', async () => {
  const { gateway, put, create, send, head } = opened('names');
  for (const name of NAMES) {
    const [id, bytes] = [randomUUID(), aPdf(50)];
    const metadata = `id ${Buffer.from(id).toString('base64')},filename ${Buffer.from(name).toString('base64')}`;
    const made = await create(id, bytes.length, { 'upload-metadata': metadata });
    assert.equal(made.status, 201);
    const answers = [made, await send(id, 0, bytes), await head(id)];
    for (const { headers } of answers) {
      const text = JSON.stringify([...headers]);
      assert.ok(!text.includes(Buffer.from(name).toString('base64').slice(0, 12)), text);
      assert.equal(headers.get('set-cookie'), null);
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const response = await put(randomUUID(), {
      ...SAMPLE_SUBMISSION,
      files: [{ id, name, size: 50, sha256 }],
    });
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.equal((await response.json()).files[0].name, name);
  }
  const kept = readdirSync(join(folder, 'names/files'), { recursive: true });
  assert.equal(kept.length, NAMES.length * 2);
  for (const file of kept) {
    assert.match(file, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.json)?$/u);
    const notes = file.endsWith('.json') && readFileSync(join(folder, 'names/files', file), 'utf8');
    if (notes) assert.deepEqual(Object.keys(JSON.parse(notes).metadata), ['id']);
  }
  const file = { id: randomUUID(), size: 50, sha256: '0'.repeat(64) };
  for (const name of ['', '   ', 'x'.repeat(256)])
    assert.equal((await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [{ ...file, name }] })).status, 422);
  gateway.close();
});

test('nobody gets the bytes of a file back, whatever they ask', async () => {
  const { gateway, ask, put, create, send } = opened('bytes');
  const [id, bytes] = [randomUUID(), aPdf(500)];
  await create(id, bytes.length);
  await send(id, 0, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [{ id, name: 'a.pdf', size: 500, sha256 }] });
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'])
    for (const path of [`/v1/uploads/${id}`, `/files/${id}`, `/uploads/${id}`, `/v1/files/${id}`]) {
      const answer = await ask(path, { method, headers: { 'tus-resumable': '1.0.0' } });
      assert.doesNotMatch(await answer.text(), /%PDF/u, `${method} ${path}`);
    }
  gateway.close();
});

const IDS = [
  "' OR '1'='1",
  "'; DROP TABLE submissions; --",
  '" OR ""="',
  '%',
  '_'.repeat(36),
  '-'.repeat(36),
  '0'.repeat(36),
  '$.id',
  '{"$ne":null}',
  '__proto__',
  'constructor',
  '../submissions',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%0d%0aset-cookie:%20a=b',
  '%ff%fe',
  '%E0%A4%A',
  'x'.repeat(3000),
  '00000000-0000-4000-8000-00000000000A',
  '00000000-0000-4000-8000-000000000001%20',
];

test('an id that is none finds nothing, changes nothing and breaks nothing', async () => {
  const { gateway, rows, ask, put, create } = opened('ids');
  const id = randomUUID();
  const receipt = await (await put(id)).json();
  const body = JSON.stringify(SAMPLE_SUBMISSION);
  const tus = { 'tus-resumable': '1.0.0' };
  for (const odd of IDS.flatMap((one) => [one, encodeURIComponent(one)])) {
    for (const method of ['GET', 'PUT', 'DELETE'])
      for (const path of [`/v1/submissions/${odd}`, `/v1/submissions/${odd}/payment`]) {
        const { status } = await ask(path, { method, ...(method === 'PUT' && { body }) });
        assert.ok([404, 405].includes(status), `${method} ${path}: ${status}`);
      }
    for (const method of ['HEAD', 'DELETE', 'PATCH']) {
      const { status } = await ask(`/v1/uploads/${odd}`, { method, headers: tus });
      assert.ok([404, 405].includes(status), `${method} upload ${odd}: ${status}`);
    }
    const { status } = await ask(`/pay/${odd}`);
    assert.equal(status, 404, odd);
    assert.equal((await create(odd, 10)).status, 422, odd);
  }
  assert.deepEqual(await (await ask(`/v1/submissions/${id}`)).json(), receipt);
  assert.equal(rows('submissions').length, 1);
  assert.deepEqual(rows('uploads'), []);
  assert.deepEqual(readdirSync(join(folder, 'ids/files')), []);
  for (const { subject } of rows('audit')) assert.ok(subject === id || subject === '', subject);
  gateway.close();
});

/** Mulberry32: the same seed, the same bodies. */
function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const BODIES = 10_000;
const SEED = Number(process.env.DVC_SEED ?? 20261125);

/** A body with bytes cut, turned, doubled or put in, or members that nobody asked for. */
function mutate(body, random) {
  const at = random(body.length);
  const pieces = [
    'null',
    '{',
    '}',
    '[',
    '"',
    '\\',
    ',',
    '\0',
    '\uFEFF',
    '9'.repeat(400),
    '1e999',
    '{"a":'.repeat(300),
  ];
  const members = [
    '"__proto__":{"isPaid":true}',
    '"constructor":1',
    '"answers":null',
    '"files":{}',
    '"contract":1',
  ];
  switch (random(6)) {
    case 0:
      return body.subarray(0, at);
    case 1:
      return Buffer.from(body).fill(random(256), at, Math.min(body.length, at + 1 + random(3)));
    case 2:
      return Buffer.concat([body.subarray(0, at), body.subarray(random(body.length))]);
    case 3:
      return Buffer.concat([
        body.subarray(0, at),
        Buffer.from(pieces[random(pieces.length)]),
        body.subarray(at),
      ]);
    case 4:
      return Buffer.from(`{${members[random(members.length)]},${String(body).slice(1)}`);
    default:
      return Buffer.concat([body, body.subarray(at)]);
  }
}

test(`${BODIES} bodies that are not quite right give no fault and leave nothing (seed ${SEED})`, async () => {
  const { gateway, rows, ask } = opened('bodies');
  const random = randomFrom(SEED);
  const body = Buffer.from(JSON.stringify({ ...SAMPLE_SUBMISSION, delivery: { way: 'desk' } }));
  const prototype = [Object.prototype, Array.prototype].map((one) => Reflect.ownKeys(one).map(String).join());
  const counts = {};
  for (let at = 0; at < BODIES; at += 1) {
    const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const mutated = mutate(body, random);
    const { status } = await ask(`/v1/submissions/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: mutated,
    });
    counts[status] = (counts[status] ?? 0) + 1;
    assert.ok(
      [201, 400, 409, 413, 422].includes(status),
      `seed ${SEED}, body ${at}: ${status} for ${mutated}`,
    );
  }
  // Some of them are still a submission, of which the receipt then tells; all others left nothing at all.
  const taken = counts[201] ?? 0;
  assert.ok(taken < BODIES * 0.3 && counts[400] > 1000 && counts[422] > 100, JSON.stringify(counts));
  for (const table of ['submissions', 'dossiers', 'history', 'audit'])
    assert.equal(rows(table).length, taken, table);
  for (const table of ['uploads', 'attached', 'payments']) assert.deepEqual(rows(table), [], table);
  for (const { content, receipt } of rows('submissions')) {
    assert.equal(createHash('sha256').update(content).digest('hex'), JSON.parse(receipt).content);
    assert.doesNotMatch(content, /isPaid|__proto__/u);
  }
  assert.deepEqual(
    [Object.prototype, Array.prototype].map((one) => Reflect.ownKeys(one).map(String).join()),
    prototype,
  );
  gateway.close();
});

test('a database that another process holds is “busy”, and then takes the same', async () => {
  const { gateway, rows, put, ask } = opened('busy', { busyMs: 0 });
  const other = new Database(join(folder, 'busy', 'gateway.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  const id = randomUUID();
  for (const answer of [
    await put(id),
    await ask(`/v1/submissions/${id}`),
    await ask(`/v1/submissions/${id}`, { method: 'DELETE' }),
    await ask(`/v1/submissions/${id}/payment`, { method: 'POST' }),
  ]) {
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    const { code, retryable } = await answer.json();
    assert.deepEqual([answer.status, code, retryable], [503, 'busy', true]);
  }
  other.exec('ROLLBACK');
  other.close();
  assert.deepEqual(rows('submissions'), []);
  assert.equal((await put(id)).status, 201);
  assert.equal(rows('history').length, 1);
  gateway.close();
});

test('a database that is full says so, keeps what it has, and holds no half dossier', async () => {
  const { gateway, rows, put } = opened('full', { maxDatabaseBytes: 400 * 1024 });
  const answers = { who: { name: `Lê ${'Mẫu '.repeat(40)}`.trim(), birth: '2001' } };
  const receipts = new Map();
  let refused;
  for (let at = 0; at < 1000 && !refused; at += 1) {
    const id = randomUUID();
    const response = await put(id, { ...SAMPLE_SUBMISSION, answers });
    if (response.status === 201) receipts.set(id, await response.json());
    else refused = response;
  }
  assert.ok(receipts.size > 5, String(receipts.size));
  assert.deepEqual(await codeOf(refused.clone()), [507, 'no-room']);
  assert.ok(Number(refused.headers.get('retry-after')) > 60);
  assert.equal(rows('submissions').length, receipts.size);
  assert.equal(rows('dossiers').length, receipts.size);
  assert.equal(rows('history').length, receipts.size);
  assert.equal(rows('audit').length, receipts.size);
  assert.deepEqual(gateway.database.faults(), []);
  gateway.close();
  const again = opened('full');
  for (const [id, receipt] of receipts)
    assert.deepEqual(await (await again.put(id, { ...SAMPLE_SUBMISSION, answers })).json(), receipt);
  assert.equal((await again.put(randomUUID())).status, 201);
  again.gateway.close();
});

for (const [point, act] of [
  ['numbered', 'a submission'],
  ['kept', 'a submission'],
  ['registered', 'a submission'],
  ['file-read', 'an upload'],
  ['payment-opened', 'a payment'],
  ['payment-kept', 'a payment'],
  ['payment-moved', 'a payment'],
])
  test(`a disk that fills up at “${point}” of ${act} leaves no half of it`, async () => {
    let isFull = false;
    const { gateway, rows, ask, put, create, send } = opened(`full-${point}`, {
      at: (passed) => {
        if (isFull && passed === point) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      },
      freeBytes: () => (isFull ? 0 : 1e12),
    });
    const [id, upload] = [randomUUID(), randomUUID()];
    const tables = ['submissions', 'dossiers', 'history', 'uploads', 'payments', 'audit', 'numbers'];
    const all = () => tables.map(rows);
    if (act === 'a payment') await put(id);
    if (act === 'an upload') await create(upload, 50);
    if (point.startsWith('payment-') && point !== 'payment-opened')
      await ask(`/v1/submissions/${id}/payment`, { method: 'POST' });
    // The bank's own page reads first, and that is written down.
    const { amount, redirect } = JSON.parse(rows('payments')[0]?.payment ?? '{}');
    const before = all();
    isFull = true;
    const attempt = () => {
      if (act === 'a submission') return put(id);
      if (act === 'an upload') return send(upload, 0, aPdf(50));
      if (point === 'payment-opened') return ask(`/v1/submissions/${id}/payment`, { method: 'POST' });
      return ask(redirect, { method: 'POST', redirect: 'manual' });
    };
    if (amount === undefined) {
      assert.deepEqual(await codeOf(await attempt()), [507, 'no-room']);
      assert.deepEqual(all(), before);
    } else {
      assert.throws(() => gateway.system.confirmPayment(id, amount, 'Ngân hàng mẫu'), /full/u);
      assert.deepEqual(all(), before);
      assert.deepEqual(await codeOf(await attempt()), [507, 'no-room']);
    }
    isFull = false;
    if (act === 'an upload') {
      const { headers } = await ask(`/v1/uploads/${upload}`, {
        method: 'HEAD',
        headers: { 'tus-resumable': '1.0.0' },
      });
      assert.equal(headers.get('upload-offset'), '50');
      assert.equal(rows('uploads').length, 1);
    } else assert.ok((await attempt()).status < 400);
    assert.deepEqual(gateway.database.faults(), []);
    gateway.close();
  });

test('files never take the last of the disk', async () => {
  let free = 1e12;
  const { gateway, create, put } = opened('room', { freeBytes: () => free });
  assert.equal((await create(randomUUID(), 1000)).status, 201);
  free = 64 * 1024 * 1024;
  assert.deepEqual(await codeOf(await create(randomUUID(), 1000)), [507, 'no-room']);
  assert.equal((await put(randomUUID())).status, 201);
  gateway.close();
});

test('what was begun and given up, and what no dossier ever held, goes after two days; nothing else does', async () => {
  let now = new Date();
  const { gateway, rows, put, create, send, head } = opened('sweep', { clock: () => now });
  const bytes = aPdf(50);
  const [held, unheld, half] = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of [held, unheld, half]) await create(id, bytes.length);
  for (const id of [held, unheld]) await send(id, 0, bytes);
  await send(half, 0, bytes.subarray(0, 20));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [{ id: held, name: 'a', size: 50, sha256 }] });
  now = new Date(now.getTime() + 47 * 3_600_000);
  assert.equal(await gateway.sweep(), 0);
  now = new Date(now.getTime() + 2 * 3_600_000);
  assert.equal(await gateway.sweep(), 2);
  assert.deepEqual(readdirSync(join(folder, 'sweep/files')).sort(), [held, `${held}.json`]);
  assert.deepEqual(
    rows('uploads').map(({ id }) => id),
    [held],
  );
  assert.equal((await head(half)).status, 404);
  gateway.close();
});

test('a database of another version is not touched', () => {
  const version = join(folder, 'version');
  parts.openDatabase(version).close();
  const database = new Database(join(version, 'gateway.sqlite'));
  database.pragma('user_version = 99');
  database.close();
  assert.throws(() => parts.openDatabase(version), /another version/u);
});

test('nothing that is kept or copied can be read by another account of the machine', async () => {
  // As most machines have it: what is made is read by all.
  const before = process.umask(0o022);
  const own = join(folder, 'private');
  const copy = join(folder, 'private-copy');
  const again = join(folder, 'private-again');
  // The operator made this one, and others may look into it.
  const given = join(folder, 'given');
  mkdirSync(given);
  try {
    for (const state of [own, given]) {
      const gateway = await start(['--state', state]);
      try {
        const { create, send, put } = requestsOver((path, options) => fetch(gateway.url + path, options));
        const [id, bytes] = [randomUUID(), aPdf(900)];
        await create(id, bytes.length);
        assert.equal((await send(id, 0, bytes)).status, 204);
        assert.equal((await put(randomUUID())).status, 201);
        assertPrivate(state, state === given);
      } finally {
        await gateway.end('SIGTERM');
      }
    }
    assert.equal(command('back-up', '--state', own, '--to', copy).status, 0);
    assertPrivate(copy);
    assert.equal(command('restore', '--state', again, '--from', copy).status, 0);
    assertPrivate(again);
  } finally {
    process.umask(before);
  }
});

/** @param isGiven whether the folder itself was there before, as somebody wanted it */
function assertPrivate(place, isGiven = false) {
  const modes = readdirSync(place, { recursive: true }).map((name) => [
    name,
    statSync(join(place, name)).mode & 0o077,
  ]);
  if (!isGiven) modes.push(['.', statSync(place).mode & 0o077]);
  assert.ok(modes.length > 2, `too little is there: ${String(modes)}`);
  assert.deepEqual(
    modes.filter(([, mode]) => mode !== 0),
    [],
  );
}
