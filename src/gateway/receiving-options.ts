import type { Clock } from '../shared/clock.js';
import type { AcceptContext } from './accept-submission.js';
import type { Payment } from './contract.js';
import type { KeyedHash } from './keyed-hash.js';
import type { ReceiptOptions } from './make-receipt.js';
import type { ReceivingTables } from './receiving-tables.js';

export interface ReceivingOptions extends Omit<AcceptContext, 'today'>, ReceiptOptions {
  /** Runs an act in one transaction. */
  readonly act: <Value>(work: (tables: ReceivingTables) => Value) => Value;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Under a key that stays with the system for ever: what opens a dossier is kept as such a hash. */
  readonly hash: KeyedHash;
  /** Where fees are paid to; without it only at the desk. */
  readonly payee: Omit<NonNullable<Payment['transfer']>, 'purpose'> | undefined;
  /** Names of the papers that a procedure wants, so that an officer can ask for one that never came. */
  readonly papersOf?: ((procedure: string) => readonly string[]) | undefined;
  /**
   * Page that takes a payment, for an order; asked once for each. Where that page tells anything or takes a word of the
   * payment by its address alone, it must be one that nobody can guess: orders are codes of dossiers.
   */
  readonly payPage?: ((order: string) => string) | undefined;
  /** Hears of every dossier with which something was done, once that is kept; whoever gives it serves the changes. */
  readonly onChange?: ((code: string) => void) | undefined;
  /** Called at each point where a process may die; for tests of just that. */
  readonly at?: ((point: string) => void) | undefined;
}
