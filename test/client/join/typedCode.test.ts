import { describe, expect, test } from 'vitest'
import { sameName } from '../../../client/features/join/sameName.ts'
import { caretAfter, codeLetters, secretOfAddress, showCode } from '../../../client/features/join/typedCode.ts'

describe('a typed code', () => {
  test('forgives small letters, spaces, hyphens and what is too much', () => {
    for (const typed of ['k7m4rt9w', ' K7M4-RT9W ', 'k7m4 – rt9w', 'K7M4-RT9W-XX']) {
      expect(showCode(codeLetters(typed))).toBe('K7M4-RT9W')
    }
  })

  test('has its hyphen only when there is something after it, so that it can be deleted backwards', () => {
    expect(showCode('K7M4')).toBe('K7M4')
    expect(showCode('K7M4R')).toBe('K7M4-R')
    expect([caretAfter(4), caretAfter(5)]).toEqual([4, 6])
  })

  test('may be a whole address that was pasted', () => {
    expect(secretOfAddress('http://192.168.1.20:4321/r#Tj1HUMz3ZA2iAdzHpEyJNg ')).toBe('Tj1HUMz3ZA2iAdzHpEyJNg')
    expect(secretOfAddress('K7M4-RT9W')).toBeNull()
  })
})

test('names are the same to people whatever the case and spaces', () => {
  expect(sameName(' mette  haug', 'Mette Haug')).toBe(true)
  expect(sameName('Mette', 'Mette Haug')).toBe(false)
})
