import type { Clock } from '../../shared/clock.ts'

/** Presence of all rooms is told in one beat: waking up for each room apart costs more than the telling. */
export class PresenceBeat {
  readonly #clock: Clock
  readonly #everyMs: number
  #waiting = new Set<() => void>()

  constructor(clock: Clock, everyMs: number) {
    this.#clock = clock
    this.#everyMs = everyMs
  }

  /** Calls back at the next beat, at most `everyMs` from now; the same callback only once. */
  next(tell: () => void): void {
    if (this.#waiting.size === 0) this.#clock.setTimeout(() => this.#beat(), this.#everyMs)
    this.#waiting.add(tell)
  }

  #beat(): void {
    const waiting = this.#waiting
    this.#waiting = new Set()
    for (const tell of waiting) tell()
  }
}
