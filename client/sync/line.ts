import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { reconnectDelay } from './backoff.ts'
import { abnormalClose, type SocketLike } from './socket.ts'

/** From asking for a socket to the server's welcome, ms. */
const welcomeWithinMs = 10_000
/** A socket that stood this long did its work: the next loss begins with short pauses again, ms. */
const stoodMs = 5_000

export type LineOptions = {
  openSocket: () => SocketLike
  clock: Clock
  random: () => number
  /** a socket is there */
  onOpen: () => void
  onFrame: (frame: Uint8Array) => void
  /** the socket is gone, or never came: say `again` or `close` */
  onLost: (code: number, reason: string) => void
}

/** One socket after another, with a random pause between them. What a socket that was let go still says is not heard. */
export class Line {
  readonly #options: LineOptions
  #socket: SocketLike | null = null
  #attempt = 0
  #welcomedAt: number | null = null
  #retry: TimerHandle | null = null
  #welcomeTimer: TimerHandle | null = null

  constructor(options: LineOptions) {
    this.#options = options
  }

  /** True from the server's welcome until the socket is let go. */
  get welcomed(): boolean {
    return this.#welcomedAt !== null
  }

  get busy(): boolean {
    return this.#socket !== null || this.#retry !== null
  }

  open(): void {
    this.#stopTimers()
    let socket: SocketLike
    try {
      socket = this.#options.openSocket()
    } catch {
      return this.#options.onLost(abnormalClose, '')
    }
    this.#socket = socket
    const ours = () => socket === this.#socket
    const { clock, onOpen, onFrame, onLost } = this.#options
    this.#welcomeTimer = clock.setTimeout(() => onLost(abnormalClose, ''), welcomeWithinMs)
    socket.onopen = () => ours() && onOpen()
    socket.onmessage = (frame) => ours() && onFrame(frame)
    socket.onclose = (code, reason) => ours() && onLost(code, reason)
  }

  send(frame: Uint8Array): void {
    try {
      this.#socket?.send(frame)
    } catch {
      // A socket on its way down. Its close comes, and the next one sends everything again.
    }
  }

  /** The server has said welcome: this socket works. */
  welcome(): void {
    if (this.#welcomeTimer) this.#options.clock.clearTimeout(this.#welcomeTimer)
    this.#welcomeTimer = null
    this.#welcomedAt = this.#options.clock.now()
  }

  /** Lets go of the socket and opens another after a pause. */
  again(): void {
    const stoodFor = this.#welcomedAt === null ? 0 : this.#options.clock.now() - this.#welcomedAt
    if (stoodFor >= stoodMs) this.#attempt = 0
    this.close()
    this.#openSoon()
  }

  /** The net may be back: if a pause is on, a short one is enough. False if none is. */
  hurry(): boolean {
    if (!this.#retry) return false
    this.#attempt = 0
    this.#stopTimers()
    this.#openSoon()
    return true
  }

  /** Lets go of the socket and opens none. */
  close(): void {
    this.#stopTimers()
    const socket = this.#socket
    this.#socket = null
    this.#welcomedAt = null
    socket?.close()
  }

  #openSoon(): void {
    const { clock, random } = this.#options
    this.#retry = clock.setTimeout(() => this.open(), reconnectDelay(this.#attempt, random))
    this.#attempt += 1
  }

  #stopTimers(): void {
    for (const timer of [this.#retry, this.#welcomeTimer]) if (timer) this.#options.clock.clearTimeout(timer)
    this.#retry = null
    this.#welcomeTimer = null
  }
}
