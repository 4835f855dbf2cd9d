import type * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'
import { closeCode } from '../../shared/protocol.ts'
import { parseDocumentId } from '../../shared/document-id.ts'
import { schemaVersion } from '../../shared/schema/migrations.ts'
import type { StoredDocument } from '../store/store.ts'
import { acknowledge, relay, settleDebts } from './after-commit.ts'
import {
  applyBatch,
  isReading,
  type Asked,
  type BatchListener,
  type Reading,
  type Taken,
  type Work,
  type Written,
} from './batch.ts'
import type { Burdens } from './burdens.ts'
import { ClientOwners } from './client-owners.ts'
import { encodeUpdate } from './codec.ts'
import { Keeper, type KeeperDependencies } from './keeper.ts'
import { Gathering, type Pace } from './pace.ts'
import type { SyncMetrics } from './metrics.ts'
import type { PresenceBeat } from './presence-beat.ts'
import { PresenceTeller } from './presence-teller.ts'
import { readAgain } from './read-again.ts'
import type { Session } from './session.ts'
import { threadMs } from './thread-time.ts'
import { isTidy, keepVersion, mayPass, tidyDocument } from './tidying.ts'
import { Turns } from './turn.ts'

export type RoomDependencies = KeeperDependencies & {
  metrics: SyncMetrics
  burdens: Burdens
  serverClientId: number
  /** the beat that all rooms write in */
  pace: Pace
  /** the beat that presence in all rooms is told in */
  presenceBeat: PresenceBeat
  /** a batch of this document is on disk and relayed */
  onCommitted: (documentId: string) => void
  /** a session's update had to be thrown out of the live document */
  onRebuild: (session: Session) => void
  /** the last session left and nothing is under way */
  onIdle: (room: Room) => void
}

/**
 * One document and its sessions. It writes in batches: a batch's changes are applied and committed, and only then
 * relayed and acknowledged. What anyone has seen is on disk. Between batches the live document equals what is on
 * disk: that is when readers and newcomers are answered, at once.
 *
 * idle: nothing waits. due: changes wait for the beat. busy: a batch is under way, and whatever comes waits for it.
 */
export class Room {
  readonly documentId: string
  readonly epoch: string
  readonly #deps: RoomDependencies
  readonly #sessions = new Set<Session>()
  readonly presence: PresenceTeller
  readonly #gathering: Gathering
  readonly #keeper: Keeper
  readonly #owners = new ClientOwners((clientId) => this.presence.speaker(clientId))
  readonly #turns = new Turns()
  /** the version of the server's tidying that the document has had */
  #tidiedVersion: number
  #queue: Work[] = []
  #phase: 'idle' | 'due' | 'busy' = 'idle'
  #whenIdle: (() => void)[] = []
  #whenQuiet: (() => void)[] = []
  #recovering = false
  #stopped = false
  /** the document is being brought up to this version: nobody sees it before */
  #tidying = false

  constructor(deps: RoomDependencies, documentId: string, stored: StoredDocument) {
    this.#deps = deps
    this.documentId = documentId
    this.epoch = stored.epoch
    this.presence = new PresenceTeller(deps, this.#sessions)
    this.#gathering = new Gathering(deps.limits.manyReadersTickMs)
    this.#keeper = new Keeper(deps, documentId, stored, () => this.#phase !== 'busy')
    this.#tidiedVersion = stored.tidied.version
    if (!isTidy(stored, deps.clock.now(), deps.limits.tidyAgainMs)) this.#tidy()
  }

  /** Brings the document up to this version. If that can't be committed it comes after the room was read again. */
  #tidy(): void {
    const { log, clock, store } = this.#deps
    const kind = parseDocumentId(this.documentId)?.kind
    if (!kind) return
    this.#tidying = true
    const change = (doc: Y.Doc): void =>
      tidyDocument(doc, { kind, tidiedVersion: this.#tidiedVersion, now: clock.now() })
    const done = (error?: unknown): void => {
      this.#tidying = false
      if (error === undefined) {
        this.#tidiedVersion = schemaVersion
        // Forgotten, it is only done again at the next opening.
        store.markTidied(this.documentId, schemaVersion, clock.now()).catch(() => undefined)
        return
      }
      log.warn({ err: error, documentId: this.documentId }, 'a room was not brought up to date')
      if (mayPass(error) && !this.#stopped) this.#tidy()
    }
    this.push({ kind: 'change', change, done })
  }

  /** A client wrote into what the document says of itself: its version is the server's to say. */
  #keepVersion(): void {
    const done = (error?: unknown): void => {
      if (mayPass(error) && !this.#stopped) this.#keepVersion()
    }
    this.push({ kind: 'change', change: (doc) => keepVersion(doc, this.#tidiedVersion), done })
  }

  /** True while the room is being read again after a failed commit: nothing is taken until that is done. */
  get recovering(): boolean {
    return this.#recovering
  }

  /** How much waits to be written. */
  get waiting(): number {
    return this.#queue.length
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions
  }

  /** True when nobody is here and nothing is under way. */
  get idle(): boolean {
    return this.#sessions.size === 0 && this.#phase === 'idle'
  }

  add(session: Session): void {
    this.#sessions.add(session)
  }

  remove(session: Session): void {
    this.#sessions.delete(session)
    this.#owners.left(session)
    this.presence.left(session)
    if (this.idle) this.#deps.onIdle(this)
  }

  push(work: Work): void {
    // Everyone is asked for everything once the disk is back; until then a pile of updates would only grow.
    if (this.#recovering && (work.kind === 'update' || work.kind === 'marker')) return
    if (work.kind === 'update') this.#gathering.edit(this.#deps.clock.now())
    this.#takeUp(work)
  }

  #takeUp(work: Work): void {
    if (this.#mayAnswerNow(work)) return this.#answer(work)
    this.#queue.push(work)
    this.#beDue()
  }

  /** Between batches, and while the disk fails, everyone is answered at once, but for a newcomer whose own changes still wait. */
  #mayAnswerNow(work: Work): work is Reading {
    if ((this.#phase === 'busy' && !this.#recovering) || !isReading(work)) return false
    if (work.kind !== 'step1') return true
    // What is only to be swept is no reason to show nobody the board while the disk fails.
    const isClosed = this.#tidying && !(this.#recovering && this.#tidiedVersion === schemaVersion)
    return !isClosed && !this.#queue.some((other) => other.kind === 'update' && other.session === work.session)
  }

  #answer(work: Reading): void {
    if (work.kind === 'step1') return this.#welcome(work)
    if (work.kind === 'ask') return work.session.joined ? this.#ask(work.session) : undefined
    try {
      work.read(this.#keeper.live.doc)
    } catch (error) {
      work.fail(error)
    }
    this.#keeper.used()
  }

  #beDue(): void {
    if (this.#phase !== 'idle' || this.#queue.length === 0) return
    this.#phase = 'due'
    const { clock, limits, pace } = this.#deps
    const begin = () => pace.next(() => void this.#run())
    const waitMs = this.#sessions.size > limits.manyReaders ? this.#gathering.waitMs : 0
    if (waitMs > 0) clock.setTimeout(begin, waitMs)
    else begin()
  }

  /** One batch: everything that waits now. */
  async #run(): Promise<void> {
    if (this.#phase !== 'due') return // the room is held
    this.#phase = 'busy'
    const { batch, rest } = this.#turns.take(this.#queue, ({ who }) => this.#deps.burdens.isHeavy(who))
    this.#queue = rest
    try {
      await this.#runBatch(batch)
    } catch (error) {
      this.#queue = [...batch, ...this.#queue] // whoever waits for something in it is told too
      this.#giveUp(error)
    }
    this.#keeper.used()
    this.#goOn()
    if (this.idle) this.#deps.onIdle(this)
  }

  /** The batch is over. What came meanwhile: readers are answered now, the rest waits for the next beat. */
  #goOn(): void {
    this.#phase = 'idle'
    for (const work of this.#queue.splice(0)) this.#takeUp(work)
    for (const tell of this.#whenQuiet.splice(0)) tell()
    if (this.#queue.length === 0) for (const tell of this.#whenIdle.splice(0)) tell()
  }

  /**
   * Stops after the batch that is under way: whatever comes waits until `release`. Gives the document as it is on disk.
   * Rejects `storeFailed` while the disk fails: who asked is told, and it is not done hours later by itself.
   */
  async hold(): Promise<Y.Doc> {
    while (this.#phase === 'busy') {
      if (this.#recovering) throw new AppError('storeFailed')
      await new Promise<void>((resolve) => this.#whenQuiet.push(resolve))
    }
    this.#phase = 'busy'
    return this.#keeper.live.doc
  }

  /** Goes on after `hold` as if nothing had been. */
  release(): void {
    this.#goOn()
  }

  /** Ends a held room: another document has taken this one's place, and what waits was meant for the old one. */
  discard(): void {
    const gone = new AppError('epochChanged')
    for (const work of this.#queue.splice(0)) {
      if (work.kind === 'change') work.done(gone)
      if (work.kind === 'read') work.fail(gone)
    }
    for (const session of [...this.#sessions]) session.end(closeCode.epochChanged, 'epochChanged')
    this.#keeper.discard()
    this.#phase = 'idle'
    for (const tell of [...this.#whenQuiet.splice(0), ...this.#whenIdle.splice(0)]) tell()
  }

  /** A fault of our own: whoever is here loads again and sends again what was not acknowledged. */
  #giveUp(error: unknown): void {
    this.#deps.log.error({ err: error, documentId: this.documentId }, 'a batch failed')
    this.#recovering = false
    this.#keeper.live.drop()
    for (const work of this.#queue.splice(0)) {
      if (work.kind === 'change') work.done(error)
      if (work.kind === 'read') work.fail(error)
    }
    for (const session of this.#sessions) session.end(closeCode.tryLater, 'internal')
  }

  /** Resolves when all that has been pushed until now is done with. */
  async settled(): Promise<void> {
    while (this.#phase !== 'idle') await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
  }

  readonly #listener: BatchListener = {
    isProven: ({ who }) => this.#deps.burdens.isProven(who),
    refusal: (session, incoming) => {
      const { live } = this.#keeper
      if (this.#owners.isForged(session, incoming, (clientId) => live.known(clientId))) return 'notAllowed'
      if (!this.#deps.burdens.mayBring(session.who, live.newClients(incoming))) return 'tooFast'
      return live.refusal(incoming)
    },
    refused: (session, code) => session.refuse(code),
    failed: (author, error) => {
      if ('change' in author) return author.done(error)
      author.fail(error)
      this.#deps.onRebuild(author)
    },
    spent: (session, ms) => session.spend(ms),
  }

  async #runBatch(batch: Work[]): Promise<void> {
    const startedAt = this.#deps.clock.now()
    const asked = this.#answerReaders(batch)
    const { live } = this.#keeper
    const { written, kept, taken, postponed } = applyBatch(live, batch, this.#deps.limits.batchMs, this.#listener)
    this.#queue = [...postponed, ...this.#queue]
    const waits = new Set<Work>(postponed)
    const later = asked.filter((work) => !waits.has(work))
    if (live.takeMetaTouched()) this.#keepVersion()
    try {
      if (written.length > 0) await this.#commit(written, startedAt)
    } catch (error) {
      for (const work of kept) if (work.kind === 'change') work.done(error)
      this.#queue = [...later, ...this.#queue]
      return this.#recover(error)
    }
    for (const work of kept) if (work.kind === 'change') work.done()
    for (const { session } of taken) this.#deps.burdens.accepted(session.who)
    this.#learnOwners(kept, taken)
    for (const session of settleDebts(taken)) {
      this.#deps.metrics.refused('missingParts')
      session.send(live.ask())
    }
    const { clock, metrics } = this.#deps
    acknowledge(kept, (cameAt) => metrics.acknowledged(clock.now() - cameAt))
    for (const work of later) this.#welcome(work)
    if (written.length > 0) this.#deps.onCommitted(this.documentId)
    this.#keeper.compactIfLong()
  }

  /** Whoever wrote under a client id, of those who are still here and were not refused, goes on under it. */
  #learnOwners(kept: readonly Work[], taken: readonly Taken[]): void {
    const wrote = new Set(taken.map(({ session }) => session))
    for (const work of kept) {
      if (work.kind !== 'update' || !wrote.has(work.session)) continue
      if (!work.session.owes && !work.session.closed) this.#owners.wrote(work.session, work)
    }
  }

  /** Answers reads and newcomers from the document as it is on disk. Whoever sent an update before asking waits for it. */
  #answerReaders(batch: Work[]): Asked[] {
    const later: Asked[] = []
    const wrote = new Set<Session>()
    for (const work of batch) {
      if (work.kind === 'update') wrote.add(work.session)
      if (!isReading(work)) continue
      if (work.kind === 'step1' && (this.#tidying || wrote.has(work.session))) later.push(work)
      else this.#answer(work)
    }
    return later
  }

  /** What it answers could not be taken while the disk fails; then everyone is asked when that is over. */
  #ask(session: Session): void {
    if (!this.#recovering) session.send(this.#keeper.live.ask())
  }

  #welcome({ session, stateVector }: Asked): void {
    if (session.closed) return
    const from = threadMs()
    try {
      session.send(this.#keeper.live.answer(stateVector))
      session.spend(threadMs() - from)
    } catch {
      return session.fail(new AppError('malformed')) // a state vector that is none
    }
    if (session.access === 'write') this.#ask(session)
    session.joined = true
    this.presence.tell(session)
  }

  async #commit(written: Written[], startedAt: number): Promise<void> {
    const { clock, metrics } = this.#deps
    await this.#keeper.write(written, clock.now())
    relay(this.#sessions, written, this.presence.takeNews())
    metrics.committed(clock.now() - startedAt, written.length)
  }

  /**
   * A commit failed: nothing of it was relayed or acknowledged. The room is read again from the store, until
   * that works; its sessions stay and are told. Then everyone is asked for what the store lacks, and gets
   * what it has.
   */
  async #recover(error: unknown): Promise<void> {
    this.#recovering = true
    this.#keeper.live.drop()
    this.#deps.log.error({ err: error, documentId: this.documentId }, 'a commit failed; reading the room again')
    for (const session of this.#sessions) session.notice('storeFailed')
    for (const tell of this.#whenQuiet.splice(0)) tell()
    for (const work of this.#queue.splice(0)) this.#takeUp(work)
    const stored = await readAgain(this.#deps, this, () => this.#stopped)
    this.#recovering = false
    if (typeof stored === 'string') for (const session of this.#sessions) session.fail(new AppError(stored))
    // Stopping, or the document is gone: what is still queued builds on what was lost, and nobody may be told that it is saved.
    if (stored === null || typeof stored === 'string')
      return [...this.#sessions].forEach((session) => session.end(closeCode.restart, 'stopping'))
    this.#keeper.reload(stored)
    this.#queue = this.#queue.filter((work) => work.kind !== 'marker')
    const isDamaged = stored.damage.length > 0
    if (isDamaged) this.#owners.forget() // what the disk lost of somebody's, others bring back
    const state = encodeUpdate(this.#keeper.live.compact().base)
    for (const session of this.#sessions) {
      if (session.joined) session.send(state)
      if (!session.writes) continue
      session.owes = true // what it sent may have gone with the failed commit
      if (isDamaged) session.answered = false
      if (session.access === 'write') session.send(this.#keeper.live.ask())
    }
  }

  /** Nobody is here any more: takes the document out of memory. The room must be idle. */
  async unload(): Promise<void> {
    if (!this.#recovering) await this.#keeper.unload()
  }

  /** No more retries: the process is stopping. */
  stopRetrying(): void {
    this.#stopped = true
  }
}
