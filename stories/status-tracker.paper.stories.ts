import type { Meta } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { StatusTracker } from '../components/status-tracker/status-tracker.js';
import { rootOf } from '../test/support/drive-tracker.js';
import { until } from '../test/support/fake-timers.js';
import { emptyBrowser } from '../test/support/storage.js';
import { LAST4 } from '../test/support/tracked.js';
import { PAPER, putOnPaper } from './on-paper.js';
import { processed, received, staged, ticked, type Staged, type Story } from './status-tracker-stage.js';

const { argTypes } = getStorybookHelpers<StatusTracker>('dvc-status-tracker');

/* A dossier as somebody takes it along to the desk: all that was folded, of when it is, and nothing to press. */

export default {
  title: 'Elements/Status tracker/On paper',
  component: 'dvc-status-tracker',
  argTypes,
  // Each story is a computer of its own.
  beforeEach: emptyBrowser,
} satisfies Meta<StatusTracker>;

const printed = ({ globals = {}, ...more }: Staged): Story =>
  staged({
    ...more,
    globals: { ...PAPER, ...globals },
    then: async (element, system) => {
      await more.then?.(element, system);
      await until(() => rootOf(element).querySelector('.history li') !== null, 'what stands below the steps');
      putOnPaper(element.parentElement!);
    },
  });

/** With how the date is reckoned, day by day. */
export const PrintProcessing: Story = printed({ moved: processed });

/** What is asked for stands there to be brought. */
export const PrintSupplement: Story = printed({ dossier: { paper: 'Giấy chứng sinh' }, moved: ticked });

/** Its date has passed. */
export const PrintLate: Story = printed({
  moved: async (system) => {
    await processed(system);
    system.now('2026-11-17T09:00');
  },
});

/** Where to take the result, with what. */
export const PrintReady: Story = printed({
  moved: async (system) => {
    await processed(system);
    await system.finish('2026-11-11T15:00');
  },
});

/** By four digits only the outline is known. */
export const PrintOutline: Story = staged({
  globals: PAPER,
  factor: LAST4,
  moved: received,
  then: async (element) => {
    await until(
      () => rootOf(element).querySelector('[part="reckoning"]') !== null,
      'what stands below the steps',
    );
    putOnPaper(element.parentElement!);
  },
});

export const PrintEnglish: Story = printed({ globals: { language: 'en' }, moved: processed });
