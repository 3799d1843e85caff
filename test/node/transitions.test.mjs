import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readJson, root } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { gatewayFixture, requestsOver } from '../support/gateway-process.mjs';

/* The whole life of a dossier at a real gateway: each act from each standing, and no other. */

const { DOSSIER_ACTS } = await importSource('src/dossiers/dossier-states.ts');
const fixture = await gatewayFixture();
const gateway = fixture.open('transitions', {
  forms: fixture.parts.readForms(join(root, 'examples/commune/data/forms')),
  catalog: join(root, 'examples/commune/data/catalog.json'),
  perMinute: 1_000_000,
});
after(() => {
  gateway.close();
  fixture.remove();
});
const ask = (path, options) => gateway.fetch(new Request(`http://gateway.test${path}`, options));
const { put } = requestsOver(async (path, options) => ask(path, options));
/** Its result is fetched: one that comes online needs its file as well. */
const SUBMISSION = { ...readJson('examples/gateway/sample/submission.json'), delivery: { way: 'desk' } };

/**
 * Written out once more, whole: where a dossier can stand, and where each act leads from there. `5<2`: it waits, and goes
 * on in 2; `!`: it is over, though the state alone does not say so.
 */
const TRANSITIONS = {
  1: 'receive 2, refuse-reception 3, ask-supplement 5<1, ask-payment 6<1, withdraw 7',
  2: 'process 4, ask-supplement 5<2, ask-payment 6<2, pause 8<2, withdraw 7, stop 8!',
  3: '',
  4: 'forward 4, ask-supplement 5<4, ask-payment 6<4, pause 8<4, withdraw 7, stop 8!, finish 9',
  '5<1': 'supplement 1, take-supplement 1, withdraw 7, stop 8!',
  '5<2': 'supplement 2, take-supplement 2, withdraw 7, stop 8!',
  '5<4': 'supplement 4, take-supplement 4, withdraw 7, stop 8!',
  '6<1': 'pay 1, take-payment 1, withdraw 7, stop 8!',
  '6<2': 'pay 2, take-payment 2, withdraw 7, stop 8!',
  '6<4': 'pay 4, take-payment 4, withdraw 7, stop 8!',
  7: '',
  '8<2': 'resume 2, withdraw 7, stop 8!',
  '8<4': 'resume 4, withdraw 7, stop 8!',
  '8!': '',
  9: 'hand-over 10, take-back 4',
  10: '',
};
const ACTS = Object.keys(DOSSIER_ACTS);
const written = ({ state, resumesIn, isFinal }) =>
  `${state}${resumesIn ? `<${resumesIn}` : ''}${isFinal ? '!' : ''}`;

/** A fresh dossier, brought somewhere. */
async function broughtBy(acts) {
  const receipt = await (await put(randomUUID(), SUBMISSION)).json();
  for (const act of acts) assert.ok(move(receipt.dossier, act), acts.join());
  return receipt;
}
function move(code, act) {
  const doing = { by: DOSSIER_ACTS[act].by, actor: 'Mẫu', note: 'Mẫu' };
  const moved = gateway.system.move(code, act, doing);
  return moved.ok ? written(moved.value.standing) : undefined;
}
const told = async ({ dossier: code, secret: value }) => {
  const body = JSON.stringify({ code, factor: { kind: 'secret', value } });
  return (await ask('/v1/tracking', { method: 'POST', body })).json();
};

test('each act leads from each standing where the table says, and a dossier can stand nowhere else', async () => {
  const found = {};
  const open = [['1', []]];
  for (const [from, path] of open) {
    if (from in found) continue;
    const led = [];
    for (const act of ACTS) {
      const { dossier } = await broughtBy(path);
      const to = move(dossier, act);
      if (to === undefined) continue;
      led.push(`${act} ${to}`);
      open.push([to, [...path, act]]);
    }
    found[from] = led.sort().join(', ');
    // The applicant is offered just what leads somewhere from here.
    const receipt = await broughtBy(path);
    const { standing, acts } = await told(receipt);
    assert.equal(written(standing), from);
    assert.deepEqual(
      acts.filter((act) => ACTS.includes(act)).sort(),
      led
        .map((one) => one.split(' ')[0])
        .filter((act) => DOSSIER_ACTS[act].by === 'applicant')
        .sort(),
    );
  }
  const sorted = Object.entries(TRANSITIONS).map(([from, acts]) => [
    from,
    acts.split(', ').sort().join(', '),
  ]);
  assert.deepEqual(found, Object.fromEntries(sorted));
});

test('no act of the table is left out by this list, from no state that it may be done from', () => {
  const listed = Object.entries(TRANSITIONS).flatMap(([from, acts]) =>
    acts === '' ? [] : acts.split(', ').map((one) => `${one.split(' ')[0]} ${Number.parseInt(from, 10)}`),
  );
  const tabled = Object.entries(DOSSIER_ACTS).flatMap(([act, { from }]) =>
    from.map((state) => `${act} ${state}`),
  );
  assert.deepEqual([...new Set(listed)].sort(), tabled.sort());
});
