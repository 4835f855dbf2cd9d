import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { Damage } from '../store.ts'
import {
  isCorrupt,
  isIntact,
  isWholeNumber,
  rowColumns,
  snapshotColumns,
  unzipped,
  type KeptRow,
  type KeptSnapshot,
  type KeptVersion,
} from './kept.ts'
import { query } from './query.ts'
import { scanLog } from './scan-log.ts'

/** What could be read of a document that is not whole. */
export type Salvaged = {
  /** what the rows build on: a snapshot, or a version in the shape of one */
  base: KeptSnapshot
  baseIsVersion: boolean
  rows: KeptRow[]
  lastSequence: number
  damage: Damage[]
  /** the sequences of what could be read and is not what was written */
  wrong: { snapshots: number[]; rows: number[] }
}

/** A Yjs update without anything in it. */
const emptyUpdate = () => new Uint8Array([0, 0])

/** Further than this nothing is looked for row by row: a document's number may itself be damaged. */
const mostRowsToTry = 100_000

/**
 * Reads a damaged document: builds on the newest snapshot or version that leaves the fewest rows missing, and takes
 * every row after it that is intact. Throws `storeFailed` if there is neither.
 */
export function salvager(db: DatabaseSync): (documentId: string, lastSequence: number) => Salvaged {
  const snapshotSequences = query<[string], { sequence: number }>(
    db,
    'SELECT sequence FROM snapshots WHERE document_id = ? ORDER BY sequence DESC',
  )
  const snapshotAt = query<[string, number], KeptSnapshot>(
    db,
    `SELECT ${snapshotColumns} FROM snapshots WHERE document_id = ? AND sequence = ?`,
  )
  const versionsFrom = query<[string, number], { id: number }>(
    db,
    'SELECT id FROM versions WHERE document_id = ? AND sequence >= ? ORDER BY sequence DESC, id DESC',
  )
  const versionAt = query<[number], KeptVersion>(
    db,
    'SELECT id, sequence, bytes, checksum, at FROM versions WHERE id = ?',
  )
  const rowAt = query<[string, number], KeptRow>(
    db,
    `SELECT ${rowColumns} FROM log WHERE document_id = ? AND sequence = ?`,
  )
  const lastRow = query<[string], { sequence: number | null }>(
    db,
    'SELECT max(sequence) AS sequence FROM log WHERE document_id = ?',
  )
  const setAside = query<[string, number], { sessionId: string | null; at: number }>(
    db,
    `SELECT session_id AS sessionId, at FROM damaged WHERE document_id = ? AND part = 'log' AND sequence = ?`,
  )

  function rowsAfter(
    documentId: string,
    base: number,
    lastSequence: number,
  ): Pick<Salvaged, 'rows' | 'damage'> & { wrong: number[] } {
    const rows: KeptRow[] = []
    const wrong: number[] = []
    const damage: Damage[] = []
    let scanned: Map<number, KeptRow> | null = null

    /** A broken page makes a lookup miss what is there, or find something else. */
    function find(sequence: number): KeptRow | null {
      const row = unlessCorrupt(() => rowAt.get(documentId, sequence))
      if (row?.sequence === sequence && isIntact(documentId, row)) return row
      scanned ??= scanLog(db, documentId)
      return scanned.get(sequence) ?? (row?.sequence === sequence ? row : null)
    }

    for (let sequence = base + 1; sequence <= lastSequence; sequence += 1) {
      if (sequence > base + mostRowsToTry) {
        addMissing(damage, { sequence, through: lastSequence, at: null, sessionId: null })
        break
      }
      const row = find(sequence)
      if (row && isIntact(documentId, row)) {
        rows.push(row)
        continue
      }
      if (row) wrong.push(sequence)
      const written = writtenBy(row ?? setAside.get(documentId, sequence))
      addMissing(damage, { sequence, through: sequence, ...written })
    }
    return { rows, wrong, damage }
  }

  /** The newest version that holds everything up to `sequence` and can be read. */
  function versionHolding(documentId: string, sequence: number): KeptSnapshot | null {
    for (const { id } of unlessCorrupt(() => versionsFrom.all(documentId, sequence)) ?? []) {
      const version = unlessCorrupt(() => versionAt.get(id))
      if (!version || !isIntact(documentId, version)) continue
      return { ...version, bytes: unzipped(version.bytes), stateVector: null, stateVectorChecksum: null }
    }
    return null
  }

  return (documentId, lastSaid) => {
    const damage: Damage[] = []
    const wrong: Salvaged['wrong'] = { snapshots: [], rows: [] }
    const sequences = (unlessCorrupt(() => snapshotSequences.all(documentId)) ?? [])
      .map(({ sequence }) => sequence)
      .filter(isWholeNumber)
    let base: KeptSnapshot | null = null
    for (const sequence of sequences) {
      const snapshot = unlessCorrupt(() => snapshotAt.get(documentId, sequence))
      if (snapshot?.sequence === sequence && isIntact(documentId, snapshot)) {
        base = snapshot
        break
      }
      if (snapshot?.sequence === sequence) wrong.snapshots.push(sequence)
      damage.push({ part: 'snapshot', sequence, through: sequence, ...writtenBy(snapshot ?? null) })
    }

    const lastFound = unlessCorrupt(() => lastRow.get(documentId))?.sequence
    const lastKept = Math.max(isWholeNumber(lastFound) ? lastFound : 0, ...sequences)
    const said = isWholeNumber(lastSaid) ? lastSaid : 0
    const lastSequence = Math.max(said, lastKept)
    if (said !== lastSaid || said < lastKept)
      damage.push({ part: 'head', sequence: said, through: said, at: null, sessionId: null })

    let rest = rowsAfter(documentId, base?.sequence ?? 0, lastSequence)
    const firstMissing = rest.damage[0]?.sequence ?? (base ? Infinity : 0)
    const version = firstMissing === Infinity ? null : versionHolding(documentId, firstMissing)
    if (version) {
      base = version
      rest = rowsAfter(documentId, base.sequence, lastSequence)
    }
    if (!base) {
      if (rest.rows.length === 0)
        throw new AppError('storeFailed', { documentId, part: 'snapshot', sequence: sequences[0] ?? 0 })
      if (damage.length === 0) damage.push({ part: 'snapshot', sequence: 0, through: 0, at: null, sessionId: null })
      base = { sequence: 0, bytes: emptyUpdate(), checksum: 0, at: 0, stateVector: null, stateVectorChecksum: null }
    }
    return {
      base,
      baseIsVersion: version !== null,
      rows: rest.rows,
      lastSequence,
      damage: [...damage, ...rest.damage],
      wrong: { snapshots: wrong.snapshots, rows: rest.wrong },
    }
  }
}

function writtenBy(row: { at: number; sessionId?: string | null } | null): Pick<Damage, 'at' | 'sessionId'> {
  const at = row && isWholeNumber(row.at) ? row.at : null
  return { at, sessionId: typeof row?.sessionId === 'string' ? row.sessionId : null }
}

/** Rows in a run that nothing is known of are told as one. */
function addMissing(damage: Damage[], missing: Omit<Damage, 'part'>): void {
  const last = damage.at(-1)
  const joins = last && last.through === missing.sequence - 1 && last.at === null && missing.at === null
  if (joins) last.through = missing.through
  else damage.push({ part: 'log', ...missing })
}

function unlessCorrupt<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (isCorrupt(error)) return null
    throw error
  }
}
