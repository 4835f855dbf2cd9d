import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { closeCode, messageType, protocolVersion } from '../../shared/protocol.ts'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { ServerLimits } from '../limits.ts'
import { decodeMessage, encodeNotice, encodePong, encodeWelcome, type ClientMessage } from './codec.ts'
import type { Burdens } from './burdens.ts'
import type { Log, SyncMetrics } from './metrics.ts'
import type { Peer } from './peer.ts'
import { Bucket } from './rate.ts'
import type { Room } from './room.ts'
import { threadMs } from './thread-time.ts'
import { isEmptyUpdate, readUpdate } from './update-facts.ts'
import type { Who } from './who.ts'

export type SessionDependencies = {
  clock: Clock
  limits: ServerLimits
  log: Log
  metrics: SyncMetrics
  burdens: Burdens
}

/** How long a sender may be made to wait before its session is ended instead, ms. */
const longestPauseMs = 20_000
/** Reading a message smaller than this costs next to nothing. Bytes. */
const cheapBytes = 1_000

/** The close code that goes with an error; 1013 for what may pass. */
function closeCodeOf(code: ErrorCode): number {
  return code in closeCode ? closeCode[code as keyof typeof closeCode] : closeCode.tryLater
}

/**
 * One socket's place in one room, and its limits. It knows the protocol but neither sockets nor storage.
 * opening: the room is being read; frames wait. live: in the room. closed: says and hears nothing more.
 */
export class Session {
  readonly peer: Peer
  readonly documentId: string
  who: Who
  /** true once the client said hello: only then are our own messages sent */
  extended = false
  /** true once the client's first step 1 was answered: from then on it gets every change */
  joined = false
  /** something it sent built on what never came: its markers are not answered until it has sent everything again */
  owes = false
  /** true once it has sent all that it had: from then on nobody else can have changes of its own that we lack */
  answered = false
  readonly #granted: 'read' | 'write'
  #resting = false
  #state: { kind: 'opening'; waiting: Uint8Array[] } | { kind: 'live'; room: Room } | { kind: 'closed' } = {
    kind: 'opening',
    waiting: [],
  }
  readonly #deps: SessionDependencies
  #helloTimer: TimerHandle | null
  #pauseTimer: TimerHandle | null = null
  #askTimer: TimerHandle | null = null
  readonly #messages: Bucket
  readonly #bytes: Bucket

  constructor(deps: SessionDependencies, peer: Peer, args: { documentId: string; access: 'read' | 'write'; who: Who }) {
    this.#deps = deps
    this.peer = peer
    this.documentId = args.documentId
    this.#granted = args.access
    this.who = args.who
    const { clock, limits } = deps
    this.#messages = new Bucket(clock, limits.messageBurst, limits.messagesPerSecond)
    this.#bytes = new Bucket(clock, limits.bytesBurst, limits.bytesPerSecond)
    this.#helloTimer = clock.setTimeout(() => this.end(closeCode.helloTimeout, 'helloTimeout'), limits.helloTimeoutMs)
  }

  get closed(): boolean {
    return this.#state.kind === 'closed'
  }

  /** What it may do now: what it was granted, but never more than read while the boards rest. */
  get access(): 'read' | 'write' {
    return this.#resting ? 'read' : this.#granted
  }

  /** Whether it may write, were it not that the boards rest. */
  get writes(): boolean {
    return this.#granted === 'write'
  }

  /**
   * The boards rest, or no longer do. It is told at once; what it writes meanwhile is dropped and stays its own to
   * send again, so it is asked for everything as soon as they rest no more.
   */
  rest(resting: boolean): void {
    if (this.#granted === 'read' || resting === this.#resting) return
    this.#resting = resting
    const state = this.#state
    if (state.kind !== 'live') return
    if (this.extended) this.#welcome(state.room)
    if (!resting) state.room.push({ kind: 'ask', session: this })
  }

  /** The room is there: what has come meanwhile is taken first. */
  enter(room: Room): void {
    if (this.#state.kind !== 'opening') return
    const { waiting } = this.#state
    this.#state = { kind: 'live', room }
    room.add(this)
    for (const frame of waiting) this.#take(frame)
  }

  /** A frame from the socket. Never throws: what is wrong with it ends this session and touches nothing else. */
  receive(frame: Uint8Array): void {
    if (this.#state.kind === 'closed') return
    if (frame.length > this.#deps.limits.frameBytes) return this.fail(new AppError('frameTooLarge'))
    this.#deps.metrics.received(frame.length)
    this.#slowDown(frame.length)
    if (this.#state.kind === 'live') return this.#take(frame)
    if (this.#state.kind !== 'opening') return
    if (this.#state.waiting.length >= this.#deps.limits.framesBeforeRoom) return this.fail(new AppError('tooFast'))
    this.#state.waiting.push(new Uint8Array(frame))
  }

  /** Something came that says nothing: it counts towards the limits like a message. */
  heard(bytes: number): void {
    if (!this.closed) this.#slowDown(bytes)
  }

  #slowDown(bytes: number): void {
    const burdenMs = this.#deps.burdens.waitMs(this.who)
    this.#pause(Math.max(this.#messages.take(1), this.#bytes.take(bytes), burdenMs))
  }

  /** So much of the thread's time was this session's: who takes much has to wait. */
  spend(ms: number): void {
    this.#deps.burdens.spend(this.who, ms)
    if (!this.closed) this.#pause(this.#deps.burdens.waitMs(this.who))
  }

  #pause(waitMs: number): void {
    if (waitMs === 0) return
    if (waitMs > longestPauseMs) return this.fail(new AppError('tooFast'))
    if (this.#pauseTimer) this.#deps.clock.clearTimeout(this.#pauseTimer)
    else this.peer.pause()
    this.#pauseTimer = this.#deps.clock.setTimeout(() => {
      this.#pauseTimer = null
      if (!this.closed) this.peer.resume()
    }, waitMs)
  }

  #take(frame: Uint8Array): void {
    if (this.#state.kind !== 'live') return
    const isCheap = frame.length <= cheapBytes && frame[0] !== messageType.queryAwareness
    const from = isCheap ? null : threadMs()
    try {
      this.#handle(decodeMessage(frame), this.#state.room)
      if (this.#helloTimer) this.#deps.clock.clearTimeout(this.#helloTimer)
      this.#helloTimer = null
    } catch (error) {
      this.fail(error)
    }
    if (from !== null) this.spend(threadMs() - from)
  }

  #handle(message: ClientMessage, room: Room): void {
    switch (message.type) {
      case 'hello':
        return this.#hello(message, room)
      case 'step1':
        return room.push({ kind: 'step1', session: this, stateVector: message.stateVector })
      case 'update':
        return this.#update(message, room)
      case 'marker':
        return room.push({ kind: 'marker', session: this, n: message.n, at: this.#deps.clock.now() })
      case 'awareness':
        // A projector is no person in the room.
        return this.who.role === 'display' ? undefined : room.presence.receive(this, message.payload)
      case 'queryAwareness':
        return room.presence.tell(this)
      case 'ping':
        return this.extended ? this.send(encodePong(message.n, this.#deps.clock.now())) : undefined
    }
  }

  #hello(message: { protocol: number; epoch: string }, room: Room): void {
    if (message.protocol < protocolVersion) throw new AppError('protocolTooOld')
    if (message.epoch !== '' && message.epoch !== room.epoch) throw new AppError('epochChanged')
    this.extended = true
    this.#welcome(room)
    if (room.recovering) this.notice('storeFailed')
  }

  #welcome(room: Room): void {
    this.send(encodeWelcome(room.epoch, this.access, this.#deps.clock.now()))
    if (this.#resting) this.notice('boardsRest')
  }

  #update({ update, whole }: { update: Uint8Array; whole: boolean }, room: Room): void {
    if (isEmptyUpdate(update) && !(whole && this.owes)) {
      this.answered ||= whole
      return
    }
    if (this.#granted === 'read') return this.notice('notAllowed')
    if (this.#resting) {
      this.owes = true
      return this.notice('boardsRest')
    }
    const facts = readUpdate(update, this.#deps.limits)
    const holdMs = this.#deps.burdens.holdMs(this.who)
    if (holdMs > 0) return this.#putOff('tooFast', holdMs, room)
    room.push({ kind: 'update', session: this, update, facts, whole })
  }

  /** What it sent can't be applied to the document. */
  refuse(code: ErrorCode): void {
    const state = this.#state
    if (code !== 'documentFull' || state.kind !== 'live') return this.fail(new AppError(code))
    this.#putOff(code, this.#deps.limits.fullRetryMs, state.room)
  }

  /** What it sent is not taken now: it is told why, and asked for everything after a while. */
  #putOff(code: ErrorCode, waitMs: number, room: Room): void {
    this.owes = true
    this.notice(code)
    this.#askTimer ??= this.#deps.clock.setTimeout(() => {
      this.#askTimer = null
      room.push({ kind: 'ask', session: this })
    }, waitMs)
  }

  send(frame: Uint8Array, second: Uint8Array | null = null): void {
    if (this.closed) return
    if (this.peer.bufferedBytes() > this.#deps.limits.bufferedBytes) return this.end(closeCode.tryLater, 'tooSlow')
    this.#deps.metrics.sent(second === null ? frame.length : frame.length + second.length)
    this.peer.send(frame, second)
  }

  /** Says in a code that something was not taken. Counted; stock clients are not told. */
  notice(code: ErrorCode): void {
    this.#deps.metrics.refused(code)
    if (this.extended) this.send(encodeNotice(code))
  }

  /** Ends the session for an error; what is no AppError is our own fault and is logged. */
  fail(error: unknown): void {
    const code = error instanceof AppError ? error.code : 'internal'
    if (code === 'internal') this.#deps.log.error({ err: error, documentId: this.documentId }, 'a message failed')
    this.end(closeCodeOf(code), code)
  }

  /** Ends the session. The close reason is the error's code. */
  end(code: number, reason: ErrorCode): void {
    if (this.closed) return
    this.#deps.metrics.refused(reason)
    this.#deps.log.info({ documentId: this.documentId, sessionId: this.who.sessionId, code, reason }, 'session ended')
    this.left()
    this.peer.close(code, reason)
  }

  /** The socket is gone, or the session was ended: leaves the room. May be called more than once. */
  left(): void {
    const state = this.#state
    if (state.kind === 'closed') return
    this.#state = { kind: 'closed' }
    if (this.#helloTimer) this.#deps.clock.clearTimeout(this.#helloTimer)
    if (this.#pauseTimer) this.#deps.clock.clearTimeout(this.#pauseTimer)
    if (this.#askTimer) this.#deps.clock.clearTimeout(this.#askTimer)
    if (state.kind === 'live') state.room.remove(this)
  }
}
