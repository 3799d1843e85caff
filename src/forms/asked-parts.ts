import { isFilled, type Answer, type Answers } from './answers.js';
import type { AskedField, AskedPart } from './asked-schema.js';
import { checkAnswers, type AnswerProblem, type CheckedAnswers } from './check-answers.js';
import type { Field, FormDefinition } from './form-definition.js';

/* What becomes of the parts that an office asks for once more. */

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
