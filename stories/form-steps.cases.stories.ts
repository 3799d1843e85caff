import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { FormSteps } from '../components/form-steps/form-steps.js';
import { goTo, press, root, textOf, until } from '../test/support/drive-form.js';
import { emptyBrowser } from '../test/support/storage.js';
import { commune } from './commune.js';
import { controls } from './controls.js';
import { drivenTo, elementIn, papersListed, receiptShown, shown, type Story } from './form-steps-stage.js';

const { args, argTypes, template } = getStorybookHelpers<FormSteps>('dvc-form-steps');

/* Papers that depend on the case, lists that are shortened or not known, and a receipt that is to go. */

export default {
  title: 'Elements/Form steps/By case',
  component: 'dvc-form-steps',
  args: { ...controls(args), ...commune, headingLevel: 2, idleMinutes: 10 },
  argTypes,
  render: (given) => template(given),
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<FormSteps>;

/** A real procedure of the sample commune, at a step. */
function real(code: string, step: string, globals: Readonly<Record<string, string>> = {}): Story {
  return {
    args: { code, level: '4' },
    globals,
    play: async (stage) => {
      await shown(stage);
      const element = elementIn(stage);
      await until(() => root(element).querySelector('.bring'), 'the papers are told');
      await goTo(element, step);
    },
  };
}

/** Four kinds of works that exclude each other: no number, and each folded under its name. */
export const PrepareCases = real('1.013229', 'Chuẩn bị');

export const PrepareCasesNarrow = real('1.013229', 'Chuẩn bị', { width: '320px' });

export const PrepareCaseOpen: Story = {
  ...real('1.004222', 'Chuẩn bị'),
  play: async (stage) => {
    await real('1.004222', 'Chuẩn bị').play?.(stage);
    root(elementIn(stage)).querySelector<HTMLElement>('.case summary')?.click();
  },
};

/** The source lists more lines than the data hold. */
export const PrepareShortened = real('1.001193', 'Chuẩn bị');

/** All that the data say is advice. */
export const PrepareRemarks = real('2.000942', 'Chuẩn bị');

/** Which papers are needed is not known: said, with a way to ask. */
export const PreparePapersUnknown = drivenTo('Chuẩn bị', {
  level: '1',
  record: { paperGroups: [] },
  then: (element) => until(() => textOf(element).includes('Chưa rõ cần giấy tờ gì'), 'it says so'),
});

/** Attached under the name of the case. */
export const AttachCases: Story = {
  ...real('1.013229', 'Giấy tờ đính kèm'),
  play: async (stage) => {
    await real('1.013229', 'Giấy tờ đính kèm').play?.(stage);
    const element = elementIn(stage);
    await papersListed(element);
    root(element).querySelectorAll<HTMLElement>('.case summary')[1]?.click();
  },
};

/** Without any file nobody knows whose case it is: nothing is called missing. */
export const ReviewDepends = real('1.013229', 'Kiểm tra lại');

/** No form and no file: nothing is called ready. */
export const HandOffCases: Story = {
  ...real('1.004222', 'Nộp trên Cổng quốc gia'),
  play: async (stage) => {
    await real('1.004222', 'Nộp trên Cổng quốc gia').play?.(stage);
    await until(() => root(elementIn(stage)).querySelector('.ticks'), 'the checklist is there');
  },
};

/** With the receipt goes what opens the dossier: asked before it is deleted. */
export const ReceiptDelete = drivenTo('Giấy biên nhận', {
  then: async (element) => {
    await receiptShown(element);
    await press(element, 'Nộp hồ sơ mới');
    await until(() => root(element).querySelector('.ask'), 'it asks');
  },
});
