import type { Answer, Answers } from './answers.js';

/** The id of a file, as it stands in the answer to a question that asks for papers. */
export const FILE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * Answers without the files that are not there: removed elsewhere, left behind on another computer, never sent. An
 * answer that named them would pass for a paper.
 * @param present ids of the files that are there
 */
export function withFilesOf(answers: Answers, present: readonly string[]): Answers {
  const isThere = (one: unknown): boolean =>
    typeof one !== 'string' || !FILE_ID.test(one) || present.includes(one);
  const clean = (answer: Answer): Answer => {
    if (Array.isArray(answer)) return (answer as Answer[]).filter(isThere).map(clean) as unknown as Answer;
    return typeof answer === 'object' ? cleanAll(answer as Answers) : answer;
  };
  const cleanAll = (record: Answers): Answers =>
    Object.fromEntries(
      Object.entries(record).map(([name, answer]) => [name, answer == null ? answer : clean(answer)]),
    );
  return cleanAll(answers);
}
