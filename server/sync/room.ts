import * as Y from 'yjs'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { closeCode } from '../../shared/protocol.ts'
import { parseDocumentId } from '../../shared/document-id.ts'
import { sweepDeleted } from '../../shared/ops/sweep.ts'
import type { DocumentKind } from '../../shared/roles.ts'
import { migrate } from '../../shared/schema/migrations.ts'
import type { ServerLimits } from '../limits.ts'
import type { Store, StoredDocument } from '../store/store.ts'
import { RoomPresence } from './awareness.ts'
import { applyBatch, type Asked, type Taken, type Work, type Written } from './batch.ts'
import { encodeAck, encodeUpdate } from './codec.ts'
import { LiveDocument } from './document.ts'
import type { Log, SyncMetrics } from './metrics.ts'
import type { Session } from './session.ts'

export type RoomDependencies = {
  store: Store
  clock: Clock
  limits: ServerLimits
  log: Log
  metrics: SyncMetrics
  serverClientId: number
  /** a batch of this document is on disk and relayed */
  onCommitted: (documentId: string) => void
  /** a session's update had to be thrown out of the live document */
  onRebuild: (session: Session) => void
  /** the last session left and nothing is under way */
  onIdle: (room: Room) => void
}

/**
 * One document and its sessions. It works in batches: at the start of a batch the live document equals what
 * is on disk, so that is when newcomers are answered; then the batch's changes are applied and committed, and
 * only then relayed and acknowledged. What anyone has seen is on disk.
 */
export class Room {
  readonly documentId: string
  readonly epoch: string
  readonly #deps: RoomDependencies
  readonly #sessions = new Set<Session>()
  readonly #presence: RoomPresence
  #live: LiveDocument
  #sequence: number
  #queue: Work[] = []
  #running: Promise<void> | null = null
  #recovering = false
  #stopped = false
  #presenceTimer: TimerHandle | null = null

  constructor(deps: RoomDependencies, documentId: string, stored: StoredDocument) {
    this.#deps = deps
    this.documentId = documentId
    this.epoch = stored.epoch
    this.#presence = new RoomPresence(deps.limits, deps.clock, deps.serverClientId)
    this.#sequence = stored.tail.at(-1)?.sequence ?? stored.snapshotSequence
    this.#live = this.#open(stored)
    const name = parseDocumentId(documentId)
    // Before any client enters: their first batch comes after this one.
    if (name) this.#tidy(name.kind)
  }

  /** Brings the document up to this version. If that can't be committed it comes after the room was read again. */
  #tidy(kind: DocumentKind): void {
    const { log, clock } = this.#deps
    const change = (doc: Y.Doc): void => {
      migrate(doc, kind)
      if (kind === 'team') sweepDeleted(doc, clock.now())
    }
    const done = (error?: unknown): void => {
      if (error === undefined) return
      log.warn({ err: error, documentId: this.documentId }, 'a room was not brought up to date')
      if (error instanceof AppError && error.code === 'storeFailed' && !this.#stopped) this.#tidy(kind)
    }
    this.push({ kind: 'change', change, done })
  }

  #open(stored: StoredDocument): LiveDocument {
    const { limits, serverClientId } = this.#deps
    return new LiveDocument(limits, serverClientId, [stored.snapshot, ...stored.tail.map((row) => row.update)])
  }

  /** True while the room is being read again after a failed commit: nothing is taken until that is done. */
  get recovering(): boolean {
    return this.#recovering
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions
  }

  /** True when nobody is here and nothing is under way. */
  get idle(): boolean {
    return this.#sessions.size === 0 && this.#queue.length === 0 && this.#running === null
  }

  add(session: Session): void {
    this.#sessions.add(session)
  }

  remove(session: Session): void {
    this.#sessions.delete(session)
    this.#presence.left(session)
    this.#tellPresenceSoon()
    if (this.idle) this.#deps.onIdle(this)
  }

  push(work: Work): void {
    // Everyone is asked for everything once the disk is back; until then a pile of updates would only grow.
    if (this.#recovering && (work.kind === 'update' || work.kind === 'marker')) return
    this.#queue.push(work)
    this.#start()
  }

  #start(): void {
    if (this.#running || this.#queue.length === 0) return
    this.#running = this.#run()
      .catch((error: unknown) => this.#giveUp(error))
      .finally(() => {
        this.#running = null
        this.#start()
        if (this.idle) this.#deps.onIdle(this)
      })
  }

  /** A fault of our own: whoever is here loads again and sends again what was not acknowledged. */
  #giveUp(error: unknown): void {
    this.#deps.log.error({ err: error, documentId: this.documentId }, 'a batch failed')
    this.#recovering = false
    this.#live.rebuild()
    for (const work of this.#queue.splice(0)) {
      if (work.kind === 'change') work.done(error)
      if (work.kind === 'read') work.fail(error)
    }
    for (const session of this.#sessions) session.end(closeCode.tryLater, 'internal')
  }

  /** Resolves when all that has been pushed until now is done with. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    await Promise.resolve() // what comes in the same turn goes in the same batch
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      try {
        await this.#runBatch(batch)
      } catch (error) {
        this.#queue.unshift(...batch) // whoever waits for something in it is told too
        throw error
      }
    }
  }

  async #runBatch(batch: Work[]): Promise<void> {
    const startedAt = this.#deps.clock.now()
    const later = this.#answerReaders(batch)
    const { written, kept, taken } = applyBatch(this.#live, batch, ({ work, error }) => {
      if (work.kind === 'change') return work.done(error)
      this.#deps.onRebuild(work.session)
      work.session.fail(error)
    })
    try {
      if (written.length > 0) await this.#commit(written, startedAt)
    } catch (error) {
      for (const work of kept) if (work.kind === 'change') work.done(error)
      this.#queue.unshift(...later)
      return this.#recover(error)
    }
    for (const work of kept) if (work.kind === 'change') work.done()
    this.#settleDebts(taken)
    this.#acknowledge(kept)
    for (const work of later) this.#welcome(work)
    if (written.length > 0) this.#deps.onCommitted(this.documentId)
    if (this.#live.tailLength >= this.#deps.limits.tailRows) void this.#putSnapshot()
  }

  /** Answers reads and newcomers from the document as it is on disk. Whoever sent an update before asking waits for it. */
  #answerReaders(batch: Work[]): Asked[] {
    const later: Asked[] = []
    const wrote = new Set<Session>()
    for (const work of batch) {
      if (work.kind === 'read') work.read(this.#live.doc)
      if (work.kind === 'ask' && work.session.joined) work.session.send(this.#live.ask())
      if (work.kind === 'update') wrote.add(work.session)
      if (work.kind !== 'step1') continue
      if (wrote.has(work.session)) later.push(work)
      else this.#welcome(work)
    }
    return later
  }

  #welcome({ session, stateVector }: Asked): void {
    if (session.closed) return
    try {
      session.send(this.#live.answer(stateVector))
    } catch {
      return session.fail(new AppError('malformed')) // a state vector that is none
    }
    if (session.access === 'write') session.send(this.#live.ask())
    session.joined = true
    this.tellPresence(session)
  }

  async #commit(written: Written[], startedAt: number): Promise<void> {
    const { store, clock, metrics } = this.#deps
    const at = clock.now()
    const results = await Promise.allSettled(
      written.map(({ update, author }) =>
        store.append({
          documentId: this.documentId,
          epoch: this.epoch,
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
    this.#sequence += written.length
    for (const { update, author } of written) {
      this.#live.commit(update)
      this.#relay(encodeUpdate(update), author)
    }
    metrics.committed(clock.now() - startedAt, written.length)
  }

  #relay(frame: Uint8Array, author: Session | null): void {
    for (const session of this.#sessions) if (session.joined && session !== author) session.send(frame)
  }

  /** Asks those whose changes built on what never came for everything that we lack. */
  #settleDebts(taken: readonly Taken[]): void {
    const asked = new Set<Session>()
    for (const { session, owes, settles } of taken) {
      if (settles) session.owes = false
      if (!owes) continue
      session.owes = true
      asked.add(session)
    }
    for (const session of asked) {
      this.#deps.metrics.refused('missingParts')
      session.send(this.#live.ask())
    }
  }

  #acknowledge(batch: readonly Work[]): void {
    const last = new Map<Session, number>()
    for (const work of batch) {
      const { kind } = work
      // A reader's changes are never taken, so there is nothing of theirs to acknowledge.
      if (kind !== 'marker' || work.session.owes || work.session.access === 'read') continue
      last.set(work.session, work.n)
    }
    for (const [session, n] of last) if (session.extended) session.send(encodeAck(n))
  }

  /**
   * A commit failed: nothing of it was relayed or acknowledged. The room is read again from the store, until
   * that works; its sessions stay and are told. Then everyone is asked for what the store lacks, and gets
   * what it has.
   */
  async #recover(error: unknown): Promise<void> {
    this.#recovering = true
    this.#live.rebuild()
    this.#deps.log.error({ err: error, documentId: this.documentId }, 'a commit failed; reading the room again')
    for (const session of this.#sessions) session.notice('storeFailed')
    const stored = await this.#readAgain()
    this.#recovering = false
    // Stopping, or the document is gone: what is still queued builds on what was lost, and nobody may be told that it is saved.
    if (!stored) return [...this.#sessions].forEach((session) => session.end(closeCode.restart, 'stopping'))
    this.#live = this.#open(stored)
    this.#sequence = stored.tail.at(-1)?.sequence ?? stored.snapshotSequence
    this.#queue = this.#queue.filter((work) => work.kind !== 'marker')
    const state = encodeUpdate(Y.encodeStateAsUpdate(this.#live.doc))
    for (const session of this.#sessions) {
      if (session.joined) session.send(state)
      if (session.access !== 'write') continue
      session.owes = true // what it sent may have gone with the failed commit
      session.send(this.#live.ask())
    }
  }

  async #readAgain(): Promise<StoredDocument | null> {
    const { store, clock, limits } = this.#deps
    for (;;) {
      try {
        const stored = await store.open(this.documentId)
        if (stored?.epoch === this.epoch) {
          await store.probe()
          return stored
        }
        for (const session of this.#sessions) session.fail(new AppError(stored ? 'epochChanged' : 'notFound'))
        return null
      } catch {
        if (this.#stopped) return null
        await new Promise<void>((resolve) => clock.setTimeout(resolve, limits.roomRetryMs))
      }
    }
  }
  /** Takes the document as it is at the call; writing it does not keep the next batch waiting. */
  async #putSnapshot(): Promise<void> {
    try {
      await this.#deps.store.putSnapshot(this.documentId, this.epoch, this.#sequence, this.#live.compact())
    } catch (error) {
      // The rows are all there: a snapshot only saves time.
      this.#deps.log.warn({ err: error, documentId: this.documentId }, 'a snapshot was not stored')
    }
  }

  /** Nobody is here any more: what has come since the last snapshot is made into one. The room must be idle. */
  async unload(): Promise<void> {
    if (this.#live.tailLength > 0 && !this.#recovering) await this.#putSnapshot()
  }

  /** No more retries: the process is stopping. */
  stopRetrying(): void {
    this.#stopped = true
  }

  receivePresence(session: Session, payload: Uint8Array): void {
    this.#presence.receive(session, payload)
    this.#tellPresenceSoon()
  }

  renamed(personId: string): void {
    this.#presence.renamed(personId)
    this.#tellPresenceSoon()
  }

  setServerState(state: Record<string, unknown> | null): void {
    this.#presence.setServerState(state)
    this.#tellPresenceSoon()
  }

  /** A display is told of nobody: it shows boards, not people. */
  tellPresence(session: Session): void {
    const frame = session.who.role === 'display' ? null : this.#presence.all()
    if (frame) session.send(frame)
  }

  #tellPresenceSoon(): void {
    if (this.#presenceTimer || !this.#presence.hasNews() || this.#sessions.size === 0) return
    this.#presenceTimer = this.#deps.clock.setTimeout(() => {
      this.#presenceTimer = null
      const frame = this.#presence.takeNews()
      if (!frame) return
      for (const session of this.#sessions) if (session.joined && session.who.role !== 'display') session.send(frame)
    }, this.#deps.limits.awarenessBatchMs)
  }
}
