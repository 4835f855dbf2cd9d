import { expect, test } from 'vitest'
import { firstLanguage } from '../../../client/app/LanguageProvider.tsx'
import { initials } from '../../../client/ui/initials.ts'
import { teamMarkOf } from '../../../client/ui/teamMarkOf.ts'
import { nextTextSize } from '../../../client/ui/textSize.ts'

test('32 teams have 32 marks, and team 33 begins again', () => {
  const marks = Array.from({ length: 32 }, (_, index) => JSON.stringify(teamMarkOf(index + 1)))
  expect(new Set(marks).size).toBe(32)
  expect(teamMarkOf(1)).toMatchObject({ colour: 'sky', shape: 'circle' })
  expect(teamMarkOf(12)).toMatchObject({ colour: 'forest', shape: 'square', darkText: false })
  expect(teamMarkOf(33)).toEqual(teamMarkOf(1))
})

test('initials are two letters of any alphabet', () => {
  expect(initials('Mette Haug')).toBe('MH')
  expect(initials('Aud')).toBe('AU')
  expect(initials('Øyvind Åsen-Lie')).toBe('ØL')
  expect(initials('  ')).toBe('')
})

test('larger text comes in steps and then starts over', () => {
  expect([100, 115, 130, 150].map(nextTextSize)).toEqual([115, 130, 150, 100])
})

test('the first language: what was chosen, else Nynorsk if asked for first, else Bokmål', () => {
  expect(firstLanguage('en', ['nn-NO'])).toBe('en')
  expect(firstLanguage(null, ['nn-NO', 'nb'])).toBe('nn')
  expect(firstLanguage(null, ['en-GB', 'nn'])).toBe('nn')
  expect(firstLanguage(null, ['nb-NO', 'nn'])).toBe('nb')
  expect(firstLanguage('tull', ['en-US'])).toBe('nb')
})
