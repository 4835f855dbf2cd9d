import type { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { parseDocumentId } from '../../shared/document-id.ts'
import { schemaVersion, versionOf } from '../../shared/schema/migrations.ts'
import { rowChecksum } from '../store/sqlite/checksum.ts'
import { hasTable, rows } from './read-database.ts'

/** What was found of one document. `faults` are sentences' parts for the terminal; empty when it is whole. */
export type DocumentReport = {
  id: string
  /** log rows, snapshots and versions on disk, and the bytes in them */
  rows: number
  snapshots: number
  versions: number
  bytes: number
  /** what was found damaged at some time and lies aside; the document goes on without it */
  setAside: number
  faults: string[]
}

type Head = { id: string; lastSequence: number }
type Part = { sequence: number; bytes: Uint8Array; checksum: number }

/**
 * Checks everything that is kept of every document: each checksum, that no sequence is missing, and that the content
 * loads and says a schema version that this code knows. Goes on past whatever is wrong.
 */
export function* verifyDocuments(db: DatabaseSync): Iterable<DocumentReport> {
  const heads = rows<Head>(db, 'SELECT id, last_sequence AS lastSequence FROM documents ORDER BY id')
  const has = { versions: hasTable(db, 'versions'), damaged: hasTable(db, 'damaged') }
  for (const head of heads) yield verifyDocument(db, head, has)
}

function verifyDocument(
  db: DatabaseSync,
  { id, lastSequence }: Head,
  has: { versions: boolean; damaged: boolean },
): DocumentReport {
  const faults: string[] = []
  const parts = (from: string): Part[] => {
    try {
      return rows<Part>(db, `SELECT sequence, bytes, checksum FROM ${from} WHERE document_id = ? ORDER BY sequence`, id)
    } catch {
      faults.push(`its ${from} can't be read`)
      return []
    }
  }
  const snapshots = parts('snapshots')
  const log = parts('log')
  const versions = has.versions ? parts('versions') : []
  const setAside = has.damaged ? parts('damaged').length : 0
  faults.push(
    ...damagedParts(id, 'snapshot', snapshots),
    ...damagedParts(id, 'change', log),
    ...damagedParts(id, 'version', versions),
    ...versions.flatMap(unreadableVersion),
    ...missing(snapshots, log, lastSequence),
    ...contentFaults(id, snapshots.at(-1), log),
  )
  const bytes = [...snapshots, ...log, ...versions].reduce((sum, part) => sum + part.bytes.length, 0)
  return { id, rows: log.length, snapshots: snapshots.length, versions: versions.length, bytes, setAside, faults }
}

function damagedParts(id: string, what: string, parts: readonly Part[]): string[] {
  return parts
    .filter((part) => part.checksum !== rowChecksum(id, part.sequence, part.bytes))
    .map(({ sequence }) => `${what} ${sequence} has a wrong checksum`)
}

/** Every row after the newest snapshot has to be there; those before it were needed by an older one alone, and are swept. */
function missing(snapshots: readonly Part[], log: readonly Part[], lastSequence: number): string[] {
  const newest = snapshots.at(-1)
  if (!newest) return ['it has no snapshot']
  if (newest.sequence > lastSequence) return [`snapshot ${newest.sequence} is past the last change ${lastSequence}`]
  const faults: string[] = []
  const gap = (from: number, to: number) =>
    faults.push(from === to ? `change ${from} is missing` : `changes ${from} to ${to} are missing`)
  let expected = newest.sequence + 1
  for (const { sequence } of log) {
    if (sequence < expected) continue
    if (sequence > expected) gap(expected, sequence - 1)
    expected = sequence + 1
  }
  if (expected <= lastSequence) gap(expected, lastSequence)
  if (expected > lastSequence + 1) faults.push(`change ${expected - 1} is past the last change ${lastSequence}`)
  return faults
}

function unreadableVersion({ sequence, bytes }: Part): string[] {
  try {
    Y.applyUpdate(new Y.Doc(), gunzipSync(bytes))
    return []
  } catch {
    return [`the version at change ${sequence} can't be read`]
  }
}

function contentFaults(id: string, snapshot: Part | undefined, log: readonly Part[]): string[] {
  if (!snapshot) return []
  const name = parseDocumentId(id)
  if (!name) return ['its name is none']
  const doc = new Y.Doc()
  try {
    const tail = log.filter(({ sequence }) => sequence > snapshot.sequence)
    doc.transact(() => {
      for (const { bytes } of [snapshot, ...tail]) Y.applyUpdate(doc, bytes)
    })
    const faults: string[] = []
    if (doc.store.pendingStructs || doc.store.pendingDs) faults.push('it builds on changes that are not there')
    const version = versionOf(doc)
    if (version === 0) faults.push('it says no schema version')
    if (version > schemaVersion) faults.push(`it has schema version ${version}, newer than this program's`)
    return faults
  } catch {
    return ['its content does not load']
  } finally {
    doc.destroy()
  }
}
