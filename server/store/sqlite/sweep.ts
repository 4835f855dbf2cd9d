import type { DatabaseSync } from 'node:sqlite'
import type { SyncCalls } from './calls.ts'
import { query } from './query.ts'

/**
 * Removes rows that nobody needs any more, and keeps of each who changed the document in which minute. Rows
 * after the snapshot before the newest stay, whatever their age: with them a damaged snapshot costs nothing.
 */
export function sweepCalls(
  db: DatabaseSync,
): Pick<SyncCalls, 'sweepSome'> & { removeRows: (documentId: string, upTo: number) => number } {
  const marks = query<[number], { documentId: string; upTo: number }>(
    db,
    `SELECT document_id AS documentId,
       min(max(up_to_sequence), coalesce((SELECT min(sequence) FROM snapshots WHERE document_id = superfluous.document_id), 0)) AS upTo
     FROM superfluous WHERE at < ? GROUP BY document_id`,
  )
  const sliceEnd = query<[string, number, number], { sequence: number }>(
    db,
    'SELECT sequence FROM log WHERE document_id = ? AND sequence <= ? ORDER BY sequence LIMIT 1 OFFSET ?',
  )
  const trace = query<[string, number]>(
    db,
    `INSERT INTO traces SELECT document_id, at / 60000 AS minute, coalesce(session_id, '') AS session, count(*)
     FROM log WHERE document_id = ? AND sequence <= ? GROUP BY minute, session
     ON CONFLICT DO UPDATE SET changes = changes + excluded.changes`,
  )
  const remove = query<[string, number]>(db, 'DELETE FROM log WHERE document_id = ? AND sequence <= ?')
  const removeMarks = query<[string, number]>(
    db,
    'DELETE FROM superfluous WHERE document_id = ? AND up_to_sequence <= ?',
  )

  function removeRows(documentId: string, upTo: number): number {
    trace.run(documentId, upTo)
    return remove.run(documentId, upTo)
  }

  return {
    removeRows,
    sweepSome(before, most) {
      let removed = 0
      for (const { documentId, upTo } of marks.all(before)) {
        const end = sliceEnd.get(documentId, upTo, most - removed - 1)?.sequence ?? upTo
        removed += removeRows(documentId, end)
        removeMarks.run(documentId, end)
        if (removed >= most) return { removed, more: true }
      }
      return { removed, more: false }
    },
  }
}
