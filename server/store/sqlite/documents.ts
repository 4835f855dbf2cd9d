import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { NewDocument } from '../directory.ts'
import type { SyncCalls } from './calls.ts'
import { rowChecksum } from './checksum.ts'
import { headSql, type Head } from './kept.ts'
import { query } from './query.ts'
import { documentReader } from './read-document.ts'
import type { WriteSnapshot } from './write-snapshot.ts'

type DocumentCalls = Pick<SyncCalls, 'open' | 'append' | 'putSnapshot' | 'markTidied' | 'probe'> & {
  /** For the directory: inside the transaction that creates what the documents belong to. */
  create: (documents: readonly NewDocument[], at: number) => void
}

/** Documents, their snapshots and their logs. */
export function documentCalls(db: DatabaseSync, writeSnapshot: WriteSnapshot): DocumentCalls {
  const head = query<[string], Head>(db, headSql)
  const addDocument = query<[string, string, number]>(
    db,
    'INSERT INTO documents (id, epoch, last_sequence, created_at) VALUES (?, ?, 0, ?)',
  )
  const advance = query<[string, string], { sequence: number }>(
    db,
    'UPDATE documents SET last_sequence = last_sequence + 1 WHERE id = ? AND epoch = ? RETURNING last_sequence AS sequence',
  )
  const newestSnapshot = query<[string], { sequence: number }>(
    db,
    'SELECT sequence FROM snapshots WHERE document_id = ? ORDER BY sequence DESC LIMIT 1',
  )
  const removeSnapshots = query<[string, number]>(db, 'DELETE FROM snapshots WHERE document_id = ? AND sequence < ?')
  const tidy = query<[number, number, string]>(db, 'UPDATE documents SET tidy_version = ?, tidy_at = ? WHERE id = ?')
  const addRow = query<[string, number, Uint8Array, number, string | null, number]>(
    db,
    'INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)',
  )
  // A second snapshot of the same rows makes nothing superfluous anew: the first time counts.
  const markSuperfluous = query<[string, number, number]>(
    db,
    'INSERT INTO superfluous VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
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
        writeSnapshot(id, 0, snapshot, null, at)
      }
    },

    open: documentReader(db),

    append({ documentId, epoch, update, sessionId, at }) {
      const sequence = advance.get(documentId, epoch)?.sequence ?? headFor(documentId, epoch).lastSequence
      addRow.run(documentId, sequence, update, rowChecksum(documentId, sequence, update), sessionId, at)
      return sequence
    },

    putSnapshot(documentId, epoch, sequence, snapshot, stateVector, at) {
      const { lastSequence } = headFor(documentId, epoch)
      if (sequence > lastSequence) throw new AppError('storeFailed', { documentId, sequence, lastSequence })
      const stored = newestSnapshot.get(documentId)?.sequence ?? 0
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

    probe() {
      raiseProbe.run()
    },
  }
}
