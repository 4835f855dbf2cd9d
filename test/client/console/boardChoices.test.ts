import { describe, expect, test } from 'vitest'
import { boardGoals, firstBoard, sameKindFor } from '../../../client/features/console/boardChoices.ts'
import { fakeSummary } from './fakeSummary.ts'

const map = (id: string, level: 'individual' | 'municipal', actors: number) => ({
  id,
  level,
  coverName: id,
  actors,
  with: 0,
  notAsked: actors,
})
const withMaps = fakeSummary({
  maps: [map('kari', 'individual', 0), map('ola', 'individual', 3), map('municipal', 'municipal', 9)],
})

describe('[CO12] which board of a team comes on the stage', () => {
  test('the first person’s map that has somebody on it', () =>
    expect(firstBoard('map', 't', withMaps)).toEqual({ kind: 'map', teamId: 't', mapId: 'ola', focus: null }))
  test('the municipal map where only that has somebody on it', () =>
    expect(
      firstBoard('map', 't', fakeSummary({ maps: [map('kari', 'individual', 0), map('municipal', 'municipal', 2)] })),
    ).toMatchObject({ mapId: 'municipal' }))
  test('the municipal map, which every team has, before the figures are here', () =>
    expect(firstBoard('map', 't', undefined)).toMatchObject({ mapId: 'municipal' }))
  test('the team’s own phases', () =>
    expect(firstBoard('phases', 't', withMaps)).toEqual({ kind: 'phases', teamId: 't', boardId: 'team' }))
})

describe('[CO12] the next team keeps the kind of board', () => {
  test('from nothing it begins with goals', () =>
    expect(sameKindFor({ kind: 'nothing' }, 'b', withMaps)).toEqual({ kind: 'goals', teamId: 'b', focus: null }))
  test('a focus is the last team’s and is not taken along', () =>
    expect(sameKindFor({ kind: 'goals', teamId: 'a', focus: 'g' }, 'b', withMaps)).toEqual({
      kind: 'goals',
      teamId: 'b',
      focus: null,
    }))
  test('a map of the municipality stays at that level', () =>
    expect(sameKindFor({ kind: 'map', teamId: 'a', mapId: 'municipal', focus: 'x' }, 'b', withMaps)).toEqual({
      kind: 'map',
      teamId: 'b',
      mapId: 'municipal',
      focus: null,
    }))
  test('a person’s map becomes that team’s own', () =>
    expect(sameKindFor({ kind: 'map', teamId: 'a', mapId: 'kari-a', focus: null }, 'b', withMaps)).toMatchObject({
      mapId: 'ola',
    }))
  test('the phases of a goal become the next team’s own phases', () =>
    expect(sameKindFor({ kind: 'phases', teamId: 'a', boardId: 'g1' }, 'b', withMaps)).toMatchObject({
      boardId: 'team',
    }))
})

test('phases can be shown for chosen goals, and for the one that is shown already', () => {
  const letters = { S: null, M: null, A: null, R: null, T: null, E: null }
  const goal = (id: string, state: 'chosen' | 'proposed' | 'reached') => ({ id, title: id, state, letters })
  const summary = fakeSummary({ goals: [goal('a', 'chosen'), goal('b', 'proposed'), goal('c', 'reached')] })
  expect(boardGoals(summary, 'team').map(({ id }) => id)).toEqual(['a'])
  expect(boardGoals(summary, 'c').map(({ id }) => id)).toEqual(['a', 'c'])
})
