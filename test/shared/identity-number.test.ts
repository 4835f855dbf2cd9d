import { readFileSync } from 'node:fs'
import fnrvalidator from '@navikt/fnrvalidator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentityNumbers, identityNumberRules } from '../../shared/identity-number.ts'

type Cases = Record<
  'valid_old_and_new' | 'valid_new_only' | 'd_number_valid' | 'synthetic_valid' | 'invalid',
  string[]
> & {
  text: { text: string; hit: boolean }[]
}
const vectors = JSON.parse(readFileSync(new URL('../vectors/vectors.json', import.meta.url), 'utf8')) as { fnr: Cases }
const cases = vectors.fnr
const valid = [...cases.valid_old_and_new, ...cases.valid_new_only, ...cases.d_number_valid, ...cases.synthetic_valid]

/** Eleven digits whose control digits are right, for any nine before them; null where there are none. */
function withControls(nine: string, remainder: number): string | null {
  const digits = Array.from(nine, Number)
  for (const weights of [identityNumberRules.weights1, identityNumberRules.weights2]) {
    const sum = digits.reduce((total, digit, at) => total + digit * (weights[at] ?? 0), 0)
    const wanted = weights.length === 9 ? remainder : 0
    const control = (((wanted - sum) % 11) + 11) % 11
    if (control === 10) return null
    digits.push(control)
  }
  return digits.join('')
}

/** Some number with right control digits for a day and month in '55. */
function numberOf(day: string, month: string): string {
  const numbers = Array.from({ length: 20 }, (_, at) => withControls(`${day}${month}55${100 + at}`, 0))
  return numbers.find((number) => number !== null) ?? 'none'
}

describe('findIdentityNumbers', () => {
  test.each(valid)('[MO19] finds %s', (number) => {
    expect(findIdentityNumbers(number)).toEqual([{ index: 0, length: 11 }])
    expect(findIdentityNumbers(`Ring ${number} nå`)).toEqual([{ index: 5, length: 11 }])
  })

  test.each(cases.invalid)('[MO19] lets %s be', (number) => {
    expect(findIdentityNumbers(number)).toEqual([])
  })

  test.each(cases.text)('[MO19] «$text»: $hit', ({ text, hit }) => {
    expect(findIdentityNumbers(text).length > 0).toBe(hit)
  })

  test.each([
    '31.12.99-56715',
    '31 12 99 56715',
    '31\u00a012\u00a099\u00a056715',
    '31-12-99-56715',
    '311299–56715',
    '311299 - 56715',
    '311299\u202f56715',
  ])('[MO19] finds %j with its separators', (text) => {
    expect(findIdentityNumbers(`nr. ${text}.`)).toEqual([{ index: 4, length: text.length }])
  })

  test('[MO19] finds each of several, and none that touches another digit or spans lines', () => {
    const [one, two] = ['31129956715', '02013299903']
    expect(findIdentityNumbers(`${one} og ${two}`)).toEqual([
      { index: 0, length: 11 },
      { index: 15, length: 11 },
    ])
    for (const text of [`1${one}`, `${one}1`, `${one}${two}`, '311299\n56715', '31129a956715']) {
      expect(findIdentityNumbers(text)).toEqual([])
    }
  })

  test('[MO19] reads months with 40, 65 and 80 added, and days with 40', () => {
    // 17 March in all its disguises, and days that no offset makes real.
    for (const [day, month] of [
      ['17', '03'],
      ['57', '03'],
      ['17', '43'],
      ['17', '68'],
      ['17', '83'],
      ['57', '83'],
      ['57', '68'],
    ] as const) {
      expect(findIdentityNumbers(numberOf(day, month))).toHaveLength(1)
    }
    for (const [day, month] of [
      ['32', '03'],
      ['72', '03'],
      ['17', '13'],
      ['17', '53'],
      ['17', '99'],
      ['00', '03'],
      ['30', '02'],
    ] as const) {
      expect(numberOf(day, month)).toMatch(/^\d{11}$/)
      expect(findIdentityNumbers(numberOf(day, month))).toEqual([])
    }
  })

  test('[MO19] spares a bank account number as it is written', () => {
    const account = numberOf('17', '03')
    expect(findIdentityNumbers(account)).toHaveLength(1)
    expect(findIdentityNumbers(`konto ${account.slice(0, 4)}.${account.slice(4, 6)}.${account.slice(6)}`)).toEqual([])
  })

  test('[MO19] agrees with Nav’s validator, but for the synthetic months that it does not know', () => {
    const digits = fc.tuple(fc.integer({ min: 0, max: 75 }), fc.integer({ min: 0, max: 96 }), fc.nat(99_999), fc.nat(5))
    fc.assert(
      fc.property(digits, ([day, month, rest, remainder]) => {
        const nine = `${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${String(rest).padStart(5, '0')}`
        const number = withControls(nine, remainder)
        fc.pre(number !== null && !(month >= 66 && month <= 77))
        expect(findIdentityNumbers(number ?? '').length === 1).toBe(fnrvalidator.idnr(number ?? '').status === 'valid')
      }),
      { numRuns: 3000 },
    )
  })

  test('a long text takes no long time', () => {
    const began = performance.now()
    expect(findIdentityNumbers('12 34 56 78901 '.repeat(20_000))).toEqual([])
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
