import * as Y from 'yjs'

/** A document as one update, with its state vector. */
export type Folded = { base: Uint8Array; vector: Uint8Array }

/** Makes one update of these. What builds on something that is in none of them is left out, as a room leaves it out. */
export function fold(updates: Iterable<Uint8Array>): Folded {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  const folded = { base: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc) }
  doc.destroy()
  return folded
}
