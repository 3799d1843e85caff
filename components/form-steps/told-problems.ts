import { checkAnswers, type AnswerProblem, type CheckedAnswers } from '../../src/forms/check-answers.js';
import { checkDelivery } from '../../src/forms/delivery-draft.js';
import type { FormState, Screen } from '../../src/forms/form-state.js';
import { checkHelper } from '../../src/forms/helper-draft.js';
import type { Application } from '../../src/ui/application.js';

/** What is to be said on a screen. */
export interface Problems {
  readonly errors: readonly AnswerProblem[];
  readonly warnings: readonly AnswerProblem[];
  /** Whether they keep the person, who tried to go on. */
  readonly isInTheWay: boolean;
}

type Told = Pick<CheckedAnswers, 'errors' | 'warnings'>;

/** What is to be said of the delivery and the helper: on their screens, and all of it on the review, the last look. */
export function besideForm(application: Application, { kind }: Screen, isAssisted: boolean): Told {
  const { delivery, helper, screens, today } = application;
  const isHere = (wanted: Screen['kind']) =>
    kind === wanted || (kind === 'review' && screens.some((screen) => screen.kind === wanted));
  const checked = [
    ...(isHere('delivery') ? [checkDelivery(delivery, today)] : []),
    ...(isAssisted && isHere('prepare') ? [checkHelper(helper)] : []),
  ];
  return {
    errors: checked.flatMap(({ errors }) => errors),
    warnings: checked.flatMap(({ warnings }) => warnings),
  };
}

/** Says what is wrong when a person has left a field, not while they are typing in it. */
export class ToldProblems {
  readonly #left = new Set<string>();
  #inTheWay: readonly AnswerProblem[] = [];

  /** The person chose, or has left what they typed. */
  leave(path: string): void {
    this.#left.add(path);
  }

  /** The person is typing there. */
  enter(path: string): void {
    this.#left.delete(path);
  }

  /** The person tries to go on, and these keep them. */
  hold(errors: readonly AnswerProblem[]): void {
    this.#inTheWay = errors;
  }

  clear(): void {
    this.#left.clear();
    this.#inTheWay = [];
  }

  /** On the screen in view: all of it once the person tried to go on, else of what they left. */
  on(app: FormState, application: Application, screen: Screen, isAssisted: boolean): Problems {
    const { form, answers } = app;
    const { errors, warnings } =
      form && screen.step
        ? checkAnswers(form, answers, application.today, screen.step)
        : besideForm(application, screen, isAssisted);
    const hasLeft = ({ path }: AnswerProblem) => this.#left.has(path);
    const held = new Set([...app.errors, ...this.#inTheWay].map(({ path }) => path));
    return {
      errors: [
        ...(screen.step ? [] : app.errors),
        ...errors.filter(
          (problem) => held.has(problem.path) || (hasLeft(problem) && problem.code !== 'required'),
        ),
      ],
      warnings: warnings.filter((problem) => hasLeft(problem) || held.size > 0),
      isInTheWay: held.size > 0,
    };
  }
}
