import type { Clock } from '../../shared/clock.ts'

/** A token bucket: `burst` at once, then `perSecond`. May go into debt, so that what has come is still taken. */
export class Bucket {
  readonly #clock: Clock
  readonly #burst: number
  readonly #perSecond: number
  #level: number
  #at: number

  constructor(clock: Clock, burst: number, perSecond: number) {
    this.#clock = clock
    this.#burst = burst
    this.#perSecond = perSecond
    this.#level = burst
    this.#at = clock.now()
  }

  /** Takes `amount` and resolves to the ms until the bucket is out of debt; 0 while it is not in any. */
  take(amount: number): number {
    this.#refill()
    this.#level -= amount
    return this.#waitMs()
  }

  /** The ms until the bucket is out of debt. */
  get waitMs(): number {
    this.#refill()
    return this.#waitMs()
  }

  /** What is taken and not refilled yet. */
  get used(): number {
    this.#refill()
    return this.#burst - this.#level
  }

  /** Whether so much could be taken without going into debt. */
  has(amount: number): boolean {
    this.#refill()
    return this.#level >= amount
  }

  #refill(): void {
    const now = this.#clock.now()
    // A clock that is set back holds nobody up.
    const passedMs = Math.max(0, now - this.#at)
    this.#level = Math.min(this.#burst, this.#level + (passedMs / 1000) * this.#perSecond)
    this.#at = now
  }

  #waitMs(): number {
    return this.#level >= 0 ? 0 : (-this.#level / this.#perSecond) * 1000
  }
}
