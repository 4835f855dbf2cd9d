import type * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'
import type { DocumentKind } from '../../shared/roles.ts'
import { sweepDeleted } from '../../shared/ops/sweep.ts'
import { migrate, schemaVersion, setVersion, versionOf } from '../../shared/schema/migrations.ts'
import type { StoredDocument } from '../store/store.ts'

/**
 * Brings a document up to this version and removes what was deleted long ago. Whoever may write can also write which
 * version a document has, so that it is believed only as far as the store says that a server has been there (0: not known).
 */
export function tidyDocument(doc: Y.Doc, args: { kind: DocumentKind; tidiedVersion: number; now: number }): void {
  const { kind, tidiedVersion, now } = args
  const said = versionOf(doc)
  migrate(doc, kind, tidiedVersion === 0 ? said : Math.min(said, tidiedVersion))
  if (tidiedVersion > 0) keepVersion(doc, tidiedVersion)
  if (kind === 'team') sweepDeleted(doc, now)
}

/** Takes back a version that somebody wrote into a document which this server has brought up to date. */
export function keepVersion(doc: Y.Doc, tidiedVersion: number): void {
  setVersion(doc, Math.max(tidiedVersion, schemaVersion))
}

/** Whether it was looked through by this version, not long ago. */
export function isTidy({ tidied }: StoredDocument, now: number, againMs: number): boolean {
  return tidied.version === schemaVersion && now - tidied.at < againMs
}

/** Whether it was only the disk that failed: then it is done again, which comes after the room was read anew. */
export function mayPass(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storeFailed'
}
