import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Payment } from '../../../src/gateway/contract.js';
import type { StoredFile } from '../../../src/gateway/accept-submission.js';
import type { KeptSubmission, ReceivingTables } from '../../../src/gateway/receiving-system.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS submissions (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('received', 'cancelled')),
    content TEXT NOT NULL,
    receipt TEXT,
    dossier TEXT UNIQUE,
    kept_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS numbers (day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    stored_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS payments (id TEXT PRIMARY KEY, payment TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    status INTEGER NOT NULL
  ) STRICT;
`;

interface SubmissionRow {
  readonly id: string;
  readonly state: 'received' | 'cancelled';
  readonly content: string;
  readonly receipt: string | null;
}

/** A dossier as an officer's list has it. */
export interface DossierRow {
  readonly dossier: string;
  readonly keptAt: string;
  readonly content: string;
}

/** Everything that is kept, in one SQLite file below a folder; every act is one transaction. */
export function openDatabase(folder: string, clock: () => Date) {
  mkdirSync(folder, { recursive: true });
  const database = new Database(join(folder, 'gateway.sqlite'));
  // A receipt must outlive a power cut: each commit reaches the disk before it is answered.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 5000');
  database.exec(SCHEMA);

  const readSubmission = database.prepare<[string], SubmissionRow>(
    'SELECT id, state, content, receipt FROM submissions WHERE id = ?',
  );
  const keepSubmission = database.prepare(
    'INSERT INTO submissions (id, state, content, receipt, dossier, kept_at) VALUES (?, ?, ?, ?, ?, ?) ' +
      'ON CONFLICT (id) DO NOTHING',
  );
  const nextNumber = database.prepare<[string], { last: number }>(
    'INSERT INTO numbers (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last',
  );
  const readPayment = database.prepare<[string], { payment: string }>(
    'SELECT payment FROM payments WHERE id = ?',
  );
  const keepPayment = database.prepare(
    'INSERT INTO payments (id, payment) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET payment = excluded.payment',
  );
  const readUpload = database.prepare<[string], StoredFile & { kind: string }>(
    'SELECT size, sha256, kind FROM uploads WHERE id = ?',
  );
  const keepUpload = database.prepare(
    'INSERT INTO uploads (id, size, sha256, kind, stored_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const writeAudit = database.prepare('INSERT INTO audit (at, act, subject, status) VALUES (?, ?, ?, ?)');
  const listDossiers = database.prepare<[], DossierRow>(
    "SELECT dossier, kept_at AS keptAt, content FROM submissions WHERE state = 'received' ORDER BY kept_at",
  );
  const orphans = database.prepare<[string], { id: string }>(
    'SELECT id FROM uploads WHERE stored_at < ? AND NOT EXISTS ' +
      "(SELECT 1 FROM submissions WHERE instr(submissions.content, '\"' || uploads.id || '\"') > 0)",
  );
  const idOf = database.prepare<[string], { id: string }>('SELECT id FROM submissions WHERE dossier = ?');
  const dropUpload = database.prepare('DELETE FROM uploads WHERE id = ?');

  const tables: ReceivingTables = {
    submission(id): KeptSubmission | undefined {
      const row = readSubmission.get(id);
      return row && { ...row, receipt: row.receipt ? (JSON.parse(row.receipt) as never) : undefined };
    },
    keep: ({ id, state, content, receipt }) =>
      void keepSubmission.run(
        id,
        state,
        content,
        receipt ? JSON.stringify(receipt) : null,
        receipt?.dossier ?? null,
        clock().toISOString(),
      ),
    nextNumber: (day) => nextNumber.get(day)?.last ?? 1,
    payment(id) {
      const row = readPayment.get(id);
      return row && (JSON.parse(row.payment) as Payment);
    },
    keepPayment: (id, payment) => void keepPayment.run(id, JSON.stringify(payment)),
  };

  return {
    /** All of an act happens, or nothing; writers wait for each other from the first statement on. */
    act: <Value>(work: (tables: ReceivingTables) => Value): Value =>
      database.transaction(() => work(tables)).immediate(),
    fileOf: (id: string): (StoredFile & { readonly kind: string }) | undefined => readUpload.get(id),
    keepFile: (id: string, { size, sha256 }: StoredFile, kind: string) =>
      void keepUpload.run(id, size, sha256, kind, clock().toISOString()),
    /** Ids of files that no dossier holds and that are older than an instant; forgets them. */
    dropOrphans(before: Date): string[] {
      const ids = orphans.all(before.toISOString()).map(({ id }) => id);
      for (const id of ids) dropUpload.run(id);
      return ids;
    },
    /** Who did what to which id, and how it ended; never what was in it. */
    audit: (act: string, subject: string, status: number) =>
      void writeAudit.run(clock().toISOString(), act, subject, status),
    dossiers: () => listDossiers.all(),
    /** Id of the submission that became a dossier. */
    idOf: (dossier: string): string | undefined => idOf.get(dossier)?.id,
    backup: (file: string) => database.backup(file),
    isWhole: () => database.pragma('integrity_check', { simple: true }) === 'ok',
    close: () => void database.close(),
  };
}

export type GatewayDatabase = ReturnType<typeof openDatabase>;
