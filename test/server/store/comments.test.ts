import { expect, test } from 'vitest'
import type { Directory } from '../../../server/store/directory.ts'
import { joinAs, newTeam, now, withNetwork } from './directory-in-test.ts'

async function withPeople() {
  const started = await withNetwork()
  await started.directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a'), newTeam('b')] })
  for (const id of ['mette', 'ola']) await joinAs(started.directory, id, 'card a', { teamIds: ['a'] })
  return started
}

type New = Parameters<Directory['comment']>[0]
const comment = (commandId: string, parts: Partial<New> = {}): New => ({
  ...{ commandId, contentHash: `content of ${commandId}`, at: now, teamId: 'a', personId: 'mette', most: 100 },
  ...{ subject: { kind: 'goal', id: 'g' }, text: 'Hei', withoutName: false, replyTo: null },
  ...parts,
})

test('[DI12] a comment is written once, with everything it says', async () => {
  const { directory } = await withPeople()
  const answers = await Promise.all([1, 2, 3].map(() => directory.comment(comment('k1', { withoutName: true }))))
  expect(answers).toEqual([true, false, false])
  await expect(directory.comment(comment('k1', { contentHash: 'other' }))).rejects.toMatchObject({
    code: 'commandReused',
  })
  expect(await directory.comments('a')).toEqual([
    {
      ...{ id: 'k1', subject: { kind: 'goal', id: 'g' }, replyTo: null, text: 'Hei', withoutName: true, at: now },
      ...{
        author: { personId: 'mette', name: 'Name of mette', role: 'editor', title: null },
        state: 'open',
        gone: null,
      },
    },
  ])
  expect(await directory.comments('b')).toEqual([])
  expect(await directory.teamsCommentedBy('mette')).toEqual(['a'])
})

test('[DI12] one that is refused uses no command id up and settles nothing', async () => {
  const { directory } = await withPeople()
  await directory.comment(comment('k1'))
  const late = comment('k2', { replyTo: 'never' })
  await expect(directory.comment(late)).rejects.toMatchObject({ code: 'commentGone' })
  await expect(directory.comment(comment('k3', { replyTo: 'k1', personId: 'nobody' }))).rejects.toMatchObject({
    code: 'notFound',
  })
  expect(await directory.appliedCommand('k2')).toBeNull()
  expect(await directory.comments('a')).toMatchObject([{ id: 'k1', state: 'open' }])
  await expect(directory.comment(comment('k4', { most: 1 }))).rejects.toMatchObject({ code: 'tooMany' })
})

test('[DI12] an answer in the moment when its comment is taken back: one or the other, never half', async () => {
  const { directory } = await withPeople()
  await directory.comment(comment('k1'))
  const takeBack = { commandId: 't', contentHash: 't', at: now + 1, teamId: 'a', commentId: 'k1', personId: 'mette' }
  const [gone, answer] = await Promise.allSettled([
    directory.takeBackComment(takeBack),
    directory.comment(comment('k2', { replyTo: 'k1', personId: 'ola' })),
  ])
  expect(gone.status).toBe('fulfilled')
  expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'commentGone' } })
  expect(await directory.comments('a')).toMatchObject([{ text: '', gone: 'takenBack', state: 'open' }])
  expect(await directory.ownComments('a', 'mette')).toEqual([])
})
