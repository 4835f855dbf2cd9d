/** One committed change of a document. `sequence` is gapless per document, from 1. */
export type LogRow = { sequence: number; update: Uint8Array; sessionId: string | null; at: number }

/** A document as it stands on disk: the newest snapshot and every row after it, in order. */
export type StoredDocument = {
  epoch: string
  /** one Yjs update; holds everything up to `snapshotSequence` */
  snapshot: Uint8Array
  snapshotSequence: number
  tail: LogRow[]
}

/** Changes of one document that belong together: they are written in one row with one sequence. */
export type Append = {
  documentId: string
  epoch: string
  update: Uint8Array
  /** whose change it is; null when several sessions' changes were merged or the server itself wrote */
  sessionId: string | null
  /** ms since 1970 */
  at: number
}

/**
 * Where documents live. Byte-level: it knows nothing of Yjs but that updates are bytes. Every promise
 * resolves only when the bytes are durable (fsync), and rejects with an `AppError('storeFailed')` when
 * they are not; after a rejection nothing of that call is on disk. Bytes given are copied in the call, so the
 * caller may go on using them; bytes received are the caller's own. Calls are written in the order they were
 * made, and those made in one turn in one commit: a disk that fails fails them all, so that no change is kept
 * without the ones it builds on. One contract suite runs against every implementation.
 */
export interface Store {
  /** Null for a document that was never created: opening makes nothing. Rejects if a row's checksum is wrong. */
  open(documentId: string): Promise<StoredDocument | null>
  /** Writes one row and resolves to its sequence. Rejects `epochChanged` if `epoch` is not the document's, `notFound` if there is none. */
  append(change: Append): Promise<number>
  /**
   * Stores a snapshot that holds everything up to `sequence`. Rows that it makes superfluous are kept for
   * `rawLogKeepMs` and swept by `sweep`. A snapshot older than the stored one changes nothing. Rejects as `append` does.
   */
  putSnapshot(documentId: string, epoch: string, sequence: number, snapshot: Uint8Array): Promise<void>
  /** Removes rows that a snapshot made superfluous before `before` (ms since 1970). Resolves to the number of rows removed. */
  sweep(before: number): Promise<number>
  /** Resolves if a small write reaches the disk now; what /healthz asks. */
  probe(): Promise<void>
  /** Waits for what is under way and closes. What is called afterwards rejects. */
  close(): Promise<void>
}
