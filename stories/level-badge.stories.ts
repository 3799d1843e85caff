import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { LevelBadge } from '../components/level-badge/level-badge.js';
import { withoutControls } from './controls.js';

const { args, argTypes, template } = getStorybookHelpers<LevelBadge>('dvc-level-badge');

export default {
  title: 'Elements/Level badge',
  component: 'dvc-level-badge',
  args,
  argTypes,
  render: (given) => template(given),
} satisfies Meta<LevelBadge>;

type Story = StoryObj<LevelBadge>;

/** Badges below each other. */
const each = (given: object, all: readonly object[]) =>
  html`${all.map((own) => html`<p>${template({ ...given, ...own })}</p>`)}`;

const everyTone: Story = {
  parameters: withoutControls('level', 'kind'),
  render: (given) =>
    each(
      given,
      [undefined, '1', '3', '4'].map((level) => ({ level })),
    ),
};

/** Press it for what the level means. */
export const Level4: Story = { args: { level: '4' } };

/** The four levels of 2011. */
export const EveryLevel: Story = {
  parameters: withoutControls('level', 'kind'),
  render: (given) =>
    each(
      given,
      ['1', '2', '3', '4'].map((level) => ({ level })),
    ),
};

/** The wording of 2022. */
export const EveryKind: Story = {
  parameters: withoutControls('level', 'kind'),
  render: (given) =>
    each(
      given,
      ['information', 'partial', 'full'].map((kind) => ({ kind })),
    ),
};

/** Nobody announced a level: said, never guessed. */
export const NotAnnounced: Story = {};

/** The list of levels did not come: nothing is said of the level. */
export const NotLoaded: Story = { args: { unread: true }, play: explain };

/** A code that no scheme knows. */
export const Unreadable: Story = { args: { level: '5' } };

/** Announced as level 3, shown in the newer wording; the explanation says so. */
export const Converted: Story = { args: { level: '3', scheme: 'vn-2022' }, play: explain };

/** Who announced it, and when. */
export const Announced: Story = {
  args: { kind: 'full', publisher: 'UBND xã Núi Thành', place: 'Xã Núi Thành', announcedOn: '2026-10-01' },
  play: explain,
};

/** Announced for another place, in a year of which no more is known: the badge itself says by whom. */
export const Elsewhere: Story = {
  args: {
    kind: 'full',
    publisher: 'UBND tỉnh Đồng Nai',
    place: 'Tỉnh Đồng Nai',
    announcedOn: '2025',
    elsewhere: true,
  },
  play: explain,
};

/** All that a badge may have to say of its level, on a small phone. */
export const EveryMark: Story = {
  args: {
    level: '4',
    scheme: 'vn-2022',
    illustration: true,
    publisher: 'UBND tỉnh Đồng Nai',
    elsewhere: true,
  },
  globals: { width: '320px' },
};

/** Made up for a sample page. */
export const Illustration: Story = { args: { kind: 'partial', illustration: true }, play: explain };

/** In a row of results, where the row explains itself. */
export const Plain: Story = { args: { level: '2', plain: true } };

/** Levels of a portal may have long names. */
export const LongWords: Story = {
  args: { level: 'long' },
  globals: { width: '320px' },
  render: (given) =>
    html`<dvc-portal
      .schemes=${[
        {
          id: 'long',
          name: { vi: 'Thử' },
          law: { vi: 'Thử' },
          levels: [
            {
              code: 'long',
              rank: 1,
              tone: 'partial',
              trips: [1, 1],
              abilities: ['read'],
              name: {
                vi: 'Dịch vụ công trực tuyến một phần, tiếp nhận hồ sơ qua mạng, trả kết quả tại quầy',
              },
              meaning: { vi: 'Nghiêng, khuỷu, thưởng, ngoẵng: dấu chồng không bị cắt.' },
            },
          ],
        },
      ]}
      >${template(given)}</dvc-portal
    >`,
};

/** 320 px wide, explained. */
export const Narrow: Story = { args: { level: '4' }, globals: { width: '320px' }, play: explain };

export const English: Story = { args: { level: '4' }, globals: { language: 'en' }, play: explain };

export const Dark: Story = { globals: { theme: 'dark' }, ...everyTone };

export const HighContrast: Story = { globals: { theme: 'high-contrast' }, ...everyTone };

async function explain({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const badge = canvasElement.querySelector('dvc-level-badge')!;
  await badge.updateComplete;
  badge.shadowRoot!.querySelector('button')!.click();
  await badge.updateComplete;
}
