import type { ActorKind, DossierAct, DossierState, Standing } from '../dossiers/dossier-states.js';
import type { Answers } from '../forms/answers.js';
import type { AskedPart } from '../forms/asked-schema.js';
import type { Delivery, Receipt, SentFile } from '../forms/submission.js';
import type { Payment } from './contract.js';
import type { ActDone, FactorKind, KeptPaper, ResultFile } from './tracking-contract.js';

/** A submission as it is kept: for as long as the dossier, so that its id is known for ever. */
export interface KeptSubmission {
  readonly id: string;
  /** `cancelled`: a stone on the grave, so that a late copy is not taken. */
  readonly state: 'received' | 'cancelled';
  /** Canonical JSON of what was sent. */
  readonly content: string;
  readonly receipt: Receipt | undefined;
}

/** What became of a submission: the dossier that officers work on. */
export interface KeptDossier {
  readonly code: string;
  readonly submission: string;
  readonly procedure: string;
  readonly standing: Standing;
}

/** One row of what was done with a dossier. */
export interface HistoryRow {
  /**
   * How a history begins: `send`, by the applicant, or `register`, by the officer who took papers in at the counter.
   * `deliver` and `rate` leave the dossier where it stands.
   */
  readonly act: DossierAct | 'send' | 'register' | 'deliver' | 'rate';
  readonly by: ActorKind;
  /** Name of the officer or the system; empty for the person. */
  readonly actor: string;
  /** Of an act that the applicant sent: the id under which it came. */
  readonly id?: string;
  /** An instant, ISO 8601. */
  readonly at: string;
  readonly note?: string;
  /** Where the dossier stood afterwards. */
  readonly state: DossierState;
  /** The unit that has had it since. */
  readonly unit?: string;
  /** What was asked for, as it was called then; with `register` and `take-supplement`, what was brought on paper. */
  readonly parts?: readonly AskedPart[];
  /** With `take-supplement`: what of it stays at the office. */
  readonly kept?: KeptPaper;
  /** What was answered to the fields that were asked for, by their names. */
  readonly answers?: Answers;
  /** Papers that came with it. */
  readonly files?: readonly SentFile[];
  /** How the result is to come from now on. */
  readonly delivery?: Delivery;
  readonly stars?: number;
}

/** The file of a result. */
export interface KeptResult extends ResultFile {
  /** Id that it is stored under. */
  readonly file: string;
}

/** An act of the applicant, so that it is done once. */
export interface KeptAct {
  readonly id: string;
  readonly dossier: string;
  /** Canonical JSON of what was asked for. */
  readonly content: string;
  /** Undefined where it was cancelled: a stone on the grave, so that a late copy is not done. */
  readonly answer: ActDone | undefined;
}

/** Something that counts towards a budget. */
export interface Spending {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly weight: number;
}

/** Who did or read something, and how it ended; never what was in it. */
export interface AuditEntry {
  /** An officer, or where on the network the request came from. */
  readonly who: string;
  readonly act: string;
  /** Id or code of what it was done to. */
  readonly subject: string;
  /** How it was answered, as an HTTP status. */
  readonly status: number;
}

/** What one act may read and write; all of it happens, or nothing. */
export interface ReceivingTables {
  submission(id: string): KeptSubmission | undefined;
  keep(submission: KeptSubmission): void;
  /** The next number of a day, from 1. */
  nextNumber(day: string): number;
  payment(id: string): Payment | undefined;
  keepPayment(id: string, payment: Payment): void;
  dossier(code: string): KeptDossier | undefined;
  keepDossier(dossier: KeptDossier): void;
  history(code: string): readonly HistoryRow[];
  addHistory(code: string, row: HistoryRow): void;
  /** Keyed hashes of what opens a dossier. */
  factors(code: string, kind: FactorKind): readonly string[];
  keepFactor(code: string, kind: FactorKind, hash: string): void;
  /** Of one kind; what they opened they open no more. */
  dropFactors(code: string, kind: FactorKind): void;
  /** What was spent of a budget since an instant, oldest first. */
  spendings(budget: string, since: number): readonly Spending[];
  spend(budget: string, spending: Spending): void;
  dropSpendings(before: number): void;
  applicantAct(id: string): KeptAct | undefined;
  keepApplicantAct(act: KeptAct): void;
  result(code: string): KeptResult | undefined;
  keepResult(code: string, result: KeptResult): void;
  dropResult(code: string): void;
  audit(entry: AuditEntry): void;
}
