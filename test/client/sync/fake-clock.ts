import type { Clock } from '../../../shared/clock.ts'

type Timer = { at: number; order: number; run: () => void }

/** A clock that stands still until it is told to go on. Whole ms, as a machine's. Timers run in order of time, then of making. */
export class FakeClock implements Clock {
  #now: number
  #order = 0
  readonly #timers = new Set<Timer>()

  constructor(startAt = 1_800_000_000_000) {
    this.#now = startAt
  }

  now = (): number => this.#now

  setTimeout = (run: () => void, delayMs: number): { timer: unknown } => {
    this.#order += 1
    const timer: Timer = { at: this.#now + Math.ceil(Math.max(0, delayMs)), order: this.#order, run }
    this.#timers.add(timer)
    return { timer }
  }

  clearTimeout = ({ timer }: { readonly timer: unknown }): void => {
    this.#timers.delete(timer as Timer)
  }

  /** When the next timer is due; null if there is none. */
  get nextAt(): number | null {
    return this.#next()?.at ?? null
  }

  #next(): Timer | null {
    let first: Timer | null = null
    for (const timer of this.#timers) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) first = timer
    }
    return first
  }

  /** Runs the next timer, at its time. False if there is none. */
  step(): boolean {
    const timer = this.#next()
    if (!timer) return false
    this.#timers.delete(timer)
    this.#now = Math.max(this.#now, timer.at)
    timer.run()
    return true
  }

  /** Lets time pass without any timer, as in a machine that sleeps. What is due comes late. */
  sleep(ms: number): void {
    this.#now += ms
  }

  /** Lets time pass, with everything that is due in it; promises get their turn after each timer. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await turns()
    for (let at = this.nextAt; at !== null && at <= end; at = this.nextAt) {
      this.step()
      await turns()
    }
    this.#now = end
  }
}

/** Lets promises that are ready run, several deep. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
}
