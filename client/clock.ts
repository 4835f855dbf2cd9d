import type { Clock } from '../shared/clock.ts'

/** The browser's own clock. */
export const browserClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, delayMs) => ({ timer: window.setTimeout(run, delayMs) }),
  clearTimeout: ({ timer }) => window.clearTimeout(timer as number),
}
