import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { gatewayFixture } from '../support/gateway-process.mjs';

/* What a fresh gateway holds: sample dossiers, made by the acts that anybody's go through. */

const { DOSSIER_STATES } = await importSource('src/dossiers/dossier-states.ts');
const { checkAnswers } = await importSource('src/forms/check-answers.ts');
const fixture = await gatewayFixture();
const { parts, folder } = fixture;
after(() => fixture.remove());

const forms = parts.readForms(join(root, 'examples/commune/data/forms'));
const catalog = join(root, 'examples/commune/data/catalog.json');
/** A Monday morning, a Saturday night, and a day in a year whose holidays nobody has told yet. */
const DAYS = ['2026-11-23T01:05:00Z', '2026-11-28T15:00:00Z', '2027-03-02T04:00:00Z'];
const seed = (name, day = DAYS[0]) =>
  parts.seedGateway({ folder: join(folder, name), forms, catalog, clock: () => new Date(day) });

/** Everything that a seeded gateway holds, with its history. */
function holdings(name) {
  const database = parts.openDatabase(join(folder, name));
  try {
    return database.act((tables) =>
      database.dossiers().map((dossier) => ({
        ...dossier,
        ...tables.dossier(dossier.code),
        history: tables.history(dossier.code),
        receipt: tables.submission(tables.dossier(dossier.code).submission).receipt,
      })),
    );
  } finally {
    database.close();
  }
}

for (const day of DAYS)
  test(`seeded on ${day}, it holds a dossier in every state, with times that have been`, async () => {
    const name = `on-${day.slice(0, 10)}`;
    const count = await seed(name, day);
    const dossiers = holdings(name);
    assert.equal(dossiers.length, count);
    const states = new Set(dossiers.map(({ state }) => String(state)));
    assert.deepEqual([...states].sort(), Object.keys(DOSSIER_STATES).sort());
    assert.deepEqual(
      dossiers
        .filter(({ state }) => state === 8)
        .map(({ isFinal }) => isFinal)
        .sort(),
      [false, true],
    );
    for (const { history, sentAt } of dossiers) {
      const times = [sentAt, ...history.map(({ at }) => at)];
      assert.deepEqual(times, [...times].sort());
      assert.ok(times.at(-1) < new Date(day).toISOString(), times.at(-1));
      assert.equal(history[0].act, 'send');
    }
  });

test('some are in time and some are late', () => {
  // Of some procedures no source says how long they take.
  const due = holdings('on-2026-11-23').flatMap(({ state, receipt }) =>
    state === 4 && receipt.due ? receipt.due.on < '2026-11-23' : [],
  );
  assert.ok(due.includes(true) && due.includes(false), due.join());
});

test('of one, an officer ticked fields and a paper that its form has', () => {
  const asked = holdings('on-2026-11-23').filter(
    ({ state, history }) => state === 5 && history.some(({ parts }) => parts?.length > 0),
  );
  assert.equal(asked.length, 1);
  const { parts } = asked[0].history.find(({ act }) => act === 'ask-supplement');
  assert.deepEqual(
    parts.map(({ kind }) => kind),
    ['field', 'field', 'paper'],
  );
  for (const { label } of parts) assert.ok(label.vi.length > 2, label.vi);
});

test('nobody in it exists, and everything says that it is a sample', () => {
  for (const { code, receipt, content, procedure } of holdings('on-2026-11-23')) {
    assert.match(code, /^H00\.00-\d{6}-\d{4}$/u);
    assert.equal(receipt.sample, true);
    assert.match(receipt.office, /mẫu/u);
    for (const [number] of content.matchAll(/"\d{12}"/gu)) assert.match(number, /^"000/u);
    for (const [, name] of content.matchAll(/"name":"([^"]+)"/gu)) assert.match(name, /mẫu|mau/iu);
    const { form: sent, answers } = JSON.parse(content);
    const form = forms.find(({ id, procedures }) => id === sent.id && procedures.includes(procedure));
    const { errors, warnings } = checkAnswers(form, answers, '2026-11-23');
    assert.deepEqual(errors, []);
    // That no place of birth has such a number is the one thing to be doubted.
    for (const { code: doubt } of warnings) assert.equal(doubt, 'citizen-number-place');
  }
});

test('the same day gives the same dossiers', async () => {
  await seed('again');
  assert.deepEqual(holdings('again'), holdings('on-2026-11-23'));
});

test('below a path of the site, too, and payments lead there', async () => {
  const clock = () => new Date(DAYS[0]);
  const options = { folder: join(folder, 'below'), forms, clock, path: '/gateway' };
  assert.equal(await parts.seedGateway(options), holdings('on-2026-11-23').length);
  const gateway = parts.createGateway(options);
  const { submission } = holdings('below').find(({ state }) => state === 6);
  const { body } = gateway.system.payment(submission);
  gateway.close();
  assert.match(body.redirect, /^\/gateway\/pay\/[\w-]{22}$/u);
});

test('it is not seeded twice, not on another day, and not where there are dossiers already', async () => {
  const before = holdings('again');
  assert.equal(await seed('again'), 0);
  assert.equal(await seed('again', DAYS[1]), 0);
  assert.deepEqual(holdings('again'), before);

  const used = fixture.open('used');
  const form = fixture.parts.readForms(fixture.forms)[0];
  const answers = { who: { name: 'Lê Văn Mẫu', birth: '2001' } };
  const submission = { contract: 1, procedure: form.procedures[0], form, answers, files: [] };
  const { status } = await used.system.put('00000000-0000-4000-8000-00000000000f', submission);
  used.close();
  assert.equal(status, 201);
  assert.equal(await seed('used'), 0);
  assert.equal(holdings('used').length, 1);
});

test('interrupted anywhere, it is brought to its end by the next start, and is then the same', async () => {
  const options = { folder: join(folder, 'cut'), forms, clock: () => new Date(DAYS[0]) };
  let left = 0;
  for (let allowed = 1; ; allowed += 9) {
    left = allowed;
    const at = () => {
      left -= 1;
      if (left === 0) throw new Error('cut');
    };
    const seeded = await parts.seedGateway({ ...options, at }).catch((error) => error.message);
    if (typeof seeded === 'number') break;
    assert.match(seeded, /^cut$|file-missing/u);
  }
  const facts = ({ code, state, history }) => ({ code, state, history });
  assert.deepEqual(holdings('cut').map(facts), holdings('on-2026-11-23').map(facts));
});

test('served with --seed it has them; without, it is empty', async () => {
  const count = async (...words) => {
    const state = join(folder, `served-${words.length}`);
    const gateway = await fixture.start(['--state', state, ...words]);
    await gateway.end('SIGTERM');
    const database = parts.openDatabase(state);
    const { length } = database.dossiers();
    database.close();
    return length;
  };
  assert.equal(await count(), 0);
  assert.ok((await count('--seed')) > 10);
});
