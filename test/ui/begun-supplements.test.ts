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

describe('begun supplements', () => {
  beforeEach(emptyBrowser);

  it('are there after a reload as they were typed last, one for each dossier, and locked', async () => {
    expect(await (await open()).keep(begun('Đã'))).to.equal(true);
    await (await open()).keep(begun());
    await (await open()).keep({ ...begun(), code: 'X-1' });
    expect(await raw.names('supplements')).to.have.length(2);
    expect(await (await open()).find(request)).to.deep.equal(begun());
    expect(await (await open()).find({ ...request, gateway: 'https://khac.example' })).to.equal(undefined);
    expect(await found(['Đã ký lại', '6/3', request.code, request.gateway])).to.deep.equal([]);
  });

  it('are given for the last time, and dropped, where something else is asked for now', async () => {
    await (await open()).keep(begun());
    await (await open()).keep({ ...begun(), code: 'X-1' });
    const askedAt = '2026-11-16T01:00:00.000Z';
    expect(await (await open()).find({ ...request, askedAt })).to.deep.equal(begun());
    expect(await raw.names('supplements')).to.have.length(1);
    expect(await (await open()).find(request)).to.equal(undefined);
  });

  it('stay where nothing is asked for now, until they are forgotten', async () => {
    await (await open()).keep(begun());
    expect(await (await open()).find({ ...request, askedAt: undefined })).to.deep.equal(begun());
    expect(await (await open()).find(request)).to.deep.equal(begun());
  });

  it('are forgotten alone, and end after ninety days', async () => {
    await (await open()).keep(begun());
    await (await open()).keep({ ...begun(), code: 'X-1' });
    await (await open()).forget(request);
    expect(await raw.names('supplements')).to.have.length(1);
    expect(await (await open(NOW + 89 * DAY)).find({ ...request, code: 'X-1' })).not.to.equal(undefined);
    await open(NOW + 91 * DAY);
    expect(await raw.names('supplements')).to.deep.equal([]);
  });

  it('are nothing on a shared computer, and nothing where they cannot be read', async () => {
    expect(await openBegunSupplements('shared', () => NOW)).to.equal(undefined);
    await (await open()).keep(begun());
    const [name] = (await raw.names('supplements')) as string[];
    const kept = (await raw.get('supplements', name!)) as RawRecord;
    await raw.put('supplements', name!, { ...kept, sealed: new ArrayBuffer(40) });
    expect(await (await open()).find(request)).to.equal(undefined);
    await raw.put('supplements', 'newer', { ...kept, schema: 2 });
    await open();
    expect(await raw.names('supplements')).to.deep.equal(['newer']);
  });
});
