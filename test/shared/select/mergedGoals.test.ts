import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedGoalCounts, type CountedGoal } from '../../../shared/select/mergedGoals.ts'

const teams = [
  { id: 'T1', municipalities: ['Alfa'] },
  { id: 'T2', municipalities: ['Beta', 'Gamma'] },
  { id: 'T3', municipalities: ['Delta'] },
  { id: 'T4', municipalities: [' alfa '] },
  { id: 'H', municipalities: [] },
]
const goal = (id: string, teamId: string, mergedGoalId: string | null): CountedGoal => ({ id, teamId, mergedGoalId })
const labels = new Map([
  ['A', 'Åpne dører'],
  ['B', 'Ærlighet'],
  ['C', 'Zoner'],
  ['D', 'Ønsker'],
])

describe('mergedGoalCounts', () => {
  test('[MO18] counts distinct municipalities, then teams, then goals', () => {
    const goals = [
      goal('1', 'T1', 'A'),
      goal('2', 'T2', 'A'),
      goal('3', 'T3', 'B'),
      goal('4', 'T4', 'A'),
      goal('5', 'T1', 'A'),
      goal('6', 'H', 'B'),
      goal('7', 'T3', null),
    ]
    expect(mergedGoalCounts(goals, teams, labels)).toEqual([
      {
        mergedGoalId: 'A',
        label: 'Åpne dører',
        municipalities: 3,
        municipalityNames: ['Alfa', 'Beta', 'Gamma'],
        teams: 3,
        goals: 4,
      },
      { mergedGoalId: 'B', label: 'Ærlighet', municipalities: 1, municipalityNames: ['Delta'], teams: 2, goals: 2 },
    ])
  })

  test('[MO18] sorts by municipalities, then goals, then label with æ ø å last', () => {
    const goals = ['A', 'B', 'C', 'D'].map((id) => goal(`g${id}`, 'T1', id))
    expect(mergedGoalCounts(goals, teams, labels).map((row) => row.label)).toEqual([
      'Zoner',
      'Ærlighet',
      'Ønsker',
      'Åpne dører',
    ])
    const again = mergedGoalCounts([...goals, goal('x', 'T1', 'A')], teams, labels)
    expect(again[0]?.label).toBe('Åpne dører')
  })

  test('[MO18] a hospital team, or one not known, is a team and no municipality', () => {
    const rows = mergedGoalCounts([goal('1', 'H', 'A'), goal('2', 'gone', 'A')], teams, labels)
    expect(rows).toMatchObject([{ municipalities: 0, municipalityNames: [], teams: 2, goals: 2 }])
  })

  test('[MO18] does not depend on the order that goals come in', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        teamId: fc.constantFrom('T1', 'T2', 'T3', 'T4', 'H'),
        mergedGoalId: fc.constantFrom('A', 'B', 'C', 'D', 'unlabelled', null),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(some, (goals) => {
        expect(mergedGoalCounts(goals.toReversed(), teams, labels)).toEqual(mergedGoalCounts(goals, teams, labels))
      }),
    )
  })
})
