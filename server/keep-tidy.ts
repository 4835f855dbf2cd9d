import type { Clock, TimerHandle } from '../shared/clock.ts'
import type { ServerLimits } from './limits.ts'
import type { Directory } from './store/directory.ts'
import type { Store } from './store/store.ts'
import type { Log } from './sync/metrics.ts'

/**
 * Removes, now and then, what is kept for a time only: log rows that snapshots made superfluous, and the ids of
 * commands that were applied. Each on its own; a failure is tried again next time.
 */
export function keepTidy(args: {
  store: Pick<Store, 'sweep'>
  directory: Pick<Directory, 'sweepCommands'>
  clock: Clock
  limits: Pick<ServerLimits, 'rawLogKeepMs' | 'commandsKeepMs' | 'sweepFirstMs' | 'sweepEveryMs'>
  log: Log
}): { stop: () => void } {
  const { store, directory, clock, limits, log } = args
  let timer: TimerHandle
  let stopped = false
  const run = async () => {
    const now = clock.now()
    const swept = await Promise.allSettled([
      store.sweep(now - limits.rawLogKeepMs),
      directory.sweepCommands(now - limits.commandsKeepMs),
    ])
    for (const result of swept) {
      if (result.status === 'rejected') log.warn({ err: result.reason as unknown }, 'old rows were not swept')
    }
    if (!stopped) later(limits.sweepEveryMs)
  }
  const later = (delayMs: number) => (timer = clock.setTimeout(() => void run(), delayMs))
  later(limits.sweepFirstMs)
  return {
    stop: () => {
      stopped = true
      clock.clearTimeout(timer)
    },
  }
}
