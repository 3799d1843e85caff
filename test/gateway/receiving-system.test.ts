import { expect } from '@open-wc/testing';
import type { DossierAct } from '../../src/dossiers/dossier-states.js';
import type { FormDefinition } from '../../src/forms/form-definition.js';
import type { Receipt, Submission } from '../../src/forms/submission.js';
import { createChangeStreams, type ChangeStreams } from '../../src/gateway/change-streams.js';
import type { Payment } from '../../src/gateway/contract.js';
import { createKeyedHash } from '../../src/gateway/keyed-hash.js';
import { createMemoryTables } from '../../src/gateway/memory-tables.js';
import type { DeskDoing } from '../../src/gateway/move-dossier.js';
import { createReceivingSystem, type ReceivingSystem } from '../../src/gateway/receiving-system.js';
import type { AuditEntry, ReceivingTables } from '../../src/gateway/receiving-tables.js';

const form = {
  id: 'mau',
  version: '1',
  procedures: ['1.001193'],
  steps: [{ groups: [{ fields: [{ name: 'copies', kind: 'number', required: false }] }] }],
  fees: { lines: [{ label: { vi: 'Mỗi bản' }, amount: 8000, times: 'copies', tiers: [] }], reductions: [] },
} as unknown as FormDefinition;
const submission: Submission = {
  contract: 1,
  procedure: '1.001193',
  form: { id: 'mau', version: '1' },
  answers: { copies: 2 },
  files: [],
};
const OFFICER: DeskDoing = { by: 'officer', actor: 'Cán bộ Mẫu', note: 'vì sao' };
const PERSON: DeskDoing = { by: 'applicant', actor: '' };

describe('createReceivingSystem()', () => {
  let tables: ReceivingTables;
  let system: ReceivingSystem;
  let audit: AuditEntry[];
  let now = new Date('2026-11-23T02:00:00Z');
  let current = form;
  /** Dossiers of which a change was told. */
  let changed: string[];
  /** Transactions that come to pass before somebody else holds the database. */
  let left: number;
  let streams: ChangeStreams;
  beforeEach(() => {
    audit = [];
    changed = [];
    left = Infinity;
    streams = createChangeStreams({ most: 1 });
    current = form;
    now = new Date('2026-11-23T02:00:00Z');
    tables = { ...createMemoryTables(), audit: (entry) => audit.push(entry) };
    system = createReceivingSystem({
      act: (work) => {
        left -= 1;
        if (left < 0) throw new Error('busy');
        return work(tables);
      },
      clock: () => now,
      calendar: { years: [2026], holidays: [], workingWeekends: [] },
      office: { name: 'Xã Mẫu', code: 'H00.00' },
      knows: () => true,
      formOf: (id) => (id === form.id ? current : undefined),
      formFor: (procedure) => (form.procedures.includes(procedure) ? current : undefined),
      fileOf: () => undefined,
      limitOf: () => undefined,
      payee: { bank: '000000', bankName: 'Mẫu', account: '0', accountName: 'MAU' },
      randomBytes: (count) => new Uint8Array(count),
      hash: createKeyedHash(new Uint8Array(32)),
      sample: true,
      onChange(code) {
        changed.push(code);
        streams.tell(code);
      },
    });
  });
  afterEach(() => streams.end());
  const id = '00000000-0000-4000-8000-000000000001';
  const send = async (sent: Submission = submission) =>
    ((await system.put(id, sent, 'mạng A')).body as Receipt).dossier;
  const move = (code: string, ...acts: DossierAct[]) =>
    acts.map((act) => {
      const moved = system.move(code, act, OFFICER);
      return moved.ok ? moved.value.standing.state : moved.problem.code;
    });

  it('knows an id for as long as the dossier is there, also when its form is another by then', async () => {
    const first = await system.put(id, submission);
    now = new Date('2027-12-31T02:00:00Z');
    current = { ...form, version: '2' };
    const again = await system.put(id, submission);
    expect([again.status, again.replayed, again.body]).to.deep.equal([200, true, first.body]);
    expect((await system.put(id, { ...submission, answers: { copies: 3 } })).status).to.equal(409);
    expect((await system.put('00000000-0000-4000-8000-000000000002', submission)).status).to.equal(409);
  });

  it('takes no delivery by which nobody could be reached, and one that is only unusual', async () => {
    const put = (last: number, delivery: Submission['delivery']) =>
      system.put(`00000000-0000-4000-8000-00000000000${String(last)}`, {
        ...submission,
        delivery: delivery!,
      });
    const post = { way: 'post', name: 'Mẫu', phone: '12', address: 'Thôn Mẫu' } as const;
    const refused = await put(1, post);
    expect([refused.status, (refused.body as { errors: unknown }).errors]).to.deep.equal([
      422,
      [{ pointer: '/delivery/phone', code: 'phone-form' }],
    ]);
    expect((await put(2, { way: 'other-person', name: 'Mẫu', number: '123' })).status).to.equal(422);
    expect((await put(3, { ...post, phone: '+12025550100' })).status).to.equal(201);
    expect((await put(4, { way: 'other-person', name: 'Mẫu', number: '000000000000' })).status).to.equal(201);
  });

  it('gives no code twice where its clock goes back', async () => {
    const codes: string[] = [];
    for (const [at, time] of ['2026-11-23T02:00', '2026-11-24T02:00', '2026-11-23T01:00'].entries()) {
      now = new Date(`${time}:00Z`);
      const { body } = await system.put(`00000000-0000-4000-8000-00000000000${String(at)}`, submission);
      codes.push((body as Receipt).dossier);
    }
    expect(new Set(codes).size).to.equal(3);
  });

  it('makes of what it received a dossier that nobody has received yet', async () => {
    const code = await send();
    expect(tables.dossier(code)).to.deep.equal({
      code,
      submission: id,
      procedure: '1.001193',
      standing: { state: 1 },
    });
    expect(tables.history(code)).to.deep.equal([
      { act: 'send', by: 'applicant', actor: '', at: '2026-11-23T02:00:00.000Z', state: 1 },
    ]);
    await send();
    expect(tables.history(code)).to.have.length(1);
  });

  it('tells a date that an office gave alone as it is, and none once something has moved it', async () => {
    const limitOf = () => ({ days: 3, unit: 'working-day' }) as const;
    const promised = { on: '2026-12-11' };
    const paper = { submission, form, papers: [], limitOf, promised };
    const done = await system.register('on-paper', paper, { actor: 'Cán bộ Mẫu', unit: 'Một cửa' });
    if (!done.ok) throw new Error(done.problem.code);
    const { dossier: code, secret, due } = done.value;
    expect(due).to.deep.equal(promised);
    const told = async () => {
      const { body } = await system.track({ code, factor: { kind: 'secret', value: secret } });
      return (body as { due?: unknown }).due;
    };
    expect(await told()).to.deep.equal(promised);
    system.move(code, 'pause', OFFICER);
    expect(await told()).to.equal(undefined);
    system.move(code, 'resume', OFFICER);
    expect(await told()).to.equal(undefined);
  });

  it('moves it by acts, each with who, when and why', async () => {
    const code = await send();
    now = new Date('2026-11-24T02:00:00Z');
    expect(move(code, 'receive', 'process', 'finish', 'hand-over')).to.deep.equal([2, 4, 9, 10]);
    expect(tables.history(code).at(-1)).to.deep.equal({
      act: 'hand-over',
      by: 'officer',
      actor: 'Cán bộ Mẫu',
      at: '2026-11-24T02:00:00.000Z',
      note: 'vì sao',
      state: 10,
    });
  });

  it('leaves it as it was where an act is refused', async () => {
    const code = await send();
    expect(move(code, 'finish')).to.deep.equal(['act-not-now']);
    expect(system.move(code, 'receive', PERSON)).to.deep.include({ ok: false });
    expect(move('H00.00-261123-9999', 'receive')).to.deep.equal(['not-found']);
    expect(tables.history(code)).to.have.length(1);
    expect(tables.dossier(code)?.standing).to.deep.equal({ state: 1 });
  });

  it('goes on once the bank has told of the money, and only then', async () => {
    const code = await send();
    expect(move(code, 'receive', 'ask-payment')).to.deep.equal([2, 6]);
    expect((system.payment(id).body as Payment).state).to.equal('waiting');
    expect(system.confirmPayment(id, 1, 'NH').status).to.equal(422);
    expect(tables.dossier(code)?.standing.state).to.equal(6);
    for (let at = 0; at < 3; at += 1) expect(system.confirmPayment(id, 16000, 'NH').status).to.equal(200);
    expect(tables.dossier(code)?.standing).to.deep.equal({ state: 2 });
    expect(tables.history(code).map(({ act }) => act)).to.deep.equal([
      'send',
      'receive',
      'ask-payment',
      'pay',
    ]);
  });

  it('is paid before anybody asks without moving, and is then not asked for again', async () => {
    const code = await send();
    system.openPayment(id);
    system.confirmPayment(id, 16000, 'NH');
    expect(tables.dossier(code)?.standing.state).to.equal(1);
    expect(move(code, 'ask-payment')).to.deep.equal(['nothing-to-pay']);
    expect(tables.history(code)).to.have.length(1);
  });

  it('asks for no money where none is due, and opens nothing where asking is refused', async () => {
    const free = await send({ ...submission, answers: {} });
    expect(move(free, 'receive', 'ask-payment')).to.deep.equal([2, 'nothing-to-pay']);
    expect(move(free, 'process', 'finish', 'ask-payment')).to.deep.equal([4, 9, 'nothing-to-pay']);
    expect(tables.payment(id)).to.equal(undefined);
  });

  it('opens no payment by an act that is refused', async () => {
    const code = await send();
    expect(move(code, 'receive', 'process', 'finish', 'ask-payment')).to.deep.equal([2, 4, 9, 'act-not-now']);
    expect(tables.payment(id)).to.equal(undefined);
  });

  it('takes no money for what ended without a result, and still tells of money that came', async () => {
    const code = await send();
    system.openPayment(id);
    system.move(code, 'withdraw', PERSON);
    expect((system.payment(id).body as Payment).state).to.equal('expired');
    expect((system.openPayment(id).body as Payment).state).to.equal('expired');
    expect((system.confirmPayment(id, 16000, 'NH').body as Payment).state).to.equal('paid');
    expect(tables.dossier(code)?.standing.state).to.equal(7);
  });

  it('opens no payment once it ended without a result', async () => {
    const code = await send();
    expect(move(code, 'refuse-reception')).to.deep.equal([3]);
    expect(system.openPayment(id).status).to.equal(409);
  });

  /** What opens the dossier that was sent. */
  const knock = () => {
    const { dossier: code, secret: value } = system.get(id).body as Receipt;
    return { code, factor: { kind: 'secret', value } };
  };

  it('fails nobody’s act for what those who listen cannot be told', async () => {
    const code = await send();
    const { watched } = await system.changes(knock());
    const stream = streams.answer(watched!);
    expect(streams.answer(watched!).status).to.equal(503);
    left = 1;
    expect(system.move(code, 'receive', OFFICER).ok).to.equal(true);
    expect(changed).to.deep.equal([code]);
    // Its end is told as one, and its place is free.
    expect(await stream.text()).to.match(/^:\n\n/u);
    expect(streams.answer(watched!).status).to.equal(200);
  });

  it('writes down that somebody listens only where there is room for them', async () => {
    await send();
    const listen = () => system.changes(knock(), undefined, () => streams.hasRoom());
    const { watched } = await listen();
    streams.answer(watched!);
    const refused = await listen();
    expect([refused.status, refused.watched]).to.deep.equal([503, undefined]);
    const told = audit.filter(({ act }) => act === 'track-changes').map(({ status }) => status);
    expect(told).to.deep.equal([200, 503]);
  });

  it('tells of a payment when it is opened, when it is paid, and not where nothing is new', async () => {
    const code = await send();
    system.openPayment(id);
    expect(changed).to.deep.equal([code]);
    system.openPayment(id);
    system.confirmPayment(id, 1, 'NH');
    expect(changed).to.deep.equal([code]);
    system.confirmPayment(id, 16000, 'NH');
    system.confirmPayment(id, 16000, 'NH');
    expect(changed).to.deep.equal([code, code]);
  });

  it('confirms a payment in one transaction', async () => {
    const code = await send();
    system.openPayment(id);
    changed = [];
    left = 1;
    expect(system.confirmPayment(id, 16000, 'NH').status).to.equal(200);
    expect(changed).to.deep.equal([code]);
  });

  it('writes down who did and read what, and nothing of what was in it', async () => {
    const code = await send();
    system.get(id, 'mạng B');
    system.get('00000000-0000-4000-8000-000000000002', 'mạng B');
    system.remove(id, 'mạng B');
    system.openPayment(id, 'mạng A');
    system.payment(id, 'mạng A');
    system.confirmPayment(id, 16000, 'NH');
    move(code, 'receive', 'finish');
    expect(audit.map(({ who, act, status }) => `${who} ${act} ${String(status)}`)).to.deep.equal([
      'mạng A send 201',
      'mạng B read 200',
      'mạng B read 404',
      'mạng B cancel 409',
      'mạng A open-payment 201',
      'mạng A read-payment 200',
      'NH confirm-payment 200',
      'Cán bộ Mẫu receive 200',
      'Cán bộ Mẫu finish 409',
    ]);
    for (const entry of audit) expect(Object.keys(entry)).to.deep.equal(['who', 'act', 'subject', 'status']);
  });
});
