import type { ReadHost, ReadWords } from '../../src/ui/offer-read-aloud.js';
import { ReadAloud } from '../../src/ui/read-aloud.js';

/** All of a sheet is public, and all of it is read. */
export const readAloud = (detail: ReadHost, i18n: ReadWords): ReadAloud =>
  new ReadAloud(detail, i18n, {
    beside: '.actions',
    where: 'beforeend',
    look: 'button',
    subject: '.head > div',
    reads: () => '.sheet',
  });
