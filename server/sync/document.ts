import * as Y from 'yjs'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Folding } from '../folding/folding.ts'
import type { ServerLimits } from '../limits.ts'
import type { StoredDocument } from '../store/store.ts'
import { Answers } from './answers.ts'
import { limitApplyTime } from './apply-time.ts'
import { encodeStep1, encodeStep2 } from './codec.ts'
import { Committed } from './committed.ts'
import { LoadCost } from './load-cost.ts'
import { checkNewItems } from './new-items.ts'
import { threadMs } from './thread-time.ts'
import type { UpdateFacts } from './update-facts.ts'

/** After so many changes, a document that seems full is looked at again without what was deleted since. */
const refoldAfter = 20

/** An update as it came, with what was read of it. `whole`: it is a step 2, all that its sender has and we lack. */
export type Incoming = { update: Uint8Array; facts: UpdateFacts; whole: boolean }

/**
 * A room's document: the committed bytes, and a Y.Doc made from them when somebody changes or reads it. A board that
 * is only looked at has none. Yjs applies an update in place and cannot take it back: after a stranger's
 * update that nobody may see the Y.Doc is thrown away.
 */
export class LiveDocument {
  readonly #limits: ServerLimits
  readonly #clientId: number
  readonly #committed: Committed
  readonly #cost: LoadCost
  #doc: Y.Doc | null = null
  #metaTouched = false
  readonly #answers = new Answers()
  /** the framed step 1 of what is committed */
  #question: Uint8Array | null = null

  constructor(
    limits: ServerLimits,
    clientId: number,
    stored: Pick<StoredDocument, 'snapshot' | 'stateVector' | 'tail'>,
  ) {
    this.#limits = limits
    this.#clientId = clientId
    this.#cost = new LoadCost(limits)
    const tail = stored.tail.map((row) => row.update)
    this.#committed = new Committed(stored.snapshot, stored.stateVector, tail)
  }

  /** The document itself. Between batches it equals what is on disk. */
  get doc(): Y.Doc {
    if (this.#doc) return this.#doc
    const from = threadMs()
    const doc = this.#committed.makeDoc()
    this.#cost.loaded(threadMs() - from, this.#committed.bytes)
    // What was stored builds on nothing that is missing, unless the disk lost a row: then it waits for that in vain.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    // Only now: Yjs gives up an id that it sees in somebody else's changes, and these count as such.
    doc.clientID = this.#clientId
    doc.on('afterTransaction', leaveFormatting)
    this.#doc = doc
    return doc
  }

  /** Whether the document is in memory as more than bytes. */
  get isLive(): boolean {
    return this.#doc !== null
  }

  /** How long it is kept as more than bytes when nobody uses it, ms. */
  get keptMs(): number {
    return this.#cost.keptMs
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

  /**
   * The same as it is at the call, made of a large document by another thread while changes go on; resolves to null if
   * that fails. Null if it is not worth it.
   */
  compactAway(folding: Pick<Folding, 'fold'>): Promise<{ base: Uint8Array; vector: Uint8Array } | null> | null {
    if (this.#committed.tailLength === 0 || this.#committed.bytes <= this.#limits.foldHereBytes) return null
    const { parts } = this.#committed
    return folding.fold(parts).then((folded) => {
      if (folded) this.#committed.replace(parts, folded)
      return folded
    })
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
  apply(change: (doc: Y.Doc, transaction: Y.Transaction) => void): Uint8Array | null {
    const { doc } = this
    const made: Uint8Array[] = []
    const keep = (update: Uint8Array): void => void made.push(update)
    doc.on('update', keep)
    try {
      doc.transact((transaction) => {
        try {
          change(doc, transaction)
          checkNewItems(transaction, this.#limits.nestingDepth)
        } catch (error) {
          // Yjs emits the update even when the change threw, and writing it may take longer than all the rest.
          doc.off('update', keep)
          throw error
        }
      })
    } finally {
      doc.off('update', keep)
    }
    if (made.length <= 1) return made[0] ?? null
    return Y.mergeUpdates(made)
  }

  /** Call before a batch: looks whether the document has become slow to make, and whether it is really full. */
  prepare(): void {
    if (this.#cost.isDoubtful) this.drop()
    // Full for the largest change there may be.
    const seemsFull = this.#committed.bytes > this.#limits.documentBytes - this.#limits.frameBytes
    if (seemsFull && this.#committed.tailLength >= refoldAfter) this.#fold()
  }

  /** How far the document has the changes made under a client id. */
  known(clientId: number): number {
    return Y.getState(this.doc.store, clientId)
  }

  /** How many client ids these updates bring that the document has nothing of. */
  newClients(incoming: readonly Incoming[]): number {
    const { clients } = this.doc.store
    const brought = incoming.flatMap(({ facts }) => [...facts.ends.keys()].filter((client) => !clients.has(client)))
    return new Set(brought).size
  }

  /**
   * Why what one client sent is not to be applied, told without touching the document; null if it may be.
   * `notAllowed`: it goes on where the server itself writes. `tooDeep`: more roots than any board has. `documentFull`:
   * there is no room for it; deleting, and small changes without new parts, go on as long as there is a little left.
   */
  refusal(incoming: readonly Incoming[]): ErrorCode | null {
    const { share, store } = this.doc
    const { rootsPerDocument, clientsPerDocument } = this.#limits
    const added = new Set<string>()
    for (const { facts } of incoming) {
      for (const name of facts.roots) if (!share.has(name)) added.add(name)
      if ((facts.ends.get(this.#clientId) ?? 0) > this.known(this.#clientId)) return 'notAllowed'
    }
    if (added.size > 0 && share.size + added.size > rootsPerDocument) return 'tooDeep'
    const clients = this.newClients(incoming)
    if (clients > 0 && store.clients.size + clients > clientsPerDocument) return 'documentFull'
    return this.#hasRoomFor(incoming) ? null : 'documentFull'
  }

  #hasRoomFor(incoming: readonly Incoming[]): boolean {
    const { documentBytes, documentReserveBytes, fullUpdateBytes } = this.#limits
    const bytes = incoming.reduce((sum, { update }) => sum + update.length, 0)
    if (this.#committed.bytes + bytes <= documentBytes) return true
    if (incoming.every(({ facts }) => facts.ends.size === 0)) return true
    if (this.#committed.bytes > documentBytes + documentReserveBytes) return false
    return bytes <= fullUpdateBytes && incoming.every(({ facts }) => facts.types === 0)
  }

  /**
   * Applies what one client sent, in one transaction. `owes`: some of it builds on something that this document never
   * had; that part is dropped and must be sent again. `settles`: all that we had asked for has come. Throws also `tooFast` for
   * what takes too long.
   */
  applyUpdates(incoming: readonly Incoming[]): { update: Uint8Array | null; owes: boolean; settles: boolean } {
    let owes = false
    let settles = false
    const bytes = incoming.reduce((sum, { update }) => sum + update.length, 0)
    const from = threadMs()
    const change = (doc: Y.Doc, transaction: Y.Transaction): void => {
      for (const { update, whole } of incoming) {
        Y.applyUpdate(doc, update)
        const missed = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
        owes ||= missed
        settles ||= whole && !missed
        // At once: with every further one Yjs would merge all that waits anew.
        doc.store.pendingStructs = null
        doc.store.pendingDs = null
      }
      const meta = doc.share.get('meta')
      if (meta && transaction.changed.has(meta)) this.#metaTouched = true
    }
    const update = limitApplyTime(this.#cost.allowedMs(bytes), () => this.apply(change))
    this.#cost.applied(threadMs() - from, bytes)
    return { update, owes, settles: settles && !owes }
  }

  /** Whether a client has changed what the document says of itself, since the last time that this was asked. */
  takeMetaTouched(): boolean {
    const touched = this.#metaTouched
    this.#metaTouched = false
    return touched
  }

  /** Step 2 for an asker with this state vector, framed. Call between batches only. Throws for bytes that are no state vector. */
  answer(stateVector: Uint8Array): Uint8Array {
    if (hasNothing(stateVector)) return this.#everything()
    return this.#answers.get(stateVector, () => encodeStep2(Y.encodeStateAsUpdate(this.doc, stateVector)))
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

/**
 * Yjs tidies the formatting of texts after somebody else's change, in time that grows with the square of what there is,
 * and by changes of its own. That is for the clients, who show it: the server has nothing to write there.
 */
function leaveFormatting(transaction: Y.Transaction): void {
  Reflect.set(transaction, '_needFormattingCleanup', false)
}
