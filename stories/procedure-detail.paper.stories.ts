import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { ProcedureDetail } from '../components/procedure-detail/procedure-detail.js';
import { until } from '../test/support/fake-timers.js';
import { commune } from './commune.js';
import { controls, written } from './controls.js';
import { PAPER, putOnPaper } from './on-paper.js';

const { args, argTypes, template } = getStorybookHelpers<ProcedureDetail>('dvc-procedure-detail');

/* The sheet as somebody carries it: one page of A4 with all parts open, boxes to tick, and a code back to the page. */

export default {
  title: 'Elements/Procedure detail/On paper',
  component: 'dvc-procedure-detail',
  args: written({ ...controls(args), ...commune, headingLevel: 2 }),
  argTypes,
  globals: PAPER,
  // Where the code on the paper leads is the page’s to say.
  render: (given) =>
    html`<dvc-portal detail-url="https://xa-mau.example/chi-tiet.html?ma={code}"
      >${template(given)}</dvc-portal
    >`,
  play: printed,
} satisfies Meta<ProcedureDetail>;

type Story = StoryObj<ProcedureDetail>;

/** Papers by case, fees by the way to file. */
export const PrintBirthRegistration: Story = { args: { code: '1.001193' } };

/** Papers in several groups: more than one page. */
export const PrintBuildingPermit: Story = { args: { code: '1.013229' } };

/** Known by name only: what nobody tells is said to be unknown, on paper too. */
export const PrintCatalogueOnly: Story = { args: { code: '2.002308' } };

/** Papers at hand were ticked before it was printed. */
export const PrintTicked: Story = {
  args: { code: '1.001193' },
  play: async (context) => {
    const root = sheetIn(context.canvasElement);
    await until(() => root.querySelector('input') !== null, 'the list of papers');
    for (const box of [...root.querySelectorAll('input')].slice(0, 2)) box.click();
    await printed(context);
  },
};

export const PrintEnglish: Story = { args: { code: '1.004194' }, globals: { ...PAPER, language: 'en' } };

function sheetIn(canvas: HTMLElement): ShadowRoot {
  return canvas.querySelector('dvc-procedure-detail')!.shadowRoot!;
}

async function printed({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const root = sheetIn(canvasElement);
  await until(() => root.querySelector('.qr') !== null, 'the sheet');
  // Whoever is about to press the button has the code fetched.
  for (const button of root.querySelectorAll('[part="actions"] button'))
    button.dispatchEvent(new PointerEvent('pointerenter'));
  await until(() => root.querySelector('.qr svg') !== null, 'the code back to the page');
  putOnPaper(canvasElement);
}
