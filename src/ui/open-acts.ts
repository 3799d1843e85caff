import type { ApplicantAct } from '../gateway/tracking-contract.js';
import { A_DAY_MS, ACT_DAYS } from '../shared/keep-times.js';
import type { Device } from './draft-store.js';
import { openPlace } from './open-place.js';
import { openSealedList } from './sealed-list.js';

/** An act of which nobody knows yet what it came to. */
export interface OpenAct {
  /** Address of the receiving system, whole. */
  readonly gateway: string;
  /** The dossier’s. */
  readonly code: string;
  readonly act: ApplicantAct;
  /** Rows of the history that were known when it was sent first; what another device did since stands after them. */
  readonly seen?: number;
  /** The system said that it has it and is still at it. */
  readonly isUnderWay?: boolean;
}

/** Acts that were sent and not answered. Nothing throws: what cannot be kept is asked about only while the page lives. */
export interface OpenActs {
  /** All of a dossier. */
  find(dossier: Pick<OpenAct, 'gateway' | 'code'>): Promise<readonly OpenAct[]>;
  keep(open: OpenAct): Promise<void>;
  /** What it came to is known. */
  forget(id: string): Promise<void>;
}

const place = openPlace('acts');

/**
 * Opens what was sent from this computer and not answered, encrypted like drafts; undefined on a shared computer, where
 * nothing is kept, and where the browser keeps or encrypts nothing.
 */
export async function openActs(device: Device, now: () => number): Promise<OpenActs | undefined> {
  if (device !== 'own') return undefined;
  try {
    const list = await openSealedList<OpenAct>({
      key: 'own:acts',
      place,
      longestMs: ACT_DAYS * A_DAY_MS,
      now,
    });
    return {
      async find({ gateway, code }) {
        const known = await list.all().catch(() => []);
        return known.map(([, one]) => one).filter((one) => one.code === code && one.gateway === gateway);
      },
      async keep(open) {
        try {
          const [name, before] = (await list.all()).find(([, { act }]) => act.id === open.act.id) ?? [];
          // What the system once said of it is true for good, and so is what was known when it was sent first.
          await list.put({ ...open, ...before, ...(open.isUnderWay && { isUnderWay: true }) }, name);
        } catch {
          // Then a reload no longer knows of it, and the state of the dossier tells what became of it.
        }
      },
      async forget(id) {
        const known = await list.all().catch(() => []);
        for (const [name, { act }] of known) if (act.id === id) await list.drop(name).catch(() => undefined);
      },
    };
  } catch {
    return undefined;
  }
}
