import type { ShownValue } from '../../../../src/forms/shown-answers.js';
import { writtenDate, writtenNumber } from '../../../../src/forms/tidy-typed.js';
import { SEX_WORDS, WORDS } from './words.js';

/** An answer as an officer reads it. */
export function textOf(value: ShownValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'label':
      return value.labels.map(({ vi }) => vi).join(', ');
    case 'yes-no':
      return value.yes ? WORDS.yes : WORDS.no;
    case 'date':
      return writtenDate(value.date);
    case 'number':
      return [writtenNumber(value.number), value.unit?.vi].filter(Boolean).join(' ');
    case 'money':
      return WORDS.amount(writtenNumber(value.amount));
    case 'sex':
      return SEX_WORDS[value.sex] ?? value.sex;
    case 'none':
      return WORDS.none;
  }
}
