import { createHmac, randomBytes } from 'node:crypto';
import { isSame } from '../../../../src/gateway/keyed-hash.js';
import type { DossierAct } from '../../../../src/dossiers/dossier-states.js';
import type { Officer } from './officers.js';

/** Somebody's browser: before the sign-in nobody's, so that the form for it has a token too. */
export interface Session {
  readonly officer: Officer | undefined;
  /** Stands in every form: a page of another site does not know it. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly ends: number;
  /** Address of the list as it was shown last, with its filter and pages: the way back leads there. */
  list?: string;
  /** What was done last: told once, on the page of its dossier. */
  done?: { readonly code: string; readonly act: DossierAct } | undefined;
}

/** A working day, in milliseconds. */
const LIFE = 8 * 3_600_000;
/** Browsers of officers that are remembered at a time. */
const MOST = 1000;

/**
 * Who is signed in, in memory: a restart signs everybody out. Of who is not, nothing is kept: their id is signed, and
 * their token follows from it, so that strangers who open the page a thousand times sign no officer out.
 * @param kept the sessions of officers, by their ids, oldest first
 */
export function createSessions(clock: () => Date, kept = new Map<string, Session>()) {
  const key = randomBytes(32);
  const secret = () => randomBytes(32).toString('base64url');
  const signed = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  const guestOf = (ends: number, chance: string) => {
    const own = `${String(ends)}.${chance}`;
    const session: Session = { officer: undefined, token: signed(`token ${own}`), ends };
    return { id: `${own}.${signed(`id ${own}`)}`, session };
  };

  function findGuest(id: string): Session | undefined {
    const [ends, chance = ''] = id.split('.');
    const guest = guestOf(Number(ends), chance);
    return isSame(guest.id, id) ? guest.session : undefined;
  }

  function find(id = ''): Session | undefined {
    const session = kept.get(id) ?? findGuest(id);
    return session && session.ends > clock().getTime() ? session : undefined;
  }

  /** All last as long: the oldest are over first. */
  function makeRoom(): void {
    for (const [id, { ends }] of kept) {
      if (ends > clock().getTime() && kept.size < MOST) return;
      kept.delete(id);
    }
  }

  return {
    find,
    /** A new id for a browser of nobody's, and what stands in its forms. */
    beginGuest: () => guestOf(clock().getTime() + LIFE, secret()),
    /** @returns the new id: it changes with the sign-in, so that none that was planted before is of use */
    begin(officer: Officer): { readonly id: string; readonly session: Session } {
      makeRoom();
      const id = secret();
      const session = { officer, token: secret(), ends: clock().getTime() + LIFE };
      kept.set(id, session);
      return { id, session };
    },
    end: (id: string | undefined) => void kept.delete(id ?? ''),
  };
}

export type Sessions = ReturnType<typeof createSessions>;
