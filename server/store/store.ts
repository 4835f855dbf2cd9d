import type { Backup } from '../backup/backup-list.ts'

/** One committed change of a document. `sequence` is gapless per document, from 1. */
export type LogRow = { sequence: number; update: Uint8Array; sessionId: string | null; at: number }

/** What of a document could not be read. */
export type Damage = {
  /**
   * `log`: these rows are missing. `snapshot`, `head`: by itself nothing is lost, as the snapshot before and the rows
   * after it, or the rows themselves, were read instead.
   */
  part: 'snapshot' | 'log' | 'head'
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

export type VersionKind = 'auto' | 'named' | 'beforeRestore' | 'beforeDelete'

/** A whole state of a document to be kept. */
export type NewVersion = {
  /** a version of before a purge must not be saved after it */
  epoch: string
  kind: VersionKind
  name: string | null
  personId: string | null
  /** ms since 1970 */
  at: number
  /** `state` holds everything up to this one */
  sequence: number
  /** one Yjs update */
  state: Uint8Array
}

/** A version in the list. `bytes` is what it takes on disk. */
export type VersionRow = Omit<NewVersion, 'epoch' | 'state'> & { id: number; documentId: string; bytes: number }

/** Which part of a document's history, times in ms since 1970, rounded outward to whole minutes. */
export type HistoryQuery = {
  from: number
  to: number
  personId?: string
  /** the last entry of the page before */
  before?: Pick<HistoryEntry, 'at' | 'personId'>
}

/** What one person changed in one minute. */
export type HistoryEntry = {
  /** the minute's beginning */
  at: number
  /** null for the server itself, and for a session that is not known */
  personId: string | null
  name: string | null
  /** how many rows */
  changes: number
}

/** Newest first, at most `historyPage` of them. */
export type HistoryPage = { entries: HistoryEntry[]; more: boolean }

/** What a document is after a purge. */
export type Rewrite = {
  documentId: string
  epoch: string
  newEpoch: string
  snapshot: Uint8Array
  stateVector: Uint8Array | null
}

/** A backup, with what was in it and has been purged since. Its file may be gone. */
export type KnownBackup = Backup & { purged: { documentId: string; at: number }[] }

export type Purged = {
  /** false while a trace may be left in the files, because the disk is full or a backup is being made; it is tried again */
  clean: boolean
  /** those that may still hold what was purged */
  backups: KnownBackup[]
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
  /**
   * Null for a document that was never created: opening makes nothing. What is damaged is left out and told in
   * `damage`; it is set aside on disk, not deleted. Rejects only if nothing can be read.
   */
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
  /**
   * Removes rows that a snapshot made superfluous before `before` (ms since 1970), unless the snapshot before the newest
   * needs them, and versions that are kept no longer. Resolves to the number of rows removed.
   */
  sweep(before: number): Promise<number>
  /**
   * Keeps a whole state and resolves to its id. Not in order with other writes. An `auto` one of the same sequence
   * as the newest is not kept twice. Rejects as `append` does, and `tooMany` past `namedVersionsPerDocument`.
   */
  saveVersion(documentId: string, version: NewVersion): Promise<number>
  /** Newest first. */
  versions(documentId: string): Promise<VersionRow[]>
  /** Null for one that was pruned or purged. Rejects `storeFailed` for one that is damaged. */
  readVersion(id: number): Promise<(VersionRow & { state: Uint8Array }) | null>
  /** Who changed a document and when, newest first; also of rows that were swept or purged. */
  history(documentId: string, query: HistoryQuery): Promise<HistoryPage>
  /**
   * Rewrites documents, together: each has the new snapshot and epoch, and neither rows, versions nor anything else of
   * before; nothing of it is left in the files. Give those that were derived from it too. Stops everything else
   * while the file is written anew. Rejects as `append` does, and then nothing is changed.
   */
  purge(rewrites: Rewrite[]): Promise<Purged>
  /** Every backup known to have been made, oldest first. */
  backups(): Promise<KnownBackup[]>
  /** Resolves if a small write reaches the disk now; what /healthz asks. */
  probe(): Promise<void>
  /** Waits for what is under way and closes. What is called afterwards rejects. */
  close(): Promise<void>
}
