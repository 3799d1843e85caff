import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { StatusTracker } from '../components/status-tracker/status-tracker.js';
import { askFor, pressOn, rootOf, says, typeInto } from '../test/support/drive-tracker.js';
import { until } from '../test/support/fake-timers.js';
import { emptyBrowser } from '../test/support/storage.js';
import { chooseOnline, ofBefore, type TrackedSystem } from '../test/support/tracked.js';
import { cut, staged, type Story } from './status-tracker-stage.js';

const { argTypes } = getStorybookHelpers<StatusTracker>('dvc-status-tracker');

/* What was sent on an earlier visit and not heard of, while the office and other devices went on. */

export default {
  title: 'Elements/Status tracker/Unheard',
  component: 'dvc-status-tracker',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<StatusTracker>;

const UNKNOWN = 'Chưa biết đã tới hay chưa';

/** Does something on a line that loses every act, leaves, and comes back once more has happened. */
const lost =
  (
    act: (element: StatusTracker, system: TrackedSystem) => Promise<void>,
    since: (system: TrackedSystem) => Promise<void>,
  ) =>
  async (element: StatusTracker, system: TrackedSystem): Promise<void> => {
    await askFor(element, system);
    const { line } = system;
    system.line = (request, go) => (request.url.endsWith('/acts') ? cut() : line(request, go));
    await act(element, system);
    await pressOn(element, 'Xem hồ sơ khác');
    system.line = line;
    await since(system);
    await askFor(element, system);
  };

const deliver = async (element: StatusTracker) => {
  await pressOn(element, 'Cách nhận kết quả');
  await pressOn(element, 'Tự đến nơi tiếp nhận lấy');
  await pressOn(element, 'Lưu cách nhận');
  await says(element, UNKNOWN);
};
const withdraw = async (element: StatusTracker) => {
  await pressOn(element, 'Rút hồ sơ');
  await until(() => rootOf(element).querySelector('#panel .danger') !== null, 'the question');
  rootOf(element).querySelector<HTMLElement>('#panel .danger')?.click();
  await says(element, UNKNOWN);
};

/** An answer did not arrive, and the office asks for something else by now: it is shown to be copied, and not sent. */
export const SupplementPassed: Story = staged({
  settings: { device: 'own' },
  moved: (system) => system.move('2026-11-09T10:00', 'ask-supplement', 'Giải thích lý do tạm trú.'),
  ask: lost(
    async (element) => {
      await pressOn(element, 'Bổ sung ngay');
      await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
      typeInto(element, 'supplement-note', 'Tôi tạm trú để đi học.');
      await pressOn(element, 'Gửi bổ sung');
      await says(element, UNKNOWN);
    },
    async (system) => {
      await system.move('2026-11-10T09:00', 'take-supplement', 'Đã nhận tại quầy.');
      await system.move('2026-11-10T10:00', 'ask-supplement', 'Nộp thêm ảnh giấy khai sinh của con.');
    },
  ),
  then: (element) => says(element, 'Những gì bạn đã gửi từ máy này không tới nơi tiếp nhận.'),
});

/** Another way was chosen on another device since: this one is sent again by nobody but the person. */
export const DeliveryPassed: Story = staged({
  settings: { device: 'own' },
  ask: lost(deliver, chooseOnline),
  then: (element) => says(element, 'Sau đó nơi tiếp nhận đã ghi'),
});

/** Two were not heard of: one is shown, the other told. */
export const Two: Story = staged({
  settings: { device: 'own' },
  ask: lost(async (element) => {
    await deliver(element);
    await withdraw(element);
  }, chooseOnline),
  then: (element) => says(element, 'Còn một việc chưa biết đã tới nơi tiếp nhận hay chưa'),
});

/** Wanted no more, at a system that cannot make sure that it never arrives. */
export const WithdrawalUnseen: Story = staged({
  settings: { device: 'own' },
  moved: (system) => {
    ofBefore(system);
    return Promise.resolve();
  },
  ask: lost(withdraw, () => Promise.resolve()),
  then: async (element) => {
    await pressOn(element, 'Không rút');
    await says(element, 'Chưa thấy việc rút tới nơi tiếp nhận.');
  },
});
