import type { Device } from '../../src/ui/draft-store.js';
import type { ReadHost, ReadWords } from '../../src/ui/offer-read-aloud.js';
import { ReadAloud } from '../../src/ui/read-aloud.js';

/**
 * Where the dossier is, who has it, until when, what to do, and its steps. Not its code, by which others could ask for it,
 * nor the applicant's name; and what an office wrote to the person only on a computer of their own.
 */
export const readStatusAloud =
  (device: () => Device) =>
  (tracker: ReadHost, i18n: ReadWords): ReadAloud =>
    new ReadAloud(tracker, i18n, {
      beside: '.head',
      where: 'afterend',
      look: 'button',
      subject: '.stage-heading',
      reads: () =>
        '.dossier > .note, .dossier > .warning, .procedure, .stage-heading, .head > .hint, .facts, .now, .part:not([part]), [part="reckoning"]',
      skips: () => (device() === 'shared' ? '.applicant, .quote' : '.applicant'),
    });
