import type { DatabaseSync } from 'node:sqlite'
import type { HistoryEntry } from '../store.ts'
import type { SyncCalls } from './calls.ts'
import { query } from './query.ts'

const minuteMs = 60_000

type EntrySql = { minute: number; personId: string; name: string | null; changes: number }

/**
 * Who changed a document in which minute: from the rows that are still there, and from what was kept of those that
 * were swept. '' stands for the server itself, so that a page can end after any entry.
 */
export function historyCalls(db: DatabaseSync): Pick<SyncCalls, 'history'> {
  const entries = query<[string, number, number, string | null, number, string, number], EntrySql>(
    db,
    `WITH changes AS (
       SELECT at / 60000 AS minute, coalesce(session_id, '') AS session_id, count(*) AS changes FROM log
         WHERE document_id = ?1 AND at >= ?2 * 60000 AND at < ?3 * 60000 GROUP BY 1, 2
       UNION ALL
       SELECT minute, session_id, changes FROM traces WHERE document_id = ?1 AND minute >= ?2 AND minute < ?3
     ), named AS (
       SELECT minute, coalesce(people.id, '') AS personId, people.name AS name, sum(changes) AS changes
       FROM changes LEFT JOIN sessions ON sessions.id = changes.session_id
         LEFT JOIN people ON people.id = sessions.person_id
       GROUP BY 1, 2
     )
     SELECT * FROM named WHERE (?4 IS NULL OR personId = ?4) AND (minute, personId) < (?5, ?6)
     ORDER BY minute DESC, personId DESC LIMIT ?7`,
  )

  return {
    history(documentId, { from, to, personId, before, most }) {
      const beforeMinute = before ? Math.floor(before.at / minuteMs) : Number.MAX_SAFE_INTEGER
      const found = entries.all(
        ...([documentId, Math.floor(from / minuteMs), Math.ceil(to / minuteMs), personId ?? null] as const),
        // One more than asked for tells whether there is more.
        ...([beforeMinute, before?.personId ?? '', most + 1] as const),
      )
      return { entries: found.slice(0, most).map(toEntry), more: found.length > most }
    },
  }
}

function toEntry({ minute, personId, name, changes }: EntrySql): HistoryEntry {
  return { at: minute * minuteMs, personId: personId === '' ? null : personId, name, changes }
}
