import { randomBytes } from 'node:crypto';
import type { Officer } from './officers.js';

/** Somebody's browser: before the sign-in nobody's, so that the form for it has a token too. */
export interface Session {
  readonly officer: Officer | undefined;
  /** Stands in every form: a page of another site does not know it. */
  readonly token: string;
  readonly ends: number;
}

/** A working day, in milliseconds. */
const LIFE = 8 * 3_600_000;
/** Browsers that are remembered at a time. */
const MOST = 1000;

/** Who is signed in, in memory: a restart signs everybody out. */
export function createSessions(clock: () => Date) {
  const sessions = new Map<string, Session>();
  const secret = () => randomBytes(32).toString('base64url');
  return {
    find(id: string | undefined): Session | undefined {
      const session = sessions.get(id ?? '');
      return session && session.ends > clock().getTime() ? session : undefined;
    },
    /** @returns the new id: it changes with the sign-in, so that none that was planted before is of use */
    begin(officer?: Officer): { readonly id: string; readonly session: Session } {
      const [oldest] = sessions.keys();
      if (sessions.size >= MOST && oldest !== undefined) sessions.delete(oldest);
      const [id, token] = [secret(), secret()];
      const session = { officer, token, ends: clock().getTime() + LIFE };
      sessions.set(id, session);
      return { id, session };
    },
    end: (id: string | undefined) => void sessions.delete(id ?? ''),
  };
}

export type Sessions = ReturnType<typeof createSessions>;
