import * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'

/**
 * Looks at all that was made in this transaction, while it can still be given up: Yjs has placed everything by then, and has
 * tidied up nothing. Throws `tooDeep` if a shared type lies deeper than `depth` in others: deleting the root of a deep chain
 * makes Yjs recurse as deep as the chain, in every process that has the document. Throws `malformed` for what is placed so
 * that Yjs could not delete it as a whole, and the document not be made again from its own bytes.
 */
export function checkNewItems(transaction: Y.Transaction, depth: number): void {
  const { store } = transaction.doc
  for (const [client, structs] of store.clients) {
    const from = transaction.beforeState.get(client) ?? 0
    const last = structs.at(-1)
    if (!last || last.id.clock + last.length <= from) continue
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index]
      if (!struct || struct.id.clock + struct.length <= from) break
      if (!(struct instanceof Y.Item)) continue
      checkPlace(store, struct)
      if (struct.content instanceof Y.ContentType) checkDepthOf(struct, depth)
    }
  }
}

/**
 * An item names the one before it and the one after it, and Yjs believes that these are of one list, or of one key's values.
 * Of a key's values only the last is not deleted, and that is one value: of more, a part could be deleted. Each comes after
 * another and before none, or not everybody would find the same one last.
 */
function checkPlace(store: Y.Doc['store'], item: Y.Item): void {
  const { parent, parentSub, left, right, origin, rightOrigin } = item
  for (const named of [itemAt(store, origin, left), itemAt(store, rightOrigin, right), left, right]) {
    if (named === null) continue
    if (!(named instanceof Y.Item) || named.parent !== parent || named.parentSub !== parentSub)
      throw new AppError('malformed')
  }
  if (parentSub === null) return
  if (rightOrigin !== null || (!item.deleted && (right !== null || item.length > 1))) throw new AppError('malformed')
}

/** The item with this id; it is mostly the neighbour. */
function itemAt(store: Y.Doc['store'], id: Y.ID | null, neighbour: Y.Item | null): Y.Item | Y.GC | null {
  if (id === null) return null
  const ahead = neighbour?.id.client === id.client ? id.clock - neighbour.id.clock : -1
  return neighbour && ahead >= 0 && ahead < neighbour.length ? neighbour : Y.getItem(store, id)
}

function checkDepthOf(item: Y.Item, depth: number): void {
  let parent = item.parent
  for (let level = 1; parent instanceof Y.AbstractType && parent._item; level += 1) {
    if (level >= depth) throw new AppError('tooDeep')
    parent = parent._item.parent
  }
}
