import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { Outreach } from '../components/outreach/outreach.js';
import { aCatalog, aRecord } from '../test/support/builders.js';
import { commune } from './commune.js';
import { controls, written, WITHOUT_CONTROLS } from './controls.js';
import { expectReport } from './expect-report.js';

const { args, argTypes, template } = getStorybookHelpers<Outreach>('dvc-outreach');

/** A place that has a sheet for each procedure, and a desk. */
const place = written({
  ...controls(args),
  ...commune,
  headingLevel: 2,
  detailUrl: 'https://xa-mau.example/chi-tiet.html?ma={code}',
  office: 'Bộ phận một cửa Xã Mẫu',
  helpPhone: '0000 000 000',
  hours: 'Thứ Hai – Thứ Sáu, 7:30 – 11:30 và 13:30 – 17:00',
});

export default {
  title: 'Elements/Outreach',
  component: 'dvc-outreach',
  args: place,
  argTypes,
  // Data that are no text are properties; everything else is written as a page would.
  render: (given) =>
    typeof given.catalog === 'object'
      ? html`<dvc-outreach
          code=${given.code}
          .catalog=${given.catalog}
          detail-url="https://xa-mau.example/chi-tiet.html?ma={code}"
        ></dvc-outreach>`
      : template(given),
  play: arrived,
} satisfies Meta<Outreach>;

type Story = StoryObj<Outreach>;

/** Birth registration: sample data, and each sheet says so; eight of 33 published lines. */
export const BirthRegistration: Story = { args: { code: '1.001193' } };

/** Everything is known, and nothing is a sample. */
export const Known: Story = {
  args: {
    code: '1.001193',
    catalog: aCatalog([
      aRecord({
        name: 'Thủ tục đăng ký khai sinh',
        plainNames: ['làm giấy khai sinh', 'khai sinh cho con'],
        receivingAgency: 'Trung tâm Phục vụ hành chính công xã Mẫu',
        filing: [{ channel: 'counter' }, { channel: 'online' }],
        timeLimit: { value: 1, unit: 'working-day' },
        fees: [{ kind: 'free' }],
        paperGroups: [{ papers: [{ name: 'Tờ khai đăng ký khai sinh' }, { name: 'Giấy chứng sinh' }] }],
        verifiedOn: '2026-11-01',
      }),
    ]),
  },
};

/** Known by name only: fee, time and papers are unknown on every sheet, and the loudspeaker says where to ask. */
export const Unknown: Story = { args: { code: '2.002308' } };

/** Fees that differ by the way to file, papers by case. */
export const Residence: Story = { args: { code: '1.004194' } };

/** A source that quotes a rate whose time is over. */
export const ExpiredRate: Story = { args: { code: '3.000347' } };

/** The longest name of the catalogue, 919 characters: cut on the sheets, where its code stands. */
export const LongestName: Story = { args: { code: '1.013962' } };

/** The page names no sheet: there is no code to scan, and that is said. */
export const WithoutAddress: Story = { args: { code: '1.001193', detailUrl: '' } };

/** The page may not copy: the words are marked to be copied by hand. */
export const CopiedByHand: Story = {
  args: { code: '1.001193' },
  beforeEach: () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    return () => {
      Reflect.deleteProperty(navigator, 'clipboard');
    };
  },
  play: async (stage) => {
    await arrived(stage);
    const buttons = inside(stage.canvasElement)?.querySelectorAll('button') ?? [];
    [...buttons].at(-1)?.click();
  },
};

/** Nobody may use it any more: no poster is made. */
export const Over: Story = {
  args: {
    code: '1.000001',
    catalog: aCatalog([aRecord({ code: '1.000001', name: 'Việc của huyện', validTo: '2025-06-30' })]),
  },
};

/** A code that the catalogue does not hold. */
export const NotFound: Story = { args: { code: '9.999999' } };

/** Nothing to print: the page's own content stands. */
export const Empty: Story = {
  parameters: WITHOUT_CONTROLS,
  render: () => html`<dvc-outreach><a href="/thu-tuc">Danh sách thủ tục</a></dvc-outreach>`,
  play: drawn,
};

export const Refused: Story = {
  args: { code: '1.001193', catalog: 'data/catalog.json?refused', levels: '' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
};

export const Narrow: Story = { args: { code: '1.001193' }, globals: { width: '320px' } };

export const English: Story = { args: { code: '1.004194' }, globals: { language: 'en' } };

/** Paper is white in every theme. */
export const Dark: Story = { args: { code: '1.001193' }, globals: { theme: 'dark' } };

export const HighContrast: Story = { args: { code: '1.001193' }, globals: { theme: 'high-contrast' } };

const inside = (canvas: HTMLElement): ShadowRoot | null | undefined =>
  canvas.querySelector('dvc-outreach')?.shadowRoot;

async function arrived({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  while (!inside(canvasElement)?.querySelector('canvas[height="1080"], .trouble')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function drawn({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await canvasElement.querySelector('dvc-outreach')!.updateComplete;
}
