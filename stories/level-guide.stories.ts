import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { LevelGuide } from '../components/level-guide/level-guide.js';
import { builtInSchemes } from '../src/levels/schemes.js';

const { args, argTypes, template } = getStorybookHelpers<LevelGuide>('dvc-level-guide');

export default {
  title: 'Elements/Level guide',
  component: 'dvc-level-guide',
  args,
  argTypes,
  render: (given) => template(given),
} satisfies Meta<LevelGuide>;

type Story = StoryObj<LevelGuide>;

/** The newest wording; the switch shows the older one. */
export const Newest: Story = {};

/** The four levels of 2011. */
export const Older: Story = { args: { scheme: 'vn-2011' } };

/** One level pointed out. */
export const OneLevel: Story = { args: { level: '3' } };

/** Announced in the older wording, pointed out in the newer. */
export const Converted: Story = { args: { level: '4', scheme: 'vn-2022' } };

/** A level that no scheme knows. */
export const Unreadable: Story = { args: { level: '7' } };

/** A portal that replaces the schemes when a new decree comes. */
export const OwnScheme: Story = {
  render: () =>
    html`<dvc-portal
      .schemes=${[
        {
          ...builtInSchemes[1],
          id: 'thu',
          name: { vi: 'Cách gọi thử của trang mẫu' },
          law: { vi: 'Văn bản thử, không có thật' },
          standing: { vi: 'Chỉ để minh hoạ.' },
          validTo: undefined,
        },
      ]}
      ><dvc-level-guide></dvc-level-guide
    ></dvc-portal>`,
};

export const Narrow: Story = { args: { scheme: 'vn-2011' }, globals: { width: '320px' } };

export const English: Story = { args: { scheme: 'vn-2011' }, globals: { language: 'en' } };

export const Dark: Story = { args: { scheme: 'vn-2011' }, globals: { theme: 'dark' } };

export const HighContrast: Story = { args: { scheme: 'vn-2011' }, globals: { theme: 'high-contrast' } };
