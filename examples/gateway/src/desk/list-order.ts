import { clockOf, hasEnded } from '../../../../src/dossiers/dossier-states.js';
import type { DeskDossier } from './desk-dossiers.js';

/** What of a dossier tells its place in the list. */
export interface Placed extends Pick<DeskDossier, 'code' | 'standing' | 'due' | 'isLate'> {
  /** An instant, ISO 8601. */
  readonly sentAt: string;
}

/** The list as an officer works through it. */
export interface OrderedDossiers {
  /** What is still to be done: late ones first, then by the date that was promised. */
  readonly open: readonly Placed[];
  /** Over; the last that came first. */
  readonly ended: readonly Placed[];
}

/** What is done counts no days any more: it waits for who fetches it, and keeps nobody else waiting. */
export const isOverdue = ({ isLate, standing }: Pick<Placed, 'isLate' | 'standing'>): boolean =>
  isLate && clockOf(standing) !== 'ended';

const rankOf = (dossier: Placed): number => {
  if (isOverdue(dossier)) return 0;
  if (clockOf(dossier.standing) === 'ended') return 3;
  return dossier.due ? 1 : 2;
};

const byWord = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** One order for each list, down to the code: what stands on a page is nothing that chance decides. */
export function orderDossiers(dossiers: readonly Placed[]): OrderedDossiers {
  const open = dossiers
    .filter(({ standing }) => !hasEnded(standing))
    .sort(
      (one, other) =>
        rankOf(one) - rankOf(other) ||
        byWord(one.due?.on ?? '', other.due?.on ?? '') ||
        byWord(one.sentAt, other.sentAt) ||
        byWord(one.code, other.code),
    );
  const ended = dossiers
    .filter(({ standing }) => hasEnded(standing))
    .sort((one, other) => byWord(other.sentAt, one.sentAt) || byWord(other.code, one.code));
  return { open, ended };
}
