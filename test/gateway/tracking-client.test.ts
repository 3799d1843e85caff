import { expect } from 'chai';
import { CONTRACT_HEADER, problemBody } from '../../src/gateway/contract.js';
import { createTrackingClient, type TrackingClient } from '../../src/gateway/tracking-client.js';
import type { ApplicantAct, Factor } from '../../src/gateway/tracking-contract.js';
import { slicing } from '../../src/ui/pause.js';
import { GATEWAY } from '../support/receiving-system.js';
import { aTrackedDossier, LAST4, PDF, type TrackedSystem } from '../support/tracked.js';

const clientOf = (system: TrackedSystem, onWork: (isWorking: boolean) => void = () => undefined) =>
  createTrackingClient(GATEWAY, { network: system.network, slicing, onWork });
const secretOf = ({ receipt }: TrackedSystem): Factor => ({ kind: 'secret', value: receipt.secret });
const last4 = (value: string): Factor => ({ kind: 'last4', value });
const knock = (system: TrackedSystem, factor = secretOf(system)) => ({
  code: system.receipt.dossier,
  factor,
});

/** The same answer to everything. */
const answering = (body: unknown, status = 200, headers: HeadersInit = { [CONTRACT_HEADER]: '1' }) =>
  createTrackingClient(GATEWAY, {
    network: {
      fetch: () => Promise.resolve(new Response(JSON.stringify(body), { status, headers })),
      timeout: () => new AbortController().signal,
    },
    slicing,
    onWork: () => undefined,
  });
const ANY = { code: 'H00.00-261109-0001', factor: last4('0001') } as const;

describe('looking at a dossier', () => {
  it('tells how far it is to four digits, and the rest to the secret', async () => {
    const system = await aTrackedDossier();
    const outline = await clientOf(system).look(knock(system, last4(LAST4)));
    expect(outline.kind === 'found' && outline.tracked.level).to.equal(0);
    const details = await clientOf(system).look(knock(system));
    expect(details.kind === 'found' && details.tracked.level).to.equal(1);
  });

  it('asks in the body alone: neither code nor factor is in an address', async () => {
    const system = await aTrackedDossier();
    await clientOf(system).look(knock(system));
    await clientOf(system).result(knock(system));
    expect(system.asked.map(({ url }) => url)).to.deep.equal([
      `${GATEWAY}/v1/tracking`,
      `${GATEWAY}/v1/tracking/result`,
    ]);
  });

  it('tells only that nothing is new to who has the newest', async () => {
    const system = await aTrackedDossier();
    const first = await clientOf(system).look(knock(system));
    if (first.kind !== 'found') throw new Error(first.kind);
    const { version } = first.tracked;
    const now = system.clock().toISOString();
    expect(first.tracked.now).to.equal(now);
    expect(await clientOf(system).look(knock(system), version)).to.deep.equal({ kind: 'unchanged', now });
    await system.move('2026-11-09T10:00', 'receive');
    expect((await clientOf(system).look(knock(system), version)).kind).to.equal('found');
  });

  it('gives one answer for a wrong code and a wrong factor', async () => {
    const system = await aTrackedDossier();
    const wrong = [
      { code: system.receipt.dossier, factor: last4('9999') },
      { code: 'H99.99-261109-0001', factor: last4(LAST4) },
      { code: 'H99.99-261109-0001', factor: secretOf(system) },
    ];
    for (const one of wrong) expect(await clientOf(system).look(one)).to.deep.equal({ kind: 'not-found' });
  });

  it('hides numbers that a system let through, wherever somebody wrote freely', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T09:00', 'receive', 'Gọi 0912 345 678');
    await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu giấy');
    const first = await clientOf(system).look(knock(system));
    if (first.kind !== 'found' || first.tracked.level !== 1) throw new Error(first.kind);
    const leak = '0912 . 345 . 678';
    const label = { vi: leak, en: leak };
    const told = {
      ...first.tracked,
      holder: leak,
      history: first.tracked.history.map((row) => ({
        ...row,
        note: leak,
        unit: leak,
        parts: [{ kind: 'paper', label }],
      })),
      asks: {
        kind: 'supplement',
        at: '2026-11-09T03:00:00Z',
        note: leak,
        parts: [{ kind: 'paper', name: leak, label }],
      },
      result: { name: leak, size: 1, sha256: '0'.repeat(64), issuedAt: '2026-11-09T03:00:00Z' },
    };
    const masked = JSON.parse(JSON.stringify(told).replaceAll(leak, '**** . *** . ***')) as unknown;
    expect(await answering(told).look(ANY)).to.deep.equal({ kind: 'found', tracked: masked });
  });

  it('takes a date alone, with or without that nothing was paused', async () => {
    const system = await aTrackedDossier();
    const first = await clientOf(system).look(knock(system, last4(LAST4)));
    if (first.kind !== 'found') throw new Error(first.kind);
    for (const due of [{ on: '2026-11-16' }, { on: '2026-11-16', paused: 0 }]) {
      const looked = await answering({ ...first.tracked, due }).look(ANY);
      expect(looked.kind === 'found' && looked.tracked.due).to.deep.equal({ on: '2026-11-16' });
    }
  });

  it('does the work that is asked for, says so, and is then let in', async () => {
    const system = await aTrackedDossier();
    const told: boolean[] = [];
    const client = clientOf(system, (isWorking) => told.push(isWorking));
    for (let one = 0; one < 5; one += 1) await client.look(knock(system, last4('9999')));
    expect(told).to.deep.equal([]);
    expect((await client.look(knock(system, last4(LAST4)))).kind).to.equal('found');
    expect(told).to.deep.equal([true, false]);
  });

  it('keeps the page alive while it works: no stretch of it is longer than 50 ms', async () => {
    const system = await aTrackedDossier();
    const client = clientOf(system);
    for (let one = 0; one < 5; one += 1) await client.look(knock(system, last4('9999')));
    const long: number[] = [];
    const observer = new PerformanceObserver((list) =>
      long.push(...list.getEntries().map(({ duration }) => duration)),
    );
    const canSee = PerformanceObserver.supportedEntryTypes.includes('longtask');
    if (canSee) observer.observe({ type: 'longtask' });
    expect((await client.look(knock(system, last4(LAST4)))).kind).to.equal('found');
    long.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    expect(long).to.deep.equal([]);
  });

  it('does not begin work that would take minutes, nor the same work without an end', async () => {
    const demand = { ...problemBody('work-needed'), work: { challenge: 'x', bits: 40 } };
    expect(await answering(demand, 429).look(ANY)).to.include({ kind: 'refused', code: 'work-needed' });
    const easy = { ...demand, work: { challenge: 'x', bits: 1 } };
    expect(await answering(easy, 429).look(ANY)).to.include({ kind: 'refused', code: 'work-needed' });
  });

  it('does work of minutes only for who waits for it, who is told for how long and can stop it', async () => {
    const asked = async (bits: number, isAwaited: boolean) => {
      const stopped = new AbortController();
      const told: unknown[] = [];
      const body = { ...problemBody('work-needed'), work: { challenge: 'x', bits } };
      const client = createTrackingClient(GATEWAY, {
        network: {
          fetch: () =>
            Promise.resolve(
              new Response(JSON.stringify(body), { status: 429, headers: { [CONTRACT_HEADER]: '1' } }),
            ),
          timeout: () => new AbortController().signal,
        },
        slicing: { ...slicing, sliceMs: -1 },
        isAwaited,
        onWork: (isWorking, minutes) => {
          told.push(minutes);
          if (isWorking) stopped.abort();
        },
        signal: stopped.signal,
      });
      return [(await client.look(ANY)).kind, ...told];
    };
    expect(await asked(21, false)).to.deep.equal(['refused']);
    expect(await asked(21, true)).to.deep.equal(['unknown', 4, undefined]);
    expect(await asked(23, true)).to.deep.equal(['unknown', 14, undefined]);
    expect(await asked(24, true)).to.deep.equal(['refused']);
  });

  it('lets go of the work when nobody waits for it any more', async () => {
    const system = await aTrackedDossier();
    const stopped = new AbortController();
    const client = createTrackingClient(GATEWAY, {
      network: system.network,
      slicing: { ...slicing, sliceMs: -1 },
      onWork: (isWorking) => isWorking && stopped.abort(),
      signal: stopped.signal,
    });
    for (let one = 0; one < 5; one += 1) await client.look(knock(system, last4('9999')));
    const looked = await client.look(knock(system, last4('9998')));
    expect(looked.kind).to.equal('unknown');
  });

  it('shows a state of another list as it stands', async () => {
    const tracked = {
      found: true,
      level: 0,
      version: '1',
      code: 'H00.00-261109-0001',
      office: 'Xã Mẫu',
      sample: false,
      standing: { state: 'liên thông thuế' },
      sentAt: '2026-11-09T02:00:00.000Z',
      acts: [],
    };
    const looked = await answering(tracked).look(ANY);
    expect(looked.kind === 'found' && looked.tracked.standing.state).to.equal('liên thông thuế');
  });

  for (const [why, body, status, headers] of [
    ['a login page of a network', '<html>', 200, {}],
    ['half an answer', { found: true, level: 0 }, 200, undefined],
    ['“unchanged” where nothing is known', { found: true, unchanged: true, version: 'x' }, 200, undefined],
    ['an answer of nobody', {}, 502, {}],
  ] as const)
    it(`is not known after ${why}`, async () => {
      expect((await answering(body, status, headers).look(ANY)).kind).to.equal('unknown');
    });

  it('tells when it may be tried again', async () => {
    const headers = { [CONTRACT_HEADER]: '1', 'retry-after': '30' };
    expect(await answering(problemBody('too-many-requests'), 429, headers).look(ANY)).to.include({
      kind: 'refused',
      retryAfterMs: 30_000,
    });
  });
});

describe('an act', () => {
  const act = (): ApplicantAct => ({ id: crypto.randomUUID(), kind: 'withdraw' });

  it('is done once, however often it is sent', async () => {
    const system = await aTrackedDossier();
    const wanted = act();
    const first = await clientOf(system).act(knock(system), wanted);
    expect(first.kind).to.equal('done');
    expect(await clientOf(system).act(knock(system), wanted)).to.deep.equal(first);
  });

  it('is not known where its answer was lost, and found to be done by the same id', async () => {
    const system = await aTrackedDossier();
    const wanted = act();
    const { line } = system;
    system.line = async (request, go) => {
      await go(request);
      throw new TypeError('cut');
    };
    expect((await clientOf(system).act(knock(system), wanted)).kind).to.equal('unknown');
    system.line = line;
    const again = await clientOf(system).act(knock(system), wanted);
    expect(again.kind === 'done' && again.done.standing.state).to.equal(7);
  });

  it('is not taken for done by the answer to another', async () => {
    const done = {
      act: crypto.randomUUID(),
      kind: 'withdraw',
      at: '2026-11-09T02:00:00Z',
      standing: { state: 7 },
    };
    expect((await answering(done, 201).act(ANY, act())).kind).to.equal('unknown');
  });

  it('is refused with a code where it cannot be', async () => {
    const system = await aTrackedDossier();
    const wanted: ApplicantAct = { id: crypto.randomUUID(), kind: 'supplement', note: 'x' };
    expect(await clientOf(system).act(knock(system), wanted)).to.include({
      kind: 'refused',
      code: 'act-not-now',
    });
  });
});

describe('the result', () => {
  async function finished(): Promise<readonly [TrackedSystem, TrackingClient]> {
    const system = await aTrackedDossier({ delivery: { way: 'online' } });
    await system.move('2026-11-09T10:00', 'receive');
    await system.move('2026-11-10T10:00', 'process');
    await system.finish('2026-11-11T10:00');
    return [system, clientOf(system)];
  }

  it('comes byte for byte, with its hash', async () => {
    const [system, client] = await finished();
    const fetched = await client.result(knock(system));
    if (fetched.kind !== 'file') throw new Error(fetched.kind);
    expect(fetched.isWhole).to.equal(true);
    expect(new Uint8Array(fetched.bytes)).to.deep.equal(new Uint8Array(PDF));
  });

  it('that was changed on the way is not called whole', async () => {
    const [system, client] = await finished();
    system.line = async (request, go) => {
      const { headers } = await go(request);
      return new Response('%PDF-khác', { headers });
    };
    const fetched = await client.result(knock(system));
    expect(fetched.kind === 'file' && fetched.isWhole).to.equal(false);
  });

  it('is none before there is one, and for four digits', async () => {
    const system = await aTrackedDossier();
    expect(await clientOf(system).result(knock(system))).to.include({ kind: 'refused', code: 'not-found' });
    const [done, client] = await finished();
    expect(await client.result(knock(done, last4(LAST4)))).to.include({ kind: 'refused', code: 'not-found' });
  });

  it('is given up where the line breaks', async () => {
    const [system, client] = await finished();
    system.line = () => Promise.reject(new TypeError('cut'));
    expect(await client.result(knock(system))).to.deep.equal({ kind: 'unknown', code: 'offline' });
  });
});
