import * as v from 'valibot';
import { count, localizedText, text } from '../shared/data-schemas.js';
import { isFilled, type Answer, type Answers } from './answers.js';
import { checkAnswers, type AnswerProblem, type CheckedAnswers } from './check-answers.js';
import type { Field, FormDefinition } from './form-definition.js';
import { PRECISIONS } from './typed-values.js';

/* What an office asks for once more: single fields and papers, by the labels that they had when they were filed. */

export const PART_KINDS = ['field', 'paper'] as const;

/** A part by its kind and name: a field by its path (`child`, `child.birth`, `people.0.name`), a paper as it is called. */
export const partNameSchema = v.object({
  kind: v.picklist(PART_KINDS),
  name: v.pipe(text, v.maxLength(500)),
});
export type PartName = v.InferOutput<typeof partNameSchema>;

/** How a field is answered. Whatever the form worked out, declared or attached is no field that is asked for again. */
export const ASKED_TYPES = [
  'text',
  'paragraph',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'yes-no',
  'phone',
  'email',
  'citizen-number',
  'person',
  'address',
] as const;
const PERSON_PARTS = ['name', 'birth', 'sex', 'number', 'address'] as const;

export const askedFieldSchema = v.object({
  kind: v.literal('field'),
  name: partNameSchema.entries.name,
  label: localizedText,
  type: v.picklist(ASKED_TYPES),
  /** Where `type` is `person`: which part of one. */
  part: v.exactOptional(v.picklist(PERSON_PARTS)),
  options: v.exactOptional(v.array(v.object({ value: v.string(), label: localizedText }))),
  /** How exactly a day must be known at least. */
  precision: v.exactOptional(v.picklist(PRECISIONS)),
  shortest: v.exactOptional(count),
  longest: v.exactOptional(count),
  least: v.exactOptional(v.number()),
  most: v.exactOptional(v.number()),
  unit: v.exactOptional(localizedText),
});
export type AskedField = v.InferOutput<typeof askedFieldSchema>;

export const askedPaperSchema = v.object({
  kind: v.literal('paper'),
  name: partNameSchema.entries.name,
  label: localizedText,
});

/** A part by what it is called alone: for a history, which tells nobody’s answers and asks for nothing. */
export const calledPartSchema = v.object({
  kind: partNameSchema.entries.kind,
  label: localizedText,
  /** Which part of a person. */
  part: v.exactOptional(v.picklist(PERSON_PARTS)),
});
export type CalledPart = v.InferOutput<typeof calledPartSchema>;

/** Something that is asked for, with all that is needed to ask for it, and nothing of what was answered before. */
export const askedPartSchema = v.variant('kind', [askedFieldSchema, askedPaperSchema]);
export type AskedPart = v.InferOutput<typeof askedPartSchema>;

export const fieldsOf = (parts: readonly AskedPart[]): AskedField[] =>
  parts.filter((part) => part.kind === 'field');
export const papersOf = (parts: readonly AskedPart[]): AskedPart[] =>
  parts.filter(({ kind }) => kind === 'paper');

/** Name of the one field of a form that asks for nothing else. */
const IT = 'it';

/** The answer as the field of a form holds it: one part of a person or an address is a record there. */
const wrapped = ({ type, part }: AskedField, answer: Answer): Answer =>
  type === 'person' ? { [part ?? 'name']: answer } : type === 'address' ? { text: answer } : answer;

function unwrapped({ type, part }: AskedField, answer: Answer): Answer {
  const inner = type === 'person' ? (part ?? 'name') : type === 'address' ? 'text' : undefined;
  return inner === undefined ? answer : ((answer as Answers)[inner] ?? '');
}

/** A form that asks for just this, and must have it. */
function formFor(asked: AskedField): FormDefinition {
  const { type, part } = asked;
  const field = { ...asked, name: IT, kind: type, required: true, ...(part && { parts: [part] }) };
  const group = { name: IT, fields: [field as unknown as Field] };
  return { steps: [{ name: IT, groups: [group] }] } as unknown as FormDefinition;
}

/**
 * Checks what was answered to the fields that are asked for, by the rules of the form that they are from; all of them
 * are needed. The same check runs in the page and in a receiving system.
 * @param given by the names of the parts; as typed or as kept
 * @param today as `yyyy-mm-dd`, the day in Việt Nam
 * @returns answers and problems by the names of the parts
 */
export function checkAsked(parts: readonly AskedPart[], given: Answers, today: string): CheckedAnswers {
  const answers: Record<string, Answer> = {};
  const told: Record<'errors' | 'warnings', AnswerProblem[]> = { errors: [], warnings: [] };
  for (const part of fieldsOf(parts)) {
    const { name } = part;
    const answer = Object.hasOwn(given, name) ? given[name] : undefined;
    const record = isFilled(answer) ? { [IT]: wrapped(part, answer) } : {};
    const checked = checkAnswers(formFor(part), record, today);
    const kept = checked.answers[IT];
    if (isFilled(kept)) answers[name] = unwrapped(part, kept);
    for (const kind of ['errors', 'warnings'] as const)
      told[kind].push(...checked[kind].map((problem) => ({ ...problem, path: name })));
  }
  return { answers, ...told };
}

/** What of a history says which parts were asked for, and what was answered. */
export interface PartsRow {
  readonly act: string;
  readonly parts?: readonly AskedPart[];
  readonly answers?: Answers;
}

/** What was asked for last, and is still to be answered where the dossier waits for it. */
export const askedLast = (history: readonly PartsRow[]): readonly AskedPart[] =>
  history.filter(({ act }) => act === 'ask-supplement').at(-1)?.parts ?? [];

/** Which of the parts that were asked for a row answers. */
export const answeredBy = (
  asked: readonly AskedPart[],
  { answers = {} }: PartsRow,
  hasPaper: (name: string) => boolean,
): AskedPart[] =>
  asked.filter(({ kind, name }) =>
    kind === 'paper' ? hasPaper(name) : Object.hasOwn(answers, name) && isFilled(answers[name]),
  );

/** The answers as they were filed, with what was answered since in its place. What was filed stays as it is. */
export function answersAfter(filed: Answers, history: readonly PartsRow[]): Answers {
  let answers = filed;
  for (const [at, { answers: given }] of history.entries()) {
    if (!given) continue;
    for (const part of fieldsOf(askedLast(history.slice(0, at)))) {
      const answer = Object.hasOwn(given, part.name) ? given[part.name] : undefined;
      if (isFilled(answer)) answers = withAnswer(answers, part, answer);
    }
  }
  return answers;
}

const withAnswer = (answers: Answers, part: AskedField, answer: Answer): Answers => {
  const value = part.type === 'address' ? { text: answer } : answer;
  return put(answers, part.name.split('.'), value) as Answers;
};

/** A copy of what is at hand, with a value at a path of names and of places in a list. */
function put(within: unknown, [first = '', ...rest]: readonly string[], value: Answer): unknown {
  const below = (inner: unknown): unknown => (rest.length > 0 ? put(inner, rest, value) : value);
  if (Array.isArray(within))
    return within.map((entry: unknown, at) => (String(at) === first ? below(entry) : entry));
  const record = typeof within === 'object' && within !== null ? (within as Answers) : {};
  const inner = Object.hasOwn(record, first) ? record[first] : undefined;
  return { ...record, [first]: below(inner) };
}
