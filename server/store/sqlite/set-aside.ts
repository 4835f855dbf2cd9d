import type { DatabaseSync } from 'node:sqlite'
import type { SyncCalls } from './calls.ts'
import { headSql, type Head } from './kept.ts'
import { query } from './query.ts'
import { salvager } from './salvage.ts'
import type { WriteSnapshot } from './write-snapshot.ts'

/**
 * Moves what is damaged in a document into a table of its own, where it stays for whoever knows how to look, so
 * that the next opening finds its way at once. Finding nothing damaged (any more) is no error.
 */
export function setAsideCalls(db: DatabaseSync, writeSnapshot: WriteSnapshot): Pick<SyncCalls, 'setAside'> {
  const head = query<[string], Head>(db, headSql)
  const salvage = salvager(db)
  const keepSnapshot = query<[number, string, number]>(
    db,
    `INSERT INTO damaged (document_id, part, sequence, bytes, checksum, session_id, at, found_at)
     SELECT document_id, 'snapshot', sequence, bytes, checksum, NULL, at, ?
     FROM snapshots WHERE document_id = ? AND sequence = ?`,
  )
  const removeSnapshot = query<[string, number]>(db, 'DELETE FROM snapshots WHERE document_id = ? AND sequence = ?')
  const keepRow = query<[number, string, number]>(
    db,
    `INSERT INTO damaged (document_id, part, sequence, bytes, checksum, session_id, at, found_at)
     SELECT document_id, 'log', sequence, bytes, checksum, session_id, at, ?
     FROM log WHERE document_id = ? AND sequence = ?`,
  )
  const removeRow = query<[string, number]>(db, 'DELETE FROM log WHERE document_id = ? AND sequence = ?')
  const setLast = query<[number, string]>(db, 'UPDATE documents SET last_sequence = ? WHERE id = ?')

  return {
    setAside(documentId, at) {
      const found = head.get(documentId)
      if (!found) return
      const { wrong, base, baseIsVersion, lastSequence } = salvage(documentId, found.lastSequence)
      for (const sequence of wrong.snapshots) {
        keepSnapshot.run(at, documentId, sequence)
        removeSnapshot.run(documentId, sequence)
      }
      for (const sequence of wrong.rows) {
        keepRow.run(at, documentId, sequence)
        removeRow.run(documentId, sequence)
      }
      if (baseIsVersion) writeSnapshot(documentId, base.sequence, base.bytes, null, at)
      if (lastSequence !== found.lastSequence) setLast.run(lastSequence, documentId)
    },
  }
}
