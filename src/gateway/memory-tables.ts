import type { Payment } from './contract.js';
import type { HistoryRow, KeptDossier, KeptSubmission, ReceivingTables } from './receiving-tables.js';

/** Tables that live in variables. An act is not undone where it throws: in memory, nothing is half written by a crash. */
export function createMemoryTables(): ReceivingTables {
  const submissions = new Map<string, KeptSubmission>();
  const payments = new Map<string, Payment>();
  const numbers = new Map<string, number>();
  const dossiers = new Map<string, KeptDossier>();
  const histories = new Map<string, readonly HistoryRow[]>();
  const history = (code: string) => histories.get(code) ?? [];
  return {
    submission: (id) => submissions.get(id),
    keep: (submission) => void submissions.set(submission.id, submission),
    nextNumber: (day) => {
      const next = (numbers.get(day) ?? 0) + 1;
      numbers.set(day, next);
      return next;
    },
    payment: (id) => payments.get(id),
    keepPayment: (id, payment) => void payments.set(id, payment),
    dossier: (code) => dossiers.get(code),
    keepDossier: (dossier) => void dossiers.set(dossier.code, dossier),
    history,
    addHistory: (code, row) => void histories.set(code, [...history(code), row]),
    // Whoever reads here is the one person at this page.
    audit: () => undefined,
  };
}
