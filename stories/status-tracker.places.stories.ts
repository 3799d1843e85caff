import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { StatusTracker } from '../components/status-tracker/status-tracker.js';
import { aCatalog, aRecord } from '../test/support/builders.js';
import { pressOn, rootOf, says, typeInto } from '../test/support/drive-tracker.js';
import { until } from '../test/support/fake-timers.js';
import { emptyBrowser, raw } from '../test/support/storage.js';
import type { TrackedSystem } from '../test/support/tracked.js';
import { processed, staged, ticked, type Story } from './status-tracker-stage.js';

const { argTypes } = getStorybookHelpers<StatusTracker>('dvc-status-tracker');

/* Narrow, long, hard to see, slow: where people really look at it. */

export default {
  title: 'Elements/Status tracker/Narrow, long, slow',
  component: 'dvc-status-tracker',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<StatusTracker>;

const late = async (system: TrackedSystem) => {
  await processed(system);
  system.now('2026-11-17T09:00');
};
const openAll = async (element: StatusTracker) => {
  await pressOn(element, 'Ngày hẹn tính thế nào');
  await pressOn(element, 'Đã có những gì');
};

// ---- Narrow ----

export const Narrow: Story = staged({ globals: { width: '320px' }, moved: late, then: openAll });
export const NarrowEmpty: Story = { args: { gateway: 'https://nhan.invalid' }, globals: { width: '320px' } };
export const NarrowSupplement: Story = staged({
  globals: { width: '320px' },
  dossier: { paper: 'Giấy chứng sinh' },
  moved: ticked,
  then: async (element) => {
    await pressOn(element, 'Bổ sung ngay');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Chưa gửi. Hãy xem lại');
  },
});

// ---- Long ----

/** What nobody breaks: a name without a space, as some systems keep them. */
const long = (words: string) => words.repeat(Math.ceil(90 / words.length));
const OFFICE = long('UBNDPhườngPhanRangThápChàm');
const longWords = async (system: TrackedSystem) => {
  await processed(system);
  await system.move('2026-11-10T09:00', 'forward', undefined, long('PhòngNôngnghiệpvàMôitrường'));
  await system.move('2026-11-10T15:00', 'ask-supplement', long('BảnchụpmờTrang2'), undefined, [
    { kind: 'paper', name: long('GiấyChứngSinh') },
  ]);
  system.line = async (request, go) => {
    const answer = await go(request);
    const text = (await answer.text()).replace('"UBND Xã Mẫu"', JSON.stringify(OFFICE));
    return new Response(text, { status: answer.status, headers: { 'dvc-contract': '1' } });
  };
};
const longName = aCatalog([aRecord({ name: long('ĐăngkýkếthôncóyếutốnướcngoàiTạikhuvựcbiêngiới') })]);
export const LongWords: Story = staged({
  dossier: { paper: long('GiấyChứngSinh') },
  settings: { catalog: longName },
  moved: longWords,
  then: async (element) => {
    await pressOn(element, 'Đã có những gì');
    await says(element, 'ĐăngkýkếthôncóyếutốnướcngoàiTạikhuvựcbiêngiới');
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
  },
});
export const LongWordsNarrow: Story = { ...LongWords, globals: { width: '320px' } };

// ---- Hard to see ----

export const HighContrast: Story = staged({
  globals: { theme: 'high-contrast' },
  moved: late,
  then: openAll,
});
export const HighContrastSupplement: Story = staged({
  globals: { theme: 'high-contrast' },
  dossier: { paper: 'Giấy chứng sinh' },
  moved: ticked,
  then: async (element) => {
    await pressOn(element, 'Bổ sung ngay');
    await says(element, 'Ngày sinh của trẻ');
  },
});

// ---- Slow ----

const silent = () => new Promise<Response>(() => undefined);
/** The office has not answered yet. */
export const Slow: Story = staged({
  moved: (system) => Promise.resolve(void (system.line = silent)),
  ask: async (element, { receipt }) => {
    await until(() => (element.shadowRoot?.querySelector('#code') ?? null) !== null, 'the form');
    typeInto(element, 'code', receipt.dossier);
    typeInto(element, 'factor', receipt.secret);
    await pressOn(element, 'Xem hồ sơ');
    await says(element, 'Đang hỏi nơi tiếp nhận…');
  },
});
/** What is known stays while it is asked once more. */
export const SlowUpdate: Story = staged({
  moved: processed,
  then: async (element, system) => {
    system.line = silent;
    await pressOn(element, 'Cập nhật');
    await says(element, 'Đang hỏi nơi tiếp nhận…');
  },
});

// ---- Interrupted ----

/** What was typed of a supplement before a reload is here again. */
export const SupplementRestored: Story = staged({
  settings: { device: 'own' },
  dossier: { paper: 'Giấy chứng sinh' },
  moved: ticked,
  then: async (element, system) => {
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#f-asker-name') !== null, 'the panel');
    typeInto(element, 'f-asker-name', 'Lê Văn Mới');
    await until(async () => (await raw.names('supplements')).length === 1, 'that it is kept');
    await pressOn(element, 'Xem hồ sơ khác');
    await until(() => rootOf(element).querySelector('#code') !== null, 'the form');
    typeInto(element, 'code', system.receipt.dossier);
    typeInto(element, 'factor', system.receipt.secret);
    await pressOn(element, 'Xem hồ sơ');
    await pressOn(element, 'Bổ sung ngay');
    await says(element, 'Đã lấy lại những gì bạn gõ lần trước.');
  },
});
export const SupplementShared: Story = staged({
  settings: { device: 'shared' },
  moved: (system) => system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2'),
  then: async (element) => {
    await pressOn(element, 'Bổ sung ngay');
    await says(element, 'Máy này không giữ gì');
  },
});
/** What was asked for and what was sent, by name alone. */
export const HistoryOfParts: Story = staged({
  dossier: { paper: 'Giấy chứng sinh' },
  moved: async (system) => {
    await ticked(system);
    await system.supplement('2026-11-11T09:00', ['Giấy chứng sinh'], {
      'asker.name': 'Lê Văn Mới',
      born: '2026-03-06',
      sex: 'male',
    });
  },
  then: (element) => pressOn(element, 'Đã có những gì'),
});
