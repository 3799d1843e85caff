import { expect } from 'chai';
import fc from 'fast-check';
import type { Draft } from '../../src/forms/draft.js';
import { OWN_DEVICE_DAYS } from '../../src/shared/keep-times.js';
import { openDraftStore, waitingProcedures, type Device, type DraftStore } from '../../src/ui/draft-store.js';
import { aDraft, aReceipt, aSending } from '../support/application.js';
import { fakeTimers, until } from '../support/fake-timers.js';
import { found, PLACES, raw, type RawRecord } from '../support/storage.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;

/** A procedure of its own for every test: other tests use the same browser. */
let procedures = 0;
const aProcedure = () => `9.${String((procedures += 1))}.${crypto.randomUUID()}`;

const opened: DraftStore[] = [];
/** Draft stores by a clock that can be set; the same procedure again is what a reload finds. */
async function open(
  procedure: string,
  device: Device = 'own',
  clock: { readonly now: number } = {
    get now() {
      return Date.now();
    },
  },
): Promise<DraftStore> {
  let store: DraftStore | undefined;
  // Where the browser has much else to do it may take longer than a page waits for it.
  for (let tries = 0; !store && tries < 5; tries += 1)
    store = await openDraftStore(procedure, device, () => clock.now);
  if (!store) throw new Error('the browser keeps nothing');
  opened.push(store);
  return store;
}
const draftOf = (procedure: string, overrides: Partial<Draft> = {}): Draft =>
  aDraft({ procedure, savedAt: Date.now(), ...overrides });
const recordOf = async (place: 'drafts' | 'draft-files', id: string) =>
  (await raw.get(place, id)) as RawRecord;

/** Replaces a member for the time of a test. */
const restores: (() => void)[] = [];
function stub(target: object, name: string, member: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, ...member });
  restores.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}
afterEach(async () => {
  for (const restore of restores.splice(0).reverse()) restore();
  for (const store of opened.splice(0)) await store.remove([]);
});

for (const device of ['own', 'shared'] as const) {
  describe(`a draft on ${device === 'own' ? 'one’s own computer' : 'a shared computer'}`, () => {
    it('is read back as it was written, by this page and after a reload', async () => {
      const procedure = aProcedure();
      const store = await open(procedure, device);
      expect(await store.read()).to.equal(undefined);
      const draft = draftOf(procedure, {
        answers: { who: { name: 'Nguyễn Thị Hồng 👩‍👩‍👧', birth: '2001' }, many: [{ a: 1 }, {}], no: false },
        helper: { name: 'A', role: 'B', consent: true },
        delivery: { way: 'desk' },
        sending: aSending(),
        portalDossier: 'G01',
      });
      expect(await store.write(draft)).to.equal('saved');
      expect(await store.read()).to.deep.equal(draft);
      expect(await (await open(procedure, device)).read()).to.deep.equal(draft);
    });

    it('keeps the bytes of its files, to the last one', async () => {
      const procedure = aProcedure();
      const store = await open(procedure, device);
      const id = crypto.randomUUID();
      const bytes = crypto.getRandomValues(new Uint8Array(65_536)).buffer;
      expect(await store.readFile(id)).to.equal(undefined);
      expect(await store.writeFile(id, bytes)).to.equal(true);
      const again = await (await open(procedure, device)).readFile(id);
      expect(new Uint8Array(again!)).to.deep.equal(new Uint8Array(bytes));
      await store.removeFile(id);
      expect(await store.readFile(id)).to.equal(undefined);
    });

    it('cannot be read by whoever looks at what the browser keeps', async () => {
      const procedure = aProcedure();
      const store = await open(procedure, device);
      const canaries = [
        'Hoàng Yến',
        'thôn Chim Xanh',
        '049190123456',
        'đơn của tôi.pdf',
        '0912345678',
        'Cán bộ Vẹt',
      ];
      const [name = '', address = '', number = '', file = '', phone = '', helper = ''] = canaries.map(
        (text) => `${text} ${crypto.randomUUID()}`,
      );
      const all = [name, address, number, file, phone, helper];
      const id = crypto.randomUUID();
      const draft = draftOf(procedure, {
        answers: { who: { name, address, number } },
        files: [{ id, name: file, size: 3, sha256: 'a'.repeat(64) }],
        delivery: { way: 'post', name, phone, address },
        helper: { name: helper, role: helper, consent: true },
        sending: aSending(),
      });
      await store.write(draft);
      await store.writeFile(id, new TextEncoder().encode(`%PDF ${name} ${number}`).buffer);
      expect(await found(all)).to.deep.equal([]);
      // Whoever looks so would find them.
      await raw.put('drafts', `plain:${id}`, { schema: 1, savedAt: Date.now(), device, text: draft });
      expect(await found(all)).to.have.members(all);
      await raw.remove('drafts', `plain:${id}`);
    });

    it('is gone when it is removed: the draft, its files and its key', async () => {
      const procedure = aProcedure();
      const store = await open(procedure, device);
      const ids = [crypto.randomUUID(), crypto.randomUUID()];
      await store.write(draftOf(procedure));
      for (const id of ids) await store.writeFile(id, new ArrayBuffer(8));
      const taken = await recordOf('drafts', store.id);
      await store.remove(ids);
      for (const place of PLACES)
        expect(await raw.names(place)).not.to.include.oneOf([store.id, ...ids], place);
      expect(JSON.stringify(Object.entries(sessionStorage))).not.to.include(procedure);
      // Who copied it before has nothing to open it with.
      const next = await open(procedure, device);
      await raw.put('drafts', next.id, taken);
      expect(await next.read()).to.equal('broken');
    });

    it('is found to be broken where any of its bytes was changed', async () => {
      const procedure = aProcedure();
      const store = await open(procedure, device);
      await store.write(draftOf(procedure, { answers: {}, done: [] }));
      const { iv, sealed, ...rest } = await recordOf('drafts', store.id);
      const length = iv.byteLength + sealed.byteLength;
      for (let at = 0; at < length; at += 1) {
        const changed = { ...rest, iv: iv.slice(), sealed: sealed.slice(0) };
        if (at < 12) changed.iv[at]! ^= 1 << (at % 8);
        else new Uint8Array(changed.sealed)[at - 12]! ^= 1 << (at % 8);
        await raw.put('drafts', store.id, changed);
        expect(await store.read(), String(at)).to.equal('broken');
      }
      for (const cut of [0, 1, 15, 16, sealed.byteLength - 1]) {
        await raw.put('drafts', store.id, { ...rest, iv, sealed: sealed.slice(0, cut) });
        expect(await store.read(), String(cut)).to.equal('broken');
      }
      await raw.put('drafts', store.id, { ...rest, iv, sealed });
      expect(await store.read()).to.be.an('object');
    });

    it('is not read in the place of another, nor a file as another', async () => {
      const [one, other] = [await open(aProcedure(), device), await open(aProcedure(), device)];
      await one.write(draftOf('one'));
      await raw.put('drafts', other.id, await raw.get('drafts', one.id));
      expect(await other.read()).to.equal('broken');
      const [mine, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
      await one.writeFile(mine, new ArrayBuffer(8));
      await raw.put('draft-files', theirs, await raw.get('draft-files', mine));
      expect(await one.readFile(theirs)).to.equal(undefined);
      expect(await other.readFile(mine)).to.equal(undefined);
    });

    for (const record of ['rubbish', 7, {}, { schema: 1 }, { schema: 1, iv: new Uint8Array(12) }, [], null]) {
      it(`is broken, or not there, where ${JSON.stringify(record)} lies in its place, and can be begun anew`, async () => {
        const procedure = aProcedure();
        const before = await open(procedure, device);
        await before.write(draftOf(procedure));
        await raw.put('drafts', before.id, record);
        const store = await open(procedure, device);
        expect(await store.read()).to.equal(record === null ? undefined : 'broken');
        const draft = draftOf(procedure);
        expect(await store.write(draft)).to.equal('saved');
        expect(await (await open(procedure, device)).read()).to.deep.equal(draft);
      });
    }

    it('is kept again where all of it was deleted from under the page, with its key', async () => {
      const procedure = aProcedure();
      const store = await open(procedure, device);
      await store.write(draftOf(procedure));
      await raw.remove('drafts', store.id);
      await raw.remove('draft-keys', store.id);
      sessionStorage.clear();
      const draft = draftOf(procedure, { at: 'review' });
      expect(await store.write(draft)).to.equal('saved');
      expect(await (await open(procedure, device)).read()).to.deep.equal(draft);
    });
  });
}

describe('a draft', () => {
  it('is not for another tab of a shared computer, nor for this one once its tab was closed', async () => {
    const procedure = aProcedure();
    const store = await open(procedure, 'shared');
    await store.write(draftOf(procedure));
    const kept = sessionStorage.getItem(`dvc-draft:${procedure}`);
    // Another tab has a session of its own.
    sessionStorage.removeItem(`dvc-draft:${procedure}`);
    const other = await open(procedure, 'shared');
    expect(other.id).not.to.equal(store.id);
    expect(await other.read()).to.equal(undefined);
    expect(await raw.names('draft-keys')).not.to.include(store.id);
    // And what it wrote does not come up on somebody's own computer.
    expect(await (await open(procedure, 'own')).read()).to.equal(undefined);
    sessionStorage.setItem(`dvc-draft:${procedure}`, kept!);
    expect(await (await open(procedure, 'shared')).read()).to.be.an('object');
  });

  it('of a newer library is left as it is, by reading, by writing and by sweeping', async () => {
    const procedure = aProcedure();
    const store = await open(procedure);
    await store.write(draftOf(procedure));
    const newer = { ...(await recordOf('drafts', store.id)), schema: 2, savedAt: Date.now() - 5 * YEAR };
    await raw.put('drafts', store.id, newer);
    const later = await open(procedure);
    expect(await later.read()).to.equal('broken');
    expect(await later.write(draftOf(procedure))).to.equal('memory');
    expect(await raw.get('drafts', store.id)).to.deep.equal(newer);
    await later.remove([]);
    expect(await raw.names('drafts')).not.to.include(store.id);
  });

  it('is read as it is where a script of the page changes how lists become JSON', async () => {
    const procedure = aProcedure();
    const draft = draftOf(procedure, { done: ['prepare', 'fill:one'], answers: { a: ['x', 'y'] } });
    const store = await open(procedure);
    stub(Array.prototype, 'toJSON', { value: () => '[]' });
    const written = await store.write(draft);
    for (const restore of restores.splice(0)) restore();
    expect(written).to.equal('saved');
    expect(await (await open(procedure)).read()).to.deep.equal(draft);
  });

  it('has one key where two tabs open it for the first time at once', async () => {
    const procedure = aProcedure();
    const [one, other] = await Promise.all([open(procedure), open(procedure)]);
    const draft = draftOf(procedure);
    await one.write(draft);
    expect(await other.read()).to.deep.equal(draft);
    expect(await (await open(procedure)).read()).to.deep.equal(draft);
  });

  it('has its key as bytes where the browser keeps no keys that cannot be read', async () => {
    const { put } = IDBObjectStore.prototype;
    stub(IDBObjectStore.prototype, 'put', {
      value(this: IDBObjectStore, value: unknown, id: IDBValidKey) {
        if (value instanceof CryptoKey) throw new DOMException('', 'DataCloneError');
        return put.call(this, value, id);
      },
    });
    const procedure = aProcedure();
    const draft = draftOf(procedure);
    expect(await (await open(procedure)).write(draft)).to.equal('saved');
    expect(await (await open(procedure)).read()).to.deep.equal(draft);
  });

  it('waits, by its procedure and nothing else, from when it is to be sent until it was received', async () => {
    const [own, shared] = [aProcedure(), aProcedure()];
    const store = await open(own);
    await (await open(shared, 'shared')).write(draftOf(shared, { sending: aSending() }));
    await store.write(draftOf(own));
    expect(await waitingProcedures()).not.to.include.oneOf([own, shared]);
    await store.write(draftOf(own, { sending: aSending() }));
    expect(await waitingProcedures())
      .to.include(own)
      .and.not.to.include(shared);
    await store.write(draftOf(own, { sending: { ...aSending(), receipt: aReceipt() } }));
    expect(await waitingProcedures()).not.to.include(own);
  });
});

describe('the time of a draft', () => {
  const file = () => ({ id: crypto.randomUUID(), name: 'giấy.pdf', size: 8, sha256: 'a'.repeat(64) });
  const rows: readonly [string, Device, age: number, isThere: boolean][] = [
    ['lasts as long as is said', 'own', OWN_DEVICE_DAYS * DAY - MINUTE, true],
    ['is over then', 'own', OWN_DEVICE_DAYS * DAY + MINUTE, false],
    ['lasts a quarter of an hour where others come', 'shared', 14 * MINUTE, true],
    ['is over after it', 'shared', 16 * MINUTE, false],
    ['does not end because a clock was set back', 'own', -5 * YEAR, true],
    ['does not end there either', 'shared', -DAY, true],
  ];
  for (const [what, device, age, isThere] of rows) {
    it(what, async () => {
      const procedure = aProcedure();
      const clock = { now: Date.now() };
      const store = await open(procedure, device, clock);
      const paper = file();
      clock.now -= age;
      const draft = draftOf(procedure, { savedAt: clock.now, files: [paper] });
      await store.writeFile(paper.id, new ArrayBuffer(8));
      await store.write(draft);
      clock.now += age;
      const read = await (await open(procedure, device, clock)).read();
      // Dated anew where it came from the future: it must end some day.
      expect(read).to.deep.equal(
        isThere ? { ...draft, savedAt: Math.min(draft.savedAt, clock.now) } : undefined,
      );
      expect((await raw.names('drafts')).includes(store.id)).to.equal(isThere);
      expect((await raw.names('draft-files')).includes(paper.id)).to.equal(isThere);
      // Whatever became of it, the next one can be begun, and read after a reload.
      const next = draftOf(procedure, { at: 'review', savedAt: clock.now });
      const again = await open(procedure, device, clock);
      await again.read();
      expect(await again.write(next)).to.equal('saved');
      expect(await (await open(procedure, device, clock)).read()).to.deep.equal(next);
    });
  }

  it('over in the middle of a page does not take the next draft with it', async () => {
    const procedure = aProcedure();
    const clock = { now: Date.now() };
    const store = await open(procedure, 'own', clock);
    clock.now -= 31 * DAY - MINUTE;
    await store.write(draftOf(procedure, { savedAt: clock.now }));
    clock.now += 31 * DAY - MINUTE;
    expect(await store.read()).to.equal(undefined);
    const next = draftOf(procedure, { at: 'review', savedAt: clock.now });
    expect(await store.write(next)).to.equal('saved');
    expect(await (await open(procedure, 'own', clock)).read()).to.deep.equal(next);
  });

  it('of what nobody opens any more ends too, with its key and its files', async () => {
    const clock = { now: Date.now() };
    const made = async (device: Device, age: number) => {
      const procedure = aProcedure();
      const store = await open(procedure, device, clock);
      const paper = file();
      clock.now -= age;
      await store.writeFile(paper.id, new ArrayBuffer(8));
      await store.write(draftOf(procedure, { savedAt: clock.now, files: [paper] }));
      clock.now += age;
      return [store.id, paper.id];
    };
    const gone = [...(await made('own', 31 * DAY + MINUTE)), ...(await made('shared', DAY + MINUTE))];
    const kept = [...(await made('own', 31 * DAY - MINUTE)), ...(await made('shared', DAY - MINUTE))];
    await open(aProcedure(), 'own', clock);
    const names = async () => (await Promise.all(PLACES.map((place) => raw.names(place)))).flat();
    await until(async () => {
      const there = await names();
      return !gone.some((id) => there.includes(id));
    });
    expect(await names()).to.include.members(kept);
  });

  it('is that of its papers, however long ago they were chosen', async () => {
    const procedure = aProcedure();
    const clock = { now: Date.now() };
    const store = await open(procedure, 'own', clock);
    const [paper, orphan, fresh] = [file(), file(), file()];
    clock.now -= 60 * DAY;
    for (const { id } of [paper, orphan]) await store.writeFile(id, new ArrayBuffer(8));
    clock.now += 60 * DAY;
    await store.writeFile(fresh.id, new ArrayBuffer(8));
    await store.write(draftOf(procedure, { files: [paper] }));
    const later = await open(procedure, 'own', clock);
    expect((await later.readFile(paper.id))?.byteLength).to.equal(8);
    // Of no draft: what a crash left behind, or what was chosen a moment ago in another tab.
    await until(async () => !(await raw.names('draft-files')).includes(orphan.id));
    expect(await raw.names('draft-files')).to.include(fresh.id);
  });

  it('of a draft from the future that nobody opens begins to run when it is seen', async () => {
    const clock = { now: Date.now() };
    const store = await open(aProcedure(), 'own', clock);
    clock.now += 5 * YEAR;
    await store.write(draftOf('later', { savedAt: clock.now }));
    clock.now -= 5 * YEAR;
    await open(aProcedure(), 'own', clock);
    expect((await recordOf('drafts', store.id)).savedAt).to.equal(clock.now);
  });
});

describe('two tabs that both write', () => {
  it('do not write over what the other one wrote and they have not read', async () => {
    const procedure = aProcedure();
    const [one, other] = [await open(procedure), await open(procedure)];
    await one.write(draftOf(procedure, { at: 'a' }));
    expect(await other.write(draftOf(procedure, { at: 'b' }))).to.equal('elsewhere');
    expect(await other.read()).to.deep.include({ at: 'a' });
    expect(await other.write(draftOf(procedure, { at: 'b' }))).to.equal('saved');
    expect(await one.write(draftOf(procedure, { at: 'c' }))).to.equal('elsewhere');
    expect(await one.read()).to.deep.include({ at: 'b' });
  });

  it('lose nothing that was said to be saved, in any order of words and readings', async () => {
    const act = fc.record({ tab: fc.nat(3), does: fc.constantFrom('write', 'write', 'write', 'read') });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
        const procedure = aProcedure();
        const tabs = await Promise.all(
          Array.from({ length: 4 }, async () => ({
            store: await open(procedure),
            words: [] as readonly string[],
          })),
        );
        const saved: string[] = [];
        const wordsIn = (draft: Draft | 'broken' | undefined) => {
          expect(draft).not.to.equal('broken');
          return typeof draft === 'object' ? draft.done : [];
        };
        for (const [at, { tab, does }] of acts.entries()) {
          const { store, words } = tabs[tab]!;
          if (does === 'read') tabs[tab]!.words = wordsIn(await store.read());
          else {
            tabs[tab]!.words = [...words, String(at)];
            if ((await store.write(draftOf(procedure, { done: tabs[tab]!.words }))) === 'saved')
              saved.push(String(at));
          }
        }
        const there = wordsIn(await (await open(procedure)).read());
        expect(there).to.include.members(saved);
        await tabs[0]!.store.remove([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a browser that keeps nothing', () => {
  const opens = (device: Device = 'own') => openDraftStore(aProcedure(), device, Date.now);

  it('is no place for a draft where it cannot encrypt, as on a page without https', async () => {
    stub(crypto, 'subtle', { value: undefined });
    const found = [await opens(), await opens('shared')];
    expect(found.every((store) => store === undefined)).to.equal(true);
  });

  it('keeps nothing on a shared computer where it keeps no session, and says so every time', async () => {
    const store = await open(aProcedure(), 'shared');
    stub(Storage.prototype, 'setItem', {
      value: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    for (const at of ['1', '2']) expect(await store.write(draftOf('any', { at }))).to.equal('memory');
    expect(await store.writeFile(crypto.randomUUID(), new ArrayBuffer(8))).to.equal(false);
    expect(await opens()).to.be.an('object');
  });

  /** A page that opens nothing yet: what is open is let go when somebody wants to upgrade it. */
  async function letGo(): Promise<void> {
    for (const place of PLACES) {
      const name = `dvc-widgets-${place}`;
      const version = (await indexedDB.databases()).find((one) => one.name === name)?.version ?? 0;
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, version + 1);
        request.onblocked = () => reject(new Error(`${name} is not let go`));
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      });
    }
  }

  it('is let go by this page when another one wants to upgrade or delete it', async () => {
    const procedure = aProcedure();
    const store = await open(procedure);
    await store.write(draftOf(procedure));
    await store.writeFile(crypto.randomUUID(), new ArrayBuffer(8));
    await letGo();
    expect(await store.write(draftOf(procedure, { at: 'review' }))).to.equal('saved');
    expect(await store.read()).to.deep.include({ at: 'review' });
  });

  const faults: readonly [string, () => unknown][] = [
    [
      'throws',
      () => {
        throw new DOMException('', 'SecurityError');
      },
    ],
    [
      'refuses',
      () => {
        const request = {
          error: new DOMException('', 'UnknownError'),
          onerror: undefined as (() => void) | undefined,
        };
        queueMicrotask(() => request.onerror?.());
        return request;
      },
    ],
    ['is missing', () => undefined],
  ];
  for (const [what, answer] of faults) {
    it(`is none where opening ${what}, and is one again later`, async () => {
      await letGo();
      stub(IDBFactory.prototype, 'open', { value: answer });
      expect([await opens(), await opens('shared'), await waitingProcedures()]).to.deep.equal([
        undefined,
        undefined,
        [],
      ]);
      for (const restore of restores.splice(0)) restore();
      expect(await opens()).to.be.an('object');
    });
  }

  it('is none after two seconds where it never answers, and is one again later', async () => {
    await letGo();
    stub(IDBFactory.prototype, 'open', { value: () => ({}) });
    const timers = fakeTimers();
    restores.push(timers.restore);
    for (const device of ['own', 'shared'] as const) {
      const opened = opens(device);
      await until(() => timers.asked.length > 0);
      expect(Math.max(...timers.asked)).to.equal(2000);
      while (timers.ring());
      expect(await opened).to.equal(undefined);
    }
    for (const restore of restores.splice(0).reverse()) restore();
    expect(await opens()).to.be.an('object');
  });

  it('may stop answering in the middle: what is not kept is not called kept, and nobody waits', async () => {
    const procedure = aProcedure();
    const store = await open(procedure);
    const draft = draftOf(procedure);
    await store.write(draft);
    stub(IDBObjectStore.prototype, 'get', { value: () => ({}) });
    const timers = fakeTimers();
    restores.push(timers.restore);
    const ringing = async <Value>(work: Promise<Value>, ms: number): Promise<Value> => {
      await until(() => timers.asked.includes(ms));
      while (timers.ring());
      return work;
    };
    expect(await ringing(store.write({ ...draft, at: 'review' }), 2000)).to.equal('memory');
    expect(await ringing(store.read(), 2000)).to.equal('broken');
    expect(await ringing(store.readFile('a'), 30_000)).to.equal(undefined);
    for (const restore of restores.splice(0).reverse()) restore();
    expect(await (await open(procedure)).read()).to.deep.equal(draft);
    expect(await store.write({ ...draft, at: 'review' })).to.equal('saved');
  });

  const full = () => new DOMException('', 'QuotaExceededError');
  const fulls: readonly [string, (put: () => IDBRequest, store: IDBObjectStore) => IDBRequest][] = [
    [
      'at once',
      () => {
        throw full();
      },
    ],
    [
      'only at the end',
      (put, store) => {
        const request = put();
        store.transaction.abort();
        return request;
      },
    ],
  ];
  for (const [when, fail] of fulls) {
    it(`may be full at any write, and says so ${when}: what was kept stays, and the next one is kept again`, async () => {
      const { put } = IDBObjectStore.prototype;
      let left = Infinity;
      stub(IDBObjectStore.prototype, 'put', {
        value(this: IDBObjectStore, value: unknown, id: IDBValidKey) {
          left -= 1;
          const write = () => put.call(this, value, id);
          return left === 0 ? fail(write, this) : write();
        },
      });
      for (let which = 1; which <= 12; which += 1) {
        const procedure = aProcedure();
        const store = await open(procedure);
        left = which;
        let last: Draft | undefined;
        for (let write = 1; write <= 6; write += 1) {
          const draft = draftOf(procedure, { at: String(write) });
          const state = await store.write(draft);
          if (state === 'saved') last = draft;
          else expect(state).to.equal('memory');
          // Nothing older than what was said to be kept; what was not may be there all the same.
          expect(await (await open(procedure)).read()).to.deep.be.oneOf([last, draft]);
        }
        left = Infinity;
        expect(last?.at).to.be.oneOf(['5', '6']);
      }
      left = 1;
      expect(await (await open(aProcedure())).writeFile(crypto.randomUUID(), new ArrayBuffer(8))).to.be.a(
        'boolean',
      );
    });
  }

  it('says so of a file that has no room', async () => {
    const store = await open(aProcedure());
    stub(IDBObjectStore.prototype, 'put', {
      value: () => {
        throw full();
      },
    });
    const id = crypto.randomUUID();
    expect(await store.writeFile(id, new ArrayBuffer(8))).to.equal(false);
    expect(await raw.names('draft-files')).not.to.include(id);
  });
});
