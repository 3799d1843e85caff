import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { gatewayFixture } from '../support/gateway-process.mjs';
import { GENERAL_SUBMISSION } from '../support/sample-form.mjs';

/* Dates that the reference gateway promises, by the catalogue of the sample commune. */

const fixture = await gatewayFixture();
after(() => fixture.remove());
const { parts, folder } = fixture;

/** What the receipt, and whoever follows it, are told of an application that came at a time in Việt Nam. */
async function sentAt(local, procedure) {
  const now = new Date(`${local}:00+07:00`);
  const gateway = parts.createGateway({
    folder: join(folder, randomUUID()),
    forms: [],
    catalog: join(root, 'examples/commune/data/catalog.json'),
    clock: () => now,
  });
  try {
    const { body } = await gateway.system.put(randomUUID(), {
      ...GENERAL_SUBMISSION,
      procedure,
    });
    assert.ok(body.dossier, JSON.stringify(body));
    const factor = { kind: 'secret', value: body.secret };
    const { body: tracked } = await gateway.system.track({ code: body.dossier, factor });
    assert.equal(tracked.found, true, JSON.stringify(tracked));
    return { receipt: body, tracked };
  } finally {
    gateway.close();
  }
}

for (const [local, due] of [
  ['2026-11-25T14:59', '2026-11-25'],
  ['2026-11-25T15:00', '2026-11-26'],
  ['2026-11-27T15:00', '2026-11-30'],
])
  test(`what is settled the same day until 15:00 and comes at ${local} is due on ${due}`, async () => {
    // Birth registration: “nhận sau 15 giờ thì trả ngày làm việc tiếp theo”.
    const { receipt, tracked } = await sentAt(local, '1.001193');
    assert.equal(receipt.due.on, due);
    assert.equal(receipt.due.cutOffHour, 15);
    assert.equal(receipt.due.startsLater, local.endsWith('15:00') ? 'after-hour' : undefined);
    assert.match(receipt.due.published, /nhận sau 15 giờ/u);
    assert.equal(tracked.due.on, due);
  });

test('where the source names no hour, the closing hour counts', async () => {
  const { receipt } = await sentAt('2026-11-16T15:00', '1.004194');
  assert.deepEqual([receipt.due.on, receipt.due.cutOffHour], ['2026-11-19', undefined]);
});

test('where the holidays of the year are not known, the time is told without a date', async () => {
  const { receipt, tracked } = await sentAt('2026-12-30T09:00', '1.004194');
  assert.equal(receipt.due, undefined);
  assert.deepEqual(receipt.limit, { days: 3, unit: 'working-day' });
  assert.deepEqual([tracked.due, tracked.limit], [undefined, receipt.limit]);
});
