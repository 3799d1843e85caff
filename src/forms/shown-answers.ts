import type { LocalizedText } from '../shared/localized-text.js';
import { answerAt, entriesOf, isFilled, type Answer, type Answers } from './answers.js';
import { applies, keptAnswers } from './check-answers.js';
import type { Field, FieldGroup, FormDefinition } from './form-definition.js';
import { holds } from './rules.js';
import type { SentFile } from './submission.js';

/** An answer as a person reads it; whoever shows it finds the words. */
export type ShownValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'label'; readonly labels: readonly LocalizedText[] }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'number'; readonly number: number; readonly unit: LocalizedText | undefined }
  /** Whole đồng. */
  | { readonly kind: 'money'; readonly amount: number }
  | { readonly kind: 'sex'; readonly sex: string }
  | { readonly kind: 'none' };

export interface ShownRow {
  /** `child`, `child.birth`, `people.1.name`. */
  readonly path: string;
  readonly field: Field;
  /** Part of a person. */
  readonly part: string | undefined;
  readonly value: ShownValue;
}

export interface ShownGroup {
  readonly group: FieldGroup;
  /** Which entry of a repeated group, from 1. */
  readonly entry: number | undefined;
  readonly rows: readonly ShownRow[];
}

export interface ShownStep {
  readonly name: string;
  readonly title: LocalizedText;
  readonly groups: readonly ShownGroup[];
}

/**
 * Everything that is asked, with what was answered, for the review, for paper and for copying.
 * @param files by whose names the papers that an answer names are told
 */
export function shownAnswers(
  form: FormDefinition,
  answers: Answers,
  files: readonly Pick<SentFile, 'id' | 'name'>[] = [],
): ShownStep[] {
  const kept = keptAnswers(form, answers);
  return form.steps
    .filter(({ when }) => when === undefined || holds(when, kept))
    .map(({ name, title, groups }) => ({
      name,
      title,
      groups: groups
        .filter(({ when }) => when === undefined || holds(when, kept))
        .flatMap((group): ShownGroup[] =>
          group.repeat
            ? entriesOf(kept, group.name).map((entry, at) => ({
                group,
                entry: at + 1,
                rows: rowsOf(group, kept, files, entry, `${group.name}.${String(at)}.`),
              }))
            : [{ group, entry: undefined, rows: rowsOf(group, kept, files) }],
        ),
    }));
}

function rowsOf(
  { fields }: FieldGroup,
  kept: Answers,
  files: readonly Pick<SentFile, 'id' | 'name'>[],
  entry?: Answers,
  before = '',
): ShownRow[] {
  return fields
    .filter((field) => field.kind !== 'information' && applies(field, kept, entry))
    .flatMap((field): ShownRow[] => {
      const path = before + field.name;
      const answer = answerAt(field.name, entry ?? kept);
      if (field.kind !== 'person')
        return [{ path, field, part: undefined, value: shownValue(field, answer, files) }];
      const person = answer as Answers | undefined;
      return field.parts.map((part) => ({
        path: `${path}.${part}`,
        field,
        part,
        value: shownPart(part, person && answerAt(part, person)),
      }));
    });
}

function shownPart(part: string, answer: Answer | undefined): ShownValue {
  if (typeof answer !== 'string') return { kind: 'none' };
  if (part === 'birth') return { kind: 'date', date: answer };
  return part === 'sex' ? { kind: 'sex', sex: answer } : { kind: 'text', text: answer };
}

function shownValue(
  field: Field,
  answer: Answer | undefined,
  files: readonly Pick<SentFile, 'id' | 'name'>[],
): ShownValue {
  if (!isFilled(answer)) return { kind: 'none' };
  if (field.kind === 'attachment' && Array.isArray(answer)) {
    const there = files.filter(({ id }) => (answer as readonly unknown[]).includes(id));
    if (there.length > 0) return { kind: 'text', text: there.map(({ name }) => name).join('; ') };
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
    return {
      kind: 'label',
      labels: field.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label),
    };
  }
  if (typeof answer === 'boolean') return { kind: 'yes-no', yes: answer };
  if (typeof answer === 'number')
    return field.kind === 'money'
      ? { kind: 'money', amount: answer }
      : { kind: 'number', number: answer, unit: field.kind === 'number' ? field.unit : undefined };
  if (field.kind === 'date' && typeof answer === 'string') return { kind: 'date', date: answer };
  if (field.kind === 'address') return { kind: 'text', text: addressText(answer as Answers) };
  return typeof answer === 'string' ? { kind: 'text', text: answer } : { kind: 'none' };
}

/** An address in one line: as written, and what was chosen where the words do not say it already. */
function addressText(address: Answers): string {
  const [text, ...chosen] = ['text', 'commune', 'province'].map((part) => {
    const answer = answerAt(part, address);
    return typeof answer === 'string' ? answer : '';
  });
  const place = chosen.filter(Boolean).join(', ');
  if (!text || !place) return [text, place].join('');
  return text.endsWith(place) ? text : `${text} (${place})`;
}
