import * as Y from 'yjs'

/** What a root can be in our documents. */
export type SharedType = Y.Map<unknown> | Y.Text | Y.Array<unknown>

/**
 * Every root of a document by name, with its type. A document that was read from bytes knows the names of its roots
 * but not what they are; those that nobody has opened are told by what is in them. Empty ones are left out.
 */
export function rootsOf(doc: Y.Doc): Map<string, SharedType> {
  const roots = new Map<string, SharedType>()
  for (const name of [...doc.share.keys()]) {
    const root = rootOf(doc, name)
    if (root) roots.set(name, root)
  }
  return roots
}

function rootOf(doc: Y.Doc, name: string): SharedType | null {
  const root: unknown = doc.share.get(name)
  if (root instanceof Y.Map || root instanceof Y.Text || root instanceof Y.Array) return root
  // Opened as something else, by a version that knows why.
  if (!(root instanceof Y.AbstractType) || root.constructor !== Y.AbstractType) return null
  if (root._map.size > 0) return doc.getMap(name)
  for (let item = root._start; item; item = item.right) {
    const { content } = item
    // What was deleted says no longer what it was.
    if (content instanceof Y.ContentDeleted) continue
    const isText = content instanceof Y.ContentString || content instanceof Y.ContentFormat
    return isText ? doc.getText(name) : doc.getArray(name)
  }
  return null
}
