export { APPLICANT_FORM } from './applicant-form.js';
export { entriesOf, isFilled, type Answer, type Answers } from './answers.js';
export {
  applies,
  checkAnswers,
  isRequired,
  keptAnswers,
  type AnswerProblem,
  type CheckedAnswers,
} from './check-answers.js';
export { readCitizenCard, type CitizenCard } from './citizen-card.js';
export { feeOf, type ComputedFee, type FeeLine } from './fees.js';
export type {
  Computed,
  Field,
  FieldGroup,
  FieldKind,
  FormDefinition,
  FormStep,
  Rule,
} from './form-definition.js';
export { formsInForce } from './forms-in-force.js';
export { parseFormIndex, type FormIndex } from './form-index.js';
export { checkDelivery, type DeliveryDraft } from './delivery-draft.js';
export {
  openForm,
  reduceForm,
  screenAt,
  screensOf,
  type FormAction,
  type FormState,
  type Screen,
} from './form-state.js';
export { parseForm, type ParsedForm } from './parse-form.js';
export {
  ANSWER_PROBLEMS,
  DEFINITION_PROBLEMS,
  type AnswerProblemCode,
  type DefinitionProblemCode,
} from './problems.js';
export { communesOf, loadPlaces, type Places } from './places.js';

export { provinceIn, provincesOn, type FoundProvince, type Province } from './province-list.js';
export { readAddress, type AddressReading, type ReadAddress } from './read-address.js';
export { compute, holds } from './rules.js';
export {
  DESTINATIONS,
  SPARED_STEPS,
  STEP_KINDS,
  stepsOf,
  type Destination,
  type FlowSituation,
  type StepKind,
} from './step-flow.js';
export * from './precisions.js';
export * from './typed-values.js';
export {
  canonicalJson,
  contentOf,
  countAnswers,
  receiptFaults,
  type Delivery,
  type Helper,
  type Receipt,
  type ReceiptFault,
  type SentFile,
  type Submission,
} from './submission.js';
export { shownAnswers, type ShownRow, type ShownStep, type ShownValue } from './shown-answers.js';
export { vietQr } from './viet-qr.js';
