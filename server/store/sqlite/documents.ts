import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { NewDocument } from '../directory.ts'
import type { LogRow } from '../store.ts'
import type { SyncCalls } from './calls.ts'
import { rowChecksum } from './checksum.ts'
import { query } from './query.ts'

type DocumentCalls = Pick<SyncCalls, 'open' | 'append' | 'putSnapshot' | 'markTidied' | 'sweep' | 'probe'> & {
  /** For the directory: inside the transaction that creates what the documents belong to. */
  create: (documents: readonly NewDocument[], at: number) => void
}

type Head = { epoch: string; lastSequence: number; tidyVersion: number; tidyAt: number }
type Bytes = { sequence: number; bytes: Uint8Array; checksum: number }
type SnapshotSql = Bytes & { stateVector: Uint8Array | null; stateVectorChecksum: number | null }
type LogSql = Bytes & { sessionId: string | null; at: number }

/** Documents, their snapshots and their logs. */
export function documentCalls(db: DatabaseSync): DocumentCalls {
  const head = query<[string], Head>(
    db,
    `SELECT epoch, last_sequence AS lastSequence, tidy_version AS tidyVersion, tidy_at AS tidyAt FROM documents WHERE id = ?`,
  )
  const addDocument = query<[string, string, number]>(
    db,
    'INSERT INTO documents (id, epoch, last_sequence, created_at) VALUES (?, ?, 0, ?)',
  )
  const advance = query<[string]>(db, 'UPDATE documents SET last_sequence = last_sequence + 1 WHERE id = ?')
  const snapshotOf = query<[string], SnapshotSql>(
    db,
    `SELECT sequence, bytes, checksum, state_vector AS stateVector, state_vector_checksum AS stateVectorChecksum
     FROM snapshots WHERE document_id = ? ORDER BY sequence DESC LIMIT 1`,
  )
  const snapshotSequences = query<[string], { sequence: number }>(
    db,
    'SELECT sequence FROM snapshots WHERE document_id = ? ORDER BY sequence DESC LIMIT 1',
  )
  const addSnapshot = query<[string, number, Uint8Array, number, number, Uint8Array | null, number | null]>(
    db,
    'INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const removeSnapshots = query<[string, number]>(db, 'DELETE FROM snapshots WHERE document_id = ? AND sequence < ?')
  const tidy = query<[number, number, string]>(db, 'UPDATE documents SET tidy_version = ?, tidy_at = ? WHERE id = ?')
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

  function writeSnapshot(id: string, sequence: number, bytes: Uint8Array, vector: Uint8Array | null, at: number): void {
    const vectorChecksum = vector && rowChecksum(id, sequence, vector)
    addSnapshot.run(id, sequence, bytes, rowChecksum(id, sequence, bytes), at, vector, vectorChecksum)
  }

  return {
    create(documents, at) {
      for (const { id, epoch, snapshot } of documents) {
        addDocument.run(id, epoch, at)
        writeSnapshot(id, 0, snapshot, null, at)
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
      const { sequence, stateVector } = snapshot
      // A wrong one would make clients believe that they have everything; without one it is computed.
      const known = stateVector && snapshot.stateVectorChecksum === rowChecksum(documentId, sequence, stateVector)
      return {
        epoch: found.epoch,
        snapshot: snapshot.bytes,
        snapshotSequence: sequence,
        stateVector: known ? stateVector : null,
        tail,
        lastSequence: found.lastSequence,
        tidied: { version: found.tidyVersion, at: found.tidyAt },
        damage: [],
      }
    },

    append({ documentId, epoch, update, sessionId, at }) {
      const sequence = headFor(documentId, epoch).lastSequence + 1
      addRow.run(documentId, sequence, update, rowChecksum(documentId, sequence, update), sessionId, at)
      advance.run(documentId)
      return sequence
    },

    putSnapshot(documentId, epoch, sequence, snapshot, stateVector, at) {
      const { lastSequence } = headFor(documentId, epoch)
      if (sequence > lastSequence) throw new AppError('storeFailed', { documentId, sequence, lastSequence })
      const [newest] = snapshotSequences.all(documentId)
      const stored = newest?.sequence ?? 0
      // A snapshot that was overtaken: the newer one holds everything in it.
      if (sequence < stored) return
      writeSnapshot(documentId, sequence, snapshot, stateVector, at)
      if (sequence === stored) return
      removeSnapshots.run(documentId, stored)
      markSuperfluous.run(documentId, sequence, at)
    },

    markTidied(documentId, version, at) {
      if (tidy.run(version, at, documentId) === 0) throw new AppError('notFound', { documentId })
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
