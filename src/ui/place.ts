import { answerAt, entriesOf, type Answer, type Answers } from '../forms/answers.js';
import type { FormAction } from '../forms/form-state.js';

/** Which answer: a field, or a part of one, in an entry of a repeated group where there is one. */
export interface Place {
  readonly field: string;
  readonly part?: string;
  readonly entry?: { readonly group: string; readonly at: number };
}

/** What was typed or chosen there. */
export function typedIn({ field, part, entry }: Place, answers: Answers): Answer | undefined {
  const typed = entry ? entriesOf(answers, entry.group)[entry.at] : answers;
  return typed && answerAt(part === undefined ? field : `${field}.${part}`, typed);
}

/** What an answer there does to the application. */
export function actionAt(place: Place, value: Answer | undefined, answers: Answers): FormAction {
  const { field, part, entry } = place;
  const where = { field, ...(entry && { entry }) };
  if (part === undefined) return { type: 'answer', value, ...where };
  const answer = typedIn(where, answers);
  // The parts of the answer that it is one of.
  const record = typeof answer === 'object' && !Array.isArray(answer) ? (answer as Answers) : {};
  return { type: 'answer', value: { ...record, [part]: value }, ...where };
}
