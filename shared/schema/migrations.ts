import * as Y from 'yjs'
import type { DocumentKind } from '../roles.ts'
import { municipalMapId, newMapEntry } from './actor-map.ts'

/** One step: brings a document from `version - 1` to `version`. Never edited once shipped, safe to run twice. */
export type Migration = { version: number; kinds: readonly DocumentKind[]; up: (doc: Y.Doc) => void }

/**
 * Append-only and numbered. 1 is the first shape: it marks the document and nothing else; entities are made
 * by operations.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    kinds: ['team', 'gathering', 'stage', 'talk', 'overview'],
    up: () => {
      // The first shape has no earlier one to come from.
    },
  },
  {
    // Every team has one municipal map. Made here and not by people, so that there can't be two.
    version: 2,
    kinds: ['team'],
    up: (doc) => {
      const maps = doc.getMap<Y.Map<unknown>>('maps')
      if (maps.has(municipalMapId)) return
      const map = newMapEntry({ level: 'municipal', coverName: '', order: 'a0', time: 1 })
      map.set('deletedAt', null)
      maps.set(municipalMapId, map)
    },
  },
]

/** The schema version that this code writes and reads. */
export const schemaVersion = migrations.at(-1)?.version ?? 0

/** The version that a document says it has; 0 for one that says nothing. */
export function versionOf(doc: Y.Doc): number {
  const version = doc.getMap('meta').get('schemaVersion')
  return typeof version === 'number' ? version : 0
}

/** Writes which schema version a document has, if it does not say so already. */
export function setVersion(doc: Y.Doc, version: number): void {
  if (versionOf(doc) !== version) doc.getMap('meta').set('schemaVersion', version)
}

/**
 * Brings a document up to `schemaVersion`, in one transaction. Run by the server when a room loads, before any client
 * enters. `from` is what it is known to have had, where that is less than it says.
 */
export function migrate(doc: Y.Doc, kind: DocumentKind, from = versionOf(doc)): void {
  if (from >= schemaVersion) return
  doc.transact(() => {
    for (const migration of migrations) {
      if (migration.version > from && migration.kinds.includes(kind)) migration.up(doc)
    }
    setVersion(doc, schemaVersion)
  }, 'migration')
}

/** The first state of a document, as one Yjs update: written once, by the server, in the transaction that creates it. */
export function initialState(kind: DocumentKind): Uint8Array {
  const doc = new Y.Doc()
  migrate(doc, kind)
  return Y.encodeStateAsUpdate(doc)
}
