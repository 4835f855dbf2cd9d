import { describe, expect, test } from 'vitest'
import type { Clock } from '../../../shared/clock.ts'
import { HeavyWork } from '../../../server/access/heavy-work.ts'

/** A clock that only the test moves. */
function standing() {
  let at = 1_000_000
  const due: { at: number; run: () => void }[] = []
  const clock: Clock = {
    now: () => at,
    setTimeout: (run, delayMs) => {
      due.push({ at: at + delayMs, run })
      return { timer: null }
    },
    clearTimeout: () => undefined,
  }
  const pass = async (ms: number) => {
    await new Promise((resolve) => setImmediate(resolve))
    at += ms
    for (const timer of due.splice(0))
      if (timer.at <= at) timer.run()
      else due.push(timer)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { clock, pass }
}

/** Jobs that end when the test says so. */
function jobs() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const job = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { begun, job, end: (name: string) => ends.get(name)?.() }
}

describe('[AC101] what takes a whole board', () => {
  test('is done one at a time, with a pause as long as it took', async () => {
    const { clock, pass } = standing()
    const { begun, job, end } = jobs()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 5 })
    const first = heavy.run('a', job('first'))
    const second = heavy.run('b', job('second'))
    await pass(100)
    end('first')
    expect(await first).toBe('first')
    await pass(99)
    expect(begun).toEqual(['first'])
    await pass(1)
    expect(begun).toEqual(['first', 'second'])
    end('second')
    expect(await second).toBe('second')
  })

  test('goes by person in turn: whoever asks for many waits for themself', async () => {
    const { clock, pass } = standing()
    const { begun, job, end } = jobs()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 5 })
    const asked = ['a1', 'a2', 'a3', 'b1', 'c1'].map((name) => heavy.run(name.slice(0, 1), job(name)))
    await pass(0)
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) {
      end(name)
      await pass(10)
    }
    await Promise.all(asked)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3'])
  })

  test('is refused past so many waiting, and only theirs', async () => {
    const { clock } = standing()
    const { job } = jobs()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 2 })
    for (const name of ['a1', 'a2', 'a3']) void heavy.run('a', job(name))
    await expect(heavy.run('a', job('a4'))).rejects.toMatchObject({ code: 'tooManyTries' })
    let refused = false
    heavy.run('b', job('b1')).catch(() => (refused = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(refused).toBe(false)
  })

  test('goes on after one that never ends', async () => {
    const { clock, pass } = standing()
    const { begun, job } = jobs()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 2 })
    void heavy.run('a', job('hangs'))
    void heavy.run('b', job('next'))
    await pass(29_000)
    expect(begun).toEqual(['hangs'])
    await pass(1_000)
    await pass(5_000)
    expect(begun).toEqual(['hangs', 'next'])
  })

  test('goes on after one that failed', async () => {
    const { clock, pass } = standing()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 2 })
    await expect(heavy.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await pass(0)
    const next = heavy.run('a', () => Promise.resolve('well'))
    await pass(0)
    expect(await next).toBe('well')
  })
})
