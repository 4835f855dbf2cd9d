import type { Clock } from '../../shared/clock.ts'

/** A sample stands this long before a slower one may replace it: a machine's clock drifts, and may be set. */
const sampleMs = 5 * 60_000

/** The server's time, measured over the socket: what timers in the hall are told by. */
export class ServerClock {
  readonly #clock: Clock
  #best: { offset: number; roundTrip: number; at: number } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The server said `serverTime`, in answer to something sent `roundTripMs` ago. The quickest answer is the best. */
  measured(serverTime: number, roundTripMs: number): void {
    const now = this.#clock.now()
    if (this.#best && now - this.#best.at < sampleMs && roundTripMs > this.#best.roundTrip) return
    this.#best = { offset: serverTime + roundTripMs / 2 - now, roundTrip: roundTripMs, at: now }
  }

  /** What to add to this machine's time to get the server's; null before anything was heard. */
  get offsetMs(): number | null {
    return this.#best?.offset ?? null
  }

  now(): number {
    return this.#clock.now() + (this.#best?.offset ?? 0)
  }
}
