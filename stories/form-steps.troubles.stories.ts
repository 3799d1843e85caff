import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { FormSteps } from '../components/form-steps/form-steps.js';
import { sealDraft } from '../src/ui/carry-home.js';
import { aDraft } from '../test/support/application.js';
import { goTo, press, root, textOf, until } from '../test/support/drive-form.js';
import { emptyBrowser } from '../test/support/storage.js';
import { drivenTo, give, helped } from './form-steps-stage.js';

const { argTypes } = getStorybookHelpers<FormSteps>('dvc-form-steps');

/* What a citizen called wrong, what did not come, and files of drafts that cannot be opened. */

export default {
  title: 'Elements/Form steps/Called wrong, not come, not opened',
  component: 'dvc-form-steps',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<FormSteps>;

// ---- Read back ----

async function calledWrong(element: FormSteps): Promise<void> {
  await helped(element);
  await goTo(element, 'Kiểm tra lại');
  await until(() => textOf(element).includes('Đọc lại cho người dân'), 'it can be read back');
  await press(element, 'Đọc lại cho người dân');
  await press(element, 'Sai');
}

/** The first line was called wrong, and the next one is read. */
export const ReadBackWrong = drivenTo('Chuẩn bị', { settings: { assisted: true }, then: calledWrong });

/** What is to be mended stands there, each with its way. */
export const ReadBackToMend = drivenTo('Chuẩn bị', {
  settings: { assisted: true },
  then: async (element) => {
    await calledWrong(element);
    await press(element, 'Đóng');
    await until(() => textOf(element).includes('chưa sửa'), 'it is to be mended');
  },
});

/** Going on is warned of once. */
export const ReadBackWarned = drivenTo('Chuẩn bị', {
  settings: { assisted: true },
  then: async (element) => {
    await calledWrong(element);
    await press(element, 'Đóng');
    await press(element, 'Gửi hồ sơ');
    await until(() => textOf(element).includes('bấm nút đi tiếp lần nữa'), 'it warns');
  },
});

// ---- Code that does not come ----

/** Storybook has every file at hand: what takes the part in fails instead, and the person sees the same. */
export const PartMissing = drivenTo('Chuẩn bị', {
  then: async (element) => {
    await until(() => root(element).querySelector('.bring'), 'what comes first is there');
    const styles = root(element).adoptedStyleSheets;
    Object.defineProperty(root(element), 'adoptedStyleSheets', {
      configurable: true,
      get: () => styles,
      set: () => {
        throw new Error('not taken in');
      },
    });
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => textOf(element).includes('Chưa tải được phần này'), 'it is said');
  },
});

// ---- A draft from another computer ----

async function openFile(element: FormSteps, file: File): Promise<void> {
  root(element).querySelector<HTMLElement>('.carry summary')?.click();
  await until(() => textOf(element).includes('Mở tệp bản nháp'), 'it can be opened');
  await give(element, '.carry input[type=file]', file);
  await until(() => root(element).querySelector('.carry .error'), 'it is told');
}

/** The phrase is another, or the file is damaged. */
export const CarryWrong = drivenTo('Chuẩn bị', {
  then: (element) => openFile(element, new File(['?'], '1.001193.dvc')),
});

/** Opened, and of something else. */
export const CarryOther = drivenTo('Chuẩn bị', {
  then: async (element) => {
    const sealed = await sealDraft(aDraft({ procedure: '2.000635' }), '');
    await openFile(element, new File([sealed], '2.000635.dvc'));
  },
});

/** The stick was pulled out. */
export const CarryUnreadable = drivenTo('Chuẩn bị', {
  then: async (element) => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    try {
      await openFile(element, new File(['?'], '1.001193.dvc'));
    } finally {
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
  },
});
