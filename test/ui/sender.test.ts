import { expect } from 'chai';
import type { Sending } from '../../src/forms/draft.js';
import { contentOf, type Receipt, type Submission } from '../../src/forms/submission.js';
import { waitingTransfer } from '../../src/forms/transfer.js';
import type { FormGateway, Sent } from '../../src/gateway/form-gateway.js';
import type { Reply } from '../../src/gateway/request-json.js';
import type { Uploaded } from '../../src/gateway/upload.js';
import { sha256 } from '../../src/shared/sha256.js';
import { Sender, type SendState } from '../../src/ui/sender.js';
import { aSubmission, hashed, receiptOf } from '../support/application.js';
import { fakeTimers, until, type FakeTimers } from '../support/fake-timers.js';
import { watchListeners } from '../support/listeners.js';

const lost = { kind: 'unknown', code: 'offline' } as const;
const refused = (
  code: 'not-found' | 'busy' | 'answers-invalid' | 'cancelled' | 'in-progress',
  more: object = {},
) =>
  ({
    kind: 'refused',
    code,
    retryable: code === 'busy' || code === 'in-progress',
    retryAfterMs: undefined,
    errors: [],
    ...more,
  }) as const;
const cancelled = { kind: 'done', status: 204, json: undefined, headers: new Headers() } as const;

/** A receiving system that answers what it is told to; each answer once, the last for ever. */
class FakeGateway implements FormGateway {
  readonly asked: string[] = [];
  sends: (Sent | Promise<Sent>)[] = [];
  asks: (Sent | Promise<Sent>)[] = [];
  cancels: Reply[] = [];
  uploads: (Uploaded | Error | Promise<Uploaded>)[] = [{ kind: 'done' }];

  send = (id: string, submission: Submission) =>
    this.#answer(`send ${id} ${contentOf(submission)}`, this.sends);
  ask = (id: string) => this.#answer(`ask ${id}`, this.asks);
  cancel = (id: string) => this.#answer(`cancel ${id}`, this.cancels);
  payment = () => Promise.reject(new Error('nobody pays here'));
  upload = async (): Promise<Uploaded> => {
    const uploaded = await this.#answer('upload', this.uploads);
    if (uploaded instanceof Error) throw uploaded;
    return uploaded;
  };

  /** The acts so far, in one word each. */
  get acts(): string {
    return this.asked.map((one) => one.split(' ')[0]).join(' ');
  }

  #answer<Answer>(what: string, answers: (Answer | Promise<Answer>)[]): Promise<Answer> {
    this.asked.push(what);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer === undefined
      ? Promise.reject(new Error(`nobody expected: ${what}`))
      : Promise.resolve(answer);
  }
}

/** A promise, and what keeps it. */
function promised<Value>() {
  let keep: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => (keep = resolve));
  return { promise, keep };
}

describe('sending', () => {
  const { random } = Math;
  const own = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState');
  let timers: FakeTimers;
  let gateway: FakeGateway;
  let sending: Sending;
  let received: Sent;
  let states: SendState[];
  let sender: Sender | undefined;

  beforeEach(async () => {
    sending = await hashed();
    received = { kind: 'received', receipt: receiptOf(sending) };
    gateway = new FakeGateway();
    states = [];
    timers = fakeTimers();
    Math.random = () => 0.5;
  });
  afterEach(() => {
    sender?.stop();
    timers.restore();
    Math.random = random;
    if (own) Object.defineProperty(document, 'visibilityState', { ...own, configurable: true });
  });

  function start(isResumed = false): Sender {
    sender = new Sender(
      sending,
      { gateway, upload: gateway.upload, onChange: (state) => states.push(state) },
      isResumed,
    );
    return sender;
  }
  const stages = () => states.map(({ stage }) => stage).join(' ');
  const comesTo = (stage: SendState['stage'], times = 1) =>
    until(() => states.filter((state) => state.stage === stage).length >= times, stage);

  it('ends with the receipt, once it was compared with what was sent', async () => {
    gateway.sends = [received];
    start();
    await comesTo('received');
    expect(gateway.asked).to.deep.equal(['upload', `send ${sending.id} ${contentOf(sending.submission)}`]);
    expect(stages()).to.equal('sending received');
    expect(states.at(-1)).to.deep.equal({ stage: 'received', receipt: receiptOf(sending) });
    expect(timers.asked).to.deep.equal([]);
  });

  it('asks after an answer that was lost, and does not send again what is there', async () => {
    gateway.sends = [lost];
    gateway.asks = [received];
    start();
    await comesTo('waiting');
    expect(states.at(-1)).to.deep.equal({ stage: 'waiting', code: 'offline', tries: 1, mayBeThere: true });
    timers.ring();
    await comesTo('received');
    expect(gateway.acts).to.equal('upload send ask');
    expect(stages()).to.equal('sending waiting asking received');
  });

  it('sends again, under the same id, what did not arrive', async () => {
    gateway.sends = [lost, received];
    gateway.asks = [refused('not-found')];
    start();
    await comesTo('waiting');
    timers.ring();
    await comesTo('received');
    expect(gateway.acts).to.equal('upload send ask upload send');
    const [first, second] = gateway.asked.filter((one) => one.startsWith('send'));
    expect(first).to.equal(second);
  });

  it('does not send again while nobody knows', async () => {
    gateway.sends = [lost];
    gateway.asks = [lost, refused('in-progress'), { kind: 'unknown', code: 'gate' }, received];
    start();
    for (let tries = 1; tries <= 4; tries += 1) {
      await comesTo('waiting', tries);
      timers.ring();
    }
    await comesTo('received');
    expect(gateway.acts).to.equal('upload send ask ask ask ask');
  });

  it('asks first where a page was reloaded in the middle', async () => {
    gateway.asks = [received];
    start(true);
    await comesTo('received');
    expect(gateway.acts).to.equal('ask');
  });

  it('does not ask for what was never sent: its papers broke off before', async () => {
    gateway.uploads = [{ kind: 'broken', code: 'offline' }, { kind: 'done' }];
    gateway.sends = [received];
    start();
    await comesTo('waiting');
    timers.ring();
    await comesTo('received');
    expect(gateway.acts).to.equal('upload upload send');
  });

  it('waits where the code that sends papers cannot be fetched, and tries again', async () => {
    gateway.uploads = [new TypeError('Failed to fetch dynamically imported module'), { kind: 'done' }];
    gateway.sends = [received];
    start();
    await comesTo('waiting');
    expect(states.at(-1)).to.include({ code: 'offline' });
    timers.ring();
    await comesTo('received');
  });

  it('tells how each paper stands', async () => {
    const file = { id: sending.id, name: 'giấy.pdf', size: 10, sha256: '0'.repeat(64) };
    const transfers = [{ ...waitingTransfer(file), stage: 'sending', sent: 5 } as const];
    gateway.sends = [received];
    sender = new Sender(
      sending,
      {
        gateway,
        upload: (onChange) => {
          onChange(transfers);
          return Promise.resolve({ kind: 'done' });
        },
        onChange: (state) => states.push(state),
      },
      false,
    );
    await comesTo('received');
    expect(states[1]).to.deep.equal({ stage: 'sending', transfers });
  });

  it('tries at once when the network is back, and no second time for the same news', async () => {
    gateway.sends = [lost];
    gateway.asks = [received];
    start();
    await comesTo('waiting');
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('online'));
    await comesTo('received');
    expect(gateway.acts).to.equal('upload send ask');
    expect(timers.asked).to.deep.equal([]);
  });

  it('tries at once when the page is looked at again, and not when it is left', async () => {
    gateway.sends = [lost];
    gateway.asks = [received];
    start();
    await comesTo('waiting');
    let visibility: DocumentVisibilityState = 'hidden';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(stages()).to.equal('sending waiting');
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await comesTo('received');
    delete (document as { visibilityState?: unknown }).visibilityState;
  });

  it('makes one request of many presses', async () => {
    const answer = promised<Sent>();
    gateway.sends = [lost];
    gateway.asks = [answer.promise, received];
    const { retry } = start();
    retry();
    await comesTo('waiting');
    for (let press = 0; press < 20; press += 1) retry();
    expect(gateway.acts).to.equal('upload send ask');
    answer.keep(lost);
    await comesTo('waiting', 2);
    expect(timers.asked.length).to.equal(1);
    retry();
    await comesTo('received');
    expect(gateway.acts).to.equal('upload send ask ask');
  });

  it('waits longer each time, up to a minute, and as long as it is asked to', async () => {
    gateway.sends = [lost];
    gateway.asks = [lost];
    start();
    const waits: number[] = [];
    for (let tries = 1; tries <= 9; tries += 1) {
      await comesTo('waiting', tries);
      waits.push(...timers.asked);
      timers.ring();
    }
    // Half of 2, 4, 8, … seconds: a thousand browsers draw another number each.
    expect(waits).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    gateway.asks = [refused('busy', { retryAfterMs: 120_000 })];
    await comesTo('waiting', 10);
    timers.ring();
    await comesTo('waiting', 11);
    expect(timers.asked).to.deep.equal([150_000]);
    expect(states.at(-1)).to.deep.include({ stage: 'waiting', code: 'busy' });
  });

  it('waits as long as it is asked to by who takes the papers, too', async () => {
    gateway.uploads = [{ kind: 'broken', code: 'busy', retryAfterMs: 120_000 }];
    start();
    await comesTo('waiting');
    expect([gateway.acts, ...timers.asked]).to.deep.equal(['upload', 121_000]);
  });

  it('stops where it is refused for good, and nothing starts it again', async () => {
    const errors = [{ code: 'required', params: { path: 'who' } }];
    gateway.sends = [refused('answers-invalid', { errors })];
    const { retry } = start();
    await comesTo('refused');
    expect(states.at(-1)).to.deep.equal({ stage: 'refused', code: 'answers-invalid', errors });
    retry();
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect([gateway.acts, timers.asked.length]).to.deep.equal(['upload send', 0]);
  });

  it('stops where a paper is not taken, and sends nothing without it', async () => {
    gateway.uploads = [{ kind: 'refused', code: 'file-kind' }];
    start();
    await comesTo('refused');
    expect(states.at(-1)).to.include({ code: 'file-kind' });
    expect(gateway.acts).to.equal('upload');
  });

  it('is refused where it was taken back in another tab', async () => {
    gateway.asks = [refused('cancelled')];
    start(true);
    await comesTo('refused');
    expect(states.at(-1)).to.include({ code: 'cancelled' });
  });

  it('goes nowhere after a receipt', async () => {
    gateway.sends = [received];
    const { retry } = start();
    await comesTo('received');
    retry();
    window.dispatchEvent(new Event('online'));
    expect(gateway.acts).to.equal('upload send');
  });

  describe('taken back', () => {
    it('is over once the other side says so, and a late answer changes nothing', async () => {
      const answer = promised<Sent>();
      gateway.sends = [answer.promise];
      gateway.cancels = [cancelled];
      start();
      await until(() => gateway.acts === 'upload send');
      expect(await sender!.cancel()).to.equal(true);
      answer.keep(refused('cancelled'));
      await answer.promise;
      window.dispatchEvent(new Event('online'));
      expect(stages()).to.equal('sending');
      expect([gateway.acts, timers.asked.length]).to.deep.equal(['upload send cancel', 0]);
    });

    it('is not sent any more where its papers were still on their way', async () => {
      const papers = promised<Uploaded>();
      gateway.uploads = [papers.promise];
      gateway.cancels = [cancelled];
      start();
      expect(await sender!.cancel()).to.equal(true);
      papers.keep({ kind: 'done' });
      await papers.promise;
      await until(() => true);
      expect(gateway.acts).to.equal('upload cancel');
    });

    it('is not, while nobody knows or the other side is still at it', async () => {
      gateway.sends = [lost];
      gateway.cancels = [lost, refused('busy'), { ...cancelled, status: 202 }, refused('not-found')];
      start();
      await comesTo('waiting');
      for (let press = 0; press < 4; press += 1) expect(await sender!.cancel()).to.equal(false);
      expect(timers.asked.length).to.equal(1);
    });

    it('too late is received', async () => {
      gateway.uploads = [{ kind: 'broken', code: 'offline' }];
      gateway.asks = [received];
      gateway.cancels = [refused('busy', { code: 'already-received', retryable: false })];
      start();
      await comesTo('waiting');
      expect(await sender!.cancel()).to.equal(false);
      await comesTo('received');
      expect(gateway.acts).to.equal('upload cancel ask');
      expect(timers.asked).to.deep.equal([]);
    });
  });

  describe('stopped', () => {
    it('leaves no listener and no timer, wherever it was', async () => {
      const watch = watchListeners();
      try {
        gateway.sends = [lost];
        start();
        await comesTo('waiting');
        expect([watch.now().length, timers.asked.length]).to.deep.equal([2, 1]);
        sender!.stop();
        expect([watch.now().length, timers.asked.length]).to.deep.equal([0, 0]);
      } finally {
        watch.stop();
      }
    });

    it('says nothing and begins nothing more, at whichever answer it was stopped', async () => {
      const told = (): Readonly<Record<string, () => void>> => {
        const papers = promised<Uploaded>();
        const sent = promised<Sent>();
        const asked = promised<Sent>();
        gateway.uploads = [papers.promise];
        gateway.sends = [sent.promise];
        gateway.asks = [asked.promise];
        return {
          ask: () => asked.keep(refused('not-found')),
          upload: () => papers.keep({ kind: 'done' }),
          send: () => sent.keep(lost),
        };
      };
      for (const last of ['ask', 'ask upload', 'ask upload send']) {
        gateway = new FakeGateway();
        states = [];
        const keep = told();
        start(true);
        for (const act of last.split(' ').slice(0, -1)) {
          await until(() => gateway.acts.endsWith(act));
          keep[act]?.();
        }
        await until(() => gateway.acts === last);
        const before = states.length;
        sender!.stop();
        for (const act of ['ask', 'upload', 'send']) keep[act]?.();
        await Promise.all([...gateway.asks, ...gateway.uploads, ...gateway.sends]);
        await until(() => true);
        expect([gateway.acts, states.length, timers.asked.length]).to.deep.equal([last, before, 0]);
      }
    });

    it('says so to whoever sends its papers', () => {
      let signal: AbortSignal | undefined;
      gateway.uploads = [new Promise<Uploaded>(() => undefined)];
      sender = new Sender(
        sending,
        {
          gateway,
          upload: (_, given) => {
            signal = given;
            return gateway.upload();
          },
          onChange: () => undefined,
        },
        false,
      );
      expect(signal?.aborted).to.equal(false);
      sender.stop();
      expect(signal?.aborted).to.equal(true);
    });
  });

  describe('to an office that stores less', () => {
    const files = [1, 2].map((size) => ({
      id: `00000000-0000-4000-8000-00000000000${String(size)}`,
      name: `giấy ${String(size)}.pdf`,
      size,
      sha256: String(size).repeat(64),
    }));
    const submission = aSubmission({
      answers: {
        who: { name: 'Nguyễn Thị Hồng Mẫu', birth: '2001' },
        why: 'Xin xác nhận '.repeat(30).trim(),
        copies: 2,
        agreed: true,
        members: [{ name: 'Lê Văn Một' }, { name: 'Lê Văn Hai' }],
      },
      files,
      delivery: { way: 'post', name: 'Nguyễn Thị Hồng Mẫu', phone: '0900000000', address: 'Thôn Mẫu' },
      helper: { name: 'Trần Văn Giúp', role: 'Cán bộ', consent: true, procedures: ['1.001193'] },
    });
    /** Every text of a value changed. */
    const inTexts = (change: (text: string) => string) => (value: Submission) =>
      JSON.parse(JSON.stringify(value), (key, one: unknown) =>
        typeof one === 'string' && !['id', 'sha256', 'procedure', 'way'].includes(key) ? change(one) : one,
      ) as Submission;
    const { answers } = submission;
    const without = (name: 'delivery' | 'helper') =>
      Object.fromEntries(Object.entries(submission).filter(([one]) => one !== name)) as unknown as Submission;
    const less: readonly [string, (value: Submission) => Submission][] = [
      ['no answers at all', (value) => ({ ...value, answers: {} })],
      ['not one field', (value) => ({ ...value, answers: { ...answers, copies: undefined } })],
      [
        'a part of a person less',
        (value) => ({ ...value, answers: { ...answers, who: { name: 'Nguyễn Thị Hồng Mẫu' } } }),
      ],
      [
        'one of a list',
        (value) => ({ ...value, answers: { ...answers, members: [{ name: 'Lê Văn Một' }] } }),
      ],
      [
        'a list in another order',
        (value) => ({
          ...value,
          answers: { ...answers, members: [{ name: 'Lê Văn Hai' }, { name: 'Lê Văn Một' }] },
        }),
      ],
      ['a number as a text', (value) => ({ ...value, answers: { ...answers, copies: '2' } })],
      ['yes as no', (value) => ({ ...value, answers: { ...answers, agreed: false } })],
      ['long texts cut at 255', inTexts((text) => text.slice(0, 255))],
      [
        'texts without their marks',
        inTexts((text) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')),
      ],
      ['capital letters', inTexts((text) => text.toUpperCase())],
      ['letters of another alphabet as ?', inTexts((text) => text.replace(/\P{ASCII}/gu, '?'))],
      ['no files', (value) => ({ ...value, files: [] })],
      ['one file', (value) => ({ ...value, files: files.slice(1) })],
      ['a file cut short', (value) => ({ ...value, files: [files[0]!, { ...files[1]!, size: 1 }] })],
      [
        'another file',
        (value) => ({ ...value, files: [files[0]!, { ...files[1]!, sha256: '9'.repeat(64) }] }),
      ],
      ['a file twice', (value) => ({ ...value, files: [...files, files[0]!] })],
      ['no address to send the result to', () => without('delivery')],
      ['nobody who helped', () => without('helper')],
      ['another procedure', (value) => ({ ...value, procedure: '1.000001' })],
    ];
    /** The honest receipt of a system that has stored this. */
    const receiptFor = async (stored: Submission, text = contentOf(stored)): Promise<Receipt> => ({
      ...receiptOf({ ...sending, submission: stored }),
      content: await sha256(text),
    });

    beforeEach(async () => {
      sending = await hashed(submission);
    });

    it('is received where all of it is there', async () => {
      gateway.sends = [{ kind: 'received', receipt: await receiptFor(submission) }];
      start();
      await comesTo('received');
    });

    for (const [what, keep] of less) {
      it(`is no success: ${what}`, async () => {
        gateway.sends = [{ kind: 'received', receipt: await receiptFor(keep(submission)) }];
        gateway.asks = gateway.sends;
        const { retry } = start();
        await comesTo('short');
        retry();
        await comesTo('short', 2);
        expect(stages()).not.to.include('received');
        expect(states.at(-1)).to.have.property('faults').that.is.not.empty;
      });
    }

    it('is no success: letters taken apart', async () => {
      const apart = JSON.parse(contentOf(submission)) as Submission;
      const raw = JSON.stringify(inTexts((text) => text.normalize('NFD'))(apart));
      gateway.sends = [{ kind: 'received', receipt: await receiptFor(submission, raw) }];
      start();
      await comesTo('short');
    });

    it('is no success: somebody else’s receipt', async () => {
      const receipt = await receiptFor(submission);
      gateway.sends = [{ kind: 'received', receipt: { ...receipt, submission: crypto.randomUUID() } }];
      start();
      await comesTo('short');
      expect(states.at(-1)).to.deep.equal({ stage: 'short', faults: ['submission'] });
    });

    it('is asked about again by itself, and a success once the rest is there too', async () => {
      gateway.sends = [{ kind: 'received', receipt: await receiptFor({ ...submission, files: [] }) }];
      gateway.asks = [{ kind: 'received', receipt: await receiptFor(submission) }];
      start();
      await comesTo('short');
      expect(timers.ring()).to.equal(true);
      await comesTo('received');
      expect(gateway.acts).to.equal('upload send ask');
    });
  });
});
