import type { AnswerProblem } from '../forms/check-answers.js';
import type { form } from '../i18n/namespaces/form.js';
import type { LocalizeController } from './localize-controller.js';
import type { Place } from './place.js';

export type FieldWords = Pick<LocalizeController<readonly [typeof form]>, 't' | 'text' | 'number'>;

export const pathOf = ({ field, part, entry }: Place): string =>
  [...(entry ? [entry.group, String(entry.at)] : []), field, ...(part ? [part] : [])].join('.');

/** Id of the control of an answer; the first one of a group of choices. */
export const controlId = (path: string): string => `f-${path.replaceAll('.', '-')}`;

/** Words for a trouble; `label` is what the person was asked. */
export function problemWords(i18n: FieldWords, { code, params }: AnswerProblem, label: string): string {
  const words = Object.entries(params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' ? i18n.number(value) : value,
  ]);
  return i18n.t(`problem.${code}`, { label, ...(Object.fromEntries(words) as Record<string, string>) });
}
