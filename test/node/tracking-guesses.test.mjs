import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { importSource } from '../../scripts/import-source.mjs';
import { SAMPLE_FORM, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* A hundred thousand guesses in a day, from everywhere: what they find out. */

const { createReceivingSystem } = await importSource('src/gateway/receiving-system.ts');
const { createMemoryTables } = await importSource('src/gateway/memory-tables.ts');
const { answerOf } = await importSource('src/gateway/contract-answers.ts');
const { parseForm } = await importSource('src/forms/parse-form.ts');
const { form } = parseForm(SAMPLE_FORM);

const DOSSIERS = 200;
const GUESSES = 102_000;
const DAY = 86_400_000;

/** Numbers that look like chance and are the same at each run. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Tables that write down what is done with them, and whether a row was there: reading one takes longer than finding
 * none. The hourly tidying is not about who asks. How many rows of a list came is not looked at: that a code has factors
 * where another has none is told in the decision on following.
 */
const watched = (tables, done) =>
  new Proxy(tables, {
    get: (target, name) =>
      typeof target[name] !== 'function' || name === 'dropSpendings'
        ? target[name]
        : (...values) => {
            const given = target[name](...values);
            done.push(given === undefined || Array.isArray(given) ? name : `${name}: found`);
            return given;
          },
  });
/** What goes over the line: status, headers, bytes. */
const onTheLine = async (answered) => {
  const response = answerOf(answered);
  const { byteLength } = await response.arrayBuffer();
  return JSON.stringify([response.status, [...response.headers], byteLength]);
};

const four = (number) => String(number).padStart(4, '0');

test('a hundred thousand guesses tell nothing, and hardly any is answered', async () => {
  const tables = createMemoryTables();
  const pick = chance(7);
  let now = Date.parse('2026-11-23T02:00:00Z');
  let hashes = 0;
  const done = [];
  const system = createReceivingSystem({
    act: (work) => work(watched(tables, done)),
    clock: () => new Date(now),
    calendar: { years: [2026], holidays: [], workingWeekends: [] },
    office: { name: 'Xã Mẫu', code: 'H00.00' },
    knows: () => true,
    formOf: () => form,
    formFor: () => form,
    fileOf: () => undefined,
    limitOf: () => undefined,
    payee: undefined,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => pick(256)),
    hash: (text) => {
      hashes += 1;
      return Promise.resolve(createHmac('sha256', 'mẫu').update(text).digest('hex'));
    },
    sample: true,
  });
  const known = new Map();
  for (let at = 0; at < DOSSIERS; at += 1) {
    const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const phone = `090000${four(pick(10_000))}`;
    const { status, body } = await system.put(id, {
      ...SAMPLE_SUBMISSION,
      answers: { ...SAMPLE_SUBMISSION.answers, phone },
    });
    assert.equal(status, 201);
    known.set(body.dossier, phone.slice(-4));
  }
  const codes = [...known.keys()];
  const codeAt = (number) => `H00.00-261123-${four(number)}`;
  /** Who walks codes and digits from one address; who knows a code and has a botnet; who knows digits and has one. */
  const guesses = [
    () => [codeAt(pick(400)), four(pick(10_000)), 'one address'],
    (at) => [codes[0], four(at % 10_000), `address ${at}`],
    (at) => [codeAt(pick(400)), known.get(codes[1]), `address ${at}`],
  ];
  const seen = [new Map(), new Map(), new Map()];
  /** Hashes that were worked out and what was read and written, by what was answered and whether the code is one. */
  const work = new Map();
  /** What went over the line for “nothing found”, by whether the code is one. */
  const sent = new Map([true, false].map((isCode) => [isCode, new Set()]));
  for (let at = 0; at < GUESSES; at += 1) {
    const [code, value, address] = guesses[at % 3](Math.floor(at / 3));
    hashes = done.length = 0;
    const answered = await system.track(
      { code, factor: { kind: 'last4', value } },
      { network: 'net', address },
    );
    const { status, body, padded, retryAfter } = answered;
    const isRight = known.get(code) === value;
    if (body.found) assert.ok(isRight);
    // The challenge is new each time; apart from it, no two refusals differ.
    const { work: wanted, ...told } = body;
    const text = body.found
      ? 'found'
      : JSON.stringify([status, told, padded, retryAfter !== undefined, wanted !== undefined]);
    seen[at % 3].set(text, (seen[at % 3].get(text) ?? 0) + 1);
    if (!body.found) {
      const key = `${text} ${known.has(code)}`;
      work.set(key, (work.get(key) ?? new Set()).add(`${hashes} ${done.join(' ')}`));
      if (status === 200) sent.get(known.has(code)).add(await onTheLine(answered));
    }
    now += DAY / GUESSES;
  }
  const none = JSON.stringify([200, { found: false }, true, false, false]);
  const texts = new Set(seen.flatMap((each) => [...each.keys()]));
  // Nothing, found by chance, or work: not a word more, and nobody is told to wait.
  assert.ok(texts.size <= 3, [...texts].join('\n'));
  const [[forCodes], [forOthers]] = [...sent.values()].map((lines) => [...lines]);
  assert.deepEqual(
    [...sent.values()].map(({ size }) => size),
    [1, 1],
  );
  assert.equal(forCodes, forOthers);
  assert.equal(JSON.parse(forCodes).at(-1), 1024);

  const told = seen.map((each) => (each.get(none) ?? 0) + (each.get('found') ?? 0));
  // Thirty wrong ones in ten minutes for one address; twenty in a day for one code, and for the same digits.
  assert.ok(told[0] <= 30 * 6 * 24 + 30, String(told[0]));
  assert.ok(told[1] <= 21, String(told[1]));
  assert.ok(told[2] <= 20 + (seen[2].get('found') ?? 0), String(told[2]));
  const found = seen[1].get('found') ?? 0;
  assert.equal(found, 0);

  // As much work for a code that there is as for one that there is not.
  for (const [key, amounts] of work) {
    assert.equal(amounts.size, 1, key);
    const other = work.get(key.replace(/(true|false)$/u, (is) => (is === 'true' ? 'false' : 'true')));
    if (other) assert.deepEqual([...other], [...amounts], key);
  }
  assert.ok([...work.keys()].some((key) => key.endsWith('true') && work.has(key.replace(/true$/u, 'false'))));
});
