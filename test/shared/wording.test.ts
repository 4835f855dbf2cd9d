import { expect, test } from 'vitest'
import { normaliseText, wordingKey } from '../../shared/wording.ts'

test('[MO21] outer and repeated white space makes no new wording, another word does', () => {
  expect(normaliseText('  Bedre \n\u00a0 samhandling\t')).toBe('Bedre samhandling')
  expect(wordingKey(' Bedre  samhandling ')).toBe(wordingKey('Bedre samhandling'))
  expect(wordingKey('Bedre samhandling')).not.toBe(wordingKey('Bedre samhandling med NAV'))
})

test('[MO21] a wording’s key never changes: answers are kept under it', () => {
  expect(wordingKey('Bedre samhandling')).toMatch(/^[0-9a-f]{16}$/)
  expect(wordingKey('Åpne dører')).toBe('60a01d95a504e7e0')
})
