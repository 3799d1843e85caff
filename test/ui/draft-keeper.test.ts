import { expect } from 'chai';
import type { Draft } from '../../src/forms/draft.js';
import { DraftKeeper } from '../../src/ui/draft-keeper.js';
import { openDraftStore, type Device } from '../../src/ui/draft-store.js';
import { pause } from '../../src/ui/pause.js';
import { aDraft } from '../support/application.js';
import { fakeTimers, until, type FakeTimers } from '../support/fake-timers.js';
import { PLACES, raw } from '../support/storage.js';

let procedures = 0;
/** A procedure of its own for every test: other tests use the same browser. */
const aProcedure = () => `8.${String((procedures += 1))}.${crypto.randomUUID()}`;
const draftOf = (procedure: string, at: string): Draft => aDraft({ procedure, at, savedAt: Date.now() });

describe('a draft while it is filled in', () => {
  let timers: FakeTimers;
  let procedure: string;
  const keepers: DraftKeeper[] = [];
  const restores: (() => void)[] = [];

  beforeEach(() => {
    timers = fakeTimers();
    procedure = aProcedure();
  });
  afterEach(async () => {
    for (const restore of restores.splice(0).reverse()) restore();
    timers.restore();
    for (const keeper of keepers.splice(0)) await keeper.remove([]);
  });

  function stub(target: object, name: string, member: PropertyDescriptor | undefined): void {
    const before = Object.getOwnPropertyDescriptor(target, name);
    if (member) Object.defineProperty(target, name, { configurable: true, ...member });
    else Reflect.deleteProperty(target, name);
    restores.push(() => {
      if (before) Object.defineProperty(target, name, before);
      else Reflect.deleteProperty(target, name);
    });
  }
  /** A tab; its states are those that whoever shows it was told of. */
  function aTab(): DraftKeeper & { readonly told: string[] } {
    const told: string[] = [];
    const keeper: DraftKeeper = new DraftKeeper(() => told.push(keeper.state), Date.now);
    keepers.push(keeper);
    return Object.assign(keeper, { told });
  }
  /** What lies on the disk. */
  const kept = async (of = procedure, device: Device = 'own') => {
    const draft = await (await openDraftStore(of, device, Date.now))?.read();
    return typeof draft === 'object' ? draft.at : draft;
  };
  /** Counts what is written for this draft, and how much of it at once. */
  function watchWrites() {
    const seen = { all: 0, now: 0, most: 0 };
    const { put } = IDBObjectStore.prototype;
    stub(IDBObjectStore.prototype, 'put', {
      value(this: IDBObjectStore, value: unknown, id: IDBValidKey) {
        if (this.name === 'drafts' && id === `own:${procedure}`) {
          seen.all += 1;
          seen.now += 1;
          seen.most = Math.max(seen.most, seen.now);
          this.transaction.addEventListener('complete', () => (seen.now -= 1));
        }
        return put.call(this, value, id);
      },
    });
    return seen;
  }

  /** Timers that wait, but for the limit of what sweeps old papers away meanwhile. */
  const asked = () => timers.asked.filter((ms) => ms !== 30_000);

  it('is written once for many letters, a tenth of a second after the first of them', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    expect(tab.state).to.equal('empty');
    const writes = watchWrites();
    for (let letter = 0; letter < 100; letter += 1) tab.put(draftOf(procedure, `letter ${String(letter)}`));
    expect(asked()).to.deep.equal([100]);
    expect(writes.all).to.equal(0);
    timers.ring();
    await until(() => tab.state === 'saved');
    expect([writes.all, await kept()]).to.deep.equal([1, 'letter 99']);
    expect(tab.told).to.deep.equal(['saved']);
    expect(tab.savedAt).to.be.closeTo(Date.now(), 60_000);
  });

  it('is written at most once at a time in a storm, and its last state is the one that is kept', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    const writes = watchWrites();
    const storms: Promise<void>[] = [];
    for (let letter = 0; letter < 500; letter += 1) {
      tab.put(draftOf(procedure, `letter ${String(letter)}`));
      // Whatever makes it be written at once: a step, a hidden page, a timer.
      if (letter % 3 === 0) storms.push(tab.flush());
      if (letter % 50 === 0) await Promise.resolve();
    }
    await Promise.all([...storms, tab.flush()]);
    expect(await kept()).to.equal('letter 499');
    expect(writes.most).to.equal(1);
    // What was overtaken while it waited is not written any more: 500 letters, a dozen writes.
    expect(writes.all).to.be.at.most(12);
    expect(asked()).to.deep.equal([]);
  });

  it('is on the disk once it was flushed, and flushing what does not wait does nothing', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    await tab.flush();
    expect(await kept()).to.equal(undefined);
    tab.put(draftOf(procedure, 'review'));
    await tab.flush();
    expect(await kept()).to.equal('review');
    const writes = watchWrites();
    await tab.flush();
    expect([writes.all, asked()]).to.deep.equal([0, []]);
  });

  it('is written when it is closed, and its own tab can open it again at once', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    for (let time = 0; time < 5; time += 1) {
      tab.put(draftOf(procedure, String(time)));
      tab.close();
      const draft = await tab.open(procedure, 'own');
      expect(draft).to.deep.include({ at: String(time) });
      expect(tab.state).to.equal('saved');
    }
    tab.close();
    expect(asked()).to.deep.equal([]);
  });

  it('is this tab’s while it is opened again, however much is typed meanwhile', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    tab.put(draftOf(procedure, 'before'));
    await tab.flush();
    for (let time = 0; time < 10; time += 1) {
      const open = { is: false };
      let typed = 0;
      // Moved to another place of the page, and typed into all the while.
      const opening = tab.open(procedure, 'own').then(() => (open.is = true));
      while (!open.is) {
        tab.put(draftOf(procedure, `letter ${String((typed += 1))}`));
        await Promise.race([tab.flush(), pause()]);
      }
      await opening;
      await tab.flush();
      expect([tab.state, await kept()]).to.deep.equal(['saved', `letter ${String(typed)}`]);
    }
  });

  it('goes to its own place, where another one is opened while it is still being written', async () => {
    const tab = aTab();
    const next = aProcedure();
    await tab.open(procedure, 'own');
    tab.put(draftOf(procedure, 'first'));
    void tab.flush();
    tab.put(draftOf(procedure, 'last'));
    expect(await tab.open(next, 'own')).to.equal(undefined);
    expect([await kept(), await kept(next)]).to.deep.equal(['last', undefined]);
  });

  it('is that of the last one that was asked for, where a page changes its mind', async () => {
    const tab = aTab();
    const all = [procedure, aProcedure(), aProcedure(), aProcedure()];
    await Promise.all(all.map((one) => tab.open(one, 'own')));
    tab.put(draftOf(all[3]!, 'typed'));
    await tab.flush();
    expect(await Promise.all(all.map((one) => kept(one)))).to.deep.equal([
      undefined,
      undefined,
      undefined,
      'typed',
    ]);
    // The others are free.
    const other = aTab();
    for (const one of all.slice(0, 3)) {
      await other.open(one, 'own');
      expect(other.state).to.equal('empty');
    }
    await other.open(all[3]!, 'own');
    expect(other.state).to.equal('elsewhere');
  });

  describe('in two tabs', () => {
    it('is open in one of them, and handed over with its last letters', async () => {
      const [one, other] = [aTab(), aTab()];
      await one.open(procedure, 'own');
      one.put(draftOf(procedure, 'begun'));
      await one.flush();
      expect(await other.open(procedure, 'own')).to.equal(undefined);
      expect(other.state).to.equal('elsewhere');
      other.put(draftOf(procedure, 'by the other'));
      one.put(draftOf(procedure, 'the last letters'));
      expect(await other.takeOver()).to.deep.include({ at: 'the last letters' });
      await until(() => one.state === 'elsewhere');
      expect([other.state, one.told.at(-1)]).to.deep.equal(['saved', 'elsewhere']);
      one.put(draftOf(procedure, 'too late'));
      while (timers.ring());
      await one.flush();
      other.put(draftOf(procedure, 'goes on'));
      await other.flush();
      expect(await kept()).to.equal('goes on');
      // And back again.
      expect(await one.takeOver()).to.deep.include({ at: 'goes on' });
      await until(() => other.state === 'elsewhere');
      expect(one.state).to.equal('saved');
    });

    it('loses no letter that comes while it is handed over', async () => {
      const [one, other] = [aTab(), aTab()];
      await one.open(procedure, 'own');
      await other.open(procedure, 'own');
      const { put } = IDBObjectStore.prototype;
      let typed = 0;
      stub(IDBObjectStore.prototype, 'put', {
        value(this: IDBObjectStore, value: unknown, id: IDBValidKey) {
          // Somebody types on while what they typed is written.
          if (this.name === 'drafts' && one.state !== 'elsewhere' && typed < 5)
            one.put(draftOf(procedure, `letter ${String((typed += 1))}`));
          return put.call(this, value, id);
        },
      });
      one.put(draftOf(procedure, 'letter 0'));
      expect(await other.takeOver()).to.deep.include({ at: 'letter 5' });
    });

    it('is taken from one that does not answer, which then writes over nothing', async () => {
      const [one, other] = [aTab(), aTab()];
      await one.open(procedure, 'own');
      one.put(draftOf(procedure, 'before'));
      await one.flush();
      await other.open(procedure, 'own');
      stub(BroadcastChannel.prototype, 'postMessage', { value: () => undefined });
      stub(AbortSignal, 'timeout', { value: () => AbortSignal.abort(new DOMException('', 'TimeoutError')) });
      one.put(draftOf(procedure, 'asleep'));
      expect(await other.takeOver()).to.deep.include({ at: 'before' });
      other.put(draftOf(procedure, 'goes on'));
      await other.flush();
      await until(() => one.state === 'elsewhere');
      while (timers.ring());
      await one.flush();
      expect(await kept()).to.equal('goes on');
    });

    it('is given up to nobody where its owner leaves in the middle of being asked', async () => {
      const [one, other, third] = [aTab(), aTab(), aTab()];
      await one.open(procedure, 'own');
      await other.open(procedure, 'own');
      stub(BroadcastChannel.prototype, 'postMessage', { value: () => undefined });
      const taken = other.takeOver();
      other.close();
      one.close();
      await taken;
      await third.open(procedure, 'own');
      expect(third.state).to.equal('empty');
    });

    for (const missing of ['locks', 'locks and channels'] as const) {
      it(`loses nothing where the browser has no ${missing}: who writes second is told`, async () => {
        stub(Navigator.prototype, 'locks', undefined);
        if (missing !== 'locks') stub(window, 'BroadcastChannel', undefined);
        const [one, other] = [aTab(), aTab()];
        await one.open(procedure, 'own');
        await other.open(procedure, 'own');
        one.put(draftOf(procedure, 'of one'));
        await one.flush();
        other.put(draftOf(procedure, 'of the other'));
        await other.flush();
        expect([one.state, other.state, await kept()]).to.deep.equal(['saved', 'elsewhere', 'of one']);
        expect(await other.takeOver()).to.deep.include({ at: 'of one' });
        other.put(draftOf(procedure, 'of both'));
        await other.flush();
        one.put(draftOf(procedure, 'of one again'));
        await one.flush();
        expect([one.state, other.state, await kept()]).to.deep.equal(['elsewhere', 'saved', 'of both']);
        for (const restore of restores.splice(0).reverse()) restore();
      });
    }

    it('is taken over where the browser has no channels', async () => {
      stub(window, 'BroadcastChannel', undefined);
      const [one, other] = [aTab(), aTab()];
      await one.open(procedure, 'own');
      one.put(draftOf(procedure, 'kept'));
      await one.flush();
      // Nobody lets go in time.
      stub(AbortSignal, 'timeout', { value: () => AbortSignal.abort(new DOMException('', 'TimeoutError')) });
      await other.open(procedure, 'own');
      expect(await other.takeOver()).to.deep.include({ at: 'kept' });
      await until(() => one.state === 'elsewhere');
    });
  });

  it('lives in memory where the browser keeps nothing, and says so once', async () => {
    // As on a page without https: what cannot be locked away is not put away.
    stub(crypto, 'subtle', { value: undefined });
    const tab = aTab();
    expect(await tab.open(procedure, 'own')).to.equal(undefined);
    tab.put(draftOf(procedure, 'typed'));
    await tab.flush();
    await tab.remove([]);
    expect(tab.told).to.deep.equal(['memory', 'empty']);
    expect(tab.savedAt).to.equal(undefined);
  });

  for (const lies of ['nothing', 'a draft'] as const) {
    it(`is kept after all where the browser only answers later, and ${lies} lies there`, async () => {
      if (lies === 'a draft') {
        const before = aTab();
        await before.open(procedure, 'own');
        before.put(draftOf(procedure, 'of before'));
        await before.flush();
        before.close();
      }
      const tab = aTab();
      const { open } = IDBFactory.prototype;
      let isDeaf = true;
      stub(IDBFactory.prototype, 'open', {
        value(this: IDBFactory, name: string) {
          return isDeaf ? {} : open.call(this, name);
        },
      });
      // What is open by now is let go.
      for (const place of PLACES) {
        const version =
          (await indexedDB.databases()).find(({ name }) => name === `dvc-widgets-${place}`)?.version ?? 0;
        await new Promise<void>((resolve) => {
          const request = open.call(indexedDB, `dvc-widgets-${place}`, version + 1);
          // One that was not there is made as the library makes it.
          request.onupgradeneeded = () => {
            if (version === 0) request.result.createObjectStore(place);
          };
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        });
      }
      const opening = tab.open(procedure, 'own');
      await until(() => timers.asked.includes(2000));
      while (timers.ring());
      expect([await opening, tab.state]).to.deep.equal([undefined, 'memory']);
      isDeaf = false;
      tab.put(draftOf(procedure, 'typed'));
      await tab.flush();
      if (lies === 'nothing') {
        expect([tab.state, await kept()]).to.deep.equal(['saved', 'typed']);
        return;
      }
      // Not written over: the person is asked.
      expect([tab.state, await kept()]).to.deep.equal(['elsewhere', 'of before']);
      expect(await tab.takeOver()).to.deep.include({ at: 'of before' });
    });
  }

  /** A disk that takes nothing until it is told to. */
  function aFullDisk(): { isFull: boolean } {
    const disk = { isFull: true };
    const { put } = IDBObjectStore.prototype;
    stub(IDBObjectStore.prototype, 'put', {
      value(this: IDBObjectStore, value: unknown, id: IDBValidKey) {
        if (disk.isFull) throw new DOMException('', 'QuotaExceededError');
        return put.call(this, value, id);
      },
    });
    return disk;
  }

  it('is tried again by itself where the disk did not take it, later each time, and no more once it is closed', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    const disk = aFullDisk();
    tab.put(draftOf(procedure, 'only'));
    // Limits of what is being written ring as well, and do no harm.
    const waits = () => timers.asked.filter((ms) => [4000, 8000, 16_000].includes(ms));
    for (const ms of [4000, 8000, 16_000]) {
      await tab.flush();
      expect([tab.state, waits()]).to.deep.equal(['memory', [ms]]);
      while (waits().length > 0) timers.ring();
    }
    disk.isFull = false;
    await tab.flush();
    expect([tab.state, await kept(), waits()]).to.deep.equal(['saved', 'only', []]);

    disk.isFull = true;
    tab.put(draftOf(procedure, 'later'));
    await tab.flush();
    tab.close();
    disk.isFull = false;
    while (timers.ring());
    await tab.flush();
    expect(await kept()).to.equal('only');
  });

  it('is said to be in memory only while there is no room, and saved when there is some again', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    tab.put(draftOf(procedure, 'first'));
    await tab.flush();
    const disk = aFullDisk();
    const saved = tab.savedAt;
    tab.put({ ...draftOf(procedure, 'second'), savedAt: Date.now() + 1000 });
    await tab.flush();
    expect([tab.state, tab.savedAt]).to.deep.equal(['memory', saved]);
    disk.isFull = false;
    tab.put(draftOf(procedure, 'third'));
    await tab.flush();
    expect([tab.state, await kept()]).to.deep.equal(['saved', 'third']);
  });

  for (const device of ['own', 'shared'] as const) {
    it(`leaves nothing behind when it is removed, not even what was typed meanwhile (${device})`, async () => {
      const tab = aTab();
      await tab.open(procedure, device);
      const file = crypto.randomUUID();
      await tab.store!.writeFile(file, new ArrayBuffer(8));
      const { id } = tab.store!;
      tab.put(draftOf(procedure, 'written'));
      await tab.flush();
      tab.put(draftOf(procedure, 'being written'));
      void tab.flush();
      tab.put(draftOf(procedure, 'waiting'));
      const removing = tab.remove([file]);
      tab.put(draftOf(procedure, 'typed meanwhile'));
      await Promise.resolve();
      tab.put(draftOf(procedure, 'and on'));
      await removing;
      while (timers.ring());
      await tab.flush();
      for (const place of PLACES) expect(await raw.names(place), place).not.to.include.oneOf([id, file]);
      expect([tab.state, tab.savedAt, tab.store]).to.deep.equal(['empty', undefined, undefined]);
      expect(await kept(procedure, device)).to.equal(undefined);
      // And the next one can have the place.
      const next = aTab();
      await next.open(procedure, device);
      expect(next.state).to.equal('empty');
    });
  }

  it('that cannot be read is told from none', async () => {
    const tab = aTab();
    await tab.open(procedure, 'own');
    const { id } = tab.store!;
    tab.close();
    await raw.put('drafts', id, {
      schema: 1,
      iv: new Uint8Array(12),
      sealed: new ArrayBuffer(32),
      savedAt: Date.now(),
    });
    expect(await tab.open(procedure, 'own')).to.equal('broken');
    expect(tab.state).to.equal('empty');
  });
});
