import { expect } from '@open-wc/testing';
import { openBegunSupplements, type BegunSupplement } from '../../src/ui/begun-supplements.js';
import { emptyBrowser, found, raw, type RawRecord } from '../support/storage.js';

const NOW = Date.parse('2026-11-16T02:00:00Z');
const DAY = 24 * 3_600_000;
const request = {
  gateway: 'https://xa.example/gateway',
  code: 'H57.132-261116-0583',
  askedAt: '2026-11-15T02:00:00.000Z',
};
const begun = (note = 'Đã ký lại'): BegunSupplement => ({ ...request, note, answers: { born: '6/3' } });
const open = async (now = NOW) => {
  const supplements = await openBegunSupplements('own', () => now);
  if (!supplements) throw new Error('no place');
  return supplements;
};
const keep = async (one: BegunSupplement) => (await open()).change(one, () => one);

describe('begun supplements', () => {
  beforeEach(emptyBrowser);

  it('are there after a reload as they were typed last, one for each dossier, and locked', async () => {
    expect(await keep(begun('Đã'))).to.equal(true);
    await keep(begun());
    await keep({ ...begun(), code: 'X-1' });
    expect(await raw.names('supplements')).to.have.length(2);
    expect(await (await open()).find(request)).to.deep.equal(begun());
    expect(await (await open()).find({ ...request, gateway: 'https://khac.example' })).to.equal(undefined);
    expect(await found(['Đã ký lại', '6/3', request.code, request.gateway])).to.deep.equal([]);
  });

  it('are given for the last time, and dropped, where something else is asked for now', async () => {
    await keep(begun());
    await keep({ ...begun(), code: 'X-1' });
    const askedAt = '2026-11-16T01:00:00.000Z';
    expect(await (await open()).find({ ...request, askedAt })).to.deep.equal(begun());
    expect(await raw.names('supplements')).to.have.length(1);
    expect(await (await open()).find(request)).to.equal(undefined);
  });

  it('stay where nothing is asked for now, until they are forgotten', async () => {
    await keep(begun());
    expect(await (await open()).find({ ...request, askedAt: undefined })).to.deep.equal(begun());
    expect(await (await open()).find(request)).to.deep.equal(begun());
  });

  it('are forgotten alone, and end after ninety days', async () => {
    await keep(begun());
    await keep({ ...begun(), code: 'X-1' });
    await (await open()).forget(request);
    expect(await raw.names('supplements')).to.have.length(1);
    expect(await (await open(NOW + 89 * DAY)).find({ ...request, code: 'X-1' })).not.to.equal(undefined);
    await open(NOW + 91 * DAY);
    expect(await raw.names('supplements')).to.deep.equal([]);
  });

  /** Two tabs add to what is kept in the same moment. */
  async function both(): Promise<string> {
    const tabs = await Promise.all([open(), open()]);
    const kept = tabs.map((tab, at) =>
      tab.change(request, (before) => begun(`${before?.note ?? ''}${String(at)}`)),
    );
    expect(await Promise.all(kept)).to.deep.equal([true, true]);
    return (await (await open()).find(request))?.note ?? '';
  }

  it('are changed by one tab after the other, so that nothing of either is lost', async () => {
    expect(await both()).to.equal('01');
    expect(await raw.names('supplements')).to.have.length(1);
  });

  it('are changed all the same where the browser has no locks', async () => {
    const { locks } = Object.getOwnPropertyDescriptors(Navigator.prototype);
    Reflect.deleteProperty(Navigator.prototype, 'locks');
    try {
      expect(await both()).to.match(/^[01]+$/u);
    } finally {
      Object.defineProperty(Navigator.prototype, 'locks', locks);
    }
  });

  it('are changed also where another tab never lets go, and nobody waits for ever', async () => {
    let letGo!: () => void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const holding = navigator.locks.request('dvc-list:own:supplements', () => held);
    expect(await keep(begun())).to.equal(true);
    expect(await (await open()).find(request)).to.deep.equal(begun());
    letGo();
    await holding;
  });

  it('are not changed where the disk takes nothing, and forgotten where nothing is left of them', async () => {
    await keep(begun());
    const store = await open();
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      expect(await store.change(request, () => begun('Khác'))).to.equal(false);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(await store.find(request)).to.deep.equal(begun());
    expect(await store.change(request, () => undefined)).to.equal(true);
    expect(await raw.names('supplements')).to.deep.equal([]);
  });

  it('are nothing on a shared computer, and nothing where they cannot be read', async () => {
    expect(await openBegunSupplements('shared', () => NOW)).to.equal(undefined);
    await keep(begun());
    const [name] = (await raw.names('supplements')) as string[];
    const kept = (await raw.get('supplements', name!)) as RawRecord;
    await raw.put('supplements', name!, { ...kept, sealed: new ArrayBuffer(40) });
    expect(await (await open()).find(request)).to.equal(undefined);
    await raw.put('supplements', 'newer', { ...kept, schema: 2 });
    await open();
    expect(await raw.names('supplements')).to.deep.equal(['newer']);
  });
});
