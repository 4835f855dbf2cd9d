import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { LogRow, StoredDocument } from '../store.ts'
import { rowChecksum } from './checksum.ts'
import {
  headSql,
  isCorrupt,
  isIntact,
  isWholeNumber,
  rowColumns,
  snapshotColumns,
  type Head,
  type KeptRow,
  type KeptSnapshot,
} from './kept.ts'
import { query } from './query.ts'
import { salvager, type Salvaged } from './salvage.ts'
import { sideBySide } from './transfer.ts'

/**
 * Reads documents. One that is whole is three queries; anything amiss goes to {@link salvager}, which takes its
 * time. Null for a document that is not there; throws if nothing of one that is there can be read.
 */
export function documentReader(db: DatabaseSync): (documentId: string) => StoredDocument | null {
  const head = query<[string], Head>(db, headSql)
  const anySnapshot = query<[string], { found: number }>(
    db,
    'SELECT 1 AS found FROM snapshots WHERE document_id = ? LIMIT 1',
  )
  const newestSnapshot = query<[string], KeptSnapshot>(
    db,
    `SELECT ${snapshotColumns} FROM snapshots WHERE document_id = ? ORDER BY sequence DESC LIMIT 1`,
  )
  const rowsAfter = query<[string, number], KeptRow>(
    db,
    `SELECT ${rowColumns} FROM log WHERE document_id = ? AND sequence > ? ORDER BY sequence`,
  )
  const salvage = salvager(db)

  /** Null unless everything is there and as it was written. */
  function whole(documentId: string, lastSequence: number): Pick<Salvaged, 'base' | 'rows'> | null {
    try {
      const base = newestSnapshot.get(documentId)
      if (!base || !isIntact(documentId, base)) return null
      const rows = rowsAfter.all(documentId, base.sequence)
      if (base.sequence + rows.length !== lastSequence) return null
      const isWhole = (row: KeptRow, index: number) =>
        row.sequence === base.sequence + 1 + index && isIntact(documentId, row)
      return rows.every(isWhole) ? { base, rows } : null
    } catch (error) {
      if (isCorrupt(error)) return null
      throw error
    }
  }

  return (documentId) => {
    const found = head.get(documentId)
    // What is there of a document whose own row is lost must not be taken for nothing.
    const lost = found ? typeof found.epoch !== 'string' : anySnapshot.get(documentId)
    if (lost) throw new AppError('storeFailed', { documentId, part: 'head' })
    if (!found) return null
    const intact = whole(documentId, found.lastSequence)
    const { base, rows, lastSequence, damage } = intact
      ? { ...intact, lastSequence: found.lastSequence, damage: [] }
      : salvage(documentId, found.lastSequence)
    return {
      epoch: found.epoch,
      snapshot: base.bytes,
      snapshotSequence: base.sequence,
      stateVector: intactVector(documentId, base),
      tail: toLogRows(rows),
      lastSequence,
      tidied: { version: numberOr0(found.tidyVersion), at: numberOr0(found.tidyAt) },
      damage,
    }
  }
}

/** A wrong one would make clients believe that they have everything; without one it is computed. */
function intactVector(documentId: string, snapshot: KeptSnapshot): Uint8Array | null {
  const { sequence, stateVector, stateVectorChecksum } = snapshot
  if (!(stateVector instanceof Uint8Array)) return null
  return stateVectorChecksum === rowChecksum(documentId, sequence, stateVector) ? stateVector : null
}

function toLogRows(rows: readonly KeptRow[]): LogRow[] {
  const updates = sideBySide(rows.map(({ bytes }) => bytes))
  return rows.map(({ sequence, bytes, sessionId, at }, index) => {
    const session = typeof sessionId === 'string' ? sessionId : null
    return { sequence, update: updates[index] ?? bytes, sessionId: session, at: numberOr0(at) }
  })
}

/** The checksum is of the bytes alone; what stands beside them may be damaged. */
function numberOr0(value: number): number {
  return isWholeNumber(value) ? value : 0
}
