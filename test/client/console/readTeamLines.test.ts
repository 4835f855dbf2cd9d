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

describe('[CO5] a table from a spreadsheet', () => {
  const teams = (text: string) => readTeamLines(text, []).map((line) => line.team)
  test('a row of headings is no team, in any of the languages', () => {
    for (const heading of [
      'Team\tKommuner',
      'Lag\tKommunar',
      'Name\tMunicipalities',
      'Teamnavn\tKommune 1\tKommune 2',
    ]) {
      expect(teams(`${heading}\nGranvik\tGranvik, Ytre Granvik`)).toEqual([
        { name: 'Granvik', municipalities: ['Granvik', 'Ytre Granvik'] },
      ])
    }
  })
  test('a column that counts the rows is left out, with and without headings', () => {
    const rows = '1\tHavnøy\tHavnøy\n2\tDPS Nord\t'
    const read = [
      { name: 'Havnøy', municipalities: ['Havnøy'] },
      { name: 'DPS Nord', municipalities: [] },
    ]
    expect(teams(rows)).toEqual(read)
    expect(teams(`Nr\tTeam\tKommune\n${rows}`)).toEqual(read)
  })
  test('a municipality in each column', () =>
    expect(teams('Elvedal\tElvedal\tTverrelv')).toEqual([{ name: 'Elvedal', municipalities: ['Elvedal', 'Tverrelv'] }]))
  test('a team that is called like a heading is a team where nothing else says that it is one', () =>
    expect(teams('Lag\tGranvik')).toEqual([{ name: 'Lag', municipalities: ['Granvik'] }]))
})
