import { expect } from 'chai';
import fc from 'fast-check';
import * as v from 'valibot';
import { receiptFaults, receiptSchema, type Receipt } from '../../src/forms/submission.js';
import {
  CONTRACT_HEADER,
  problemBody,
  RECEIVING_PROBLEMS,
  type ReceivingProblemCode,
} from '../../src/gateway/contract.js';
import { createFormGateway, type FormGateway } from '../../src/gateway/form-gateway.js';
import { requestJson, type Reply } from '../../src/gateway/request-json.js';
import { aReceipt, aSending, receiptOf } from '../support/application.js';

const url = 'https://xa.example/gateway';
const { id, submission } = aSending();
const OURS = { [CONTRACT_HEADER]: '1', 'content-type': 'application/json' };

const network = (fetch: typeof globalThis.fetch) => ({ fetch, timeout: () => new AbortController().signal });
/** A network that answers everything with this. */
const answering = (body: BodyInit | null, status: number, headers: HeadersInit) =>
  network(() =>
    // A status that has no body can be given none.
    Promise.resolve(new Response([204, 205, 304].includes(status) ? null : body, { status, headers })),
  );

/** Everything that a page may ask a receiving system. */
const ASKED: Readonly<
  Record<string, (gateway: FormGateway) => Promise<{ readonly kind: string; readonly code?: string }>>
> = {
  send: (gateway) => gateway.send(id, submission),
  ask: (gateway) => gateway.ask(id),
  cancel: (gateway) => gateway.cancel(id),
  pay: (gateway) => gateway.payment(id, 'open'),
  'ask for the payment': (gateway) => gateway.payment(id, 'ask'),
};

const HTML = '<!doctype html><title>Đăng nhập</title>';
/** Longer than any answer of ours; a valid receipt and a valid problem all the same. */
const HUGE = new Blob([
  JSON.stringify({ ...aReceipt(), ...problemBody('busy'), padding: ' '.repeat(1024 * 1024) }),
]);

/** What an error says that has not the mark of the contract. */
const strangerOf = (status: number): string => {
  if (status === 511) return 'gate';
  if ([429, 502, 503, 504].includes(status)) return 'put-off';
  return status < 500 ? 'stranger' : 'broken-answer';
};

describe('whatever status comes back', () => {
  // Statuses of errors that servers, proxies and networks answer with.
  const statuses = [
    400, 401, 403, 404, 405, 408, 409, 410, 411, 413, 415, 421, 422, 425, 426, 428, 429, 431, 451, 500, 501,
    502, 503, 504, 507, 511, 520, 521, 522, 523, 524, 525, 526,
  ];
  for (const [act, ask] of Object.entries(ASKED)) {
    it(`to “${act}”: a problem of the contract is a no, anything else is not known`, async () => {
      for (const status of statuses) {
        const told = async (body: string | null, headers: HeadersInit) => {
          const { kind, code } = await ask(createFormGateway(url, answering(body, status, headers)));
          return `${kind} ${code ?? ''}`;
        };
        const codes = Object.keys(RECEIVING_PROBLEMS).filter(
          (one) => RECEIVING_PROBLEMS[one as ReceivingProblemCode] === status,
        ) as ReceivingProblemCode[];
        for (const code of [...codes, 'busy'] as const) {
          const body = JSON.stringify(problemBody(code));
          expect(await told(body, { ...OURS, 'content-type': 'application/problem+json' })).to.equal(
            `refused ${code}`,
          );
          // The same from whoever does not know the contract: a network in between.
          expect(await told(body, {})).to.equal(`unknown ${strangerOf(status)}`);
        }
        const stranger = `unknown ${strangerOf(status)}`;
        for (const body of [HTML, '', null, '{"code":"busy"', '[]', 'null', '"busy"']) {
          const what = `${String(status)} ${String(body).slice(0, 20)}`;
          expect(await told(body, OURS), what).to.equal('unknown broken-answer');
          expect(await told(body, { 'content-type': 'text/html' }), what).to.equal(stranger);
        }
      }
    });
  }

  it('of success: only a receipt is a receipt, only a payment is a payment', async () => {
    const receipt = JSON.stringify(receiptOf(aSending()));
    const payment = JSON.stringify({ order: '1', amount: 1, state: 'waiting' });
    const bodies: readonly (string | null)[] = [
      HTML,
      '',
      null,
      '{}',
      'null',
      '[]',
      '1',
      receipt,
      payment,
      receipt.slice(0, -1),
      receipt + receipt,
    ];
    for (const status of [200, 201, 202, 203, 204, 205, 206]) {
      for (const body of bodies) {
        const gateway = createFormGateway(url, answering(body, status, OURS));
        const isReceipt = body === receipt && status !== 204 && status !== 205;
        const expected =
          status === 202 && ['', null, '{}', 'null', '[]', '1', receipt, payment].includes(body)
            ? 'refused'
            : isReceipt
              ? 'received'
              : 'unknown';
        const what = `${String(status)} ${String(body).slice(0, 20)}`;
        expect((await gateway.send(id, submission)).kind, what).to.equal(expected);
        expect((await gateway.ask(id)).kind, what).to.equal(expected);
        const isPayment = body === payment && status !== 204 && status !== 205;
        expect((await gateway.payment(id, 'open')).kind, what).to.equal(isPayment ? 'payment' : 'unknown');
        // Without the mark of the contract it is the page of somebody else.
        const foreign = createFormGateway(
          url,
          answering(body, status, { 'content-type': 'application/json' }),
        );
        expect(await foreign.send(id, submission), what).to.deep.equal({ kind: 'unknown', code: 'gate' });
        expect(await foreign.cancel(id), what).to.deep.equal({ kind: 'unknown', code: 'gate' });
      }
    }
  });

  it('names a page to pay on: one of the web, or a path of its own', async () => {
    const leads = async (redirect: string) => {
      const body = JSON.stringify({ order: '1', amount: 1, state: 'waiting', redirect });
      return (await createFormGateway(url, answering(body, 200, OURS)).payment(id, 'ask')).kind;
    };
    for (const page of ['https://nganhang.example/tra?ma=1', '/pay/1', '/nhan/pay/H00.00-1'])
      expect(await leads(page), page).to.equal('payment');
    for (const page of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,1',
      'vbscript:1',
      'file:///etc/passwd',
      'blob:https://xa.example/1',
      'intent://pay#Intent;end',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '\\\\evil.example',
      'evil.example',
      '',
    ])
      expect(await leads(page), JSON.stringify(page)).to.equal('unknown');
  });

  for (const [act, ask] of Object.entries(ASKED)) {
    it(`to “${act}”: nothing of a megabyte is an answer`, async () => {
      for (const status of [200, 202, 409, 503])
        expect(await ask(createFormGateway(url, answering(HUGE, status, OURS)))).to.deep.equal({
          kind: 'unknown',
          code: 'broken-answer',
        });
    });
  }

  it('takes no other version of the contract for this one', async () => {
    const gateway = createFormGateway(
      url,
      answering(JSON.stringify(receiptOf(aSending())), 200, { [CONTRACT_HEADER]: '2' }),
    );
    expect((await gateway.send(id, submission)).kind).to.equal('unknown');
  });

  it('to a question for headers: the status says what a body would', async () => {
    const ask = (status: number, headers: HeadersInit = OURS) =>
      requestJson('HEAD', url, answering(null, status, headers));
    const rows: readonly [number, string, boolean?][] = [
      [404, 'not-found', false],
      [410, 'not-found', false],
      [429, 'too-many-requests', true],
      [503, 'busy', true],
      [500, 'broken-answer'],
      [403, 'broken-answer'],
    ];
    for (const [status, code, retryable] of rows) {
      const reply = await ask(status, { ...OURS, 'retry-after': '7' });
      expect(reply).to.include({ kind: retryable === undefined ? 'unknown' : 'refused', code });
      if (reply.kind === 'refused')
        expect([reply.retryable, reply.retryAfterMs]).to.deep.equal([retryable, 7000]);
    }
    expect(await ask(404, {})).to.deep.equal({ kind: 'unknown', code: 'stranger' });
    // An answer to anything else has its body, or is none of ours.
    expect(await requestJson('GET', url, answering(null, 404, OURS))).to.deep.equal({
      kind: 'unknown',
      code: 'broken-answer',
    });
  });
});

describe('how long a server asks to wait', () => {
  it('is heard from a page of maintenance before it, too', async () => {
    expect(
      await requestJson('GET', url, answering('<h1>Bảo trì</h1>', 503, { 'retry-after': '600' })),
    ).to.deep.equal({
      kind: 'unknown',
      code: 'put-off',
      retryAfterMs: 600_000,
    });
  });

  const HOUR = 3_600_000;
  const waits: readonly [header: string, ms: number | undefined][] = [
    ['0', 0],
    ['1', 1000],
    ['120', 120_000],
    ['1.5', 1500],
    [' 30 ', 30_000],
    ['3600', HOUR],
    ['3601', HOUR],
    ['315360000', HOUR],
    ['1e9', HOUR],
    ['99999999999999999999', HOUR],
    ['-1', undefined],
    ['-315360000', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['soon', undefined],
    ['30s', undefined],
    ['30, 60', undefined],
    // A date is for a server whose clock is right and a computer whose clock is right: the usual pause instead.
    ['Wed, 25 Nov 2026 02:00:00 GMT', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['2026-11-25', undefined],
  ];
  for (const [header, ms] of waits) {
    it(`“${header}” is ${ms === undefined ? 'nothing to go by' : `${String(ms)} ms`}`, async () => {
      const body = JSON.stringify(problemBody('busy'));
      const reply = await requestJson('GET', url, answering(body, 503, { ...OURS, 'retry-after': header }));
      expect(reply.kind === 'refused' && reply.retryAfterMs).to.equal(ms);
    });
  }
});

describe('an answer that was broken on the way', () => {
  const sending = aSending({
    submission: { ...submission, files: [{ id, name: 'giấy.pdf', size: 3, sha256: 'a'.repeat(64) }] },
  });
  const whole = new TextEncoder().encode(JSON.stringify(receiptOf(sending)));
  const ask = (bytes: Uint8Array<ArrayBuffer>, status = 200) =>
    createFormGateway(url, answering(bytes, status, OURS)).send(id, sending.submission);

  it('is no receipt at whichever byte it was cut', async () => {
    for (let length = 0; length < whole.length; length += 1)
      expect((await ask(whole.slice(0, length))).kind, String(length)).to.equal('unknown');
    expect((await ask(whole)).kind).to.equal('received');
  });

  /** Cut, flipped, doubled, and strewn with what breaks readers. */
  const at = fc.nat(whole.length);
  const mutation = fc.oneof(
    fc.record({ act: fc.constant('cut' as const), from: at, to: at }),
    fc.record({ act: fc.constant('double' as const), from: at, to: at }),
    fc.record({ act: fc.constant('flip' as const), from: at, bit: fc.nat(7) }),
    fc.record({
      act: fc.constant('insert' as const),
      from: at,
      text: fc.constantFrom(
        'NaN',
        'Infinity',
        '"',
        '{',
        '}',
        ',',
        '\\',
        '\ufeff',
        '\0',
        '9007199254740993',
        '"__proto__":{"files":[]},',
        '"files":[],',
        '1e999',
        'null',
      ),
    }),
  );
  type Mutation = typeof mutation extends fc.Arbitrary<infer One> ? One : never;
  const mutate = (bytes: Uint8Array<ArrayBuffer>, change: Mutation): Uint8Array<ArrayBuffer> => {
    const { from } = change;
    if (change.act === 'flip') {
      const flipped = bytes.slice();
      flipped[from] = (flipped[from] ?? 0) ^ (1 << change.bit);
      return flipped;
    }
    const [begin, end] =
      'to' in change ? [Math.min(from, change.to), Math.max(from, change.to)] : [from, from];
    const middle =
      change.act === 'insert'
        ? new TextEncoder().encode(change.text)
        : change.act === 'double'
          ? bytes.slice(begin, end)
          : new Uint8Array();
    const rest = bytes.slice(change.act === 'cut' ? end : begin);
    return Uint8Array.from([...bytes.slice(0, begin), ...middle, ...rest]);
  };

  for (const status of [200, 201, 409, 503])
    it(`is never taken for more than what stands in it, and what was sent is always compared (${String(status)})`, async () => {
      const own = JSON.stringify([
        Object.getOwnPropertyNames(Object.prototype),
        Object.getOwnPropertyNames(Array.prototype),
      ]);
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (changes) => {
          const bytes = changes.reduce(mutate, whole);
          const sent = await ask(bytes, status);
          expect(sent.kind).to.be.oneOf(['unknown', 'received']);
          if (sent.kind !== 'received') return;
          // Whatever is taken can be read there by anybody, and is a receipt.
          const read = JSON.parse(new TextDecoder().decode(bytes)) as Receipt;
          expect(sent.receipt).to.deep.equal(v.parse(receiptSchema, read));
          const faults = receiptFaults(sent.receipt, sending.submission, sending);
          const compared = ({ submission: of, procedure, answers, content, files }: Receipt) =>
            JSON.stringify([
              of,
              procedure,
              answers,
              content,
              files.map(({ id: file, size, sha256 }) => [file, size, sha256]),
            ]);
          expect(faults.length === 0).to.equal(compared(sent.receipt) === compared(receiptOf(sending)));
        }),
        { numRuns: 600 },
      );
      expect(
        JSON.stringify([
          Object.getOwnPropertyNames(Object.prototype),
          Object.getOwnPropertyNames(Array.prototype),
        ]),
      ).to.equal(own);
    });

  const strange: readonly [string, BodyInit][] = [
    ['two answers', JSON.stringify(aReceipt()).repeat(2)],
    [
      'UTF-16',
      Uint8Array.from(
        JSON.stringify(aReceipt())
          .split('')
          .flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
      ),
    ],
    ['bytes of no letter', Uint8Array.of(0x22, 0xff, 0xfe, 0x22)],
    ['NaN', '{"answers":NaN}'],
    ['ten thousand brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a hundred thousand objects in each other', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    [
      'a number that is none any more',
      JSON.stringify({ ...aReceipt(), answers: 3 }).replace('"answers":3', '"answers":9007199254740993'),
    ],
  ];
  for (const [what, body] of strange) {
    it(`is not known to be anything: ${what}`, async () => {
      for (const status of [200, 422, 500])
        expect(await createFormGateway(url, answering(body, status, OURS)).ask(id)).to.deep.equal({
          kind: 'unknown',
          code: 'broken-answer',
        });
    });
  }

  it('brings no members that were not said', async () => {
    const text =
      '{"code":"busy","retryable":true,"__proto__":{"polluted":1},"errors":[{"__proto__":{"pointer":"/a"},"code":"b"}]}';
    const reply = await requestJson('GET', url, answering(text, 503, OURS));
    expect(reply).to.deep.include({ kind: 'refused', code: 'busy', errors: [] });
    const done = await requestJson('GET', url, answering('{"a":{"__proto__":{"polluted":1}}}', 200, OURS));
    const json = done.kind === 'done' ? (done.json as { a: object }) : undefined;
    expect(Object.getPrototypeOf(json?.a)).to.equal(Object.prototype);
    expect(Object.keys(json?.a ?? { missing: true })).to.deep.equal([]);
    expect({}).not.to.have.property('polluted');
  });

  it('may name codes and places of anything, and no more of it is kept', async () => {
    const refusedBy = (errors: unknown) =>
      requestJson(
        'PUT',
        url,
        answering(JSON.stringify({ code: 'answers-invalid', retryable: 'yes', errors }), 422, OURS),
      );
    const rows: readonly [unknown, readonly unknown[]][] = [
      [undefined, []],
      ['no list', []],
      [[null, 1, 'a', [], {}, { pointer: 1, code: 'a' }, { pointer: '/a' }], []],
      [
        [{ pointer: '/answers/child/birth', code: 'required', detail: 'Nguyễn Văn A' }],
        [{ code: 'required', params: { path: 'child.birth' } }],
      ],
      [
        [{ pointer: '/files/0', code: 'file-missing' }],
        [{ code: 'file-missing', params: { path: '.files.0' } }],
      ],
    ];
    for (const [errors, expected] of rows)
      expect(await refusedBy(errors)).to.deep.equal({
        kind: 'refused',
        code: 'answers-invalid',
        retryable: false,
        retryAfterMs: undefined,
        errors: expected,
      });
  });
});

describe('a line that breaks, or never ends', () => {
  const told = (reply: Reply) => (reply.kind === 'unknown' ? reply.code : reply.kind);
  const body = (
    pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void,
    cancel?: () => void,
  ) => new ReadableStream<Uint8Array>({ pull, ...(cancel && { cancel }) });

  it('is let go once the answer is longer than any of ours', async () => {
    let given = 0;
    let isCancelled = false;
    const piece = new Uint8Array(64 * 1024).fill(32);
    const endless = body(
      (controller) => {
        given += piece.byteLength;
        controller.enqueue(piece);
      },
      () => (isCancelled = true),
    );
    const fetch = () => Promise.resolve(new Response(endless, { headers: OURS }));
    expect(told(await requestJson('GET', url, network(fetch)))).to.equal('broken-answer');
    expect(isCancelled).to.equal(true);
    expect(given).to.be.at.most(1024 * 1024 + 4 * piece.byteLength);
  });

  it('is offline where it breaks in the middle', async () => {
    const broken = body((controller) => controller.error(new TypeError('network error')));
    const fetch = () => Promise.resolve(new Response(broken, { headers: OURS }));
    expect(told(await requestJson('GET', url, network(fetch)))).to.equal('offline');
  });

  it('is too slow where its time ran out, at once or in the middle of an answer', async () => {
    const controller = new AbortController();
    const timeout = () => controller.signal;
    const stalling = body((stream) => {
      controller.abort(new DOMException('', 'TimeoutError'));
      stream.error(controller.signal.reason);
    });
    const fetch = () => Promise.resolve(new Response(stalling, { headers: OURS }));
    expect(told(await requestJson('GET', url, { fetch, timeout }))).to.equal('timeout');
    const never = () => Promise.reject(controller.signal.reason as Error);
    expect(told(await requestJson('GET', url, { fetch: never, timeout }))).to.equal('timeout');
  });

  it('is given twenty seconds for an answer, and as long as is said for a piece of a file', async () => {
    const limits: number[] = [];
    const timed = {
      ...answering('{}', 200, OURS),
      timeout: (ms: number) => (limits.push(ms), new AbortController().signal),
    };
    await requestJson('GET', url, timed);
    await requestJson('PATCH', url, timed, { limitMs: 120_000 });
    expect(limits).to.deep.equal([20_000, 120_000]);
  });

  it('may throw whatever a page made of it', async () => {
    const rejecting = (reason: unknown) => () =>
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- scripts of old portals do
      Promise.reject(reason);
    const throwing = () => {
      throw new Error('at once');
    };
    for (const fetch of [rejecting('text'), rejecting(undefined), throwing])
      expect(told(await requestJson('GET', url, network(fetch)))).to.equal('offline');
  });
});
