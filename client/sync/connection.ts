import * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { isErrorCode, type ErrorCode } from '../../shared/errors.ts'
import { closeCode, endsReconnection } from '../../shared/protocol.ts'
import { changedState, firstState, type ConnectionState } from './connection-state.ts'
import { Heartbeat } from './heartbeat.ts'
import { Line } from './line.ts'
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
import { abnormalClose, type OpenSocket } from './socket.ts'
import { StateStore, type Readable } from './state-store.ts'

/** A socket that was closed and is back within this is not worth a word about the net, ms. */
const blinkMs = 2_000
/** Nobody waits longer than this at first load without being told, ms. */
const firstWelcomeMs = 4_500
/** Changes that the server answers nothing to for so long: both sides compare what they have once more, ms. */
const compareAgainMs = 15_000
/** So often in a row the server gets an answer at once. */
const mostAnswers = 8

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
  readonly #line: Line
  #epoch: string
  #askedAt = 0
  /** how often the server asked what it lacks since it last acknowledged anything */
  #asked = 0
  #pings: { n: number; at: number } = { n: 0, at: 0 }
  #offlineTimer: TimerHandle | null = null
  #compareTimer: TimerHandle | null = null

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#epoch = options.knownEpoch
    this.state = this.#state
    const { clock, random, changes, doc, awareness, openSocket, documentId } = options
    this.#line = new Line({
      openSocket: () => openSocket(documentId),
      clock,
      random,
      onOpen: () => this.#hello(),
      onFrame: (frame) => this.#receive(frame),
      onLost: (code, reason) => this.#lost(code, reason),
    })
    this.#heartbeat = new Heartbeat(clock, {
      ping: () => this.#ping(),
      quiet: () => this.#offline(),
      dead: () => this.#lost(abnormalClose, ''),
    })
    this.#presence = new OwnPresence(awareness, clock, (payload) => this.#line.send(awarenessFrame(payload)))
    this.#outgoing = new Outgoing({
      doc,
      changes,
      send: (frame) => this.#line.send(frame),
      refuse: () => this.#set({ refused: 'frameTooLarge' }),
    })
    this.#unlisten = changes.listen({ added: () => this.#count(), acknowledged: () => this.#progress() })
    this.#count()
  }

  start(): void {
    if (this.#line.busy || this.#state.get().phase === 'ended') return
    this.#offlineTimer = this.#options.clock.setTimeout(() => this.#offline(), firstWelcomeMs)
    this.#line.open()
  }

  /** Closes for good. What is not acknowledged stays unsent. */
  stop(): void {
    this.#unlisten()
    this.#letGo()
    this.#line.close()
    this.#stopOfflineTimer()
    this.#presence.stop()
  }

  /** The system hints that the net came or went, or that the page is looked at again: find out now. */
  check(): void {
    if (!this.#line.hurry()) this.#heartbeat.check()
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
    if (!this.#compareTimer) this.#compareIfStuck()
  }

  #progress(): void {
    this.#stopCompareTimer()
    this.#count()
  }

  /** The server drops what it cannot take and asks again. Should that ever get lost, we ask. */
  #compareIfStuck(): void {
    const { clock, changes, doc } = this.#options
    this.#stopCompareTimer()
    if (changes.unacknowledged.length === 0 || !this.#line.welcomed) return
    this.#compareTimer = clock.setTimeout(() => {
      this.#asked = 0
      this.#line.send(step1Frame(Y.encodeStateVector(doc)))
      this.#compareIfStuck()
    }, compareAgainMs)
  }

  #hello(): void {
    this.#askedAt = this.#options.clock.now()
    this.#asked = 0
    this.#line.send(helloFrame(this.#epoch))
    this.#line.send(step1Frame(Y.encodeStateVector(this.#options.doc)))
  }

  #ping(): void {
    this.#pings = { n: this.#pings.n + 1, at: this.#options.clock.now() }
    this.#line.send(pingFrame(this.#pings.n))
  }

  #receive(frame: Uint8Array): void {
    this.#heartbeat.heard()
    try {
      const message = decodeServerMessage(frame)
      // Nothing is applied before the epochs are known to be the same.
      if (!this.#line.welcomed && message.type !== 'welcome') return
      this.#take(message)
    } catch {
      return this.#lost(abnormalClose, '')
    }
    if (this.#line.welcomed) this.#live()
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
        // Others' changes come only when the disk takes them again; who may only read is asked for nothing.
        else if (this.#state.get().refused === 'storeFailed') this.#set({ refused: null })
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
    const first = !this.#line.welcomed
    this.#line.welcome()
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
    this.#stopOfflineTimer()
    this.#set({ phase: 'live' })
  }

  #offline(): void {
    this.#offlineTimer = null
    this.#set({ phase: 'offline' })
  }

  #lost(code: number, reason: string): void {
    if (endsReconnection(code)) return this.#end(isErrorCode(reason) ? reason : codeOf(code))
    this.#letGo()
    if (this.#state.get().phase === 'live') {
      this.#set({ phase: 'connecting' })
      this.#offlineTimer = this.#options.clock.setTimeout(() => this.#offline(), blinkMs)
    }
    this.#line.again()
  }

  /** The server says that trying again is of no use before something else is done. */
  #end(code: ErrorCode): void {
    this.#letGo()
    this.#line.close()
    this.#stopOfflineTimer()
    this.#set({ phase: 'ended', code })
  }

  /** What hangs on the socket ends with it. */
  #letGo(): void {
    this.#heartbeat.stop()
    this.#outgoing.hold()
    this.#presence.disconnected()
    this.#stopCompareTimer()
    this.#set({ synced: false })
  }

  #stopCompareTimer(): void {
    if (this.#compareTimer) this.#options.clock.clearTimeout(this.#compareTimer)
    this.#compareTimer = null
  }

  #stopOfflineTimer(): void {
    if (this.#offlineTimer) this.#options.clock.clearTimeout(this.#offlineTimer)
    this.#offlineTimer = null
  }
}

/** The name of a close code is its error code, for a server or proxy that gave no reason. */
function codeOf(code: number): ErrorCode {
  const name = Object.entries(closeCode).find(([, value]) => value === code)?.[0]
  return isErrorCode(name) ? name : 'internal'
}
