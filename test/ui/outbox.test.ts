import { expect } from 'chai';
import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import { isOnItsWay, type Sending } from '../../src/forms/draft.js';
import { createMemoryGateway } from '../../src/gateway/memory-gateway.js';
import { DraftLock } from '../../src/ui/draft-lock.js';
import { openDraftStore, type Device, type DraftStore } from '../../src/ui/draft-store.js';
import { Outbox } from '../../src/ui/outbox.js';
import { aDraft, aFile, aPaper, aSubmission, hashed, OF_APPLICANT } from '../support/application.js';
import { fakeTimers, until, type FakeTimers } from '../support/fake-timers.js';

const clock = () => new Date();
const office = { name: 'Xã Mẫu', code: 'H00.00' };

describe('what was begun on other pages', () => {
  let gateway: typeof fetch;
  let isOnline: boolean;
  let timers: FakeTimers;
  let asked: string[];
  const stops: (() => unknown)[] = [];
  const network = {
    fetch: ((input, init) => {
      const url = input as string;
      asked.push(`${init?.method ?? 'GET'} ${url}`);
      return isOnline ? gateway(url, init) : Promise.reject(new TypeError('Failed to fetch'));
    }) as typeof fetch,
    timeout: () => new AbortController().signal,
  };

  beforeEach(() => {
    gateway = createMemoryGateway({ forms: [], clock, calendar, office });
    isOnline = true;
    asked = [];
    timers = fakeTimers();
  });
  afterEach(async () => {
    timers.restore();
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  interface Waiting {
    readonly procedure: string;
    readonly store: DraftStore;
    readonly sending: Sending;
  }

  /** A submission that was begun on this computer, and of which nobody has answered. */
  async function waiting(
    device: Device = 'own',
    overrides: Parameters<typeof aSubmission>[0] = {},
  ): Promise<Waiting> {
    const procedure = `7.${crypto.randomUUID()}`;
    const store = (await openDraftStore(procedure, device, Date.now))!;
    stops.push(() => store.remove([]));
    const bytes = aPaper(1000);
    const file = await aFile(bytes);
    await store.writeFile(file.id, bytes);
    const sending = await hashed(aSubmission({ ...OF_APPLICANT, procedure, files: [file], ...overrides }));
    await store.write(aDraft({ procedure, files: [file], sending, savedAt: Date.now() }));
    return { procedure, store, sending };
  }

  /** Starts what a page does for them; gives the stage of each. */
  async function start(here = ''): Promise<(of: Waiting) => string | undefined> {
    const outbox = new Outbox(network, clock, () => undefined);
    stops.push(() => outbox.stop());
    await outbox.start(here);
    return ({ procedure }) => outbox.items.find((item) => item.procedure === procedure)?.state.stage;
  }
  const read = async ({ store }: Waiting) => {
    const draft = await store.read();
    if (typeof draft !== 'object') throw new Error(String(draft));
    return draft;
  };
  const isFree = async ({ store }: Waiting) => {
    const lock = new DraftLock(
      store.id,
      () => Promise.resolve(),
      () => undefined,
    );
    const isOurs = await lock.take();
    await lock.release();
    return isOurs;
  };
  const askedFor = ({ sending }: Waiting) => asked.filter((one) => one.includes(sending.id));

  it('are sent, each by itself, and keep their receipts; one that cannot pass holds up no other', async () => {
    const [one, poisoned, other] = [
      await waiting(),
      // No such form is there: it is refused whenever it is sent.
      await waiting('own', { form: { id: 'khac', version: '1' } }),
      await waiting(),
    ];
    const stageOf = await start();
    await until(() => [one, other].every((item) => stageOf(item) === 'received'));
    await until(() => stageOf(poisoned) === 'refused');
    for (const item of [one, other]) {
      await until(async () => !isOnItsWay(await read(item)));
      const left = await read(item);
      expect(left.sending?.receipt?.submission).to.equal(item.sending.id);
      expect([left.answers, left.files]).to.deep.equal([{}, []]);
      const [file] = item.sending.submission.files;
      await until(async () => (await item.store.readFile(file!.id)) === undefined);
      await until(() => isFree(item));
    }
    // What was not taken is as it was, for whoever opens it.
    expect((await read(poisoned)).answers).to.deep.equal(aDraft().answers);
    expect(isOnItsWay(await read(poisoned))).to.equal(true);
  });

  it('are received once, where they had arrived and only the answer was lost', async () => {
    const item = await waiting();
    const first = await start();
    await until(() => first(item) === 'received');
    await until(async () => !isOnItsWay(await read(item)));
    const { procedure, sending } = item;
    expect(await item.store.write(aDraft({ procedure, sending, savedAt: Date.now() }))).to.equal('saved');
    await until(() => isFree(item));
    asked = [];
    const again = await start();
    await until(() => again(item) === 'received');
    expect(askedFor(item).map((one) => one.split(' ')[0])).to.deep.equal(['GET']);
  });

  it('wait for the network, and go by themselves when it is back', async () => {
    isOnline = false;
    const items = [await waiting(), await waiting()];
    const stageOf = await start();
    await until(() => items.every((item) => stageOf(item) === 'waiting'));
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await until(() => items.every((item) => stageOf(item) === 'received'));
    for (const item of items) await until(async () => !isOnItsWay(await read(item)));
  });

  it('leave alone the one that is open here', async () => {
    const [here, other] = [await waiting(), await waiting()];
    const stageOf = await start(here.procedure);
    await until(() => stageOf(other) === 'received');
    expect([stageOf(here), askedFor(here)]).to.deep.equal([undefined, []]);
    expect(await isFree(here)).to.equal(true);
  });

  it('leave alone what another tab has open', async () => {
    const item = await waiting();
    const lock = new DraftLock(
      item.store.id,
      () => Promise.resolve(),
      () => undefined,
    );
    stops.push(() => lock.release());
    await lock.take();
    const stageOf = await start();
    expect([stageOf(item), askedFor(item)]).to.deep.equal([undefined, []]);
  });

  it('are handed over to a tab that opens one of them, and no longer sent from here', async () => {
    isOnline = false;
    const item = await waiting();
    const stageOf = await start();
    await until(() => stageOf(item) === 'waiting');
    const lock = new DraftLock(
      item.store.id,
      () => Promise.resolve(),
      () => undefined,
    );
    stops.push(() => lock.release());
    expect(await lock.take()).to.equal(false);
    await lock.takeOver();
    await until(() => stageOf(item) === undefined);
    const before = askedFor(item).length;
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    while (timers.ring());
    expect(askedFor(item).length).to.equal(before);
  });

  it('are none on a shared computer', async () => {
    const item = await waiting('shared');
    const stageOf = await start();
    expect([stageOf(item), askedFor(item)]).to.deep.equal([undefined, []]);
  });

  it('are none where nothing was begun yet', async () => {
    const items = [await waiting(), await waiting()];
    await items[0]!.store.write(aDraft({ procedure: items[0]!.procedure, savedAt: Date.now() }));
    const stageOf = await start();
    await until(() => stageOf(items[1]!) === 'received');
    expect(askedFor(items[0]!)).to.deep.equal([]);
  });

  it('are let go when the page ends, in the middle of it and at its beginning', async () => {
    isOnline = false;
    const items = [await waiting(), await waiting()];
    const outbox = new Outbox(network, clock, () => undefined);
    await outbox.start('');
    await until(() =>
      items.every(({ procedure }) => outbox.items.some((one) => one.procedure === procedure)),
    );
    outbox.stop();
    for (const item of items) await until(() => isFree(item));
    const early = new Outbox(network, clock, () => undefined);
    const starting = early.start('');
    early.stop();
    await starting;
    for (const item of items) await until(() => isFree(item));
    await until(() => timers.asked.length === 0);
  });
});
