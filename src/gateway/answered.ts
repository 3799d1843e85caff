import { problemBody, type ProblemBody, type ReceivingProblemCode } from './contract.js';

/** What a receiving system answers, whatever carries it. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  /** The same was received before. */
  readonly replayed?: boolean;
  /** Seconds after which it is worth another try. */
  readonly retryAfter?: number;
  /** Its length tells nothing of what is in it. */
  readonly padded?: boolean;
}

export const refuse = (problem: ProblemBody): Answered => ({ status: problem.status, body: problem });
export const refuseFor = (code: ReceivingProblemCode): Answered => refuse(problemBody(code));
