import { expect } from 'chai';
import { fetchText, FetchTrouble, LIMIT_BYTES, type Network } from '../../src/gateway/fetch-text.js';

const json = { 'content-type': 'application/json' };

/** A network that gives one answer, and keeps what it was asked. */
function network(answer: () => Promise<Response> | Response): Network & { asked: RequestInit | undefined } {
  const self = {
    asked: undefined as RequestInit | undefined,
    timeout: () => new AbortController().signal,
    fetch: (_: RequestInfo | URL, init?: RequestInit) => {
      self.asked = init;
      return Promise.resolve(answer());
    },
  };
  return self;
}

async function read(net: Network): Promise<string> {
  let text = '';
  for await (const chunk of (await fetchText('https://xa.example/catalog.json', net)).chunks) text += chunk;
  return text;
}

async function troubleOf(net: Network): Promise<string> {
  try {
    await read(net);
  } catch (error) {
    if (error instanceof FetchTrouble) return error.problem.code;
    throw error;
  }
  return 'none';
}

describe('fetching a file of data', () => {
  it('gives the text, letters split between chunks included', async () => {
    const bytes = new TextEncoder().encode('{"a":"Hộ tịch"}');
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await read(network(() => new Response(body, { headers: json })))).to.equal('{"a":"Hộ tịch"}');
  });

  for (const [status, code] of [
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'refused'],
    [403, 'refused'],
    [429, 'refused'],
    [500, 'server-error'],
    [503, 'server-error'],
  ] as const) {
    it(`says ${code} to status ${String(status)}, whatever the body`, async () => {
      expect(await troubleOf(network(() => new Response('<html>', { status })))).to.equal(code);
    });
  }

  it('takes a page that comes instead of data for what it is', async () => {
    const page = () => new Response('<html>Đăng nhập</html>', { headers: { 'content-type': 'text/html' } });
    expect(await troubleOf(network(page))).to.equal('wrong-content-type');
  });

  for (const type of [
    'application/json; charset=utf-8',
    'text/plain',
    'application/ld+json',
    'application/octet-stream',
  ]) {
    it(`accepts ${type}, as old servers send it`, async () => {
      expect(
        await troubleOf(network(() => new Response('{}', { headers: { 'content-type': type } }))),
      ).to.equal('none');
    });
  }

  it('tells no network from no answer in time', async () => {
    const lost = {
      ...network(() => new Response()),
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    };
    expect(await troubleOf(lost)).to.equal('offline');
    const late = {
      timeout: () => AbortSignal.abort(new DOMException('', 'TimeoutError')),
      fetch: () => Promise.reject(new DOMException('', 'TimeoutError')),
    };
    expect(await troubleOf(late)).to.equal('timeout');
  });

  it('tells a line that breaks in the middle', async () => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    });
    expect(await troubleOf(network(() => new Response(body, { headers: json })))).to.equal('offline');
  });

  it('stops at the limit and lets the rest go', async () => {
    let cancelled = false;
    const megabyte = new Uint8Array(1024 * 1024).fill(32);
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(megabyte),
      cancel: () => void (cancelled = true),
    });
    expect(await troubleOf(network(() => new Response(endless, { headers: json })))).to.equal(
      'file-too-large',
    );
    expect(cancelled).to.equal(true);
    expect(LIMIT_BYTES).to.equal(10_485_760);
  });

  it('sends no cookies and no referrer, and nothing that a script put on Object.prototype', async () => {
    const net = network(() => new Response('{}', { headers: json }));
    await read(net);
    expect(net.asked?.credentials).to.equal('omit');
    expect(net.asked?.referrerPolicy).to.equal('no-referrer');
    expect(Object.getPrototypeOf(net.asked)).to.equal(null);
  });
});
