import type { Clock } from '../shared/clock.ts'

/** The machine's own clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, delayMs) => {
    const timer = setTimeout(run, delayMs)
    timer.unref()
    return { timer }
  },
  clearTimeout: ({ timer }) => clearTimeout(timer as NodeJS.Timeout),
}
