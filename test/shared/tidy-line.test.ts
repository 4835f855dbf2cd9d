import { expect, test } from 'vitest'
import { tidyLine } from '../../shared/tidy-line.ts'

test.each([
  ['  Mette \t Marie\r\n', 'Mette Marie'],
  ['Me\0t\u0007te\u0085', 'Mette'],
  ['a\u200b\u2060b', 'ab'],
  ['\u202eetteM\u202c', 'etteM'],
  [' \u200d\u00ad\ufe0f ', ''],
  ['\u3164\u2800', ''],
  ['👩\u200d🔬', '👩\u200d🔬'],
  ['ي\u200cم', 'ي\u200cم'],
  ['', ''],
])('[AC103] %j is kept as %j', (typed, kept) => {
  expect(tidyLine(typed)).toBe(kept)
})
