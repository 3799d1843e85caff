import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { aTracker, askFor, buttonOf, pressOn, rootOf, says, textIn } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser, raw, type RawRecord } from '../support/storage.js';
import { aTrackedDossier, LAST4, type TrackedSystem } from '../support/tracked.js';

/* What is followed on one's own computer: what opens it is neither lost, nor for anybody else. */

const show = (system: TrackedSystem, settings: Partial<StatusTracker> = {}): Promise<StatusTracker> =>
  fixture<StatusTracker>(aTracker(system, settings));
const LIST = 'Hồ sơ đang theo dõi trên máy này';

async function follow(element: StatusTracker): Promise<void> {
  await pressOn(element, 'Theo dõi trên máy này');
  await says(element, 'Đang theo dõi trên máy này');
}
/** Opens it from the list, and waits until its system was asked. */
async function openFollowed(element: StatusTracker, { asked }: TrackedSystem): Promise<void> {
  const before = asked.length;
  await pressOn(element, /^Mở /u);
  await until(() => asked.length > before, 'a question');
  await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
  await until(() => rootOf(element).querySelector('[part="more"]') !== null, 'all of it');
}
const lastFactor = ({ asked }: TrackedSystem): string =>
  (JSON.parse(asked.at(-1)!.body) as { factor: { kind: string } }).factor.kind;

/** Which writing of the one dossier that is followed lies on the disk: each has a start of its own to its cipher. */
async function writing(): Promise<string> {
  const [name] = (await raw.names('followed')) as string[];
  return String(((await raw.get('followed', name!)) as RawRecord).iv);
}

/** The page stands at an address of another folder meanwhile. */
async function standingAt(folder: string, act: () => Promise<void>): Promise<void> {
  const base = document.createElement('base');
  base.href = new URL(folder, location.origin).href;
  document.head.append(base);
  try {
    await act();
  } finally {
    base.remove();
  }
}

describe('dvc-status-tracker, of what is followed', () => {
  beforeEach(emptyBrowser);

  it('keeps the secret of the receipt where the same dossier is looked up by four digits', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    await follow(element);
    await pressOn(element, 'Xem hồ sơ khác');
    await askFor(element, system, LAST4);
    expect(textIn(element)).to.contain('Bạn đang xem phần chung');
    await pressOn(element, 'Cập nhật');
    await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
    element.remove();

    const later = await show(system);
    await openFollowed(later, system);
    expect(lastFactor(system)).to.equal('secret');
    expect(() => buttonOf(later, 'Rút hồ sơ')).not.to.throw();
  });

  it('takes the secret of the receipt in the place of four digits', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system, LAST4);
    await follow(element);
    await pressOn(element, 'Xem hồ sơ khác');
    const before = await writing();
    await askFor(element, system);
    await until(async () => (await writing()) !== before, 'that it is written down');
    element.remove();
    const later = await show(system);
    await openFollowed(later, system);
    expect(lastFactor(system)).to.equal('secret');
    expect(await raw.names('followed')).to.have.length(1);
  });

  it('is for the system at the whole address, however a page writes that', async () => {
    const system = await aTrackedDossier();
    const askedAt = (folder: string) => system.asked.filter(({ path }) => path.startsWith(folder)).length;
    await standingAt('/xa-a/', async () => {
      const element = await show(system, { gateway: 'gateway' });
      await askFor(element, system);
      await follow(element);
      element.remove();
    });
    const before = askedAt('/xa-a/gateway/v1/');
    expect(before).to.be.greaterThan(0);
    await standingAt('/xa-b/', async () => {
      const other = await show(system, { gateway: 'gateway' });
      await says(other, 'Theo dõi hồ sơ');
      await askFor(other, system, LAST4);
      await says(other, 'Theo dõi trên máy này');
      await pressOn(other, 'Xem hồ sơ khác');
      expect(textIn(other)).not.to.contain(LIST);
      other.remove();
    });
    await standingAt('/xa-a/en/', async () => {
      const english = await show(system, { gateway: '../gateway' });
      await says(english, LIST);
      await openFollowed(english, system);
      english.remove();
    });
    expect(askedAt('/xa-a/gateway/v1/')).to.equal(before + 1);
    const sent = system.asked.filter(({ path }) => path.startsWith('/xa-b/')).map(({ body }) => body);
    expect(sent.join()).not.to.contain(system.receipt.secret);
  });

  it('stays with its system while the page goes elsewhere', async () => {
    const system = await aTrackedDossier();
    const element = await show(system, { gateway: '/xa-a/gateway' });
    await askFor(element, system);
    element.gateway = '/xa-b/gateway';
    await element.updateComplete;
    await pressOn(element, 'Cập nhật');
    await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
    expect(system.asked.filter(({ path }) => path.startsWith('/xa-b/'))).to.deep.equal([]);
  });

  it('asks no other system about an act of which nobody knows what it came to', async () => {
    const system = await aTrackedDossier();
    const { line } = system;
    const acts = () => system.asked.filter(({ path }) => path.endsWith('/acts'));
    await standingAt('/xa-a/', async () => {
      const element = await show(system, { gateway: 'gateway' });
      await askFor(element, system);
      system.line = (request, go) =>
        request.url.endsWith('/acts') ? Promise.reject(new TypeError('no network')) : go(request);
      await pressOn(element, 'Rút hồ sơ');
      await until(() => rootOf(element).querySelector('.danger') !== null, 'the question');
      rootOf(element).querySelector<HTMLElement>('.button.danger')!.click();
      await says(element, 'Chưa biết đã tới hay chưa');
      element.remove();
    });
    system.line = line;
    await standingAt('/xa-b/', async () => {
      const other = await show(system, { gateway: 'gateway' });
      await askFor(other, system);
      await says(other, 'Theo dõi trên máy này');
      expect(textIn(other)).not.to.contain('Chưa biết đã tới hay chưa');
      other.remove();
    });
    await standingAt('/xa-a/en/', async () => {
      const english = await show(system, { gateway: '../gateway' });
      await askFor(english, system);
      await says(english, 'Chưa biết đã tới hay chưa');
      english.remove();
    });
    expect(acts().filter(({ path }) => path.startsWith('/xa-b/'))).to.deep.equal([]);
  });

  it('is not shown once others use the computer, and nothing more is kept; it is there again afterwards', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    await follow(element);
    await pressOn(element, 'Xem hồ sơ khác');
    await says(element, LIST);

    element.device = 'shared';
    await element.updateComplete;
    expect(textIn(element)).not.to.contain(LIST).and.not.to.contain(system.receipt.dossier);
    const [name] = (await raw.names('followed')) as string[];
    const kept = await raw.get('followed', name!);
    await askFor(element, system);
    expect(() => buttonOf(element, /theo dõi trên máy này$/iu)).to.throw();
    expect(await raw.get('followed', name!)).to.deep.equal(kept);
    await pressOn(element, 'Xem hồ sơ khác');

    element.device = 'own';
    await says(element, LIST);
  });

  it('is there where a computer becomes somebody’s own after the page was opened', async () => {
    const system = await aTrackedDossier();
    const first = await show(system);
    await askFor(first, system);
    await follow(first);
    first.remove();
    const element = await show(system, { device: 'shared' });
    await until(() => rootOf(element).querySelector('#code') !== null, 'the form');
    expect(textIn(element)).not.to.contain(LIST);
    element.device = 'own';
    await says(element, LIST);
  });
});
