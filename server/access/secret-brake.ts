import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { Allowance } from './allowance.ts'

/** How long the brake stays on after the last second in which too many were wrong, ms. */
const coolDownMs = 5_000
/** Who has waited so long is told to try again, ms. */
const longestWaitMs = 20_000

type Waiting = { since: number; resolve: () => void; reject: (error: AppError) => void }

/**
 * Holds back whoever guesses typed codes, over the whole server: an address tells nothing where a hotel puts 300
 * people behind one. A few wrong ones a second are looked at. When there are more, typed codes are looked at
 * one by one at a fixed pace, right ones too: without that, a guesser would only have to look out for the
 * answer that is not «too many tries». Whoever came last is first, so that a thousand guesses that wait are not
 * before the next person with a card. Links and QR codes have 128 bits and never wait.
 */
export class SecretBrake {
  readonly #clock: Clock
  readonly #wrong: Allowance
  readonly #paceMs: number
  readonly #mostWaiting: number
  #onUntil = 0
  /** whoever came last is last */
  readonly #waiting: Waiting[] = []
  /** the pause after one was looked at */
  #pausing = false

  constructor(args: { clock: Clock; wrongPerSecond: number; codesPerSecond: number }) {
    this.#clock = args.clock
    this.#wrong = new Allowance({ clock: args.clock, limit: args.wrongPerSecond, windowMs: 1_000 })
    this.#paceMs = 1_000 / args.codesPerSecond
    this.#mostWaiting = longestWaitMs / this.#paceMs
  }

  /** Counts a wrong secret; false when this second's are used up. */
  countWrong(): boolean {
    const looked = this.#wrong.spend()
    if (!looked) this.#onUntil = this.#clock.now() + coolDownMs
    return looked
  }

  /** Resolves when a typed code may be looked at: at once, unless somebody guesses. Rejects `tooManyTries` when too many came after. */
  async turn(): Promise<void> {
    const since = this.#clock.now()
    if (since >= this.#onUntil) return
    const turn = new Promise<void>((resolve, reject) => this.#waiting.push({ since, resolve, reject }))
    this.#giveUp(since)
    this.#next()
    return turn
  }

  /** Sends away whoever came first, where too many wait or they have waited too long. */
  #giveUp(now: number): void {
    for (let [first] = this.#waiting; first; [first] = this.#waiting) {
      if (this.#waiting.length <= this.#mostWaiting && now - first.since <= longestWaitMs) return
      this.#waiting.shift()
      first.reject(new AppError('tooManyTries'))
    }
  }

  #next(): void {
    if (this.#pausing) return
    this.#giveUp(this.#clock.now())
    const last = this.#waiting.pop()
    if (!last) return
    last.resolve()
    this.#pausing = true
    this.#clock.setTimeout(() => {
      this.#pausing = false
      this.#next()
    }, this.#paceMs)
  }
}
