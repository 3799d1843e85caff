import { expect } from 'chai';
import { createChangeStreams } from '../../src/gateway/change-streams.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import { eventReader, listenToChanges } from '../../src/gateway/listen-changes.js';
import type { Factor } from '../../src/gateway/tracking-contract.js';
import { createTrackingClient } from '../../src/gateway/tracking-client.js';
import { slicing } from '../../src/ui/pause.js';
import { until } from '../support/fake-timers.js';
import { GATEWAY } from '../support/receiving-system.js';
import { aTrackedDossier, LAST4, type TrackedSystem } from '../support/tracked.js';

const patient = (): AbortSignal => new AbortController().signal;
/** Silence is too long after so many answers that came in time. */
const after = (answers: number) => {
  let asked = 0;
  return () => ((asked += 1) > answers ? AbortSignal.abort() : patient());
};

/** Listens to a dossier as who has this factor; counts what is heard. */
async function listening(system: TrackedSystem, factor?: Factor) {
  const knock = {
    code: system.receipt.dossier,
    factor: factor ?? ({ kind: 'secret', value: system.receipt.secret } as const),
  };
  const client = createTrackingClient(GATEWAY, { network: system.network, slicing, onWork: () => undefined });
  const looked = await client.look(knock);
  if (looked.kind !== 'found') throw new Error(looked.kind);
  const stop = new AbortController();
  const heard = { times: 0 };
  const ended = listenToChanges(GATEWAY, knock, looked.tracked.version, {
    network: system.network,
    signal: stop.signal,
    onChange: () => (heard.times += 1),
  });
  await until(() => system.asked.some(({ path }) => path.endsWith('/changes')), 'the stream');
  return { knock, version: looked.tracked.version, heard, ended, stop: () => stop.abort() };
}

/** What comes of an answer like this. */
const hears = (response: Response, timeout: Network['timeout'] = patient) =>
  listenToChanges(GATEWAY, { code: 'H00', factor: { kind: 'secret', value: 'A' } }, 'v', {
    network: { fetch: () => Promise.resolve(response), timeout },
    signal: patient(),
    onChange: () => undefined,
  });

describe('hearing that a dossier has changed', () => {
  it('is at once, each time, until nobody listens', async () => {
    const system = await aTrackedDossier({ tellsChanges: true });
    const { heard, ended, stop } = await listening(system);
    await system.move('2026-11-09T10:00', 'receive');
    await until(() => heard.times === 1, 'the first change');
    await system.move('2026-11-10T08:00', 'process');
    await until(() => heard.times === 2, 'the second change');
    stop();
    expect(await ended).to.equal('ended');
    await system.move('2026-11-10T09:00', 'forward', undefined, 'Tư pháp');
    expect(heard.times).to.equal(2);
  });

  it('is asked for in the body alone', async () => {
    const system = await aTrackedDossier({ tellsChanges: true });
    const { stop, knock, version } = await listening(system);
    const { url, body } = system.asked.at(-1)!;
    expect(url).to.equal(`${GATEWAY}/v1/tracking/changes`);
    expect(JSON.parse(body)).to.deep.equal({ ...knock, known: version });
    stop();
  });

  it('does not tell four digits of what they do not open', async () => {
    const system = await aTrackedDossier({ tellsChanges: true });
    await system.move('2026-11-09T10:00', 'receive');
    await system.move('2026-11-10T08:00', 'process');
    const digits = await listening(system, { kind: 'last4', value: LAST4 });
    const secret = await listening(system);
    await system.move('2026-11-10T09:00', 'forward', undefined, 'Tư pháp');
    await until(() => secret.heard.times === 1, 'the change of the details');
    expect(digits.heard.times).to.equal(0);
    await system.move('2026-11-10T10:00', 'pause', 'Chờ');
    await until(() => digits.heard.times === 1, 'the change of the outline');
    digits.stop();
    secret.stop();
  });

  it('is at once for who was told before the last change', async () => {
    const system = await aTrackedDossier({ tellsChanges: true });
    const first = await listening(system);
    first.stop();
    await system.move('2026-11-09T10:00', 'receive');
    const stop = new AbortController();
    let times = 0;
    void listenToChanges(GATEWAY, first.knock, first.version, {
      network: system.network,
      signal: stop.signal,
      onChange: () => (times += 1),
    });
    await until(() => times === 1, 'what came between');
    stop.abort();
  });

  it('fails, and never throws, where the line lets no stream through', async () => {
    const ours = { 'dvc-contract': '1', 'content-type': 'text/event-stream' };
    const endless = () =>
      new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('x'.repeat(2000))) });
    expect(await hears(new Response('', { status: 404, headers: ours }))).to.equal('failed');
    expect(
      await hears(new Response('data: changed\n\n', { headers: { ...ours, 'dvc-contract': '' } })),
    ).to.equal('failed');
    expect(await hears(new Response('<html>', { headers: { 'content-type': 'text/html' } }))).to.equal(
      'failed',
    );
    expect(await hears(new Response(endless(), { headers: ours }))).to.equal('failed');
    // Held back by a proxy: not even the first beat comes in time.
    expect(await hears(new Response(new ReadableStream(), { headers: ours }), after(1))).to.equal('failed');
    expect(await hears(new Response('', { headers: ours }))).to.equal('failed');
  });

  it('has ended, and may be tried again, where a stream that worked falls silent, is cut or closed', async () => {
    const ours = { 'dvc-contract': '1', 'content-type': 'text/event-stream' };
    const beat = new Uint8Array([58, 10, 10]);
    const silent = new ReadableStream({ start: (stream) => stream.enqueue(beat) });
    expect(await hears(new Response(silent, { headers: ours }), after(2))).to.equal('ended');
    let pulls = 0;
    const cut = new ReadableStream({
      pull(stream) {
        pulls += 1;
        if (pulls === 1) stream.enqueue(beat);
        else stream.error(new TypeError('network error'));
      },
    });
    expect(await hears(new Response(cut, { headers: ours }))).to.equal('ended');
    expect(await hears(new Response(':\n\n', { headers: ours }))).to.equal('ended');
  });

  it('lets go of the line once it is given up, before an answer and after', async () => {
    const ours = { 'dvc-contract': '1', 'content-type': 'text/event-stream' };
    const silent = Promise.resolve(new Response(new ReadableStream(), { headers: ours }));
    const unanswered = new Promise<Response>(() => undefined);
    for (const [answer, beats] of [
      [unanswered, 0],
      [silent, 1],
    ] as const) {
      let line: AbortSignal | null | undefined;
      const network: Network = {
        fetch: (_, init) => {
          line = init?.signal;
          return answer;
        },
        timeout: after(beats),
      };
      const options = { network, signal: patient(), onChange: () => undefined };
      const knock = { code: 'H00', factor: { kind: 'secret', value: 'A' } } as const;
      expect(await listenToChanges(GATEWAY, knock, 'v', options)).to.equal('failed');
      expect(line?.aborted).to.equal(true);
    }
  });
});

describe('a stream of events', () => {
  it('is read in whatever pieces it comes, with every end of a line there is', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = [':', '', 'event: x', 'data: changed', '', 'id: 1', '', 'data', '', ':', '', ''].join(end);
      for (let cut = 0; cut <= text.length; cut += 1) {
        let times = 0;
        const read = eventReader(() => (times += 1));
        for (const piece of [text.slice(0, cut), text.slice(cut), ':']) read(piece);
        expect(times, JSON.stringify([end, cut])).to.equal(2);
      }
    }
  });
});

describe('streams of changes', () => {
  const watched = { code: 'H00', known: 'v', version: () => Promise.resolve('v') };

  it('are refused beyond a number, in all and for one address, and free again when somebody leaves', async () => {
    const streams = createChangeStreams({ most: 3, mostOfOne: 2 });
    const [first] = [streams.answer(watched, 'a'), streams.answer(watched, 'a')];
    expect(streams.answer(watched, 'a').status).to.equal(503);
    expect(streams.answer(watched, 'b').status).to.equal(200);
    expect(streams.answer(watched, 'c').status).to.equal(503);
    await first.body!.cancel();
    expect(streams.answer(watched, 'c').status).to.equal(200);
    streams.end();
  });

  it('end, and hold no place, where what they tell cannot be read', async () => {
    const streams = createChangeStreams({ most: 1 });
    const failing = () => {
      throw new Error('busy');
    };
    for (const version of [failing, () => Promise.reject(new Error('busy'))]) {
      const response = streams.answer({ ...watched, version });
      expect(await response.text()).to.equal(':\n\n');
    }
    expect(streams.answer(watched).status).to.equal(200);
    streams.end();
  });

  it('end all at once where the system ends, without an error', async () => {
    const streams = createChangeStreams();
    const response = streams.answer(watched);
    streams.end();
    expect(await response.text()).to.equal(':\n\n');
  });
});
