import { describe, expect, test } from 'vitest'
import { deleteGoal } from '../../../shared/ops/goals.ts'
import { setMeasureField } from '../../../shared/ops/measures.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { measureOf } from '../../../shared/select/measures.ts'
import { twoBoards } from '../boards.ts'

const [board] = twoBoards()

describe('setMeasureField', () => {
  test('sets every plain field', () => {
    const [mine] = twoBoards()
    setMeasureField(mine, { goalId: 'g', field: 'unit', value: 'antall' })
    setMeasureField(mine, { goalId: 'g', field: 'direction', value: 'down' })
    setMeasureField(mine, { goalId: 'g', field: 'baseline', value: 12.5 })
    setMeasureField(mine, { goalId: 'g', field: 'target', value: 0 })
    setMeasureField(mine, { goalId: 'g', field: 'due', value: '2028-02-29' })
    setMeasureField(mine, { goalId: 'g', field: 'reporter', value: { name: '  Mette  Haug ' } })
    setMeasureField(mine, { goalId: 'g', field: 'period', value: 'quarter' })
    expect(measureOf(mine, 'g')).toEqual({
      goalId: 'g',
      name: '',
      unit: 'antall',
      direction: 'down',
      baseline: 12.5,
      baselineUnknown: false,
      target: 0,
      due: '2028-02-29',
      reporter: { name: 'Mette Haug' },
      period: 'quarter',
      points: {},
    })
  })

  test('[MO13] a number takes back «unknown», and the other way', () => {
    const [mine] = twoBoards()
    setMeasureField(mine, { goalId: 'g', field: 'baselineUnknown', value: true })
    setMeasureField(mine, { goalId: 'g', field: 'baseline', value: 0 })
    expect(measureOf(mine, 'g')).toMatchObject({ baseline: 0, baselineUnknown: false })
    setMeasureField(mine, { goalId: 'g', field: 'baselineUnknown', value: true })
    expect(measureOf(mine, 'g')).toMatchObject({ baseline: null, baselineUnknown: true })
    setMeasureField(mine, { goalId: 'g', field: 'baseline', value: null })
    expect(measureOf(mine, 'g').baselineUnknown).toBe(true)
  })

  test.each([NaN, Infinity, -Infinity, 1e13, -1e13])('[MO12] refuses the number %d', (value) => {
    for (const field of ['baseline', 'target'] as const) {
      expect(() => setMeasureField(board, { goalId: 'g', field, value })).toThrow(
        expect.objectContaining({ code: 'numberInvalid' }),
      )
    }
    expect(measureOf(board, 'g')).toMatchObject({ baseline: null, target: null })
  })

  test.each(['2027-02-30', '2027-13-01', '2027-00-10', '2027-2-3', '', '31.12.2027', '2027-06-01T00:00'])(
    '[MO12] refuses the date %j',
    (value) => {
      expect(() => setMeasureField(board, { goalId: 'g', field: 'due', value })).toThrow(
        expect.objectContaining({ code: 'dateInvalid' }),
      )
      expect(measureOf(board, 'g').due).toBeNull()
    },
  )

  test('[MO11] refuses a unit or a name that is too long, and a name of only spaces', () => {
    const set = (change: Parameters<typeof setMeasureField>[1]) => () => setMeasureField(board, change)
    expect(set({ goalId: 'g', field: 'unit', value: 'x'.repeat(limits.unit + 1) })).toThrow(
      expect.objectContaining({ code: 'textTooLong' }),
    )
    expect(set({ goalId: 'g', field: 'reporter', value: { name: 'x'.repeat(limits.personName + 1) } })).toThrow(
      expect.objectContaining({ code: 'textTooLong' }),
    )
    expect(set({ goalId: 'g', field: 'reporter', value: { name: ' \u00a0' } })).toThrow(
      expect.objectContaining({ code: 'nameEmpty' }),
    )
    expect(measureOf(board, 'g')).toMatchObject({ unit: '%', reporter: null })
  })

  test('[MO1] does nothing for a goal that is deleted or never was', () => {
    const [mine] = twoBoards()
    deleteGoal(mine, { id: 'g', time: 4 })
    setMeasureField(mine, { goalId: 'g', field: 'target', value: 8 })
    setMeasureField(mine, { goalId: 'never', field: 'target', value: 8 })
    expect(measureOf(mine, 'g').target).toBeNull()
    expect(mine.measures.has('never')).toBe(false)
  })
})
