import type { Answers } from '../forms/answers.js';
import type { AskedField } from '../forms/asked-schema.js';
import { A_DAY_MS, SUPPLEMENT_DAYS } from '../shared/keep-times.js';
import type { Device } from './draft-store.js';
import { openPlace } from './open-place.js';
import { openSealedList } from './sealed-list.js';

/** What was typed of an answer to the office, and not received by it yet. Papers are no part of it. */
export interface BegunSupplement {
  /** Address of the receiving system, whole. */
  readonly gateway: string;
  /** The dossier’s. */
  readonly code: string;
  /** When that was asked for which this answers; what was typed is for no other request. */
  readonly askedAt: string;
  readonly note: string;
  /** By the names of the fields, as typed. */
  readonly answers: Answers;
  /** What they were asked as: of a request that is over nothing else tells. */
  readonly fields?: readonly AskedField[];
}
type Dossier = Pick<BegunSupplement, 'gateway' | 'code'>;

/** Nothing throws: what cannot be kept lives as long as the page, and that is said. */
export interface BegunSupplements {
  /**
   * What was typed of the dossier; where that was for another request it is given for the last time, and dropped.
   * @param request where nothing is asked for now all of it stays, until it is forgotten
   */
  find(request: Dossier & { readonly askedAt: string | undefined }): Promise<BegunSupplement | undefined>;
  /**
   * Keeps what is made of what was kept of the dossier, or nothing of it. No other tab writes between the two.
   * @param make is told what `find` gives
   * @returns whether it is kept now as that says
   */
  change(
    request: Dossier & { readonly askedAt: string },
    make: (kept: BegunSupplement | undefined) => BegunSupplement | undefined,
  ): Promise<boolean>;
  forget(dossier: Dossier): Promise<void>;
}

const place = openPlace('supplements');

/**
 * Opens what was begun on this computer, encrypted like drafts; undefined on a shared computer, where nothing is kept,
 * and where the browser keeps or encrypts nothing.
 */
export async function openBegunSupplements(
  device: Device,
  now: () => number,
): Promise<BegunSupplements | undefined> {
  if (device !== 'own') return undefined;
  try {
    const list = await openSealedList<BegunSupplement>({
      key: 'own:supplements',
      place,
      longestMs: SUPPLEMENT_DAYS * A_DAY_MS,
      now,
    });
    const ofDossier = async ({ gateway, code }: Dossier) =>
      (await list.all()).filter(([, one]) => one.code === code && one.gateway === gateway);
    const find: BegunSupplements['find'] = async (request) => {
      let found: BegunSupplement | undefined;
      for (const [name, one] of await ofDossier(request)) {
        if (!found || one.askedAt === request.askedAt) found = one;
        if (request.askedAt !== undefined && one.askedAt !== request.askedAt) await list.drop(name);
      }
      return found;
    };
    const forget = async (dossier: Dossier) => {
      for (const [name] of await ofDossier(dossier)) await list.drop(name);
    };
    return {
      find: (request) => find(request).catch(() => undefined),
      change: (request, make) =>
        list
          .alone(async () => {
            const made = make(await find(request));
            const [known] = await ofDossier(request);
            await (made ? list.put(made, known?.[0]) : forget(request));
            return true;
          })
          .catch(() => false),
      forget: (dossier) => list.alone(() => forget(dossier)).catch(() => undefined),
    };
  } catch {
    return undefined;
  }
}
