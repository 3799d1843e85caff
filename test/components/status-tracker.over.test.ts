import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import {
  aTracker,
  askFor,
  buttonOf,
  pressOn,
  rootOf,
  says,
  textIn,
  typeInto,
} from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, retold, type TrackedSystem, ofBefore } from '../support/tracked.js';

/* What is over is not shown as if somebody still waited for it. */

const buttons = (element: StatusTracker): string[] =>
  [...rootOf(element).querySelectorAll('[part="more"] button')].map(({ textContent }) => textContent.trim());

async function processed(): Promise<TrackedSystem> {
  const system = await aTrackedDossier();
  await system.move('2026-11-09T10:00', 'receive');
  await system.move('2026-11-10T08:00', 'process');
  return system;
}

async function shown(system: TrackedSystem): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system);
  return element;
}

/** Asks the office again, and waits for the answer. */
async function update(element: StatusTracker, words: string): Promise<void> {
  await pressOn(element, 'Cập nhật');
  await says(element, words);
}

describe('dvc-status-tracker, of what is over', () => {
  beforeEach(emptyBrowser);

  it('offers the date and its reminder while it is waited for', async () => {
    const element = await shown(await processed());
    expect(textIn(element, '.due')).to.contain('Hẹn trả: 12/11/2026').and.to.contain('Ngày do cơ quan hẹn');
    expect(buttons(element)).to.include('Thêm ngày hẹn vào lịch');
    expect(textIn(element, '[part="history"]')).not.to.contain('Hẹn trả');
  });

  it('has no reminder of a date once the result is there: the date stands in the history alone', async () => {
    const system = await processed();
    const element = await shown(system);
    await system.finish('2026-11-11T09:00');
    await update(element, 'Đã có kết quả');
    expect(textIn(element, '.due')).to.equal(
      'Đã xong Có kết quả ngày 11/11/2026, trước ngày hẹn 12/11/2026.',
    );
    expect(buttons(element)).not.to.include('Thêm ngày hẹn vào lịch');
    expect(textIn(element, '[part="history"]')).to.contain('Hẹn trả: 12/11/2026. Ngày do cơ quan hẹn.');
  });

  it('tells no date first of what was withdrawn', async () => {
    const system = await processed();
    await system.move('2026-11-10T09:00', 'withdraw');
    const element = await shown(system);
    expect(textIn(element, '.head')).to.contain('Đã rút').and.not.to.contain('Hẹn trả');
    expect(rootOf(element).querySelector('.due') === null).to.equal(true);
    expect(textIn(element, '[part="history"]')).to.contain('Hẹn trả: 12/11/2026');
  });

  it('is not late once its state is said to be the last, whatever that state is called', async () => {
    const system = await processed();
    system.now('2026-11-20T09:00');
    retold(system, (text) =>
      text.replace('"standing":{"state":4}', '"standing":{"state":"Đã lưu trữ","isFinal":true}'),
    );
    const element = await shown(system);
    expect(textIn(element, '.head')).to.contain('Đã lưu trữ').and.not.to.contain('Trễ');
    expect(() => buttonOf(element, 'Soạn câu hỏi')).to.throw();
  });

  it('says that a supplement was received until the office goes on, and no longer', async () => {
    const system = await processed();
    await system.move('2026-11-10T09:00', 'ask-supplement', 'Thiếu trang 2');
    const element = await shown(system);
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
    typeInto(element, 'supplement-note', 'Gửi lại trang 2');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    await update(element, 'Đang xử lý');
    expect(textIn(element, '.panel')).to.contain('Nơi tiếp nhận đã nhận bổ sung');
    await system.move('2026-11-10T10:00', 'forward', undefined, 'Địa chính – Xây dựng');
    await update(element, 'Đang ở: Địa chính – Xây dựng');
    await until(() => rootOf(element).querySelector('.panel') === null, 'no panel');
    await system.finish('2026-11-11T09:00');
    await update(element, 'Đã có kết quả');
    expect(textIn(element)).not.to.contain('đã nhận bổ sung');
  });

  it('asks for nothing any more that was sent from another page', async () => {
    const system = await processed();
    await system.move('2026-11-10T09:00', 'ask-supplement', 'Thiếu trang 2');
    const element = await shown(system);
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
    await system.move('2026-11-10T10:00', 'supplement', 'Đã gửi');
    await update(element, 'Đang xử lý');
    await until(() => rootOf(element).querySelector('#supplement-note') === null, 'no panel');
  });

  for (const [opens, moved, words] of [
    [
      'Cách nhận kết quả',
      async (system: TrackedSystem) => {
        await system.finish('2026-11-11T09:00');
        await system.move('2026-11-11T10:00', 'hand-over');
      },
      'Hiện không đổi được cách nhận kết quả nữa.',
    ],
    [
      'Rút hồ sơ',
      (system: TrackedSystem) => system.finish('2026-11-11T09:00'),
      'Hiện không rút được hồ sơ nữa.',
    ],
  ] as const)
    it(`says so where the office went on while a form was open: ${opens}`, async () => {
      const system = await processed();
      const element = await shown(system);
      await pressOn(element, opens);
      const box = () => rootOf(element).querySelector<HTMLElement>('#panel :is(input, textarea)');
      await until(() => box() !== null, 'the form');
      box()!.focus();
      await moved(system);
      buttonOf(element, 'Cập nhật').click();
      await says(element, words);
      expect(rootOf(element).querySelectorAll('#panel :is(input, textarea)')).to.have.length(0);
      await until(() => rootOf(element).activeElement?.id === 'panel', 'the panel with the focus');
      await expect(element).to.be.accessible();
      await pressOn(element, 'Đóng');
      await until(() => rootOf(element).querySelector('#panel') === null, 'no panel');
      await until(
        () => rootOf(element).activeElement?.classList.contains('stage') === true,
        'where it stands',
      );
    });

  it('brings who asks again to what came of it, where the counter took the supplement meanwhile', async () => {
    const system = await processed();
    ofBefore(system);
    await system.move('2026-11-10T09:00', 'ask-supplement', 'Thiếu trang 2');
    const element = await shown(system);
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
    typeInto(element, 'supplement-note', 'Gửi lại trang 2');
    const { line } = system;
    system.line = (request, go) =>
      request.url.endsWith('/acts') ? Promise.reject(new TypeError('no network')) : go(request);
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Chưa biết đã tới hay chưa');
    system.line = line;
    await system.move('2026-11-10T10:00', 'take-supplement', undefined, undefined, undefined, {
      papers: ['Trang 2'],
      kept: 'copy',
    });
    await update(element, 'Đang xử lý');
    const again = buttonOf(element, 'Hỏi lại');
    again.focus();
    again.click();
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung tại quầy.');
    await until(() => rootOf(element).activeElement?.id === 'panel', 'the panel with the focus');
  });

  it('has no question ready about a delay that has ended', async () => {
    const system = await processed();
    system.now('2026-11-17T09:00');
    const element = await shown(system);
    await pressOn(element, 'Soạn câu hỏi');
    await says(element, 'Câu hỏi viết sẵn');
    await system.finish('2026-11-17T10:00');
    await update(element, 'Đã có kết quả');
    await until(() => rootOf(element).querySelector('#lateness-text') === null, 'no question');
  });
});
