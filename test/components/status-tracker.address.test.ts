import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { aTracker, askFor, pressOn, rootOf, typeInto } from '../support/drive-tracker.js';
import { openFollowed } from '../../src/ui/followed-dossiers.js';
import { until } from '../support/fake-timers.js';
import { aFollowedDossier } from '../support/followed.js';
import { GATEWAY } from '../support/receiving-system.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, type TrackedSystem } from '../support/tracked.js';

/* What of the two boxes is in the address of the page: the code alone, where a page wants that, on one's own computer. */

const show = async (system: TrackedSystem, settings: Partial<StatusTracker> = {}): Promise<StatusTracker> => {
  const element = await fixture<StatusTracker>(aTracker(system, settings));
  await until(() => rootOf(element).querySelector('#code') !== null, 'the form');
  return element;
};
const codeIn = (element: StatusTracker) => rootOf(element).querySelector<HTMLInputElement>('#code')?.value;
const type = async (element: StatusTracker, code: string) => {
  typeInto(element, 'code', code);
  await element.updateComplete;
};

describe('dvc-status-tracker, and the address of its page', () => {
  beforeEach(emptyBrowser);
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('has the code there that was typed, so that the next visit begins with it, and never what opens it', async () => {
    const system = await aTrackedDossier();
    const { dossier, secret } = system.receipt;
    const entries = history.length;
    const element = await show(system, { syncAddress: true });
    await type(element, dossier.toLowerCase().replaceAll('-', ' – '));
    expect(location.hash).to.equal(`#ma=${dossier}`);
    await askFor(element, system);
    expect(location.href).to.contain(dossier).and.not.to.contain(secret);
    expect(location.search).not.to.contain(dossier);
    expect(history.length).to.equal(entries);
    element.remove();

    const later = await show(system, { syncAddress: true });
    expect(codeIn(later)).to.equal(dossier);
    await askFor(later, system);
    await pressOn(later, 'Xem hồ sơ khác');
    await until(() => location.hash === '', 'no code in the address');
  });

  it('begins after a reload with the dossier that was opened from the list, and offers it first', async () => {
    const system = await aTrackedDossier();
    const { dossier } = system.receipt;
    const store = await openFollowed('own', Date.now);
    const gateway = new URL(GATEWAY, document.baseURI).href;
    const factor = { kind: 'secret', value: system.receipt.secret } as const;
    await store!.keep(aFollowedDossier({ gateway, code: dossier, factor, at: Date.now() - 1000 }));
    await store!.keep(aFollowedDossier({ gateway, at: Date.now() }));
    const entries = (element: StatusTracker) =>
      [...rootOf(element).querySelectorAll('.followed-code')].map(({ textContent }) => textContent.trim());
    const first = await show(system, { syncAddress: true });
    await until(() => entries(first).length === 2, 'the list');
    expect(rootOf(first).querySelector('form .followed')).to.equal(null);
    const buttons = rootOf(first).querySelectorAll<HTMLElement>('.followed .open');
    buttons[entries(first).indexOf(`Mở ${dossier}`)]!.click();
    await until(() => location.hash === `#ma=${dossier}`, 'the code in the address');
    await until(() => rootOf(first).querySelector('[part="more"]') !== null, 'the dossier');
    expect(location.href).not.to.contain(system.receipt.secret);
    first.remove();

    const later = await show(system, { syncAddress: true });
    await until(() => entries(later).length === 2, 'the list');
    expect(codeIn(later)).to.equal(dossier);
    const [offered] = rootOf(later).querySelectorAll<HTMLElement>('form .followed .open');
    expect(entries(later)[0]).to.equal(`Mở ${dossier}`);
    expect(offered!.compareDocumentPosition(rootOf(later).querySelector('#code')!)).to.equal(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await expect(later).to.be.accessible();
    offered!.click();
    await until(() => rootOf(later).querySelector('[part="more"]') !== null, 'the dossier once more');
    await pressOn(later, 'Xem hồ sơ khác');
    await until(() => location.hash === '', 'no code in the address');
    expect(rootOf(later).querySelector('form .followed')).to.equal(null);
  });

  for (const [what, settings] of [
    ['a page did not ask for that', {}],
    ['others use the computer', { syncAddress: true, device: 'shared' }],
  ] as const)
    it(`has nothing there where ${what}`, async () => {
      const system = await aTrackedDossier();
      const element = await show(system, settings);
      await type(element, system.receipt.dossier);
      await askFor(element, system);
      expect(location.hash).to.equal('');
    });

  it('writes nothing there that has not the shape of a code, and takes away what was there', async () => {
    const element = await show(await aTrackedDossier(), { syncAddress: true });
    for (const typed of ['Nguyễn Văn Mẫu', '000190000001', '0912 345 678']) {
      await type(element, 'H57.132-260804-0583');
      expect(location.hash).to.equal('#ma=H57.132-260804-0583');
      await type(element, typed);
      expect(location.hash, typed).to.equal('');
    }
  });

  it('leaves what a link brought, whatever its shape, until something else is typed', async () => {
    history.replaceState(null, '', '#ma=HS-2026/17');
    const element = await show(await aTrackedDossier(), { syncAddress: true });
    await element.updateComplete;
    expect(location.hash).to.equal('#ma=HS-2026/17');
    await type(element, 'H57.132-260804-0583');
    expect(location.hash).to.equal('#ma=H57.132-260804-0583');
  });

  it('leaves a fragment of the page’s own as it is', async () => {
    history.replaceState(null, '', '#/ho-so');
    const element = await show(await aTrackedDossier(), { syncAddress: true });
    await type(element, 'H57.132-260804-0583');
    expect(location.hash).to.equal('#/ho-so');
  });
});
