import { clear, del, entries, set } from 'idb-keyval';
import { canonicalJson } from '../forms/submission.js';
import type { Factor, TrackedDetails, TrackedOutline } from '../gateway/tracking-contract.js';
import type { Device } from './draft-store.js';
import { openPlace } from './open-place.js';
import { keys, openSealed, ownKey, sealFor, type Sealed } from './seal.js';
import { newId } from '../shared/new-id.js';

/** A dossier that is followed on this computer, with what opens it and what was last known of it. */
export interface FollowedDossier {
  /** Address of the receiving system. */
  readonly gateway: string;
  readonly code: string;
  readonly factor: Factor;
  /** As it was told last; it may be of another day. */
  readonly tracked: TrackedOutline | TrackedDetails;
  /** When that was, in milliseconds. */
  readonly at: number;
}

/** The dossiers that are followed here. Nothing throws: what cannot be kept is not kept, and said so. */
export interface FollowedDossiers {
  /** Newest first. */
  list(): Promise<FollowedDossier[]>;
  /** Whether it is kept now. */
  keep(dossier: FollowedDossier): Promise<boolean>;
  forget(dossier: Pick<FollowedDossier, 'code' | 'gateway'>): Promise<void>;
  forgetAll(): Promise<void>;
}

interface Kept extends Sealed {
  /** 1; a newer library may write another, which is not ours to touch. */
  readonly schema: number;
  readonly savedAt: number;
}

const KEY = 'own:followed';
const place = openPlace('followed');

/** How long one is kept that nobody looks at, in milliseconds: longer than most procedures take. */
const LONGEST_KEPT_MS = 90 * 24 * 3_600_000;
/** A person with more has a system of their own. */
const MOST = 30;

/**
 * Opens the list of followed dossiers, encrypted like drafts; undefined on a shared computer, where nothing is kept, and
 * where the browser keeps or encrypts nothing.
 */
export async function openFollowed(device: Device, now: () => number): Promise<FollowedDossiers | undefined> {
  if (device !== 'own') return undefined;
  try {
    const { key, keep: keepKey } = await ownKey(KEY);

    /** Everything that can be read, by the name under which it lies, which says nothing; what is over is dropped. */
    async function all(): Promise<(readonly [id: string, dossier: FollowedDossier])[]> {
      const found: (readonly [string, FollowedDossier])[] = [];
      for (const [id, kept] of await entries<string, Kept>(place())) {
        if (kept.schema > 1) continue;
        const opened = await openSealed(id, key, kept).catch(() => undefined);
        // A clock that was set back makes nothing live for ever.
        const isOver = Math.abs(now() - kept.savedAt) > LONGEST_KEPT_MS;
        if (!opened || isOver) await del(id, place());
        else found.push([id, JSON.parse(new TextDecoder().decode(opened)) as FollowedDossier]);
      }
      return found.sort(([, one], [, other]) => other.at - one.at);
    }
    await all();
    const isSame = (one: Pick<FollowedDossier, 'code' | 'gateway'>, other: FollowedDossier) =>
      one.code === other.code && one.gateway === other.gateway;

    return {
      async list() {
        const dossiers = await all().catch(() => []);
        // Two tabs may have begun to follow one.
        return dossiers
          .map(([, dossier]) => dossier)
          .filter((one, at, others) => others.findIndex((other) => isSame(one, other)) === at);
      },
      async keep(dossier) {
        try {
          const known = await all();
          const id = known.find(([, one]) => isSame(dossier, one))?.[0];
          if (id === undefined && known.length >= MOST) return false;
          const name = id ?? newId();
          const bytes = new TextEncoder().encode(canonicalJson(dossier));
          const kept: Kept = { schema: 1, ...(await sealFor(name, key, bytes)), savedAt: now() };
          await set(name, kept, place('strict'));
          // It may have been deleted from under the page.
          await keepKey();
          return true;
        } catch {
          return false;
        }
      },
      async forget(dossier) {
        const known = await all().catch(() => []);
        for (const [id, one] of known)
          if (isSame(dossier, one)) await del(id, place()).catch(() => undefined);
      },
      async forgetAll() {
        // The key first: what a break in the middle leaves behind is then unreadable.
        await del(KEY, keys()).catch(() => undefined);
        await clear(place()).catch(() => undefined);
      },
    };
  } catch {
    return undefined;
  }
}
