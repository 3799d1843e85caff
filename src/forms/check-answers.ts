import type { Problem } from '../shared/result.js';
import { answerAt, entriesOf, isFilled, type Answer, type Answers } from './answers.js';
import type { Field, FieldGroup, FormDefinition, FormStep } from './form-definition.js';
import type { AnswerProblemCode } from './problems.js';
import { compute, holds } from './rules.js';
import type { TypedKind } from './tidy-typed.js';
import {
  readCitizenNumber,
  readDate,
  readEmail,
  readMoney,
  readName,
  readNumber,
  readPhone,
  readText,
  type KnownOfPerson,
  type Typed,
} from './typed-values.js';

/** Something to say about one answer. */
export interface AnswerProblem extends Problem<AnswerProblemCode> {
  /** Where: `child.birth`, `people.1.name`. */
  readonly path: string;
}

export interface CheckedAnswers {
  /** As kept and sent: of fields that apply, tidied, computed values included. */
  readonly answers: Answers;
  /** Must be mended before the form is sent. */
  readonly errors: readonly AnswerProblem[];
  /** Worth a second look; never in the way. */
  readonly warnings: readonly AnswerProblem[];
}

interface Check {
  readonly today: string;
  /** What was kept so far; rules look at this and therefore only back. */
  readonly known: Record<string, Answer>;
  readonly form?: FormDefinition;
  readonly errors: AnswerProblem[];
  readonly warnings: AnswerProblem[];
}

/**
 * Checks what was answered. The same check runs in the browser and in a gateway.
 * @param answers as typed or as kept; checking what was kept changes nothing
 * @param today as `yyyy-mm-dd`, the day in Việt Nam
 * @param step tells only what concerns this one
 */
export function checkAnswers(
  form: FormDefinition,
  answers: Answers,
  today: string,
  step?: FormStep,
): CheckedAnswers {
  const known: Record<string, Answer> = {};
  const told: Pick<Check, 'errors' | 'warnings'> = { errors: [], warnings: [] };
  for (const one of form.steps) {
    if (one.when && !holds(one.when, known)) continue;
    const listener = step === undefined || step === one ? told : { errors: [], warnings: [] };
    const check: Check = { today, known, form, ...listener };
    for (const group of one.groups) {
      if (group.when && !holds(group.when, known)) continue;
      if (group.repeat) known[group.name] = checkEntries(group, answers, check);
      else checkFields(group.fields, answers, known, check);
    }
  }
  return { answers: known, ...told };
}

/** The answers as kept: what rules look at, where nothing is to be said about them. */
export function keptAnswers(form: FormDefinition, answers: Answers): Answers {
  // The day only decides what is worth a second look.
  return checkAnswers(form, answers, '').answers;
}

/** Whether a field is asked at all. */
export function applies(field: Field, answers: Answers, entry?: Answers): boolean {
  return field.when === undefined || holds(field.when, answers, entry);
}

/** Whether a field must be answered. */
export function isRequired({ required }: Field, answers: Answers, entry?: Answers): boolean {
  return typeof required === 'boolean' ? required : holds(required, answers, entry);
}

/**
 * Checks texts that are asked for outside of a form, all of them needed, by the rules of the same fields in one.
 * @param place what they are parts of
 */
export function checkParts(
  place: string,
  parts: readonly (readonly [name: string, kind: TypedKind, text: string])[],
  today: string,
): CheckedAnswers {
  const check: Check = { today, known: {}, errors: [], warnings: [] };
  for (const [name, kind, text] of parts) {
    const path = `${place}.${name}`;
    const tidied = readText(text);
    if (tidied === '') tell(check, path, 'required');
    else check.known[name] = take(check, path, tidied, readTyped(kind, tidied, today));
  }
  return { answers: check.known, errors: check.errors, warnings: check.warnings };
}

function readTyped(kind: TypedKind, text: string, today: string): Typed<string> {
  switch (kind) {
    case 'name':
      return readName(text);
    case 'phone':
      return readPhone(text);
    case 'citizen-number':
      return readCitizenNumber(text, {}, today);
    default:
      return { ok: true, value: text, warnings: [] };
  }
}

/** Whether a fee counts the answer at a path: nobody can say what half of one costs. */
export const isCounted = (form: FormDefinition | undefined, path: string): boolean | undefined =>
  form?.fees?.lines.some(({ times, copies }) => [times, copies].includes(path.replace(/\.\d+/u, '')));

function checkEntries(
  { name, repeat, fields }: FieldGroup,
  answers: Answers,
  check: Check,
): readonly Answers[] {
  const entries = entriesOf(answers, name);
  const { least = 0, most = Infinity } = repeat ?? {};
  const params = { count: entries.length };
  if (entries.length < least) tell(check, name, 'too-few', { ...params, limit: least });
  if (entries.length > most) tell(check, name, 'too-many', { ...params, limit: most });
  return entries.map((entry, at) => {
    const kept: Record<string, Answer> = {};
    checkFields(fields, entry, kept, check, `${name}.${String(at)}.`);
    return kept;
  });
}

/** @param kept where the answers go: the form's own, or those of an entry */
function checkFields(
  fields: readonly Field[],
  answers: Answers,
  kept: Record<string, Answer>,
  check: Check,
  before = '',
): void {
  for (const field of fields) {
    if (field.kind === 'information' || !applies(field, check.known, kept)) continue;
    const path = before + field.name;
    const computed = 'value' in field ? field.value : undefined;
    const answer = computed ? compute(computed, check.known, kept) : answerAt(field.name, answers);
    // What is worked out cannot be filled in by anybody.
    const required = !computed && isRequired(field, check.known, kept);
    const tidied = isFilled(answer) ? checkField(field, answer, path, check, required) : undefined;
    // An answer of a shape that the field cannot have is none.
    if (isFilled(tidied)) kept[field.name] = tidied;
    else if (required) tell(check, path, 'required');
  }
}

function tell(check: Check, path: string, code: AnswerProblemCode, params?: Problem['params']): void {
  check.errors.push(params ? { path, code, params } : { path, code });
}

/** Takes what was read, or says why it was not; what could not be read is kept as it was typed. */
function take<Value extends Answer>(check: Check, path: string, answer: Answer, typed: Typed<Value>): Answer {
  if (!typed.ok) {
    check.errors.push({ path, ...typed.problem });
    return answer;
  }
  check.warnings.push(...typed.warnings.map((warning) => ({ path, ...warning })));
  return typed.value;
}

/** Text of an answer; numbers that were kept are read again as they would be typed. */
const typedOf = (answer: Answer | undefined): string =>
  typeof answer === 'number' ? String(answer).replace('.', ',') : typeof answer === 'string' ? answer : '';

function checkField(field: Field, answer: Answer, path: string, check: Check, required: boolean): Answer {
  const typed = typedOf(answer);
  switch (field.kind) {
    case 'text':
    case 'paragraph': {
      const text = readText(typed, field.kind === 'paragraph');
      // People count letters, not code units.
      const { length } = [...text];
      if (length > field.longest) tell(check, path, 'too-long', { count: length, limit: field.longest });
      if (length < (field.shortest ?? 0))
        tell(check, path, 'too-short', { count: length, limit: field.shortest ?? 0 });
      return text;
    }
    case 'number':
    case 'money': {
      const value = take(check, path, answer, field.kind === 'number' ? readNumber(typed) : readMoney(typed));
      if (typeof value !== 'number') return value;
      if (value < (field.least ?? -Infinity)) tell(check, path, 'too-small', { limit: field.least ?? 0 });
      if (value > (field.most ?? Infinity)) tell(check, path, 'too-large', { limit: field.most ?? 0 });
      // What is worked out is mended where it comes from; a fee that counts it is not known then.
      if (field.kind === 'number' && !field.value && value % 1 !== 0)
        if (field.whole || isCounted(check.form, path)) tell(check, path, 'number-whole');
      return value;
    }
    case 'date':
      return take(check, path, answer, readDate(typed, field.precision, check.today));
    case 'choice':
      if (!field.options.some(({ value }) => value === answer)) tell(check, path, 'choice-unknown');
      return answer;
    case 'choices': {
      const chosen = Array.isArray(answer) ? answer : [answer];
      const isKnown = (one: unknown) => field.options.some(({ value }) => value === one);
      if (!chosen.every(isKnown)) tell(check, path, 'choice-unknown');
      return answer;
    }
    case 'yes-no':
      if (typeof answer !== 'boolean') tell(check, path, 'choice-unknown');
      return answer;
    case 'declaration':
      if (answer !== true && required) tell(check, path, 'not-declared');
      return answer;
    case 'phone':
      return take(check, path, answer, readPhone(typed));
    case 'email':
      return take(check, path, answer, readEmail(typed));
    case 'citizen-number':
      return take(check, path, answer, readCitizenNumber(typed, {}, check.today));
    case 'person':
      return checkPerson(field, answer, path, check, required);
    case 'address':
      return textsOf(answer, ADDRESS_PARTS);
    case 'attachment': {
      const files = Array.isArray(answer) ? answer.filter((file) => typeof file === 'string') : [];
      if (files.length > field.most)
        tell(check, path, 'too-many', { count: files.length, limit: field.most });
      return files;
    }
    case 'information':
      return '';
  }
}

/** Whole as it was written, and what was chosen; an address of before July 2025 has no commune of today. */
export const ADDRESS_PARTS = ['text', 'province', 'commune'] as const;

/** The texts of a record, and nothing else that may have come with them. */
function textsOf(answer: Answer, parts: readonly string[]): Answers {
  const record = typeof answer === 'object' && !Array.isArray(answer) ? (answer as Answers) : {};
  const texts = parts.flatMap((part) => {
    const text = answerAt(part, record);
    return typeof text === 'string' && isFilled(text) ? [[part, readText(text)] as const] : [];
  });
  return Object.fromEntries(texts);
}

function checkPerson(
  { parts, precision }: Extract<Field, { kind: 'person' }>,
  answer: Answer,
  path: string,
  check: Check,
  required: boolean,
): Answer {
  const person = textsOf(answer, parts);
  if (!isFilled(person)) return person;
  const kept: Record<string, Answer> = {};
  const known: { birth?: string; sex?: KnownOfPerson['sex'] } = {};
  for (const part of parts) {
    const value = answerAt(part, person);
    const where = `${path}.${part}`;
    if (!isFilled(value)) {
      if (required) tell(check, where, 'required');
      continue;
    }
    const typed = typedOf(value);
    if (part === 'name') kept[part] = take(check, where, value, readName(typed));
    else if (part === 'birth') {
      const birth = readDate(typed, precision, check.today);
      if (birth.ok) known.birth = birth.value;
      kept[part] = take(check, where, value, birth);
    } else if (part === 'sex') {
      if (value === 'male' || value === 'female') known.sex = value;
      else tell(check, where, 'choice-unknown');
      kept[part] = value;
    } else if (part === 'number')
      kept[part] = take(check, where, value, readCitizenNumber(typed, known, check.today));
    else kept[part] = value;
  }
  return kept;
}
