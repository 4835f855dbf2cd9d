import * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'

/**
 * Throws `tooDeep` if a shared type made in this transaction lies deeper than `depth` in others. Deleting the
 * root of a deep chain makes Yjs recurse as deep as the chain, in every process that has the document: such a
 * chain must never be committed. Yjs has resolved implicit parents by the time this runs.
 */
export function checkNesting(transaction: Y.Transaction, depth: number): void {
  const { store } = transaction.doc
  for (const [client, structs] of store.clients) {
    const from = transaction.beforeState.get(client) ?? 0
    const last = structs.at(-1)
    if (!last || last.id.clock + last.length <= from) continue
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index]
      if (!struct || struct.id.clock + struct.length <= from) break
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) checkDepthOf(struct, depth)
    }
  }
}

function checkDepthOf(item: Y.Item, depth: number): void {
  let parent = item.parent
  for (let level = 1; parent instanceof Y.AbstractType && parent._item; level += 1) {
    if (level >= depth) throw new AppError('tooDeep')
    parent = parent._item.parent
  }
}
