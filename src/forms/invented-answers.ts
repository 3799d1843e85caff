import type { Answer, Answers } from './answers.js';
import { applies, keptAnswers } from './check-answers.js';
import type { Field, FieldGroup, FormDefinition } from './form-definition.js';
import { holds } from './rules.js';

/** Somebody who does not exist: no place of birth has the number 000. */
const PERSON: Readonly<Record<string, string>> = {
  name: 'Nguyễn Thị Mẫu',
  birth: '05/03/1990',
  sex: 'female',
  number: '000190000001',
  address: 'Thôn Mẫu, Xã Mẫu',
};

/** Answers of an invented person to everything that a form asks, for practice. */
export function inventedAnswers(form: FormDefinition): Answers {
  let answers: Record<string, Answer> = {};
  for (const { when, groups } of form.steps) {
    if (when && !holds(when, keptAnswers(form, answers))) continue;
    for (const group of groups) {
      if (group.when && !holds(group.when, keptAnswers(form, answers))) continue;
      answers = group.repeat
        ? { ...answers, [group.name]: entriesFor(group) }
        : group.fields.reduce<Record<string, Answer>>((known, field) => {
            const value = applies(field, keptAnswers(form, known)) ? answerTo(field) : undefined;
            return value === undefined ? known : { ...known, [field.name]: value };
          }, answers);
    }
  }
  return answers;
}

function entriesFor({ repeat, fields }: FieldGroup): readonly Answers[] {
  // One at least, so that practice shows what an entry asks.
  return Array.from({ length: Math.max(1, repeat?.least ?? 1) }, () =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = answerTo(field);
        return value === undefined ? [] : [[field.name, value] as const];
      }),
    ),
  );
}

function answerTo(field: Field): Answer | undefined {
  if ('value' in field) return undefined;
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return 'Mẫu'.padEnd(field.shortest ?? 0, 'u').slice(0, field.longest);
    case 'number':
    case 'money':
      return String(Math.min(Math.max(1, field.least ?? 1), field.most ?? Infinity));
    case 'date':
      return PERSON.birth;
    case 'choice':
      return field.options[0]?.value;
    case 'choices':
      return field.options.slice(0, 1).map(({ value }) => value);
    case 'yes-no':
      return false;
    case 'declaration':
      return true;
    case 'phone':
      return '0900 000 000';
    case 'email':
      return 'mau@example.com';
    case 'citizen-number':
      return PERSON.number;
    case 'person':
      return Object.fromEntries(field.parts.map((part) => [part, PERSON[part] ?? '']));
    case 'address':
      return { text: PERSON.address ?? '' };
    case 'attachment':
    case 'information':
      return undefined;
  }
}
