import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { StatusTracker } from '../components/status-tracker/status-tracker.js';
import { MOST_FOLLOWED, openFollowed } from '../src/ui/followed-dossiers.js';
import { pressOn, rootOf, says, typeInto } from '../test/support/drive-tracker.js';
import { aFollowedDossier } from '../test/support/followed.js';
import { until } from '../test/support/fake-timers.js';
import { GATEWAY } from '../test/support/receiving-system.js';
import { emptyBrowser } from '../test/support/storage.js';
import { LAST4, paidFor, type TrackedSystem } from '../test/support/tracked.js';
import { cut, processed, received, staged, type Staged, type Story } from './status-tracker-stage.js';

const { argTypes } = getStorybookHelpers<StatusTracker>('dvc-status-tracker');

/* What goes wrong on the way, and what the office cannot say yet. */

export default {
  title: 'Elements/Status tracker/Troubles',
  component: 'dvc-status-tracker',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<StatusTracker>;

/** Whatever is asked is answered so. */
const answering = (body: string, status = 200, headers: Record<string, string> = {}) => ({
  moved: (system: TrackedSystem) => {
    system.line = () => Promise.resolve(new Response(body, { status, headers }));
    return Promise.resolve();
  },
});
const CONTRACT = { 'dvc-contract': '1', 'content-type': 'application/json' };

/** Many people behind one address have asked: said with when to ask again. */
export const TooManyRequests: Story = staged(
  answering(JSON.stringify({ code: 'too-many-requests', retryable: true }), 429, {
    ...CONTRACT,
    'retry-after': '120',
  }),
);

/** Somebody asks, and the page is seen before there is an answer. */
const knock: NonNullable<Staged['ask']> = async (element, { receipt }) => {
  await until(() => (element.shadowRoot?.querySelector('#code') ?? null) !== null, 'the form');
  typeInto(element, 'code', receipt.dossier);
  typeInto(element, 'factor', LAST4);
  await pressOn(element, 'Xem hồ sơ');
};
const wanting = (bits: number) =>
  answering(
    JSON.stringify({ code: 'work-needed', retryable: true, work: { challenge: 'x', bits } }),
    429,
    CONTRACT,
  );

/** The machine works for a moment, so that nobody can try all digits. */
export const Working: Story = staged({
  ...wanting(20),
  ask: knock,
  then: (element) => says(element, 'Đang kiểm tra chống dò mã'),
});

/** The machine would work for minutes: for about how many, what is faster, and how it is stopped. */
export const WorkingLong: Story = staged({
  ...wanting(22),
  ask: knock,
  then: async (element) => {
    await says(element, 'khoảng 7 phút');
    await says(element, 'Dừng lại');
  },
});

/** Three digits: told before anything is asked. */
export const FewDigits: Story = staged({
  ask: async (element, { receipt }) => {
    await until(() => (element.shadowRoot?.querySelector('#code') ?? null) !== null, 'the form');
    typeInto(element, 'code', receipt.dossier);
    typeInto(element, 'factor', '000');
    await pressOn(element, 'Xem hồ sơ');
  },
  then: (element) => says(element, 'Cần đúng 4 chữ số cuối'),
});

/** The office does not answer in time. */
export const Timeout: Story = staged({
  moved: (system) => {
    system.line = cut;
    Object.assign(system.network, { timeout: () => AbortSignal.abort() });
    return Promise.resolve();
  },
  then: (element) => says(element, 'Nơi tiếp nhận trả lời quá chậm.'),
});

/** The office cannot answer, and says no more than that. */
export const RefusedOtherwise: Story = staged({
  ...answering(JSON.stringify({ code: 'internal', retryable: true }), 500, CONTRACT),
  then: (element) => says(element, 'Nơi tiếp nhận không trả lời được lúc này.'),
});

/** A network that wants a name and a password first answers in place of the office. */
export const Gate: Story = staged(answering('<html>', 200, { 'content-type': 'text/html' }));

/** What came cannot be read. */
export const BrokenAnswer: Story = staged(answering('{"found":', 200, CONTRACT));

/** The office moved on while somebody wrote: nothing is done a second time. */
export const ActRefused: Story = staged({
  moved: async (system) => {
    await received(system);
    await system.move('2026-11-10T08:00', 'ask-supplement', 'Thiếu trang 2');
  },
  then: async (element, system) => {
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
    typeInto(element, 'supplement-note', 'Đã gửi');
    await system.move('2026-11-10T09:00', 'stop', 'Quá hạn bổ sung');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'hồ sơ không còn ở bước làm được việc này');
  },
});

/** The line broke while the result came. */
export const ResultFailed: Story = staged({
  dossier: { delivery: { way: 'online' } },
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00');
  },
  then: async (element, system) => {
    await pressOn(element, 'Tải kết quả');
    system.line = cut;
    await pressOn(element, 'Tải về máy');
    await says(element, 'Chưa tải được. Hãy thử lại.');
  },
});

/** As many are followed on this computer as are kept at most. */
export const FollowFull: Story = staged({
  moved: processed,
  then: async (element, system) => {
    const followed = await openFollowed('own', () => system.clock().getTime());
    for (let one = 0; one < MOST_FOLLOWED; one += 1)
      await followed?.keep(
        aFollowedDossier({
          code: `H00.00-261109-${String(9000 + one)}`,
          gateway: GATEWAY,
          at: system.clock().getTime(),
        }),
      );
    await pressOn(element, 'Theo dõi trên máy này');
    await says(element, 'không thêm được nữa');
  },
});

/** The bank has told of the money, and the office has not gone on yet. */
export const AwaitPayment: Story = staged({
  dossier: { fee: true },
  moved: async (system) => {
    await received(system);
    await system.move('2026-11-10T08:00', 'ask-payment');
  },
  then: async (element, system) => {
    await pressOn(element, 'Nộp tiền');
    await says(element, 'chưa báo đã nhận tiền');
    paidFor(system);
    await pressOn(element, 'Cập nhật');
    await says(element, /Đã nộp tiền, chờ làm tiếp.*Tiền đã nhận, cơ quan sẽ làm tiếp/u);
  },
});

/** The holidays on the way are not announced yet: the time is told, no day is guessed. */
export const LimitWithoutDay: Story = staged({ dossier: { sent: '2026-12-30T09:00' } });
