import { expect, test } from 'vitest'
import { isDate } from '../../../shared/schema/date.ts'

test.each(['2027-03-17', '2028-02-29', '2027-12-31', '1999-01-01'])('[MO12] %s is a date', (date) => {
  expect(isDate(date)).toBe(true)
})

test.each([
  '2027-02-29',
  '2027-02-30',
  '2027-04-31',
  '2027-00-01',
  '2027-13-01',
  '2027-1-1',
  '17.03.2027',
  ' 2027-03-17',
  null,
  20270317,
])('[MO12] %j is none', (date) => {
  expect(isDate(date)).toBe(false)
})
