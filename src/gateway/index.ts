export { CONTRACT_CASES, tryContract, type CaseReport } from './contract-suite.js';
export type { ContractCase, ContractTarget, Tried } from './contract-cases/ask.js';
export {
  CONTRACT,
  CONTRACT_HEADER,
  isRetryable,
  PAYMENT_STATES,
  PROBLEM_HEADER,
  RECEIVING_PROBLEMS,
  type GatewayAbout,
  type Payment,
  type PaymentState,
  type PointedError,
  type ProblemBody,
  type ReceivingProblemCode,
  type WorkDemand,
} from './contract.js';
export type { Network } from './fetch-text.js';
export { createFormGateway, type FormGateway, type Paid, type Sent } from './form-gateway.js';
export {
  createMemoryGateway,
  createMemorySystem,
  type MemoryGatewayOptions,
  type MemoryResult,
  type MemorySystem,
} from './memory-gateway.js';
export { LINE_PROBLEMS, type LineProblemCode, type Reply } from './request-json.js';
export { doWork } from './proof-of-work.js';
export {
  createTrackingClient,
  type Acted,
  type Fetched,
  type Knock,
  type Looked,
  type TrackingClient,
  type TrackingClientOptions,
} from './tracking-client.js';
export { nextLook, type LookFacts } from './update-plan.js';
export {
  APPLICANT_ACTS,
  FACTOR_KINDS,
  type ActDone,
  type ActRequest,
  type ApplicantAct,
  type ApplicantActKind,
  type CancelRequest,
  type Factor,
  type FactorKind,
  type ResultFile,
  type ResultRequest,
  type Tracked,
  type TrackedDetails,
  type TrackedOutline,
  type TrackedRow,
  type TrackingRequest,
  type WorkDone,
} from './tracking-contract.js';
