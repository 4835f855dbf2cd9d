import { describe, expect, test } from 'vitest'
import { timeInWords, whenInWords } from '../../../client/features/console/whenInWords.ts'
import { en } from '../../../shared/locale/en.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'

const at = (year: number, month: number, day: number, hours: number, minutes: number) =>
  new Date(year, month - 1, day, hours, minutes).getTime()
const now = at(2027, 3, 18, 15, 0)

describe('when something was, in words', () => {
  test('the time of day, by the clock of this device', () => {
    expect(timeInWords(at(2027, 3, 18, 9, 5), nb.care)).toBe('9.05')
    expect(timeInWords(at(2027, 3, 18, 14, 30), en.care)).toBe('14:30')
  })

  test('today and yesterday are said so, also just after midnight', () => {
    expect(whenInWords(at(2027, 3, 18, 0, 1), now, 'nb', nb.care)).toBe('i dag kl. 0.01')
    expect(whenInWords(at(2027, 3, 17, 23, 59), now, 'nn', nn.care)).toBe('i går kl. 23.59')
    expect(whenInWords(at(2027, 3, 17, 23, 59), at(2027, 3, 18, 0, 0), 'en', en.care)).toBe('yesterday at 23:59')
  })

  test('before that the day, and the year when it is another', () => {
    expect(whenInWords(at(2027, 3, 16, 9, 30), now, 'nb', nb.care)).toMatch(/^tirsdag 16\. mars kl\. 9\.30$/u)
    expect(whenInWords(at(2026, 12, 31, 9, 30), now, 'nb', nb.care)).toContain('2026')
  })

  test('yesterday is the calendar’s, also where a day has 23 hours', () => {
    const afterSummerTime = at(2027, 3, 29, 0, 30)
    expect(whenInWords(at(2027, 3, 28, 0, 10), afterSummerTime, 'nb', nb.care)).toBe('i går kl. 0.10')
  })
})
