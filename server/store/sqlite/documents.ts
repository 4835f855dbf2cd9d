import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { NewDocument } from '../directory.ts'
import type { LogRow } from '../store.ts'
import type { SyncCalls } from './calls.ts'
import { rowChecksum } from './checksum.ts'
import { query } from './query.ts'

type DocumentCalls = Pick<SyncCalls, 'open' | 'append' | 'putSnapshot' | 'sweep' | 'probe'> & {
  /** For the directory: inside the transaction that creates what the documents belong to. */
  create: (documents: readonly NewDocument[], at: number) => void
}

type Head = { epoch: string; lastSequence: number }
type SnapshotSql = { sequence: number; bytes: Uint8Array; checksum: number }
type LogSql = SnapshotSql & { sessionId: string | null; at: number }

/** Documents, their snapshots and their logs. */
export function documentCalls(db: DatabaseSync): DocumentCalls {
  const head = query<[string], Head>(db, 'SELECT epoch, last_sequence AS lastSequence FROM documents WHERE id = ?')
  const addDocument = query<[string, string, number]>(db, 'INSERT INTO documents VALUES (?, ?, 0, ?)')
  const advance = query<[string]>(db, 'UPDATE documents SET last_sequence = last_sequence + 1 WHERE id = ?')
  const snapshotOf = query<[string], SnapshotSql>(
    db,
    'SELECT sequence, bytes, checksum FROM snapshots WHERE document_id = ?',
  )
  const snapshotSequence = query<[string], { sequence: number }>(
    db,
    'SELECT sequence FROM snapshots WHERE document_id = ?',
  )
  const writeSnapshot = query<[string, number, Uint8Array, number, number]>(
    db,
    'INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?)',
  )
  const rowsAfter = query<[string, number], LogSql>(
    db,
    `SELECT sequence, bytes, checksum, session_id AS sessionId, at FROM log
     WHERE document_id = ? AND sequence > ? ORDER BY sequence`,
  )
  const addRow = query<[string, number, Uint8Array, number, string | null, number]>(
    db,
    'INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)',
  )
  // A second snapshot of the same rows makes nothing superfluous anew: the first time counts.
  const markSuperfluous = query<[string, number, number]>(
    db,
    'INSERT INTO superfluous VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const superfluousBefore = query<[number], { documentId: string; upTo: number }>(
    db,
    'SELECT document_id AS documentId, max(up_to_sequence) AS upTo FROM superfluous WHERE at < ? GROUP BY document_id',
  )
  const removeRows = query<[string, number]>(db, 'DELETE FROM log WHERE document_id = ? AND sequence <= ?')
  const removeMarks = query<[string, number]>(
    db,
    'DELETE FROM superfluous WHERE document_id = ? AND up_to_sequence <= ?',
  )
  const raiseProbe = query<[]>(db, 'UPDATE probe SET count = count + 1')

  /** The document's head, or a rejection of whoever would write to another one. */
  function headFor(documentId: string, epoch: string): Head {
    const found = head.get(documentId)
    if (!found) throw new AppError('notFound', { documentId })
    if (found.epoch !== epoch) throw new AppError('epochChanged', { documentId })
    return found
  }

  return {
    create(documents, at) {
      for (const { id, epoch, snapshot } of documents) {
        addDocument.run(id, epoch, at)
        writeSnapshot.run(id, 0, snapshot, rowChecksum(id, 0, snapshot), at)
      }
    },

    open(documentId) {
      const found = head.get(documentId)
      if (!found) return null
      const snapshot = snapshotOf.get(documentId)
      if (!snapshot || snapshot.checksum !== rowChecksum(documentId, snapshot.sequence, snapshot.bytes)) {
        throw damaged(documentId, 'snapshot', snapshot?.sequence ?? 0)
      }
      const tail = rowsAfter.all(documentId, snapshot.sequence).map((row, index): LogRow => {
        const expected = snapshot.sequence + 1 + index
        const whole = row.sequence === expected && row.checksum === rowChecksum(documentId, row.sequence, row.bytes)
        if (!whole) throw damaged(documentId, 'log', expected)
        return { sequence: row.sequence, update: row.bytes, sessionId: row.sessionId, at: row.at }
      })
      if (snapshot.sequence + tail.length !== found.lastSequence) {
        throw damaged(documentId, 'log', snapshot.sequence + tail.length + 1)
      }
      return { epoch: found.epoch, snapshot: snapshot.bytes, snapshotSequence: snapshot.sequence, tail }
    },

    append({ documentId, epoch, update, sessionId, at }) {
      const sequence = headFor(documentId, epoch).lastSequence + 1
      addRow.run(documentId, sequence, update, rowChecksum(documentId, sequence, update), sessionId, at)
      advance.run(documentId)
      return sequence
    },

    putSnapshot(documentId, epoch, sequence, snapshot, at) {
      const { lastSequence } = headFor(documentId, epoch)
      if (sequence > lastSequence) throw new AppError('storeFailed', { documentId, sequence, lastSequence })
      const stored = snapshotSequence.get(documentId)?.sequence ?? 0
      // A snapshot that was overtaken: the newer one holds everything in it.
      if (sequence < stored) return
      writeSnapshot.run(documentId, sequence, snapshot, rowChecksum(documentId, sequence, snapshot), at)
      if (sequence > stored) markSuperfluous.run(documentId, sequence, at)
    },

    sweep(before) {
      let removed = 0
      for (const { documentId, upTo } of superfluousBefore.all(before)) {
        removed += removeRows.run(documentId, upTo)
        removeMarks.run(documentId, upTo)
      }
      return removed
    },

    probe() {
      raiseProbe.run()
    },
  }
}

function damaged(documentId: string, part: 'snapshot' | 'log', sequence: number): AppError {
  return new AppError('storeFailed', { documentId, part, sequence })
}
