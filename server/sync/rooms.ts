import * as Y from 'yjs'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import { closeCode } from '../../shared/protocol.ts'
import type { Folding } from '../folding/folding.ts'
import type { ServerLimits } from '../limits.ts'
import type { Purged, Rewrite, Store, StoredDocument } from '../store/store.ts'
import { Burdens } from './burdens.ts'
import type { Log, SyncMetrics } from './metrics.ts'
import { Pace } from './pace.ts'
import type { Peer } from './peer.ts'
import { PresenceBeat } from './presence-beat.ts'
import { Room } from './room.ts'
import { Session } from './session.ts'
import type { Who } from './who.ts'

export type RoomsDependencies = {
  store: Store
  clock: Clock
  limits: ServerLimits
  log: Log
  metrics: SyncMetrics
  /** makes snapshots of large documents; without one they are made here, where everyone waits for it */
  folding?: Pick<Folding, 'fold'>
}

/** A document's successor. `make` must not change what it is given. */
export type Replacement = { documentId: string; newEpoch: string; make: (doc: Y.Doc) => Y.Doc }

/** One end of a connection, as the socket's side sees it. */
export type Connection = {
  receive(frame: Uint8Array): void
  /** something came that is no frame of the protocol: it counts all the same */
  heard(bytes: number): void
  left(): void
}

/**
 * Every open document, each opened once and closed once. A document is never made by asking for it: it is
 * created in the store together with what it belongs to.
 */
export class Rooms {
  readonly #deps: RoomsDependencies
  /** of the server's own presence */
  readonly #serverClientId: number
  /** of the server's own changes */
  #clientId: number
  readonly #pace: Pace
  readonly #presenceBeat: PresenceBeat
  /** one promise a document, shared by all who ask while it is being read */
  readonly #rooms = new Map<string, Promise<Room>>()
  /** those that have been read */
  readonly #loaded = new Set<Room>()
  readonly #sessions = new Set<Session>()
  readonly #burdens: Burdens
  readonly #committedListeners = new Set<(documentId: string) => void>()
  readonly #loadedListeners = new Set<(documentId: string) => void>()
  readonly #peopleListeners = new Set<(who: Who, documentId: string) => void>()
  #rests: (who: Who, documentId: string) => boolean = () => false
  #stopping = false
  #replacing: Promise<unknown> = Promise.resolve()

  constructor(deps: RoomsDependencies, serverClientId = newClientId()) {
    this.#deps = deps
    this.#serverClientId = serverClientId
    this.#clientId = serverClientId
    this.#burdens = new Burdens(deps.clock, deps.limits)
    this.#pace = new Pace(deps.clock, deps.limits.commitEveryMs, deps.limits.busyCommitEveryMs)
    this.#presenceBeat = new PresenceBeat(deps.clock, deps.limits.awarenessBatchMs / 2)
  }

  /** Calls back after each batch that is on disk and relayed. */
  onCommitted(listener: (documentId: string) => void): void {
    this.#committedListeners.add(listener)
  }

  /** Calls back when a document has been read into memory. */
  onLoaded(listener: (documentId: string) => void): void {
    this.#loadedListeners.add(listener)
  }

  /** Calls back when somebody came to a document or left it. */
  onPeople(listener: (who: Who, documentId: string) => void): void {
    this.#peopleListeners.add(listener)
  }

  /**
   * Opens a session. Rights are decided before: `access` is what this person has to this document. When it is
   * refused the peer is closed with a code.
   */
  connect(peer: Peer, args: { documentId: string; access: 'read' | 'write'; who: Who }): Connection {
    const session = new Session({ ...this.#deps, burdens: this.#burdens }, peer, args)
    if (this.#stopping) session.end(closeCode.restart, 'stopping')
    else if (this.#burdens.isKeptOut(args.who)) session.end(closeCode.tooFast, 'tooFast')
    else this.#enter(session)
    return {
      receive: (frame) => session.receive(frame),
      heard: (bytes) => session.heard(bytes),
      left: () => this.#left(session),
    }
  }

  #enter(session: Session): void {
    this.#sessions.add(session)
    session.rest(this.#rests(session.who, session.documentId))
    this.#room(session.documentId).then(
      (room) => {
        if (session.closed) return room.idle ? this.#unloadSoon(room) : undefined
        if (room.sessions.size >= this.#deps.limits.sessionsPerRoom) return session.end(closeCode.tryLater, 'tooMany')
        session.enter(room)
        this.#tellPeople(session)
      },
      (error: unknown) => session.fail(error),
    )
  }

  #left(session: Session): void {
    session.left()
    if (this.#sessions.delete(session)) this.#tellPeople(session)
  }

  #tellPeople(session: Session): void {
    for (const listener of this.#peopleListeners) listener(session.who, session.documentId)
  }

  #room(documentId: string): Promise<Room> {
    const known = this.#rooms.get(documentId)
    if (known) return known
    const opening = this.#open(documentId)
    this.#rooms.set(documentId, opening)
    // A room that could not be read is not kept: the next who asks tries again.
    opening.catch(() => this.#rooms.delete(documentId))
    return opening
  }

  async #open(documentId: string): Promise<Room> {
    const stored = await this.#deps.store.open(documentId)
    if (!stored) throw new AppError('notFound')
    const { damage } = stored
    if (damage.length > 0) this.#deps.log.error({ documentId, damage }, 'a part of a document could not be read')
    const room = new Room(
      {
        ...this.#deps,
        serverClientId: this.#serverClientId,
        clientIdFor: (read) => this.#clientIdFor(read),
        burdens: this.#burdens,
        pace: this.#pace,
        presenceBeat: this.#presenceBeat,
        onCommitted: (id) => this.#committedListeners.forEach((listener) => listener(id)),
        onIdle: (idle) => this.#unloadSoon(idle),
        onRebuild: (session) => this.#countRebuild(session),
      },
      documentId,
      stored,
    )
    this.#loaded.add(room)
    this.#loadedListeners.forEach((listener) => listener(documentId))
    // Whoever only reads it never comes, and never leaves.
    this.#unloadSoon(room)
    return room
  }

  /**
   * What a damaged disk lost of the server's changes may be at the clients still, and come back from them: whoever has it would
   * take anything else under the same numbers for known. So the server writes under others from then on.
   */
  #clientIdFor({ damage }: StoredDocument): number {
    if (damage.length > 0) this.#clientId = newClientId()
    return this.#clientId
  }

  /** Whoever does it again and again stays out for a while, with every socket that they have. */
  #countRebuild({ who }: Session): void {
    this.#burdens.rebuilt(who)
    if (!this.#burdens.isKeptOut(who)) return
    this.revoke(({ personId }) => personId === who.personId, closeCode.tooFast, 'tooFast')
  }

  #unloadSoon(room: Room): void {
    this.#deps.clock.setTimeout(() => void this.#unload(room), this.#deps.limits.idleRoomMs)
  }

  /** Takes a room that is still idle out of memory. Whoever asks from now on reads it from the store again. */
  async #unload(room: Room): Promise<void> {
    // Another may be being read in its place, and that may fail: whoever asked for it is told.
    const current = await this.#rooms.get(room.documentId)?.catch(() => null)
    if (current !== room || !room.idle) return
    this.#rooms.delete(room.documentId)
    this.#loaded.delete(room)
    await room.unload()
  }

  /** The server's own change of a document. Resolves when it is committed; rejects if it could not be, or if `change` throws. */
  async change(documentId: string, change: (doc: Y.Doc) => void): Promise<void> {
    const room = await this.#room(documentId)
    return new Promise((resolve, reject) => {
      room.push({
        kind: 'change',
        change,
        done: (error) => {
          if (error === undefined) return resolve()
          reject(error instanceof Error ? error : new AppError('internal', {}, error))
        },
      })
    })
  }

  /** Reads a document as it is on disk; null if there is none. `read` must not change it. */
  async read<T>(documentId: string, read: (doc: Y.Doc) => T): Promise<T | null> {
    let room: Room
    try {
      room = await this.#room(documentId)
    } catch (error) {
      if (error instanceof AppError && error.code === 'notFound') return null
      throw error
    }
    return new Promise((resolve, reject) => {
      room.push({
        kind: 'read',
        read: (doc) => {
          try {
            resolve(read(doc))
          } catch (error) {
            reject(error instanceof Error ? error : new AppError('internal', {}, error))
          }
        },
        fail: (error) => reject(error instanceof Error ? error : new AppError('internal', {}, error)),
      })
    })
  }

  /**
   * Puts other documents in the place of these, all or none, so that nothing of the old ones is left in the store: a
   * purge. `make` gets each document as it is on disk and gives the new one. Open sessions are ended with `epochChanged`.
   * Rejects `notFound` for one that does not exist, and as `Store.purge` does; then everything goes on as before.
   */
  async replaceAll(replacements: readonly Replacement[]): Promise<Purged> {
    // One at a time: two that each held what the other waits for would wait for ever.
    const before = this.#replacing
    const run = before.catch(() => undefined).then(() => this.#replaceNow(replacements))
    this.#replacing = run
    return run
  }

  async #replaceNow(replacements: readonly Replacement[]): Promise<Purged> {
    const held: Room[] = []
    try {
      const rewrites: Rewrite[] = []
      for (const { documentId, newEpoch, make } of replacements) {
        const room = await this.#room(documentId)
        const doc = await room.hold()
        held.push(room)
        const made = make(doc)
        const snapshot = Y.encodeStateAsUpdate(made)
        rewrites.push({ documentId, epoch: room.epoch, newEpoch, snapshot, stateVector: Y.encodeStateVector(made) })
      }
      const purged = await this.#deps.store.purge(rewrites)
      for (const room of held) {
        this.#rooms.delete(room.documentId)
        this.#loaded.delete(room)
        room.discard()
      }
      return purged
    } catch (error) {
      for (const room of held) {
        room.release()
        this.#unloadSoon(room)
      }
      throw error
    }
  }

  /** Ends the sessions that match: a right that was taken away is gone at once. */
  revoke(match: (who: Who, documentId: string) => boolean, code: number, reason: ErrorCode): void {
    for (const session of this.#sessions) {
      if (!match(session.who, session.documentId)) continue
      session.end(code, reason)
      this.#left(session)
    }
  }

  /** Says which sessions may only read for the time being. Asked when one is opened, and of all by `restAnew`. */
  restWhile(rests: (who: Who, documentId: string) => boolean): void {
    this.#rests = rests
  }

  /** What `restWhile` was told answers otherwise now: the open sessions are held to it at once. */
  restAnew(): void {
    for (const session of this.#sessions) session.rest(this.#rests(session.who, session.documentId))
  }

  /** A person's name was corrected: everyone who sees them sees it at once. */
  async renamed(personId: string, name: string): Promise<void> {
    const documents = new Set<string>()
    for (const session of this.#sessions) {
      if (session.who.personId !== personId) continue
      session.who = { ...session.who, name }
      documents.add(session.documentId)
    }
    for (const documentId of documents) (await this.#room(documentId)).presence.renamed(personId)
  }

  /** A person is in other teams now. Sessions that are no longer theirs are to be revoked before. */
  moved(personId: string, teamIds: string[]): void {
    for (const session of this.#sessions) {
      if (session.who.personId !== personId) continue
      session.who = { ...session.who, teamIds }
      this.#tellPeople(session)
    }
  }

  /** The server's own presence in a document that is open; nothing happens for one that is not. */
  async setServerState(documentId: string, state: Record<string, unknown> | null): Promise<void> {
    const room = this.#rooms.get(documentId)
    if (room) (await room).presence.setServerState(state)
  }

  /** Who is where now: one entry a socket. */
  *people(): Iterable<{ who: Who; documentId: string }> {
    for (const { who, documentId, closed } of this.#sessions) if (!closed) yield { who, documentId }
  }

  /** Whether a document is in memory, or being read into it. */
  isOpen(documentId: string): boolean {
    return this.#rooms.has(documentId)
  }

  /** How many documents are in memory. */
  get size(): number {
    return this.#rooms.size
  }

  /** Changes that wait to be written, over all documents. */
  get waiting(): number {
    let waiting = 0
    for (const room of this.#loaded) waiting += room.waiting
    return waiting
  }

  /** Takes no more edits, lets what is under way reach the disk and ends every session, to come back later. */
  async stop(): Promise<void> {
    this.#stopping = true
    // Writers who never stop would otherwise keep their rooms busy for ever.
    for (const session of this.#sessions) session.peer.pause()
    const rooms = (await Promise.allSettled(this.#rooms.values())).flatMap((result) =>
      result.status === 'fulfilled' ? [result.value] : [],
    )
    for (const room of rooms) room.stopRetrying()
    await Promise.all(rooms.map((room) => room.settled()))
    for (const session of [...this.#sessions]) session.end(closeCode.restart, 'stopping')
    await Promise.all(rooms.map((room) => room.settled()))
    await this.#unloadAll(rooms)
  }

  /** Snapshots make the next start quick; the rows are on disk without them, so a stop never waits long for them. */
  async #unloadAll(rooms: readonly Room[]): Promise<void> {
    const until = this.#deps.clock.now() + this.#deps.limits.stopSnapshotsMs
    for (const room of rooms) {
      if (this.#deps.clock.now() > until) return
      await room.unload()
    }
  }
}

function newClientId(): number {
  return 1 + Math.floor(Math.random() * 0x7ffffffe)
}
