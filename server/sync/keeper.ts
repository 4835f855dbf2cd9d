import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Folding } from '../folding/folding.ts'
import type { ServerLimits } from '../limits.ts'
import type { Store, StoredDocument } from '../store/store.ts'
import type { Written } from './batch.ts'
import { LiveDocument } from './document.ts'
import type { Log } from './metrics.ts'

export type KeeperDependencies = {
  store: Store
  clock: Clock
  limits: ServerLimits
  log: Log
  /** what the server writes under in a document that was stored like this */
  clientIdFor: (stored: StoredDocument) => number
  /** what takes long is done there; without one, here */
  folding?: Pick<Folding, 'fold'> | undefined
}

/**
 * A room's document in memory and how far it has come on disk: when a snapshot is made of the rows since the last,
 * and when the Y.Doc is let go. `isQuiet` says that no batch is under way, so that the Y.Doc equals what is on disk.
 */
export class Keeper {
  readonly #deps: KeeperDependencies
  readonly #documentId: string
  readonly #isQuiet: () => boolean
  #live: LiveDocument
  #epoch: string
  #sequence: number
  /** up to where the stored snapshot goes */
  #snapshotSequence: number
  #snapshotUnderWay = false
  /** whether snapshots are made by this thread: what a damaged document lacks may come back, and is to come to both at once */
  #foldsHere: boolean
  #usedAt = 0
  #dropTimer: TimerHandle | null = null

  constructor(deps: KeeperDependencies, documentId: string, stored: StoredDocument, isQuiet: () => boolean) {
    this.#deps = deps
    this.#documentId = documentId
    this.#isQuiet = isQuiet
    this.#epoch = stored.epoch
    this.#sequence = stored.lastSequence
    this.#snapshotSequence = stored.snapshotSequence
    this.#foldsHere = stored.damage.length > 0
    this.#live = new LiveDocument(deps.limits, deps.clientIdFor(stored), stored)
  }

  /** What the store gave when it was read again takes the place of what was in memory. */
  reload(stored: StoredDocument): void {
    const { limits, clientIdFor } = this.#deps
    this.#live.drop()
    this.#epoch = stored.epoch
    this.#sequence = stored.lastSequence
    this.#snapshotSequence = stored.snapshotSequence
    this.#foldsHere = stored.damage.length > 0
    this.#live = new LiveDocument(limits, clientIdFor(stored), stored)
  }

  get live(): LiveDocument {
    return this.#live
  }

  /** Writes these updates as the next rows, in order. Rejects as `Store.append` does, and when others wrote rows meanwhile. */
  async write(written: readonly Written[], at: number): Promise<void> {
    const results = await Promise.allSettled(
      written.map(({ update, author }) =>
        this.#deps.store.append({
          documentId: this.#documentId,
          epoch: this.#epoch,
          update,
          sessionId: author?.who.sessionId ?? null,
          at,
        }),
      ),
    )
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') throw result.reason
      if (result.value !== this.#sequence + index + 1) throw new AppError('storeFailed', { sequence: result.value })
    }
    for (const { update } of written) this.#live.commit(update)
    this.#sequence += written.length
  }

  /** Makes a snapshot if there are many rows since the last. Call between batches; the next one need not wait. */
  compactIfLong(): void {
    if (this.#sequence - this.#snapshotSequence >= this.#deps.limits.tailRows) void this.#putSnapshot()
  }

  /** Takes the document as it is at the call. */
  async #putSnapshot(): Promise<void> {
    if (this.#snapshotUnderWay) return
    this.#snapshotUnderWay = true
    const { store, log, folding } = this.#deps
    const live = this.#live
    const epoch = this.#epoch
    const before = this.#snapshotSequence
    const sequence = this.#sequence
    this.#snapshotSequence = sequence
    try {
      const away = folding && !this.#foldsHere ? live.compactAway(folding) : null
      const folded = away ? await away : live.compact()
      if (!folded) {
        // Here it can only be done at the moment of the call: the next time.
        this.#foldsHere = true
        throw new AppError('storeFailed')
      }
      await store.putSnapshot(this.#documentId, epoch, sequence, folded.base, folded.vector)
    } catch (error) {
      // The rows are all there: a snapshot only saves time.
      if (this.#snapshotSequence === sequence) this.#snapshotSequence = before
      log.warn({ err: error, documentId: this.#documentId }, 'a snapshot was not stored')
    } finally {
      this.#snapshotUnderWay = false
    }
  }

  /** The room is given up: what has come since the last snapshot is made into one. */
  async unload(): Promise<void> {
    if (this.#dropTimer) this.#deps.clock.clearTimeout(this.#dropTimer)
    if (this.#sequence > this.#snapshotSequence) await this.#putSnapshot()
    this.#live.drop()
  }

  /** Another document has taken this one's place: nothing of it is written any more. */
  discard(): void {
    if (this.#dropTimer) this.#deps.clock.clearTimeout(this.#dropTimer)
    this.#snapshotSequence = this.#sequence
    this.#live.drop()
  }

  /** The Y.Doc was made or used: it is kept for a while. */
  used(): void {
    if (!this.#live.isLive) return
    const { clock } = this.#deps
    this.#usedAt = clock.now()
    this.#dropTimer ??= clock.setTimeout(() => this.#dropIfUnused(), this.#live.keptMs)
  }

  /** A board that is only looked at needs its bytes, which take a tenth of the memory. */
  #dropIfUnused(): void {
    this.#dropTimer = null
    const { clock } = this.#deps
    const restMs = this.#usedAt + this.#live.keptMs - clock.now()
    if (restMs > 0 || !this.#isQuiet()) {
      this.#dropTimer = clock.setTimeout(() => this.#dropIfUnused(), Math.max(restMs, 1_000))
      return
    }
    this.#live.compact()
    this.#live.drop()
  }
}
