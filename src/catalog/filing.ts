import type { Fee, Filing, Procedure } from './procedure.js';

/** The ways to file; a time or fee of the whole procedure holds where a way has none of its own. */
export function effectiveFilings({
  filing,
  timeLimit,
  fees,
}: Pick<Procedure, 'filing' | 'timeLimit' | 'fees'>): readonly Filing[] {
  return filing.map((way) => ({ ...way, timeLimit: way.timeLimit ?? timeLimit, fees: way.fees ?? fees }));
}

/** Whether it matters for time, or for money, how one files. */
export function filingsDiffer(filings: readonly Filing[], member: 'timeLimit' | 'fees'): boolean {
  return filings.some((filing) => !isSame(filing[member], filings[0]?.[member]));
}

/** Whether two values of a record say the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Fees of all ways to file, each once. */
export function allFees({
  filings,
  procedure,
}: {
  readonly filings: readonly Filing[];
  readonly procedure: Pick<Procedure, 'fees'>;
}): readonly Fee[] {
  const fees = filings.length > 0 ? filings.flatMap((filing) => filing.fees ?? []) : (procedure.fees ?? []);
  return fees.filter((fee, index) => fees.findIndex((other) => isSame(fee, other)) === index);
}
