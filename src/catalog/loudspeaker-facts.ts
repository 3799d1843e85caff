import { allFees, effectiveFilings, isSame } from './filing.js';
import type { Fee, Procedure, TimeLimit } from './procedure.js';

/** What is said of the money. */
export type SpokenFee =
  | { readonly kind: 'unknown' | 'free' | 'by-province' }
  | {
      readonly kind: 'known';
      /** Amounts in đồng. */
      readonly least: number;
      readonly most: number;
      readonly someFree: boolean;
      readonly someUnknown: boolean;
      /** No source vouches for it, or its words quote a rate whose time is over. */
      readonly isUnsure: boolean;
    };

export type SpokenTime =
  | { readonly kind: 'unknown' | 'same-day' | 'varies' }
  | { readonly kind: 'known'; readonly least: TimeLimit; readonly most: TimeLimit };

export function spokenFeeOf(procedure: Procedure): SpokenFee {
  const fees = allFees({ filings: effectiveFilings(procedure), procedure });
  const has = (kind: Fee['kind']): boolean => fees.some((fee) => fee.kind === kind);
  const amounts = fees
    .filter((fee) => fee.kind === 'known' && fee.currency === 'VND')
    .map((fee) => fee.amount ?? 0);
  const isForeign = fees.some((fee) => fee.kind === 'known' && fee.currency !== 'VND');
  if (amounts.length > 0)
    return {
      kind: 'known',
      least: Math.min(...amounts),
      most: Math.max(...amounts),
      someFree: has('free'),
      someUnknown: isForeign || has('unknown') || has('by-province'),
      isUnsure: procedure.unverified.includes('fees') || fees.some((fee) => fee.quotesExpiredRate),
    };
  if (isForeign) return { kind: 'unknown' };
  if (has('by-province')) return { kind: 'by-province' };
  // Free for some, and nobody knows for whom else: that is not free.
  return { kind: has('free') && !has('unknown') ? 'free' : 'unknown' };
}

export function spokenTimeOf(procedure: Procedure): SpokenTime {
  const filings = effectiveFilings(procedure);
  const all = filings.length > 0 ? filings.map(({ timeLimit }) => timeLimit) : [procedure.timeLimit];
  const told = all.filter((limit) => limit?.unit === 'same-day' || (limit?.unit && limit.value));
  const [first] = told;
  if (!first) return { kind: 'unknown' };
  const measure = ({ unit, value }: TimeLimit) => ({ unit, value });
  if (told.length === all.length && told.every((limit) => limit && isSame(measure(limit), measure(first))))
    return first.unit === 'same-day' ? { kind: 'same-day' } : { kind: 'known', least: first, most: first };
  const limits = told.filter((limit) => limit !== undefined);
  const isOneUnit = told.length === all.length && limits.every(({ unit }) => unit === first.unit);
  if (!isOneUnit) return { kind: 'varies' };
  const sorted = [...limits].sort((one, other) => (one.value ?? 0) - (other.value ?? 0));
  return { kind: 'known', least: sorted[0] ?? first, most: sorted.at(-1) ?? first };
}
