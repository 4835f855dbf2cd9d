import { expect, test } from 'vitest'
import { findTeams } from '../../../client/features/console/findTeams.ts'

const teams = [
  { number: 1, name: 'Havnøy', municipalities: ['Havnøy', 'Ytre Havnøy'] },
  { number: 3, name: 'Rosendal', municipalities: ['Rosendal'] },
  { number: 10, name: 'Os', municipalities: ['Os'] },
  { number: 12, name: 'DPS Ålheim', municipalities: [] },
  { number: 21, name: 'Team 1 nord', municipalities: ['Fjell'] },
]
const find = (typed: string) => {
  const { found, best } = findTeams(teams, typed)
  return [best?.name ?? null, found.map(({ number }) => number)]
}

test('a team is found by its number, its name or a municipality, and the likeliest is best [CO23]', () => {
  expect(find('1')).toEqual(['Havnøy', [1, 10, 12]])
  expect(find(' 12 ')).toEqual(['DPS Ålheim', [12]])
  expect(find('os')).toEqual(['Os', [3, 10]])
  expect(find('dps  ål')).toEqual(['DPS Ålheim', [12]])
  expect(find('fjell')).toEqual(['Team 1 nord', [21]])
  expect(find('team 1')).toEqual(['Team 1 nord', [21]])
})

test('nothing typed finds all, and what fits nothing finds none [CO23]', () => {
  expect(find('  ')).toEqual([null, [1, 3, 10, 12, 21]])
  expect(find('Bergen')).toEqual([null, []])
  expect(find('7')).toEqual([null, []])
})
