import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { CatalogCoverage } from '../components/catalog-coverage/catalog-coverage.js';
import { commune } from './commune.js';
import { controls, WITHOUT_CONTROLS, written } from './controls.js';
import { expectReport } from './expect-report.js';

const { args, argTypes, template } = getStorybookHelpers<CatalogCoverage>('dvc-catalog-coverage');

/** Figures of the former province of Quảng Nam, told before the district tier was abolished. */
const quangNam = written({
  total: 1463,
  byTier: 'province:1124 district:236 commune:103',
  byLevel: '4:1425',
  publisher: 'Tỉnh Quảng Nam (trước khi nhập vào Đà Nẵng)',
  source: 'Bài viết về dịch vụ công trực tuyến ở Núi Thành',
});

export default {
  title: 'Elements/Catalog coverage',
  component: 'dvc-catalog-coverage',
  args: { ...controls(args), figures: undefined },
  argTypes: { ...argTypes, figures: { ...argTypes.figures, control: { type: 'object' } } },
  render: (given) => template(given),
} satisfies Meta<CatalogCoverage>;

type Story = StoryObj<CatalogCoverage>;

/** Figures that a page hands over go before those of attributes. */
const FIGURES = { controls: { include: ['figures', 'heading-level'] } };

/** What the page has in its place. */
const link = html`<a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a>`;

/** Published figures, from attributes alone: they tell one level, so the rest is shown as not told. */
export const Published: Story = { args: quangNam };

/** The table twin. */
export const AsTable: Story = {
  args: quangNam,
  play: async ({ canvasElement }) => {
    const chart = canvasElement.querySelector('dvc-catalog-coverage')!;
    await chart.updateComplete;
    chart.shadowRoot!.querySelector('button')!.click();
    await chart.updateComplete;
  },
};

const counted = {
  total: 284,
  byTier: { commune: 201, province: 118, ministry: 9, unknown: 3 },
  byLevel: { full: 41, partial: 97, information: 22, unknown: 124 },
  scheme: 'vn-2022',
  publisher: 'Xã mẫu',
  publishedOn: '2026-11-20',
  illustration: true,
};

/** Counted by a sample commune: procedures of two tiers, and levels made up for illustration. */
export const Illustration: Story = {
  args: { figures: counted },
  parameters: FIGURES,
};

/** Written inside as JSON. */
export const InlineJson: Story = {
  parameters: WITHOUT_CONTROLS,
  render: () => {
    const chart = document.createElement('dvc-catalog-coverage');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset.dvc = 'figures';
    script.textContent = JSON.stringify(counted);
    chart.append(script);
    return chart;
  },
};

/** Codes that no scheme knows, and names that are long. */
export const LongWords: Story = {
  args: {
    figures: {
      total: 1_000_000,
      byTier: { 'Ban quản lý khu kinh tế và các khu công nghiệp trực thuộc': 999_999, commune: 1 },
      byLevel: { 'Nghiêng-khuỷu-thưởng-ngoẵng': 1_000_000 },
      publisher: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã có tên rất dài để thử xuống dòng',
    },
  },
  parameters: FIGURES,
  globals: { width: '320px' },
};

/** Nothing given: the page's own link stays in use. */
export const Empty: Story = {
  render: (given) => template(given, link),
};

/** More at a level than in all: refused, and the webmaster is told in the console, which is silenced here. */
export const Refused: Story = {
  args: written({ total: 10, byLevel: '4:11' }),
  beforeEach: expectReport,
  render: (given) => template(given, link),
};

/** The sample commune's catalogue, counted: levels of others, and made-up ones apart. */
export const Counted: Story = { args: commune, play: arrived };

/** Levels in words that no scheme knows are apart from those that nobody announced; the webmaster is told in the console. */
export const Unclear: Story = {
  args: { catalog: commune.catalog },
  beforeEach: expectReport,
  render: (given) => {
    const chart = document.createElement('dvc-catalog-coverage');
    const levels = [
      { code: '1.001193', level: '4' },
      { code: '1.004194', level: 'rất cao' },
    ];
    const list = {
      formatVersion: 1,
      publisher: 'Xã mẫu',
      place: 'Xã mẫu',
      publishedOn: '2026-11-20',
    } as const;
    const head = { ...list, scheme: 'vn-2026', illustration: true };
    return Object.assign(chart, { catalog: given.catalog, levels: [{ ...head, entries: levels }] });
  },
  play: arrived,
};

/** The page's portal asks for the wording of 2022: each level says what it was announced as. */
export const Converted: Story = {
  args: quangNam,
  render: (given) => html`<dvc-portal scheme="vn-2022">${template(given)}</dvc-portal>`,
};

/** A catalogue to count that is on its way. */
export const Slow: Story = {
  args: { catalog: 'data/catalog.json?slow-chart' },
  globals: { network: 'slow' },
};

/** No network, and no copy on the device: said, with a way to try again. */
export const Offline: Story = {
  args: { catalog: 'data/catalog.json?offline-chart' },
  globals: { network: 'offline' },
  beforeEach: expectReport,
  play: arrived,
};

/** The site does not give the catalogue. */
export const NotGiven: Story = {
  args: { catalog: 'data/catalog.json?refused-chart' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
  play: arrived,
};

export const Narrow: Story = { args: quangNam, globals: { width: '320px' } };

export const English: Story = { args: quangNam, globals: { language: 'en' } };

export const Dark: Story = { args: quangNam, globals: { theme: 'dark' } };

export const HighContrast: Story = { args: quangNam, globals: { theme: 'high-contrast' } };

async function arrived({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const chart = canvasElement.querySelector('dvc-catalog-coverage')!;
  while (!chart.shadowRoot?.querySelector('figure, .refusal')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
