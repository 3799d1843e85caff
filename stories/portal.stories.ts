import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { Portal } from '../components/portal/portal.js';
import { aSchemesFile } from '../test/support/builders.js';

const { args, argTypes } = getStorybookHelpers<Portal>('dvc-portal');

export default {
  title: 'Elements/Portal',
  component: 'dvc-portal',
  args,
  argTypes,
  render: ({ scheme, theme, messages }) =>
    html`<dvc-portal .scheme=${scheme} .theme=${theme} .messages=${messages}>
      <p><dvc-level-badge level="4"></dvc-level-badge></p>
      <p><dvc-level-badge></dvc-level-badge></p>
    </dvc-portal>`,
} satisfies Meta<Portal>;

type Story = StoryObj<Portal>;

/** Says nothing: elements look as they do without it. */
export const Silent: Story = {};

/** One wording for everything inside. */
export const Scheme: Story = { args: { scheme: 'vn-2022' } };

export const Dark: Story = { args: { theme: 'dark' } };

export const HighContrast: Story = { args: { theme: 'high-contrast' } };

/** Follows what the reader's system asks for. */
export const Auto: Story = { args: { theme: 'auto' } };

/** English for everything inside. */
export const English: Story = {
  render: () =>
    html`<dvc-portal lang="en"
      ><p><dvc-level-badge level="4"></dvc-level-badge></p
    ></dvc-portal>`,
};

/** Level schemes from a file of the portal. */
export const SchemesFromFile: Story = {
  render: () =>
    html`<dvc-portal schemes=${URL.createObjectURL(new Blob([JSON.stringify(aSchemesFile())]))}>
      <p><dvc-level-badge level="4"></dvc-level-badge></p>
    </dvc-portal>`,
};

/** The page's own words. */
export const OwnWords: Story = {
  args: { messages: { vi: { levels: { 'badge.unknown': 'Hỏi Trung tâm Phục vụ hành chính công' } } } },
};

/** The inner portal adds English to the wording of the outer. */
export const Nested: Story = {
  render: () =>
    html`<dvc-portal scheme="vn-2022">
      <p><dvc-level-badge level="4"></dvc-level-badge></p>
      <dvc-portal lang="en" theme="dark">
        <p><dvc-level-badge level="4"></dvc-level-badge></p>
      </dvc-portal>
    </dvc-portal>`,
};
