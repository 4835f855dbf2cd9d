/** One committed change of a document. `sequence` is gapless per document, from 1. */
export type LogRow = { sequence: number; update: Uint8Array; sessionId: string | null; at: number }

/** What of a document could not be read. */
export type Damage = {
  /** `snapshot`: the bytes of one; by itself nothing is lost, as the one before and the rows after it were read instead */
  part: 'snapshot' | 'log'
  /** of the snapshot, or of the first of these rows */
  sequence: number
  /** the last of these rows; the same as `sequence` for a snapshot and for one row alone */
  through: number
  /** when it was written and by which session, where that can still be read */
  at: number | null
  sessionId: string | null
}

/** A document as it stands on disk: the newest good snapshot and every good row after it, in order. */
export type StoredDocument = {
  epoch: string
  /** one Yjs update; holds everything up to `snapshotSequence` */
  snapshot: Uint8Array
  snapshotSequence: number
  /** of `snapshot`, as `putSnapshot` was given it; null if it was given none */
  stateVector: Uint8Array | null
  tail: LogRow[]
  /** the last sequence that was given out; with damage it may be higher than the tail's last */
  lastSequence: number
  /** which version of the server's tidying the document has had, and when (ms since 1970); 0 for none */
  tidied: { version: number; at: number }
  /** empty unless something could not be read; `tail` may then have gaps, and exactly the rows named here are missing */
  damage: Damage[]
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
   * Stores a snapshot that holds everything up to `sequence`, with its state vector if it is known. Rows that it makes superfluous are kept for
   * `rawLogKeepMs` and swept by `sweep`. A snapshot older than the stored one changes nothing. Rejects as `append` does.
   */
  putSnapshot(
    documentId: string,
    epoch: string,
    sequence: number,
    snapshot: Uint8Array,
    stateVector?: Uint8Array,
  ): Promise<void>
  /** Remembers that the server's tidying has been through the document. Rejects `notFound` if there is none. */
  markTidied(documentId: string, version: number, at: number): Promise<void>
  /** Removes rows that a snapshot made superfluous before `before` (ms since 1970). Resolves to the number of rows removed. */
  sweep(before: number): Promise<number>
  /** Resolves if a small write reaches the disk now; what /healthz asks. */
  probe(): Promise<void>
  /** Waits for what is under way and closes. What is called afterwards rejects. */
  close(): Promise<void>
}
