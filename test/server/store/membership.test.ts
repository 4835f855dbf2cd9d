import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { schemaStep1 } from '../../../server/store/sqlite/schema-step-1.ts'
import { bytes, joinAs, newSecret, newTeam, now, withNetwork } from './directory-in-test.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function withTeams() {
  const started = await withNetwork()
  await started.directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a'), newTeam('b')] })
  return started
}

test('[DI13] a removed team is in no list; it is taken back once, with its new card', async () => {
  const { directory } = await withTeams()
  await Promise.all([directory.removeTeam('a', now + 1), directory.removeTeam('a', now + 2)])
  expect(await directory.team('a')).toBeNull()
  expect((await directory.teams('n')).map(({ id }) => id)).toEqual(['b'])
  expect((await directory.removedTeams('n')).map(({ id }) => id)).toEqual(['a'])
  expect((await directory.secret('card a'))?.endedAt).toBe(now + 1)
  const [first, second] = await Promise.allSettled([
    directory.restoreTeam('a', newSecret('one', { teamId: 'a' })),
    directory.restoreTeam('a', newSecret('two', { teamId: 'a' })),
  ])
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'notFound' } })
  expect(await directory.secret('two')).toBeNull()
  expect((await directory.teams('n')).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('[DI13] nobody signs in as a person who was removed while they typed', async () => {
  const { directory } = await withTeams()
  await joinAs(directory, 'mette', 'card a', { teamIds: ['a'] })
  expect(await directory.removePerson({ personId: 'mette', networkId: 'n', at: now + 1 })).toEqual(['a'])
  const session = { id: 's', personId: 'mette', networkId: 'n', createdAt: now, expiresAt: now + 500 }
  await expect(directory.addSession({ ...session, tokenHash: bytes('late') })).rejects.toMatchObject({
    code: 'notFound',
  })
  expect(await directory.members('a')).toEqual([])
  expect(await directory.sessionsOf('mette')).toEqual([])
})

test('[DI13] moved by one and removed by another at once: removed', async () => {
  const { directory } = await withTeams()
  await joinAs(directory, 'mette', 'card a', { teamIds: ['a'] })
  await Promise.allSettled([
    directory.removePerson({ personId: 'mette', networkId: 'n', at: now + 1 }),
    directory.movePerson({ personId: 'mette', teamId: 'b', at: now + 1 }),
  ])
  expect([await directory.members('a'), await directory.members('b')]).toEqual([[], []])
})

test('[DI14] a facilitator has one way back, also when two windows ask at once', async () => {
  const { directory } = await withTeams()
  await directory.addSecret(newSecret('link', { role: 'facilitator' }))
  await joinAs(directory, 'kari', 'link', { role: 'facilitator' })
  const wayBack = (id: string) => newSecret(id, { role: 'facilitator', networkId: null, personId: 'kari' })
  await Promise.all(['w1', 'w2'].map((id) => directory.replaceWayBack('kari', wayBack(id), now)))
  const ended = await Promise.all(['w1', 'w2'].map(async (id) => (await directory.secret(id))?.endedAt))
  expect(ended).toEqual([now, null])
  expect((await directory.secrets('n')).map(({ id }) => id)).not.toContain('w2')
  await directory.removePerson({ personId: 'kari', networkId: 'n', at: now + 1 })
  expect((await directory.secret('w2'))?.endedAt).toBe(now + 1)
})

test('a database of the first version is brought along with what is in it', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder)
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  db.exec(`${schemaStep1}; PRAGMA user_version = 1;
    INSERT INTO networks VALUES ('n', 'Nord', NULL, 1, 1);
    INSERT INTO teams VALUES ('a', 'n', 1, 'Granvik', '["Os"]', 1);
    INSERT INTO people VALUES ('p', 'n', 'Mette', NULL, 'editor', 'nb', 0, 1);
    INSERT INTO team_members VALUES ('a', 'p', 1);
    INSERT INTO secrets VALUES ('s', 'n', 'editor', 'a', '[]', NULL, x'01', x'02', x'03', 1, 9999, NULL, NULL, 0);`)
  db.close()
  const { directory } = await openInTest(folder)
  expect(await directory.team('a')).toMatchObject({ name: 'Granvik', municipalities: ['Os'] })
  expect((await directory.members('a')).map(({ name }) => name)).toEqual(['Mette'])
  expect(await directory.secret('s')).toMatchObject({ teamId: 'a', personId: null, oneTime: false })
  expect(await directory.comments('a')).toEqual([])
})
