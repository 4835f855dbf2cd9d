import { describe, expect, test } from 'vitest'
import { parseDate } from '../../../client/ui/parseDate.ts'

const date = (text: string, today = '2027-03-17') => {
  const parsed = parseDate(text, today)
  return parsed.ok ? parsed.value : 'wrong'
}

describe('dates as people write them [GB32]', () => {
  test('with a year', () => {
    for (const text of ['1.6.2027', '01.06.2027', '1/6/27', '1. juni 2027', '1 June 2027', '2027-06-01', '1.6.27']) {
      expect(date(text), text).toBe('2027-06-01')
    }
  })

  test('every month by name', () => {
    const months = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober']
    expect([...months, 'november', 'desember'].map((month) => date(`5. ${month} 2028`)?.slice(5, 7))).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '11',
      '12',
    ])
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
    for (const text of [
      '30.2.2027',
      '2027-02-30',
      '1.13.2027',
      'i morgen',
      '32. mai 2027',
      '1. foo 2027',
      '0.1.2027',
    ]) {
      expect(date(text), text).toBe('wrong')
    }
    expect(date(' ')).toBeNull()
  })
})
