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
const four = (number) => String(number).padStart(4, '0');

test('a hundred thousand guesses tell nothing, and hardly any is answered', async () => {
  const tables = createMemoryTables();
  const pick = chance(7);
  let now = Date.parse('2026-11-23T02:00:00Z');
  let hashes = 0;
  const system = createReceivingSystem({
    act: (work) => work(tables),
    clock: () => new Date(now),
    calendar: { years: [2026], holidays: [], workingWeekends: [] },
    office: { name: 'Xã Mẫu', code: 'H00.00' },
    knows: () => true,
    formOf: () => form,
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
  /** How many hashes were worked out, by what was answered and whether the code is one. */
  const work = new Map();
  for (let at = 0; at < GUESSES; at += 1) {
    const [code, value, address] = guesses[at % 3](Math.floor(at / 3));
    hashes = 0;
    const { status, body, padded, retryAfter } = await system.track(
      { code, factor: { kind: 'last4', value } },
      { network: 'net', address },
    );
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
      work.set(key, (work.get(key) ?? new Set()).add(hashes));
    }
    now += DAY / GUESSES;
  }
  const none = JSON.stringify([200, { found: false }, true, false, false]);
  const texts = new Set(seen.flatMap((each) => [...each.keys()]));
  // Nothing, found by chance, work or wait: not a word more.
  assert.ok(texts.size <= 4, [...texts].join('\n'));
  const sizes = new Set();
  for (const body of [{ found: false }, { found: false }])
    sizes.add((await answerOf({ status: 200, body, padded: true }).arrayBuffer()).byteLength);
  assert.deepEqual([...sizes], [1024]);

  const answered = seen.map((each) => (each.get(none) ?? 0) + (each.get('found') ?? 0));
  // Thirty wrong ones in ten minutes for one address; twenty in a day for one code, and for the same digits.
  assert.ok(answered[0] <= 30 * 6 * 24 + 30, String(answered[0]));
  assert.ok(answered[1] <= 21, String(answered[1]));
  assert.ok(answered[2] <= 20 + (seen[2].get('found') ?? 0), String(answered[2]));
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
