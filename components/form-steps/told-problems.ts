import { checkAnswers, type AnswerProblem } from '../../src/forms/check-answers.js';
import type { FormState, Screen } from '../../src/forms/form-state.js';

/** What is to be said on a screen. */
export interface Problems {
  readonly errors: readonly AnswerProblem[];
  readonly warnings: readonly AnswerProblem[];
}

/** Says what is wrong when a person has left a field, not while they are typing in it. */
export class ToldProblems {
  readonly #left = new Set<string>();

  /** The person chose, or has left what they typed. */
  leave(path: string): void {
    this.#left.add(path);
  }

  /** The person is typing there. */
  enter(path: string): void {
    this.#left.delete(path);
  }

  clear(): void {
    this.#left.clear();
  }

  /** On the screen in view: all of it once the person tried to go on, else of what they left. */
  on(app: FormState, screen: Screen, today: string): Problems {
    if (!app.form || !screen.step) return { errors: app.errors, warnings: [] };
    const checked = checkAnswers(app.form, app.answers, today, screen.step);
    const hasLeft = ({ path }: AnswerProblem) => this.#left.has(path);
    const told = new Set(app.errors.map(({ path }) => path));
    return {
      errors: checked.errors.filter(
        (problem) => told.has(problem.path) || (hasLeft(problem) && problem.code !== 'required'),
      ),
      warnings: checked.warnings.filter((problem) => hasLeft(problem) || told.size > 0),
    };
  }
}
