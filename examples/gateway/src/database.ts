import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierState } from '../../../src/dossiers/dossier-states.js';
import type { StoredFile } from '../../../src/gateway/accept-submission.js';
import type { ReceivingTables } from '../../../src/gateway/receiving-tables.js';
import { SCHEMA, SCHEMA_VERSION } from './schema.js';
import { createTables } from './tables.js';

export const DATABASE_FILE = 'gateway.sqlite';

/** A dossier as an officer's list has it. */
export interface ListedDossier {
  readonly code: string;
  readonly procedure: string;
  readonly state: DossierState;
  readonly isFinal: boolean;
  /** An instant, ISO 8601. */
  readonly sentAt: string;
  /** Canonical JSON of what was sent. */
  readonly content: string;
}

export interface KeptFile extends StoredFile {
  readonly kind: string;
}

export interface DatabaseOptions {
  readonly clock?: () => Date;
  /** Milliseconds that a writer waits for another process before it says `busy`. */
  readonly busyMs?: number;
  /** Most that the database may grow to, in bytes; as much as there is room for by default. */
  readonly maxBytes?: number | undefined;
}

/** Everything that is kept, in one SQLite file below a folder; every act is one transaction. */
export function openDatabase(
  folder: string,
  { clock = () => new Date(), busyMs = 1000, maxBytes }: DatabaseOptions = {},
) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, DATABASE_FILE), { timeout: busyMs });
  // A receipt must outlive a power cut: each commit reaches the disk before it is answered.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Both or neither: a process that dies in between must not leave tables that look like another version's.
  const makeTables = database.transaction(() => {
    if (database.pragma('schema_version', { simple: true }) !== 0) return;
    database.exec(SCHEMA);
    database.pragma(`user_version = ${String(SCHEMA_VERSION)}`);
  });
  makeTables.immediate();
  const version = database.pragma('user_version', { simple: true });
  if (version !== SCHEMA_VERSION) {
    database.close();
    throw new Error(
      `${folder} was kept by another version of this gateway: ${String(version)}, not ${String(SCHEMA_VERSION)}`,
    );
  }
  if (maxBytes !== undefined) {
    const page = Number(database.pragma('page_size', { simple: true }));
    database.pragma(`max_page_count = ${String(Math.floor(maxBytes / page))}`);
  }

  const tables = createTables(database, clock);
  const readUpload = database.prepare<[string], KeptFile>(
    'SELECT size, sha256, kind FROM uploads WHERE id = ?',
  );
  const keepUpload = database.prepare(
    'INSERT INTO uploads (id, size, sha256, kind, stored_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const dropUpload = database.prepare('DELETE FROM uploads WHERE id = ?');
  const orphans = database.prepare<[string], { id: string }>(
    'SELECT id FROM uploads WHERE stored_at < ? AND id NOT IN (SELECT upload FROM attached)',
  );
  const listUploads = database.prepare<[], KeptFile & { id: string; isAttached: 0 | 1 }>(
    'SELECT id, size, sha256, kind, id IN (SELECT upload FROM attached) AS isAttached FROM uploads',
  );
  const listDossiers = database.prepare<[], Omit<ListedDossier, 'isFinal'> & { isFinal: 0 | 1 }>(
    'SELECT code, procedure, dossiers.state, is_final AS isFinal, kept_at AS sentAt, content ' +
      'FROM dossiers JOIN submissions ON submissions.id = submission ORDER BY kept_at, code',
  );
  const submissionOf = database.prepare<[string], { submission: string }>(
    'SELECT submission FROM dossiers WHERE code = ?',
  );
  const paidAt = database.prepare<[string], { submission: string }>(
    'SELECT submission FROM payments WHERE page = ?',
  );
  const unfinished = database.prepare<[], { count: number }>(
    'SELECT count(*) AS count FROM submissions LEFT JOIN dossiers ON dossiers.submission = submissions.id ' +
      "WHERE submissions.state = 'received' AND (code IS NULL OR receipt IS NULL OR NOT EXISTS " +
      "(SELECT 1 FROM history WHERE dossier = code AND act IN ('send', 'register')))",
  );
  const readFact = database.prepare<[string], { value: string }>('SELECT value FROM facts WHERE name = ?');
  const keepFact = database.prepare(
    'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );

  /** All of an act happens, or nothing; writers wait for each other from the first statement on. */
  const act = <Value>(work: (tables: ReceivingTables) => Value): Value =>
    database.transaction(() => work(tables)).immediate();

  return {
    act,
    fileOf: (id: string): KeptFile | undefined => readUpload.get(id),
    keepFile: (id: string, { size, sha256, kind }: KeptFile, who: string) =>
      act(({ audit }) => {
        keepUpload.run(id, size, sha256, kind, clock().toISOString());
        audit({ who, act: 'keep-file', subject: id, status: 204 });
      }),
    /** Ids of files that no dossier holds and that are older than an instant; forgets them. */
    dropOrphans: (before: Date): string[] =>
      act(() => {
        const ids = orphans.all(before.toISOString()).map(({ id }) => id);
        for (const id of ids) dropUpload.run(id);
        return ids;
      }),
    files: () => listUploads.all().map((file) => ({ ...file, isAttached: file.isAttached === 1 })),
    forgetFile: (id: string) => void dropUpload.run(id),
    dossiers: (): ListedDossier[] =>
      listDossiers.all().map((dossier) => ({ ...dossier, isFinal: dossier.isFinal === 1 })),
    /** Id of the submission that became a dossier. */
    submissionOf: (code: string): string | undefined => submissionOf.get(code)?.submission,
    /** Id of the submission whose payment is made on a page. */
    paidAt: (page: string): string | undefined => paidAt.get(page)?.submission,
    /** Something that the gateway remembers of itself. */
    fact: (name: string): string | undefined => readFact.get(name)?.value,
    keepFact: (name: string, value: string) => void keepFact.run(name, value),
    /** A secret of this gateway, in hexadecimal: made at the first start, and kept with the rest of it. */
    secretKey: (name: string): Uint8Array<ArrayBuffer> =>
      database
        .transaction(() => {
          const known = readFact.get(name)?.value;
          const key = known ?? randomBytes(32).toString('hex');
          if (known === undefined) keepFact.run(name, key);
          return new Uint8Array(Buffer.from(key, 'hex'));
        })
        .immediate(),
    backup: (file: string) => database.backup(file),
    /** What is wrong with what is kept; nothing where all of it is whole. */
    faults(): string[] {
      const checked = database.pragma('integrity_check', { simple: true });
      const dangling = database.pragma('foreign_key_check') as unknown[];
      const half = unfinished.get()?.count ?? 0;
      return [
        ...(checked === 'ok' ? [] : ['the database is damaged']),
        ...(dangling.length === 0 ? [] : [`${String(dangling.length)} rows point to nothing`]),
        ...(half === 0 ? [] : [`${String(half)} submissions are no whole dossier`]),
      ];
    },
    close: () => void database.close(),
  };
}

export type GatewayDatabase = ReturnType<typeof openDatabase>;
