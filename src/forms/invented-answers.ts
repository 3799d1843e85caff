import type { Answer, Answers } from './answers.js';
import { applies, keptAnswers } from './check-answers.js';
import type { Field, FieldGroup, FormDefinition } from './form-definition.js';
import { holds } from './rules.js';

/** Somebody who does not exist: no place of birth has the number 000, and the names say what they are. */
export interface InventedPerson {
  readonly name: string;
  readonly birth: string;
  readonly sex: 'male' | 'female';
  readonly number: string;
  readonly address: string;
}

const NOBODY: InventedPerson = {
  name: 'Nguyễn Thị Mẫu',
  birth: '1990-03-05',
  sex: 'female',
  number: '000190000001',
  address: 'Thôn Mẫu, Xã Mẫu',
};

/** What an invented person answers to everything that a form asks: for practice, and for dossiers of a sample. */
export function inventedAnswers(form: FormDefinition, person = NOBODY): Answers {
  let answers: Answers = {};
  const isAsked = ({ when }: { readonly when?: FieldGroup['when'] }) =>
    when === undefined || holds(when, keptAnswers(form, answers));
  for (const step of form.steps) {
    if (!isAsked(step)) continue;
    for (const group of step.groups) {
      if (!isAsked(group)) continue;
      if (group.repeat) {
        // One at least, so that practice shows what an entry asks.
        const entries = [...Array(Math.max(1, group.repeat.least)).keys()].map(() =>
          answersTo(form, group, person, answers, {}),
        );
        answers = { ...answers, [group.name]: entries };
      } else answers = { ...answers, ...answersTo(form, group, person, answers) };
    }
  }
  return keptAnswers(form, answers);
}

/** @param entry the entry of a repeated group so far; none in a group of the form itself */
function answersTo(
  form: FormDefinition,
  { fields }: FieldGroup,
  person: InventedPerson,
  before: Answers,
  entry?: Answers,
): Answers {
  let given: Answers = {};
  for (const field of fields) {
    const known = keptAnswers(form, entry ? before : { ...before, ...given });
    if (!applies(field, known, entry && given)) continue;
    const answer = answerTo(field, person);
    if (answer !== undefined) given = { ...given, [field.name]: answer };
  }
  return given;
}

function answerTo(field: Field, person: InventedPerson): Answer | undefined {
  if ('value' in field) return undefined;
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return 'Nội dung mẫu'.padEnd(field.shortest ?? 0, '.').slice(0, field.longest);
    case 'number':
    case 'money':
      return Math.min(Math.max(2, field.least ?? 2), field.most ?? Infinity);
    case 'date':
      return person.birth;
    case 'choice':
      return field.options[0]?.value;
    case 'choices':
      return field.options.slice(0, 1).map(({ value }) => value);
    case 'yes-no':
      return false;
    case 'declaration':
      return true;
    case 'phone':
      return '0900000000';
    case 'email':
      return 'mau@example.com';
    case 'citizen-number':
      return person.number;
    case 'person':
      return Object.fromEntries(field.parts.map((part) => [part, person[part]]));
    case 'address':
      return { text: person.address };
    case 'attachment':
    case 'information':
      return undefined;
  }
}
