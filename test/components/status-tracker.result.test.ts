import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { sha256 } from '../../src/shared/sha256.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { catchSaved } from '../support/papers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, LAST4, PDF, SIGNED_PDF, type TrackedSystem } from '../support/tracked.js';

/* A result that the office takes back, gives anew, or gives late. */

const show = async (system: TrackedSystem, factor?: string): Promise<StatusTracker> => {
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system, factor);
  return element;
};
async function finished(way: 'online' | 'desk' = 'online'): Promise<TrackedSystem> {
  const system = await aTrackedDossier({ delivery: { way } });
  await system.move('2026-11-09T10:00', 'receive');
  await system.move('2026-11-10T08:00', 'process');
  await system.finish('2026-11-10T15:00');
  return system;
}
const takeBack = (system: TrackedSystem) =>
  system.move('2026-11-10T16:00', 'take-back', 'Sai ngày sinh trên giấy');
async function update(element: StatusTracker, stage: string): Promise<void> {
  await pressOn(element, 'Cập nhật');
  await until(() => textIn(element, '.stage') === stage, stage);
}

describe('dvc-status-tracker, of a result', () => {
  let saved: ReturnType<typeof catchSaved>;
  beforeEach(emptyBrowser);
  beforeEach(() => (saved = catchSaved()));
  afterEach(() => saved.restore());

  it('never says of one file what was true of the one before it', async () => {
    const system = await finished();
    const element = await show(system);
    await pressOn(element, 'Tải kết quả');
    await pressOn(element, 'Tải về máy');
    await says(element, 'đủ từng byte');

    await takeBack(system);
    await update(element, 'Đang xử lý');
    await says(element, 'Nơi tiếp nhận chưa đưa tệp kết quả lên.');
    expect(textIn(element, '.panel')).not.to.contain('Đã tải về');

    await system.finish('2026-11-11T09:00', 'ket-qua-2.pdf', SIGNED_PDF);
    await update(element, 'Đã có kết quả');
    const hash = await sha256(SIGNED_PDF);
    expect(hash).not.to.equal(await sha256(PDF));
    await says(element, hash);
    expect(textIn(element, '.panel'))
      .to.contain('Cơ quan đã rút lại kết quả trước vào ngày 10/11/2026. Đừng dùng tệp đã tải trước đó')
      .and.not.to.contain('Đã tải về');
    await expect(element).to.be.accessible();

    await pressOn(element, 'Tải về máy');
    await says(element, 'đủ từng byte');
    expect(await saved.files.at(-1)!.blob.arrayBuffer()).to.deep.equal(SIGNED_PDF);
  });

  it('neither saves nor tells of a file that comes after another result has taken its place', async () => {
    const system = await finished();
    const element = await show(system);
    let isOnItsWay = false;
    let arrive!: () => void;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    const { line } = system;
    system.line = async (request, go) => {
      if (!request.url.endsWith('/result')) return line(request, go);
      const response = await go(request);
      isOnItsWay = true;
      await held;
      return response;
    };
    await pressOn(element, 'Tải kết quả');
    await pressOn(element, 'Tải về máy');
    await says(element, 'Đang tải…');
    await until(() => isOnItsWay, 'the file on its way');
    await takeBack(system);
    await system.finish('2026-11-11T09:00', 'ket-qua-2.pdf', SIGNED_PDF);
    await pressOn(element, 'Cập nhật');
    await says(element, await sha256(SIGNED_PDF));
    arrive();
    await pressOn(element, 'Tải về máy');
    await says(element, 'đủ từng byte');
    expect(saved.files.map(({ blob }) => blob.size)).to.deep.equal([SIGNED_PDF.byteLength]);
  });

  it('says first that it was taken back, why, and what not to use, until there is another', async () => {
    const system = await finished();
    await takeBack(system);
    const element = await show(system);
    expect(textIn(element, '.now-words')).to.equal(
      'Cơ quan đã rút lại kết quả ngày 10/11/2026. Đừng dùng tệp đã tải. Bạn không cần làm gì thêm, chờ kết quả mới.',
    );
    expect(textIn(element, '.now .quote')).to.equal('Lý do cơ quan ghi Sai ngày sinh trên giấy');
    await expect(element).to.be.accessible();

    // Whatever comes of it, nobody has to look for that in the history.
    await system.move('2026-11-10T17:00', 'ask-supplement', 'Mang giấy chứng sinh');
    await update(element, 'Cần bạn bổ sung');
    expect(textIn(element, '.now-words')).to.contain('Đừng dùng tệp đã tải. Bổ sung những gì');
    expect(textIn(element, '.now .quote')).to.contain('Mang giấy chứng sinh');
    await system.move('2026-11-11T08:00', 'take-supplement', 'Đã nhận');
    await system.finish('2026-11-11T09:00', 'ket-qua-2.pdf', SIGNED_PDF);
    await update(element, 'Đã có kết quả');
    expect(textIn(element, '.now')).not.to.contain('Đừng dùng');
  });

  for (const [how, when, words] of [
    ['early', '2026-11-11T15:00', 'Có kết quả ngày 11/11/2026, trước ngày hẹn 12/11/2026.'],
    ['on its day', '2026-11-12T15:00', 'Có kết quả ngày 12/11/2026, đúng ngày hẹn.'],
    ['late', '2026-11-18T08:00', 'Có kết quả ngày 18/11/2026, trễ hẹn: đã hẹn ngày 12/11/2026.'],
  ] as const)
    it(`says that it was there ${how}, at the head and where the date is reckoned`, async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'receive');
      await system.move('2026-11-10T08:00', 'process');
      await system.finish(when);
      const element = await show(system);
      expect(textIn(element, '.due')).to.equal(`Đã xong ${words}`);
      expect(textIn(element, '[part="reckoning"]'))
        .to.contain(`Vậy hẹn trả ngày 12/11/2026. `)
        .and.to.contain(words);
      await system.move(when, 'hand-over');
      await update(element, 'Đã trả kết quả');
      expect(textIn(element, '.due')).to.equal(`Đã xong ${words}`);
    });

  it('says nothing of the day to who has four digits, who is told of no history', async () => {
    const element = await show(await finished('desk'), LAST4);
    expect(textIn(element, '.due')).to.equal('Đã xong');
    expect(rootOf(element).querySelector('.late')).to.equal(null);
  });
});
