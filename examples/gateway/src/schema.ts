/** Changes with the tables; a database of another version is not opened. */
export const SCHEMA_VERSION = 3;

/** Everything that is kept. Times are instants in UTC, ISO 8601. */
export const SCHEMA = `
  CREATE TABLE submissions (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('received', 'cancelled')),
    content TEXT NOT NULL,
    receipt TEXT,
    kept_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE numbers (day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
  CREATE TABLE dossiers (
    code TEXT PRIMARY KEY,
    submission TEXT NOT NULL UNIQUE REFERENCES submissions,
    procedure TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 10),
    resumes_in INTEGER CHECK (resumes_in BETWEEN 1 AND 10),
    is_final INTEGER NOT NULL DEFAULT 0 CHECK (is_final IN (0, 1))
  ) STRICT;
  CREATE TABLE history (
    number INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossiers,
    act TEXT NOT NULL,
    by TEXT NOT NULL CHECK (by IN ('applicant', 'officer', 'bank')),
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 10),
    unit TEXT,
    more TEXT
  ) STRICT;
  CREATE INDEX history_of_dossier ON history (dossier, number);
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    stored_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE attached (
    upload TEXT NOT NULL REFERENCES uploads,
    submission TEXT NOT NULL REFERENCES submissions,
    PRIMARY KEY (upload, submission)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE payments (
    submission TEXT PRIMARY KEY REFERENCES submissions,
    payment TEXT NOT NULL,
    page TEXT UNIQUE
  ) STRICT;
  CREATE TABLE factors (
    dossier TEXT NOT NULL REFERENCES dossiers,
    kind TEXT NOT NULL CHECK (kind IN ('last4', 'secret')),
    hash TEXT NOT NULL,
    PRIMARY KEY (dossier, kind, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE spendings (
    number INTEGER PRIMARY KEY,
    budget TEXT NOT NULL,
    at INTEGER NOT NULL,
    weight INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX spendings_of_budget ON spendings (budget, at);
  CREATE INDEX spendings_by_time ON spendings (at);
  CREATE TABLE applicant_acts (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossiers,
    content TEXT NOT NULL,
    answer TEXT NOT NULL
  ) STRICT;
  CREATE TABLE results (
    dossier TEXT PRIMARY KEY REFERENCES dossiers,
    upload TEXT NOT NULL REFERENCES uploads,
    name TEXT NOT NULL,
    issued_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    status INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;
