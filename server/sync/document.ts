import * as Y from 'yjs'
import type { ServerLimits } from '../limits.ts'
import type { StoredDocument } from '../store/store.ts'
import { limitApplyTime } from './apply-time.ts'
import { encodeStep1, encodeStep2 } from './codec.ts'
import { Committed } from './committed.ts'
import { checkNesting } from './update-check.ts'

/** How many different answers to step 1 are kept while the document stands still. */
const mostAnswers = 64
/** A longer state vector is no board's; it is answered, but not kept as a key. Bytes. */
const longestKey = 16_000

/**
 * A room's document: the committed bytes, and a Y.Doc made from them when somebody changes or reads it. A board that
 * is only looked at has none. Yjs applies an update in place and cannot take it back: after a stranger's
 * update that nobody may see the Y.Doc is thrown away.
 */
export class LiveDocument {
  readonly #limits: ServerLimits
  readonly #clientId: number
  readonly #committed: Committed
  #doc: Y.Doc | null = null
  /** by the asker's state vector: 300 who come back at once ask alike */
  readonly #answers = new Map<string, Uint8Array>()
  /** the framed step 1 of what is committed */
  #question: Uint8Array | null = null

  constructor(
    limits: ServerLimits,
    clientId: number,
    stored: Pick<StoredDocument, 'snapshot' | 'stateVector' | 'tail'>,
  ) {
    this.#limits = limits
    this.#clientId = clientId
    const tail = stored.tail.map((row) => row.update)
    this.#committed = new Committed(stored.snapshot, stored.stateVector, tail)
  }

  /** The document itself. Between batches it equals what is on disk. */
  get doc(): Y.Doc {
    if (this.#doc) return this.#doc
    const doc = this.#committed.makeDoc()
    // What was stored builds on nothing that is missing, unless the disk lost a row: then it waits for that in vain.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    // Only now: Yjs gives up an id that it sees in somebody else's changes, and these count as such.
    doc.clientID = this.#clientId
    this.#doc = doc
    return doc
  }

  /** Whether the document is in memory as more than bytes. */
  get isLive(): boolean {
    return this.#doc !== null
  }

  /** The number of committed updates since the last snapshot. */
  get tailLength(): number {
    return this.#committed.tailLength
  }

  /** Throws the Y.Doc away, with what has been applied since the last `commit`; it is made again when it is needed. */
  drop(): void {
    this.#doc?.destroy()
    this.#doc = null
  }

  /** An applied update is on disk now. */
  commit(update: Uint8Array): void {
    this.#committed.append(update)
    this.#answers.clear()
    this.#question = null
  }

  /** Everything committed as one update, with its state vector. Call between batches only. */
  compact(): { base: Uint8Array; vector: Uint8Array } {
    for (;;) {
      const { folded } = this.#committed
      if (folded) return folded
      this.#fold()
    }
  }

  #fold(): void {
    const wasLive = this.isLive
    this.#committed.fold(this.doc)
    if (!wasLive) this.drop() // made for this alone
  }

  /**
   * Applies a change in one transaction and gives the update that it made (null: it changed nothing). Throws
   * what the change throws, and `tooDeep`; then the document must be dropped before anybody reads it.
   */
  apply(change: (doc: Y.Doc) => void): Uint8Array | null {
    const { doc } = this
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
   * Applies what one client sent, in one transaction. `whole` is false if some of it builds on something that this
   * document never had; that part is dropped and must be sent again. Throws also `tooFast` for one that takes too long.
   */
  applyUpdates(updates: readonly Uint8Array[]): { update: Uint8Array | null; whole: boolean } {
    let whole = true
    const update = this.apply((doc) => {
      for (const bytes of updates) limitApplyTime(this.#limits.applyMs, () => Y.applyUpdate(doc, bytes))
      whole = doc.store.pendingStructs === null && doc.store.pendingDs === null
      doc.store.pendingStructs = null
      doc.store.pendingDs = null
    })
    return { update, whole }
  }

  /** Step 2 for an asker with this state vector, framed. Call between batches only. Throws for bytes that are no state vector. */
  answer(stateVector: Uint8Array): Uint8Array {
    if (hasNothing(stateVector)) return this.#everything()
    const key = Buffer.from(stateVector).toString('base64')
    const known = this.#answers.get(key)
    if (known) return known
    const answer = encodeStep2(Y.encodeStateAsUpdate(this.doc, stateVector))
    if (this.#answers.size < mostAnswers && stateVector.length <= longestKey) this.#answers.set(key, answer)
    return answer
  }

  #everything(): Uint8Array {
    for (;;) {
      const { ready } = this.#committed
      if (ready) return ready
      this.#fold()
    }
  }

  /** Step 1: asks for whatever this document lacks, framed. Call between batches only. */
  ask(): Uint8Array {
    this.#question ??= encodeStep1(this.#doc ? Y.encodeStateVector(this.#doc) : this.compact().vector)
    return this.#question
  }
}

/** The state vector of an empty document: no clients at all. */
function hasNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0
}
