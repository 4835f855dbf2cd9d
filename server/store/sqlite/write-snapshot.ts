import type { DatabaseSync } from 'node:sqlite'
import { rowChecksum } from './checksum.ts'
import { query } from './query.ts'

export type WriteSnapshot = (
  documentId: string,
  sequence: number,
  bytes: Uint8Array,
  stateVector: Uint8Array | null,
  at: number,
) => void

/** Writes a snapshot in its place, over one of the same sequence. */
export function snapshotWriter(db: DatabaseSync): WriteSnapshot {
  const write = query<[string, number, Uint8Array, number, number, Uint8Array | null, number | null]>(
    db,
    'INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return (id, sequence, bytes, vector, at) => {
    const vectorChecksum = vector && rowChecksum(id, sequence, vector)
    write.run(id, sequence, bytes, rowChecksum(id, sequence, bytes), at, vector, vectorChecksum)
  }
}
