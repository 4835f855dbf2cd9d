/**
 * Comments; teams and people that were removed and can be told from those that never were; a facilitator's own
 * way back. A comment's words are erased when it is taken back; hidden ones keep theirs, to be shown again.
 */
export const schemaStep2 = `
CREATE TABLE comments (
  id TEXT PRIMARY KEY NOT NULL,
  team_id TEXT NOT NULL REFERENCES teams,
  person_id TEXT NOT NULL REFERENCES people,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  -- the comment that a thread begins with; an answer to an answer belongs to the same one
  reply_to TEXT REFERENCES comments,
  text TEXT NOT NULL,
  without_name INTEGER NOT NULL,
  state TEXT NOT NULL,
  taken_back_at INTEGER,
  hidden_at INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX comments_by_team ON comments (team_id, at);
CREATE INDEX comments_by_person ON comments (person_id);
CREATE INDEX comments_by_thread ON comments (reply_to);
ALTER TABLE teams ADD COLUMN removed_at INTEGER;
ALTER TABLE people ADD COLUMN removed_at INTEGER;
-- A way back: the facilitator whom the secret takes up on another machine.
ALTER TABLE secrets ADD COLUMN person_id TEXT REFERENCES people;
CREATE INDEX secrets_by_person ON secrets (person_id);
`
