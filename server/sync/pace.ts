import type { Clock } from '../../shared/clock.ts'

/** From so many boards in one beat on, the next comes later. */
const manyBoards = 5

/**
 * The beat of the whole process: what wants to be written is written at most every `everyMs`, all together, so that
 * many boards share one fsync; every `busyMs` while many boards do. Whoever comes after a pause never waits.
 */
export class Pace {
  readonly #clock: Clock
  readonly #everyMs: number
  readonly #busyMs: number
  #waiting: (() => void)[] = []
  #lastAt: number | null = null
  #wasBusy = false

  constructor(clock: Clock, everyMs: number, busyMs = everyMs) {
    this.#clock = clock
    this.#everyMs = everyMs
    this.#busyMs = busyMs
  }

  /** Calls back at the next beat: in this turn's end if there was none for a while. */
  next(work: () => void): void {
    if (this.#waiting.push(work) > 1) return
    const everyMs = this.#wasBusy ? this.#busyMs : this.#everyMs
    const sinceMs = this.#lastAt === null ? everyMs : this.#clock.now() - this.#lastAt
    // A clock that was set back must not hold anybody up.
    const waitMs = sinceMs < 0 ? 0 : everyMs - sinceMs
    if (waitMs <= 0) queueMicrotask(() => this.#beat())
    else this.#clock.setTimeout(() => this.#beat(), waitMs)
  }

  #beat(): void {
    this.#lastAt = this.#clock.now()
    const waiting = this.#waiting
    this.#waiting = []
    this.#wasBusy = waiting.length >= manyBoards
    for (const work of waiting) work()
  }
}

/**
 * How long a room lets edits gather before it writes them. Few readers: not at all. Many: while edits come faster than
 * the tick they share one, since each edit of its own would be one message more to every reader.
 */
export class Gathering {
  readonly #tickMs: number
  #lastAt = Number.NEGATIVE_INFINITY
  /** mean time between edits, ms; recent ones count most */
  #gapMs = Number.POSITIVE_INFINITY

  constructor(tickMs: number) {
    this.#tickMs = tickMs
  }

  /** An edit came at this time. */
  edit(now: number): void {
    const gap = Math.min(Math.max(0, now - this.#lastAt), 1_000)
    this.#lastAt = now
    this.#gapMs = Number.isFinite(this.#gapMs) ? this.#gapMs * 0.8 + gap * 0.2 : gap
  }

  /** The wait that pays off now, ms. */
  get waitMs(): number {
    return this.#gapMs < 1.4 * this.#tickMs ? this.#tickMs : 0
  }
}
