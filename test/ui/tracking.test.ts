import { expect } from 'chai';
import type { Device } from '../../src/ui/draft-store.js';
import { openActs } from '../../src/ui/open-acts.js';
import { pause } from '../../src/ui/pause.js';
import { Tracking } from '../../src/ui/tracking.js';
import { fakeTimers, until } from '../support/fake-timers.js';
import { GATEWAY } from '../support/receiving-system.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, type TrackedSystem } from '../support/tracked.js';

/* Following one dossier, as the tracker does it. */

const asksOf = ({ asked }: TrackedSystem, path: string) =>
  asked.filter((one) => one.path.endsWith(path)).length;

/** Follows the dossier of a system. */
async function opened(system: TrackedSystem, device: Device = 'shared'): Promise<Tracking> {
  const tracking = new Tracking({
    clock: system.clock,
    network: () => system.network,
    gateway: () => GATEWAY,
    device: () => device,
    isOver: () => false,
    onChange: () => undefined,
  });
  tracking.connect();
  expect(await tracking.ask(system.receipt.dossier, system.receipt.secret, {})).to.deep.equal({});
  expect(tracking.told).not.to.equal(undefined);
  return tracking;
}

/** The same where the system tells of changes, and it listens. */
async function following(system: TrackedSystem): Promise<Tracking> {
  const tracking = await opened(system);
  await until(() => asksOf(system, '/changes') === 1, 'the stream');
  return tracking;
}

describe('following a dossier', () => {
  it('has looked after an act when that is done, also where its change was told before its answer', async () => {
    const system = await aTrackedDossier({ tellsChanges: true });
    const tracking = await following(system);
    let isAnswered = false;
    system.line = async (request, go) => {
      const response = await go(request);
      if (request.url.endsWith('/acts')) {
        await until(() => asksOf(system, '/tracking') === 2, 'the look at what was told');
        isAnswered = true;
      } else if (request.url.endsWith('/tracking') && asksOf(system, '/tracking') === 2) {
        // Slower than the answer to the act: whoever reads that finds this look under way.
        await until(() => isAnswered, 'the answer');
        for (let turn = 0; turn < 20; turn += 1) await pause();
      }
      return response;
    };
    const acted = await tracking.act({ id: crypto.randomUUID(), kind: 'withdraw', note: 'Mẫu' });
    expect(acted.kind).to.equal('done');
    expect(tracking.told?.standing.state).to.equal(7);
    expect(asksOf(system, '/tracking')).to.equal(3);
    tracking.disconnect();
  });

  it('keeps an act that is worked on for its own dossier, whichever is open once that is said', async () => {
    await emptyBrowser();
    const system = await aTrackedDossier();
    const tracking = await opened(system, 'own');
    const { told, system: gateway } = tracking;
    const other = 'H00.00-261109-0099';
    system.line = async (request, go) => {
      if (!request.url.endsWith('/acts')) return go(request);
      void tracking.open({
        gateway,
        code: other,
        factor: { kind: 'last4', value: '0001' },
        tracked: { ...told!, code: other },
        at: system.clock().getTime(),
      });
      return new Response(JSON.stringify({ code: 'in-progress', retryable: true }), {
        status: 503,
        headers: { 'dvc-contract': '1' },
      });
    };
    const act = { id: crypto.randomUUID(), kind: 'withdraw', note: 'Mẫu' } as const;
    expect((await tracking.act(act)).kind).to.equal('under-way');
    expect(tracking.told?.code).to.equal(other);
    const kept = (await openActs('own', () => system.clock().getTime()))!;
    expect(await kept.find({ gateway, code: other })).to.deep.equal([]);
    const [open] = await kept.find({ gateway, code: told!.code });
    expect(open).to.deep.include({ act, isUnderWay: true });
    tracking.disconnect();
    await emptyBrowser();
  });

  it('asks no more by itself for what is not found any more, and looks again for who presses', async () => {
    const system = await aTrackedDossier();
    const tracking = await opened(system);
    const { line } = system;
    const timers = fakeTimers();
    try {
      system.line = () =>
        Promise.resolve(new Response('{"found":false}', { headers: { 'dvc-contract': '1' } }));
      await tracking.look();
      expect(tracking.trouble).to.deep.equal({ kind: 'not-found' });
      expect(tracking.told?.code).to.equal(system.receipt.dossier);
      system.now('2026-11-10T09:00');
      for (const event of ['online', 'visibilitychange'])
        (event === 'online' ? window : document).dispatchEvent(new Event(event));
      expect(timers.asked).to.deep.equal([]);
      system.line = line;
      await tracking.look();
      expect(tracking.trouble).to.equal(undefined);
      expect(timers.asked).to.have.length(1);
    } finally {
      timers.restore();
      tracking.disconnect();
    }
  });

  it('looks soon, and listens again, once a stream that worked is cut', async () => {
    const system = await aTrackedDossier({ tellsChanges: true });
    let cut: () => void = () => undefined;
    system.line = (request, go) => {
      if (!request.url.endsWith('/changes')) return go(request);
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode(':\n\n'));
          cut = () => stream.error(new TypeError('network error'));
        },
      });
      const headers = { 'dvc-contract': '1', 'content-type': 'text/event-stream' };
      return Promise.resolve(new Response(body, { headers }));
    };
    const tracking = await following(system);
    for (let times = 0; times < 4; times += 1) await tracking.look();
    const timers = fakeTimers();
    try {
      cut();
      await until(() => timers.asked.some((ms) => ms >= 48_000 && ms <= 72_000), 'the plan of a first look');
      timers.ring();
      await until(() => asksOf(system, '/changes') === 2, 'the stream once more');
    } finally {
      timers.restore();
      tracking.disconnect();
    }
  });
});
