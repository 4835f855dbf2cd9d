import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../shared/api.ts'
import { formatNumber } from '../../shared/locale/numbers.ts'
import { numberInField, parseNumber } from '../../shared/number.ts'

describe('parseNumber', () => {
  test.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    [' 80 % ', 80],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    [',5', 0.5],
    ['−5', -5],
    ['– 5', -5],
    ['0', 0],
    ['007', 7],
  ])('[MO20] reads %j in Norwegian', (text, number) => {
    expect(parseNumber(text, 'nb')).toBe(number)
    expect(parseNumber(text, 'nn')).toBe(number)
  })

  test.each([
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['1,234', 1234],
    ['1,234,567.8', 1234567.8],
    ['1.234', 1.234],
  ])('[MO20] reads %j in English', (text, number) => {
    expect(parseNumber(text, 'en')).toBe(number)
  })

  test.each(['', '  ', '\u00a0'])('[MO20] nothing written is no number: %j', (text) => {
    expect(parseNumber(text, 'nb')).toBeNull()
  })

  test.each([
    'ti',
    '12 stk',
    '1e5',
    '0x10',
    'Infinity',
    '--5',
    '1,2,3',
    '12 5',
    '1234 567',
    '%',
    '-',
    '.',
    '9999999999999',
    '٣',
  ])('[MO20] refuses %j', (text) => {
    for (const language of languages) {
      expect(() => parseNumber(text, language)).toThrow(expect.objectContaining({ code: 'numberInvalid' }))
    }
  })

  test('[MO20] reads back what is shown and what stands in a field', () => {
    const number = fc.oneof(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((thousandths) => thousandths / 1000),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    )
    fc.assert(
      fc.property(number, fc.constantFrom(...languages), (value, language) => {
        const read = parseNumber(numberInField(value, language), language)
        expect(Math.abs((read ?? NaN) - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value) + 1e-20)
        const shown = Math.round(value * 1000) / 1000
        const readShown = parseNumber(formatNumber(shown, language), language) ?? NaN
        // «1,234» is shown for 1.234; it reads as that, since points and commas group only in the other language.
        expect(Math.abs(readShown - shown)).toBeLessThan(0.001)
      }),
      { numRuns: 2000 },
    )
  })

  test('[MO20] a field shows every decimal, and no grouping', () => {
    expect(numberInField(1234.5678, 'nb')).toBe('1234,5678')
    expect(numberInField(1234.5678, 'en')).toBe('1234.5678')
    expect(numberInField(1e12, 'nn')).toBe('1000000000000')
  })
})
