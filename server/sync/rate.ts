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
    const now = this.#clock.now()
    this.#level = Math.min(this.#burst, this.#level + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    this.#level -= amount
    return this.#level >= 0 ? 0 : (-this.#level / this.#perSecond) * 1000
  }
}
