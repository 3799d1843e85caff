import { expect, fixture } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn } from '../support/drive-tracker.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, LAST4, type TrackedSystem } from '../support/tracked.js';

const show = (system: TrackedSystem): Promise<StatusTracker> => fixture<StatusTracker>(aTracker(system));

/** What of these is seen on paper, where somebody prints it now. */
async function onPaper(element: StatusTracker, look: (shown: (selector: string) => HTMLElement[]) => void) {
  const root = rootOf(element);
  // Not every engine can be told to show what it would print; what is unfolded for paper shows in all of them.
  await emulateMedia({ media: 'print' }).catch(() => undefined);
  window.dispatchEvent(new Event('beforeprint'));
  try {
    look((selector) =>
      [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()),
    );
  } finally {
    window.dispatchEvent(new Event('afterprint'));
    await emulateMedia({ media: 'screen' }).catch(() => undefined);
  }
}

/** What paper shows that nobody can press there. */
const pressable = (shown: (selector: string) => HTMLElement[]): HTMLElement[] =>
  matchMedia('print').matches ? shown('button, input') : [];

describe('a followed dossier on paper', () => {
  beforeEach(emptyBrowser);

  it('has all that was folded away, of when it is, and nothing to press', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'receive', undefined, 'Bộ phận một cửa');
    const element = await show(system);
    await askFor(element, system);
    await onPaper(element, (shown) => {
      expect(shown('.history li')).to.have.length(2);
      expect(shown('.sum li').length).to.be.above(0);
      expect(shown('.path li')).to.have.length(5);
      expect(pressable(shown)).to.deep.equal([]);
      expect(textIn(element, '.head'))
        .to.contain(system.receipt.dossier)
        .and.to.contain('Hẹn trả: 12/11/2026');
      expect(textIn(element, '.foot .hint')).to.equal('Nơi tiếp nhận trả lời lúc 10:00 ngày 09/11/2026.');
    });
    expect([...rootOf(element).querySelectorAll('details')].map(({ open }) => open)).to.deep.equal([
      false,
      false,
    ]);
  });

  it('leaves open what somebody had opened', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    await pressOn(element, 'Đã có những gì');
    await onPaper(element, (shown) => expect(shown('.history li, .sum li').length).to.be.above(1));
    expect(rootOf(element).querySelector<HTMLDetailsElement>('[part="history"]')?.open).to.equal(true);
    expect(rootOf(element).querySelector<HTMLDetailsElement>('[part="reckoning"]')?.open).to.equal(false);
  });

  it('has it all still where the element was taken out of the page and put back', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    const place = element.parentElement!;
    element.remove();
    await new Promise((go) => queueMicrotask(() => go(undefined)));
    await onPaper(element, () =>
      expect(rootOf(element).querySelectorAll('details[open]')).to.have.length(0, 'while it is away'),
    );
    place.append(element);
    await element.updateComplete;
    await onPaper(element, (shown) => expect(shown('.history li, .sum li').length).to.be.above(1));
  });

  it('shows the outline alone where only that was opened, and the question of what is late', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'receive');
    system.now('2026-11-17T09:00');
    const element = await show(system);
    await askFor(element, system, LAST4);
    await pressOn(element, 'Soạn câu hỏi');
    await says(element, 'Câu hỏi viết sẵn');
    await onPaper(element, (shown) => {
      expect(shown('.history')).to.deep.equal([]);
      expect(shown('#lateness-text')).to.have.length(1);
      expect(pressable(shown)).to.deep.equal([]);
      expect(textIn(element, '.due')).to.contain('Trễ');
    });
  });
});
