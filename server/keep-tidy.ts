import type { Clock, TimerHandle } from '../shared/clock.ts'
import type { ServerLimits } from './limits.ts'
import type { Store } from './store/store.ts'
import type { Log } from './sync/metrics.ts'

const everyMs = 6 * 60 * 60 * 1000

/** Removes, now and then, what snapshots made superfluous long enough ago. A failure is tried again next time. */
export function keepTidy(args: { store: Pick<Store, 'sweep'>; clock: Clock; limits: ServerLimits; log: Log }): {
  stop(): void
} {
  const { store, clock, limits, log } = args
  let timer: TimerHandle
  const later = () => (timer = clock.setTimeout(run, everyMs))
  const run = () => {
    store
      .sweep(clock.now() - limits.rawLogKeepMs)
      .catch((error: unknown) => log.warn({ err: error }, 'old rows were not swept'))
      .finally(later)
  }
  timer = clock.setTimeout(run, 60_000)
  return { stop: () => clock.clearTimeout(timer) }
}
