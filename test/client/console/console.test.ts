import { describe, expect, test } from 'vitest'
import { emptyGathering } from '../../../client/features/console/GatheringFields.tsx'
import { gatheringBody } from '../../../client/features/console/gatheringBody.ts'
import { plainAddress } from '../../../client/features/console/plainAddress.ts'
import { onlineIn, peopleOnline } from '../../../client/features/console/useOnline.ts'
import { teamAfter } from '../../../client/features/console/useStage.ts'

describe('[CO2] the days of a gathering', () => {
  const draft = { ...emptyGathering, name: ' Samling 1 ', place: ' Bodø ' }

  test('in a row from the first, over the end of a month and a year', () => {
    expect(gatheringBody({ ...draft, firstDay: '2027-12-31', dayCount: 2 })).toEqual({
      name: 'Samling 1',
      place: 'Bodø',
      days: ['2027-12-31', '2028-01-01'],
    })
  })
  test('over the night when clocks change', () => {
    expect(gatheringBody({ ...draft, firstDay: '2027-03-27', dayCount: 3 }).days).toEqual([
      '2027-03-27',
      '2027-03-28',
      '2027-03-29',
    ])
  })
  test('only their number while no date is set, or half of one is', () => {
    expect(gatheringBody({ ...draft, dayCount: 3 }).days).toBe(3)
    expect(gatheringBody({ ...draft, firstDay: '2027-02-30' }).days).toBe(2)
  })
})

describe('[CO7] the next team', () => {
  const teams = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  test.each([
    [{ kind: 'nothing' } as const, 'a'],
    [{ kind: 'goals', teamId: 'a', focus: null } as const, 'b'],
    [{ kind: 'goals', teamId: 'c', focus: null } as const, 'a'],
    [{ kind: 'goals', teamId: 'gone', focus: null } as const, 'a'],
  ])('after %o comes %s', (choice, id) => expect(teamAfter(teams, choice)?.id).toBe(id))
  test('of no teams there is none', () => expect(teamAfter([], { kind: 'nothing' })).toBeNull())
})

describe('[CO4] who is on line', () => {
  const online = {
    teams: { a: [{ personId: '1', name: 'Mette' }], b: [{ personId: '1', name: 'Mette' }] },
    facilitators: 2,
    displays: 1,
  }
  test('a person in two teams is one person, and a display is none', () => expect(peopleOnline(online)).toBe(3))
  test('only the server’s state counts among the presences', () => {
    expect(onlineIn([{}, { user: { name: 'Arne' } }, { online: 'all' }, { online: {} }])).toBeNull()
    expect(onlineIn([{ user: {} }, { online }])).toBe(online)
  })
})

test('an address is said without http://, but with https://', () => {
  expect(plainAddress('http://192.168.1.7:4321/')).toBe('192.168.1.7:4321')
  expect(plainAddress('https://samtavle.no/lerret')).toBe('https://samtavle.no/lerret')
})
