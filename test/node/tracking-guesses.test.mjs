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

/** Everything that opens with a code and a factor, whether it was opened, and whether four digits may open it. */
const DOORS = {
  track: { ask: 'track', isOpened: ({ body }) => body.found === true, takesDigits: true },
  changes: { ask: 'changes', isOpened: ({ watched }) => watched !== undefined, takesDigits: true },
  acts: {
    ask: 'actOn',
    more: { act: { kind: 'withdraw', id: '11111111-1111-4111-8111-111111111111' } },
    isOpened: ({ status }) => ![404, 429].includes(status),
    takesDigits: false,
  },
  result: { ask: 'result', isOpened: ({ file }) => file !== undefined, takesDigits: false },
};
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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
  const anySecret = () => Array.from({ length: 10 }, () => SIGNS[pick(32)]).join('');
  const anyFactor = () => four(pick(10_000));
  const oneSecret = anySecret();
  /** Who walks codes and factors from one address; who knows a code and has a botnet; who has one factor and one. */
  const guesses = [
    (kind) => [codeAt(pick(400)), kind === 'last4' ? anyFactor() : anySecret(), 'one address'],
    (kind, at) => [codes[0], kind === 'last4' ? four(at % 10_000) : anySecret(), `address ${at}`],
    (kind, at) => [codeAt(pick(400)), kind === 'last4' ? known.get(codes[1]) : oneSecret, `address ${at}`],
  ];
  const doors = Object.entries(DOORS);
  /** Answers that told something, were it only “no”: by who guesses, and by what was taken for the factor. */
  const told = guesses.map(() => ({ last4: 0, secret: 0 }));
  const opened = guesses.map(() => 0);
  /** What was answered where nothing was opened, by door. */
  const texts = new Map(doors.map(([door]) => [door, new Set()]));
  const tried = new Map();
  /** Hashes that were worked out and what was read and written, by what was answered and whether the code is one. */
  const work = new Map();
  /** What went over the line for “nothing found”, by door and whether the code is one. */
  const sent = new Map();
  for (let at = 0; at < GUESSES; at += 1) {
    const who = at % guesses.length;
    // By chance, so that whoever walks codes or digits tries each of them at every door.
    const [door, { ask, more, isOpened, takesDigits }] = doors[pick(doors.length)];
    const kind = pick(2) === 0 ? 'last4' : 'secret';
    const [code, value, address] = guesses[who](kind, Math.floor(at / guesses.length));
    tried.set(`${door} ${kind}`, (tried.get(`${door} ${kind}`) ?? 0) + 1);
    hashes = done.length = 0;
    const answered = await system[ask](
      { code, factor: { kind, value }, ...more },
      { network: 'net', address },
    );
    const { status, body, padded, retryAfter } = answered;
    if (isOpened(answered)) {
      assert.ok(takesDigits && kind === 'last4' && known.get(code) === value, `${door}: ${status}`);
      opened[who] += 1;
      told[who].last4 += 1;
    } else {
      // The challenge is new each time; apart from it, no two refusals differ.
      const { work: wanted, ...words } = body;
      const text = JSON.stringify([status, words, padded, retryAfter !== undefined, wanted !== undefined]);
      texts.get(door).add(text);
      const key = `${door} ${kind} ${text} ${known.has(code)}`;
      work.set(key, (work.get(key) ?? new Set()).add(`${hashes} ${done.join(' ')}`));
      if (wanted === undefined) {
        told[who][takesDigits ? kind : 'secret'] += 1;
        const line = `${door} ${known.has(code)}`;
        sent.set(line, (sent.get(line) ?? new Set()).add(await onTheLine(answered)));
      }
    }
    now += DAY / GUESSES;
  }
  assert.equal(tried.size, doors.length * 2);
  for (const count of tried.values()) assert.ok(count > GUESSES / 10, String(count));

  for (const [door, said] of texts) {
    // Nothing, or work: not a word more, and nobody is told to wait.
    assert.equal(said.size, 2, [...said].join('\n'));
    const [forCodes, forOthers] = [true, false].map((isCode) => [...sent.get(`${door} ${isCode}`)]);
    assert.equal(forCodes.length, 1, door);
    assert.deepEqual(forCodes, forOthers, door);
  }
  const none = JSON.stringify([200, { found: false }, true, false, false]);
  assert.ok(texts.get('track').has(none));
  assert.equal(JSON.parse([...sent.get('track true')][0]).at(-1), 1024);

  // Thirty wrong ones in ten minutes for one address, at whatever door.
  assert.ok(told[0].last4 + told[0].secret <= 30 * 6 * 24 + 30, JSON.stringify(told[0]));
  // Twenty in a day for one code, and for the same digits; twenty secrets for a code in a quarter of an hour.
  assert.ok(told[1].last4 <= 21, JSON.stringify(told[1]));
  assert.ok(told[1].secret <= 20 * 4 * 24 + 20, JSON.stringify(told[1]));
  assert.ok(told[2].last4 <= 20 + opened[2], JSON.stringify(told[2]));
  assert.equal(opened[1], 0);

  // The right digits say no more at a door that they do not open than any others.
  for (const [door, { ask, more, takesDigits }] of doors)
    if (!takesDigits) {
      const factor = { kind: 'last4', value: known.get(codes[2]) };
      const answered = await system[ask](
        { code: codes[2], factor, ...more },
        { network: 'net', address: door },
      );
      assert.deepEqual([await onTheLine(answered)], [...sent.get(`${door} false`)], door);
    }

  // As much work for a code that there is as for one that there is not.
  let compared = 0;
  for (const [key, amounts] of work) {
    assert.equal(amounts.size, 1, key);
    const other = work.get(key.replace(/(true|false)$/u, (is) => (is === 'true' ? 'false' : 'true')));
    if (!other) continue;
    assert.deepEqual([...other], [...amounts], key);
    compared += 1;
  }
  // “No” at every door for both kinds, and the work for digits and for secrets.
  assert.ok(compared >= doors.length * 2 * 2, String(compared));
});
