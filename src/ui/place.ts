import { answerAt, entriesOf, type Answer, type Answers } from '../forms/answers.js';

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

/** The parts of the answer that it is one of. */
export function recordAt({ field, entry }: Place, answers: Answers): Answers {
  const answer = typedIn({ field, ...(entry && { entry }) }, answers);
  return typeof answer === 'object' && !Array.isArray(answer) ? (answer as Answers) : {};
}
