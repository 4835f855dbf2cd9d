/**
 * The first tables. Everything is STRICT, so that a column holds what the code's types say. Times are ms
 * since 1970. A list that is never searched is JSON in one column.
 */
export const schemaStep1 = `
-- Documents. The snapshot has a table of its own: last_sequence changes at every append, and SQLite writes a row whole.
CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL,
  epoch TEXT NOT NULL,
  last_sequence INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshots (
  document_id TEXT PRIMARY KEY NOT NULL REFERENCES documents,
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE log (
  document_id TEXT NOT NULL REFERENCES documents,
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  session_id TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (document_id, sequence)
) STRICT, WITHOUT ROWID;
-- «At this time every row up to this sequence became superfluous»: one row a snapshot, not one write a log row.
CREATE TABLE superfluous (
  document_id TEXT NOT NULL REFERENCES documents,
  up_to_sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (document_id, up_to_sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE networks (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  current_gathering_id TEXT REFERENCES gatherings,
  last_team_number INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE gatherings (
  id TEXT PRIMARY KEY NOT NULL,
  network_id TEXT NOT NULL REFERENCES networks,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  days TEXT NOT NULL,
  day_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX gatherings_by_network ON gatherings (network_id);
CREATE TABLE teams (
  id TEXT PRIMARY KEY NOT NULL,
  network_id TEXT NOT NULL REFERENCES networks,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  municipalities TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (network_id, number)
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY NOT NULL,
  network_id TEXT REFERENCES networks,
  name TEXT NOT NULL,
  title TEXT,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  may_make_networks INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
-- The teams that a person reaches: an editor's own, or those a commenter's link names.
CREATE TABLE team_members (
  team_id TEXT NOT NULL REFERENCES teams,
  person_id TEXT NOT NULL REFERENCES people,
  at INTEGER NOT NULL,
  UNIQUE (team_id, person_id)
) STRICT;
CREATE INDEX team_members_by_person ON team_members (person_id);
CREATE TABLE network_facilitators (
  network_id TEXT NOT NULL REFERENCES networks,
  person_id TEXT NOT NULL REFERENCES people,
  at INTEGER NOT NULL,
  PRIMARY KEY (person_id, network_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE secrets (
  id TEXT PRIMARY KEY NOT NULL,
  network_id TEXT REFERENCES networks,
  role TEXT NOT NULL,
  team_id TEXT REFERENCES teams,
  team_ids TEXT NOT NULL,
  code_hash BLOB UNIQUE,
  token_hash BLOB NOT NULL UNIQUE,
  code_cipher BLOB NOT NULL,
  token_cipher BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER,
  used_at INTEGER,
  one_time INTEGER NOT NULL
) STRICT;
CREATE INDEX secrets_by_network ON secrets (network_id);
CREATE INDEX secrets_by_team ON secrets (team_id);
-- An ended session stays: the log's rows name it.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES people,
  network_id TEXT REFERENCES networks,
  token_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id);
-- Which link paired a display: ending the link ends the display's session too.
CREATE TABLE displays (
  secret_id TEXT NOT NULL REFERENCES secrets,
  session_id TEXT NOT NULL REFERENCES sessions,
  PRIMARY KEY (secret_id, session_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreements (
  team_id TEXT NOT NULL REFERENCES teams,
  goal_id TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people,
  wording TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (team_id, goal_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE commands (
  id TEXT PRIMARY KEY NOT NULL,
  content_hash TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- One number that a probe raises: a write that cannot be answered from memory.
CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL) STRICT;
INSERT INTO probe VALUES (1, 0)
`
