import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { factsInWords } from '../../../client/features/console/Overview.tsx'
import { overviewCells } from '../../../client/features/console/overviewCells.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { openOverviewDocument, type TeamSummary } from '../../../shared/schema/overview.ts'
import { teamSummaries } from '../../../shared/select/overview.ts'
import { fakeSummary } from './fakeSummary.ts'

const states = (team: TeamSummary | undefined) => overviewCells(team).map(({ state }) => state)
const words = (team: TeamSummary) => overviewCells(team).map(({ facts }) => factsInWords(facts, nb))
const met = (...letters: string[]) => ({
  S: null,
  M: null,
  A: null,
  R: null,
  T: null,
  E: null,
  ...Object.fromEntries(letters.map((letter) => [letter, true])),
})
const map = (actors: number, joined: number, notAsked: number) => ({
  id: 'm',
  level: 'individual' as const,
  coverName: 'Kari',
  actors,
  with: joined,
  notAsked,
})

describe('[CO13] how far a team’s boards have come', () => {
  test('a team with nothing, or without figures yet, has not begun anything', () => {
    expect(states(undefined)).toEqual(['none', 'none', 'none', 'none', 'none'])
    expect(states(fakeSummary())).toEqual(['none', 'none', 'none', 'none', 'none'])
    expect(words(fakeSummary())).toEqual(['', '', '', '', ''])
  })
  test('a map is under way until everyone on one map has been asked', () => {
    expect(states(fakeSummary({ maps: [map(5, 1, 2)] }))[0]).toBe('started')
    expect(states(fakeSummary({ maps: [map(5, 1, 2), map(3, 1, 0)] }))[0]).toBe('done')
    expect(states(fakeSummary({ maps: [map(0, 0, 0)] }))[0]).toBe('none')
  })
  test('goals are in place when one is chosen or reached; letters count for the chosen ones only', () => {
    const goal = (state: 'chosen' | 'proposed' | 'reached', ...letters: string[]) => ({
      id: state,
      title: '',
      state,
      letters: met(...letters),
    })
    expect(states(fakeSummary({ goals: [goal('proposed', 'S')] })).slice(1, 3)).toEqual(['started', 'none'])
    expect(states(fakeSummary({ goals: [goal('chosen', 'S', 'M')] })).slice(1, 3)).toEqual(['done', 'started'])
    expect(states(fakeSummary({ goals: [goal('chosen', 'S', 'M', 'A', 'R', 'T', 'E')] }))[2]).toBe('done')
    expect(states(fakeSummary({ goals: [goal('reached')] }))[1]).toBe('done')
  })
  test('actions and phases are in place when all are done', () => {
    expect(states(fakeSummary({ actions: { total: 3, done: 1, overdue: 1 } }))[3]).toBe('started')
    expect(states(fakeSummary({ actions: { total: 3, done: 3, overdue: 0 } }))[3]).toBe('done')
    const phases = { prepare: 'done', plan: 'started', do: 'none', evaluate: 'none', followUp: 'none' } as const
    expect(states(fakeSummary({ phases }))[4]).toBe('started')
    expect(words(fakeSummary({ phases }))[4]).toBe('nå: Planlegge, gjort: Forberede')
  })
  test('figures stand in words and never as a share', () => {
    const all = words(fakeSummary({ maps: [map(9, 6, 2)], actions: { total: 5, done: 2, overdue: 1 } }))
    expect(all[0]).toBe('9 aktører, 6 er med')
    expect(all[3]).toBe('2 av 5 gjort')
    expect(all.join()).not.toContain('%')
  })
})

test('[PR6] malformed figures read as nothing begun, and keep no other team from being read', () => {
  const overview = openOverviewDocument(new Y.Doc())
  const raw = overview.doc.getMap<unknown>('teams')
  raw.set('a', fakeSummary({ maps: [map(2, 1, 1)] }))
  raw.set('b', { number: 'two', maps: [null, 7, { id: 'x', level: 'moon', actors: -3 }], goals: 'many', phases: [] })
  raw.set('c', 'a team')
  const read = teamSummaries(overview)
  expect([...read.keys()].sort()).toEqual(['a', 'b'])
  expect(read.get('a')).toEqual(fakeSummary({ maps: [map(2, 1, 1)] }))
  expect(states(read.get('b'))).toEqual(['none', 'none', 'none', 'none', 'none'])
})
