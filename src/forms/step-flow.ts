import type { Ability } from '../levels/level-scheme.js';

/**
 * What a person does, one after the other. `print` and `go` end on paper at the desk, `hand-off` at the national
 * portal, `send` at the host's own system.
 */
export const STEP_KINDS = [
  'prepare',
  'fill',
  'attach',
  'delivery',
  'review',
  'print',
  'hand-off',
  'send',
  'pay',
  'receipt',
  'go',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * Steps that a procedure may do without, by its data. Nobody does without being told what is ahead, without looking at
 * everything before it goes, or without a receipt for what was sent.
 */
export const SPARED_STEPS = ['attach', 'delivery', 'pay', 'go'] as const satisfies readonly StepKind[];

/**
 * Where an application goes. `hand-off`: everything is prepared here and filed at the national portal, the official
 * place since July 2025. `gateway`: sent to the host's own system. `practice`: goes nowhere.
 */
export const DESTINATIONS = ['hand-off', 'gateway', 'practice'] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** What decides which steps there are. */
export interface FlowSituation {
  /** What the announced level allows; undefined where none was announced, and then only information is sure. */
  readonly abilities: readonly Ability[] | undefined;
  readonly destination: Destination;
  /** Whether a form definition is there to fill in. */
  readonly hasForm: boolean;
  /**
   * Whether that form is the built-in sheet of who applies, which is there so that nothing is sent without a name: where
   * nothing is sent, nobody needs it.
   */
  readonly isApplicantForm?: boolean;
  /** Whether papers are asked for, or may be: where no source tells which. */
  readonly hasPapers: boolean;
  /** Amount due by the answers so far, in đồng; undefined while it is not known. */
  readonly due: number | undefined;
  /** Steps that the procedure does without, by its data. */
  readonly without?: readonly (typeof SPARED_STEPS)[number][] | undefined;
}

/**
 * The steps of an application, in order. A function of its situation alone, so that going back and changing an answer
 * can only change what comes, never lose what was given.
 */
export function stepsOf(situation: FlowSituation): StepKind[] {
  const {
    abilities = ['read'],
    destination,
    hasForm,
    isApplicantForm,
    hasPapers,
    due,
    without = [],
  } = situation;
  const can = (ability: Ability) => abilities.includes(ability);
  const files = can('submit');
  const sends = files && destination !== 'hand-off';
  const fills = hasForm && (sends || (!isApplicantForm && can('download')));
  // Where nothing is filed from here, the desk is where it ends.
  const isSpared = (kind: StepKind) => without.some((one) => one === kind) && (kind !== 'go' || files);
  const isDone: Readonly<Record<StepKind, boolean>> = {
    prepare: true,
    fill: fills,
    attach: files && hasPapers,
    // At the national portal these are asked there; asking twice would be asking in vain.
    delivery: sends && can('receive'),
    review: fills || files,
    print: fills && !files,
    'hand-off': files && !sends,
    send: sends,
    // What is not known cannot be paid, and nothing is due where nothing is asked.
    pay: sends && can('pay') && due !== undefined && due > 0,
    receipt: sends,
    go: !files || (sends && !can('receive')),
  };
  return STEP_KINDS.filter((kind) => isDone[kind] && !isSpared(kind));
}

/** Whether steps end with somebody who receives it online; some fees are lower then. */
export const filesOnline = (steps: readonly StepKind[]): boolean =>
  steps.includes('send') || steps.includes('hand-off');
