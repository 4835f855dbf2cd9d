import { describe, expect, test } from 'vitest'
import type { Clock } from '../../../shared/clock.ts'
import { Joins } from '../../../server/access/joins.ts'

/** A clock that only the test moves. */
function standing() {
  let at = 1_000_000
  const clock: Clock = { now: () => at, setTimeout: () => ({ timer: null }), clearTimeout: () => undefined }
  return { clock, pass: (ms: number) => (at += ms) }
}
const takes = (joins: Joins, secret: string, count: number) =>
  Array.from({ length: count }, () => joins.take(secret)).filter(Boolean).length

describe('[AC106] how fast one card lets people in', () => {
  test('a hall at once, and then as many a minute as people come', () => {
    const { clock, pass } = standing()
    const joins = new Joins({ clock, atOnce: 300, perMinute: 120 })
    expect(takes(joins, 'a', 1_000)).toBe(300)
    pass(500)
    expect(takes(joins, 'a', 1_000)).toBe(1)
    pass(60_000)
    expect(takes(joins, 'a', 1_000)).toBe(120)
  })

  test('after a pause it is a hall again and no more', () => {
    const { clock, pass } = standing()
    const joins = new Joins({ clock, atOnce: 300, perMinute: 120 })
    takes(joins, 'a', 300)
    pass(24 * 60 * 60 * 1000)
    expect(takes(joins, 'a', 1_000)).toBe(300)
  })

  test('each by itself: another card lets in all the same', () => {
    const { clock } = standing()
    const joins = new Joins({ clock, atOnce: 2, perMinute: 120 })
    expect(takes(joins, 'a', 9)).toBe(2)
    expect(takes(joins, 'b', 9)).toBe(2)
  })
})
