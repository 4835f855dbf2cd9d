import * as Y from 'yjs'
import type { ServerLimits } from '../limits.ts'
import { limitApplyTime } from './apply-time.ts'
import { encodeStep1, encodeStep2 } from './codec.ts'
import { checkNesting } from './update-check.ts'

/** How many different answers to step 1 are kept while the document stands still. */
const mostAnswers = 64
/** A longer state vector is no board's; it is answered, but not kept as a key. Bytes. */
const longestKey = 16_000

/**
 * A room's live document, and the committed bytes that it can be made from again when a stranger's update
 * leaves it in a state that nobody may see. Yjs applies an update in place and cannot take it back.
 */
export class LiveDocument {
  readonly #limits: ServerLimits
  readonly #clientId: number
  #committed: Uint8Array[]
  #doc: Y.Doc
  /** by the asker's state vector: 300 who come back at once ask alike */
  readonly #answers = new Map<string, Uint8Array>()

  constructor(limits: ServerLimits, clientId: number, committed: Uint8Array[]) {
    this.#limits = limits
    this.#clientId = clientId
    this.#committed = committed
    this.#doc = this.#make()
  }

  #make(): Y.Doc {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const update of this.#committed) Y.applyUpdate(doc, update)
    })
    // Only now: Yjs gives up an id that it sees in somebody else's changes, and these count as such.
    doc.clientID = this.#clientId
    return doc
  }

  /** The document itself. Between batches it equals what is on disk. */
  get doc(): Y.Doc {
    return this.#doc
  }

  /** The number of committed updates since the last snapshot. */
  get tailLength(): number {
    return this.#committed.length - 1
  }

  /** Throws away what has been applied since the last `commit`. */
  rebuild(): void {
    this.#doc.destroy()
    this.#doc = this.#make()
  }

  /** An applied update is on disk now. */
  commit(update: Uint8Array): void {
    this.#committed.push(update)
    this.#answers.clear()
  }

  /** Everything committed, as one update, which from now on stands for all earlier ones. Call between batches only. */
  compact(): Uint8Array {
    const snapshot = Y.encodeStateAsUpdate(this.#doc)
    this.#committed = [snapshot]
    return snapshot
  }

  /**
   * Applies a change in one transaction and gives the update that it made (null: it changed nothing). Throws
   * what the change throws, and `tooDeep`; then the document must be rebuilt before anybody reads it.
   */
  apply(change: (doc: Y.Doc) => void): Uint8Array | null {
    const doc = this.#doc
    const made: Uint8Array[] = []
    // Yjs emits the update even when the change threw: it counts only if we get past `transact`.
    const keep = (update: Uint8Array): void => void made.push(update)
    doc.on('update', keep)
    try {
      doc.transact((transaction) => {
        change(doc)
        checkNesting(transaction, this.#limits.nestingDepth)
      })
    } finally {
      doc.off('update', keep)
    }
    if (made.length <= 1) return made[0] ?? null
    return Y.mergeUpdates(made)
  }

  /**
   * Applies a client's update. `whole` is false if some of it builds on something that this document never
   * had; that part is dropped and must be sent again. Throws also `tooFast` for one that takes too long.
   */
  applyUpdate(bytes: Uint8Array): { update: Uint8Array | null; whole: boolean } {
    let whole = true
    const update = this.apply((doc) => {
      limitApplyTime(this.#limits.applyMs, () => Y.applyUpdate(doc, bytes))
      whole = doc.store.pendingStructs === null && doc.store.pendingDs === null
      doc.store.pendingStructs = null
      doc.store.pendingDs = null
    })
    return { update, whole }
  }

  /** Step 2 for an asker with this state vector, framed. Call between batches only. Throws for bytes that are no state vector. */
  answer(stateVector: Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString('base64')
    const known = this.#answers.get(key)
    if (known) return known
    const answer = encodeStep2(Y.encodeStateAsUpdate(this.#doc, stateVector))
    if (this.#answers.size < mostAnswers && stateVector.length <= longestKey) this.#answers.set(key, answer)
    return answer
  }

  /** Step 1: asks for whatever this document lacks, framed. */
  ask(): Uint8Array {
    return encodeStep1(Y.encodeStateVector(this.#doc))
  }
}
