import type { ReadHost, ReadWords } from '../../src/ui/offer-read-aloud.js';
import { ReadAloud } from '../../src/ui/read-aloud.js';

/**
 * What a step asks and explains: headings, questions, what there is to choose, help, what is wrong, the papers that the
 * procedure asks for. Never what somebody typed, whatever step shows it, nor names of their files, nor receipts: others
 * stand beside, at a counter's computer most of all. So what may be read is named here, and what nobody named is not.
 */
const ASKED = [
  'form .heading',
  'form > fieldset > p',
  '.summary > p',
  '.group > p',
  '.entry-head',
  'legend',
  'label',
  '.field > .label',
  '.field > .hint',
  '.field > .error',
  '.field > .warning',
  '.plan li',
  '.listed',
  '.take',
  // Of a paper that has a file, the name may be the file's.
  '.wanted:not(:has(.file)) > .paper-name',
].join();

export const readAloud = (steps: ReadHost, i18n: ReadWords): ReadAloud =>
  new ReadAloud(steps, i18n, {
    beside: '.progress',
    where: 'beforebegin',
    look: 'quiet',
    subject: '.step-heading',
    reads: () => ASKED,
  });
