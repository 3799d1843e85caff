import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html, type TemplateResult } from 'lit';
import type { Portal } from '../components/portal/portal.js';
import { aCatalog, aLevelList, aRecord, aSchemesFile } from '../test/support/builders.js';
import { commune } from './commune.js';
import { controls, written } from './controls.js';
import { expectReport } from './expect-report.js';

const { args, argTypes, template } = getStorybookHelpers<Portal>('dvc-portal');

/** What a page has inside: levels of its own, and a lookup that takes all it needs from the portal. */
const page = (level = '4') =>
  html`<p><dvc-level-badge level=${level}></dvc-level-badge></p>
    <p><dvc-level-badge></dvc-level-badge></p>
    <dvc-procedure-lookup query="khai sinh" heading-level="2"
      ><a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a></dvc-procedure-lookup
    >`;

const around = (content: TemplateResult) => (given: Partial<Portal>) => template(given, content);

const fileOf = (json: unknown) => URL.createObjectURL(new Blob([JSON.stringify(json)]));

export default {
  title: 'Elements/Portal',
  component: 'dvc-portal',
  args: { ...controls(args), ...commune, messages: undefined },
  argTypes: { ...argTypes, messages: { ...argTypes.messages, control: { type: 'object' } } },
  render: around(page()),
  play: arrived,
} satisfies Meta<Portal>;

type Story = StoryObj<Portal>;

/** One catalogue, one set of level lists and one wording for everything inside. */
export const Scheme: Story = { args: { scheme: 'vn-2022' } };

/** Says nothing: elements look as they do without it. */
export const Silent: Story = { args: { catalog: '', levels: '' }, play: drawn };

export const Dark: Story = { args: { theme: 'dark' } };

export const HighContrast: Story = { args: { theme: 'high-contrast' } };

/** Follows what the reader's system asks for. */
export const Auto: Story = { args: { theme: 'auto' } };

/** English for everything inside, on a page in Vietnamese. */
export const English: Story = {
  render: (given: object) => template({ ...given, lang: 'en' }, page()),
};

/** Level schemes from a file of the portal. */
export const SchemesFromFile: Story = { args: { schemes: fileOf(aSchemesFile()), levels: '' } };

/** The page's own words. */
export const OwnWords: Story = {
  args: { messages: { vi: { levels: { 'badge.unknown': 'Hỏi Trung tâm Phục vụ hành chính công' } } } },
};

/** The inner portal adds English to the wording of the outer. */
export const Nested: Story = {
  args: { scheme: 'vn-2022' },
  render: around(
    html`<p><dvc-level-badge level="4"></dvc-level-badge></p>
      <dvc-portal lang="en" theme="dark">${page()}</dvc-portal>`,
  ),
};

/** Links of the page, and the desk that helps, for everything inside. */
export const Links: Story = {
  args: written({
    detailUrl: '#{code}',
    applyUrl: 'https://dichvucong.gov.vn/tim-kiem?ma={code}',
    helpPhone: '0000 000 000',
  }),
};

/** 320 px wide. */
export const Narrow: Story = { globals: { width: '320px' } };

/** A level and a sentence of the portal's own that are long. */
export const LongWords: Story = {
  args: {
    levels: '',
    schemes: fileOf({
      schemes: [
        {
          id: 'long',
          name: { vi: 'Cách gọi của Ban quản lý khu kinh tế và các khu công nghiệp trực thuộc' },
          law: { vi: 'Quy ước của trang' },
          levels: [
            {
              code: 'long',
              rank: 1,
              tone: 'partial',
              abilities: ['read'],
              name: { vi: 'Dịch vụ công trực tuyến một phần, tiếp nhận qua mạng, trả kết quả tại quầy' },
              meaning: { vi: 'Nghiêng, khuỷu, thưởng, ngoẵng: dấu chồng không bị cắt.' },
            },
          ],
        },
      ],
    }),
    messages: {
      vi: {
        levels: {
          'badge.unknown': 'Hỏi Trung tâm Phục vụ hành chính công của Ủy ban nhân dân xã trước khi đến nộp',
        },
      },
    },
  },
  globals: { width: '320px' },
  render: around(page('long')),
};

/** A weak line: the catalogue is on its way to everything inside. */
export const Slow: Story = {
  args: { catalog: 'data/catalog.json?slow-portal' },
  globals: { network: 'slow' },
  play: drawn,
};

export const Offline: Story = {
  args: { catalog: 'data/catalog.json?offline-portal', levels: '' },
  globals: { network: 'offline' },
  beforeEach: expectReport,
};

/** The site does not give the catalogue. */
export const Refused: Story = {
  args: { catalog: 'data/catalog.json?refused-portal', levels: '' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
};

/** The site does not give the file of schemes: levels are told by the built-in ones. */
export const SchemesRefused: Story = {
  args: { catalog: '', levels: '', schemes: 'data/schemes.json?refused-portal' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
  render: around(
    html`<p><dvc-level-badge level="4"></dvc-level-badge></p>
      <dvc-procedure-lookup
        .catalog=${aCatalog([aRecord()])}
        .levels=${[aLevelList()]}
        heading-level="2"
      ></dvc-procedure-lookup>`,
  ),
};

async function arrived({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const lookup = canvasElement.querySelector('dvc-procedure-lookup')!;
  while (!lookup.shadowRoot?.querySelector('.card, .none, .refusal')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await lookup.updateComplete;
}

async function drawn({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await canvasElement.querySelector('dvc-procedure-lookup')!.updateComplete;
}
