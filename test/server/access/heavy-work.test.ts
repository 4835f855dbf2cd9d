import { describe, expect, test } from 'vitest'
import { HeavyWork } from '../../../server/access/heavy-work.ts'
import { FakeClock } from '../../client/sync/fake-clock.ts'

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
    const clock = new FakeClock()
    const { begun, job, end } = jobs()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 5 })
    const first = heavy.run('a', job('first'))
    const second = heavy.run('b', job('second'))
    await clock.advance(100)
    end('first')
    expect(await first).toBe('first')
    await clock.advance(99)
    expect(begun).toEqual(['first'])
    await clock.advance(1)
    expect(begun).toEqual(['first', 'second'])
    end('second')
    expect(await second).toBe('second')
  })

  test('goes by person in turn: whoever asks for many waits for themself', async () => {
    const clock = new FakeClock()
    const { begun, job, end } = jobs()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 5 })
    const asked = ['a1', 'a2', 'a3', 'b1', 'c1'].map((name) => heavy.run(name.slice(0, 1), job(name)))
    await clock.advance(0)
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) {
      end(name)
      await clock.advance(10)
    }
    await Promise.all(asked)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3'])
  })

  test('is refused past so many waiting, and only theirs', async () => {
    const clock = new FakeClock()
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
    const clock = new FakeClock()
    const { begun, job } = jobs()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 2 })
    void heavy.run('a', job('hangs'))
    void heavy.run('b', job('next'))
    await clock.advance(29_000)
    expect(begun).toEqual(['hangs'])
    await clock.advance(1_000)
    await clock.advance(5_000)
    expect(begun).toEqual(['hangs', 'next'])
  })

  test('goes on after one that failed', async () => {
    const clock = new FakeClock()
    const heavy = new HeavyWork({ clock, waitingPerPerson: 2 })
    await expect(heavy.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await clock.advance(0)
    const next = heavy.run('a', () => Promise.resolve('well'))
    await clock.advance(0)
    expect(await next).toBe('well')
  })
})
