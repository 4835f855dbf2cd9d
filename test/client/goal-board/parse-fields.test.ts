import { describe, expect, test } from 'vitest'
import { parseDate } from '../../../client/features/goal-board/parseDate.ts'
import { parseNumber } from '../../../client/features/goal-board/parseNumber.ts'

const number = (text: string, language: 'nb' | 'nn' | 'en' = 'nb') => {
  const parsed = parseNumber(text, language)
  return parsed.ok ? parsed.value : 'wrong'
}
const date = (text: string, today = '2027-03-17') => {
  const parsed = parseDate(text, today)
  return parsed.ok ? parsed.value : 'wrong'
}

describe('numbers as people write them [GB31]', () => {
  test('comma and point are both decimal marks', () => {
    expect([number('12,5'), number('12.5'), number(' 20 % '), number(',5'), number('7,')]).toEqual([
      12.5, 12.5, 20, 0.5, 7,
    ])
  })

  test('minus signs and thousands', () => {
    expect([number('−3'), number('-3,25'), number('1 000'), number('1\u00a0000,5')]).toEqual([-3, -3.25, 1000, 1000.5])
    expect([number('1.000'), number('12.500,5'), number('1,000', 'en'), number('1.000', 'en')]).toEqual([
      1000, 12_500.5, 1000, 1,
    ])
  })

  test('empty is no number, and not a mistake', () => {
    expect([number(''), number('  ')]).toEqual([null, null])
  })

  test('what is no number is wrong', () => {
    for (const text of ['tjue', '12,5,1', '1e5', 'Infinity', '0x10', '--2', '%', '9999999999999', '12 stk']) {
      expect(number(text), text).toBe('wrong')
    }
  })
})

describe('dates as people write them [GB32]', () => {
  test('with a year', () => {
    for (const text of ['1.6.2027', '01.06.2027', '1/6/27', '1. juni 2027', '1 June 2027', '2027-06-01', '1.6.27']) {
      expect(date(text), text).toBe('2027-06-01')
    }
  })

  test('every month by name', () => {
    const months = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober']
    expect([...months, 'november', 'desember'].map((month) => date(`5. ${month} 2028`)?.slice(5, 7))).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
    )
    expect([date('5. des. 2028'), date('5 May 2028'), date('5 October 2028')]).toEqual([
      '2028-12-05',
      '2028-05-05',
      '2028-10-05',
    ])
  })

  test('without a year it is the next such day', () => {
    expect([date('1.6.'), date('1. februar'), date('17.3'), date('29. februar')]).toEqual([
      '2027-06-01',
      '2028-02-01',
      '2027-03-17',
      '2028-02-29',
    ])
  })

  test('what does not exist is wrong', () => {
    for (const text of ['30.2.2027', '2027-02-30', '1.13.2027', 'i morgen', '32. mai 2027', '1. foo 2027', '0.1.2027']) {
      expect(date(text), text).toBe('wrong')
    }
    expect(date(' ')).toBeNull()
  })
})
