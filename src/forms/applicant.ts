import type { LocalizedText } from '../shared/localized-text.js';
import type { Answers } from './answers.js';
import type { FormDefinition } from './form-definition.js';
import { shownAnswers, type ShownRow } from './shown-answers.js';

/** Who applies, as far as the answers tell it. */
export interface Applicant {
  readonly name: string | undefined;
  readonly citizenNumber: string | undefined;
  readonly phone: string | undefined;
}

/** The person that a form asks for first is who applies; entries of repeated groups are others. */
export function applicantOf(form: FormDefinition, answers: Answers): Applicant {
  const rows = rowsOf(form, answers);
  return {
    name: textOf(rows, ({ part }) => part === 'name'),
    citizenNumber: textOf(rows, ({ part, field }) => part === 'number' || field.kind === 'citizen-number'),
    phone: textOf(rows, ({ field }) => field.kind === 'phone'),
  };
}

/** Somebody who was filled in, to be offered where a person is asked for again. Empty where nothing was answered. */
export interface KnownPerson {
  /** What the form calls them. */
  readonly label: LocalizedText;
  readonly name: string;
  readonly number: string;
  readonly phone: string;
  readonly address: string;
}

/** Everybody with a name; the first one with the telephone number and the address of who applies. */
export function knownPersons(form: FormDefinition, answers: Answers): KnownPerson[] {
  const rows = rowsOf(form, answers);
  const persons = new Set(rows.filter(({ part }) => part !== undefined).map(({ field }) => field));
  return [...persons].flatMap((person, at): KnownPerson[] => {
    const part = (name: string) => textOf(rows, (row) => row.field === person && row.part === name);
    const kind = (name: string) => (at === 0 ? textOf(rows, ({ field }) => field.kind === name) : undefined);
    const name = part('name');
    if (name === undefined) return [];
    return [
      {
        label: person.label,
        name,
        number: part('number') ?? '',
        phone: kind('phone') ?? '',
        address: part('address') ?? kind('address') ?? '',
      },
    ];
  });
}

const rowsOf = (form: FormDefinition, answers: Answers): ShownRow[] =>
  shownAnswers(form, answers)
    .flatMap(({ groups }) => groups)
    .filter(({ entry }) => entry === undefined)
    .flatMap((group) => group.rows);

function textOf(rows: readonly ShownRow[], isWanted: (row: ShownRow) => boolean): string | undefined {
  const value = rows.find((row) => row.value.kind === 'text' && isWanted(row))?.value;
  return value?.kind === 'text' ? value.text : undefined;
}
