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

test('a secret is found by its code and its token, with everything it says', async () => {
  const { directory } = await withNetwork()
  const secret = newSecret('link', { role: 'commenter', teamIds: ['a', 'b'], oneTime: true })
  await directory.addSecret(secret)
  await directory.addSecret(newSecret('without code', { codeHash: null }))
  const { codeHash: _, tokenHash: __, ...stored } = secret
  expect(await directory.secret('link')).toEqual({ ...stored, personId: null, endedAt: null, usedAt: null })
  expect((await directory.findSecret(bytes('code link')))?.id).toBe('link')
  expect((await directory.findSecret(bytes('token link')))?.id).toBe('link')
  expect(await directory.findSecret(bytes('token other'))).toBeNull()
})

test('ended, used and expired secrets are found but no longer listed', async () => {
  const { directory, time } = await withNetwork()
  await directory.addSecret(newSecret('ended'))
  await directory.addSecret(newSecret('used', { oneTime: true }))
  await directory.addSecret(newSecret('short', { expiresAt: now + 10 }))
  await directory.addSecret(newSecret('live'))
  await directory.endSecret('ended', now + 1)
  await directory.endSecret('ended', now + 2)
  await joinAs(directory, 'p', 'used')
  expect((await directory.secrets('n')).map(({ id }) => id)).toEqual(['short', 'live'])
  time.now = now + 10
  expect((await directory.secrets('n')).map(({ id }) => id)).toEqual(['live'])
  expect((await directory.findSecret(bytes('code ended')))?.endedAt).toBe(now + 1)
  expect((await directory.findSecret(bytes('code used')))?.usedAt).toBe(now)
  expect((await directory.findSecret(bytes('code short')))?.expiresAt).toBe(now + 10)
})

test('[DI7] two facilitators replace a card at once: one live card', async () => {
  const { directory } = await withNetwork()
  await directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a'), newTeam('b')] })
  const card = (id: string) => newSecret(id, { teamId: 'a' })
  await Promise.all([
    directory.replaceCard('a', card('second'), now + 1),
    directory.replaceCard('a', card('third'), now + 1),
  ])
  expect((await directory.secrets('n')).map(({ id }) => id)).toEqual(['card b', 'third'])
  expect((await directory.secret('card a'))?.endedAt).toBe(now + 1)
})

test('[DI3] ten people with the same one-time link at once: exactly one is let in', async () => {
  const { directory } = await directoryInTest()
  await directory.addSecret(newSecret('link', { networkId: null, role: 'facilitator', oneTime: true }))
  const people = Array.from({ length: 10 }, (_, index) => `p${index}`)
  const answers = await Promise.allSettled(
    people.map((id) => joinAs(directory, id, 'link', { networkId: null, role: 'facilitator' })),
  )
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(refused).toHaveLength(9)
  for (const answer of refused) expect(answer.reason).toMatchObject({ code: 'secretUsed' })
  const known = await Promise.all(people.map((id) => directory.person(id)))
  expect(known.filter((person) => person !== null)).toHaveLength(1)
  const sessions = await Promise.all(people.map((id) => directory.findSession(bytes(`cookie ${id}`))))
  expect(sessions.filter((session) => session !== null)).toHaveLength(1)
})

test('[DI3] a join that fails does not use the link up', async () => {
  const { directory } = await withNetwork()
  await directory.addSecret(newSecret('link', { oneTime: true }))
  await expect(joinAs(directory, 'p', 'link', { teamIds: ['no such team'] })).rejects.toMatchObject({
    code: 'notFound',
  })
  expect(await directory.person('p')).toBeNull()
  await joinAs(directory, 'p', 'link')
  expect((await directory.secret('link'))?.usedAt).toBe(now)
})

test('[DI4] a card that was replaced, or expired, while a person typed their name', async () => {
  const { directory } = await withNetwork()
  await directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a')] })
  const replaced = directory.replaceCard('a', newSecret('new', { teamId: 'a' }), now)
  await expect(joinAs(directory, 'p', 'card a')).rejects.toMatchObject({ code: 'secretEnded' })
  await replaced
  await expect(joinAs(directory, 'p', 'new', { at: now + 1_000 })).rejects.toMatchObject({ code: 'secretExpired' })
  await expect(joinAs(directory, 'p', 'no such')).rejects.toMatchObject({ code: 'secretUnknown' })
  expect(await directory.person('p')).toBeNull()
})

test('[DI5] the link from the terminal opens every network there is; another only its own', async () => {
  const { directory } = await withNetwork()
  await addNetwork(directory, 'm')
  await directory.addSecret(newSecret('terminal', { networkId: null, role: 'facilitator', oneTime: true }))
  await directory.addSecret(newSecret('invitation', { networkId: 'm', role: 'facilitator' }))
  await joinAs(directory, 'all', 'terminal', { role: 'facilitator', networkId: null })
  await joinAs(directory, 'one', 'invitation', { role: 'facilitator', networkId: 'm' })
  await addNetwork(directory, 'later')
  expect((await directory.networksOf('all')).map(({ id }) => id)).toEqual(['n', 'm'])
  expect((await directory.networksOf('one')).map(({ id }) => id)).toEqual(['m'])
})
