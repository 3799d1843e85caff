import { expect } from '@open-wc/testing';
import { openBegunSupplements } from '../../src/ui/begun-supplements.js';
import { openFollowed } from '../../src/ui/followed-dossiers.js';
import { aFollowedDossier as aDossier } from '../support/followed.js';
import { emptyBrowser, found, raw, type RawRecord } from '../support/storage.js';

const { at: NOW, code } = aDossier();
const DAY = 24 * 3_600_000;
const open = async (now = NOW) => {
  const followed = await openFollowed('own', () => now);
  if (!followed) throw new Error('no place');
  return followed;
};

describe('followed dossiers', () => {
  beforeEach(emptyBrowser);

  it('are there after a reload, newest first, each once', async () => {
    const followed = await open();
    expect(await followed.keep(aDossier())).to.equal('kept');
    const other = aDossier({ code: 'G22.99-251225-020175', at: NOW + 1 });
    await followed.keep(other);
    await followed.keep(aDossier({ at: NOW + 2 }));
    expect((await (await open()).list()).map((one) => one.code)).to.deep.equal([code, other.code]);
  });

  it('are nothing on a shared computer', async () => {
    expect(await openFollowed('shared', () => NOW)).to.equal(undefined);
    expect(await raw.names('followed')).to.deep.equal([]);
  });

  it('cannot be read by whoever looks at the disk: no code, no factor, no office', async () => {
    await (await open()).keep(aDossier());
    expect(await found([code, 'ABCDE12345', 'UBND Xã Mẫu', 'xa.example'])).to.deep.equal([]);
    expect(await raw.names('followed')).to.have.length(1);
  });

  it('are forgotten one by one, and all at once with their key', async () => {
    const followed = await open();
    await followed.keep(aDossier());
    await followed.keep(aDossier({ code: 'X-1' }));
    await followed.forget({ code, gateway: aDossier().gateway });
    expect((await followed.list()).map((one) => one.code)).to.deep.equal(['X-1']);
    await followed.forgetAll();
    expect(await raw.names('followed')).to.deep.equal([]);
    expect(await raw.names('draft-keys')).not.to.include('own:followed');
  });

  it('stay let go of, where a look that was under way would write them down again', async () => {
    const [here, there] = [await open(), await open()];
    await here.keep(aDossier());
    expect(await here.keep(aDossier({ at: NOW + 1 }), false)).to.equal('kept');
    const [, renewed] = await Promise.all([here.forget(aDossier()), there.keep(aDossier(), false)]);
    expect(renewed).to.be.oneOf(['failed', 'kept']);
    expect(await here.list()).to.deep.equal([]);
    expect(await there.keep(aDossier(), false)).to.equal('failed');
    expect(await raw.names('followed')).to.deep.equal([]);
  });

  it('take with them what was typed for them, and for no other', async () => {
    const followed = await open();
    const begun = await openBegunSupplements('own', () => NOW);
    const whole = { gateway: 'https://xa.example/gateway', askedAt: 'x', note: 'Mẫu', answers: {} };
    await followed.keep(aDossier());
    await begun?.change({ ...whole, code }, () => ({ ...whole, code }));
    await begun?.change({ ...whole, code: 'X-1' }, () => ({ ...whole, code: 'X-1' }));
    await followed.forget({ code, gateway: whole.gateway });
    expect(await begun?.find({ ...whole, code })).to.equal(undefined);
    expect((await begun?.find({ ...whole, code: 'X-1' }))?.note).to.equal('Mẫu');
  });

  it('end after ninety days that nobody looked at them, also where a clock jumped', async () => {
    const followed = await open();
    await followed.keep(aDossier());
    expect(await (await open(NOW + 89 * DAY)).list()).to.have.length(1);
    expect(await (await open(NOW - 91 * DAY)).list()).to.have.length(0);
    await followed.keep(aDossier());
    expect(await (await open(NOW + 91 * DAY)).list()).to.have.length(0);
    expect(await raw.names('followed')).to.deep.equal([]);
  });

  it('are at most thirty', async () => {
    const followed = await open();
    for (let one = 0; one < 30; one += 1) await followed.keep(aDossier({ code: `X-${String(one)}` }));
    expect(await followed.keep(aDossier({ code: 'X-30' }))).to.equal('full');
    expect(await followed.keep(aDossier({ code: 'X-3' }))).to.equal('kept');
  });

  it('that were changed on the disk, or moved, are dropped and not shown', async () => {
    const followed = await open();
    await followed.keep(aDossier());
    const [id] = (await raw.names('followed')) as string[];
    const kept = (await raw.get('followed', id!)) as RawRecord;
    await raw.put('followed', 'elsewhere', kept);
    const bytes = new Uint8Array(kept.sealed.slice(0));
    bytes[3]! ^= 1;
    await raw.put('followed', id!, { ...kept, sealed: bytes.buffer });
    expect(await followed.list()).to.deep.equal([]);
  });

  it('of a newer library are left as they are', async () => {
    await raw.put('followed', 'newer', { schema: 2, savedAt: 0 });
    expect(await (await open()).list()).to.deep.equal([]);
    expect(await raw.names('followed')).to.deep.equal(['newer']);
  });

  it('are none where the browser keeps nothing, and nothing throws', async () => {
    const followed = await open();
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      expect(await followed.keep(aDossier())).to.equal('failed');
      expect(await followed.list()).to.deep.equal([]);
      expect(await openFollowed('own', () => NOW)).to.equal(undefined);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });
});
