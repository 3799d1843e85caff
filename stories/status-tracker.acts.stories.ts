import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { StatusTracker } from '../components/status-tracker/status-tracker.js';
import { askFor, buttonOf, pressOn, rootOf, says, textIn, typeInto } from '../test/support/drive-tracker.js';
import { until } from '../test/support/fake-timers.js';
import { aPdf } from '../test/support/papers.js';
import { FORM_WITHOUT_FEES } from '../test/support/receiving-system.js';
import { emptyBrowser } from '../test/support/storage.js';
import { retold, type TrackedSystem } from '../test/support/tracked.js';
import { cut, processed, staged, type Staged, type Story } from './status-tracker-stage.js';

const { argTypes } = getStorybookHelpers<StatusTracker>('dvc-status-tracker');

/* What is done with a dossier, where it waits or comes to nothing; and what may be brought to the counter instead. */

export default {
  title: 'Elements/Status tracker/Acts',
  component: 'dvc-status-tracker',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<StatusTracker>;

const shown = (element: StatusTracker, selector: string): Promise<void> =>
  until(() => rootOf(element).querySelector(selector) !== null, selector);
const press = async (element: StatusTracker, selector: string): Promise<void> => {
  await shown(element, selector);
  rootOf(element).querySelector<HTMLElement>(selector)?.click();
  await element.updateComplete;
};

// ---- What is done, up to the last press ----

interface Way extends Pick<Staged, 'dossier' | 'moved'> {
  readonly begin: (element: StatusTracker) => Promise<void>;
  /** What is pressed last, in the panel. */
  readonly last: string;
}

const finished = async (system: TrackedSystem) => {
  await processed(system);
  await system.finish('2026-11-11T15:00');
};
const toPay = async (system: TrackedSystem) => {
  await processed(system);
  await system.move('2026-11-10T15:00', 'ask-payment');
};
const untold = (system: TrackedSystem) =>
  retold(system, (text) => {
    const told = JSON.parse(text) as Record<string, unknown>;
    delete told.payment;
    return JSON.stringify(told);
  });

const BORN = [{ kind: 'field', name: 'born' }] as const;

const WAYS = {
  supplement: {
    moved: async (system) => {
      await processed(system);
      await system.move('2026-11-10T15:00', 'ask-supplement', 'Đề nghị chụp lại trang 2.');
    },
    begin: async (element) => {
      await pressOn(element, 'Bổ sung ngay');
      await shown(element, '.papers input[multiple]');
      const input = rootOf(element).querySelector<HTMLInputElement>('.papers input[multiple]')!;
      const chosen = new DataTransfer();
      chosen.items.add(aPdf('trang-2.pdf'));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await says(element, 'trang-2.pdf');
    },
    last: 'Gửi bổ sung',
  },
  field: {
    moved: async (system) => {
      await processed(system);
      await system.move('2026-11-10T15:00', 'ask-supplement', 'Sai ngày sinh.', undefined, BORN);
    },
    begin: async (element) => {
      await pressOn(element, 'Bổ sung ngay');
      await shown(element, '#f-born');
      typeInto(element, 'f-born', '06/03/2026');
    },
    last: 'Gửi bổ sung',
  },
  deliver: {
    begin: async (element) => {
      await pressOn(element, 'Cách nhận kết quả');
      await pressOn(element, 'Nhận bản điện tử trên mạng');
    },
    last: 'Lưu cách nhận',
  },
  withdraw: {
    begin: async (element) => {
      await pressOn(element, 'Rút hồ sơ');
      await shown(element, '#act-note');
      typeInto(element, 'act-note', 'Chuyển đi nơi khác');
    },
    last: 'Rút hồ sơ',
  },
  rate: {
    moved: (system) => system.move('2026-11-09T10:00', 'withdraw'),
    begin: async (element) => {
      await pressOn(element, 'Đánh giá việc phục vụ');
      await press(element, '[name="stars"]');
    },
    last: 'Gửi đánh giá',
  },
  /** The office has asked for it and told nothing of how it is paid. */
  pay: {
    dossier: { fee: true },
    moved: async (system) => {
      await toPay(system);
      untold(system);
    },
    begin: (element) => pressOn(element, 'Nộp tiền'),
    last: 'Trả ngay',
  },
  /** It was told how it is paid, and nobody has paid yet. */
  payOpen: {
    dossier: { fee: true },
    moved: toPay,
    begin: (element) => pressOn(element, 'Nộp tiền'),
    last: 'Hỏi lại xem đã nhận tiền chưa',
  },
  download: {
    dossier: { delivery: { way: 'online' } },
    moved: finished,
    begin: (element) => pressOn(element, 'Tải kết quả'),
    last: 'Tải về máy',
  },
} satisfies Record<string, Way>;

// ---- What comes of it ----

interface End {
  /** The requests that it comes of; all others go through. */
  readonly of?: (request: Request) => boolean;
  readonly answer: () => Promise<Response>;
  readonly says: string;
  /** Whether it may be pressed again. */
  readonly again: boolean;
}

const silent = () => new Promise<Response>(() => undefined);
const acts = ({ url }: Request) => /\/(?:acts|payment|result)$/u.test(url);
const no = (code: string, status: number, errors: readonly object[] = []) => ({
  answer: () =>
    Promise.resolve(
      new Response(JSON.stringify({ code, retryable: code === 'busy', errors }), {
        status,
        headers: { 'dvc-contract': '1' },
      }),
    ),
  again: true,
});
const lost = { answer: cut, says: 'Chưa biết đã tới hay chưa', again: false };
const pieces = ({ method }: Request) => method === 'PATCH';

const ENDS = {
  uploading: { of: pieces, answer: silent, says: 'Đang gửi giấy tờ 1 trên 1: 0 %', again: false },
  sending: { answer: silent, says: 'Đang gửi…', again: false },
  cutShort: { answer: cut, of: pieces, says: 'Đã gửi 0 trên 1 giấy tờ, đang chờ mạng', again: false },
  full: { ...no('busy', 503), of: pieces, says: 'đang chờ nơi tiếp nhận nhận tiếp', again: false },
  lost,
  late: { ...no('act-not-now', 409), says: 'hồ sơ không còn ở bước làm được việc này' },
  secret: { ...no('not-found', 404), says: 'Không làm được: mã bí mật không đúng.' },
  file: { ...no('file-differs', 422), says: 'có giấy tờ không tới nơi trọn vẹn' },
  parts: {
    ...no('answers-invalid', 422, [{ pointer: '/act/answers/born', code: 'date-unreal' }]),
    says: 'không khớp với yêu cầu bổ sung',
  },
  busy: { ...no('busy', 503), says: 'nơi tiếp nhận đang bận' },
  other: { ...no('invalid-request', 400), says: 'nơi tiếp nhận không nhận yêu cầu này' },
  opening: { answer: silent, says: 'Bạn có thể trả ngay', again: false },
  asking: { answer: silent, says: 'chưa báo đã nhận tiền', again: false },
  unasked: { answer: cut, says: 'Chưa hỏi được: chưa có mạng', again: true },
  unopened: { ...no('busy', 503), says: 'chưa mở được việc trả tiền. Bạn chưa trả gì' },
  unsure: { answer: cut, says: 'Chưa hỏi được nơi tiếp nhận. Đừng trả lần hai', again: false },
  nothingToPay: { ...no('nothing-to-pay', 409), says: 'báo không phải trả trên mạng', again: false },
  getting: { answer: silent, says: 'Đang tải…', again: false },
} satisfies Record<string, End>;

const lastOf = (element: StatusTracker, { last }: Way): HTMLButtonElement | undefined =>
  [...rootOf(element).querySelectorAll<HTMLButtonElement>('#panel button')].find(
    ({ textContent }) => textContent.trim() === last,
  );

/** Some buttons keep the focus while they cannot be pressed. */
const isOn = (button: HTMLButtonElement | undefined): boolean =>
  button !== undefined && !button.disabled && button.ariaDisabled !== 'true';

/** Somebody does it, and this is what comes of it: told in its panel, and pressed again only where that may be. */
function meets(what: keyof typeof WAYS, end: keyof typeof ENDS): Story {
  const way: Way = WAYS[what];
  const { of = acts, answer, says: words, again }: End = ENDS[end];
  return staged({
    ...way,
    then: async (element, system) => {
      await way.begin(element);
      await until(() => isOn(lastOf(element, way)), `that “${way.last}” can be pressed`);
      const { line } = system;
      system.line = (request, go) => (of(request) ? answer() : line(request, go));
      lastOf(element, way)?.click();
      const told = () => textIn(element, '#panel');
      await until(() => told().includes(words), `“${words}” in: ${told()}`);
      await until(() => isOn(lastOf(element, way)) === again, 'whether it is pressed again');
    },
  });
}

/** The paper goes out. */
export const SupplementUploading: Story = meets('supplement', 'uploading');
/** The paper is there, and what it is for goes out. */
export const SupplementSending: Story = meets('supplement', 'sending');
/** The line broke while the paper went out: nothing was sent yet, and it goes on by itself. */
export const SupplementCutShort: Story = meets('supplement', 'cutShort');
/** The office can take no more now. */
export const SupplementFull: Story = meets('supplement', 'full');
export const SupplementLost: Story = meets('supplement', 'lost');
export const SupplementSecret: Story = meets('supplement', 'secret');
export const SupplementFile: Story = meets('supplement', 'file');
/** The office’s own checks find fault with what was answered: said at the field, too. */
export const SupplementParts: Story = meets('field', 'parts');
export const SupplementBusy: Story = meets('supplement', 'busy');
export const SupplementOther: Story = meets('supplement', 'other');

export const DeliverySending: Story = meets('deliver', 'sending');
export const DeliveryLost: Story = meets('deliver', 'lost');
export const DeliveryLate: Story = meets('deliver', 'late');
export const DeliveryBusy: Story = meets('deliver', 'busy');

export const WithdrawalSending: Story = meets('withdraw', 'sending');
export const WithdrawalLost: Story = meets('withdraw', 'lost');

/** Somebody decided against a withdrawal of which nobody knows whether it arrived, and the office cannot be asked. */
export const WithdrawalKept: Story = staged({
  ...WAYS.withdraw,
  then: async (element, system) => {
    await WAYS.withdraw.begin(element);
    system.line = cut;
    await press(element, '#panel .danger');
    await says(element, 'Chưa biết đã tới hay chưa');
    await pressOn(element, 'Không rút');
    await says(element, 'chưa bỏ được việc rút');
  },
});

/** The same on the next visit: what a press would do is said. */
export const WithdrawalOfBefore: Story = staged({
  ask: async (element, system) => {
    await askFor(element, system);
    const { line } = system;
    system.line = (request, go) => (acts(request) ? cut() : line(request, go));
    await WAYS.withdraw.begin(element);
    await press(element, '#panel .danger');
    await says(element, 'Chưa biết đã tới hay chưa');
    await pressOn(element, 'Xem hồ sơ khác');
    await askFor(element, system);
  },
  then: (element) => says(element, 'Nếu chưa tới, bấm “Rút hồ sơ” là rút'),
});

export const WithdrawalLate: Story = meets('withdraw', 'late');
export const WithdrawalSecret: Story = meets('withdraw', 'secret');

export const RatingSending: Story = meets('rate', 'sending');
export const RatingLost: Story = meets('rate', 'lost');
export const RatingOther: Story = meets('rate', 'other');

export const PaymentOpening: Story = meets('pay', 'opening');
export const PaymentUnopened: Story = meets('pay', 'unopened');
export const PaymentUnsure: Story = meets('pay', 'unsure');
export const PaymentOfNothing: Story = meets('pay', 'nothingToPay');
export const PaymentAsking: Story = meets('payOpen', 'asking');
/** It was asked once more, and still nobody has paid. */
export const PaymentAskedAgain: Story = staged({
  ...WAYS.payOpen,
  then: async (element) => {
    await WAYS.payOpen.begin(element);
    await pressOn(element, WAYS.payOpen.last);
    await says(element, 'Đã hỏi lúc');
  },
});
/** A question that failed undoes nothing of what is known. */
export const PaymentUnasked: Story = meets('payOpen', 'unasked');

export const ResultGetting: Story = meets('download', 'getting');

/** The office went on while a form was open. */
export const DeliveryGone: Story = staged({
  then: async (element, system) => {
    await WAYS.deliver.begin(element);
    await finished(system);
    await system.move('2026-11-12T09:00', 'hand-over');
    await pressOn(element, 'Cập nhật');
    await says(element, 'không đổi được cách nhận kết quả nữa');
  },
});

/** What was typed on an earlier visit, and brought to the counter since. */
export const SupplementLeft: Story = staged({
  moved: WAYS.field.moved,
  settings: { device: 'own' },
  ask: async (element, system) => {
    await askFor(element, system);
    await WAYS.field.begin(element);
    await pressOn(element, 'Xem hồ sơ khác');
    await system.move('2026-11-11T09:00', 'take-supplement', 'Đã sửa.', undefined, BORN);
    await askFor(element, system);
  },
  then: (element) => says(element, 'Những gì bạn gõ ở đây lần trước chưa được gửi.'),
});

// ---- Code that does not come ----

/**
 * Storybook has every file at hand: what asks in which language the words are to come fails instead, and the person sees
 * the same.
 */
async function missing(element: StatusTracker, open: () => Promise<void>): Promise<void> {
  Object.defineProperty(element, 'getAttribute', {
    configurable: true,
    value: () => {
      throw new Error('not fetched');
    },
  });
  try {
    await open();
    await says(element, 'Chưa tải được phần này');
    buttonOf(element, 'Thử lại');
  } finally {
    Reflect.deleteProperty(element, 'getAttribute');
  }
}

/** What is sent to an office does not come. */
export const PartMissing: Story = staged({
  ...WAYS.supplement,
  then: (element) => missing(element, () => pressOn(element, 'Bổ sung ngay')),
});

/** The same of what a person may want by themselves, below all other buttons. */
export const OwnPartMissing: Story = staged({
  then: (element) => missing(element, () => pressOn(element, 'Rút hồ sơ')),
});

/** Nothing below the steps came; how far the dossier is stands there all the same. */
export const RestMissing: Story = staged({
  moved: processed,
  ask: async (element, { receipt }) => {
    await until(() => (element.shadowRoot?.querySelector('#code') ?? null) !== null, 'the form');
    typeInto(element, 'code', receipt.dossier);
    typeInto(element, 'factor', receipt.secret);
    await missing(element, () => pressOn(element, 'Xem hồ sơ'));
  },
  then: (element) => says(element, 'Đang xử lý'),
});

// ---- The counter ----

const orThere = (element: StatusTracker) =>
  says(element, /Hoặc đến nơi tiếp nhận, UBND Xã Mẫu: nói mã hồ sơ H00/u);

/** What is asked for may be brought to the counter. */
export const SupplementOrBring: Story = staged({
  ...WAYS.supplement,
  then: async (element) => {
    await pressOn(element, 'Bổ sung ngay');
    await orThere(element);
  },
});

/** The office takes money at the counter, too. */
export const PaymentOrBring: Story = staged({
  ...WAYS.payOpen,
  then: async (element) => {
    await pressOn(element, 'Nộp tiền');
    await orThere(element);
  },
});

/** The office does not say that it takes money there: nobody is sent on a way for nothing. */
export const PaymentHereOnly: Story = staged({
  ...WAYS.payOpen,
  moved: async (system) => {
    await toPay(system);
    retold(system, (text) => text.replace(',"counter":true', ''));
  },
  then: async (element) => {
    await pressOn(element, 'Nộp tiền');
    await says(element, 'chưa báo đã nhận tiền');
    await until(() => !textIn(element).includes('tại nơi tiếp nhận'), 'that nobody is sent there');
  },
});

/** No receipt told a fee, and the office asks for this much. */
export const PaymentOfAmount: Story = staged({
  dossier: { form: FORM_WITHOUT_FEES },
  moved: async (system) => {
    await processed(system);
    await system.move('2026-11-10T15:00', 'ask-payment', 'Phí thẩm định', undefined, undefined, {
      amount: 150_000,
    });
  },
  then: async (element) => {
    await pressOn(element, 'Nộp tiền');
    await says(element, /Số tiền phải trả: 150\.000/u);
    await orThere(element);
  },
});

/** What was brought was taken in: what of it the office keeps stands in the history. */
export const BroughtToTheCounter: Story = staged({
  moved: async (system) => {
    await WAYS.supplement.moved(system);
    await system.move('2026-11-11T09:00', 'take-supplement', undefined, undefined, undefined, {
      papers: ['Giấy chứng sinh'],
      kept: 'original',
    });
  },
  then: async (element) => {
    await pressOn(element, 'Đã có những gì');
    await says(element, 'Nơi tiếp nhận giữ bản chính.');
  },
});

/** The money was taken there. */
export const PaidAtTheCounter: Story = staged({
  ...WAYS.payOpen,
  moved: async (system) => {
    await toPay(system);
    await system.move('2026-11-11T09:00', 'take-payment');
  },
  then: async (element) => {
    await pressOn(element, 'Đã có những gì');
    await says(element, 'Nhận tiền tại nơi tiếp nhận');
  },
});
