/** What was answered, by the names of fields; an entry of a repeated group is such a record of its own. */
export interface Answers {
  /** `null`, as JSON writes what was left out, is no answer. */
  readonly [name: string]: Answer | null | undefined;
}
export type Answer = string | number | boolean | readonly string[] | Answers | readonly Answers[];

/** A member that is really there: a field named `constructor` reaches nothing else. */
const own = (answers: Answers, name: string): Answer | undefined =>
  Object.hasOwn(answers, name) ? (answers[name] ?? undefined) : undefined;

const isRecord = (answer: Answer | null | undefined): answer is Answers =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

/** The entries of a repeated group; none where there are none. */
export function entriesOf(answers: Answers, group: string): readonly Answers[] {
  const found = own(answers, group);
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/**
 * The answer at a path (`child`, `child.birth`), in the entry at hand first, then in the form.
 * @param entry of a repeated group, where the path is read inside of one
 */
export function answerAt(path: string, answers: Answers, entry?: Answers): Answer | undefined {
  const [name = '', part] = path.split('.');
  const found = (entry && own(entry, name)) ?? own(answers, name);
  if (part === undefined) return found;
  return isRecord(found) ? own(found, part) : undefined;
}

/** Whether anything was answered. `false` is an answer, spaces are none. */
export function isFilled(answer: Answer | null | undefined): answer is Answer {
  if (answer === undefined || answer === null) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.length > 0;
  return (
    typeof answer !== 'object' ||
    Object.values(answer).some((part: Answer | null | undefined) => isFilled(part))
  );
}
