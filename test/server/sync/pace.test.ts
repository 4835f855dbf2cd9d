import { describe, expect, test } from 'vitest'
import { Gathering, Pace } from '../../../server/sync/pace.ts'

/** A clock that stands still until it is put. */
function handClock() {
  let now = 1_000
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    setTimeout: (run: () => void, delayMs: number) => {
      timers.push({ at: now + delayMs, run })
      return { timer: {} }
    },
    clearTimeout: () => undefined,
    put(time: number) {
      now = time
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      for (const { run } of due) run()
    },
    waiting: () => timers.length,
  }
}
const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve))

describe('[SY36] the beat', () => {
  test('the first goes at once, together with all of its turn; what comes within the beat waits for the next', async () => {
    const clock = handClock()
    const pace = new Pace(clock, 20)
    const done: string[] = []
    pace.next(() => done.push('first'))
    pace.next(() => done.push('second'))
    expect(done).toEqual([])
    await turn()
    expect(done).toEqual(['first', 'second'])
    clock.put(1_005)
    pace.next(() => done.push('third'))
    pace.next(() => done.push('fourth'))
    await turn()
    expect(done).toHaveLength(2)
    clock.put(1_019)
    expect(done).toHaveLength(2)
    clock.put(1_020)
    expect(done).toEqual(['first', 'second', 'third', 'fourth'])
  })

  test('while many boards are written at once it is slower, and then as before', async () => {
    const clock = handClock()
    const pace = new Pace(clock, 20, 30)
    let done = 0
    const come = (boards: number) => Array.from({ length: boards }, () => pace.next(() => (done += 1)))
    come(5)
    await turn()
    expect(done).toBe(5)
    clock.put(1_001)
    come(1)
    clock.put(1_029)
    expect(done).toBe(5)
    clock.put(1_030)
    expect(done).toBe(6)
    come(1)
    clock.put(1_050)
    expect(done).toBe(7)
  })

  test('whoever comes after a pause does not wait, and neither does anyone after the clock was set back', async () => {
    const clock = handClock()
    const pace = new Pace(clock, 20)
    const done: number[] = []
    for (const time of [1_000, 1_020, 5_000, 2_000]) {
      clock.put(time)
      pace.next(() => done.push(time))
      await turn()
      expect(done.at(-1)).toBe(time)
    }
    expect(clock.waiting()).toBe(0)
  })
})

describe('[SY37] gathering', () => {
  const after = (gaps: number[]) => {
    const gathering = new Gathering(20)
    let now = 0
    for (const gap of gaps) gathering.edit((now += gap))
    return gathering.waitMs
  }

  test('edits that come faster than the tick wait for it', () => {
    expect(after([5_000, ...Array<number>(20).fill(15)])).toBe(20)
  })

  test('a lone writer’s do not, and neither does the first after a pause', () => {
    expect(after([])).toBe(0)
    expect(after([0])).toBe(0)
    expect(after(Array<number>(20).fill(50))).toBe(0)
    expect(after([...Array<number>(20).fill(15), 1_000])).toBe(0)
  })
})
