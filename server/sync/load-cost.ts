import type { ServerLimits } from '../limits.ts'

/** Of the thread's time, for 1 kB of an ordinary board; with much to spare. ms. */
const msPerKb = 0.25

/** A document that took as long as somebody might notice is kept so many times as long when nobody uses it, within bounds. */
const noticedMs = 20
const keptTimes = 1_000
const longestKeptMs = 10 * 60_000

/**
 * How long a document takes to be made from its bytes. Whoever may write can write so that Yjs needs far longer for it
 * than for a board of that size, a little with each update: then every newcomer waits. So what each update took beyond
 * the ordinary is summed up, the sum is held against the truth when it grows, and a document that is slow already takes
 * only what goes quickly.
 */
export class LoadCost {
  readonly #limits: ServerLimits
  #isSlow = false
  #beyondMs = 0
  #madeMs = 0

  constructor(limits: ServerLimits) {
    this.#limits = limits
  }

  /** The document was made from so many bytes. */
  loaded(tookMs: number, bytes: number): void {
    this.#isSlow = tookMs - ordinaryMs(bytes) > this.#limits.slowLoadMs
    this.#beyondMs = 0
    this.#madeMs = tookMs
  }

  /** How long the document is kept when nobody uses it, ms: a large board that is edited now and then must not be made each time. */
  get keptMs(): number {
    const { unusedDocMs } = this.#limits
    return this.#madeMs < noticedMs
      ? unusedDocMs
      : Math.max(unusedDocMs, Math.min(this.#madeMs * keptTimes, longestKeptMs))
  }

  /** One more update was applied. */
  applied(tookMs: number, bytes: number): void {
    this.#beyondMs += Math.max(0, tookMs - 1 - ordinaryMs(bytes))
  }

  /** True when it is time to make the document anew and see how long that takes. */
  get isDoubtful(): boolean {
    return !this.#isSlow && this.#beyondMs > this.#limits.slowLoadMs
  }

  /** What an update of so many bytes may take. */
  allowedMs(bytes: number): number {
    const { applyMs, applyMsPerMb } = this.#limits
    return this.#isSlow ? 4 + 2 * ordinaryMs(bytes) : applyMs + (bytes / 1_000_000) * applyMsPerMb
  }
}

function ordinaryMs(bytes: number): number {
  return (bytes / 1000) * msPerKb
}
