import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readText, root } from '../../scripts/files.mjs';
import { aPdf, gatewayFixture, requestsOver } from '../support/gateway-process.mjs';
import { FREE_SUBMISSION, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* The file that describes the contract, against the gateway that serves it: each says what the other does. */

const require = createRequire(join(root, 'examples/gateway/package.json'));
const { default: Ajv } = require('ajv/dist/2020.js');
const { default: addFormats } = require('ajv-formats');
const Database = require('better-sqlite3');
const { parse } = require('yaml');

const document = parse(readText('examples/gateway/openapi.yaml'));
const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'head'];

/** What a reference points to. */
const resolve = (value) =>
  value?.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((part, name) => part[name], document)
    : value;

const operations = new Map();
for (const [path, item] of Object.entries(document.paths))
  for (const method of METHODS.filter((name) => name in item))
    operations.set(item[method].operationId, { path, method, ...item[method] });

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const AT = 'https://contract.test/openapi';
ajv.addSchema({ $id: AT, ...document });
const validators = new Map();
/** What is wrong with a value by a schema of the file. */
function faultsBy(schema, value) {
  const text = JSON.stringify(schema).replaceAll('"#/components/', `"${AT}#/components/`);
  if (!validators.has(text)) validators.set(text, ajv.compile(JSON.parse(text)));
  const validate = validators.get(text);
  return validate(value)
    ? []
    : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const fixture = await gatewayFixture();
/** Gateways that are really served, in this process: as usual, without patience, and for one request a minute. */
const served = {};
before(async () => {
  const options = (name, more) => ({
    folder: join(fixture.folder, name),
    forms: fixture.parts.readForms(fixture.forms),
    port: 0,
    perMinute: 100_000,
    busyMs: 0,
    ...more,
  });
  served.usual = await fixture.parts.serveGateway(options('usual'));
  served.guessed = await fixture.parts.serveGateway(options('guessed'));
  served.strict = await fixture.parts.serveGateway(options('strict', { perMinute: 1 }));
});
after(async () => {
  for (const gateway of Object.values(served)) await gateway.close();
  fixture.remove();
});

const { ask, put, create, send, head } = requestsOver((path, options) =>
  fetch(served.usual.url + path, { redirect: 'manual', ...options }),
);

const seen = new Set();
const codes = new Set();

/** Holds an answer against what the file says of it. */
async function conform(operationId, response) {
  const { responses, method } = operations.get(operationId);
  const { status, headers } = response;
  const key = String(status) in responses ? String(status) : 'default';
  assert.ok(key !== 'default' || status >= 500, `${operationId} gives ${status}, which is not documented`);
  const documented = resolve(responses[key]);
  for (const [name, header] of Object.entries(documented.headers ?? {})) {
    const { required, schema } = resolve(header);
    const value = headers.get(name);
    if (value === null) assert.ok(!required, `${operationId} ${status} has no header ${name}`);
    else {
      const typed = schema.type === 'integer' ? Number(value) : value;
      assert.deepEqual(faultsBy(schema, typed), [], `${operationId} ${status}, header ${name}: ${value}`);
    }
  }
  const text = await response.text();
  if (documented.content && method !== 'head') {
    const [type] = (headers.get('content-type') ?? '').split(';');
    const media = documented.content[type];
    assert.ok(media, `${operationId} ${status} comes as ${type}`);
    const value = /json$/u.test(type) ? JSON.parse(text) : text;
    assert.deepEqual(faultsBy(media.schema, value), [], `${operationId} ${status}: ${text}`);
  } else assert.equal(text, '', `${operationId} ${status} has a body that is not documented`);
  seen.add(`${operationId} ${key}`);
  if (headers.has('dvc-problem')) codes.add(`${operationId} ${key} ${headers.get('dvc-problem')}`);
  return { status, json: text.startsWith('{') ? JSON.parse(text) : undefined };
}

const asJson = (body) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const anAct = (code, secret, act) => ({
  code,
  factor: { kind: 'secret', value: secret },
  act: { id: randomUUID(), kind: 'withdraw', ...act },
});

/** A request that the gateway answers with a success, or with a sure no, for each operation. */
const PLAIN = {
  about: (send) => send('/v1'),
  send: (send) =>
    send(`/v1/submissions/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(SAMPLE_SUBMISSION),
    }),
  ask: (send) => send(`/v1/submissions/${randomUUID()}`),
  cancel: (send) => send(`/v1/submissions/${randomUUID()}`, { method: 'DELETE' }),
  openPayment: (send) => send(`/v1/submissions/${randomUUID()}/payment`, { method: 'POST' }),
  askPayment: (send) => send(`/v1/submissions/${randomUUID()}/payment`),
  beginUpload: (send) => send('/v1/uploads', { method: 'POST' }),
  askUpload: (send) => send(`/v1/uploads/${randomUUID()}`, { method: 'HEAD' }),
  sendPiece: (send) => send(`/v1/uploads/${randomUUID()}`, { method: 'PATCH' }),
  giveUpUpload: (send) => send(`/v1/uploads/${randomUUID()}`, { method: 'DELETE' }),
  track: (send) => send('/v1/tracking', asJson({ code: 'H99', factor: { kind: 'last4', value: '1' } })),
  actOnDossier: (send) => send('/v1/tracking/acts', asJson(anAct('H99', 'ABCDEFGHJK'))),
  cancelAct: (send) =>
    send(
      '/v1/tracking/cancel',
      asJson({ code: 'H99', factor: { kind: 'secret', value: 'A' }, act: randomUUID() }),
    ),
  fetchResult: (send) =>
    send('/v1/tracking/result', asJson({ code: 'H99', factor: { kind: 'secret', value: 'A' } })),
  hearChanges: (send) =>
    send('/v1/tracking/changes', asJson({ code: 'H99', factor: { kind: 'secret', value: 'A' } })),
  bankPage: (send) => send(`/pay/${'x'.repeat(22)}`),
  bankConfirms: (send) => send(`/pay/${'x'.repeat(22)}`, { method: 'POST' }),
};

test('the file and the gateway know the same addresses', () => {
  const routes = served.usual.gateway.routes
    // The desk is pages for people; nobody programs by them.
    .filter(({ method, path }) => method !== 'ALL' && path !== '/*' && !path.startsWith('/desk'))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`)
    // HEAD is asked for by GET in the gateway’s framework.
    .map((route) => (route === 'get /v1/uploads/{id}' ? 'head /v1/uploads/{id}' : route));
  const documented = [...operations.values()].map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual([...new Set(routes)].sort(), documented.sort());
  assert.deepEqual(Object.keys(PLAIN).sort(), [...operations.keys()].sort());
});

test('a body that the file allows is taken, one that it forbids is not', async () => {
  const { schema } = operations.get('send').requestBody.content['application/json'];
  const file = { id: randomUUID(), name: 'a.pdf', size: 1, sha256: '0'.repeat(64) };
  const bodies = [
    SAMPLE_SUBMISSION,
    FREE_SUBMISSION,
    { ...SAMPLE_SUBMISSION, files: [file] },
    { ...SAMPLE_SUBMISSION, delivery: { way: 'post', name: 'Mẫu', phone: '0900000000', address: 'Mẫu' } },
    { ...SAMPLE_SUBMISSION, helper: { name: 'Mẫu', role: 'Mẫu', consent: true, procedures: ['1.001193'] } },
    { ...SAMPLE_SUBMISSION, contract: 2 },
    { ...SAMPLE_SUBMISSION, files: [{ ...file, id: 'x' }] },
    { ...SAMPLE_SUBMISSION, files: [{ ...file, size: -1 }] },
    { ...SAMPLE_SUBMISSION, delivery: { way: 'post' } },
    { ...SAMPLE_SUBMISSION, delivery: { way: 'pigeon' } },
    { ...SAMPLE_SUBMISSION, helper: { name: 'Mẫu', role: 'Mẫu', consent: false, procedures: ['1'] } },
    { ...SAMPLE_SUBMISSION, procedure: '' },
    {},
  ];
  for (const body of bodies) {
    const { json } = await conform('send', await put(randomUUID(), body));
    const isForbidden = json.code === 'invalid-request';
    assert.equal(faultsBy(schema, body).length > 0, isForbidden, JSON.stringify(body));
  }
});

test('submissions are answered as documented', async () => {
  const id = randomUUID();
  const at = (path = '', options = {}) => ask(`/v1/submissions/${id}${path}`, options);
  await conform('about', await ask('/v1'));
  await conform('send', await put(id));
  await conform('send', await put(id));
  await conform('ask', await at());
  await conform('cancel', await at('', { method: 'DELETE' }));
  await conform('send', await put(id, FREE_SUBMISSION));
  const cancelled = randomUUID();
  await conform('cancel', await ask(`/v1/submissions/${cancelled}`, { method: 'DELETE' }));
  await conform('send', await put(cancelled));
  await conform('ask', await ask(`/v1/submissions/${cancelled}`));
  await conform('send', await put('not-an-id'));
  await conform('cancel', await ask('/v1/submissions/not-an-id', { method: 'DELETE' }));
  const { form, answers } = SAMPLE_SUBMISSION;
  for (const body of [
    '{',
    '{}',
    JSON.stringify(withAll({ answers: { long: 'x'.repeat(600_000) } })),
    withAll({ procedure: '9.999999' }),
    withAll({ form: { ...form, id: 'other' } }),
    withAll({ form: { ...form, version: 'other' } }),
    withAll({ answers: { copies: 1 } }),
    withAll({ answers: { ...answers, twice: 5 } }),
  ])
    await conform('send', await put(randomUUID(), body));
  await conform('openPayment', await at('/payment', { method: 'POST' }));
  const { json: payment } = await conform('openPayment', await at('/payment', { method: 'POST' }));
  await conform('askPayment', await at('/payment'));
  const free = randomUUID();
  await put(free, FREE_SUBMISSION);
  await conform('openPayment', await ask(`/v1/submissions/${free}/payment`, { method: 'POST' }));
  await conform('bankPage', await ask(payment.redirect));
  await conform('bankConfirms', await ask(payment.redirect, { method: 'POST' }));
  await conform('askPayment', await at('/payment'));
});
const withAll = (members) => ({ ...SAMPLE_SUBMISSION, ...members });

test('following a dossier is answered as documented', async () => {
  const { system } = served.usual.gateway;
  const [id, bytes] = [randomUUID(), aPdf(500)];
  await create(id, bytes.length);
  await send(id, 0, bytes);
  const { dossier: code, secret } = await (await put(randomUUID())).json();
  const over = (url) => (path, body) => fetch(`${url}/v1/tracking${path}`, asJson(body));
  const post = over(served.usual.url);
  const factor = { kind: 'secret', value: secret };
  const { json } = await conform('track', await post('', { code, factor }));
  await conform('track', await post('', { code, factor, known: json.version }));
  await conform('track', await post('', { code, factor: { kind: 'last4', value: '0321' } }));
  const hearing = await post('/changes', { code, factor, known: 'another' });
  served.usual.gateway.endStreams();
  await conform('hearChanges', hearing);
  const { act: first, ...opening } = anAct(code, secret, { kind: 'deliver', delivery: { way: 'desk' } });
  await conform('actOnDossier', await post('/acts', { ...opening, act: first }));
  await conform('actOnDossier', await post('/acts', { ...opening, act: first }));
  const reused = { ...first, delivery: { way: 'online' } };
  await conform('actOnDossier', await post('/acts', { ...opening, act: reused }));
  const unheard = anAct(code, secret, {});
  for (const act of [unheard.act.id, first.id, 'x'])
    await conform('cancelAct', await post('/cancel', { code, factor, act }));
  const other = await (await put(randomUUID())).json();
  const elsewhere = { code: other.dossier, factor: { kind: 'secret', value: other.secret }, act: first.id };
  await conform('cancelAct', await post('/cancel', elsewhere));
  await conform('actOnDossier', await post('/acts', unheard));
  await conform('actOnDossier', await post('/acts', anAct(code, secret, { kind: 'rate', stars: 5 })));
  const desk = { by: 'officer', actor: 'Cán bộ Mẫu', note: 'Mẫu', unit: 'Bộ phận mẫu' };
  system.move(code, 'ask-supplement', desk);
  const file = sentFile(id, bytes);
  for (const files of [[{ ...file, id: randomUUID() }], [{ ...file, size: 1 }], [file]])
    await conform('actOnDossier', await post('/acts', anAct(code, secret, { kind: 'supplement', files })));
  const deliver = { kind: 'deliver', delivery: { way: 'post', name: '', phone: '1', address: '' } };
  await conform('actOnDossier', await post('/acts', anAct(code, secret, deliver)));
  for (const act of ['receive', 'process']) system.move(code, act, desk);
  system.move(code, 'ask-supplement', { ...desk, parts: [{ kind: 'field', name: 'phone' }] });
  for (const answers of [{}, { stranger: 'x' }, { phone: 'x' }, { phone: '0987 654 321' }])
    await conform('actOnDossier', await post('/acts', anAct(code, secret, { kind: 'supplement', answers })));
  system.move(code, 'take-supplement', { ...desk, papers: ['Đơn mẫu'], kept: 'copy' });
  system.move(code, 'ask-payment', { ...desk, amount: 5000 });
  await conform('track', await post('', { code, factor }));
  system.move(code, 'take-payment', desk);
  system.move(code, 'finish', desk, { ...file, file: id });
  system.move(code, 'take-back', desk);
  await conform('track', await post('', { code, factor }));
  await conform('fetchResult', await post('/result', { code, factor }));
  system.move(code, 'finish', desk, { ...file, file: id });
  system.move(code, 'hand-over', desk);
  await conform('track', await post('', { code, factor }));
  await conform('fetchResult', await post('/result', { code, factor }));
  for (const [operation, path] of Object.entries(TRACKING)) {
    await conform(operation, await post(path, '{'));
    await conform(operation, await post(path, {}));
    await conform(operation, await post(path, { code: 'x'.repeat(600_000) }));
    const guessed = over(served.guessed.url);
    const { act } = anAct('', '');
    const wrong = {
      code: operation,
      factor: { kind: 'secret', value: 'A' },
      act: path === '/cancel' ? act.id : act,
    };
    for (let one = 0; one < 21; one += 1) await conform(operation, await guessed(path, wrong));
    // What was spent is forgotten: else the next would only hear that it asks too often.
    served.guessed.gateway.database.act((tables) => tables.dropSpendings(Date.now() + 1));
  }
});
const TRACKING = {
  track: '',
  actOnDossier: '/acts',
  cancelAct: '/cancel',
  fetchResult: '/result',
  hearChanges: '/changes',
};

test('uploads are answered as documented', async () => {
  const [id, bytes] = [randomUUID(), aPdf(1000)];
  const remove = (one, headers = { 'tus-resumable': '1.0.0' }) =>
    ask(`/v1/uploads/${one}`, { method: 'DELETE', headers });
  await conform('beginUpload', await create(id, bytes.length));
  await conform('beginUpload', await create(id, bytes.length));
  await conform('beginUpload', await create('x', 10));
  await conform('beginUpload', await create(randomUUID(), 0));
  await conform('beginUpload', await create(randomUUID(), 2 ** 40));
  await conform('beginUpload', await create(randomUUID(), 10, { 'tus-resumable': '0.2.2' }));
  await conform('sendPiece', await send(id, 0, bytes.subarray(0, 600)));
  await conform('sendPiece', await send(id, 0, bytes.subarray(0, 600)));
  await conform('sendPiece', await send(id, 600, aPdf(401)));
  await conform('sendPiece', await send(id, -1, bytes.subarray(600)));
  await conform('sendPiece', await send(randomUUID(), 0, aPdf(10)));
  await conform('askUpload', await head(id));
  const missing = await put(randomUUID(), withAll({ files: [sentFile(id, bytes)] }));
  await conform('send', missing);
  await conform('sendPiece', await send(id, 600, bytes.subarray(600)));
  const differs = { ...sentFile(id, bytes), sha256: '0'.repeat(64) };
  await conform('send', await put(randomUUID(), withAll({ files: [differs] })));
  await conform('send', await put(randomUUID(), withAll({ files: [sentFile(id, bytes)] })));
  await conform('giveUpUpload', await remove(id));
  await conform('giveUpUpload', await remove(id, {}));
  const other = randomUUID();
  await create(other, 4);
  await conform('sendPiece', await send(other, 0, Buffer.from('<svg')));
  await create(other, 4);
  await conform('giveUpUpload', await remove(other));
  for (const path of [`/v1/uploads/${id}`])
    for (const [operation, method] of [
      ['askUpload', 'HEAD'],
      ['sendPiece', 'PATCH'],
    ])
      await conform(operation, await ask(path, { method }));
});
const sentFile = (id, bytes) => ({
  id,
  name: 'a.pdf',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

test('whoever may not ask, asks too often or comes at a bad moment is answered as documented', async () => {
  const tus = { 'tus-resumable': '1.0.0' };
  const over =
    (url, more = {}) =>
    (path, { headers, ...options } = {}) =>
      fetch(url + path, { redirect: 'manual', ...options, headers: { ...tus, ...headers, ...more } });
  // Each of the two that are counted has had its one request.
  await fetch(`${served.strict.url}/v1`);
  await fetch(`${served.strict.url}/v1/tracking`);
  for (const [operationId, request] of Object.entries(PLAIN)) {
    const sure = await conform(operationId, await request(over(served.usual.url)));
    assert.ok(sure.status < 500);
    const refused = await conform(
      operationId,
      await request(over(served.usual.url, { origin: 'https://evil.example' })),
    );
    assert.equal(refused.status, 403);
    assert.equal((await conform(operationId, await request(over(served.strict.url)))).status, 429);
  }
  // Who asks about dossiers works instead of waiting, short of a flood.
  for (let one = 0; one < 10; one += 1) await fetch(`${served.strict.url}/v1/tracking`);
  for (const operationId of Object.keys(TRACKING)) {
    const { json } = await conform(operationId, await PLAIN[operationId](over(served.strict.url)));
    assert.equal(json.code, 'too-many-requests');
  }
  const database = new Database(join(fixture.folder, 'usual/gateway.sqlite'));
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const [operationId, request] of Object.entries(PLAIN)) {
      if (WITHOUT_DATABASE.includes(operationId)) continue;
      assert.equal(
        (await conform(operationId, await request(over(served.usual.url)))).status,
        503,
        operationId,
      );
    }
  } finally {
    database.close();
  }
});

/** These ask nothing of the database, at least for what `PLAIN` asks for; their trouble would be of the disk. */
const WITHOUT_DATABASE = ['about', 'beginUpload', 'askUpload', 'sendPiece', 'giveUpUpload'];
/** Two requests that write to one file in the same moment: nothing that a test can bring about at will. */
const BY_CHANCE = 'sendPiece 409 in-progress';

test('every answer that is documented was given, and every code', () => {
  const documented = [];
  const documentedCodes = [];
  for (const [operationId, { responses }] of operations)
    for (const [key, response] of Object.entries(responses)) {
      if (key === 'default') continue;
      documented.push(`${operationId} ${key}`);
      const { schema } = resolve(response).content?.['application/problem+json'] ?? {};
      for (const code of schema?.properties.code.enum ?? [])
        documentedCodes.push(`${operationId} ${key} ${code}`);
    }
  const given = [...seen].filter((one) => !one.endsWith(' default'));
  assert.deepEqual(given.sort(), documented.sort());
  const givenCodes = [...codes].filter((one) => !one.includes(' default '));
  assert.deepEqual([...givenCodes, BY_CHANCE].sort(), documentedCodes.sort());
});
