import type { Ability } from '../levels/level-scheme.js';
import type { Answers } from './answers.js';
import { isApplicantForm } from './applicant-form-id.js';
import type { Sending } from './draft.js';
import { feeInSteps } from './fees.js';
import type { FormDefinition } from './form-definition.js';
import { stepsOf, type Destination, type FlowSituation } from './step-flow.js';

/** What is offered: what the announced level allows, and the papers that are asked for. */
export interface Offer {
  readonly abilities: readonly Ability[] | undefined;
  readonly papers: readonly unknown[];
  /** No source tells which papers are asked for. */
  readonly arePapersUnknown?: boolean;
}

/**
 * What decides the steps of an application as it stands.
 * @param kept what rules look at
 */
export function situationOf(
  { abilities: offered, papers, arePapersUnknown = false }: Offer,
  {
    destination,
    form,
    kept,
    sending,
  }: {
    readonly destination: Destination;
    readonly form: FormDefinition | undefined;
    readonly kept: Answers;
    readonly sending: Sending | undefined;
  },
): FlowSituation {
  const situation: FlowSituation = {
    // What was begun to be sent goes on, also where the level that allowed it cannot be had any more, and on a page of
    // the same site that leads elsewhere.
    abilities: sending ? [...(offered ?? []), 'download', 'submit'] : offered,
    destination: sending && destination === 'hand-off' ? 'gateway' : destination,
    hasForm: form !== undefined,
    isApplicantForm: isApplicantForm(form),
    hasPapers: papers.length > 0 || arePapersUnknown,
    due: undefined,
    without: form?.without,
  };
  // Nothing is due where a receipt tells no fee.
  if (sending?.receipt) return { ...situation, due: sending.receipt.fee?.total ?? 0 };
  return { ...situation, due: form && feeInSteps(form, kept, stepsOf(situation))?.total };
}
