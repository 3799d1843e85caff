import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { FormSteps } from '../components/form-steps/form-steps.js';
import { fillStep, goTo, press, root, textOf, tick, type, until } from '../test/support/drive-form.js';
import { aReceivingSystem, FORM, FORM_WITHOUT_FEES } from '../test/support/receiving-system.js';
import { emptyBrowser } from '../test/support/storage.js';
import {
  aPhoto,
  behind,
  cut,
  drivenTo,
  give,
  helped,
  papersListed,
  reopened,
  type Story,
} from './form-steps-stage.js';

const { argTypes } = getStorybookHelpers<FormSteps>('dvc-form-steps');

/* Papers that are on their way or cannot be taken, the camera, fees by tiers, and who helped, on paper. */

export default {
  title: 'Elements/Form steps/Papers, camera, tiers, helpers',
  component: 'dvc-form-steps',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<FormSteps>;

// ---- On their way ----

const CARD = '.papers li:nth-child(2) input[type=file]';
const aPdf = (name: string, size: number, more = '') =>
  new File([`%PDF-1.4\ntrailer << ${more} >>\n`, new Uint8Array(size)], name, { type: 'application/pdf' });

/** Two papers, large enough for several pieces each, and on to the sending. */
async function sendPapers(element: FormSteps): Promise<void> {
  await papersListed(element);
  await give(element, '.papers input', aPdf('giay-chung-sinh.pdf', 600_000));
  await until(() => textOf(element).includes('giay-chung-sinh.pdf'), 'it is there');
  await give(element, CARD, aPdf('can-cuoc.pdf', 300_000));
  await until(() => textOf(element).includes('can-cuoc.pdf'), 'the other is there, too');
  await goTo(element, 'Gửi');
}

/** A line that does something to every piece of a paper after the first. */
function afterTheFirst(then: () => Promise<Response>) {
  let pieces = 0;
  return behind((request, go) => (request.method === 'PATCH' && (pieces += 1) > 1 ? then() : go(request)));
}

/** No form of the procedure's own, and no list of its papers: who applies is asked all the same, and what is not known is said. */
const NOTHING_KNOWN = {
  settings: { form: undefined },
  record: { paperGroups: [] },
};

export const NoFormOfItsOwn = drivenTo('Chuẩn bị', NOTHING_KNOWN);

export const WhoApplies = drivenTo('Người nộp và nội dung đề nghị', NOTHING_KNOWN);

export const WhoAppliesMissing = drivenTo('Người nộp và nội dung đề nghị', {
  ...NOTHING_KNOWN,
  globals: { width: '320px' },
  then: (element) => press(element, 'Tiếp tục'),
});

export const PapersNotKnown = drivenTo('Giấy tờ đính kèm', {
  ...NOTHING_KNOWN,
  then: (element) => until(() => root(element).querySelector('.wanted'), 'other papers can be added'),
});

/** How far each paper is; it can still be stopped. */
export const TransfersUnderWay = drivenTo('Giấy tờ đính kèm', {
  system: afterTheFirst(() => new Promise<Response>(() => undefined)),
  then: async (element) => {
    await sendPapers(element);
    await until(() => textOf(element, '.list').includes('đã gửi'), 'it is under way');
    await until(() => textOf(element).includes('Dừng gửi để sửa'), 'it can be stopped');
  },
});

/** The line broke in the middle of a paper: what arrived stays there. */
export const TransferBroken = drivenTo('Giấy tờ đính kèm', {
  system: afterTheFirst(cut),
  then: async (element) => {
    await sendPapers(element);
    await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
  },
});

// ---- What cannot be taken, and what is on it ----

/** Every reason, beside the paper. */
export const FileFaults = drivenTo('Giấy tờ đính kèm', {
  then: async (element) => {
    await papersListed(element);
    const broken = new File([new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2])], 'hong.jpg');
    const faulty = [
      aPdf('qua-lon.pdf', 21 * 1024 * 1024),
      new File([], 'rong.pdf'),
      new File(['<html>'], 'trang.jpg'),
      aPdf('co-mat-khau.pdf', 10, '/Encrypt 5 0 R'),
      broken,
      new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_9.HEIC'),
      aPdf('mot.pdf', 10),
      aPdf('hai.pdf', 10),
    ];
    await give(element, '.papers input', ...faulty);
    await until(() => textOf(element).includes('“hai.pdf” chưa được thêm'), 'all of it is told');
  },
});

/** The office takes less than this page would, and says so. */
export const OfficeTakesLess = drivenTo('Giấy tờ đính kèm', {
  system: behind(async (request, go) => {
    const answer = await go(request);
    if (!new URL(request.url).pathname.endsWith('/v1')) return answer;
    return Response.json(
      { ...((await answer.json()) as object), maxFileBytes: 512 * 1024, maxFiles: 5 },
      answer,
    );
  }),
  then: async (element) => {
    await papersListed(element);
    await until(() => textOf(element).includes('Đây là mức mà Xã Mẫu nhận'), 'it is told');
    await give(element, '.papers input', aPdf('to-khai.pdf', 700_000));
    await until(() => textOf(element).includes('lớn hơn 512 KB'), 'it is too large');
  },
});

/** What the national portal takes is in no source. */
export const PortalLimitUnknown = drivenTo('Giấy tờ đính kèm', {
  settings: { destination: 'hand-off' },
  then: papersListed,
});

/** What it is for, across the photo of a card. */
export const Watermark = drivenTo('Giấy tờ đính kèm', {
  then: async (element) => {
    await papersListed(element);
    await tick(element, /^In chữ mờ/u);
    await give(element, CARD, await aPhoto('the.jpg'));
    await until(() => textOf(element).includes('1 trang'), 'it is there');
  },
});

/** After a reload the pages are known again, and more can be added. */
export const PagesAfterReload = drivenTo('Giấy tờ đính kèm', {
  then: async (element) => {
    await papersListed(element);
    await give(element, '.papers input', await aPhoto('IMG_1.jpg'), await aPhoto('IMG_2.jpg', '#222'));
    await until(() => textOf(element).includes('2 trang'), 'they are joined');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'they are kept');
    const { parentElement } = element;
    await reopened(element);
    const again = parentElement?.querySelector('dvc-form-steps');
    await until(() => again && textOf(again).includes('2 trang'), 'the pages are known');
  },
});

const [CHILD] = FORM.steps;
const proof = {
  name: 'proof',
  kind: 'attachment',
  label: { vi: 'Bản chụp giấy tờ chứng minh' },
  required: true,
};
const ASKS_FOR_A_PAPER = {
  ...(FORM_WITHOUT_FEES as object),
  steps: [{ ...CHILD, groups: [...CHILD.groups, { name: 'more', fields: [proof] }] }, FORM.steps[1]],
};

/** A question that asks for a paper, with it. */
export const AttachQuestion = drivenTo('Trẻ', {
  settings: { form: ASKS_FOR_A_PAPER },
  then: async (element) => {
    await until(() => root(element).querySelector('.wanted'), 'it can be attached');
    await give(element, '.wanted input', await aPhoto('IMG_1.jpg'));
    await until(() => textOf(element).includes('1 trang'), 'it is there');
  },
});

/** The same among the other papers, with the question that it answers. */
export const AttachQuestionListed = drivenTo('Trẻ', {
  settings: { form: ASKS_FOR_A_PAPER },
  then: async (element) => {
    await fillStep(element);
    await until(() => root(element).querySelector('.wanted'), 'it can be attached');
    await give(element, '.wanted input', await aPhoto('IMG_1.jpg'));
    await until(() => textOf(element).includes('1 trang'), 'it is there');
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => textOf(element).includes('Giấy này trả lời câu hỏi'), 'it says where it belongs');
  },
});

// ---- The camera ----

/** What takes the place of the camera of a computer that has none; undefined: it may not be used. */
const camera = (picture: (() => MediaStream) | undefined) => async () => {
  await emptyBrowser();
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = () =>
    picture ? Promise.resolve(picture()) : Promise.reject(new DOMException('no', 'NotAllowedError'));
  return () => {
    mediaDevices.getUserMedia = real;
  };
};

/** A picture in which there is no code. */
function aDesk(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#7a6a55';
    context.fillRect(0, 0, 640, 480);
  }
  return canvas.captureStream(5);
}

const openCamera = async (element: FormSteps): Promise<void> => {
  await press(element, /^Quét mã QR/u);
  await until(() => textOf(element).includes('Dùng máy ảnh'), 'it can be scanned');
  await press(element, 'Dùng máy ảnh');
};

/** The camera runs, and has seen no code yet. */
export const CameraRunning: Story = {
  ...drivenTo('Người liên quan', {
    then: async (element) => {
      await openCamera(element);
      await until(() => root(element).querySelector('video'), 'it runs');
    },
  }),
  beforeEach: camera(aDesk),
};

/** It may not be used: a photo, or typing. */
export const CameraRefused: Story = {
  ...drivenTo('Người liên quan', {
    then: async (element) => {
      await openCamera(element);
      await until(() => textOf(element).includes('Không mở được máy ảnh'), 'it is told');
    },
  }),
  beforeEach: camera(undefined),
};

// ---- Fees by tiers, what is short, who helped ----

const TIERED = {
  ...FORM,
  fees: {
    lines: [
      {
        label: { vi: 'Hai bản đầu' },
        amount: 2000,
        times: 'all',
        tiers: [{ after: 2, label: { vi: 'Từ bản thứ ba' }, amount: 1000 }],
      },
    ],
    source: { name: 'Mẫu' },
  },
};

/** The first copies cost more than those after. */
export const TieredFee = drivenTo('Người liên quan', {
  settings: { form: TIERED },
  then: async (element) => {
    await fillStep(element);
    await press(element, 'Thêm: Bản sao');
    await type(element, 'Số bản', '5');
    await goTo(element, 'Kiểm tra lại');
    await until(() => textOf(element).includes('Từ bản thứ ba'), 'both are told');
  },
});

/** Less is there than was sent: the strip says so, on the smallest screen as well. */
export const ShortNarrow = drivenTo('Gửi', {
  globals: { width: '320px' },
  system: behind(async (request, go) => {
    const answer = await go(request);
    return Response.json({ ...((await answer.json()) as object), answers: 1 }, answer);
  }),
  then: async (element) => {
    await until(() => root(element).querySelector('.state.waiting'), 'the strip tells');
  },
});

const helpedTo = (step: string, selector: string) => async (element: FormSteps) => {
  await helped(element);
  await goTo(element, step);
  await until(() => textOf(element, selector).includes('Người khai giúp'), 'who helped stands there');
};

/** Who helped, on the form that is printed. */
export const PrintOfHelper = drivenTo('Chuẩn bị', {
  level: '2',
  settings: { assisted: true },
  then: helpedTo('In và mang theo', '.paper'),
});

/** Who helped, on the sheet for the national portal. */
export const HandOffOfHelper = drivenTo('Chuẩn bị', {
  settings: { assisted: true, destination: 'hand-off' },
  system: aReceivingSystem(),
  then: helpedTo('Nộp trên Cổng quốc gia', '.handed'),
});
