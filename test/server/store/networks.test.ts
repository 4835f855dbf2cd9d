import { expect, test } from 'vitest'
import {
  addNetwork,
  bytes,
  directoryInTest,
  joinAs,
  newSecret,
  newTeam,
  now,
  withNetwork,
} from './directory-in-test.ts'

test('[DI1] a network and its documents come together, or not at all', async () => {
  const { directory, store } = await directoryInTest()
  const document = { id: 'overview:n', epoch: 'e', snapshot: bytes('new') }
  const network = { id: 'n', name: 'Nord', facilitatorId: null, at: now }
  expect(await directory.networkCount()).toBe(0)
  await expect(directory.createNetwork({ ...network, documents: [document, document] })).rejects.toMatchObject({
    code: 'storeFailed',
  })
  expect(await directory.networkCount()).toBe(0)
  expect(await store.open('overview:n')).toBeNull()
  await directory.createNetwork({ ...network, documents: [document] })
  expect(await directory.networkCount()).toBe(1)
  expect(await directory.network('n')).toEqual({ id: 'n', name: 'Nord', currentGatheringId: null })
  expect(await store.open('overview:n')).toEqual({
    epoch: 'e',
    snapshot: bytes('new'),
    snapshotSequence: 0,
    stateVector: null,
    tail: [],
    lastSequence: 0,
    tidied: { version: 0, at: 0 },
    damage: [],
  })
})

test('[DI6] a new gathering is the current one, and the teams stay', async () => {
  const { directory } = await withNetwork()
  await directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a')] })
  const gathering = { networkId: 'n', name: 'Samling', place: 'Bodø', days: ['2027-03-17', '2027-03-18'], dayCount: 2 }
  await directory.createGathering({ ...gathering, id: 'g1', at: now, documents: [] })
  await directory.createGathering({ ...gathering, id: 'g2', days: [], at: now, documents: [] })
  expect(await directory.gathering('g1')).toEqual({ ...gathering, id: 'g1' })
  expect((await directory.gatherings('n')).map(({ id }) => id)).toEqual(['g1', 'g2'])
  expect((await directory.network('n'))?.currentGatheringId).toBe('g2')
  expect(await directory.teams('n')).toHaveLength(1)
  await expect(
    directory.createGathering({ ...gathering, networkId: 'none', id: 'g3', at: now, documents: [] }),
  ).rejects.toMatchObject({ code: 'notFound' })
  expect(await directory.gathering('g3')).toBeNull()
})

test('[DI2] two facilitators who add teams at once: numbers without gaps or doubles', async () => {
  const { directory } = await withNetwork()
  await addNetwork(directory, 'other')
  const add = (...ids: string[]) => directory.createTeams({ networkId: 'n', at: now, teams: ids.map(newTeam) })
  const other = newTeam('x')
  const [first, second] = await Promise.all([
    add('a', 'b', 'c'),
    add('d', 'e'),
    directory.createTeams({
      networkId: 'other',
      at: now,
      teams: [{ ...other, secret: { ...other.secret, networkId: 'other' } }],
    }),
  ])
  expect(first.map(({ id, number }) => [id, number])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ])
  expect(second.map(({ id, number }) => [id, number])).toEqual([
    ['d', 4],
    ['e', 5],
  ])
  expect(await directory.teams('n')).toEqual([...first, ...second])
  expect(await directory.team('x')).toMatchObject({ number: 1, municipalities: ['Bø', 'Å'] })
})

test('[DI1][DI2] a list of teams that cannot be made whole makes none, and takes no numbers', async () => {
  const { directory, store } = await withNetwork()
  const add = (...ids: string[]) => directory.createTeams({ networkId: 'n', at: now, teams: ids.map(newTeam) })
  await add('a')
  const answers = await Promise.allSettled([add('b', 'a'), add('c')])
  expect(answers[0]).toMatchObject({ status: 'rejected', reason: { code: 'storeFailed' } })
  expect(answers[1]).toMatchObject({ status: 'fulfilled', value: [{ id: 'c', number: 2 }] })
  expect(await directory.team('b')).toBeNull()
  expect(await store.open('team:b')).toBeNull()
  expect(await directory.secret('card b')).toBeNull()
  expect(await store.open('team:c')).not.toBeNull()
})

test('[DI11] teams of a network that is not there', async () => {
  const { directory } = await directoryInTest()
  await expect(directory.createTeams({ networkId: 'n', at: now, teams: [] })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(addNetwork(directory, 'n', 'nobody')).rejects.toMatchObject({ code: 'notFound' })
  expect(await directory.networkCount()).toBe(0)
})

test('a facilitator reaches the networks they make, and their first becomes theirs', async () => {
  const { directory } = await directoryInTest()
  const link = newSecret('link', { networkId: null, role: 'facilitator', oneTime: true })
  await directory.addSecret(link)
  await joinAs(directory, 'f', 'link', { networkId: null, role: 'facilitator', mayMakeNetworks: true })
  expect(await directory.networksOf('f')).toEqual([])
  expect(await directory.person('f')).toMatchObject({ networkId: null, mayMakeNetworks: true })
  await addNetwork(directory, 'first', 'f')
  await addNetwork(directory, 'second', 'f')
  await addNetwork(directory, 'not theirs')
  expect((await directory.networksOf('f')).map(({ id }) => id)).toEqual(['first', 'second'])
  expect((await directory.person('f'))?.networkId).toBe('first')
})
