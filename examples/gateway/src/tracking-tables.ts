import type Database from 'better-sqlite3';
import type {
  KeptAct,
  KeptResult,
  ReceivingTables,
  Spending,
} from '../../../src/gateway/receiving-tables.js';

type TrackingTables = Pick<
  ReceivingTables,
  | 'factors'
  | 'dropFactors'
  | 'keepFactor'
  | 'spendings'
  | 'spend'
  | 'dropSpendings'
  | 'applicantAct'
  | 'keepApplicantAct'
  | 'result'
  | 'keepResult'
  | 'dropResult'
>;

/** What following a dossier needs, over SQLite. */
export function createTrackingTables(database: Database.Database): TrackingTables {
  const readFactors = database.prepare<[string, string], { hash: string }>(
    'SELECT hash FROM factors WHERE dossier = ? AND kind = ?',
  );
  const dropFactors = database.prepare('DELETE FROM factors WHERE dossier = ? AND kind = ?');
  const keepFactor = database.prepare('INSERT OR IGNORE INTO factors (dossier, kind, hash) VALUES (?, ?, ?)');
  const readSpendings = database.prepare<[string, number], Spending>(
    'SELECT at, weight FROM spendings WHERE budget = ? AND at > ? ORDER BY at, number',
  );
  const spend = database.prepare('INSERT INTO spendings (budget, at, weight) VALUES (?, ?, ?)');
  const dropSpendings = database.prepare('DELETE FROM spendings WHERE at <= ?');
  const readAct = database.prepare<[string], Omit<KeptAct, 'answer'> & { readonly answer: string }>(
    'SELECT id, dossier, content, answer FROM applicant_acts WHERE id = ?',
  );
  const keepAct = database.prepare(
    'INSERT INTO applicant_acts (id, dossier, content, answer) VALUES (?, ?, ?, ?)',
  );
  const readResult = database.prepare<[string], KeptResult>(
    'SELECT upload AS file, name, size, sha256, issued_at AS issuedAt ' +
      'FROM results JOIN uploads ON uploads.id = upload WHERE dossier = ?',
  );
  const dropResult = database.prepare('DELETE FROM results WHERE dossier = ?');
  const keepResult = database.prepare(
    'INSERT INTO results (dossier, upload, name, issued_at) VALUES (?, ?, ?, ?) ON CONFLICT (dossier) ' +
      'DO UPDATE SET upload = excluded.upload, name = excluded.name, issued_at = excluded.issued_at',
  );
  const attachResult = database.prepare(
    'INSERT OR IGNORE INTO attached (upload, submission) ' +
      'SELECT upload, submission FROM results JOIN dossiers ON code = dossier WHERE dossier = ?',
  );
  return {
    factors: (code, kind) => readFactors.all(code, kind).map(({ hash }) => hash),
    dropFactors: (code, kind) => void dropFactors.run(code, kind),
    keepFactor: (code, kind, hash) => void keepFactor.run(code, kind, hash),
    spendings: (budget, since) => readSpendings.all(budget, since),
    spend: (budget, { at, weight }) => void spend.run(budget, at, weight),
    dropSpendings: (before) => void dropSpendings.run(before),
    applicantAct(id): KeptAct | undefined {
      const row = readAct.get(id);
      return row && { ...row, answer: (JSON.parse(row.answer) ?? undefined) as KeptAct['answer'] };
    },
    keepApplicantAct: ({ id, dossier, content, answer }) =>
      void keepAct.run(id, dossier, content, JSON.stringify(answer ?? null)),
    result: (code) => readResult.get(code),
    dropResult: (code) => void dropResult.run(code),
    keepResult(code, { file, name, issuedAt }) {
      keepResult.run(code, file, name, issuedAt);
      attachResult.run(code);
    },
  };
}
