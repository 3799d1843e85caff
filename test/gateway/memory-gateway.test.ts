import { expect } from '@open-wc/testing';
import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import { APPLICANT_FORM } from '../../src/forms/applicant-form.js';
import { inventedAnswers } from '../../src/forms/invented-answers.js';
import { parseForm } from '../../src/forms/parse-form.js';
import type { Submission } from '../../src/forms/submission.js';
import { CONTRACT_CASES, tryContract, type CaseReport } from '../../src/gateway/contract-suite.js';
import { createFormGateway } from '../../src/gateway/form-gateway.js';
import { createMemorySystem, type MemorySystem } from '../../src/gateway/memory-gateway.js';
import { requestJson } from '../../src/gateway/request-json.js';

const { form } = parseForm({
  formatVersion: 1,
  id: 'mau',
  version: '1',
  title: { vi: 'Mẫu' },
  procedures: ['1.001193'],
  source: { name: 'Mẫu' },
  steps: [
    {
      name: 'one',
      title: { vi: 'Một' },
      groups: [
        {
          name: 'all',
          fields: [
            { name: 'who', kind: 'person', label: { vi: 'Ai' }, parts: ['name', 'birth'], required: true },
            { name: 'phone', kind: 'phone', label: { vi: 'Điện thoại' } },
            { name: 'copies', kind: 'number', label: { vi: 'Số bản' } },
            { name: 'proof', kind: 'attachment', label: { vi: 'Giấy tờ kèm' } },
            { name: 'twice', kind: 'number', label: { vi: 'Tổng' }, value: { sum: ['copies', 'copies'] } },
          ],
        },
      ],
    },
  ],
  fees: {
    lines: [{ label: { vi: 'Mỗi bản' }, amount: 8000, times: 'copies' }],
    source: { name: 'Mẫu' },
  },
});

const submission: Submission = {
  contract: 1,
  procedure: '1.001193',
  form: { id: 'mau', version: '1' },
  answers: { who: { name: 'Lê Văn Mẫu', birth: '2001' }, phone: '0900000321', copies: 2, twice: 4 },
  files: [],
};
/** Without copies, nothing is due. */
const free: Submission = { ...submission, answers: { who: { name: 'Lê Văn Mẫu', birth: '2001' } } };
/** Of a procedure without a form of its own. */
const general: Submission = {
  contract: 1,
  procedure: '1.004194',
  form: { id: APPLICANT_FORM.id, version: APPLICANT_FORM.version },
  answers: inventedAnswers(APPLICANT_FORM),
  files: [],
};
const url = 'https://example.test/gateway';
const office = { name: 'Xã Mẫu', code: 'H00.00' };
const aSystem = (tellsChanges: boolean) =>
  createMemorySystem({
    forms: [form!],
    clock: () => new Date('2026-11-23T02:00:00Z'),
    calendar,
    office,
    tellsChanges,
  });
const open = () => aSystem(false).fetch;
const newId = () => crypto.randomUUID();
const client = (fetch: typeof globalThis.fetch) =>
  createFormGateway(url, { fetch, timeout: () => new AbortController().signal });

/** Sends an application and brings it to its result. */
async function aFinishedDossier({ fetch, move }: MemorySystem): Promise<{ code: string; secret: string }> {
  const sent = await client(fetch).send(newId(), submission);
  if (sent.kind !== 'received') throw new Error(sent.code);
  const { dossier: code, secret } = sent.receipt;
  const officer = { by: 'officer', actor: 'Cán bộ Mẫu', unit: 'Bộ phận mẫu' } as const;
  const bytes = new TextEncoder().encode('%PDF-1.7 kết quả').buffer;
  for (const act of ['receive', 'process', 'finish', 'hand-over'] as const)
    expect(await move(code, act, officer, act === 'finish' ? { name: 'a.pdf', bytes } : undefined)).to.equal(
      true,
    );
  return { code, secret };
}

/** Sends an application of which an officer then asks for a field and a paper. */
async function anAskedDossier({ fetch, move }: MemorySystem): Promise<{ code: string; secret: string }> {
  const sent = await client(fetch).send(newId(), submission);
  if (sent.kind !== 'received') throw new Error(sent.code);
  const { dossier: code, secret } = sent.receipt;
  const parts = [
    { kind: 'field', name: 'who.birth' },
    { kind: 'paper', name: 'Giấy tờ kèm' },
  ] as const;
  const officer = { by: 'officer', actor: 'Cán bộ Mẫu', note: 'Mẫu', parts } as const;
  expect(await move(code, 'ask-supplement', officer)).to.equal(true);
  return { code, secret };
}

describe('the memory gateway keeps to the contract:', () => {
  for (const { name, run } of CONTRACT_CASES)
    it(name, async () => {
      const system = aSystem(true);
      const finished = await aFinishedDossier(system);
      const asked = await anAskedDossier(system);
      const target = { url, fetch: system.fetch, submission, free, general, finished, asked, newId };
      expect(await run(target)).to.equal('kept');
    });
});

describe('the contract suite', () => {
  const trying = (fetch: typeof globalThis.fetch, target: object = {}) =>
    tryContract({ url, fetch, submission, newId, ...target });

  it('tells of each case how it went, and what it could not try', async () => {
    const told: CaseReport[] = [];
    const reports = await tryContract({ url, fetch: open(), submission: general, newId }, (report) =>
      told.push(report),
    );
    expect(told).to.deep.equal(reports);
    expect(reports).to.have.length(CONTRACT_CASES.length);
    const left = reports.filter(({ outcome }) => outcome === 'not-tried').map(({ name }) => name);
    expect(left).to.include('where nothing is to be paid, nothing is opened');
    expect(left).to.include('where a procedure has no form of its own, who applies is asked all the same');
    expect(reports.filter(({ outcome }) => outcome === 'broken')).to.deep.equal([]);
  });

  const faulty =
    (change: (response: Response, request: Request) => Response | Promise<Response>): typeof fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      return change(await memory(request.clone()), request);
    };
  let memory = open();
  beforeEach(() => {
    memory = open();
  });

  /** Knows nothing of a date but the date, in its receipts or everywhere. */
  const dated = (where: RegExp) =>
    faulty(async (response, { url: address }) => {
      const { body, status, headers } = response;
      if (!where.test(address) || (status !== 200 && status !== 201))
        return new Response(body, { status, headers });
      const told = (await response.json()) as { due?: { on: string } };
      const alone = told.due ? { ...told, due: { on: told.due.on } } : told;
      return new Response(JSON.stringify(alone), { status, headers });
    });

  it('takes a date alone for a date', async () => {
    const reports = await trying(dated(/submissions\/[^/]+$|tracking$/u));
    expect(reports.filter(({ outcome }) => outcome === 'broken')).to.deep.equal([]);
    const told = reports.find(({ name }) => name.startsWith('a date is told'));
    expect(told?.outcome).to.equal('kept');
  });

  const aTeller = aSystem(true);
  /** Says which act a change was. */
  const renamed = () =>
    new TransformStream<string, string>({
      transform: (text, controller) => controller.enqueue(text.replace('changed', 'deliver')),
    });

  const broken: readonly [what: string, fetch: typeof fetch, cases: RegExp][] = [
    [
      'forgets the mark of the contract',
      faulty(({ body, status, headers }) => {
        headers.delete('dvc-contract');
        return new Response(body, { status, headers });
      }),
      /./u,
    ],
    [
      'answers by a page of the network',
      () => Promise.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } })),
      /./u,
    ],
    [
      'loses an answer',
      faulty(async (response, { method }) => {
        if (method !== 'PUT' || response.status !== 201) return response;
        const receipt = (await response.json()) as { answers: number };
        const body = JSON.stringify({ ...receipt, answers: receipt.answers - 1 });
        return new Response(body, response);
      }),
      /^a submission is answered/u,
    ],
    [
      'takes each request for a new one',
      faulty((response, { method }) =>
        method === 'PUT' && response.status === 200
          ? new Response(response.body, { status: 201, headers: { 'dvc-contract': '1' } })
          : response,
      ),
      /^the same submission again/u,
    ],
    [
      'tells a problem by words',
      faulty((response) =>
        response.status < 400
          ? response
          : new Response('Not allowed', { status: response.status, headers: { 'dvc-contract': '1' } }),
      ),
      /^a method that is not served/u,
    ],
    [
      'says no to HEAD without saying which',
      faulty((response, { method }) => {
        if (method === 'HEAD') response.headers.delete('dvc-problem');
        return response;
      }),
      /^an id that nobody made/u,
    ],
    ['makes up the days of a date', dated(/submissions\/[^/]+$/u), /^a date is told/u],
    [
      'tells on a stream of changes what they were',
      async (input, init) => {
        const response = await aTeller.fetch(input, init);
        const stream = response.body?.pipeThrough(new TextDecoderStream());
        return new URL(new Request(input).url).pathname.endsWith('/changes') && response.ok && stream
          ? new Response(stream.pipeThrough(renamed()).pipeThrough(new TextEncoderStream()), response)
          : response;
      },
      /^where changes are told as they come/u,
    ],
  ];
  for (const [what, fetch, cases] of broken) {
    it(`finds out a system that ${what}`, async () => {
      const reports = await trying(fetch);
      const found = reports.filter(({ outcome }) => outcome === 'broken');
      expect(found.some(({ name }) => cases.test(name))).to.equal(true);
      for (const { reason } of found) expect(reason).to.be.a('string').and.not.equal('');
    });
  }
});

describe('FormGateway', () => {
  it('gives a receipt with code, fee and due date', async () => {
    const sent = await client(open()).send(newId(), submission);
    if (sent.kind !== 'received') throw new Error(sent.code);
    expect(sent.receipt).to.include({ dossier: 'H00.00-261123-0001', answers: 5, sample: true });
    expect(sent.receipt.fee?.total).to.equal(16000);
    expect(sent.receipt.due?.on).to.equal('2026-11-27');
  });

  it('tells which answers are refused', async () => {
    const sent = await client(open()).send(newId(), { ...submission, answers: { copies: 1, twice: 2 } });
    expect(sent).to.deep.equal({
      kind: 'refused',
      code: 'answers-invalid',
      retryable: false,
      retryAfterMs: undefined,
      errors: [{ code: 'required', params: { path: 'who' } }],
    });
  });

  it('lets nobody pay twice, and takes the amount from nobody but itself', async () => {
    const gateway = client(open());
    const id = newId();
    expect(await gateway.payment(id, 'open')).to.deep.include({ kind: 'refused', code: 'not-found' });
    await gateway.send(id, submission);
    const first = await gateway.payment(id, 'open');
    const second = await gateway.payment(id, 'open');
    if (first.kind !== 'payment' || second.kind !== 'payment') throw new Error('no payment');
    expect(first.payment).to.include({ amount: 16000, state: 'waiting' });
    expect(second.payment).to.include({ order: first.payment.order, state: 'paid' });
  });

  const answered = (body: string | null, init: ResponseInit) => () =>
    Promise.resolve(new Response(body, init));
  const ours = { 'dvc-contract': '1', 'content-type': 'application/json' };
  const faults: readonly [string, typeof fetch, string][] = [
    ['no network', () => Promise.reject(new TypeError('failed')), 'offline'],
    ['a login page of the network', answered('<html>', { headers: { 'content-type': 'text/html' } }), 'gate'],
    ['a proxy that does not reach it', answered('<html>', { status: 502 }), 'put-off'],
    ['half a receipt', answered('{"contract":1,"subm', { headers: ours }), 'broken-answer'],
    ['a receipt of nothing', answered('{}', { headers: ours }), 'broken-answer'],
    ['no receipt at all', answered(null, { headers: ours }), 'broken-answer'],
    ['an endless answer', answered('x'.repeat(2 * 1024 * 1024), { headers: ours }), 'broken-answer'],
    ['an unknown code', answered('{"code":"toString"}', { status: 422, headers: ours }), 'broken-answer'],
  ];
  for (const [what, fetch, code] of faults) {
    it(`does not know whether it arrived after ${what}`, async () => {
      expect(await client(fetch).send(newId(), submission)).to.deep.equal({ kind: 'unknown', code });
    });
  }

  it('reads why from the header where an answer has no body', async () => {
    const head = (code: string, status = 404) =>
      requestJson('HEAD', `${url}/v1/uploads/x`, {
        fetch: answered(null, { status, headers: { ...ours, 'dvc-problem': code } }),
        timeout: () => new AbortController().signal,
      });
    expect(await head('not-found')).to.include({ kind: 'refused', code: 'not-found', retryable: false });
    expect(await head('busy')).to.include({ kind: 'refused', code: 'busy', retryable: true });
    // What the header cannot say, the status does, where it can.
    expect(await head('toString')).to.include({ kind: 'refused', code: 'not-found' });
    expect(await head('toString', 400)).to.deep.equal({ kind: 'unknown', code: 'broken-answer' });
  });

  it('gives up after its time, and does not know', async () => {
    const aborted = AbortSignal.abort();
    const gateway = createFormGateway(url, {
      fetch: () => Promise.reject(new DOMException('', 'TimeoutError')),
      timeout: () => aborted,
    });
    expect(await gateway.send(newId(), submission)).to.deep.equal({ kind: 'unknown', code: 'timeout' });
  });

  it('waits as long as it is asked to, within reason', async () => {
    const body = JSON.stringify({ code: 'busy', retryable: true });
    const waits = await Promise.all(
      ['5', '99999999', '-1', 'soon'].map(async (seconds) => {
        const fetch = answered(body, { status: 503, headers: { ...ours, 'retry-after': seconds } });
        const sent = await client(fetch).send(newId(), submission);
        return sent.kind === 'refused' && sent.retryAfterMs;
      }),
    );
    expect(waits).to.deep.equal([5000, 3_600_000, undefined, undefined]);
  });

  it('sends no cookies, follows no redirect, leaves no referrer and no copy', async () => {
    const asked: RequestInit[] = [];
    await client((_, init) => {
      asked.push(init ?? {});
      return Promise.reject(new TypeError('failed'));
    }).ask(newId());
    expect(asked[0]).to.include({
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });
});
