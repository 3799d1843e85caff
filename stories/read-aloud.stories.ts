import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from '../test/support/fake-timers.js';
import { pressAloud } from '../test/support/listen.js';
import { emptyBrowser } from '../test/support/storage.js';
import { aVoice, standInVoices, type StandInSpeech, type StandInVoice } from '../test/support/voices.js';
import { commune } from './commune.js';
import { drivenTo } from './form-steps-stage.js';
import { processed, staged } from './status-tracker-stage.js';

/* A device with these voices, until the story is left. Nothing is heard: the stand-in is silent. */
let speech: StandInSpeech;
const voices =
  (...installed: StandInVoice[]) =>
  async () => {
    await emptyBrowser();
    const standIn = standInVoices(...installed);
    speech = standIn;
    return () => standIn.restore();
  };

export default {
  title: 'Elements/Read aloud',
  beforeEach: voices(aVoice('vi-VN')),
} satisfies Meta;

type Story = StoryObj;

/** Reads until it says this. */
async function readTo(element: Element, words: string, button = 'Đọc to'): Promise<void> {
  await pressAloud(element, button);
  while (speech.saying !== words) await speech.finish();
}

/** The whole sheet of a procedure, and what is done with it once it is there. */
const sheet = (then: (element: Element) => Promise<void>, globals: Story['globals'] = {}): Story => ({
  globals,
  render: () =>
    html`<dvc-procedure-detail
      code="1.004194"
      catalog=${commune.catalog}
      levels=${commune.levels}
    ></dvc-procedure-detail>`,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('dvc-procedure-detail')!;
    await until(() => Boolean(element.shadowRoot?.querySelector('[part=provenance]')), 'the whole sheet');
    await then(element);
  },
});

const reading = (element: Element) => readTo(element, 'Mang theo gì');

/** The button stands with the others: what it reads is the whole sheet. */
export const Sheet = sheet(async (element) => {
  await until(() => Boolean(element.shadowRoot?.querySelector('.controls')), 'the button');
});

/** The sentence that is read is marked; what is pressed to pause and to stop takes no other room. */
export const SheetReading = sheet(reading);

export const SheetReadingNarrow = sheet(reading, { width: '320px' });

export const SheetReadingDark = sheet(reading, { theme: 'dark' });

export const SheetReadingHighContrast = sheet(reading, { theme: 'high-contrast' });

/** Broken off in the middle; it goes on with the same sentence. */
export const SheetPaused = sheet(async (element) => {
  await reading(element);
  await pressAloud(element, 'Tạm dừng');
});

/** On an English page: what an office wrote is Vietnamese, and this device has no voice for it. */
export const English: Story = {
  ...sheet((element) => readTo(element, 'What to bring', 'Read aloud'), { language: 'en' }),
  beforeEach: voices(aVoice('en-GB')),
};

/** Questions, choices and help of a step; never what was typed. */
export const Step = drivenTo('Trẻ', {
  then: (element) => readTo(element, 'Giới tính của trẻ (không bắt buộc)'),
});

export const StepNarrow = drivenTo('Trẻ', {
  then: (element) => readTo(element, 'Giới tính của trẻ (không bắt buộc)'),
  globals: { width: '320px' },
});

/** Before it is read, beside where the person is. */
export const StepOffered = drivenTo('Trẻ', {
  then: async (element) => {
    await until(() => Boolean(element.shadowRoot?.querySelector('.controls')), 'the button');
  },
});

const asked: Parameters<typeof staged>[0]['moved'] = async (system) => {
  await processed(system);
  await system.move('2026-11-10T15:00', 'ask-supplement', 'Giấy chứng sinh mờ ở trang 2, đề nghị chụp lại.');
};

/** Where a dossier is, and what to do. */
export const Status = staged({
  moved: asked,
  then: (element) => readTo(element, 'Việc bạn cần làm'),
});

export const StatusNarrow = staged({
  moved: asked,
  then: (element) => readTo(element, 'Việc bạn cần làm'),
  globals: { width: '320px' },
});
