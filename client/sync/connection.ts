import * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { isErrorCode, type ErrorCode } from '../../shared/errors.ts'
import { closeCode, endsReconnection } from '../../shared/protocol.ts'
import { reconnectDelay } from './backoff.ts'
import { changedState, firstState, type ConnectionState } from './connection-state.ts'
import { Heartbeat } from './heartbeat.ts'
import { serverOrigin, type LocalChanges } from './local-changes.ts'
import {
  awarenessFrame,
  decodeServerMessage,
  helloFrame,
  pingFrame,
  step1Frame,
  type ServerMessage,
} from './messages.ts'
import { Outgoing } from './outgoing.ts'
import { OwnPresence } from './own-presence.ts'
import { abnormalClose, type OpenSocket, type SocketLike } from './socket.ts'
import { StateStore, type Readable } from './state-store.ts'

/** From asking for a socket to the server's welcome, ms. */
const welcomeWithinMs = 10_000
/** A socket that was closed and is back within this is not worth a word about the net, ms. */
const blinkMs = 2_000
/** Nobody waits longer than this at first load without being told, ms. */
const firstWelcomeMs = 4_500
/** Changes that the server answers nothing to for so long: both sides compare what they have once more, ms. */
const compareAgainMs = 15_000
/** So often in a row the server gets an answer at once. */
const mostAnswers = 8
/** A socket that stood this long did its work: the next loss begins with short pauses again, ms. */
const stoodMs = 5_000

export type ConnectionOptions = {
  documentId: string
  doc: Y.Doc
  awareness: Awareness
  changes: LocalChanges
  openSocket: OpenSocket
  clock: Clock
  /** 0 … 1, for the pauses between attempts */
  random: () => number
  /** the epoch of what is in the document already; '' when nothing is */
  knownEpoch: string
  /** the server has named the document's epoch, for the first time */
  onEpoch?: (epoch: string) => void
  /** the server told its time, in answer to something sent `roundTripMs` ago */
  onServerTime?: (time: number, roundTripMs: number) => void
}

/**
 * One document's line to the server: opens sockets until it is stopped or told to end, brings both sides to
 * the same content and keeps count of what is on the server's disk. Knows neither WebSocket nor React.
 */
export class DocumentConnection {
  readonly state: Readable<ConnectionState>
  readonly #state = new StateStore<ConnectionState>(firstState)
  readonly #options: ConnectionOptions
  readonly #heartbeat: Heartbeat
  readonly #presence: OwnPresence
  readonly #outgoing: Outgoing
  readonly #unlisten: () => void
  #socket: SocketLike | null = null
  #epoch: string
  #attempt = 0
  #welcomedAt: number | null = null
  #askedAt = 0
  /** how often the server asked what it lacks since it last acknowledged anything */
  #asked = 0
  #pings: { n: number; at: number } = { n: 0, at: 0 }
  #retry: TimerHandle | null = null
  #welcomeTimer: TimerHandle | null = null
  #offlineTimer: TimerHandle | null = null
  #compareTimer: TimerHandle | null = null

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#epoch = options.knownEpoch
    this.state = this.#state
    const { clock, changes, doc, awareness } = options
    this.#heartbeat = new Heartbeat(clock, {
      ping: () => this.#ping(),
      quiet: () => this.#offline(),
      dead: () => this.#lost(abnormalClose, ''),
    })
    this.#presence = new OwnPresence(awareness, clock, (payload) => this.#send(awarenessFrame(payload)))
    this.#outgoing = new Outgoing({
      doc,
      changes,
      send: (frame) => this.#send(frame),
      refuse: () => this.#set({ refused: 'frameTooLarge' }),
    })
    this.#unlisten = changes.listen({ added: () => this.#count(), acknowledged: () => this.#count() })
    this.#count()
  }

  start(): void {
    if (this.#socket || this.#retry || this.#state.get().phase === 'ended') return
    this.#offlineTimer = this.#options.clock.setTimeout(() => this.#offline(), firstWelcomeMs)
    this.#open()
  }

  /** Closes for good. What is not acknowledged stays unsent. */
  stop(): void {
    this.#unlisten()
    this.#drop()
    this.#cancel()
    this.#presence.stop()
  }

  /** The system hints that the net came or went, or that the page is looked at again: find out now. */
  check(): void {
    if (this.#retry) {
      this.#attempt = 0
      this.#openSoon()
    } else {
      this.#heartbeat.check()
    }
  }

  /** The person has read why something was not taken. */
  dismissRefused(): void {
    this.#set({ refused: null })
  }

  #set(change: Partial<ConnectionState>): void {
    this.#state.set(changedState(this.#state.get(), change, this.#options.clock.now()))
  }

  #count(): void {
    const { waiting } = this.#options.changes
    this.#heartbeat.setWaiting(waiting > 0)
    this.#set({ waiting })
    this.#compareIfStuck()
  }

  /** The server drops what it cannot take and asks again. Should that ever get lost, we ask. */
  #compareIfStuck(): void {
    const { clock, changes, doc } = this.#options
    if (this.#compareTimer) clock.clearTimeout(this.#compareTimer)
    this.#compareTimer = null
    if (changes.unacknowledged.length === 0 || this.#welcomedAt === null) return
    this.#compareTimer = clock.setTimeout(() => {
      this.#asked = 0
      this.#send(step1Frame(Y.encodeStateVector(doc)))
      this.#compareIfStuck()
    }, compareAgainMs)
  }

  #open(): void {
    const { clock, openSocket, documentId } = this.#options
    this.#retry = null
    let socket: SocketLike
    try {
      socket = openSocket(documentId)
    } catch {
      return this.#lost(abnormalClose, '')
    }
    this.#socket = socket
    this.#welcomedAt = null
    this.#asked = 0
    this.#welcomeTimer = clock.setTimeout(() => this.#lost(abnormalClose, ''), welcomeWithinMs)
    const ours = () => socket === this.#socket
    socket.onopen = () => ours() && this.#hello()
    socket.onmessage = (frame) => ours() && this.#receive(frame)
    socket.onclose = (code, reason) => ours() && this.#lost(code, reason)
  }

  #hello(): void {
    this.#askedAt = this.#options.clock.now()
    this.#send(helloFrame(this.#epoch))
    this.#send(step1Frame(Y.encodeStateVector(this.#options.doc)))
  }

  #send(frame: Uint8Array): void {
    try {
      this.#socket?.send(frame)
    } catch {
      // A socket on its way down. Its close comes, and the next one sends everything again.
    }
  }

  #ping(): void {
    this.#pings = { n: this.#pings.n + 1, at: this.#options.clock.now() }
    this.#send(pingFrame(this.#pings.n))
  }

  #receive(frame: Uint8Array): void {
    this.#heartbeat.heard()
    try {
      const message = decodeServerMessage(frame)
      // Nothing is applied before the epochs are known to be the same.
      if (this.#welcomedAt === null && message.type !== 'welcome') return
      this.#take(message)
    } catch {
      return this.#lost(abnormalClose, '')
    }
    if (this.#welcomedAt !== null) this.#live()
  }

  #take(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        return this.#welcome(message)
      case 'step1':
        return this.#answer(message.stateVector)
      case 'step2':
      case 'update':
        Y.applyUpdate(this.#options.doc, message.update, serverOrigin)
        if (message.type === 'step2') this.#set({ synced: true })
        return
      case 'awareness':
        return this.#presence.receive(message.payload)
      case 'queryAwareness':
        return this.#presence.tell()
      case 'ack':
        if (!this.#outgoing.acknowledged(message.n)) return
        this.#asked = 0
        this.#heartbeat.progressed()
        if (this.#state.get().refused !== 'frameTooLarge') this.#set({ refused: null })
        return
      case 'notice':
        // Not taken: nothing counts as sent until the server asks for what it lacks.
        this.#outgoing.hold()
        return this.#set(message.code === 'boardsRest' ? { resting: true } : { refused: message.code })
      case 'pong':
        if (message.n === this.#pings.n) this.#tellTime(message.time, this.#pings.at)
        return
      case 'unknown':
        return
    }
  }

  #welcome(message: { epoch: string; access: 'write' | 'read'; time: number }): void {
    if (this.#epoch !== '' && message.epoch !== this.#epoch) return this.#end('epochChanged')
    if (this.#welcomeTimer) this.#options.clock.clearTimeout(this.#welcomeTimer)
    this.#welcomeTimer = null
    const first = this.#welcomedAt === null
    this.#welcomedAt = this.#options.clock.now()
    // Said again while the line is open when the boards begin to rest or no longer do; the reason follows as a notice.
    if (message.access === 'read') this.#outgoing.hold()
    this.#set(message.access === 'write' ? { access: 'write', resting: false } : { access: 'read' })
    if (first) {
      this.#tellTime(message.time, this.#askedAt)
      this.#heartbeat.start()
      this.#presence.connected()
      this.#compareIfStuck()
    }
    if (this.#epoch !== '') return
    this.#epoch = message.epoch
    this.#options.onEpoch?.(message.epoch)
  }

  /** The server says what it has. One that never gets what it lacks is not answered as fast as the net can carry. */
  #answer(stateVector: Uint8Array): void {
    if (this.#state.get().access !== 'write') return
    this.#asked += 1
    if (this.#asked > mostAnswers) {
      this.#outgoing.hold()
      return this.#set({ refused: 'missingParts' })
    }
    this.#outgoing.answer(stateVector)
    if (this.#state.get().refused === 'storeFailed') this.#set({ refused: null })
  }

  #tellTime(time: number, askedAt: number): void {
    this.#options.onServerTime?.(time, this.#options.clock.now() - askedAt)
  }

  #live(): void {
    if (this.#offlineTimer) this.#options.clock.clearTimeout(this.#offlineTimer)
    this.#offlineTimer = null
    if (this.#socket) this.#set({ phase: 'live' })
  }

  #offline(): void {
    this.#offlineTimer = null
    this.#set({ phase: 'offline' })
  }

  #lost(code: number, reason: string): void {
    if (endsReconnection(code)) return this.#end(isErrorCode(reason) ? reason : codeOf(code))
    const { clock } = this.#options
    const stoodFor = this.#welcomedAt === null ? 0 : clock.now() - this.#welcomedAt
    if (stoodFor >= stoodMs) this.#attempt = 0
    this.#drop()
    if (this.#state.get().phase === 'live') {
      this.#set({ phase: 'connecting' })
      this.#offlineTimer = clock.setTimeout(() => this.#offline(), blinkMs)
    }
    this.#openSoon()
  }

  #openSoon(): void {
    const { clock, random } = this.#options
    if (this.#retry) clock.clearTimeout(this.#retry)
    this.#retry = clock.setTimeout(() => this.#open(), reconnectDelay(this.#attempt, random))
    this.#attempt += 1
  }

  /** The server says that trying again is of no use before something else is done. */
  #end(code: ErrorCode): void {
    this.#drop()
    this.#cancel()
    this.#set({ phase: 'ended', code })
  }

  /** Lets go of the socket; what it still says is not heard. */
  #drop(): void {
    const socket = this.#socket
    this.#socket = null
    this.#welcomedAt = null
    this.#heartbeat.stop()
    this.#outgoing.hold()
    this.#presence.disconnected()
    for (const timer of [this.#welcomeTimer, this.#compareTimer]) if (timer) this.#options.clock.clearTimeout(timer)
    this.#welcomeTimer = null
    this.#compareTimer = null
    this.#set({ synced: false })
    socket?.close()
  }

  #cancel(): void {
    for (const timer of [this.#retry, this.#offlineTimer]) if (timer) this.#options.clock.clearTimeout(timer)
    this.#retry = null
    this.#offlineTimer = null
  }
}

/** The name of a close code is its error code, for a server or proxy that gave no reason. */
function codeOf(code: number): ErrorCode {
  const name = Object.entries(closeCode).find(([, value]) => value === code)?.[0]
  return isErrorCode(name) ? name : 'internal'
}
