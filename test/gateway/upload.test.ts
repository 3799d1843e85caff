import { expect } from 'chai';
import fc from 'fast-check';
import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import type { SentFile } from '../../src/forms/submission.js';
import type { Transfer } from '../../src/forms/transfer.js';
import { CONTRACT_HEADER, problemBody, type ReceivingProblemCode } from '../../src/gateway/contract.js';
import { createFormGateway } from '../../src/gateway/form-gateway.js';
import { createMemoryGateway } from '../../src/gateway/memory-gateway.js';
import { uploadAll, uploadFile } from '../../src/gateway/upload.js';
import { aFile, aPaper, aSubmission, OF_APPLICANT } from '../support/application.js';

const url = 'https://xa.example/gateway';
const KB = 1024;
const never = () => new AbortController().signal;
const office = { name: 'Xã Mẫu', code: 'H00.00' };
const open = () =>
  createMemoryGateway({ forms: [], clock: () => new Date('2026-11-23T02:00:00Z'), calendar, office });

/** What can happen to one request on a poor line. */
type Fault =
  | { readonly act: 'none' | 'lost' | 'answer-lost' | 'twice' | 'gate' | 'busy' | 'forgotten' }
  /** Only a part of the body arrives, then the line breaks. */
  | { readonly act: 'cut'; readonly share: number }
  /** Nothing is heard of it; it arrives after so many others. */
  | { readonly act: 'late'; readonly after: number };

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc
    .constantFrom('none', 'lost', 'answer-lost', 'twice', 'gate', 'busy', 'forgotten')
    .map((act) => ({ act })),
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => ({ act: 'cut' as const, share })),
  fc.integer({ min: 1, max: 4 }).map((after) => ({ act: 'late' as const, after })),
);

/** A line to a receiving system on which one fault after the other happens, and then none. */
function poorLine(gateway: typeof fetch, faults: readonly Fault[]) {
  const rest = [...faults];
  const late: { after: number; deliver: () => Promise<unknown> }[] = [];
  const created: string[] = [];
  let asked = 0;
  const deliver = async (input: RequestInfo | URL, init: RequestInit | undefined, body = init?.body) => {
    asked += 1;
    if (init?.method === 'POST') {
      const metadata = new Headers(init.headers).get('upload-metadata') ?? '';
      created.push(atob(metadata.replace(/^id /u, '')));
    }
    // Without what belongs to the page: it may have gone.
    return gateway(input, {
      method: init?.method ?? 'GET',
      headers: { ...(init?.headers as Record<string, string>) },
      ...(body && { body }),
    });
  };
  const broken = () => new TypeError('network error');
  const line: typeof fetch = async (input, init) => {
    for (const one of late.splice(0)) {
      if ((one.after -= 1) > 0) late.push(one);
      else await one.deliver();
    }
    const now = rest.shift() ?? { act: 'none' };
    switch (now.act) {
      case 'none':
        return deliver(input, init);
      case 'lost':
        throw broken();
      case 'answer-lost':
        await deliver(input, init);
        throw broken();
      case 'twice': {
        const first = await deliver(input, init);
        const second = await deliver(input, init);
        return init?.method === 'HEAD' ? first : second;
      }
      case 'gate':
        return new Response('<title>Đăng nhập</title>', { headers: { 'content-type': 'text/html' } });
      case 'busy':
        return new Response(JSON.stringify(problemBody('busy')), {
          status: 503,
          headers: { [CONTRACT_HEADER]: '1' },
        });
      case 'forgotten':
        await gateway(input, { method: 'DELETE' });
        return deliver(input, init);
      case 'cut': {
        const { body } = init ?? {};
        if (body instanceof Blob)
          await deliver(input, init, body.slice(0, Math.floor(body.size * now.share)));
        throw broken();
      }
      case 'late':
        late.push({ after: now.after, deliver: () => deliver(input, init) });
        throw broken();
    }
  };
  return {
    network: { fetch: line, timeout: never },
    created,
    settle: () => Promise.all(late.splice(0).map((one) => one.deliver())),
    asked: () => asked,
  };
}

const sendsAll = (gateway: typeof fetch, files: readonly SentFile[]) =>
  createFormGateway(url, { fetch: gateway, timeout: never }).send(
    crypto.randomUUID(),
    aSubmission({ ...OF_APPLICANT, files: [...files] }),
  );

describe('a file on a poor line', () => {
  // Sizes around one cut and several, in a few hundred schedules.
  const size = fc.oneof(
    fc.integer({ min: 5, max: 300 * KB }),
    fc.constantFrom(64 * KB, 128 * KB, 128 * KB + 1),
  );

  it('is there, byte for byte and once, however often it was cut, lost, doubled or late', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.array(fault, { maxLength: 16 }), async (length, faults) => {
        const bytes = aPaper(length);
        const file = await aFile(bytes);
        const gateway = open();
        const line = poorLine(gateway, faults);
        let tries = 0;
        let told = 0;
        for (;;) {
          tries += 1;
          // Each fault can end one try at most, and what comes late can end another.
          expect(tries).to.be.at.most(2 * faults.length + 2);
          const uploaded = await uploadFile(
            { id: file.id, bytes },
            url,
            line.network,
            () => 0,
            (sent) => (told = sent),
          );
          if (uploaded.kind === 'done') break;
          expect(uploaded.kind).to.equal('broken');
        }
        expect(told).to.equal(length);
        await line.settle();
        // One id was ever asked for, so there is nothing that belongs to nobody.
        expect(new Set(line.created)).to.deep.equal(new Set([file.id]));
        // The other side has hashed what it has.
        const sent = await sendsAll(gateway, [file]);
        expect(sent.kind === 'received' && sent.receipt.files).to.deep.equal([file]);
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);

  it('is known as another where one bit of it differs', async () => {
    const bytes = aPaper(1000);
    const file = await aFile(bytes);
    new Uint8Array(bytes)[500]! ^= 1;
    const gateway = open();
    await uploadFile(
      { id: file.id, bytes },
      url,
      { fetch: gateway, timeout: never },
      () => 0,
      () => undefined,
    );
    expect(await sendsAll(gateway, [file])).to.include({ kind: 'refused', code: 'file-differs' });
  });
});

describe('the pieces of a file', () => {
  /** Bytes of each piece on a line of a rate, in bytes a second. */
  async function pieces(length: number, rate: number): Promise<number[]> {
    const gateway = open();
    const sizes: number[] = [];
    let now = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (init?.body instanceof Blob) {
        sizes.push(init.body.size);
        now += (init.body.size / rate) * 1000;
      }
      return gateway(input, init);
    };
    const bytes = aPaper(length);
    await uploadFile(
      { id: crypto.randomUUID(), bytes },
      url,
      { fetch, timeout: never },
      () => now,
      () => undefined,
    );
    expect(sizes.reduce((sum, one) => sum + one, 0)).to.equal(length);
    return sizes;
  }

  it('grow on a good line, and never above a megabyte', async () => {
    expect(await pieces(4 * 1024 * KB, 10 * 1024 * KB)).to.deep.equal(
      [128, 256, 512, 1024, 1024, 1024, 128].map((kb) => kb * KB),
    );
  });

  it('stay small on a poor one, and never below what gets through', async () => {
    expect(new Set((await pieces(400 * KB, 4 * KB)).slice(1, -1))).to.deep.equal(new Set([64 * KB]));
  });

  it('take about four seconds in between', async () => {
    const sizes = await pieces(2000 * KB, 60 * KB);
    for (const one of sizes.slice(1, -1)) expect(one / (60 * KB)).to.be.closeTo(4, 0.1);
  });
});

describe('a server that does not do as it should', () => {
  const tus = (status: number, headers: Readonly<Record<string, string>> = {}) =>
    new Response(null, { status, headers: { [CONTRACT_HEADER]: '1', ...headers } });
  const refusal = (code: ReceivingProblemCode, status?: number) =>
    new Response(JSON.stringify(problemBody(code)), {
      status: status ?? problemBody(code).status,
      headers: { [CONTRACT_HEADER]: '1' },
    });
  /** Asks a server by what it answers to each method; tells what came of it, and how often it was asked. */
  async function told(answers: Readonly<Record<string, () => Response>>) {
    const asked: Record<string, number> = {};
    const fetch: typeof globalThis.fetch = (_, init) => {
      const method = init?.method ?? 'GET';
      asked[method] = (asked[method] ?? 0) + 1;
      // It would be asked for ever.
      if ((asked[method] ?? 0) > 50) throw new Error(`asked ${method} again and again`);
      const answer = answers[method];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('not asked for'));
    };
    const uploaded = await uploadFile(
      { id: crypto.randomUUID(), bytes: aPaper(200 * KB) },
      url,
      { fetch, timeout: never },
      () => 0,
      () => undefined,
    );
    return { ...uploaded, asked };
  }
  const at = (bytes: number | string) => () => tus(200, { 'upload-offset': String(bytes) });
  const broken = { kind: 'broken', code: 'broken-answer' } as const;
  const exists = () => refusal('file-exists');

  it('is not asked for ever where it stands still, goes back, or jumps beyond the end', async () => {
    for (const next of [at(0), at(1000), at(1001 * KB), at(-1), at('NaN'), at(0.5), () => tus(204)])
      expect(await told({ POST: exists, HEAD: at(1000), PATCH: next })).to.deep.include({
        ...broken,
        asked: { POST: 1, HEAD: 1, PATCH: 1 },
      });
  });

  it('is not believed where it has more than there is, or cannot say how much', async () => {
    for (const head of [at(200 * KB + 1), at('viel'), () => tus(200)])
      expect(await told({ POST: exists, HEAD: head })).to.deep.include({
        ...broken,
        asked: { POST: 1, HEAD: 1 },
      });
  });

  it('is sent nothing where it has all of it', async () => {
    expect(await told({ POST: exists, HEAD: at(200 * KB) })).to.deep.equal({
      kind: 'done',
      asked: { POST: 1, HEAD: 1 },
    });
  });

  it('is tried again later where it forgot the file in the middle, and told no where it never takes it', async () => {
    const rows: readonly [ReceivingProblemCode, number | undefined, string][] = [
      ['not-found', undefined, 'broken'],
      ['offset-differs', undefined, 'broken'],
      ['busy', undefined, 'broken'],
      ['too-many-requests', undefined, 'broken'],
      ['no-room', undefined, 'broken'],
      ['internal', undefined, 'broken'],
      ['file-kind', undefined, 'refused'],
      ['too-large', undefined, 'refused'],
    ];
    for (const [code, status, kind] of rows)
      expect(await told({ POST: () => tus(201), PATCH: () => refusal(code, status) }), code).to.deep.include({
        kind,
        code,
      });
  });

  it('is asked again no sooner than it wants', async () => {
    const busy = () =>
      new Response(JSON.stringify(problemBody('busy')), {
        status: 503,
        headers: { [CONTRACT_HEADER]: '1', 'retry-after': '120' },
      });
    // Something before it, which answers in its place.
    const before = () => new Response('<h1>503</h1>', { status: 503, headers: { 'retry-after': '120' } });
    for (const [code, no] of [
      ['busy', busy],
      ['put-off', before],
    ] as const)
      for (const answers of [{ POST: no }, { POST: exists, HEAD: no }, { POST: () => tus(201), PATCH: no }])
        expect(await told(answers)).to.deep.include({ kind: 'broken', code, retryAfterMs: 120_000 });
  });

  it('is told no where there is no place for files at all', async () => {
    for (const code of ['not-found', 'file-empty'] as const)
      expect(await told({ POST: () => refusal(code) })).to.deep.include({ kind: 'refused', code });
  });

  it('has no body in its answer to HEAD, as over a real line', async () => {
    const uploaded = await told({ POST: exists, HEAD: () => tus(404) });
    expect(uploaded).to.deep.include({ kind: 'broken', code: 'not-found' });
  });
});

describe('all papers of an application', () => {
  const line = (fetch: typeof globalThis.fetch) => ({
    url,
    network: { fetch, timeout: never },
    now: () => 0,
  });
  async function upload(
    sizes: readonly number[],
    fetch: typeof globalThis.fetch,
    lost: (at: number) => boolean = () => false,
  ) {
    const bytes = sizes.map(aPaper);
    const files = await Promise.all(bytes.map((one) => aFile(one)));
    const told: (readonly Transfer[])[] = [];
    const bytesOf = (id: string) => {
      const at = files.findIndex((file) => file.id === id);
      return Promise.resolve(lost(at) ? undefined : bytes[at]);
    };
    const uploaded = await uploadAll(files, bytesOf, line(fetch), (transfers) => told.push(transfers));
    return { uploaded, files, told };
  }
  const stages = (transfers: readonly Transfer[] | undefined) => transfers?.map(({ stage }) => stage);

  it('are told of one by one, each until its last byte, all of them every time', async () => {
    const gateway = open();
    const { uploaded, files, told } = await upload([300 * KB, 5, 65 * KB], gateway);
    expect(uploaded).to.deep.equal({ kind: 'done' });
    for (const transfers of told) expect(transfers.map(({ file }) => file)).to.deep.equal(files);
    expect(stages(told.at(-1))).to.deep.equal(['stored', 'stored', 'stored']);
    expect(told.some((transfers) => transfers[0]?.sent === 128 * KB)).to.equal(true);
    // One after the other: none begins before the one before it is there.
    for (const transfers of told) {
      const all = stages(transfers) ?? [];
      expect(all.filter((stage) => stage === 'sending').length).to.be.at.most(1);
      expect(
        [...all].sort((one, other) => Number(other === 'stored') - Number(one === 'stored')),
      ).to.deep.equal(all);
    }
    const sent = await sendsAll(gateway, files);
    expect(sent.kind === 'received' && sent.receipt.files).to.deep.equal(files);
  });

  it('wait behind one that broke', async () => {
    let patches = 0;
    const gateway = open();
    const breaking: typeof fetch = (input, init) =>
      init?.method === 'PATCH' && (patches += 1) > 1
        ? Promise.reject(new TypeError('network error'))
        : gateway(input, init);
    const { uploaded, told } = await upload([11, 12, 13], breaking);
    expect(uploaded).to.deep.equal({ kind: 'broken', code: 'offline' });
    expect(stages(told.at(-1))).to.deep.equal(['stored', 'broken', 'waiting']);
  });

  it('are not sent where this computer has lost one', async () => {
    const { uploaded, told } = await upload([11, 12, 13], open(), (at) => at === 1);
    expect(uploaded).to.deep.equal({ kind: 'refused', code: 'file-missing' });
    expect(stages(told.at(-1))).to.deep.equal(['stored', 'refused', 'waiting']);
  });

  it('are not sent again where they are there already', async () => {
    const gateway = open();
    const bytes = aPaper(100);
    const file = await aFile(bytes);
    const methods: string[] = [];
    const watching: typeof fetch = (input, init) => {
      methods.push(init?.method ?? 'GET');
      return gateway(input, init);
    };
    for (let time = 0; time < 2; time += 1)
      await uploadAll(
        [file],
        () => Promise.resolve(bytes),
        line(watching),
        () => undefined,
      );
    expect(methods).to.deep.equal(['POST', 'PATCH', 'POST', 'HEAD']);
  });

  it('may be none', async () => {
    expect((await upload([], open())).uploaded).to.deep.equal({ kind: 'done' });
  });
});
