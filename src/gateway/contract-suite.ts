import type { ContractCase, ContractTarget, Tried } from './contract-cases/ask.js';
import { PAYMENT_CASES } from './contract-cases/payments.js';
import { REQUEST_CASES } from './contract-cases/requests.js';
import { SUBMISSION_CASES } from './contract-cases/submissions.js';
import { SUPPLEMENT_CASES } from './contract-cases/supplements.js';
import { TRACKING_CASES } from './contract-cases/tracking.js';
import { UPLOAD_CASES } from './contract-cases/uploads.js';

/** What every receiving system does, whoever built it. */
export const CONTRACT_CASES: readonly ContractCase[] = [
  ...REQUEST_CASES,
  ...SUBMISSION_CASES,
  ...PAYMENT_CASES,
  ...UPLOAD_CASES,
  ...TRACKING_CASES,
  ...SUPPLEMENT_CASES,
];

/** What came of one case. */
export interface CaseReport {
  readonly name: string;
  readonly outcome: Tried | 'broken';
  /** What the system does otherwise. */
  readonly reason?: string;
}

/**
 * Tries a receiving system, one case after the other.
 * @param tell hears of each case as it ends
 */
export async function tryContract(
  target: ContractTarget,
  tell: (report: CaseReport) => void = () => undefined,
): Promise<readonly CaseReport[]> {
  const reports: CaseReport[] = [];
  for (const { name, run } of CONTRACT_CASES) {
    const report = await run(target).then(
      (outcome): CaseReport => ({ name, outcome }),
      (error: unknown): CaseReport => ({ name, outcome: 'broken', reason: reasonOf(error) }),
    );
    tell(report);
    reports.push(report);
  }
  return reports;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
