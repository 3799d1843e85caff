import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readJson, root } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { aPdf, gatewayFixture, requestsTo } from '../support/gateway-process.mjs';

/* Following a dossier: who is let in, who is made to work, and what stays unsaid. */

const require = createRequire(new URL('../../examples/gateway/package.json', import.meta.url));
const Database = require('better-sqlite3');
const { doWork } = await importSource('src/gateway/proof-of-work.ts');
const fixture = await gatewayFixture();
const { folder, open, parts } = fixture;
after(() => fixture.remove());

const forms = parts.readForms(join(root, 'examples/commune/data/forms'));
/** Of somebody whose number ends with 0004 and whose telephone ends with 0000. */
const SUBMISSION = readJson('examples/gateway/sample/free-submission.json');
/** One for which a fee is due, and whose time a source tells. */
const PAID = readJson('examples/gateway/sample/submission.json');
const DIGITS = ['0004', '0000'];
const OFFICER = { by: 'officer', actor: 'Cán bộ Mẫu 7', unit: 'Bộ phận một cửa' };
const MINUTE = 60_000;

let count = 0;
/** A gateway of its own with a clock of its own; what it is asked comes from wherever it is said to. */
async function opened(more) {
  const name = `tracking-${(count += 1)}`;
  let now = Date.parse('2026-11-23T02:00:00Z');
  const gateway = open(name, {
    forms,
    catalog: join(root, 'examples/commune/data/catalog.json'),
    clock: () => new Date(now),
    ...more,
  });
  const requests = requestsTo(gateway);
  const post = (path, body, address = '192.0.2.1') =>
    requests.ask(`/v1/tracking${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      env: { incoming: { socket: { remoteAddress: address } } },
    });
  const send = async (submission = SUBMISSION) => (await requests.put(randomUUID(), submission)).json();
  return {
    gateway,
    ask: requests.ask,
    send,
    post,
    async upload(id, bytes) {
      await requests.create(id, bytes.length);
      assert.equal((await requests.send(id, 0, bytes)).status, 204);
    },
    wait: (ms) => (now += ms),
    move: (code, act, more) => gateway.system.move(code, act, { ...OFFICER, note: 'Mẫu', ...more }).ok,
    /** Asks with four digits. */
    digits: (code, value, more, address) =>
      post('', { code, factor: { kind: 'last4', value }, ...more }, address),
    /** Asks with the secret. */
    secret: ({ dossier: code, secret: value }, more, path = '') =>
      post(path, { code, factor: { kind: 'secret', value }, ...more }),
    rows(table) {
      const database = new Database(join(folder, name, 'gateway.sqlite'), { readonly: true });
      try {
        return database.prepare(`SELECT * FROM ${table}`).all();
      } finally {
        database.close();
      }
    },
  };
}

const jsonOf = async (answer) => (await answer).json();
const codeOf = async (answer) => (await jsonOf(answer)).code;
const elsewhere = (at) => `198.51.${Math.floor(at / 250)}.${(at % 250) + 1}`;

test('four digits of either number tell how far it is, and not a word more', async () => {
  const { gateway, send, digits } = await opened();
  const { dossier } = await send();
  for (const value of [...DIGITS, '０００４', ' 00-04 ']) {
    const told = await jsonOf(digits(dossier, value));
    assert.deepEqual(Object.keys(told).sort(), [
      ...['acts', 'changes', 'code', 'due', 'found', 'level', 'now'],
      ...['office', 'sample', 'sentAt', 'standing', 'version'],
    ]);
    assert.deepEqual([told.code, told.standing, told.acts, told.sample], [dossier, { state: 1 }, [], true]);
  }
  for (const value of ['0005', '', '000168000004', 'abcd'].filter(Boolean))
    assert.deepEqual(await jsonOf(digits(dossier, value)), { found: false }, value);
  gateway.close();
});

test('the receipt tells what was done, by whom only as a unit, and what is asked for', async () => {
  const { gateway, send, secret, move, wait } = await opened();
  const receipt = await send();
  move(receipt.dossier, 'receive');
  wait(60 * MINUTE);
  move(receipt.dossier, 'process', { unit: 'Bộ phận mẫu 0912 345 679' });
  const note = 'Thiếu tờ khai; hỏi bà Lan 0912 345 678, CCCD 001090000001';
  move(receipt.dossier, 'ask-supplement', { unit: undefined, note });
  const told = await jsonOf(secret(receipt));
  assert.equal(told.applicant, 'H** T** M**');
  assert.deepEqual(
    [told.level, told.procedure, told.holder],
    [1, SUBMISSION.procedure, 'Bộ phận mẫu **** *** ***'],
  );
  assert.deepEqual(
    told.history.map(({ act, by, unit, state }) => [act, by, unit, state]),
    [
      ['send', 'applicant', undefined, 1],
      ['receive', 'officer', 'Bộ phận một cửa', 2],
      ['process', 'officer', 'Bộ phận mẫu **** *** ***', 4],
      ['ask-supplement', 'officer', undefined, 5],
    ],
  );
  assert.deepEqual(told.asks, {
    kind: 'supplement',
    at: '2026-11-23T03:00:00.000Z',
    note: 'Thiếu tờ khai; hỏi bà Lan **** *** ***, CCCD ************',
  });
  assert.deepEqual(told.standing, { state: 5, resumesIn: 4 });
  assert.deepEqual(told.acts, ['supplement', 'withdraw', 'deliver']);
  assert.equal(told.receivedAt, '2026-11-23T02:00:00.000Z');
  assert.doesNotMatch(JSON.stringify(told), /Cán bộ|Hoàng|0912|001090000001/u);
  gateway.close();
});

test('the date is the receipt’s, is nothing while the office waits, and moves by as long as it waited', async () => {
  const { gateway, send, secret, move, wait } = await opened();
  const receipt = await send(PAID);
  const dueOf = async () => (await jsonOf(secret(receipt))).due;
  assert.deepEqual(await dueOf(), { ...receipt.due, paused: 0 });
  move(receipt.dossier, 'ask-supplement');
  assert.equal(await dueOf(), undefined);
  wait(24 * 60 * MINUTE);
  const act = { id: randomUUID(), kind: 'supplement', note: 'Mẫu' };
  assert.equal((await secret(receipt, { act }, '/acts')).status, 201);
  const { on, paused, days } = await dueOf();
  assert.ok(on > receipt.due.on);
  assert.deepEqual([paused, days], [1, receipt.due.days]);
  gateway.close();
});

test('a wrong code and wrong digits are one answer: status, headers and every byte', async () => {
  const { gateway, send, digits, post } = await opened();
  const { dossier } = await send();
  const seen = new Set();
  const wrong = [
    [dossier, '0005'],
    ['H00.00-261123-9999', '0004'],
    ['nothing like a code', '0004'],
    [dossier, 'x'],
  ];
  for (const [code, value] of wrong) {
    const answer = await digits(code, value);
    const text = await answer.text();
    assert.equal(Buffer.byteLength(text), 1024);
    seen.add(JSON.stringify([answer.status, [...answer.headers], text]));
  }
  assert.equal(seen.size, 1);
  const right = await digits(dossier, '0004');
  assert.equal(Buffer.byteLength(await right.text()), 1024);
  assert.equal(right.headers.get('cache-control'), 'no-store');
  const act = { id: randomUUID(), kind: 'withdraw' };
  for (const path of ['/acts', '/result']) {
    const refused = [];
    for (const code of [dossier, 'H00.00-261123-9999'])
      for (const factor of [
        { kind: 'secret', value: 'ABCDEFGHJK' },
        { kind: 'last4', value: '0004' },
      ]) {
        const answer = await post(path, { code, factor, act });
        refused.push(JSON.stringify([answer.status, [...answer.headers], await answer.text()]));
      }
    assert.equal(new Set(refused).size, 1);
    assert.match(refused[0], /^\[404,/u);
  }
  gateway.close();
});

test('after five wrong answers work is asked for, twice as much each time, and is good for one answer', async () => {
  const { gateway, send, digits, wait } = await opened();
  const { dossier } = await send();
  let at = 0;
  // Each from another place, and written in another way.
  const ask = (value, more) =>
    digits(
      [dossier, dossier.toLowerCase(), ` ${dossier.replaceAll('-', ' ')}`][at % 3],
      value,
      more,
      elsewhere((at += 1)),
    );
  for (let one = 0; one < 5; one += 1) assert.deepEqual(await jsonOf(ask(`100${one}`)), { found: false });
  const first = await ask('0004');
  const { work: wanted, retryable } = await jsonOf(first);
  assert.deepEqual([first.status, wanted.bits, retryable], [429, 12, false]);
  const work = await doWork(wanted);
  // Wrong with work done: the next costs twice as much, and the work is used up.
  assert.deepEqual(await jsonOf(ask('1006', { work })), { found: false });
  const second = await jsonOf(ask('0004', { work }));
  assert.deepEqual([second.code, second.work.bits], ['work-needed', 13]);
  for (const forged of [
    { ...work, challenge: work.challenge.replace(/^12/u, '13') },
    { challenge: '', nonce: '' },
    { challenge: '13.9999999999999.x.y', nonce: '1' },
  ].filter(({ challenge }) => challenge !== ''))
    assert.equal(await codeOf(ask('0004', { work: forged })), 'work-needed');
  const better = await doWork(second.work);
  const other = await send();
  for (let one = 0; one < 6; one += 1) await digits(other.dossier, `200${one}`, {}, elsewhere((at += 1)));
  assert.equal(await codeOf(digits(other.dossier, '0004', { work: better })), 'work-needed');
  assert.equal((await jsonOf(ask('0004', { work: better }))).found, true);
  const late = await doWork((await jsonOf(ask('0004'))).work);
  wait(11 * MINUTE);
  assert.equal(await codeOf(ask('0004', { work: late })), 'work-needed');
  wait(5 * MINUTE);
  assert.equal((await jsonOf(ask('0004'))).found, true);
  gateway.close();
});

test('one code is not guessed in a day, whatever is done, and its receipt opens it all the time', async () => {
  const { gateway, send, digits, secret, wait } = await opened();
  const receipt = await send();
  let answered = 0;
  let bits = 0;
  for (let one = 0; one < 24 * 12; one += 1) {
    const json = await jsonOf(digits(receipt.dossier, String(1000 + one), {}, elsewhere(one)));
    if (json.found === false) answered += 1;
    else bits = json.work.bits;
    if (one % 48 === 0) assert.equal((await jsonOf(secret(receipt))).found, true);
    wait(5 * MINUTE);
  }
  assert.equal(answered, 20);
  assert.equal(bits, 12);
  gateway.close();
});

test('nobody can shut out who has the receipt', async () => {
  const { gateway, send, secret, post } = await opened();
  const receipt = await send();
  const wrong = { code: receipt.dossier, factor: { kind: 'secret', value: 'ABCDEFGHJK' } };
  for (let one = 0; one < 26; one += 1) {
    const { work } = await jsonOf(post('', wrong, elsewhere(one)));
    if (work) await post('', { ...wrong, work: await doWork(work) }, elsewhere(one + 100));
  }
  const { work: wanted } = await jsonOf(secret(receipt));
  assert.equal(wanted.bits, 16);
  assert.equal((await jsonOf(secret(receipt, { work: await doWork(wanted) }))).found, true);
  gateway.close();
});

test('the same digits with one code after the other cost work after twenty', async () => {
  const { gateway, send, digits } = await opened();
  const { dossier } = await send();
  const codes = Array.from({ length: 20 }, (_, at) => `H00.00-261101-${String(at).padStart(4, '0')}`);
  for (const [at, code] of codes.entries())
    assert.deepEqual(await jsonOf(digits(code, '0004', {}, elsewhere(at))), { found: false });
  assert.equal(await codeOf(digits(dossier, '0004')), 'work-needed');
  assert.equal((await jsonOf(digits(dossier, '0000'))).found, true);
  gateway.close();
});

test('an office full of people passes without work', async () => {
  const { gateway, send, digits, secret, wait } = await opened();
  const receipts = [];
  for (let one = 0; one < 20; one += 1) receipts.push(await send());
  for (let one = 0; one < 200; one += 1) {
    const receipt = receipts[one % receipts.length];
    const answer = one % 2 ? digits(receipt.dossier, '0004') : secret(receipt);
    assert.equal((await jsonOf(answer)).found, true);
    wait(18_000);
  }
  gateway.close();
});

test('behind one address, who guesses works more and more, and who knows is always let in after a moment', async () => {
  const { gateway, send, digits, post, wait } = await opened();
  const people = [];
  for (let one = 0; one < 8; one += 1) people.push(await send());
  /** One household, which has many addresses; an office is one address as well. */
  const from = (at) => `2001:db8:1:2::${at.toString(16)}`;
  const lines = new Map();
  /** Asks as the element does: does the work that is wanted, and asks again. */
  async function ask(body, at) {
    let bits = 0;
    let work;
    for (;;) {
      const answer = await post('', { ...body, ...(work && { work }) }, from(at));
      const text = await answer.text();
      const json = JSON.parse(text);
      assert.equal(answer.headers.get('retry-after'), null, 'somebody is told to wait');
      if (!json.work) return { json, bits, line: JSON.stringify([answer.status, [...answer.headers], text]) };
      bits = json.work.bits;
      work = await doWork(json.work);
    }
  }
  const prices = [];
  for (let guess = 0; guess < 33; guess += 1) {
    // Of a code that there is, and of one that there is not, by turns.
    const isCode = guess % 2 === 0;
    const code = isCode ? people[(guess / 2) % people.length].dossier : `H00.00-261102-${1000 + guess}`;
    const { json, bits, line } = await ask(
      { code, factor: { kind: 'last4', value: String(3000 + guess) } },
      guess,
    );
    assert.deepEqual(json, { found: false });
    prices.push(bits);
    lines.set(line, [...(lines.get(line) ?? []), isCode]);
    const { dossier, secret } = people[guess % people.length];
    const factor = guess % 4 < 2 ? { kind: 'secret', value: secret } : { kind: 'last4', value: '0004' };
    const honest = await ask({ code: dossier, factor }, 1000 + guess);
    assert.equal(honest.json.found, true, `after ${guess} guesses`);
    // Never dearer than the next guess; where that ends is told with the budgets.
    assert.ok(honest.bits <= Math.max(12, bits + 1), `${honest.bits} bits after ${bits}`);
  }
  // Free at first, then twice as much for each; what people ask who know adds to when it begins, and to nothing else.
  const paid = prices.filter((bits) => bits > 0);
  assert.deepEqual(prices.slice(0, 25), Array(25).fill(0));
  assert.deepEqual([paid[0], paid.at(-1)], [12, 14]);
  for (const [at, bits] of prices.entries()) assert.ok(at === 0 || bits >= prices[at - 1], prices.join());
  // One answer, with work or without it, for a code that there is and for one that there is not.
  assert.equal(lines.size, 1, [...lines.keys()].join('\n'));
  assert.deepEqual(new Set([...lines.values()].flat()), new Set([true, false]));
  // Somebody next door is not asked for anything; and it is over when the guessing is.
  const [{ dossier: code }] = people;
  const next = await post('', { code, factor: { kind: 'last4', value: '0000' } }, '2001:db8:1:3::1');
  assert.equal(next.status, 200);
  wait(10 * MINUTE);
  assert.equal((await digits(code, '0000', {}, from(1))).status, 200);
  gateway.close();
});

test('what an address has spent counts for ten minutes, no longer and no shorter', async () => {
  const { digits, wait } = await opened();
  const here = '198.51.100.7';
  const guess = async (one) =>
    (await digits(`H00.00-261123-${8000 + one}`, String(5000 + one), undefined, here)).status;
  for (let one = 0; one < 30; one += 1) assert.equal(await guess(one), 200, `guess ${one}`);
  assert.equal(await guess(30), 429);
  wait(10 * MINUTE - 1);
  assert.equal(await guess(31), 429);
  wait(1);
  assert.equal(await guess(32), 200);
});

test('a machine that asks on and on, and does no work, keeps nobody at its address waiting or working longer', async () => {
  const { gateway, send, post, ask } = await opened({ perMinute: 40 });
  const { dossier: code, secret } = await send();
  const wrong = { code, factor: { kind: 'secret', value: 'ABCDEFGHJK' } };
  const other = { ...wrong, code: 'H00.00-261102-9999' };
  const refused = [];
  for (let one = 0; one < 200; one += 1) {
    const answer = await post('', one % 2 ? wrong : other);
    const { work: wanted, ...told } = await answer.json();
    refused.push(JSON.stringify([answer.status, wanted?.bits, told, [...answer.headers]]));
  }
  // Beyond what an address may ask in a minute nothing is looked up, and that is one answer as well.
  assert.equal(new Set(refused.slice(40)).size, 1);
  const right = { code, factor: { kind: 'secret', value: secret } };
  const first = await (await post('', right)).json();
  assert.equal(first.work.bits, 12);
  const second = await (await post('', { ...right, work: await doWork(first.work) })).json();
  // Twenty wrong secrets with one code cost something of their own; no more than a telephone does in some seconds.
  const told = second.work
    ? await (await post('', { ...right, work: await doWork(second.work) })).json()
    : second;
  assert.equal(told.found, true);
  // Filing is counted apart.
  assert.equal((await ask('/v1', {})).status, 200);
  gateway.close();
});

test('work is good for one answer, also where somebody asks so often that it comes before everything', async () => {
  const { gateway, send, secret } = await opened({ perMinute: 3 });
  const receipt = await send();
  const asked = [];
  for (let one = 0; one < 5; one += 1) asked.push(await jsonOf(secret(receipt)));
  const { work: wanted } = asked.at(-1);
  assert.equal(wanted.bits, 12);
  const work = await doWork(wanted);
  assert.equal((await jsonOf(secret(receipt, { work }))).found, true);
  for (let one = 0; one < 3; one += 1)
    assert.equal(await codeOf(secret(receipt, { work })), 'work-needed', `once more, ${one}`);
  gateway.close();
});

test('who looked is written down, with what came of it and nothing that was in it', async () => {
  const { gateway, send, digits, secret, rows } = await opened();
  const receipt = await send();
  await digits(receipt.dossier, '0004', {}, '192.0.2.77');
  await digits(receipt.dossier, '1111', {}, '192.0.2.77');
  await secret(receipt, { act: { id: randomUUID(), kind: 'withdraw', note: 'vì tôi nhầm' } }, '/acts');
  const looks = rows('audit').filter(({ act }) => act.startsWith('track'));
  assert.deepEqual(
    looks.map(({ who, act, status }) => [who, act, status]),
    [
      ['net 192.0.2.0/24', 'track', 200],
      ['net 192.0.2.0/24', 'track', 404],
      ['net 192.0.2.0/24', 'track-act', 201],
    ],
  );
  for (const { subject } of looks) assert.match(subject, /^[0-9a-f]{16}$/u);
  const factors = rows('factors');
  assert.deepEqual(factors.map(({ kind }) => kind).sort(), ['last4', 'last4', 'secret']);
  for (const { hash } of factors) assert.match(hash, /^[0-9a-f]{64}$/u);
  for (const { budget } of rows('spendings')) assert.match(budget, /[0-9a-f]{32}$/u);
  gateway.close();
});

test('a paper that was asked for comes with the act, stays, and lets the office go on', async () => {
  const { gateway, send, secret, move, wait, rows, upload } = await opened();
  const receipt = await send();
  move(receipt.dossier, 'receive');
  move(receipt.dossier, 'ask-supplement');
  const [id, bytes] = [randomUUID(), aPdf(300)];
  await upload(id, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id, name: '../bù.pdf', size: bytes.length, sha256 };
  const asking = (act) => secret(receipt, { act: { id: randomUUID(), kind: 'supplement', ...act } }, '/acts');
  assert.equal(await codeOf(asking({})), 'invalid-request');
  assert.equal(await codeOf(asking({ files: [{ ...file, size: 1 }] })), 'file-differs');
  const done = await jsonOf(asking({ files: [file], note: 'Đây ạ' }));
  assert.deepEqual(done.standing, { state: 2 });
  wait(72 * 60 * MINUTE);
  assert.equal(await gateway.sweep(), 0);
  assert.deepEqual(gateway.database.act((tables) => tables.history(receipt.dossier)).at(-1).files, [file]);
  assert.equal(rows('attached').length, 1);
  gateway.close();
});

test('a supplement is for the request that it names: what was asked for since stays open', async () => {
  const { gateway, send, secret, move, wait } = await opened();
  const receipt = await send();
  const { dossier: code } = receipt;
  const supplement = (more) => {
    const act = { kind: 'supplement', id: randomUUID(), note: 'x', ...more };
    return [act, () => secret(receipt, { act }, '/acts')];
  };
  move(code, 'ask-supplement');
  const { asks: first } = await jsonOf(secret(receipt));
  const [taken, sendTaken] = supplement({ asked: first.at });
  const [, sendLate] = supplement({ asked: first.at, note: 'bản cũ' });
  assert.equal((await sendTaken()).status, 201);
  wait(MINUTE);
  move(code, 'ask-supplement');
  assert.equal(await codeOf(sendLate()), 'act-not-now');
  // The same once more is still the same, and its row tells whose it is.
  assert.equal((await sendTaken()).status, 200);
  const { asks, history, standing } = await jsonOf(secret(receipt));
  assert.equal(standing.state, 5);
  assert.deepEqual(
    history.map(({ act, id }) => [act, id]).filter(([, id]) => id),
    [['supplement', taken.id]],
  );
  // However the instant is written; and who names no request answers the one that there is.
  const written = asks.at.replace('Z', '+00:00');
  assert.equal((await supplement({ asked: written })[1]()).status, 201);
  wait(MINUTE);
  move(code, 'ask-supplement');
  assert.equal((await supplement()[1]()).status, 201);
  gateway.close();
});

test('a supplement that was kept before requests were named is still the same', async () => {
  const { gateway, send, secret, move } = await opened();
  const receipt = await send();
  move(receipt.dossier, 'ask-supplement');
  const { asks } = await jsonOf(secret(receipt));
  const act = { kind: 'supplement', id: randomUUID(), note: 'x' };
  assert.equal((await secret(receipt, { act }, '/acts')).status, 201);
  const again = { ...act, asked: asks.at };
  assert.equal((await secret(receipt, { act: again }, '/acts')).status, 200);
  gateway.close();
});

test('a cancelled act stays cancelled, for who has the receipt and for nobody else', async () => {
  const { gateway, send, secret, post, rows } = await opened();
  const [receipt, other] = [await send(), await send()];
  const act = { kind: 'withdraw', id: randomUUID() };
  const withDigits = { code: receipt.dossier, factor: { kind: 'last4', value: DIGITS[0] }, act: act.id };
  assert.equal((await post('/cancel', withDigits)).status, 404);
  assert.deepEqual(rows('applicant_acts'), []);
  assert.equal((await secret(receipt, { act: act.id }, '/cancel')).status, 204);
  assert.equal(await codeOf(secret(receipt, { act }, '/acts')), 'cancelled');
  assert.equal(await codeOf(secret(other, { act: act.id }, '/cancel')), 'id-reused');
  const { standing, cancels } = await jsonOf(secret(receipt));
  assert.deepEqual([standing, cancels], [{ state: 1 }, true]);
  const more = { ...act, id: randomUUID() };
  assert.equal((await secret(receipt, { act: more }, '/acts')).status, 201);
  assert.equal(await codeOf(secret(receipt, { act: more.id }, '/cancel')), 'already-received');
  gateway.close();
});

test('what is withdrawn is not paid for any more', async () => {
  const { gateway, send, secret, ask } = await opened();
  const receipt = await send(PAID);
  await ask(`/v1/submissions/${receipt.submission}/payment`, { method: 'POST' });
  assert.equal((await jsonOf(secret(receipt))).payment.state, 'waiting');
  await secret(receipt, { act: { id: randomUUID(), kind: 'withdraw' } }, '/acts');
  const told = await jsonOf(secret(receipt));
  assert.deepEqual([told.payment.state, told.standing, told.acts], ['expired', { state: 7 }, ['rate']]);
  gateway.close();
});

test('the result is given to who has the receipt, once it is theirs, as a file and with its hash', async () => {
  const { gateway, send, secret, move, post, digits, upload } = await opened();
  const receipt = await send({ ...SUBMISSION, delivery: { way: 'desk' } });
  const [id, bytes] = [randomUUID(), aPdf(5000)];
  await upload(id, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { file: id, name: "Trích lục 'mẫu'.pdf", size: bytes.length, sha256 };
  for (const act of ['receive', 'process']) move(receipt.dossier, act);
  assert.ok(gateway.system.move(receipt.dossier, 'finish', OFFICER, file).ok);
  // It waits at the desk, where the person comes for it; who would rather have it online says so.
  assert.equal((await secret(receipt, {}, '/result')).status, 404);
  assert.equal((await jsonOf(secret(receipt))).result, undefined);
  const act = { id: randomUUID(), kind: 'deliver', delivery: { way: 'online' } };
  assert.equal((await secret(receipt, { act }, '/acts')).status, 201);
  const { result } = await jsonOf(secret(receipt));
  assert.deepEqual(result, {
    name: file.name,
    size: bytes.length,
    sha256,
    issuedAt: '2026-11-23T02:00:00.000Z',
  });
  const given = await secret(receipt, {}, '/result');
  assert.deepEqual(Buffer.from(await given.arrayBuffer()), bytes);
  const headers = Object.fromEntries(given.headers);
  assert.equal(headers['dvc-sha256'], sha256);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(headers['content-security-policy'], /sandbox/u);
  assert.equal(
    headers['content-disposition'],
    "attachment; filename*=UTF-8''Tr%C3%ADch%20l%E1%BB%A5c%20%27m%E1%BA%ABu%27.pdf",
  );
  const four = { code: receipt.dossier, factor: { kind: 'last4', value: '0004' } };
  assert.equal((await post('/result', four)).status, 404);
  assert.equal((await jsonOf(digits(receipt.dossier, '0004'))).result, undefined);
  move(receipt.dossier, 'hand-over');
  assert.equal((await secret(receipt, {}, '/result')).status, 200);
  assert.deepEqual((await jsonOf(secret(receipt))).acts, ['rate']);
  gateway.close();
});

test('an officer ticks fields and papers; just these are taken, once, and kept beside what was filed', async () => {
  const { gateway, send, secret, digits, move, rows, upload } = await opened();
  const file = async (paper, name = 'trang.pdf') => {
    const [id, bytes] = [randomUUID(), aPdf(500)];
    await upload(id, bytes);
    return { id, name, size: 500, sha256: createHash('sha256').update(bytes).digest('hex'), paper };
  };
  // Papers are called as whoever filed them called them, and that may be a number of somebody’s.
  const paper = 'Căn cước 001090000001';
  const [filed, other] = [await file(paper), await file('Tờ khai cũ')];
  const receipt = await send({ ...SUBMISSION, files: [filed, other] });
  const { dossier: code } = receipt;
  const before = rows('submissions');
  const name = 'papers.0.paper';
  const ask = (parts) => gateway.system.move(code, 'ask-supplement', { ...OFFICER, note: 'Mẫu', parts });
  for (const stranger of ['khong-co', 'constructor'])
    assert.deepEqual(ask([{ kind: 'field', name: stranger }]), {
      ok: false,
      problem: { code: 'part-unknown' },
    });
  assert.deepEqual((await jsonOf(secret(receipt))).standing, { state: 1 });
  const parts = [
    { kind: 'field', name },
    { kind: 'paper', name: paper },
  ];
  assert.ok(ask(parts).ok);

  const told = await jsonOf(secret(receipt));
  assert.deepEqual(
    told.asks.parts.map((part) => [part.kind, part.name]),
    [
      ['field', name],
      ['paper', 'Căn cước ************'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(told), /001090000001/u);
  assert.ok(!JSON.stringify(told).includes(SUBMISSION.answers.papers[0].paper), 'an answer is told');
  const outline = await jsonOf(digits(code, DIGITS[0]));
  assert.equal(outline.level, 0);
  assert.ok(!('asks' in outline) && !JSON.stringify(outline).includes(told.asks.parts[0].label.vi));

  const act = (more) => secret(receipt, { act: { kind: 'supplement', id: randomUUID(), ...more } }, '/acts');
  const problem = async (more) => {
    const { code: why, errors } = await jsonOf(act(more));
    return [why, ...(errors ?? []).map(({ pointer, code: one, paper: which }) => [pointer, one, which])];
  };
  const [answers, sent] = [{ [name]: 'Thôn Mẫu Mới' }, await file(told.asks.parts[1].name, 'moi.pdf')];
  const missing = {
    field: [`/act/answers/${name}`, 'required', undefined],
    paper: ['/act/files', 'file-missing', 'Căn cước ************'],
  };
  assert.deepEqual(await problem({ note: 'x' }), ['parts-missing', missing.field, missing.paper]);
  assert.deepEqual(await problem({ answers }), ['parts-missing', missing.paper]);
  assert.deepEqual(await problem({ files: [sent] }), ['parts-missing', missing.field]);
  assert.deepEqual(await problem({ answers: { ...answers, khac: 'x' }, files: [sent] }), [
    'not-asked',
    ['/act/answers/khac', 'not-asked', undefined],
  ]);
  assert.deepEqual(await problem({ answers, files: [sent, await file('Tờ khai cũ')] }), [
    'not-asked',
    ['/act/files/1', 'not-asked', undefined],
  ]);
  assert.deepEqual(await problem({ answers: { [name]: ' Thôn  Mẫu ' }, files: [sent] }), ['answers-differ']);
  const absent = { ...sent, id: randomUUID() };
  assert.deepEqual(await problem({ answers, files: [absent] }), [
    'file-missing',
    ['/act/files/0', 'file-missing', undefined],
  ]);
  assert.equal((await jsonOf(secret(receipt))).standing.state, 5);

  const wanted = { id: randomUUID(), answers, files: [sent] };
  assert.equal((await act(wanted)).status, 201);
  assert.equal((await act(wanted)).status, 200);
  assert.equal(await codeOf(act({ ...wanted, answers: { [name]: 'Khác' } })), 'id-reused');
  const history = gateway.database.act((tables) => tables.history(code));
  assert.deepEqual(
    history.map(({ act: done, actor, parts: asked, answers: given, files }) => [
      done,
      actor,
      asked?.map((part) => part.name),
      given,
      files,
    ]),
    [
      ['send', '', undefined, undefined, undefined],
      ['ask-supplement', 'Cán bộ Mẫu 7', [name, paper], undefined, undefined],
      ['supplement', '', undefined, answers, [sent]],
    ],
  );
  const shown = await jsonOf(secret(receipt));
  const called = [
    { kind: 'field', label: told.asks.parts[0].label },
    { kind: 'paper', label: { vi: 'Căn cước ************' } },
  ];
  assert.deepEqual(
    shown.history.map((row) => [row.act, row.parts, row.papers]),
    [
      ['send', undefined, undefined],
      ['ask-supplement', called, undefined],
      ['supplement', called, undefined],
    ],
  );
  assert.doesNotMatch(JSON.stringify(shown), /001090000001|Thôn Mẫu Mới|moi\.pdf/u);
  assert.doesNotMatch(JSON.stringify(await jsonOf(digits(code, DIGITS[0]))), /history|Căn cước/u);
  assert.deepEqual(rows('submissions'), before);
  assert.ok(rows('attached').some(({ upload: one }) => one === sent.id));
  assert.doesNotMatch(JSON.stringify(rows('audit')), /Thôn Mẫu|Căn cước|moi\.pdf/u);
  assert.ok(!JSON.stringify(rows('audit')).includes(name));

  // Nothing ticked: as before, words or any papers.
  assert.ok(move(code, 'ask-supplement'));
  assert.ok(!('parts' in (await jsonOf(secret(receipt))).asks));
  assert.deepEqual(await problem({ answers }), [
    'not-asked',
    [`/act/answers/${name}`, 'not-asked', undefined],
  ]);
  assert.deepEqual(await problem({}), ['invalid-request']);
  assert.equal((await act({ files: [await file('gì cũng được')] })).status, 201);
  gateway.close();
});

test('a number that was mistyped and is supplemented opens nothing any more, and the right one does', async () => {
  const { gateway, send, secret, digits, move } = await opened();
  const receipt = await send(PAID);
  const { dossier: code } = receipt;
  const level = async (four) => (await jsonOf(digits(code, four))).level;
  const parts = [
    { kind: 'field', name: 'phone' },
    { kind: 'field', name: 'person.number' },
  ];
  const [number, phone] = DIGITS;
  assert.deepEqual([await level(number), await level(phone)], [0, 0]);
  const supplement = async (asked, answers) => {
    assert.ok(move(code, 'ask-supplement', { parts: asked }));
    const act = { kind: 'supplement', id: randomUUID(), answers };
    const wrong = { ...receipt, secret: 'ABCDEFGHJK' };
    assert.equal((await secret(wrong, { act }, '/acts')).status, 404);
    assert.equal((await secret(receipt, { act }, '/acts')).status, 201);
  };
  await supplement(parts.slice(0, 1), { phone: '0987654999' });
  assert.deepEqual([await level(number), await level(phone), await level('4999')], [0, undefined, 0]);
  await supplement(parts, { phone: '0987654888', 'person.number': '001090007777' });
  assert.deepEqual(
    [await level(number), await level('4999'), await level('4888'), await level('7777')],
    [undefined, undefined, 0, 0],
  );
  assert.equal((await jsonOf(secret(receipt))).level, 1);
  gateway.close();
});
