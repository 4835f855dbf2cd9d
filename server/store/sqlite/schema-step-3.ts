/**
 * What a document needs to be whole for years: the snapshot before the newest one, versions, what was found
 * damaged, who changed what after the rows themselves are gone, and what has been purged.
 */
export const schemaStep3 = `
ALTER TABLE documents ADD COLUMN tidy_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN tidy_at INTEGER NOT NULL DEFAULT 0;

-- The two newest snapshots of each document: when the newest is damaged, the one before and the rows after it have everything.
CREATE TABLE snapshots_3 (
  document_id TEXT NOT NULL REFERENCES documents,
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state_vector BLOB,
  state_vector_checksum INTEGER,
  PRIMARY KEY (document_id, sequence)
) STRICT;
INSERT INTO snapshots_3 SELECT document_id, sequence, bytes, checksum, at, NULL, NULL FROM snapshots;
DROP TABLE snapshots;
ALTER TABLE snapshots_3 RENAME TO snapshots;

-- A number is never used again, so that what pointed at a purged version points at nothing.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT NOT NULL REFERENCES documents,
  kind TEXT NOT NULL,
  name TEXT,
  person_id TEXT,
  at INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX versions_by_document ON versions (document_id, at);

-- Rows, snapshots and versions whose checksum was wrong, as they were found, for somebody who knows how to look.
CREATE TABLE damaged (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents,
  part TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  session_id TEXT,
  at INTEGER NOT NULL,
  found_at INTEGER NOT NULL
) STRICT;
CREATE INDEX damaged_by_document ON damaged (document_id);

-- Who changed a document in which minute, of the rows that were swept. '' is the server itself.
CREATE TABLE traces (
  document_id TEXT NOT NULL REFERENCES documents,
  minute INTEGER NOT NULL,
  session_id TEXT NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (document_id, minute, session_id)
) STRICT, WITHOUT ROWID;

-- cleaned_at is null until no trace is left in free pages and in the write-ahead file.
CREATE TABLE purges (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents,
  at INTEGER NOT NULL,
  cleaned_at INTEGER
) STRICT;
`
