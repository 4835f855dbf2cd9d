import { describe, expect, test } from 'vitest'
import { periodQuery } from '../../../client/features/console/historyPeriod.ts'

const now = new Date(2027, 2, 18, 15, 0).getTime()
const midnight = (day: number) => `${new Date(2027, 2, day).getTime()}`

describe('the part of a history that is asked for', () => {
  test('days are the calendar’s', () => {
    expect(periodQuery('today', now)).toEqual({ from: midnight(18) })
    expect(periodQuery('yesterday', now)).toEqual({ from: midnight(17), to: midnight(18) })
  })

  test('the day before summer time is whole', () => {
    const after = new Date(2027, 2, 29, 0, 30).getTime()
    expect(periodQuery('yesterday', after)).toEqual({ from: midnight(28), to: midnight(29) })
  })

  test('a month is what the server gives by itself, and all is from the beginning', () => {
    expect(periodQuery('month', now)).toEqual({})
    expect(periodQuery('week', now)).toEqual({ from: `${now - 7 * 24 * 60 * 60 * 1000}` })
    expect(periodQuery('all', now)).toEqual({ from: '0' })
  })
})
