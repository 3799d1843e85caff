import type { Factor, TrackedDetails, TrackedOutline } from '../gateway/tracking-contract.js';
import { A_DAY_MS, FOLLOWED_DAYS } from '../shared/keep-times.js';
import { openBegunSupplements } from './begun-supplements.js';
import type { Device } from './draft-store.js';
import { openPlace } from './open-place.js';
import { openSealedList } from './sealed-list.js';

/** A dossier that is followed on this computer, with what opens it and what was last known of it. */
export interface FollowedDossier {
  /** Address of the receiving system, whole. */
  readonly gateway: string;
  readonly code: string;
  readonly factor: Factor;
  /** As it was told last; it may be of another day. */
  readonly tracked: TrackedOutline | TrackedDetails;
  /** When that was, in milliseconds. */
  readonly at: number;
}

/** Whether it is kept now; `full`: as many are followed as are kept at most. */
export type Kept = 'kept' | 'full' | 'failed';

/** The dossiers that are followed here. Nothing throws: what cannot be kept is not kept, and said so. */
export interface FollowedDossiers {
  /** Newest first. */
  list(): Promise<FollowedDossier[]>;
  /**
   * A secret that is kept, and what it opened, is never replaced by what four digits open.
   * @param isNew also where it is not followed yet; else what was let go of meanwhile stays so
   */
  keep(dossier: FollowedDossier, isNew?: boolean): Promise<Kept>;
  /** With what was typed for it. */
  forget(dossier: Pick<FollowedDossier, 'code' | 'gateway'>): Promise<void>;
  forgetAll(): Promise<void>;
}

const place = openPlace('followed');

/** A person with more has a system of their own. */
export const MOST_FOLLOWED = 30;

const isSame = (one: Pick<FollowedDossier, 'code' | 'gateway'>, other: FollowedDossier): boolean =>
  one.code === other.code && one.gateway === other.gateway;

/**
 * Opens the list of followed dossiers, encrypted like drafts; undefined on a shared computer, where nothing is kept, and
 * where the browser keeps or encrypts nothing.
 */
export async function openFollowed(device: Device, now: () => number): Promise<FollowedDossiers | undefined> {
  if (device !== 'own') return undefined;
  try {
    const list = await openSealedList<FollowedDossier>({
      key: 'own:followed',
      place,
      longestMs: FOLLOWED_DAYS * A_DAY_MS,
      now,
    });
    return {
      async list() {
        const dossiers = (await list.all().catch(() => [])).map(([, dossier]) => dossier);
        dossiers.sort((one, other) => other.at - one.at);
        // Two tabs may have begun to follow one.
        return dossiers.filter((one, at, others) => others.findIndex((other) => isSame(one, other)) === at);
      },
      keep: (dossier, isNew = true) =>
        list
          .alone<Kept>(async () => {
            const known = await list.all();
            const [name, before] = known.find(([, one]) => isSame(dossier, one)) ?? [];
            if (name === undefined && !isNew) return 'failed';
            if (name === undefined && known.length >= MOST_FOLLOWED) return 'full';
            const opensLess = before?.factor.kind === 'secret' && dossier.factor.kind === 'last4';
            await list.put(opensLess ? before : dossier, name);
            return 'kept';
          })
          .catch(() => 'failed'),
      async forget(dossier) {
        await list
          .alone(async () => {
            for (const [name, one] of await list.all()) if (isSame(dossier, one)) await list.drop(name);
          })
          .catch(() => undefined);
        const begun = await openBegunSupplements(device, now);
        await begun?.forget(dossier);
      },
      forgetAll: () => list.clear(),
    };
  } catch {
    return undefined;
  }
}
