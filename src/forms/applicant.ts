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
  const rows = shownAnswers(form, answers)
    .flatMap(({ groups }) => groups)
    .filter(({ entry }) => entry === undefined)
    .flatMap((group) => group.rows);
  const first = (isWanted: (row: ShownRow) => boolean): string | undefined => {
    const value = rows.find((row) => row.value.kind === 'text' && isWanted(row))?.value;
    return value?.kind === 'text' ? value.text : undefined;
  };
  return {
    name: first(({ part }) => part === 'name'),
    citizenNumber: first(({ part, field }) => part === 'number' || field.kind === 'citizen-number'),
    phone: first(({ field }) => field.kind === 'phone'),
  };
}
