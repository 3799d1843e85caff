import type Database from 'better-sqlite3';
import type { Payment } from '../../../src/gateway/contract.js';
import type {
  AuditEntry,
  HistoryRow,
  KeptDossier,
  KeptSubmission,
  ReceivingTables,
} from '../../../src/gateway/receiving-tables.js';
import { createTrackingTables } from './tracking-tables.js';

interface SubmissionRow {
  readonly id: string;
  readonly state: 'received' | 'cancelled';
  readonly content: string;
  readonly receipt: string | null;
}

interface DossierRow {
  readonly code: string;
  readonly submission: string;
  readonly procedure: string;
  readonly state: KeptDossier['standing']['state'];
  readonly resumesIn: KeptDossier['standing']['state'] | null;
  readonly isFinal: 0 | 1;
}

type HistoryColumns = Pick<HistoryRow, 'act' | 'by' | 'actor' | 'at' | 'state'> & {
  readonly note: string | null;
  readonly unit: string | null;
  /** JSON of what few rows have. */
  readonly more: string | null;
};

/** The tables of a receiving system, over SQLite. Every value is bound, none is ever part of a statement. */
export function createTables(database: Database.Database, clock: () => Date): ReceivingTables {
  const readSubmission = database.prepare<[string], SubmissionRow>(
    'SELECT id, state, content, receipt FROM submissions WHERE id = ?',
  );
  const keepSubmission = database.prepare(
    'INSERT INTO submissions (id, state, content, receipt, kept_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const attach = database.prepare('INSERT OR IGNORE INTO attached (upload, submission) VALUES (?, ?)');
  const nextNumber = database.prepare<[string], { last: number }>(
    'INSERT INTO numbers (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last',
  );
  const readPayment = database.prepare<[string], { payment: string }>(
    'SELECT payment FROM payments WHERE submission = ?',
  );
  const keepPayment = database.prepare(
    'INSERT INTO payments (submission, payment, page) VALUES (?, ?, ?) ' +
      'ON CONFLICT (submission) DO UPDATE SET payment = excluded.payment, page = excluded.page',
  );
  const readDossier = database.prepare<[string], DossierRow>(
    'SELECT code, submission, procedure, state, resumes_in AS resumesIn, is_final AS isFinal FROM dossiers WHERE code = ?',
  );
  const keepDossier = database.prepare(
    'INSERT INTO dossiers (code, submission, procedure, state, resumes_in, is_final) VALUES (?, ?, ?, ?, ?, ?) ' +
      'ON CONFLICT (code) DO UPDATE SET ' +
      'state = excluded.state, resumes_in = excluded.resumes_in, is_final = excluded.is_final',
  );
  const readHistory = database.prepare<[string], HistoryColumns>(
    'SELECT act, by, actor, at, note, state, unit, more FROM history WHERE dossier = ? ORDER BY number',
  );
  const addHistory = database.prepare(
    'INSERT INTO history (dossier, act, by, actor, at, note, state, unit, more) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const attachTo = database.prepare(
    'INSERT OR IGNORE INTO attached (upload, submission) SELECT ?, submission FROM dossiers WHERE code = ?',
  );
  const writeAudit = database.prepare(
    'INSERT INTO audit (at, who, act, subject, status) VALUES (?, ?, ?, ?, ?)',
  );
  const now = () => clock().toISOString();

  return {
    submission(id): KeptSubmission | undefined {
      const row = readSubmission.get(id);
      return row && { ...row, receipt: row.receipt ? (JSON.parse(row.receipt) as never) : undefined };
    },
    keep({ id, state, content, receipt }) {
      keepSubmission.run(id, state, content, receipt ? JSON.stringify(receipt) : null, now());
      for (const file of receipt?.files ?? []) attach.run(file.id, id);
    },
    nextNumber: (day) => nextNumber.get(day)?.last ?? 1,
    payment(id) {
      const row = readPayment.get(id);
      return row && (JSON.parse(row.payment) as Payment);
    },
    keepPayment: (id, payment) => void keepPayment.run(id, JSON.stringify(payment), payment.redirect ?? null),
    dossier(code): KeptDossier | undefined {
      const row = readDossier.get(code);
      if (!row) return undefined;
      const { submission, procedure, state, resumesIn, isFinal } = row;
      const standing = { state, ...(resumesIn && { resumesIn }), ...(isFinal && { isFinal: true }) };
      return { code, submission, procedure, standing };
    },
    keepDossier: ({ code, submission, procedure, standing: { state, resumesIn, isFinal } }) =>
      void keepDossier.run(code, submission, procedure, state, resumesIn ?? null, isFinal ? 1 : 0),
    history: (code) =>
      readHistory.all(code).map(({ note, unit, more, ...row }): HistoryRow => ({
        ...row,
        ...(note !== null && { note }),
        ...(unit !== null && { unit }),
        ...(more !== null && (JSON.parse(more) as Partial<HistoryRow>)),
      })),
    addHistory(code, { act, by, actor, at, note, state, unit, ...rest }) {
      const more = Object.keys(rest).length > 0 ? JSON.stringify(rest) : null;
      addHistory.run(code, act, by, actor, at, note ?? null, state, unit ?? null, more);
      for (const { id } of rest.files ?? []) attachTo.run(id, code);
    },
    ...createTrackingTables(database),
    audit: ({ who, act, subject, status }: AuditEntry) =>
      void writeAudit.run(now(), who, act, subject, status),
  };
}
