import type { Clock, TimerHandle } from '../../shared/clock.ts'

const idle = { pingAfterMs: 10_000, answerWithinMs: 5_000 }
/** With changes on the way: silence has a meaning sooner. 2 + 2.5 s keeps the promise of 5 s. */
const waiting = { pingAfterMs: 2_000, answerWithinMs: 2_500 }

export type HeartbeatListener = {
  ping(): void
  /** Nothing has come although something should have: the status must not say that all is well. */
  quiet(): void
  /** Give the socket up and open another. */
  dead(): void
}

/**
 * Finds out whether a socket is still alive. One that has lost its net can look open for minutes, so only
 * an answer counts. It never gives up without an unanswered ping: in a background tab timers come late, and
 * lateness alone must not end a healthy socket.
 */
export class Heartbeat {
  readonly #clock: Clock
  readonly #listener: HeartbeatListener
  #timer: TimerHandle | null = null
  #running = false
  #heardAt = 0
  #waitingSince: number | null = null
  #pingedAt: number | null = null
  #quiet = false
  /** how many sockets in a row were given up: on a slow net the next one gets longer to answer */
  #givenUp = 0

  constructor(clock: Clock, listener: HeartbeatListener) {
    this.#clock = clock
    this.#listener = listener
  }

  start(): void {
    this.#running = true
    this.#heardAt = this.#clock.now()
    this.#pingedAt = null
    this.#quiet = false
    if (this.#waitingSince !== null) this.#waitingSince = this.#heardAt
    this.#arm()
  }

  stop(): void {
    this.#running = false
    if (this.#timer) this.#clock.clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Something came from the server. */
  heard(): void {
    this.#heardAt = this.#clock.now()
    this.#pingedAt = null
    this.#quiet = false
  }

  /** The server has acknowledged something: this net is quick enough. */
  progressed(): void {
    this.#givenUp = 0
  }

  /** Whether changes are on the way to the server. */
  setWaiting(isWaiting: boolean): void {
    if (isWaiting === (this.#waitingSince !== null)) return
    this.#waitingSince = isWaiting ? this.#clock.now() : null
    if (this.#running) this.#arm()
  }

  /** The system hints that the net came or went: ask now. */
  check(): void {
    if (!this.#running || this.#pingedAt !== null) return
    this.#ping()
    this.#arm()
  }

  #limits(): { pingAt: number; quietAt: number; deadAt: number } {
    const pace = this.#waitingSince === null ? idle : waiting
    const since = Math.max(this.#heardAt, this.#waitingSince ?? 0)
    const asked = this.#pingedAt ?? Infinity
    const patience = Math.min(15_000, pace.answerWithinMs * 2 ** this.#givenUp)
    return { pingAt: since + pace.pingAfterMs, quietAt: asked + pace.answerWithinMs, deadAt: asked + patience }
  }

  #ping(): void {
    this.#pingedAt = this.#clock.now()
    this.#listener.ping()
  }

  #arm(): void {
    if (this.#timer) this.#clock.clearTimeout(this.#timer)
    const { pingAt, quietAt, deadAt } = this.#limits()
    const next = this.#pingedAt === null ? pingAt : this.#quiet ? deadAt : Math.min(quietAt, deadAt)
    this.#timer = this.#clock.setTimeout(() => this.#due(), Math.max(0, next - this.#clock.now()))
  }

  #due(): void {
    this.#timer = null
    const now = this.#clock.now()
    const { pingAt, quietAt, deadAt } = this.#limits()
    if (this.#pingedAt === null) {
      if (now >= pingAt) this.#ping()
    } else if (now >= deadAt) {
      this.#givenUp += 1
      this.stop()
      this.#listener.quiet()
      return this.#listener.dead()
    } else if (now >= quietAt && !this.#quiet) {
      this.#quiet = true
      this.#listener.quiet()
    }
    if (this.#running) this.#arm()
  }
}
