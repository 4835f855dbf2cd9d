import * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'

/** The update that changes nothing: what a reader answers when it has nothing that we lack. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

/**
 * Reads an update without applying it. Throws `malformed` when it is no Yjs update and `tooDeep` when a plain
 * value in it is nested deeper than `depth`, or when it brings a subdocument, which no board has. Reading it
 * here first keeps bytes that only look like an update away from the live document. Numbers that Yjs reads but
 * can't write again (lib0 reads up to infinity) are `malformed` too: stored, they would close the document to everybody.
 */
export function checkUpdate(update: Uint8Array, depth: number): void {
  let decoded
  try {
    decoded = Y.decodeUpdate(update)
  } catch (cause) {
    throw new AppError('malformed', {}, cause)
  }
  if (!numbersOf(decoded).every(isReadable)) throw new AppError('malformed')
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue
    const { content } = struct
    if (content instanceof Y.ContentDoc) throw new AppError('tooDeep')
    for (const value of plainValues(content)) {
      if (deeperThan(value, depth)) throw new AppError('tooDeep')
    }
  }
}

/** No clock comes near this, and two of them still add up to a number that can be written and read. */
function isReadable(n: number): boolean {
  return Number.isSafeInteger(n) && n < 2 ** 50
}

/** Every clock, client id and length in an update; where a stretch ends too, since that is what a state vector tells. */
function numbersOf({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): number[] {
  const numbers: number[] = []
  const addId = (id: unknown) => {
    if (id instanceof Y.ID) numbers.push(id.client, id.clock)
  }
  for (const struct of structs) {
    addId(struct.id)
    numbers.push(struct.id.clock + struct.length)
    if (!(struct instanceof Y.Item)) continue
    addId(struct.origin)
    addId(struct.rightOrigin)
    addId(struct.parent)
  }
  for (const [client, ranges] of ds.clients) {
    numbers.push(client)
    for (const { clock, len } of ranges) numbers.push(clock + len)
  }
  return numbers
}

function plainValues(content: unknown): unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr as unknown[]
  if (content instanceof Y.ContentEmbed) return [content.embed]
  if (content instanceof Y.ContentFormat) return [content.value]
  return []
}

/** Whether objects and arrays lie in each other more than `depth` deep. Without recursion: the value is a stranger's. */
function deeperThan(value: unknown, depth: number): boolean {
  let level: unknown[] = [value]
  for (let at = 0; level.length > 0; at += 1) {
    const inner = level.filter((item): item is object => typeof item === 'object' && item !== null)
    if (inner.length === 0) return false
    if (at >= depth) return true
    level = inner.flatMap((item) => (item instanceof Uint8Array ? [] : (Object.values(item) as unknown[])))
  }
  return false
}

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
