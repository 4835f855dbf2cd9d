import * as Y from 'yjs'

/** The origin of what came from the server: on its disk already. */
export const serverOrigin = Symbol('server')

/** The origin of what was read from this device's own copy. */
export const localCopyOrigin = Symbol('localCopy')

/** One update made here that the server has not said is on disk. `change` tells which updates people count as one. */
export type LocalUpdate = { readonly n: number; update: Uint8Array; readonly change: number }

export type LocalChangesListener = {
  added?(entry: LocalUpdate, transaction: Y.Transaction): void
  acknowledged?(entries: readonly LocalUpdate[]): void
}

/**
 * Everything done to a document on this device, numbered in order, until the server has it on disk. It is the
 * one place that knows what is waiting: the connection sends from it and the local copy stores it.
 *
 * People count changes, not updates: what happens in one go is one change (a new goal is two updates), and so
 * is a stretch of typing in one text.
 */
export class LocalChanges {
  readonly #doc: Y.Doc
  readonly #listeners = new Set<LocalChangesListener>()
  #waiting: LocalUpdate[] = []
  #count = 0
  #lastChange: number
  #lastText: unknown = null
  #sameTurn = false

  constructor(doc: Y.Doc) {
    this.#doc = doc
    // Other numbers than another visit's or another tab's, whose changes may lie in the same local copy.
    this.#lastChange = doc.clientID * 2 ** 20
    doc.on('update', this.#onUpdate)
  }

  /** The number of the newest local update; 0 when there never was one. */
  get count(): number {
    return this.#count
  }

  /** What the server has not acknowledged, oldest first. */
  get unacknowledged(): readonly LocalUpdate[] {
    return this.#waiting
  }

  /** How many changes wait, as people count them. */
  get waiting(): number {
    return new Set(this.#waiting.map((entry) => entry.change)).size
  }

  listen(listener: LocalChangesListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Puts what an earlier visit left unsent in front of what has been done since. Only before the connection
   * starts: it gives new numbers. The updates must be in the document already.
   */
  restore(earlier: readonly { update: Uint8Array; change: number }[]): LocalUpdate[] {
    const before = earlier.map(({ update, change }, index) => ({ n: index + 1, update, change }))
    const since = this.#waiting.map((entry) => ({ ...entry, n: entry.n + before.length }))
    this.#waiting = [...before, ...since]
    this.#count += before.length
    return this.#waiting
  }

  /** The server has update `n` and all before it on disk. */
  acknowledge(n: number): void {
    const at = this.#waiting.findIndex((entry) => entry.n > n)
    const sent = this.#waiting.splice(0, at < 0 ? this.#waiting.length : at)
    if (sent.length === 0) return
    for (const listener of this.#listeners) listener.acknowledged?.(sent)
  }

  stop(): void {
    this.#doc.off('update', this.#onUpdate)
    this.#listeners.clear()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === serverOrigin || origin === localCopyOrigin) return
    this.#count += 1
    const entry = { n: this.#count, update, change: this.#changeOf(transaction) }
    this.#waiting.push(entry)
    for (const listener of this.#listeners) listener.added?.(entry, transaction)
  }

  #changeOf(transaction: Y.Transaction): number {
    const [only, ...others] = transaction.changed.keys()
    const text = others.length === 0 && only instanceof Y.Text ? only : null
    const goesOn = text !== null && text === this.#lastText && this.#waiting.at(-1)?.change === this.#lastChange
    if (!goesOn && !this.#sameTurn) this.#lastChange += 1
    this.#lastText = text
    if (!this.#sameTurn) {
      this.#sameTurn = true
      queueMicrotask(() => (this.#sameTurn = false))
    }
    return this.#lastChange
  }
}
