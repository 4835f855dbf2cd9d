import type { DatabaseSync } from 'node:sqlite'
import { isCorrupt, isIntact, rowColumns, type KeptRow } from './kept.ts'

/** How many rows that can't be read are stepped over, from each end. */
const mostSkipped = 100

/**
 * Reads a document's intact rows without looking anything up: a row whose page is broken stands in the way of lookups of other
 * rows too. Goes from both ends, and past whatever can't be read.
 */
export function scanLog(db: DatabaseSync, documentId: string): Map<number, KeptRow> {
  const found = new Map<number, KeptRow>()

  /** Up to the first that can't be read; says how far it came, and whether that is all. */
  function take(columns: string, direction: Direction, past: number, most: number): { past: number; all: boolean } {
    // The plus signs keep SQLite from looking up. After an error a statement that was iterated can't be used again.
    const statement = db.prepare(
      `SELECT ${columns} FROM log WHERE +document_id = ? AND +sequence ${direction.beyond} ?
       ORDER BY document_id ${direction.order}, sequence ${direction.order} LIMIT ?`,
    )
    let last = past
    try {
      for (const row of statement.iterate(documentId, past, most) as Iterable<KeptRow>) {
        last = row.sequence
        if (columns === rowColumns && isIntact(documentId, row)) found.set(row.sequence, row)
      }
      return { past: last, all: true }
    } catch (error) {
      if (isCorrupt(error)) return { past: last, all: false }
      throw error
    }
  }

  for (const direction of directions) {
    let past = direction.start
    for (let skipped = 0; skipped < mostSkipped; skipped += 1) {
      const came = take(rowColumns, direction, past, -1)
      if (came.all) return found
      // The sequence alone can mostly be read also of a row that can't.
      const bad = take('sequence', direction, came.past, 1)
      if (bad.past === came.past) break
      past = bad.past
    }
  }
  return found
}

type Direction = { beyond: '>' | '<'; order: 'ASC' | 'DESC'; start: number }

/** As the rows lie in the table. */
const directions: readonly Direction[] = [
  { beyond: '>', order: 'ASC', start: 0 },
  { beyond: '<', order: 'DESC', start: Number.MAX_SAFE_INTEGER },
]
