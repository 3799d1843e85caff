import { del, entries, set } from 'idb-keyval';
import { canonicalJson } from '../forms/submission.js';
import type { ApplicantAct } from '../gateway/tracking-contract.js';
import { newId } from '../shared/new-id.js';
import type { Device } from './draft-store.js';
import { openPlace } from './open-place.js';
import { openSealed, ownKey, sealFor, type Sealed } from './seal.js';

/** An act of which nobody knows yet what it came to. */
export interface OpenAct {
  /** Address of the receiving system. */
  readonly gateway: string;
  /** The dossier’s. */
  readonly code: string;
  readonly act: ApplicantAct;
}

/** Acts that were sent and not answered. Nothing throws: what cannot be kept is asked about only while the page lives. */
export interface OpenActs {
  find(dossier: Omit<OpenAct, 'act'>): Promise<ApplicantAct | undefined>;
  keep(open: OpenAct): Promise<void>;
  /** What it came to is known. */
  forget(id: string): Promise<void>;
}

interface Kept extends Sealed {
  /** 1; a newer library may write another, which is not ours to touch. */
  readonly schema: number;
  readonly savedAt: number;
}

const place = openPlace('acts');
/** Milliseconds after which nobody wants any more what was not done: a day. */
const LONGEST_KEPT_MS = 24 * 3_600_000;

/**
 * Opens what was sent from this computer and not answered, encrypted like drafts; undefined on a shared computer, where
 * nothing is kept, and where the browser keeps or encrypts nothing.
 */
export async function openActs(device: Device, now: () => number): Promise<OpenActs | undefined> {
  if (device !== 'own') return undefined;
  try {
    const { key, keep: keepKey } = await ownKey('own:acts');

    /** Everything that can be read, by the name under which it lies; what is over is dropped. */
    async function all(): Promise<(readonly [name: string, open: OpenAct])[]> {
      const found: (readonly [string, OpenAct])[] = [];
      for (const [name, kept] of await entries<string, Kept>(place())) {
        if (kept.schema > 1) continue;
        const opened = await openSealed(name, key, kept).catch(() => undefined);
        if (!opened || Math.abs(now() - kept.savedAt) > LONGEST_KEPT_MS) await del(name, place());
        else found.push([name, JSON.parse(new TextDecoder().decode(opened)) as OpenAct]);
      }
      return found;
    }
    await all();

    return {
      async find({ gateway, code }) {
        const known = await all().catch(() => []);
        return known.find(([, one]) => one.code === code && one.gateway === gateway)?.[1].act;
      },
      async keep(open) {
        try {
          const known = await all();
          const name = known.find(([, { act }]) => act.id === open.act.id)?.[0] ?? newId();
          const bytes = new TextEncoder().encode(canonicalJson(open));
          const kept: Kept = { schema: 1, ...(await sealFor(name, key, bytes)), savedAt: now() };
          await set(name, kept, place('strict'));
          // It may have been deleted from under the page.
          await keepKey();
        } catch {
          // Then a reload no longer knows of it, and the state of the dossier tells what became of it.
        }
      },
      async forget(id) {
        const known = await all().catch(() => []);
        for (const [name, { act }] of known)
          if (act.id === id) await del(name, place()).catch(() => undefined);
      },
    };
  } catch {
    return undefined;
  }
}
