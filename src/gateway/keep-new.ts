import { NEWLY_SENT } from '../dossiers/dossier-states.js';
import type { Receipt } from '../forms/submission.js';
import { dayInVietnam } from '../shared/clock.js';
import { makeReceipt, type ReceiptParts } from './make-receipt.js';
import type { ReceivingOptions } from './receiving-options.js';
import type { HistoryRow, ReceivingTables } from './receiving-tables.js';
import type { FactorKind } from './tracking-contract.js';

export interface NewDossier {
  readonly parts: Omit<ReceiptParts, 'number'>;
  /** Canonical JSON of what was sent or brought. */
  readonly content: string;
  /** Hashes of what opens it later on. */
  readonly factors: readonly (readonly [FactorKind, string])[];
  /** How its history begins, and by whom. */
  readonly first: Pick<HistoryRow, 'act' | 'by' | 'actor' | 'unit' | 'parts'>;
}

/** Makes a dossier of what came, inside of the caller's act; the receipt is read back from where it is stored. */
export function keepNew(
  tables: ReceivingTables,
  { parts, content, factors, first }: NewDossier,
  options: Pick<ReceivingOptions, 'calendar' | 'office' | 'limitOf' | 'sample' | 'at'>,
): Receipt {
  const { at = () => undefined } = options;
  const { id, now } = parts;
  const number = tables.nextNumber(dayInVietnam(now));
  at('numbered');
  const receipt = makeReceipt({ ...parts, number }, options);
  tables.keep({ id, state: 'received', content, receipt });
  at('kept');
  const { dossier: code, procedure, receivedAt } = receipt;
  tables.keepDossier({ code, submission: id, procedure, standing: NEWLY_SENT });
  tables.addHistory(code, { ...first, at: receivedAt, state: NEWLY_SENT.state });
  for (const [kind, factor] of factors) tables.keepFactor(code, kind, factor);
  at('registered');
  // The receipt proves what is there, not what was meant to be.
  const stored = tables.submission(id);
  if (stored?.content !== content || !stored.receipt) throw new Error('what was stored is not what was sent');
  return stored.receipt;
}
