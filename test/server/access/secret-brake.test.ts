import { describe, expect, test } from 'vitest'
import { SecretBrake } from '../../../server/access/secret-brake.ts'
import { FakeClock } from '../../client/sync/fake-clock.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A brake of 10 wrong ones a second and then 100 codes a second, on a clock that only the test moves. */
function braking() {
  const clock = new FakeClock()
  const pass = (ms: number) => clock.advance(ms)
  const brake = new SecretBrake({ clock, wrongPerSecond: 10, codesPerSecond: 100 })
  const looked: string[] = []
  const turn = (name: string) =>
    void brake.turn().then(
      () => looked.push(name),
      () => looked.push(`${name} refused`),
    )
  return { brake, pass, looked, turn }
}
const guess = (brake: SecretBrake, times: number) => Array.from({ length: times }, () => brake.countWrong())

describe('[AC10] the brake on typed codes', () => {
  test('tells ten wrong ones a second, and no code waits as long as there are no more', async () => {
    const { brake, looked, turn } = braking()
    expect(guess(brake, 10)).toEqual(Array(10).fill(true))
    for (const name of ['a', 'b', 'c']) turn(name)
    await settled()
    expect(looked).toEqual(['a', 'b', 'c'])
    expect(guess(brake, 2)).toEqual([false, false])
  })

  test('then looks at one after the other, whoever came last first', async () => {
    const { brake, pass, looked, turn } = braking()
    guess(brake, 11)
    for (const name of ['a', 'b', 'c']) turn(name)
    await settled()
    expect(looked).toEqual(['a'])
    turn('d')
    await pass(10)
    expect(looked).toEqual(['a', 'd'])
    await pass(20)
    expect(looked).toEqual(['a', 'd', 'c', 'b'])
  })

  test('looks at no more than 100 a second, however many come', async () => {
    const { brake, pass, looked, turn } = braking()
    guess(brake, 11)
    for (let at = 0; at < 1_000; at += 1) turn(String(at))
    await pass(1_000)
    expect(looked.length).toBeLessThanOrEqual(101)
    expect(looked.length).toBeGreaterThan(95)
  })

  test('sends away who came first, when too many came after them or twenty seconds have passed', async () => {
    const { brake, pass, looked, turn } = braking()
    guess(brake, 11)
    for (let at = 0; at < 2_003; at += 1) turn(String(at))
    await settled()
    expect(looked.toSorted((a, b) => a.localeCompare(b))).toEqual(['0', '1 refused', '2 refused'])
    await pass(20_100)
    expect(looked).toHaveLength(2_003)
  })

  test('is off some seconds after the last wrong one too many', async () => {
    const { brake, pass, looked, turn } = braking()
    guess(brake, 11)
    await pass(5_000)
    for (const name of ['a', 'b']) turn(name)
    await settled()
    expect(looked).toEqual(['a', 'b'])
  })
})
