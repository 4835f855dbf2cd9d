import type { Clock, TimerHandle } from '../../shared/clock.ts'

/** What others did since the last time it was said. */
export type Batch = { count: number; people: readonly string[] }

/** Between two announcements: a screen reader must not talk all the time. */
export const batchMs = 10_000

/**
 * Gathers others' changes and says them together, at most every ten seconds. The first change waits too:
 * it is seldom alone.
 */
export function createChangeBatch(
  clock: Clock,
  say: (batch: Batch) => void,
): { note(people: readonly string[]): void; stop(): void } {
  let count = 0
  let people = new Set<string>()
  let timer: TimerHandle | null = null
  return {
    note(who) {
      count += 1
      for (const name of who) people.add(name)
      timer ??= clock.setTimeout(() => {
        timer = null
        const batch = { count, people: [...people] }
        count = 0
        people = new Set()
        say(batch)
      }, batchMs)
    },
    stop() {
      if (timer) clock.clearTimeout(timer)
      timer = null
    },
  }
}
