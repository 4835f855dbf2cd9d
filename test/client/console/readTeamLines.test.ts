import { describe, expect, test } from 'vitest'
import { readMunicipalities, readTeamLines } from '../../../client/features/console/readTeamLines.ts'
import { limits } from '../../../shared/schema/limits.ts'

const teams = (text: string, known: string[] = []) => readTeamLines(text, known).map((line) => line.team)
const problems = (text: string, known: string[] = []) => readTeamLines(text, known).map((line) => line.problem)

describe('[CO5] a pasted list of teams', () => {
  test.each([
    ['Granvik; Granvik kommune, Ytre Granvik', 'semicolon'],
    ['Granvik\tGranvik kommune, Ytre Granvik', 'tab'],
    ['Granvik\tGranvik kommune\tYtre Granvik', 'a table of three columns'],
    ['Granvik: Granvik kommune, Ytre Granvik', 'colon'],
    ['  Granvik  ;Granvik  kommune ,, Ytre Granvik,', 'spaces and empty places'],
    ['7. Granvik; Granvik kommune, Ytre Granvik', 'numbered'],
    ['• Granvik; Granvik kommune, Ytre Granvik', 'bulleted'],
  ])('reads «%s» (%s)', (line) => {
    expect(teams(line)).toEqual([{ name: 'Granvik', municipalities: ['Granvik kommune', 'Ytre Granvik'] }])
  })

  test('a line with only a name is a team without municipalities', () => {
    expect(teams('DPS Nord')).toEqual([{ name: 'DPS Nord', municipalities: [] }])
    expect(teams('DPS Nord;')).toEqual([{ name: 'DPS Nord', municipalities: [] }])
  })

  test('a name may begin with a digit and hold a comma or a hyphen', () => {
    expect(teams('1000 øyer-teamet, nord; Havnøy')).toEqual([
      { name: '1000 øyer-teamet, nord', municipalities: ['Havnøy'] },
    ])
  })

  test('empty lines are left out, and the line numbers are those of the pasted text', () => {
    const lines = readTeamLines('\r\nHavnøy; Havnøy\r\n\r\n   \r\nElvedal\r\n', [])
    expect(lines.map((line) => line.line)).toEqual([2, 5])
  })

  test('a bad line does not keep the others from being read', () => {
    const long = 'x'.repeat(limits.teamName + 1)
    const many = Array.from({ length: limits.municipalitiesPerTeam + 1 }, (_, index) => `K${index}`).join(', ')
    expect(problems(`; Havnøy\n${long}\nA; ${'y'.repeat(limits.municipality + 1)}\nB; ${many}\nElvedal`)).toEqual([
      'nameMissing',
      'nameTooLong',
      'municipalityTooLong',
      'tooManyMunicipalities',
      null,
    ])
  })

  test('a name that is there already, in the network or earlier in the list, is not added again', () => {
    expect(problems('Granvik\nElvedal\nELVEDAL; Elvedal', ['granvik'])).toEqual(['known', null, 'known'])
  })

  test('more teams than one request takes are told, not dropped in silence', () => {
    const text = Array.from({ length: limits.teamsPerRequest + 1 }, (_, index) => `Team ${index}`).join('\n')
    expect(problems(text).filter((problem) => problem === 'tooMany')).toHaveLength(1)
    expect(problems(text).filter((problem) => problem === null)).toHaveLength(limits.teamsPerRequest)
  })
})

test('municipalities are kept once each', () => {
  expect(readMunicipalities('Havnøy, havnøy; Elvedal')).toEqual(['Havnøy', 'Elvedal'])
})
