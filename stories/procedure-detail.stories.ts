import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { ProcedureDetail } from '../components/procedure-detail/procedure-detail.js';
import { aCatalog, aLevelList, aRecord } from '../test/support/builders.js';
import { commune } from './commune.js';
import { controls, written } from './controls.js';
import { expectReport } from './expect-report.js';

const { args, argTypes, template } = getStorybookHelpers<ProcedureDetail>('dvc-procedure-detail');

export default {
  title: 'Elements/Procedure detail',
  component: 'dvc-procedure-detail',
  args: written({ ...controls(args), ...commune, headingLevel: 2 }),
  argTypes,
  // Data that are no text are properties; everything else is written as a page would.
  render: (given) =>
    typeof given.catalog === 'object'
      ? html`<dvc-procedure-detail
          code=${given.code}
          .catalog=${given.catalog}
          .levels=${given.levels}
        ></dvc-procedure-detail>`
      : template(given),
  play: arrived,
} satisfies Meta<ProcedureDetail>;

type Story = StoryObj<ProcedureDetail>;

/** Birth registration: eight of 33 published lines, a fee that the province sets. */
export const BirthRegistration: Story = { args: { code: '1.001193' } };

/** An address to apply at, and fees that differ by the way to file. */
export const Residence: Story = {
  args: written({ code: '1.004194', applyUrl: 'https://dichvucong.gov.vn/tim-kiem?ma={code}' }),
};

/** Several fees, a long name. */
export const CertifiedCopy: Story = { args: { code: '2.000815' } };

/** Papers in several groups, by case. */
export const BuildingPermit: Story = { args: { code: '1.013229' } };

/** Known by name only: what the data do not tell is said to be unknown. */
export const CatalogueOnly: Story = { args: { code: '2.002308' } };

/** A source that quotes a rate whose time is over. */
export const ExpiredRate: Story = { args: { code: '3.000347' } };

/** The longest name of the catalogue: 919 characters. */
export const LongestName: Story = { args: { code: '1.013962' } };

/** On a phone. */
export const Narrow: Story = { args: { code: '1.004194' }, globals: { width: '320px' } };

export const English: Story = { args: { code: '1.004194' }, globals: { language: 'en' } };

export const Dark: Story = { args: { code: '1.001193' }, globals: { theme: 'dark' } };

export const HighContrast: Story = { args: { code: '1.001193' }, globals: { theme: 'high-contrast' } };

/** The list of papers, with some at hand. */
export const PapersTicked: Story = {
  args: { code: '1.001193' },
  play: async (context) => {
    await arrived(context);
    for (const box of [...inside(context.canvasElement, 'input')].slice(0, 3)) (box as HTMLElement).click();
  },
};

/** Everything a record may hold: steps, conditions, forms to download, related procedures. */
export const Complete: Story = {
  args: {
    code: '1.001193',
    catalog: aCatalog(
      [
        aRecord({
          plainNames: ['làm giấy khai sinh', 'khai sinh cho con'],
          field: 'Hộ tịch',
          receivingAgency: 'Trung tâm Phục vụ hành chính công xã Mẫu',
          competentAgency: 'Ủy ban nhân dân xã Mẫu',
          tiers: [{ tier: 'commune' }, { tier: 'district', validTo: '2025-06-30' }],
          filing: [
            { channel: 'counter', timeLimit: { unit: 'same-day' }, fees: [{ kind: 'known', amount: 8000 }] },
            { channel: 'online', timeLimit: { value: 1, unit: 'working-day' }, fees: [{ kind: 'free' }] },
          ],
          steps: [
            { name: 'Nộp hồ sơ', text: 'Nộp tại Trung tâm, hoặc trên mạng.' },
            { text: 'Nhận giấy khai sinh.\n- Tại nơi nộp;\n- hoặc qua bưu điện.' },
          ],
          conditions: ['Người yêu cầu là cha, mẹ, ông, bà hoặc người thân thích khác.'],
          results: ['Giấy khai sinh'],
          forms: [{ name: 'Tờ khai đăng ký khai sinh', url: 'https://example.gov.vn/to-khai.docx' }],
          paperGroups: [{ papers: [{ name: 'Giấy chứng sinh', originals: 1, copies: 1, hasForm: true }] }],
          legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }],
          related: ['2.000635', '9.999999'],
          verifiedOn: '2026-11-01',
        }),
        aRecord({ code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch' }),
      ],
      { sample: true },
    ),
    levels: [aLevelList()],
  },
};

/** Words without a place to break, as databases and pasted addresses have them, on the narrowest phone. */
export const LongWords: Story = {
  args: {
    code: '1.001193',
    catalog: aCatalog([
      aRecord({
        name: `Thủ_tục_${'cấp_đổi_'.repeat(12)}giấy_chứng_nhận`,
        competentAgency: 'https://dichvucong.example/coquan/'.repeat(3),
        steps: [{ text: `Nộp_hồ_sơ_${'tại_trung_tâm_'.repeat(12)}` }],
        results: ['Giấychứngnhậnquyềnsửdụngđất'.repeat(4)],
        forms: [{ name: `Mẫu_số_${'04_ĐK_'.repeat(12)}`, url: 'https://example.gov.vn/mau.docx' }],
        paperGroups: [{ papers: [{ name: `Đơn_${'đăng_ký_'.repeat(14)}`, originals: 1, copies: 2 }] }],
        legalBasis: [{ number: '123/2026/NĐ-CP-'.repeat(8), title: 'Nghị định' }],
      }),
    ]),
    levels: [],
  },
  globals: { width: '320px' },
};

/** The province calls it partly online, the national list has the counter alone: said, and neither is believed. */
export const SourcesDisagree: Story = { args: { code: '2.000942' } };

/** A level that was made up: marked, and without a say in how to file. */
export const IllustratedLevel: Story = { args: { code: '1.014061' } };

/** Its time is over; another took its place. */
export const Replaced: Story = {
  args: {
    code: '1.000001',
    catalog: aCatalog(
      [
        aRecord({ code: '1.000001', name: 'Cấp lại sổ hộ khẩu', replacedBy: '1.004222' }),
        aRecord({ code: '1.004222', name: 'Đăng ký thường trú' }),
      ],
      { sample: true },
    ),
    levels: [],
  },
};

/** It ended, and nothing took its place. */
export const Over: Story = {
  args: {
    code: '1.000001',
    catalog: aCatalog([aRecord({ code: '1.000001', name: 'Việc của huyện', validTo: '2025-06-30' })], {
      sample: true,
    }),
    levels: [],
  },
};

/** It has been announced, and begins on a later day. */
export const NotYetInForce: Story = {
  args: {
    code: '1.000001',
    catalog: aCatalog([aRecord({ code: '1.000001', name: 'Việc của năm sau', validFrom: '2999-01-01' })], {
      sample: true,
    }),
    levels: [],
  },
};

/** A code that the catalogue does not hold. */
export const NotFound: Story = { args: { code: '9.999999' } };

/** Nothing to show: the page's own content stands. */
export const Empty: Story = {
  render: () =>
    html`<dvc-procedure-detail
      ><a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a></dvc-procedure-detail
    >`,
  play: drawn,
};

/** A weak line: the place of the sheet is kept. */
export const Slow: Story = {
  args: { code: '1.001193', catalog: 'data/catalog.json?slow' },
  globals: { network: 'slow' },
  play: drawn,
};

export const Offline: Story = {
  args: { code: '1.001193', catalog: 'data/catalog.json?offline', levels: '' },
  globals: { network: 'offline' },
  beforeEach: expectReport,
};

export const Refused: Story = {
  args: { code: '1.001193', catalog: 'data/catalog.json?refused', levels: '' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
};

/** The catalogue came, a list of levels did not: said, and the level is not called not announced. */
export const LevelsMissing: Story = {
  render: () =>
    html`<dvc-procedure-detail
      code="1.001193"
      .catalog=${aCatalog([aRecord()])}
      levels="data/levels-of-the-province.json"
    ></dvc-procedure-detail>`,
  globals: { network: 'refused' },
  beforeEach: expectReport,
};

/** Nothing came for a while, so the copies of an earlier visit are shown, with their days and the reason. */
export const CopyInUse: Story = {
  render: () =>
    html`<dvc-procedure-detail
      code="1.001193"
      .place=${{
        catalog: aCatalog([aRecord({ paperGroups: [{ papers: [{ name: 'Tờ khai', originals: 1 }] }] })]),
        levelOf: () => undefined,
        levelCodeOf: () => undefined,
        levelLists: [],
        unreadLists: [{ name: 'levels.json', problem: undefined }],
        standIns: [{ of: 'catalog', why: 'slow', savedOn: new Date('2026-11-20T05:00:00Z') }],
      }}
    ></dvc-procedure-detail>`,
};

const inside = (canvas: HTMLElement, selector: string): NodeListOf<Element> | readonly Element[] =>
  canvas.querySelector('dvc-procedure-detail')?.shadowRoot?.querySelectorAll(selector) ?? [];

async function arrived({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  while (inside(canvasElement, '.sheet, .trouble').length === 0) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function drawn({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await canvasElement.querySelector('dvc-procedure-detail')!.updateComplete;
}
