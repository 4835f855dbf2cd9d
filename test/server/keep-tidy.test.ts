import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { keepTidy } from '../../server/keep-tidy.ts'
import { serverLimits } from '../../server/limits.ts'
import { FakeClock } from '../client/sync/fake-clock.ts'
import { joinAs, newTeam, now, withNetwork } from './store/directory-in-test.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

function tidying() {
  const clock = new FakeClock()
  const swept: [what: string, age: number][] = []
  const warnings: string[] = []
  let failing: string | null = null
  const sweep = (what: string) => (before: number) => {
    swept.push([what, clock.now() - before])
    return failing === what ? Promise.reject(new AppError('storeFailed')) : Promise.resolve(0)
  }
  const { stop } = keepTidy({
    store: { sweep: sweep('log') },
    directory: { sweepCommands: sweep('commands') },
    clock,
    limits: serverLimits,
    log: {
      info: () => undefined,
      warn: (_fields: unknown, message: string) => void warnings.push(message),
      error: () => undefined,
    },
  })
  return { clock, swept, warnings, stop, fail: (what: string | null) => (failing = what) }
}

describe('[AC86] [ST7] what is kept for a time only', () => {
  test('is swept soon after the start and every six hours: log rows after two days, commands after sixty', async () => {
    const { clock, swept, stop } = tidying()
    await clock.advance(hour)
    expect(swept).toEqual([
      ['log', 2 * day],
      ['commands', 60 * day],
    ])
    await clock.advance(2 * day)
    expect(swept).toHaveLength(2 * (1 + 8))
    stop()
    await clock.advance(2 * day)
    expect(swept).toHaveLength(2 * (1 + 8))
    expect(clock.nextAt).toBe(null)
  })

  test('is swept each on its own, and again next time where it failed', async () => {
    const { clock, swept, warnings, fail, stop } = tidying()
    fail('log')
    await clock.advance(hour)
    expect(swept.map(([what]) => what)).toEqual(['log', 'commands'])
    expect(warnings).toEqual(['old rows were not swept'])
    fail('commands')
    await clock.advance(6 * hour)
    fail(null)
    await clock.advance(6 * hour)
    expect(swept).toHaveLength(6)
    expect(warnings).toHaveLength(2)
    stop()
  })

  test('stopped while it sweeps, it begins nothing more', async () => {
    const { clock, swept, stop } = tidying()
    while (swept.length === 0) clock.step()
    stop()
    await clock.advance(day)
    expect(swept).toHaveLength(2)
  })
})

describe('[AC86] commands that are older than sixty days', () => {
  const old = now + 5
  async function withTeam() {
    const { directory } = await withNetwork()
    await directory.createTeams({ networkId: 'n', at: now, teams: [newTeam('a')] })
    for (const id of ['mette', 'ola']) await joinAs(directory, id, 'card a', { teamIds: ['a'] })
    const comment = (commandId: string, at: number, personId = 'mette') =>
      directory.comment({
        ...{ commandId, contentHash: `content of ${commandId}`, at, teamId: 'a', personId, most: 100 },
        ...{ subject: { kind: 'goal', id: 'g' }, text: 'Hei', withoutName: false, replyTo: null },
      })
    return { directory, comment }
  }

  test('are forgotten, and younger ones are not', async () => {
    const { directory, comment } = await withTeam()
    await comment('old', old)
    await comment('young', old + 1)
    expect(await directory.sweepCommands(old)).toBe(0)
    expect(await directory.sweepCommands(old + 1)).toBe(1)
    expect(await directory.appliedCommand('old')).toBe(null)
    expect(await directory.appliedCommand('young')).toBe('content of young')
    expect(await directory.comments('a')).toHaveLength(2)
  })

  test('a comment whose command was forgotten is written once all the same, also when it was taken back', async () => {
    const { directory, comment } = await withTeam()
    await comment('k', old)
    await directory.takeBackComment({
      ...{ commandId: 't', contentHash: 't', at: old, teamId: 'a', commentId: 'k', personId: 'mette' },
    })
    await directory.sweepCommands(old + 1)
    await expect(comment('k', old + 9, 'ola')).rejects.toMatchObject({ code: 'commandReused' })
    expect(await comment('k', old + 9)).toBe(false)
    expect(await comment('k', old + 9)).toBe(false)
    expect(await directory.comments('a')).toMatchObject([{ id: 'k', text: '', at: old, gone: 'takenBack' }])
  })
})
