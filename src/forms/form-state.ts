import { entriesOf, type Answer, type Answers } from './answers.js';
import { isApplicantForm } from './applicant-form-id.js';
import { checkAnswers, keptAnswers, type AnswerProblem } from './check-answers.js';
import type { FormDefinition, FormStep } from './form-definition.js';
import { holds } from './rules.js';
import { stepsOf, type FlowSituation, type StepKind } from './step-flow.js';

/** One screen of an application. Filling in is one screen for each step of the form that applies. */
export interface Screen {
  /** Stays the same while other screens come and go: `review`, `fill:child`. */
  readonly id: string;
  readonly kind: StepKind;
  /** The step of the form, where `kind` is `fill`. */
  readonly step?: FormStep;
}

/** An application being filled in. Plain data: whoever keeps it keeps all there is. */
export interface FormState {
  readonly form: FormDefinition | undefined;
  readonly situation: FlowSituation;
  /** As typed, of all that was ever asked; what no longer applies waits in case it does again. */
  readonly answers: Answers;
  /** Id of the screen in view. */
  readonly at: string;
  /** Ids of screens that were left by going on. */
  readonly done: readonly string[];
  /** Id of the screen to come back to: somebody follows a "change" link of the review. */
  readonly returnTo: string | undefined;
  /** What kept the person from going on, on the screen in view. */
  readonly errors: readonly AnswerProblem[];
}

export type FormAction =
  /** `entry`: which one of a repeated group, from 0. */
  | {
      readonly type: 'answer';
      readonly field: string;
      readonly value: Answer | undefined;
      readonly entry?: { readonly group: string; readonly at: number };
    }
  | { readonly type: 'add-entry'; readonly group: string }
  | { readonly type: 'remove-entry'; readonly group: string; readonly at: number }
  | { readonly type: 'next'; readonly today: string }
  | { readonly type: 'back' }
  /** From the review to a screen, and with `next` back again. */
  | { readonly type: 'change'; readonly screen: string }
  /** A fee became known, a level or a destination changed. */
  | { readonly type: 'situation'; readonly situation: FlowSituation };

/** An application at its beginning, or as it was kept. */
export function openForm(
  form: FormDefinition | undefined,
  situation: FlowSituation,
  answers: Answers = {},
): FormState {
  const state = { form, situation, answers, at: '', done: [], returnTo: undefined, errors: [] };
  return { ...state, at: screensOf(state)[0]?.id ?? '' };
}

/** The screens there are, by the answers so far. */
export function screensOf({
  form,
  situation,
  answers,
}: Pick<FormState, 'form' | 'situation' | 'answers'>): Screen[] {
  const kept = form ? keptAnswers(form, answers) : {};
  return stepsOf({
    ...situation,
    hasForm: form !== undefined,
    isApplicantForm: isApplicantForm(form),
  }).flatMap((kind): Screen[] =>
    kind === 'fill'
      ? (form?.steps ?? [])
          .filter(({ when }) => when === undefined || holds(when, kept))
          .map((step) => ({ id: `fill:${step.name}`, kind, step }))
      : [{ id: kind, kind }],
  );
}

/** The screen in view. */
export function screenAt(state: FormState): Screen | undefined {
  return screensOf(state).find(({ id }) => id === state.at);
}

/** The application after something was done. Never loses an answer but one that was taken back. */
export function reduceForm(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'answer':
      return settle({ ...state, answers: withAnswer(state.answers, action) });
    case 'add-entry':
      return settle(withEntries(state, action.group, (entries) => [...entries, {}]));
    case 'remove-entry':
      return settle(
        withEntries(state, action.group, (entries) => entries.filter((_, at) => at !== action.at)),
      );
    case 'situation':
      return settle({ ...state, situation: action.situation });
    case 'next':
      return goOn(state, action.today);
    case 'back':
      return move(state, -1);
    case 'change':
      return screensOf(state).some(({ id }) => id === action.screen)
        ? { ...state, at: action.screen, returnTo: state.at, errors: [] }
        : state;
  }
}

function withAnswer(
  answers: Answers,
  { field, value, entry }: Extract<FormAction, { type: 'answer' }>,
): Answers {
  if (!entry) return { ...answers, [field]: value };
  const entries = entriesOf(answers, entry.group).map((one, at) =>
    at === entry.at ? { ...one, [field]: value } : one,
  );
  return { ...answers, [entry.group]: entries };
}

function withEntries(
  state: FormState,
  group: string,
  change: (entries: readonly Answers[]) => readonly Answers[],
): FormState {
  return { ...state, answers: { ...state.answers, [group]: change(entriesOf(state.answers, group)) } };
}

/** The screen in view may have gone by what was answered elsewhere: then the last one before it that is there. */
function settle(state: FormState): FormState {
  const screens = screensOf(state);
  if (screens.some(({ id }) => id === state.at)) return state;
  const last = [...state.done].reverse().find((id) => screens.some((screen) => screen.id === id));
  return { ...state, at: last ?? screens[0]?.id ?? '', errors: [] };
}

/** On to the next screen, unless something on this one must be mended first. */
function goOn(state: FormState, today: string): FormState {
  const { form, answers, at } = state;
  const screen = screenAt(state);
  if (form && screen) {
    // The review is the last look: what a change further back made wrong is found there.
    const asked = screen.kind === 'fill' ? screen.step : undefined;
    const errors = asked || screen.kind === 'review' ? checkAnswers(form, answers, today, asked).errors : [];
    if (errors.length > 0) return { ...state, errors };
  }
  const done = state.done.includes(at) ? state.done : [...state.done, at];
  return move({ ...state, done }, 1);
}

function move(state: FormState, by: 1 | -1): FormState {
  const screens = screensOf(state);
  const back = by === 1 ? screens.find(({ id }) => id === state.returnTo) : undefined;
  const next = back ?? screens[screens.findIndex(({ id }) => id === state.at) + by];
  return next ? { ...state, at: next.id, returnTo: undefined, errors: [] } : { ...state, errors: [] };
}
