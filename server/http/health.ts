import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Store } from '../store/store.ts'

/** One write to the disk answers everyone who asks within this time. */
const keepMs = 1_000
/** A disk that has not answered by then is not well. */
const patienceMs = 3_000

/** Whether the store can be written, asked at most once a second. */
export class Health {
  readonly #store: Pick<Store, 'probe'>
  readonly #clock: Clock
  #last: { at: number; result: Promise<void> } | null = null

  constructor(args: { store: Pick<Store, 'probe'>; clock: Clock }) {
    this.#store = args.store
    this.#clock = args.clock
  }

  /** Rejects `storeFailed` when a small write did not reach the disk. */
  check(): Promise<void> {
    const now = this.#clock.now()
    if (this.#last === null || now - this.#last.at >= keepMs) this.#last = { at: now, result: this.#probe() }
    return this.#last.result
  }

  #probe(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = this.#clock.setTimeout(() => reject(new AppError('storeFailed')), patienceMs)
      this.#store
        .probe()
        .then(resolve, (error: unknown) => reject(new AppError('storeFailed', {}, error)))
        .finally(() => this.#clock.clearTimeout(timer))
    })
  }
}
