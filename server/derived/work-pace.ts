import { threadMs } from '../sync/thread-time.ts'

/** What was worked out is worked out anew only after ten times as long as that took. */
const restFor = 10

/** Keeps what follows every change of a very large board from taking the process's whole time. */
export class WorkPace {
  #tookMs = 0

  /** Does the work and remembers how much of this thread's time it took. */
  measure<T>(work: () => T): T {
    const from = threadMs()
    try {
      return work()
    } finally {
      this.#tookMs = threadMs() - from
    }
  }

  /** How long to wait until it is done again: `delayMs`, or longer after work that took long. */
  wait(delayMs: number): number {
    return Math.max(delayMs, this.#tookMs * restFor)
  }
}
