import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { configure } from '../../src/ui/configure.js';
import { aTracker, askFor, buttonOf, pressOn, rootOf, says, textIn } from '../support/drive-tracker.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, LAST4, retold, type TrackedSystem } from '../support/tracked.js';

/* A date that has passed, whatever else is wanted: it is said, nothing is told against it, and it may be asked about. */

async function processed(): Promise<TrackedSystem> {
  const system = await aTrackedDossier({ fee: true });
  await system.move('2026-11-09T10:00', 'receive');
  await system.move('2026-11-10T08:00', 'process');
  return system;
}
async function shown(system: TrackedSystem, factor?: string): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system, factor);
  return element;
}
const letterOf = (element: StatusTracker) =>
  rootOf(element).querySelector<HTMLTextAreaElement>('#lateness-text');

describe('dvc-status-tracker, of what is late', () => {
  beforeEach(emptyBrowser);
  afterEach(() => configure({ messages: undefined }));

  for (const [what, arrive, first, words] of [
    [
      'asked for more',
      (system: TrackedSystem) => system.move('2026-11-17T08:00', 'ask-supplement', 'Thiếu trang 2'),
      'Bổ sung ngay',
      'Bổ sung những gì cơ quan yêu cầu: gửi ở đây, hoặc mang đến nơi tiếp nhận.',
    ],
    [
      'asked to pay',
      (system: TrackedSystem) => system.move('2026-11-17T08:00', 'ask-payment'),
      'Nộp tiền',
      'Nộp tiền ở đây, hoặc tại nơi tiếp nhận.',
    ],
    [
      'in a state that nobody knows',
      (system: TrackedSystem) => {
        system.now('2026-11-17T08:00');
        retold(system, (text) => text.replace('"standing":{"state":4}', '"standing":{"state":"Liên thông"}'));
        return Promise.resolve();
      },
      undefined,
      'Hãy gọi nơi tiếp nhận',
    ],
  ] as const)
    it(`says so of one that is ${what}, does not say that the time stands still, and has the question ready`, async () => {
      const system = await processed();
      await arrive(system);
      const element = await shown(system);
      expect(textIn(element, '.due')).to.contain('Hẹn trả: 12/11/2026').and.to.contain('Trễ');
      expect(textIn(element, '.now-words'))
        .to.contain(words)
        .and.to.contain('Hồ sơ đã quá ngày hẹn. Bạn có quyền hỏi lý do')
        .and.not.to.contain('dừng lại');
      if (first !== undefined) expect(() => buttonOf(element, first)).not.to.throw();
      await pressOn(element, 'Soạn câu hỏi');
      await says(element, 'Câu hỏi viết sẵn');
      expect(letterOf(element)?.value).to.contain('được hẹn trả ngày 12/11/2026, đến nay 17/11/2026');
      await expect(element).to.be.accessible();
      await pressOn(element, 'Soạn câu hỏi');
      expect(letterOf(element)).to.equal(null);
    });

  it('has the question ready for who has four digits alone, beside the way to the rest', async () => {
    const system = await processed();
    await system.move('2026-11-17T08:00', 'ask-supplement', 'Thiếu trang 2');
    const element = await shown(system, LAST4);
    expect(() => buttonOf(element, 'Nhập mã bí mật')).not.to.throw();
    await pressOn(element, 'Soạn câu hỏi');
    await says(element, 'Câu hỏi viết sẵn');
  });

  it('says that the time stands still where something was asked for in time, and has no question', async () => {
    const system = await processed();
    await system.move('2026-11-11T08:00', 'ask-payment');
    system.now('2026-11-17T08:00');
    const element = await shown(system);
    expect(textIn(element, '.now-words')).to.equal(
      'Nộp tiền ở đây, hoặc tại nơi tiếp nhận. Thời hạn dừng lại cho đến khi nhận được tiền.',
    );
    expect(() => buttonOf(element, 'Soạn câu hỏi')).to.throw();
  });

  it('offers one button where asking why is the one thing to do', async () => {
    const system = await processed();
    system.now('2026-11-17T08:00');
    const element = await shown(system);
    const named = [...rootOf(element).querySelectorAll('.now button')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(named).to.deep.equal(['Soạn câu hỏi']);
  });

  it('has the question in Vietnamese on a page in English, with what it says, in the page’s own words too', async () => {
    configure({
      messages: { vi: { 'tracker-acts': { 'lateness.text': 'Kính gửi xã. Mã {{code}}, hẹn {{due}}.' } } },
    });
    const system = await processed();
    system.now('2026-11-17T08:00');
    const element = aTracker(system);
    element.lang = 'en';
    await fixture(element);
    await askFor(element, system);
    await pressOn(element, 'Write the question');
    await says(element, 'Ready question');
    const code = system.receipt.dossier;
    expect(letterOf(element)?.lang).to.equal('vi');
    expect(letterOf(element)?.value).to.equal(`Kính gửi xã. Mã ${code}, hẹn 12/11/2026.`);
    const meaning = rootOf(element).querySelector<HTMLElement>('.panel .quote');
    expect(meaning?.lang).to.equal('en');
    expect(meaning?.textContent).to.contain(`My dossier ${code} was due on 12 November 2026`);
    await expect(element).to.be.accessible();
  });

  it('has it once on a page in Vietnamese', async () => {
    const system = await processed();
    system.now('2026-11-17T08:00');
    const element = await shown(system);
    await pressOn(element, 'Soạn câu hỏi');
    await says(element, 'Câu hỏi viết sẵn');
    expect(letterOf(element)?.value).to.contain('Kính gửi UBND Xã Mẫu,');
    expect(rootOf(element).querySelector('.panel .quote')).to.equal(null);
  });
});
