import { expect, test } from 'vitest'
import type { Directory } from '../../../server/store/directory.ts'
import { joinAs, newTeam, now, withNetwork } from './directory-in-test.ts'

async function withPeople() {
  const started = await withNetwork()
  await started.directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a')] })
  for (const id of ['mette', 'ola']) await joinAs(started.directory, id, 'card a', { teamIds: ['a'] })
  return started
}

function agreement(commandId: string, parts: Partial<Parameters<Directory['agree']>[0]> = {}) {
  const answer = { teamId: 'a', goalId: 'g', personId: 'mette', wording: 'w1', answer: 'agree' as const, at: now }
  return { commandId, contentHash: `content of ${commandId}`, ...answer, ...parts }
}

test('[DI8] the same command, sent again and at the same time, is applied once', async () => {
  const { directory } = await withPeople()
  const answers = await Promise.all([1, 2, 3].map(() => directory.agree(agreement('c1'))))
  expect(answers).toEqual([true, false, false])
  await directory.agree(agreement('c2', { answer: 'notYet' }))
  expect(await directory.agree(agreement('c1'))).toBe(false)
  expect(await directory.agreements('a')).toEqual([{ goalId: 'g', personId: 'mette', wording: 'w1', answer: 'notYet' }])
})

test('[DI8] the same command id with other content is refused and changes nothing', async () => {
  const { directory } = await withPeople()
  await directory.agree(agreement('c1'))
  await expect(directory.agree(agreement('c1', { contentHash: 'other', answer: 'notYet' }))).rejects.toMatchObject({
    code: 'commandReused',
  })
  expect(await directory.agreements('a')).toMatchObject([{ answer: 'agree' }])
})

test('[DI9] one answer a person and goal, the last, with its wording; none takes it back', async () => {
  const { directory } = await withPeople()
  await directory.agree(agreement('c1'))
  await directory.agree(agreement('c2', { wording: 'w2' }))
  await directory.agree(agreement('c3', { personId: 'ola', answer: 'notYet', at: now + 1 }))
  await directory.agree(agreement('c4', { goalId: 'h' }))
  expect(await directory.agreements('a')).toEqual([
    { goalId: 'g', personId: 'mette', wording: 'w2', answer: 'agree' },
    { goalId: 'g', personId: 'ola', wording: 'w1', answer: 'notYet' },
    { goalId: 'h', personId: 'mette', wording: 'w1', answer: 'agree' },
  ])
  expect(await directory.agree(agreement('c5', { answer: 'none' }))).toBe(true)
  expect(await directory.agree(agreement('c6', { answer: 'none' }))).toBe(true)
  expect((await directory.agreements('a')).map(({ goalId, personId }) => [goalId, personId])).toEqual([
    ['g', 'ola'],
    ['h', 'mette'],
  ])
})

test('[DI8][DI11] an agreement that is refused does not use its command id up', async () => {
  const { directory } = await withPeople()
  await expect(directory.agree(agreement('c1', { personId: 'nobody' }))).rejects.toMatchObject({ code: 'notFound' })
  expect(await directory.agree(agreement('c1'))).toBe(true)
})

test('a setting is kept and replaced', async () => {
  const { directory } = await withPeople()
  expect(await directory.setting('address')).toBeNull()
  await directory.putSetting('address', 'http://one')
  await directory.putSetting('address', 'http://two')
  expect(await directory.setting('address')).toBe('http://two')
})
