import * as Y from 'yjs'
import { encodeStep2 } from './codec.ts'

/**
 * What of a document is on disk, as bytes: one update that holds everything up to some change (the base), and every
 * change since (the tail). The base is kept framed, ready for a newcomer, and only once in memory.
 */
export class Committed {
  #frame: Uint8Array
  #base: Uint8Array
  /** of the base; null where the store did not know it */
  #vector: Uint8Array | null
  #tail: Uint8Array[]
  #tailBytes = 0

  constructor(base: Uint8Array, vector: Uint8Array | null, tail: Uint8Array[]) {
    this.#frame = encodeStep2(base)
    this.#base = payloadOf(this.#frame, base.length)
    this.#vector = vector
    this.#tail = tail
    for (const update of tail) this.#tailBytes += update.length
  }

  /** How large it is. Before it is folded, what was written and deleted since counts too. */
  get bytes(): number {
    return this.#base.length + this.#tailBytes
  }

  /** The number of changes since the base. */
  get tailLength(): number {
    return this.#tail.length
  }

  /** A fresh document with all of it, made in one transaction: applying a long log change by change takes far longer. */
  makeDoc(): Y.Doc {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const update of [this.#base, ...this.#tail]) Y.applyUpdate(doc, update)
    })
    return doc
  }

  /** All of it in order, as it is now; the base first. */
  get parts(): Uint8Array[] {
    return [this.#base, ...this.#tail]
  }

  /** These parts, which were all there was for a while, are this one update now. Changes nothing if there is another base since. */
  replace(parts: readonly Uint8Array[], { base, vector }: { base: Uint8Array; vector: Uint8Array }): void {
    if (parts[0] !== this.#base) return
    const rest = this.#tail.slice(parts.length - 1)
    this.#setBase(base, vector)
    for (const update of rest) this.append(update)
  }

  /** One more change is on disk. */
  append(update: Uint8Array): void {
    this.#tail.push(update)
    this.#tailBytes += update.length
  }

  /** Makes one base of it all. `doc` must hold exactly what is committed. */
  fold(doc: Y.Doc): void {
    this.#setBase(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc))
  }

  #setBase(base: Uint8Array, vector: Uint8Array): void {
    this.#frame = encodeStep2(base)
    this.#base = payloadOf(this.#frame, base.length)
    this.#vector = vector
    this.#tail = []
    this.#tailBytes = 0
  }

  /** Everything as a framed step 2; null while there are changes since the base. */
  get ready(): Uint8Array | null {
    return this.#tail.length === 0 ? this.#frame : null
  }

  /** Everything as one update, with its state vector; null while there are changes since the base. */
  get folded(): { base: Uint8Array; vector: Uint8Array } | null {
    if (this.#tail.length > 0) return null
    this.#vector ??= Y.encodeStateVectorFromUpdate(this.#base)
    return { base: this.#base, vector: this.#vector }
  }
}

/** The update at the end of its frame: a view, so that a large board lies in memory once. */
function payloadOf(frame: Uint8Array, length: number): Uint8Array {
  return frame.subarray(frame.length - length)
}
