import { clockOf, hasEnded } from '../../../../src/dossiers/dossier-states.js';
import type { DeskDossier } from './desk-dossiers.js';

/** The list as an officer works through it. */
export interface OrderedDossiers {
  /** What is still to be done: late ones first, then by the date that was promised. */
  readonly open: readonly DeskDossier[];
  /** Over; the last that came first. */
  readonly ended: readonly DeskDossier[];
}

/** What is done counts no days any more: it waits for who fetches it, and keeps nobody else waiting. */
export const isOverdue = ({ isLate, standing }: DeskDossier): boolean =>
  isLate && clockOf(standing) !== 'ended';

const rankOf = (dossier: DeskDossier): number => {
  if (isOverdue(dossier)) return 0;
  if (clockOf(dossier.standing) === 'ended') return 3;
  return dossier.due ? 1 : 2;
};

const byWord = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export function orderDossiers(dossiers: readonly DeskDossier[]): OrderedDossiers {
  const sentAt = ({ receipt }: DeskDossier) => receipt.receivedAt;
  const open = dossiers
    .filter(({ standing }) => !hasEnded(standing))
    .sort(
      (one, other) =>
        rankOf(one) - rankOf(other) ||
        byWord(one.due?.on ?? '', other.due?.on ?? '') ||
        byWord(sentAt(one), sentAt(other)),
    );
  const ended = dossiers
    .filter(({ standing }) => hasEnded(standing))
    .sort((one, other) => byWord(sentAt(other), sentAt(one)));
  return { open, ended };
}
