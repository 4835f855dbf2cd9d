import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { Allowance } from './allowance.ts'

/** How long the brake stays on after the last second in which too many were wrong, ms. */
const coolDownMs = 5_000
/** Who would have to wait longer is told to try again, ms. */
const longestWaitMs = 20_000

/**
 * Holds back whoever guesses typed codes, over the whole server: an address tells nothing where a hotel puts 300
 * people behind one. A few wrong ones a second are looked at. When there are more, typed codes are looked at
 * one by one at a fixed pace, right ones too: without that, a guesser would only have to look out for the
 * answer that is not «too many tries». Links and QR codes have 128 bits and never wait.
 */
export class SecretBrake {
  readonly #clock: Clock
  readonly #wrong: Allowance
  readonly #paceMs: number
  #onUntil = 0
  #nextAt = 0

  constructor(args: { clock: Clock; wrongPerSecond: number; codesPerSecond: number }) {
    this.#clock = args.clock
    this.#wrong = new Allowance({ clock: args.clock, limit: args.wrongPerSecond, windowMs: 1_000 })
    this.#paceMs = 1_000 / args.codesPerSecond
  }

  /** Counts a wrong secret; false when this second's are used up. */
  countWrong(): boolean {
    const looked = this.#wrong.spend()
    if (!looked) this.#onUntil = this.#clock.now() + coolDownMs
    return looked
  }

  /** Resolves when a typed code may be looked at: at once, unless somebody guesses. Rejects `tooManyTries` when too many wait. */
  async turn(): Promise<void> {
    const now = this.#clock.now()
    if (now >= this.#onUntil) return
    const at = Math.max(now, this.#nextAt)
    if (at - now > longestWaitMs) throw new AppError('tooManyTries')
    this.#nextAt = at + this.#paceMs
    await new Promise<void>((resolve) => this.#clock.setTimeout(resolve, at - now))
  }
}
