import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { FormSteps } from '../components/form-steps/form-steps.js';
import type { ReceivingProblemCode } from '../src/gateway/contract.js';
import { goTo, press, root, textOf, tick, type, until } from '../test/support/drive-form.js';
import { FORM_OF_OFFICE } from '../test/support/form-of-office.js';
import { aReceivingSystem } from '../test/support/receiving-system.js';
import { emptyBrowser, raw, type RawRecord } from '../test/support/storage.js';
import {
  behind,
  copyOf,
  drivenTo,
  receiptShown,
  WITH_COPIES,
  withCopies,
  type Story,
} from './form-steps-stage.js';

const { argTypes } = getStorybookHelpers<FormSteps>('dvc-form-steps');

/* What nobody knows yet, what came too late, and what is left of it: truth in every word. */

export default {
  title: 'Elements/Form steps/Not sure, too late, on paper',
  component: 'dvc-form-steps',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<FormSteps>;

// ---- Whether it arrived is not known ----

/** It arrives, and nothing that is said of it comes back. */
const unheard = () =>
  behind(async (request, go) => {
    if (request.method === 'PUT') await go(request);
    throw new TypeError('cut off');
  });

async function unsure(element: FormSteps): Promise<void> {
  await until(() => textOf(element, '.state').includes('Chưa biết hồ sơ đã tới'), 'it says so');
}

let arrive = (): void => undefined;

/** Everything arrives once it is let go. @param answer what comes back then, where it is not what was asked for */
function slowly(answer?: () => Response) {
  return behind(async (request, go) => {
    await new Promise<void>((resolve) => (arrive = resolve));
    return answer?.() ?? go(request);
  });
}

/** A no of the other side, for good. */
const aRefusal = (code: ReceivingProblemCode, status: number): Response =>
  Response.json(
    { code, status, retryable: false },
    { status, headers: { 'dvc-contract': '1', 'content-type': 'application/problem+json' } },
  );

/** The two minutes that a person has are told to the browser's timer; here they are over at once. */
async function leftAlone(element: FormSteps): Promise<void> {
  const { setTimeout: real } = window;
  window.setTimeout = ((work: () => void, ms?: number) => real(work, ms === 120_000 ? 0 : ms)) as never;
  try {
    element.idleMinutes = 0.002;
    element.dispatchEvent(new Event('pointerdown'));
    await until(() => textOf(element, '.ask').includes('còn đang được gửi'), 'it is hidden');
  } finally {
    window.setTimeout = real;
  }
  element.idleMinutes = 10;
}

/** It may have arrived: asked about by itself, and not called failed. */
export const Unsure = drivenTo('Gửi', { system: unheard(), then: unsure });

export const UnsureNarrow = drivenTo('Gửi', {
  system: unheard(),
  globals: { width: '320px' },
  then: unsure,
});

/** Where others come nothing is sent once the tab is closed, and it says so. */
export const UnsureShared = drivenTo('Gửi', {
  system: unheard(),
  settings: { device: 'shared' },
  then: unsure,
});

/** The question is under way. */
export const Asking = drivenTo('Gửi', {
  system: behind((request) =>
    request.method === 'PUT'
      ? Promise.reject(new TypeError('cut off'))
      : new Promise<Response>(() => undefined),
  ),
  then: async (element) => {
    await unsure(element);
    await press(element, 'Thử lại ngay');
    await until(() => textOf(element).includes('Đang kiểm tra hồ sơ'), 'it asks');
  },
});

/** Whether it could be stopped is not known either. */
export const CancelUnsure = drivenTo('Gửi', {
  system: unheard(),
  then: async (element) => {
    await unsure(element);
    await press(element, 'Dừng gửi để sửa');
    await until(() => textOf(element).includes('Chưa dừng được'), 'it says so');
  },
});

/** On one's own computer it is not deleted before that is known. */
export const DeleteUnsure = drivenTo('Gửi', {
  system: unheard(),
  then: async (element) => {
    await unsure(element);
    await press(element, 'Xóa bản nháp');
    await press(element, 'Xóa hết');
    await until(() => textOf(element, '.ask').includes('chưa biết'), 'it says why');
  },
});

/** Where others come everything goes, after a word. */
export const EndUnsure = drivenTo('Gửi', {
  system: unheard(),
  settings: { device: 'shared' },
  then: async (element) => {
    await unsure(element);
    await press(element, 'Kết thúc');
    await until(() => textOf(element, '.ask').includes('chưa biết'), 'it says so first');
    await press(element, 'Xóa hết');
    await until(() => textOf(element, 'form').includes('Đã xóa hết'), 'it is gone');
    await until(() => textOf(element, 'form').includes('chưa biết'), 'and says so of what was sent');
  },
});

/** Nobody is there any more: hidden, and sent to its end. What comes then is in view until somebody begins. */
export const LeftWhileSending = drivenTo('Gửi', {
  system: behind(() => new Promise<Response>(() => undefined)),
  settings: { device: 'shared' },
  then: (element) => leftAlone(element),
});

const slow = slowly();

export const LeftAndReceived = drivenTo('Gửi', {
  system: slow,
  settings: { device: 'shared' },
  then: async (element) => {
    await until(() => slow.asked.length > 0, 'it is on its way');
    await leftAlone(element);
    arrive();
    await until(() => textOf(element, 'form').includes('Đã nộp'), 'its code is left');
  },
});

const refusing = slowly(() => aRefusal('form-changed', 409));

/** What nobody was there any more to see was not taken: that is all that is left of it. */
export const LeftAndRefused = drivenTo('Gửi', {
  system: refusing,
  settings: { device: 'shared' },
  then: async (element) => {
    await until(() => refusing.asked.length > 0, 'it is on its way');
    await leftAlone(element);
    arrive();
    await until(() => textOf(element, 'form').includes('không nhận hồ sơ'), 'it says so');
  },
});

const losing = slowly(() => aRefusal('file-missing', 422));

/** What could not be sent to its end with nobody there: that is said, and of nobody that they refused it. */
export const LeftAndUnsent = drivenTo('Gửi', {
  system: losing,
  settings: { device: 'shared' },
  then: async (element) => {
    await until(() => losing.asked.length > 0, 'it is on its way');
    await leftAlone(element);
    arrive();
    await until(() => textOf(element, 'form').includes('Không gửi được hồ sơ này'), 'it says so');
  },
});

// ---- Paying ----

/** A receiving system whose answers to payments are others. */
function paying(answer: (request: Request, go: (one: Request) => Promise<Response>) => Promise<Response>) {
  const system = aReceivingSystem(WITH_COPIES);
  system.line = (request, go) =>
    new URL(request.url).pathname.includes('payment') ? answer(request, go) : go(request);
  return system;
}

async function pays(element: FormSteps, words: string): Promise<void> {
  await withCopies(element);
  await press(element, 'Trả ngay');
  await until(() => textOf(element).includes(words), words);
}

/** Nobody knows whether a payment was opened: never "failed", never twice. */
export const PayUnknown = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: paying(() => Promise.reject(new TypeError('cut off'))),
  then: (element) => pays(element, 'Đừng trả lần hai'),
});

/** It is too late for this payment; the office is asked before another. */
export const PayExpired = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: paying(async (request, go) => {
    const answer = await go(request);
    return Response.json({ ...((await answer.json()) as object), state: 'expired' }, answer);
  }),
  then: (element) => pays(element, 'đã hết hạn'),
});

/** No payment was opened, for a reason that is the office's own: nothing was paid, and it can be tried again. */
export const PayRefused = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: paying(() => Promise.resolve(aRefusal('not-found', 404))),
  then: (element) => pays(element, 'Bạn chưa trả gì'),
});

/** The other side wants nothing by this way. */
export const PayNothing = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: paying(() => Promise.resolve(aRefusal('nothing-to-pay', 409))),
  then: (element) => pays(element, 'không phải trả trên mạng'),
});

/** The receipt while the money is on its way. */
export const ReceiptPayWaiting = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: aReceivingSystem(WITH_COPIES),
  then: async (element) => {
    await pays(element, 'Chờ xác nhận');
    await press(element, 'Tiếp tục');
    await until(() => textOf(element, '.receipt').includes('Chờ xác nhận'), 'the receipt says so');
  },
});

// ---- On paper ----

/** Lines to write on where nothing was answered, boxes to tick, and an address that the form asks for itself. */
export const PrintBlanks = drivenTo('Chuẩn bị', {
  level: '2',
  settings: { form: FORM_OF_OFFICE },
  then: async (element) => {
    await goTo(element, 'Trẻ');
    await type(element, 'Gửi cơ quan', 'Công an xã Mẫu, tỉnh Mẫu');
    await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
    await goTo(element, 'In và mang theo');
    await until(() => root(element).querySelector('.paper'), 'the form is there');
  },
});

function receiptOn(paper: string, globals: Readonly<Record<string, string>> = {}): Story {
  return drivenTo('Giấy biên nhận', {
    globals,
    then: async (element) => {
      await receiptShown(element);
      await tick(element, paper);
      await until(() => root(element).querySelector('.receipt:not(.paper-A4)'), 'it is chosen');
    },
  });
}

/** Half a sheet. Looks other than A4 only in print. */
export const ReceiptA5 = receiptOn('A5');

/** The roll of a desk's small printer. */
export const ReceiptRoll = receiptOn('Cuộn 80 mm');

// ---- A draft that is not this window's, or cannot be opened ----

/** Another window has it: what is here can be read, and is locked until somebody goes on here. */
function elsewhere(step: string, globals: Readonly<Record<string, string>> = {}): Story {
  return drivenTo(step, {
    globals,
    then: async (element) => {
      await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      const other = copyOf(element);
      element.parentElement?.append(other);
      await until(() => textOf(other).includes('đang mở ở cửa sổ khác'), 'the other one says so');
      await press(other, 'Tiếp tục ở đây');
      await until(() => textOf(element).includes('đang mở ở cửa sổ khác'), 'this one is told');
      other.remove();
    },
  });
}

export const DraftElsewhere = elsewhere('Trẻ');

export const DraftElsewhereNarrow = elsewhere('Trẻ', { width: '320px' });

/** What is kept was damaged: said, and begun anew; never somebody else's. */
export const DraftBroken = drivenTo('Trẻ', {
  then: async (element) => {
    await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    const again = copyOf(element);
    const { parentElement } = element;
    element.remove();
    for (const name of (await raw.names('drafts')) as string[]) {
      const kept = (await raw.get('drafts', name)) as RawRecord;
      await raw.put('drafts', name, { ...kept, sealed: kept.sealed.slice(1) });
    }
    parentElement?.append(again);
    await until(() => textOf(again).includes('Không mở được bản nháp cũ'), 'it says so');
  },
});
