import { describe, expect, test } from 'vitest'
import { batchMs, createChangeBatch, type Batch } from '../../../client/hooks/changeBatch.ts'
import type { Clock, TimerHandle } from '../../../shared/clock.ts'

function fakeClock(): Clock & { pass(ms: number): void } {
  let now = 0
  let timers: { at: number; run: () => void; handle: TimerHandle }[] = []
  return {
    now: () => now,
    setTimeout(run, delayMs) {
      const handle = { timer: Symbol('timer') }
      timers.push({ at: now + delayMs, run, handle })
      return handle
    },
    clearTimeout(handle) {
      timers = timers.filter((timer) => timer.handle !== handle)
    },
    pass(ms) {
      now += ms
      const due = timers.filter((timer) => timer.at <= now)
      timers = timers.filter((timer) => timer.at > now)
      for (const timer of due) timer.run()
    },
  }
}

describe('others’ changes are said together [GB62]', () => {
  test('once in ten seconds, with how many and by whom', () => {
    const clock = fakeClock()
    const said: Batch[] = []
    const batch = createChangeBatch(clock, (each) => said.push(each))
    batch.note(['Mette'])
    clock.pass(4000)
    batch.note(['Arne'])
    batch.note(['Mette'])
    clock.pass(batchMs - 4001)
    expect(said).toEqual([])
    clock.pass(1)
    expect(said).toEqual([{ count: 3, people: ['Mette', 'Arne'] }])
    batch.note([])
    clock.pass(batchMs)
    expect(said[1]).toEqual({ count: 1, people: [] })
  })

  test('nothing more is said once the board is closed', () => {
    const clock = fakeClock()
    const said: Batch[] = []
    const batch = createChangeBatch(clock, (each) => said.push(each))
    batch.note(['Mette'])
    batch.stop()
    clock.pass(batchMs)
    expect(said).toEqual([])
  })
})
