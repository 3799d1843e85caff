import { isWithin, type IsoDate } from '../shared/clock.js';
import type { Procedure } from './procedure.js';

/** Whether a procedure can be used on a day. */
export type Standing =
  | { readonly kind: 'in-force' }
  /** Another procedure took its place. */
  | { readonly kind: 'replaced'; readonly by: string }
  /** `day` was the last one. */
  | { readonly kind: 'ended'; readonly day: IsoDate }
  /** Usable still; `day` is the last one. */
  | { readonly kind: 'ending'; readonly day: IsoDate }
  /** Not usable yet; `day` is the first one. */
  | { readonly kind: 'coming'; readonly day: IsoDate };

export function standingOn(
  { validFrom, validTo, replacedBy }: Pick<Procedure, 'validFrom' | 'validTo' | 'replacedBy'>,
  today: IsoDate,
): Standing {
  const isOver = validTo !== undefined && validTo < today;
  // Without a last day, naming a successor says that it has taken over.
  if (replacedBy !== undefined && (isOver || validTo === undefined))
    return { kind: 'replaced', by: replacedBy };
  if (isOver) return { kind: 'ended', day: validTo };
  if (validFrom !== undefined && validFrom > today) return { kind: 'coming', day: validFrom };
  if (validTo !== undefined) return { kind: 'ending', day: validTo };
  return { kind: 'in-force' };
}

/** Tiers of government that settle a procedure on a day: a tier may have been abolished since. */
export const tiersOn = ({ tiers }: Pick<Procedure, 'tiers'>, day: IsoDate): Procedure['tiers'] =>
  tiers.filter((held) => isWithin(day, held));

/** The day on which law 72/2025/QH15 ended the district tier. */
export const DISTRICTS_ENDED: IsoDate = '2025-07-01';
/** Kinds of district in the names of agencies. */
const DISTRICT = /huyện|quận|thị xã/iu;

/** Whether the data send people to the district on a day when there is none: by the agency's name, or by every tier. */
export function isAtPastDistrict(
  {
    receivingAgency = '',
    competentAgency = '',
    tiers,
  }: Pick<Procedure, 'receivingAgency' | 'competentAgency' | 'tiers'>,
  day: IsoDate,
): boolean {
  if (day < DISTRICTS_ENDED) return false;
  return (
    DISTRICT.test(`${receivingAgency} ${competentAgency}`.normalize('NFC')) ||
    (tiers.some(({ tier }) => tier === 'district') && tiers.every(({ validTo = day }) => validTo < day))
  );
}

/** Whether somebody may still go and file. */
export const isUsable = (standing: Standing): boolean =>
  standing.kind === 'in-force' || standing.kind === 'ending';
