import { expect } from '@open-wc/testing';
import { openActs, type OpenAct } from '../../src/ui/open-acts.js';
import { emptyBrowser, found, raw, type RawRecord } from '../support/storage.js';

const NOW = Date.parse('2026-11-16T02:00:00Z');
const HOUR = 3_600_000;
const dossier = { gateway: 'https://xa.example/gateway', code: 'H57.132-261116-0583' };
const anAct = (note: string): OpenAct => ({
  ...dossier,
  act: { kind: 'withdraw', id: '00000000-0000-4000-8000-000000000001', note },
});
const open = async (now = NOW) => {
  const acts = await openActs('own', () => now);
  if (!acts) throw new Error('no place');
  return acts;
};

describe('open acts', () => {
  beforeEach(emptyBrowser);

  it('are there after a reload, for their dossier alone, and locked', async () => {
    await (await open()).keep(anAct('Nộp nhầm'));
    await (await open()).keep(anAct('Nộp nhầm'));
    expect(await raw.names('acts')).to.have.length(1);
    expect(await (await open()).find(dossier)).to.deep.equal([anAct('Nộp nhầm')]);
    for (const other of [
      { ...dossier, code: 'H57.132-261116-0584' },
      { ...dossier, gateway: 'https://khac.example' },
    ])
      expect(await (await open()).find(other)).to.deep.equal([]);
    expect(await found(['Nộp nhầm', dossier.code])).to.deep.equal([]);
  });

  it('stay known to be worked on, once the office said so, however often they are sent again', async () => {
    await (await open()).keep(anAct('x'));
    await (await open()).keep({ ...anAct('x'), isUnderWay: true });
    await (await open()).keep(anAct('x'));
    expect(await (await open()).find(dossier)).to.deep.equal([{ ...anAct('x'), isUnderWay: true }]);
  });

  it('are all told, each with what was known when it was sent first', async () => {
    const other = { ...anAct('y'), act: { ...anAct('y').act, id: '00000000-0000-4000-8000-000000000002' } };
    await (await open()).keep({ ...anAct('x'), seen: 2 });
    await (await open()).keep({ ...anAct('x'), seen: 5 });
    await (await open()).keep(other);
    const known = await (await open()).find(dossier);
    expect(known).to.have.deep.members([{ ...anAct('x'), seen: 2 }, other]);
  });

  it('are forgotten once it is known what they came to, or after a day', async () => {
    await (await open()).keep(anAct('x'));
    await (await open()).forget('00000000-0000-4000-8000-000000000002');
    expect(await raw.names('acts')).to.have.length(1);
    await (await open()).forget(anAct('x').act.id);
    expect(await raw.names('acts')).to.deep.equal([]);
    await (await open()).keep(anAct('x'));
    expect(await (await open(NOW + 23 * HOUR)).find(dossier)).to.have.length(1);
    expect(await (await open(NOW + 25 * HOUR)).find(dossier)).to.deep.equal([]);
    expect(await raw.names('acts')).to.deep.equal([]);
  });

  it('are nothing on a shared computer, and nothing where they cannot be read', async () => {
    expect(await openActs('shared', () => NOW)).to.equal(undefined);
    await (await open()).keep(anAct('x'));
    const [name] = (await raw.names('acts')) as string[];
    const kept = (await raw.get('acts', name!)) as RawRecord;
    await raw.put('acts', name!, { ...kept, sealed: new ArrayBuffer(40) });
    expect(await (await open()).find(dossier)).to.deep.equal([]);
    await raw.put('acts', name!, { ...kept, schema: 2 });
    await open();
    expect(await raw.names('acts')).to.deep.equal([name]);
  });
});
