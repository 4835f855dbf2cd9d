import { describe, expect, test } from 'vitest'
import { measureInWords } from '../../../client/features/projector/measureInWords.ts'
import type { Language } from '../../../shared/api.ts'
import { en } from '../../../shared/locale/en.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'
import type { StageGoal } from '../../../shared/schema/stage.ts'

const catalogues = { nb, nn, en }
const empty: StageGoal['measure'] = {
  name: '',
  unit: '%',
  baseline: null,
  baselineUnknown: false,
  target: null,
  due: null,
}
const words = (measure: Partial<StageGoal['measure']>, language: Language = 'nb') =>
  measureInWords({ ...empty, ...measure }, language, catalogues[language].projector, '2027-03-17').replaceAll(
    '\u00a0',
    ' ',
  )

describe('[PR3] the measure in words', () => {
  test.each([
    [{}, ''],
    [{ baseline: 20, target: 80, due: '2027-06-01' }, '20 % → 80 % innen 1. juni'],
    [{ baselineUnknown: true, target: 80 }, 'ukjent → 80 %'],
    [{ target: 80, due: '2028-01-15' }, 'mot 80 % innen 15. januar 2028'],
    [{ baseline: 2.5 }, 'fra 2,5 %'],
    [{ baseline: 12, target: 4, unit: 'dager' }, '12 → 4 dager'],
    [{ baseline: 0, target: 3, unit: '' }, '0 → 3'],
    [{ due: '2027-06-01' }, 'innen 1. juni'],
  ])('%o → «%s»', (measure, expected) => expect(words(measure)).toBe(expected))

  test('in Nynorsk and English too', () => {
    const measure = { baseline: 20.5, target: 80, due: '2027-06-01' }
    expect(words(measure, 'nn')).toBe('20,5 % → 80 % innan 1. juni')
    expect(words(measure, 'en')).toBe('20.5% → 80% by 1 June')
  })
})
