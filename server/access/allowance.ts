import type { Clock } from '../../shared/clock.ts'

/**
 * So many in a window of time, by key. Counted in whole windows and forgotten with them, so that it holds no
 * more than one window's keys.
 */
export class Allowance {
  readonly #clock: Clock
  readonly #limit: number
  readonly #windowMs: number
  readonly #spent = new Map<string, number>()
  #window = 0

  constructor(args: { clock: Clock; limit: number; windowMs: number }) {
    this.#clock = args.clock
    this.#limit = args.limit
    this.#windowMs = args.windowMs
  }

  /** Takes one; false when this window's are used up. */
  spend(key = ''): boolean {
    const window = Math.floor(this.#clock.now() / this.#windowMs)
    if (window !== this.#window) {
      this.#window = window
      this.#spent.clear()
    }
    const spent = this.#spent.get(key) ?? 0
    if (spent >= this.#limit) return false
    this.#spent.set(key, spent + 1)
    return true
  }
}
