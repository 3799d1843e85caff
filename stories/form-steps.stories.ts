import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { FormSteps } from '../components/form-steps/form-steps.js';
import { aCatalog, aRecord } from '../test/support/builders.js';
import { goTo, press, root, textOf, tick, type, until } from '../test/support/drive-form.js';
import { aReceivingSystem, FORM } from '../test/support/receiving-system.js';
import { emptyBrowser, withoutHttps } from '../test/support/storage.js';
import { commune } from './commune.js';
import { controls } from './controls.js';
import { expectReport } from './expect-report.js';
import {
  aCardPhoto,
  aPhoto,
  behind,
  copyOf,
  cut,
  drivenTo,
  elementIn,
  give,
  helped,
  papersListed,
  receiptShown,
  reopened,
  shown,
  WITH_COPIES,
  withCopies,
  type Story,
} from './form-steps-stage.js';

const { args, argTypes, template } = getStorybookHelpers<FormSteps>('dvc-form-steps');

/** Real forms of the sample commune. */
const withForms = { ...commune, forms: 'data/forms.json' } as const;

export default {
  title: 'Elements/Form steps',
  component: 'dvc-form-steps',
  args: { ...controls(args), ...withForms, headingLevel: 2, idleMinutes: 10 },
  argTypes,
  render: (given) => template(given),
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
  play: shown,
} satisfies Meta<FormSteps>;

// ---- What is ahead, by level and destination ----

/** A real form, sent to the place's own system: everything is done online. */
export const Level4: Story = {
  args: { code: '1.004873', level: '4', destination: 'gateway', gateway: 'https://nhan.invalid' },
};

/** Sent online; paid and collected at the desk. */
export const Level3: Story = {
  args: { code: '1.004873', level: '3', destination: 'gateway', gateway: 'https://nhan.invalid' },
};

/** Filled in here, printed and taken along. */
export const Level2: Story = { args: { code: '1.004873', level: '2' } };

/** Only what to prepare, and where to go. */
export const Level1: Story = { args: { code: '1.004873', level: '1' } };

/** Prepared here, filed on the national portal: what happens where nothing else is set. */
export const HandOff: Story = { args: { code: '1.001193', level: 'full' } };

/** The wording of 2022 leads to the same steps. */
export const PartlyOnline: Story = {
  args: { code: '1.013833', level: 'partial', destination: 'gateway', gateway: 'https://nhan.invalid' },
};

/** Nobody announced a level: only information is sure, and it says so. */
export const LevelUnknown: Story = { args: { code: '1.001193', levels: '' } };

export const English: Story = {
  args: { code: '1.004873', level: '4', destination: 'gateway', gateway: 'https://nhan.invalid' },
  globals: { language: 'en' },
};

// ---- Filling in ----

export const Fill = drivenTo('Trẻ');

export const FillNarrow = drivenTo('Người liên quan', { globals: { width: '320px' } });

export const FillDark = drivenTo('Người liên quan', { globals: { theme: 'dark' } });

export const FillHighContrast = drivenTo('Trẻ', { globals: { theme: 'high-contrast' } });

/** Something is missing and something cannot be read: a summary, and the words beside each field. */
export const Errors = drivenTo('Trẻ', {
  then: async (element) => {
    await type(element, 'Ngày sinh của trẻ', '31/02/2026');
    await press(element, 'Tiếp tục');
  },
});

/** Worth a second look, and never in the way. */
export const Warnings = drivenTo('Trẻ', {
  then: (element) => type(element, 'Ngày sinh của trẻ', '01/01/2030'),
});

/** Entries of a repeated group, with their sum worked out. */
export const Repeated = drivenTo('Người liên quan', {
  then: async (element) => {
    await press(element, 'Thêm: Bản sao');
    await type(element, 'Số bản', '2');
    await press(element, 'Thêm: Bản sao');
  },
});

/** A person who was named before is offered. */
export const KnownPerson = drivenTo('Người liên quan', {
  then: (element) => type(element, 'Họ, chữ đệm, tên', 'Nguyễn Thị Mẫu'),
});

/** An address of before July 2025. */
export const OldAddress = drivenTo('Người liên quan', {
  then: (element) => type(element, 'Nơi cư trú', 'Thôn Mẫu, Xã Tam Mỹ Đông, Huyện Núi Thành, Tỉnh Quảng Nam'),
});

const LONG = 'Giấychứngnhậnquyềnsửdụngđấtquyềnsởhữunhàởvàtàisảnkhácgắnliềnvớiđất'.repeat(2);

/** Words that are longer than the screen. */
export const LongWords = drivenTo('Trẻ', {
  globals: { width: '320px' },
  then: (element) => type(element, 'Họ tên trẻ', LONG),
});

/** A citizen card was read; it is filled in only when the person says so. */
export const CardRead = drivenTo('Người liên quan', {
  then: async (element) => {
    root(element).querySelector<HTMLElement>('.set-actions button')?.click();
    await until(() => root(element).querySelector('.scan input'), 'the reader is open');
    await give(element, '.scan input', await aCardPhoto());
    await until(() => textOf(element, '.scan').includes('Đọc được'), 'the card is read');
  },
});

export const CardNotRead = drivenTo('Người liên quan', {
  then: async (element) => {
    root(element).querySelector<HTMLElement>('.set-actions button')?.click();
    await until(() => root(element).querySelector('.scan input'), 'the reader is open');
    await give(element, '.scan input', await aPhoto('trang.jpg'));
    await until(() => textOf(element, '.scan').includes('Chưa thấy'), 'nothing is found');
  },
});

// ---- Drafts ----

/** Kept on this computer: always said. */
export const Saved = drivenTo('Trẻ', {
  then: async (element) => {
    await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
  },
});

/** Opened again after the page was left. */
export const Restored = drivenTo('Trẻ', {
  then: async (element) => {
    await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    await reopened(element);
  },
});

/** The form has changed since: what it no longer asks is shown for copying. */
export const RestoredIntoChangedForm = drivenTo('Trẻ', {
  then: async (element) => {
    await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    const [step, ...steps] = FORM.steps;
    const [group] = step.groups;
    const fields = group.fields.filter(({ name }) => name !== 'child');
    element.form = { ...FORM, version: '2', steps: [{ ...step, groups: [{ ...group, fields }] }, ...steps] };
    await until(() => textOf(element).includes('đã đổi mẫu'), 'it is opened anew');
  },
});

/** Another window has it. */
export const OpenElsewhere = drivenTo('Trẻ', {
  then: async (element) => {
    const other = copyOf(element);
    element.after(other);
    element.hidden = true;
    await until(() => textOf(other).includes('cửa sổ khác'), 'the second one knows');
  },
});

/** The browser keeps nothing. */
export const NotKept: Story = {
  ...drivenTo('Trẻ', {
    then: async (element) => {
      await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
      await until(() => textOf(element, '.state').includes('không cho lưu'), 'it says so');
    },
  }),
  beforeEach: async () => {
    await emptyBrowser();
    const { crypto } = window;
    Object.defineProperty(window, 'crypto', {
      configurable: true,
      value: {
        getRandomValues: crypto.getRandomValues.bind(crypto),
        randomUUID: crypto.randomUUID.bind(crypto),
      },
    });
    return () => Object.defineProperty(window, 'crypto', { configurable: true, value: crypto });
  },
};

/** Without https nothing is sent: said before the first question. */
export const WithoutHttps: Story = { ...drivenTo('Chuẩn bị'), beforeEach: asPlainHttp };

/** Whoever filled it in all the same can print it, or go back. */
export const WithoutHttpsAtTheEnd: Story = {
  ...drivenTo('Kiểm tra lại', {
    then: async (element) => {
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element).includes('In tờ khai'), 'it can be printed');
    },
  }),
  beforeEach: asPlainHttp,
};

async function asPlainHttp(): Promise<() => void> {
  await emptyBrowser();
  return withoutHttps();
}

/** Deleting is asked about. */
export const Delete = drivenTo('Trẻ', {
  then: async (element) => {
    await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
    await until(() => textOf(element).includes('Xóa bản nháp'), 'it can be deleted');
    await press(element, 'Xóa bản nháp');
  },
});

/** To another computer, in a locked file with its phrase. */
export const CarryHome = drivenTo('Trẻ', {
  then: async (element) => {
    await type(element, 'Họ tên trẻ', 'Lê Mang Về');
    root(element).querySelector<HTMLElement>('.carry summary')?.click();
    await until(() => textOf(element).includes('Lưu thành tệp'), 'it can be saved');
  },
});

/** From another computer, before anything is typed here. */
export const CarryOpen = drivenTo('Chuẩn bị', {
  then: async (element) => {
    root(element).querySelector<HTMLElement>('.carry summary')?.click();
    await until(() => textOf(element).includes('Mở tệp bản nháp'), 'it can be opened');
  },
});

// ---- A computer that others use too ----

export const SharedComputer = drivenTo('Trẻ', { settings: { device: 'shared' } });

/** Nobody touched it for a while. */
export const SharedIdle = drivenTo('Trẻ', {
  settings: { device: 'shared', idleMinutes: 0.01 },
  then: async (element) => {
    await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
    await until(() => textOf(element).includes('Bạn còn ở đó không?'), 'it asks');
  },
});

export const SharedEnded = drivenTo('Trẻ', {
  settings: { device: 'shared' },
  then: async (element) => {
    await press(element, 'Kết thúc');
    await until(() => textOf(element).includes('Đã xóa hết'), 'it is gone');
  },
});

// ---- Papers ----

export const Attach = drivenTo('Giấy tờ đính kèm', { then: papersListed });

/** Two photos as one document, with small pictures of its pages. */
export const AttachPhotos = drivenTo('Giấy tờ đính kèm', {
  then: async (element) => {
    await papersListed(element);
    await give(element, '.wanted input', await aPhoto('IMG_1.jpg'), await aPhoto('IMG_2.jpg'));
    await until(() => textOf(element).includes('2 trang'), 'they are joined');
  },
});

/** What cannot be taken is said at once. */
export const AttachRefused = drivenTo('Giấy tờ đính kèm', {
  globals: { width: '320px' },
  then: async (element) => {
    await papersListed(element);
    await give(element, '.wanted input', new File([], 'rong.pdf'), new File(['<html>'], 'trang.jpg'));
    await until(() => textOf(element).includes('trống'), 'it is refused');
  },
});

/** Hard to read, and taken all the same. */
export const AttachDoubtful = drivenTo('Giấy tờ đính kèm', {
  then: async (element) => {
    await papersListed(element);
    await give(element, '.wanted input', await aPhoto('toi.jpg', '#222'));
    await until(() => textOf(element).includes('tối quá'), 'it is doubted');
  },
});

// ---- Delivery, review, sending ----

export const Delivery = drivenTo('Nhận kết quả', {
  then: (element) => tick(element, 'Gửi bưu điện về địa chỉ'),
});

export const DeliveryMissing = drivenTo('Nhận kết quả', { then: (element) => press(element, 'Tiếp tục') });

/** What cannot be is told beside it; what is only unusual is asked about. */
export const DeliveryWrong = drivenTo('Nhận kết quả', {
  then: async (element) => {
    await tick(element, 'Gửi bưu điện về địa chỉ');
    await type(element, 'Họ tên người nhận', 'Lê Văn 2');
    await type(element, 'Số điện thoại người nhận', '12');
  },
});

/** To whom the result goes, and who helped. */
export const ReviewOfOthers = drivenTo('Chuẩn bị', {
  settings: { assisted: true },
  then: async (element) => {
    await helped(element);
    await goTo(element, 'Nhận kết quả');
    await tick(element, 'Người khác lấy giúp');
    await type(element, 'Họ tên người nhận', 'Trần Văn Mẫu');
    await type(element, 'Số định danh', '001090000001');
    await goTo(element, 'Kiểm tra lại');
  },
});

export const Review = drivenTo('Kiểm tra lại');

export const ReviewNarrow = drivenTo('Kiểm tra lại', { globals: { width: '320px' } });

/** The fee, line by line. */
export const ReviewFee = drivenTo('Kiểm tra lại', {
  then: async (element) => {
    await press(element, 'Sửa: Tổng số bản');
    await press(element, 'Thêm: Bản sao');
    await type(element, 'Số bản', '2');
    await press(element, 'Xong, về phần kiểm tra');
  },
});

export const Sending = drivenTo('Gửi', { system: behind(() => new Promise<Response>(() => undefined)) });

/** No network: kept here, sent by itself later. */
export const Waiting = drivenTo('Gửi', {
  system: behind(cut),
  then: async (element) => {
    await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
  },
});

export const WaitingEnglishNarrow = drivenTo('Gửi', {
  system: behind(cut),
  globals: { width: '320px' },
  then: async (element) => {
    await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
    document.documentElement.lang = 'en';
    await until(() => textOf(element, '.state').includes('network'), 'it speaks English');
  },
});

/** The network wants a sign-in of its own. */
export const Gate = drivenTo('Gửi', {
  system: behind(() => Promise.resolve(new Response('<form>', { status: 200 }))),
  then: async (element) => {
    await until(() => textOf(element).includes('bắt đăng nhập'), 'it is told');
  },
});

/** The other side holds less than was sent: no success. */
export const Short = drivenTo('Gửi', {
  system: behind(async (request, go) => {
    const answer = await go(request);
    return Response.json({ ...((await answer.json()) as object), answers: 1 }, answer);
  }),
  then: async (element) => {
    await until(() => textOf(element).includes('chưa nhận đủ'), 'it is told');
  },
});

/** Not taken, with the answers that are not. */
export const Refused = drivenTo('Gửi', {
  system: behind(() =>
    Promise.resolve(
      Response.json(
        {
          code: 'answers-invalid',
          status: 422,
          retryable: false,
          errors: [{ pointer: '/answers/born', code: 'date-unreal' }],
        },
        { status: 422, headers: { 'dvc-contract': '1', 'content-type': 'application/problem+json' } },
      ),
    ),
  ),
  then: async (element) => {
    await until(() => textOf(element).includes('không nhận hồ sơ'), 'it is told');
  },
});

/** Another application of this computer is still on its way. */
export const Outbox = drivenTo('Gửi', {
  system: behind(cut),
  then: async (element) => {
    await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
    const other = copyOf(element);
    other.code = '2.000635';
    element.after(other);
    element.remove();
    await until(() => textOf(other, '.outbox').includes('khai sinh'), 'it is listed');
  },
});

// ---- Paying and the receipt ----

export const Pay = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: aReceivingSystem(WITH_COPIES),
  then: withCopies,
});

/** Until the other side has the money it is waiting, never "not paid". */
export const PayWaiting = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: aReceivingSystem(WITH_COPIES),
  then: async (element) => {
    await withCopies(element);
    await press(element, 'Trả ngay');
    await until(() => textOf(element).includes('Chờ xác nhận'), 'it waits');
  },
});

export const Paid = drivenTo('Chuẩn bị', {
  settings: { form: WITH_COPIES },
  system: aReceivingSystem(WITH_COPIES),
  then: async (element) => {
    await withCopies(element);
    await press(element, 'Trả ngay');
    await until(() => textOf(element).includes('Hỏi lại'), 'it can be asked');
    await press(element, 'Hỏi lại xem đã nhận tiền chưa');
    await until(() => textOf(element).includes('Đã trả'), 'it is paid');
  },
});

export const Receipt = drivenTo('Giấy biên nhận', { then: receiptShown });

export const ReceiptNarrow = drivenTo('Giấy biên nhận', { globals: { width: '320px' }, then: receiptShown });

export const ReceiptDark = drivenTo('Giấy biên nhận', { globals: { theme: 'dark' }, then: receiptShown });

/** On a computer that others use: with the helper, the consent, and a way to follow the dossier. */
export const ReceiptOfHelper = drivenTo('Chuẩn bị', {
  settings: { assisted: true, trackUrl: 'theo-doi.html#ma={code}' },
  then: async (element) => {
    await helped(element);
    await goTo(element, 'Giấy biên nhận');
    await receiptShown(element);
  },
});

// ---- On paper and at the national portal ----

/** The filled form on A4. */
export const Print = drivenTo('In và mang theo', { level: '2' });

export const GoThere = drivenTo('Đến nơi tiếp nhận', { level: '2' });

/** Every answer ready to copy, the papers ready to take along, a place for the code that the portal gives. */
export const HandOffPack = drivenTo('Giấy tờ đính kèm', {
  settings: {
    destination: 'hand-off',
    portalUrl: 'https://dichvucong.gov.vn/?ma={code}',
    trackUrl: 'theo-doi.html#ma={code}',
  },
  then: async (element) => {
    await papersListed(element);
    await give(element, '.wanted input', await aPhoto('IMG_1.jpg'));
    await until(() => textOf(element).includes('1 trang'), 'it is there');
    await goTo(element, 'Nộp trên Cổng quốc gia');
    await type(element, 'Mã hồ sơ do Cổng cấp', 'G22.99-251225-020175');
  },
});

// ---- Help at the desk ----

export const Assisted = drivenTo('Chuẩn bị', {
  settings: { assisted: true },
  then: (element) => until(() => root(element).querySelector('.person'), 'the helper is asked'),
});

export const AssistedMissing = drivenTo('Chuẩn bị', {
  settings: { assisted: true },
  then: async (element) => {
    await until(() => root(element).querySelector('.person'), 'the helper is asked');
    await press(element, 'Bắt đầu');
  },
});

/** Read back to the citizen, one answer at a time. */
export const ReadBack = drivenTo('Chuẩn bị', {
  settings: { assisted: true },
  then: async (element) => {
    await helped(element);
    await goTo(element, 'Kiểm tra lại');
    await until(() => textOf(element).includes('Đọc lại cho người dân'), 'it can be read back');
    await press(element, 'Đọc lại cho người dân');
  },
});

/** Somebody invented, a striped frame, nothing leaves the page. */
export const Practice = drivenTo('Chuẩn bị', {
  settings: { destination: 'practice' },
  then: async (element) => {
    await press(element, 'Điền thử bằng người không có thật');
    await until(() => root(element).querySelector('input[type=text]'), 'it is filled in');
  },
});

export const PracticeReceipt = drivenTo('Giấy biên nhận', {
  settings: { destination: 'practice' },
  then: receiptShown,
});

// ---- When it cannot be shown ----

/** Nothing to show: the page's own content stands. */
export const Empty: Story = {
  render: () =>
    html`<dvc-form-steps><a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a></dvc-form-steps>`,
  play: async (stage) => {
    await elementIn(stage).updateComplete;
  },
};

export const Slow: Story = {
  args: { code: '1.001193', catalog: 'data/catalog.json?slow-form' },
  globals: { network: 'slow' },
  play: async (stage) => {
    await elementIn(stage).updateComplete;
  },
};

export const CatalogueOffline: Story = {
  args: { code: '1.001193', catalog: 'data/catalog.json?offline-form', levels: '' },
  globals: { network: 'offline' },
  beforeEach: expectReport,
};

export const CatalogueRefused: Story = {
  args: { code: '1.001193', catalog: 'data/catalog.json?refused-form', levels: '' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
};

/** The catalogue does not hold the procedure. */
export const NotFound: Story = { args: { code: '9.999999' } };

/** A broken definition: none of it is shown, and the webmaster has the place of the fault. */
export const BrokenForm: Story = {
  ...drivenTo('Chuẩn bị'),
  render: () =>
    html`<dvc-form-steps
      code="1.001193"
      level="4"
      .form=${{ ...FORM, steps: [] }}
      .catalog=${aCatalog([aRecord()], { sample: true })}
      .levels=${[]}
    ></dvc-form-steps>`,
  beforeEach: expectReport,
  play: async (stage) => {
    await until(() => textOf(elementIn(stage)).includes('Chưa mở được'), 'it is refused');
  },
};
