import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { DataJourney } from '../components/data-journey/data-journey.js';
import type { KeptHere, KeptHome } from '../src/ui/kept-here.js';
import { commune } from './commune.js';
import { controls, written, WITHOUT_CONTROLS } from './controls.js';

const { args, argTypes, template } = getStorybookHelpers<DataJourney>('dvc-data-journey');

/** A computer on which this is kept, and on which this is left after a deletion. */
const computer = (
  things: KeptHere['things'],
  { unread = 'none', left, others }: Partial<Omit<KeptHere, 'things'>> & { left?: KeptHere } = {},
): KeptHome => {
  let here: KeptHere = { things, unread, others };
  return {
    read: () => Promise.resolve(here),
    clear: () => {
      here = left ?? { things: [], unread: 'none' };
      return Promise.resolve();
    },
  };
};

const first = Date.parse('2026-12-24T02:00:00Z');
const last = Date.parse('2026-12-29T02:00:00Z');
const copies = { kind: 'copy', count: 9, bytes: 3_450_000 } as const;
const MUCH: KeptHere['things'] = [
  { kind: 'draft', count: 2, first, last },
  { kind: 'waiting', count: 1, first, last: first },
  { kind: 'paper', count: 4 },
  { kind: 'supplement', count: 1, first, last: first },
  { kind: 'followed', count: 3, first, last },
  { kind: 'act', count: 1, first, last: first },
  copies,
];

/** A place with a receiving system and data of its own; no story asks them for anything. */
const place = {
  ...written({
    catalog: 'https://du-lieu.tinh-mau.example/catalog.json',
    levels: 'https://du-lieu.tinh-mau.example/levels.json',
    forms: 'https://du-lieu.tinh-mau.example/forms.json',
    gateway: 'https://tiep-nhan.tinh-mau.example/gateway',
    trackUrl: '/theo-doi.html#ma={code}',
  }),
  home: computer(MUCH),
};

export default {
  title: 'Elements/Data journey',
  component: 'dvc-data-journey',
  args: { ...controls(args), home: computer(MUCH) },
  argTypes: { ...argTypes, home: { table: { disable: true } } },
  render: (given) => template(given),
} satisfies Meta<DataJourney>;

type Story = StoryObj<DataJourney>;

const journeyIn = (canvas: HTMLElement) => canvas.querySelector('dvc-data-journey')!;
const press = (selector: string) => async (stage: { canvasElement: HTMLElement }) => {
  const journey = journeyIn(stage.canvasElement);
  await appears(journey, selector);
  journey.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
  await journey.updateComplete;
};
async function appears(journey: DataJourney, selector: string): Promise<void> {
  while (!journey.shadowRoot?.querySelector(selector)) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Much is kept, and a receiving system stands in the configuration. */
export const Full: Story = { args: place };

/** Nothing is kept: nothing is offered to be deleted. */
export const NothingKept: Story = { args: { ...place, home: computer([]) } };

/** What the rest of the website keeps for itself is counted, and left to the browser's settings. */
export const SiteKeepsItsOwn: Story = { args: { ...place, home: computer([copies], { others: 3 }) } };

/** Public data only: nothing of the person. */
export const CopiesOnly: Story = { args: { ...place, home: computer([copies]) } };

/** Before it deletes, it says what cannot be undone. */
export const Asking: Story = {
  args: place,
  play: async (stage) => {
    await press('.delete')(stage);
    await appears(journeyIn(stage.canvasElement), '.ask');
  },
};

const deleted: Story['play'] = async (stage) => {
  await press('.delete')(stage);
  await press('.ask .danger')(stage);
  await appears(journeyIn(stage.canvasElement), '.result');
};

export const Deleted: Story = { args: place, play: deleted };

/** A browser that did not let go of something. */
export const NotAllDeleted: Story = {
  args: {
    ...place,
    home: computer(MUCH, { left: { things: [{ kind: 'paper', count: 4 }], unread: 'none' } }),
  },
  play: deleted,
};

/** Where part of the storage cannot be looked into, nobody promises that everything is gone. */
export const Unsure: Story = {
  args: { ...place, home: computer(MUCH, { left: { things: [], unread: 'some' } }) },
  play: deleted,
};

/** The browser lets nobody look: unknown is told as unknown. */
export const StorageRefused: Story = { args: { ...place, home: computer([], { unread: 'all' }) } };

/** A computer that others use too. */
export const SharedDevice: Story = {
  args: {
    ...place,
    device: 'shared',
    home: computer([{ kind: 'shared', count: 1, first, last: first }, copies]),
  },
};

/** Practice sends nothing anywhere. */
export const Practice: Story = { args: { home: computer([]), destination: 'practice' } };

/** No network: nothing is being sent, and copies are worth more. */
export const Offline: Story = {
  args: place,
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    return () => {
      Reflect.deleteProperty(navigator, 'onLine');
    };
  },
};

/** From the portal around it, beside an element that really asks for the catalogue. */
export const InPortal: Story = {
  parameters: WITHOUT_CONTROLS,
  render: () =>
    html`<dvc-portal catalog=${commune.catalog} levels=${commune.levels} gateway="/gateway">
      <dvc-catalog-coverage></dvc-catalog-coverage>
      <dvc-data-journey .home=${computer([copies])}></dvc-data-journey>
    </dvc-portal>`,
};

export const Narrow: Story = { args: place, globals: { width: '320px' } };

export const English: Story = { args: place, globals: { language: 'en' } };

export const Dark: Story = { args: place, globals: { theme: 'dark' } };

export const HighContrast: Story = { args: place, globals: { theme: 'high-contrast' } };
