import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { StatusTracker } from '../components/status-tracker/status-tracker.js';
import { aCatalog, aRecord } from '../test/support/builders.js';
import { pressOn, rootOf, says, typeInto } from '../test/support/drive-tracker.js';
import { until } from '../test/support/fake-timers.js';
import { emptyBrowser } from '../test/support/storage.js';
import { catchSaved } from '../test/support/papers.js';
import { chooseOnline, LAST4, SIGNED_PDF, undated } from '../test/support/tracked.js';
import { controls } from './controls.js';
import { cut, processed, received, staged, ticked, type Story } from './status-tracker-stage.js';

const { args, argTypes, template } = getStorybookHelpers<StatusTracker>('dvc-status-tracker');

export default {
  title: 'Elements/Status tracker',
  component: 'dvc-status-tracker',
  args: { ...controls(args), gateway: 'https://nhan.invalid', headingLevel: 2, idleMinutes: 10 },
  argTypes,
  render: (given) => template(given),
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<StatusTracker>;

/** What a person meets first. */
export const Empty: Story = {};

/** No receiving system is set: the page’s own content stays. */
export const WithoutGateway: Story = {
  render: () =>
    html`<dvc-status-tracker
      ><a href="https://dichvucong.gov.vn">Tra cứu trên Cổng Dịch vụ công quốc gia</a></dvc-status-tracker
    >`,
};

export const MissingBoth: Story = {
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('dvc-status-tracker')!;
    await until(() => (element.shadowRoot?.querySelector('form') ?? null) !== null, 'the form');
    await pressOn(element, 'Xem hồ sơ');
  },
};

// ---- Every stage ----

export const Sent: Story = staged({});
export const Received: Story = staged({ moved: received });
export const Processing: Story = staged({ moved: processed });
export const Supplement: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.move(
      '2026-11-10T15:00',
      'ask-supplement',
      'Bản chụp giấy chứng sinh bị mờ ở trang 2, đề nghị chụp lại.',
    );
  },
});
export const SupplementOpen: Story = {
  ...staged({
    moved: async (system) => {
      await processed(system);
      await system.move('2026-11-10T15:00', 'ask-supplement', 'Đề nghị chụp lại trang 2.');
    },
    then: async (element) => {
      await pressOn(element, 'Bổ sung ngay');
      await says(element, 'Lời nhắn cho cơ quan');
    },
  }),
};
/** The office ticked what it needs: just that is asked for. */
export const SupplementAsked: Story = staged({
  dossier: { paper: 'Giấy chứng sinh' },
  moved: ticked,
  then: async (element) => {
    await pressOn(element, 'Bổ sung ngay');
    await says(element, 'Ngày sinh của trẻ');
  },
});
export const SupplementMissing: Story = staged({
  dossier: { paper: 'Giấy chứng sinh' },
  moved: ticked,
  then: async (element) => {
    await pressOn(element, 'Bổ sung ngay');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Chưa gửi. Hãy xem lại');
  },
});
export const Payment: Story = staged({
  dossier: { fee: true },
  moved: async (system) => {
    await received(system);
    await system.move('2026-11-10T08:00', 'ask-payment');
  },
  then: async (element) => {
    await pressOn(element, 'Nộp tiền');
    await says(element, 'chưa báo đã nhận tiền');
  },
});
export const Paused: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.move('2026-11-10T15:00', 'pause', 'Chờ cơ quan khác trả lời xác minh.');
  },
});
export const ReadyAtTheDesk: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00');
  },
});
export const ReadyByPost: Story = staged({
  dossier: { delivery: { way: 'post', name: 'Lê Văn Mẫu', phone: '0900000000', address: 'Thôn Mẫu' } },
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00');
  },
});
export const ReadyOnline: Story = staged({
  dossier: { delivery: { way: 'online' } },
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00');
  },
  then: async (element) => {
    await pressOn(element, 'Tải kết quả');
    await says(element, 'Tải về máy');
  },
});
/** What its signatures say, and that this page has verified none of them. */
export const ResultSigned: Story = staged({
  dossier: { delivery: { way: 'online' } },
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00', 'ket-qua.pdf', SIGNED_PDF);
  },
  then: async (element) => {
    const saved = catchSaved();
    try {
      await pressOn(element, 'Tải kết quả');
      await pressOn(element, 'Tải về máy');
      await says(element, 'UBND Xã Mẫu');
    } finally {
      saved.restore();
    }
  },
});
/** The office took its result back: what was downloaded must not be used. */
export const ResultTakenBack: Story = staged({
  dossier: { delivery: { way: 'online' } },
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T09:00');
    await system.move('2026-11-11T15:00', 'take-back', 'Sai ngày sinh trên giấy.');
  },
});
/** Another result stands in the place of the one that was taken back. */
export const ResultGivenAnew: Story = staged({
  dossier: { delivery: { way: 'online' } },
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T09:00');
    await system.move('2026-11-11T15:00', 'take-back', 'Sai ngày sinh trên giấy.');
    await system.finish('2026-11-12T09:00', 'ket-qua-2.pdf', SIGNED_PDF);
  },
  then: async (element) => {
    await pressOn(element, 'Tải kết quả');
    await says(element, 'Đừng dùng tệp đã tải trước đó');
  },
});
/** The result came after the day that was promised. */
export const ResultLate: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-18T15:00');
  },
});
/** Finished for the desk, then wanted online: the office has put up no file yet. */
export const ReadyOnlineWithoutFile: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.move('2026-11-11T15:00', 'finish');
    await chooseOnline(system);
  },
});
export const HandedOver: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00');
    await system.move('2026-11-12T08:00', 'hand-over');
  },
});
export const Refused: Story = staged({
  moved: (system) =>
    system.move(
      '2026-11-09T10:00',
      'refuse-reception',
      'Hồ sơ thuộc nơi khác giải quyết; đã hướng dẫn nộp tại nơi cư trú.',
    ),
});
export const Withdrawn: Story = staged({ moved: (system) => system.move('2026-11-09T10:00', 'withdraw') });
export const Stopped: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.move('2026-11-10T15:00', 'stop', 'Không đủ điều kiện theo quy định.');
  },
});
export const Late: Story = staged({
  moved: async (system) => {
    await processed(system);
    system.now('2026-11-17T09:00');
  },
  then: async (element) => {
    await pressOn(element, 'Soạn câu hỏi');
    await says(element, 'Câu hỏi viết sẵn');
  },
});

/** The office asked for more when its date had passed: its time does not stand still, and it may be asked why. */
export const LateAndAsked: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.move('2026-11-17T09:00', 'ask-supplement', 'Thiếu giấy chứng sinh.');
  },
});
/** What is sent to the office is in Vietnamese, and its meaning beside it. */
export const LateInEnglish: Story = staged({
  globals: { language: 'en' },
  moved: async (system) => {
    await processed(system);
    system.now('2026-11-17T09:00');
  },
  then: async (element) => {
    await pressOn(element, 'Write the question');
    await says(element, 'My dossier');
  },
});

/** The catalogue tells how long the procedure takes: an estimate, and called one. */
export const Estimate: Story = staged({
  settings: { catalog: aCatalog([aRecord({ timeLimit: { value: 5, unit: 'working-day' } })]) },
  moved: undated,
  then: async (element) => {
    await says(element, 'Ước tính: khoảng 16/11/2026');
    await pressOn(element, 'Ước tính thế nào');
    await says(element, 'Đây không phải lời hẹn');
  },
});
/** The office gave no date, and nothing is known of how long it takes. */
export const NoDate: Story = staged({ moved: undated });
/** The record of the procedure says that no time is fixed. */
export const Untimed: Story = staged({
  settings: { catalog: aCatalog([aRecord({ timeLimit: { published: 'Không quy định' } })]) },
  moved: undated,
  then: (element) => says(element, 'Hẹn trả: không quy định'),
});

/** A state of a province’s own that no table knows: shown as it stands. */
export const UnknownState: Story = staged({
  moved: (system) => {
    system.line = async (request, go) => {
      const text = await (await go(request)).text();
      return new Response(text.replace('"state":1}', '"state":"Liên thông thuế"}'), {
        headers: { 'dvc-contract': '1' },
      });
    };
    return Promise.resolve();
  },
});

// ---- What a person opens ----

export const Reckoning: Story = staged({
  dossier: { sent: '2026-11-20T17:30' },
  moved: (system) => Promise.resolve(system.now('2026-11-23T09:00')),
  then: (element) => pressOn(element, 'Ngày hẹn tính thế nào'),
});
export const History: Story = staged({
  moved: async (system) => {
    await processed(system);
    await system.move('2026-11-10T15:00', 'ask-supplement', 'Thiếu trang 2');
    await system.move('2026-11-11T09:00', 'supplement', 'Đã gửi lại');
  },
  then: (element) => pressOn(element, 'Đã có những gì'),
});
export const Outline: Story = staged({ factor: LAST4, moved: processed });
export const OutlineToSupplement: Story = staged({
  factor: LAST4,
  moved: (system) => system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2'),
});
export const Delivery: Story = staged({
  then: async (element) => {
    await pressOn(element, 'Cách nhận kết quả');
    await says(element, 'Đang chọn');
  },
});
export const Withdrawal: Story = staged({
  then: async (element) => {
    await pressOn(element, 'Rút hồ sơ');
    await says(element, 'Rút hồ sơ này?');
  },
});
export const Rating: Story = staged({
  moved: (system) => system.move('2026-11-09T10:00', 'withdraw'),
  then: async (element) => {
    await pressOn(element, 'Đánh giá việc phục vụ');
    await says(element, 'Bạn hài lòng đến đâu?');
  },
});
export const Scanning: Story = {
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('dvc-status-tracker')!;
    await until(() => (element.shadowRoot?.querySelector('.scan-open') ?? null) !== null, 'the form');
    await pressOn(element, 'Quét mã trên biên nhận');
    await says(element, 'Dùng máy ảnh');
  },
};

// ---- What goes wrong ----

export const NotFound: Story = staged({ factor: '9999' });
export const Offline: Story = staged({ moved: (system) => Promise.resolve(void (system.line = cut)) });
export const OfflineWithLastKnown: Story = staged({
  moved: processed,
  then: async (element, system) => {
    system.line = cut;
    await pressOn(element, 'Cập nhật');
    await says(element, 'chưa hỏi lại được');
  },
});
export const Busy: Story = staged({
  moved: (system) => {
    system.line = () =>
      Promise.resolve(
        new Response(JSON.stringify({ code: 'busy', retryable: true }), {
          status: 503,
          headers: { 'dvc-contract': '1', 'retry-after': '300' },
        }),
      );
    return Promise.resolve();
  },
});
/** Somebody else has guessed so often that four digits are dear: the secret opens it all the same. */
export const TooMuchWork: Story = staged({
  factor: LAST4,
  moved: (system) => {
    system.line = () =>
      Promise.resolve(
        new Response(
          JSON.stringify({ code: 'work-needed', retryable: false, work: { challenge: 'x', bits: 40 } }),
          {
            status: 429,
            headers: { 'dvc-contract': '1' },
          },
        ),
      );
    return Promise.resolve();
  },
});
/** The system does not find any more what it told of a moment ago. */
export const Lost: Story = staged({
  moved: processed,
  then: async (element, system) => {
    system.line = () =>
      Promise.resolve(
        new Response(JSON.stringify({ found: false }), {
          headers: { 'dvc-contract': '1', 'content-type': 'application/json' },
        }),
      );
    await pressOn(element, 'Cập nhật');
    await says(element, 'không còn tìm thấy hồ sơ này');
  },
});
/** What came is not what the office noted: it is not saved. */
export const ResultDiffers: Story = staged({
  dossier: { delivery: { way: 'online' } },
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00');
  },
  then: async (element, system) => {
    await pressOn(element, 'Tải kết quả');
    system.line = async (request, go) => {
      const { headers } = await go(request);
      return new Response('%PDF-khác', { headers });
    };
    await pressOn(element, 'Tải về máy');
    await says(element, 'không khớp với dấu');
  },
});
export const ActUnknown: Story = staged({
  moved: async (system) => {
    await received(system);
    await system.move('2026-11-10T08:00', 'ask-supplement', 'Thiếu trang 2');
  },
  then: async (element, system) => {
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
    typeInto(element, 'supplement-note', 'Đã gửi');
    system.line = cut;
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Chưa biết đã tới hay chưa');
  },
});

// ---- Where it is used ----

export const Followed: Story = staged({
  moved: processed,
  then: async (element) => {
    await until(
      () => element.shadowRoot!.textContent.includes('Theo dõi trên máy này'),
      'that it can be followed',
    );
    await pressOn(element, 'Theo dõi trên máy này');
    await says(element, 'Đang theo dõi trên máy này.');
    await pressOn(element, 'Xem hồ sơ khác');
  },
});
export const SharedDevice: Story = staged({ settings: { device: 'shared' }, moved: processed });
/** Nobody has touched a shared computer for a while. */
export const SharedIdle: Story = staged({
  settings: { device: 'shared' },
  moved: processed,
  then: async (element) => {
    element.idleMinutes = 0.001;
    rootOf(element)
      .querySelector('.stage')
      ?.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await says(element, 'Bạn còn ở đây không?');
  },
});
export const English: Story = staged({
  globals: { language: 'en' },
  moved: processed,
  then: (element) => pressOn(element, 'How the date is reckoned'),
});
export const Dark: Story = staged({
  globals: { theme: 'dark' },
  moved: async (system) => {
    await processed(system);
    system.now('2026-11-17T09:00');
  },
});
