import { describe, expect, test } from 'vitest'
import { sizeInWords } from '../../../client/features/console/sizeInWords.ts'

describe('how large something is, in words', () => {
  test.each([
    [0, '0 kB'],
    [1_400, '1,4 kB'],
    [551_000, '551 kB'],
    [999_600, '1 MB'],
    [1_440_000, '1,4 MB'],
    [79_000_000_000, '79 GB'],
    [2_500_000_000_000, '2,5 TB'],
    [5_000_000_000_000_000, '5\u00a0000 TB'],
  ])('%i bytes', (bytes, inWords) => {
    // A number and its unit stay on one line.
    expect(sizeInWords(bytes, 'nb')).toBe(inWords.replace(' ', '\u00a0'))
  })

  test('in English with its own sign', () => {
    expect(sizeInWords(1_440_000, 'en')).toBe('1.4\u00a0MB')
  })
})
