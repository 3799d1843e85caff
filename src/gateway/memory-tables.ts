import type { Payment } from './contract.js';
import type {
  HistoryRow,
  KeptAct,
  KeptDossier,
  KeptResult,
  KeptSubmission,
  ReceivingTables,
  Spending,
} from './receiving-tables.js';

/** Tables that live in variables. An act is not undone where it throws: in memory, nothing is half written by a crash. */
export function createMemoryTables(): ReceivingTables {
  const submissions = new Map<string, KeptSubmission>();
  const payments = new Map<string, Payment>();
  const numbers = new Map<string, number>();
  const dossiers = new Map<string, KeptDossier>();
  const histories = new Map<string, readonly HistoryRow[]>();
  const factors = new Map<string, readonly string[]>();
  let spent = new Map<string, readonly Spending[]>();
  const acts = new Map<string, KeptAct>();
  const results = new Map<string, KeptResult>();
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
    factors: (code, kind) => factors.get(`${kind} ${code}`) ?? [],
    dropFactors: (code, kind) => void factors.delete(`${kind} ${code}`),
    keepFactor: (code, kind, hash) => {
      const key = `${kind} ${code}`;
      factors.set(key, [...(factors.get(key) ?? []), hash]);
    },
    spendings: (budget, since) => (spent.get(budget) ?? []).filter(({ at }) => at > since),
    spend: (budget, spending) => void spent.set(budget, [...(spent.get(budget) ?? []), spending]),
    dropSpendings: (before) => {
      const isKept = ([, spendings]: readonly [string, readonly Spending[]]) =>
        (spendings.at(-1)?.at ?? 0) > before;
      spent = new Map([...spent].filter(isKept));
    },
    applicantAct: (id) => acts.get(id),
    keepApplicantAct: (act) => void acts.set(act.id, act),
    result: (code) => results.get(code),
    keepResult: (code, result) => void results.set(code, result),
    dropResult: (code) => void results.delete(code),
    // Whoever reads here is the one person at this page.
    audit: () => undefined,
  };
}
