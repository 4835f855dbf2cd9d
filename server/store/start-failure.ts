/** Why the data folder could not be opened. Each is an expected failure with one clear sentence in `main.ts`. */
export type StartFailureKind =
  | 'folderNotWritable' // it cannot be made, or no file in it can be written
  | 'folderInUse' // another process holds it
  | 'newerVersion' // a later version of Samtavle has written it
  | 'storeBroken' // the database file is no database, or is damaged

/** Thrown by `openSqlite`. The folder is as it was before. `cause` is for the log, never for the sentence. */
export class StartFailure extends Error {
  readonly kind: StartFailureKind
  readonly folder: string

  constructor(kind: StartFailureKind, folder: string, cause?: unknown) {
    super(`${kind}: ${folder}`, cause === undefined ? undefined : { cause })
    this.name = 'StartFailure'
    this.kind = kind
    this.folder = folder
  }
}
