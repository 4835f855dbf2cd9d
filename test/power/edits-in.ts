import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { documentReader } from '../../server/store/sqlite/read-document.ts'

/** The edits in a document as it is stored, with what they say; null if there is no such document. */
export function editsIn(db: DatabaseSync, documentId: string): Map<string, string> | null {
  const stored = documentReader(db)(documentId)
  return stored && editsOf([stored.snapshot, ...stored.tail.map((row) => row.update)])
}

/** The same of a document that these updates make. */
export function editsOf(updates: readonly Uint8Array[]): Map<string, string> {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return new Map(doc.getMap<string>('edits').entries())
}
