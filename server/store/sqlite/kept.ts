import { gunzipSync } from 'node:zlib'
import { rowChecksum } from './checksum.ts'

/** A document's own row. */
export type Head = { epoch: string; lastSequence: number; tidyVersion: number; tidyAt: number }

/** Bytes that are kept under a checksum of them and their place. */
type Kept = { sequence: number; bytes: Uint8Array; checksum: number }
export type KeptSnapshot = Kept & { at: number; stateVector: Uint8Array | null; stateVectorChecksum: number | null }
export type KeptRow = Kept & { sessionId: string | null; at: number }
export type KeptVersion = Kept & { id: number; at: number }

export const headSql = `SELECT epoch, last_sequence AS lastSequence, tidy_version AS tidyVersion, tidy_at AS tidyAt
  FROM documents WHERE id = ?`
export const snapshotColumns = `sequence, bytes, checksum, at, state_vector AS stateVector,
  state_vector_checksum AS stateVectorChecksum`
export const rowColumns = 'sequence, bytes, checksum, session_id AS sessionId, at'

/** Whether bytes are the ones that were written in this place. */
export function isIntact(documentId: string, { sequence, bytes, checksum }: Kept): boolean {
  // On a damaged page a column may have another type than its table.
  return bytes instanceof Uint8Array && checksum === rowChecksum(documentId, sequence, bytes)
}

/** Whether a column holds a sequence or a time: on a damaged page it may hold anything, or nothing. */
export function isWholeNumber(value: number | null | undefined): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** A version's state, in a buffer of its own: what zlib gives may lie in a pool that can't be handed over. */
export function unzipped(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(gunzipSync(bytes))
}

/** SQLITE_CORRUPT: the page that a row is on, or that leads to it, is none. Any other failure may pass, and is no damage. */
export function isCorrupt(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 11
}
