import type { Answer, Answers } from '../../src/forms/answers.js';
import type { AnswerProblem } from '../../src/forms/check-answers.js';
import type { TypedKind } from '../../src/forms/tidy-typed.js';
import type { Place } from '../../src/ui/place.js';
import type { AddressHelp } from './address-help.js';
import type { Words } from './view.js';

export interface FieldsView {
  readonly i18n: Words;
  readonly headingLevel: number;
  /** As typed; what is shown. */
  readonly typed: Answers;
  /** As kept; what rules look at. */
  readonly kept: Answers;
  readonly errors: readonly AnswerProblem[];
  readonly warnings: readonly AnswerProblem[];
  /** The person typed or chose. */
  readonly onAnswer: (place: Place, value: Answer | undefined) => void;
  /** The person left a field that is typed in. */
  readonly onLeave: (place: Place, kind: TypedKind) => void;
  readonly onAdd: (group: string) => void;
  readonly onRemove: (group: string, at: number) => void;
  /** Answers that were given elsewhere in this form, to offer them where the same may be asked again. */
  readonly known: readonly KnownAnswer[];
  /** Opens what reads a citizen card into a person. */
  readonly onScan: (place: Place) => void;
  /** Names of places; undefined while they are on their way, and where they do not come. */
  readonly addressHelp: AddressHelp | undefined;
  /** Chooses or photographs the papers of a question. */
  readonly renderFiles: (place: Place, label: string) => unknown;
}

/** A person or an address that was filled in already. */
export interface KnownAnswer {
  readonly kind: 'person' | 'address';
  readonly field: string;
  readonly label: string;
  readonly value: Answers;
}

export const pathOf = ({ field, part, entry }: Place): string =>
  [...(entry ? [entry.group, String(entry.at)] : []), field, ...(part ? [part] : [])].join('.');

/** Id of the control of an answer; the first one of a group of choices. */
export const controlId = (path: string): string => `f-${path.replaceAll('.', '-')}`;

/** Words for a trouble; `label` is what the person was asked. */
export function problemWords(i18n: Words, { code, params }: AnswerProblem, label: string): string {
  const words = Object.entries(params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' ? i18n.number(value) : value,
  ]);
  return i18n.t(`problem.${code}`, { label, ...(Object.fromEntries(words) as Record<string, string>) });
}

/** The same words, far from the question: with it. */
export function summaryWords(i18n: Words, problem: AnswerProblem, label: string): string {
  const words = problemWords(i18n, problem, label);
  return words.includes(label) ? words : i18n.t('errors.line', { label, problem: words });
}
