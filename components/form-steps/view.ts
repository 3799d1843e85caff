import { formatTime } from '../../src/i18n/format-time.js';
import type { form } from '../../src/i18n/namespaces/form.js';
import type { formAddress } from '../../src/i18n/namespaces/form-address.js';
import type { formLate } from '../../src/i18n/namespaces/form-late.js';
import type { formPapers } from '../../src/i18n/namespaces/form-papers.js';
import type { papers } from '../../src/i18n/namespaces/papers.js';
import type { readAloud } from '../../src/i18n/namespaces/read-aloud.js';
import type { receiving } from '../../src/i18n/namespaces/receiving.js';
import type { MessageKey } from '../../src/i18n/namespace.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';
import type { Screen } from '../../src/forms/form-state.js';
import type { ShownRow, ShownValue } from '../../src/forms/shown-answers.js';
import { writtenDate, writtenNumber } from '../../src/forms/tidy-typed.js';

/** Words that come with the code that needs them. */
export type LaterWords =
  | typeof formAddress
  | typeof formLate
  | typeof formPapers
  | typeof papers
  | typeof readAloud
  | typeof receiving;

export type Words = Pick<
  LocalizeController<readonly [typeof form], LaterWords>,
  't' | 'text' | 'day' | 'instant' | 'money' | 'number' | 'language' | 'use'
>;
export type FormKey = MessageKey<typeof form>;

/** Hours and minutes in the office's time. */
export const timeWords = (i18n: Words, instant: Date): string => formatTime(i18n.language, instant);

export const screenTitle = (i18n: Words, { kind, step }: Screen): string =>
  step ? i18n.text(step.title) : i18n.t(`step.${kind as 'prepare'}`);

/** Part of a person in words; no form names them itself. */
export const partLabel = (i18n: Words, part: string): string => i18n.t(`part.${part as 'name'}`);

export function rowLabel(i18n: Words, { field, part }: Pick<ShownRow, 'field' | 'part'>): string {
  return part === undefined ? i18n.text(field.label) : `${i18n.text(field.label)} – ${partLabel(i18n, part)}`;
}

/** An answer in the words of the language; dates and numbers as the official form has them. */
export function valueWords(i18n: Words, value: ShownValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'label':
      return value.labels.map((label) => i18n.text(label)).join('; ');
    case 'yes-no':
      return i18n.t(value.yes ? 'yes' : 'no');
    case 'date':
      return writtenDate(value.date);
    case 'number':
      return [writtenNumber(value.number), value.unit ? i18n.text(value.unit) : ''].filter(Boolean).join(' ');
    case 'money':
      return i18n.money(value.amount, 'VND');
    case 'sex':
      return i18n.t(value.sex === 'male' ? 'sex.male' : 'sex.female');
    case 'none':
      return i18n.t('not-answered');
  }
}
