import { expect, test } from 'vitest'
import { addNetwork, bytes, joinAs, newSecret, newTeam, now, withNetwork } from './directory-in-test.ts'

async function withTeams() {
  const started = await withNetwork()
  await started.directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a'), newTeam('b')] })
  return started
}

test('a session is read with everything that rights are decided from', async () => {
  const { directory } = await withTeams()
  await joinAs(directory, 'mette', 'card a', { teamIds: ['a'], title: 'Fysioterapeut' })
  const session = { id: 'session of mette', personId: 'mette', networkId: 'n', createdAt: now, expiresAt: now + 500 }
  const person = {
    id: 'mette',
    networkId: 'n',
    name: 'Name of mette',
    title: 'Fysioterapeut',
    role: 'editor',
    language: 'nn',
    mayMakeNetworks: false,
  }
  const signedIn = { session, person, teamIds: ['a'], networkIds: ['n'] }
  expect(await directory.findSession(bytes('cookie mette'))).toEqual(signedIn)
  expect(await directory.sessionById('session of mette')).toEqual(signedIn)
  expect(await directory.findSession(bytes('cookie other'))).toBeNull()
})

test('members are the editors of the team in the order they joined; whoever only follows it is none', async () => {
  const { directory } = await withTeams()
  await directory.addSecret(newSecret('link', { role: 'commenter', teamIds: ['a', 'b'] }))
  await joinAs(directory, 'z', 'card a', { teamIds: ['a'] })
  await joinAs(directory, 'leader', 'link', { role: 'commenter', teamIds: ['b', 'a'] })
  await joinAs(directory, 'y', 'card a', { teamIds: ['a'] })
  expect((await directory.members('a')).map(({ id }) => id)).toEqual(['z', 'y'])
  expect(await directory.members('b')).toEqual([])
  expect((await directory.findSession(bytes('cookie leader')))?.teamIds).toEqual(['b', 'a'])
})

test('[DI10] an ended or expired session is not found', async () => {
  const { directory, time } = await withTeams()
  await joinAs(directory, 'mette', 'card a', { teamIds: ['a'] })
  const second = { id: 's2', personId: 'mette', networkId: 'n', createdAt: now + 1, expiresAt: now + 900 }
  await directory.addSession({ ...second, tokenHash: bytes('phone') })
  expect((await directory.sessionsOf('mette')).map(({ id }) => id)).toEqual(['s2', 'session of mette'])
  time.now = now + 500
  expect((await directory.sessionsOf('mette')).map(({ id }) => id)).toEqual(['s2'])
  expect(await directory.findSession(bytes('cookie mette'))).toBeNull()
  await directory.endSession('s2')
  await directory.endSession('s2')
  expect(await directory.findSession(bytes('phone'))).toBeNull()
  expect(await directory.sessionById('s2')).toBeNull()
})

test('a person changes name and language, each alone', async () => {
  const { directory } = await withTeams()
  await joinAs(directory, 'mette', 'card a', { teamIds: ['a'] })
  await directory.changePerson('mette', { name: 'Mette Å.' })
  expect(await directory.person('mette')).toMatchObject({ name: 'Mette Å.', language: 'nn' })
  await directory.changePerson('mette', { language: 'en' })
  expect(await directory.person('mette')).toMatchObject({ name: 'Mette Å.', language: 'en' })
  await expect(directory.changePerson('nobody', { name: 'x' })).rejects.toMatchObject({ code: 'notFound' })
})

test('[DI11] the network a session works in', async () => {
  const { directory } = await withTeams()
  await addNetwork(directory, 'm')
  await joinAs(directory, 'mette', 'card a', { teamIds: ['a'] })
  await directory.setSessionNetwork('session of mette', 'm')
  expect((await directory.sessionById('session of mette'))?.session.networkId).toBe('m')
  await expect(directory.setSessionNetwork('session of mette', 'none')).rejects.toMatchObject({ code: 'notFound' })
  await expect(directory.setSessionNetwork('none', 'm')).rejects.toMatchObject({ code: 'notFound' })
})
