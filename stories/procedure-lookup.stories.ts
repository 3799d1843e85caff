import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { ProcedureLookup } from '../components/procedure-lookup/procedure-lookup.js';
import { writeStoredCopy } from '../src/ui/stored-copies.js';
import { aCatalog, aCatalogFile, aRecord } from '../test/support/builders.js';
import { commune } from './commune.js';
import { controls, written } from './controls.js';
import { expectReport } from './expect-report.js';

const { args, argTypes, template } = getStorybookHelpers<ProcedureLookup>('dvc-procedure-lookup');

export default {
  title: 'Elements/Procedure lookup',
  component: 'dvc-procedure-lookup',
  args: written({ ...controls(args), ...commune, headingLevel: 2 }),
  argTypes,
  // Data that are no text are properties; everything else is written as a page would.
  render: (given) =>
    typeof given.catalog === 'object'
      ? html`<dvc-procedure-lookup
          query=${given.query}
          .catalog=${given.catalog}
          .levels=${given.levels}
        ></dvc-procedure-lookup>`
      : template(given),
  play: arrived,
} satisfies Meta<ProcedureLookup>;

type Story = StoryObj<ProcedureLookup>;

/** Nothing asked yet: everything there is, eight at a time. */
export const Everything: Story = {};

/** As people type it: no accents, everyday words. */
export const BirthCertificateAgain: Story = { args: { query: 'lam lai giay khai sinh' } };

/** Near-equal procedures become one question. */
export const Siblings: Story = { args: { query: 'dang ky khai sinh' } };

/** An everyday word for a long official name. */
export const RedBook: Story = { args: { query: 'so do' } };

/** Telex left unconverted. */
export const Telex: Story = { args: { query: 'ddawng kys keets hoon' } };

/** A code, as another list writes it. */
export const Code: Story = { args: { query: '1.001193.H47' } };

/** Filters open, with what each choice would leave. */
export const Filters: Story = {
  args: { query: 'giấy phép' },
  play: async (context) => {
    await arrived(context);
    inside(context.canvasElement, '.filter-button')?.click();
  },
};

/** What the catalogue does not hold: where to ask instead. */
export const NothingFound: Story = { args: written({ query: 'qwerty zxcv', helpPhone: '0000 000 000' }) };

/** With an address to apply at, and levels in the later wording. */
export const WithApply: Story = {
  args: written({
    query: 'tam tru',
    detailUrl: '#{code}',
    applyUrl: 'https://dichvucong.gov.vn/tim-kiem?ma={code}',
    scheme: 'vn-2022',
  }),
};

/** Over, not yet in force, and about to end: said on the card, last in the list, and nothing to apply for. */
export const NotInForce: Story = {
  args: {
    catalog: aCatalog([
      aRecord({
        code: '1.000001',
        name: 'Cấp lại sổ hộ khẩu',
        validTo: '2021-06-30',
        replacedBy: '1.000004',
      }),
      aRecord({ code: '1.000002', name: 'Việc của huyện', validTo: '2025-06-30' }),
      aRecord({ code: '1.000003', name: 'Việc của năm sau', validFrom: '2999-01-01' }),
      aRecord({ code: '1.000004', name: 'Đăng ký thường trú', validTo: '2998-12-31' }),
    ]),
    levels: [],
  },
};

/** Not sure: said so, with the nearest there is and where to ask. */
export const NotSure: Story = {
  args: written({ query: 'giay phep lai may bay', helpPhone: '0000 000 000' }),
};

/** Filters that leave nothing stay in sight, with a way to take them away. */
export const FiltersLeaveNothing: Story = {
  args: { query: 'khai sinh' },
  play: async (context) => {
    await arrived(context);
    inside(context.canvasElement, '.filter-button')?.click();
    const select = () => inside(context.canvasElement, 'select#audience') as HTMLSelectElement | null;
    while (!select()) await frame();
    select()!.value = 'business';
    select()!.dispatchEvent(new Event('change'));
    await drawn(context);
  },
};

/** More rows, asked for. */
export const More: Story = {
  play: async (context) => {
    await arrived(context);
    await drawn(context);
    inside(context.canvasElement, '.more')?.click();
    await drawn(context);
  },
};

/** The box takes codes of dossiers as well, where a page follows them. */
export const DossierCode: Story = {
  args: written({ query: 'H57.132-261126-00042', trackUrl: '#ma={code}' }),
  play: async (context) => {
    while (!inside(context.canvasElement, 'a.way')) await frame();
  },
};

/** Names of several hundred characters, whole. */
export const LongNames: Story = { args: { query: '1.013962' } };

/** The sheet opens in place where no page of its own is named. */
export const OpenedInPlace: Story = {
  args: { query: 'đăng ký kết hôn' },
  play: async (context) => {
    await arrived(context);
    inside(context.canvasElement, '.card button')?.click();
    const sheet = () => inside(context.canvasElement, 'dvc-procedure-detail')?.shadowRoot;
    while (!sheet()?.querySelector('.sheet')) await frame();
  },
};

export const Narrow: Story = { args: { query: 'khai sinh' }, globals: { width: '320px' } };

export const English: Story = { args: { query: 'khai sinh' }, globals: { language: 'en' } };

export const Dark: Story = { args: { query: 'khai sinh' }, globals: { theme: 'dark' } };

export const HighContrast: Story = { args: { query: 'khai sinh' }, globals: { theme: 'high-contrast' } };

/** Strings that would be markup somewhere else. */
export const HostileText: Story = {
  args: {
    catalog: aCatalog([
      aRecord({
        name: '<img src=x onerror=alert(1)> {{constructor}} ${7*7}',
        field: '"><script>',
        keywords: ['<b>'],
      }),
    ]),
    levels: [],
  },
};

/** Words without a place to break, as databases and pasted addresses have them, on the narrowest phone. */
export const LongWords: Story = {
  args: {
    catalog: aCatalog([
      aRecord({
        name: `Thủ_tục_${'cấp_đổi_'.repeat(12)}giấy_chứng_nhận`,
        field: 'Đấtđai-môitrường-tàinguyênnước-khoángsản-biểnđảo',
        competentAgency: 'https://dichvucong.example/coquan/'.repeat(3),
        plainNames: ['đổisổđỏcũsangsổđỏmới'.repeat(4)],
      }),
    ]),
    levels: [],
  },
  globals: { width: '320px' },
};

/** No catalogue named: the page's own content stands. */
export const Empty: Story = {
  render: () =>
    html`<dvc-procedure-lookup
      ><a href="https://dichvucong.gov.vn">Cổng Dịch vụ công quốc gia</a></dvc-procedure-lookup
    >`,
  play: drawn,
};

/** A weak line: the box is there, the list is being prepared. */
export const Slow: Story = {
  args: { catalog: 'data/catalog.json?slow' },
  globals: { network: 'slow' },
  play: drawn,
};

export const Offline: Story = {
  args: { catalog: 'data/catalog.json?offline', levels: '' },
  globals: { network: 'offline' },
  beforeEach: expectReport,
};

export const Refused: Story = {
  args: { catalog: 'data/catalog.json?refused', levels: '' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
};

const KEPT = 'data/catalog.json?kept';

/** No network, but the catalogue of an earlier visit: used, with its day and the reason. */
export const KeptCopy: Story = {
  args: { catalog: KEPT, levels: '', query: 'khai sinh' },
  globals: { network: 'offline' },
  beforeEach: async () => {
    const file = new TextEncoder().encode(JSON.stringify(aCatalogFile([aRecord()])));
    await writeStoredCopy(new URL(KEPT, document.baseURI).href, [file]);
    return expectReport();
  },
};

/** The catalogue came, a list of levels did not: said, and no level is called not announced. */
export const LevelsMissing: Story = {
  args: { catalog: aCatalog([aRecord()]), levels: 'data/levels-of-the-province.json' },
  globals: { network: 'refused' },
  beforeEach: expectReport,
};

/** The catalogue came, its own search did not: what is left is said, with a button to try again. */
export const SearchFails: Story = {
  // Made here: the tool reads whatever it is handed as an argument.
  render: () => {
    const broken = Object.defineProperty({ ...aCatalog([aRecord()]) }, 'procedures', {
      get: () => {
        throw new Error('An index cannot be built of this.');
      },
    });
    return html`<dvc-procedure-lookup .catalog=${broken}></dvc-procedure-lookup>`;
  },
  beforeEach: expectReport,
};

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const inside = (canvas: HTMLElement, selector: string): HTMLElement | null | undefined =>
  canvas.querySelector('dvc-procedure-lookup')?.shadowRoot?.querySelector<HTMLElement>(selector);

async function arrived({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  while (!inside(canvasElement, '.card, .none, .refusal')) await frame();
}

async function drawn({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await canvasElement.querySelector('dvc-procedure-lookup')!.updateComplete;
}
