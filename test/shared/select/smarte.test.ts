import { describe, expect, test } from 'vitest'
import type { Goal } from '../../../shared/schema/goal.ts'
import type { Measure } from '../../../shared/schema/measure.ts'
import { agreementView, isMeasurable, smarteCount, smarteLetters } from '../../../shared/select/smarte.ts'
import { wordingKey } from '../../../shared/wording.ts'
import { allGoals } from '../../../shared/select/goals.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { twoBoards } from '../boards.ts'

const [board] = twoBoards()
const goal = allGoals(board)[0] as Goal
const measure: Measure = measureOf(board, 'g')
const nobody = agreementView(goal.title, new Map(), undefined)
const members = new Map(['Mette', 'Arne', 'Siv'].map((name) => [name, { name, title: null }]))
const agreed = (count: number, answered: string[], title = goal.title) => [
  { wording: wordingKey(title), agreed: count, answered },
]

describe('the six letters', () => {
  test('[MO17] are untouched in a new goal', () => {
    const letters = smarteLetters(goal, measure, nobody)
    expect(letters).toEqual({ S: null, M: null, A: null, R: null, T: null, E: null })
    expect(smarteCount(letters)).toEqual({ met: 0, answered: 0, of: 6, complete: false })
  })

  test('[MO17] an answer is met only with words', () => {
    const answer = (value: boolean | null, text: string) => ({ value, text })
    const answers = {
      specific: answer(true, 'Alle får en plan'),
      motivating: answer(true, '  '),
      realistic: answer(false, ''),
    }
    expect(smarteLetters({ ...goal, answers }, measure, nobody)).toMatchObject({ S: true, A: false, R: false })
    expect(smarteCount({ S: true, M: false, A: true, R: null, T: false, E: null })).toEqual({
      met: 2,
      answered: 4,
      of: 6,
      complete: false,
    })
  })

  test('[MO17] M needs an indicator, a target, and a baseline or «unknown»', () => {
    const full = { name: 'Andel med plan', target: 80, baseline: 20, baselineUnknown: false }
    expect(isMeasurable(full)).toBe(true)
    expect(isMeasurable({ ...full, baseline: null, baselineUnknown: true })).toBe(true)
    expect(isMeasurable({ ...full, target: 0, baseline: 0 })).toBe(true)
    expect(isMeasurable({ ...full, baseline: null })).toBe(false)
    expect(isMeasurable({ ...full, target: null })).toBe(false)
    expect(isMeasurable({ ...full, name: ' ' })).toBe(false)
    expect(isMeasurable({ name: '', target: null, baseline: null, baselineUnknown: false })).toBeNull()
  })

  test('[MO17] T is a date', () => {
    expect(smarteLetters(goal, { ...measure, due: '2027-06-01' }, nobody).T).toBe(true)
  })

  test('[MO17] E is everyone who has joined, to the wording that stands', () => {
    const view = (agreements: ReturnType<typeof agreed> | undefined) => agreementView(goal.title, members, agreements)
    const E = (agreements: ReturnType<typeof agreed> | undefined) => smarteLetters(goal, measure, view(agreements)).E
    expect(E(undefined)).toBeNull()
    expect(E(agreed(2, ['Mette', 'Arne']))).toBe(false)
    expect(E(agreed(3, ['Mette', 'Arne', 'Siv']))).toBe(true)
    expect(E(agreed(3, ['Mette', 'Arne', 'Siv'], 'En annen ordlyd'))).toBeNull()
    expect(E(agreed(3, ['Mette', 'Arne', 'Siv'], `  ${goal.title} `))).toBe(true)
    expect(view(agreed(1, ['Mette', 'Arne'])).unanswered).toEqual([{ personId: 'Siv', name: 'Siv' }])
  })
})
