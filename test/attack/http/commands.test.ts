import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../shared/errors.ts'
import { firstFacilitator, makeTestNetwork, type Joined } from '../../server/hall.ts'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

let under: AttackedHall
let stranger: Joined
/** what Mette wrote, in the first team */
let written: string
/** what Nils wrote, in the second */
let elsewhere: string
beforeAll(async () => {
  under = await openAttackedHall({ limits: { commandsPerMinute: 1_000, commentsPerMinute: 100 } })
  const other = await makeTestNetwork(under.hall, await firstFacilitator(under.hall, 'Olga'), 'Et annet')
  stranger = await under.hall.join((await other.link('facilitator')).secret, 'Fremmed')
  written = crypto.randomUUID()
  elsewhere = crypto.randomUUID()
  expect(await say(under.mette, { id: written, text: 'Mettes egne ord' })).toBe('ok')
  expect(await say(under.nils, { id: elsewhere, teamId: under.network.second.id, text: 'Hos oss' })).toBe('ok')
})
afterAll(() => under.close())

const subject = { kind: 'team', id: 'team' }

/** Sends a command, a comment on the first team where nothing else is said; resolves to `ok` or the code. */
async function say(who: Joined | null, more: object, type = 'comment'): Promise<string> {
  const base = { id: crypto.randomUUID(), type, teamId: under.network.first.id }
  const comment = { subject, text: 'AVVIST', withoutName: false, replyTo: null }
  const body = { ...base, ...(type === 'comment' ? comment : {}), ...more }
  const answer = await under.hall.ask<{ ok?: true; code?: ErrorCode }>('POST', '/api/commands', {
    token: who?.token,
    body,
  })
  return answer.body.code ?? 'ok'
}
const comments = () => under.hall.parts.directory.comments(under.network.first.id)
const there = () => under.hall.parts.directory.comments(under.network.second.id)
const facilitator = () => under.network.facilitator

type Attack = { name: string; send: () => Promise<string>; expect: string }

const byWhom: Attack[] = [
  { name: 'a comment by nobody', send: () => say(null, {}), expect: 'notSignedIn' },
  { name: 'a comment by a display', send: () => say(under.display, {}), expect: 'notAllowed' },
  { name: 'an answer by a display', send: () => say(under.display, { replyTo: written }), expect: 'notAllowed' },
  {
    name: 'taking back by a display',
    send: () => say(under.display, { commentId: written }, 'takeBackComment'),
    expect: 'notAllowed',
  },
  {
    name: 'hiding by a display',
    send: () => say(under.display, { commentId: written, hidden: true }, 'hideComment'),
    expect: 'notAllowed',
  },
  {
    name: 'settling by a display',
    send: () => say(under.display, { commentId: written, state: 'resolved' }, 'settleComment'),
    expect: 'notAllowed',
  },
  { name: 'agreeing by a display', send: () => agree(under.display), expect: 'notAllowed' },
  { name: 'agreeing by a commenter', send: () => agree(under.lise), expect: 'notAllowed' },
  { name: 'agreeing by a facilitator', send: () => agree(facilitator()), expect: 'notAllowed' },
  {
    name: 'settling by a commenter',
    send: () => say(under.lise, { commentId: written, state: 'resolved' }, 'settleComment'),
    expect: 'notAllowed',
  },
  {
    name: 'hiding by a commenter',
    send: () => say(under.lise, { commentId: written, hidden: true }, 'hideComment'),
    expect: 'notAllowed',
  },
  {
    name: 'hiding by an editor',
    send: () => say(under.mette, { commentId: written, hidden: true }, 'hideComment'),
    expect: 'notAllowed',
  },
  {
    name: 'a commenter takes back another’s',
    send: () => say(under.lise, { commentId: written }, 'takeBackComment'),
    expect: 'notAllowed',
  },
  {
    name: 'a facilitator takes back another’s',
    send: () => say(facilitator(), { commentId: written }, 'takeBackComment'),
    expect: 'notAllowed',
  },
]

const ofOthers: Attack[] = [
  { name: 'a comment in a team that is not one’s own', send: () => say(under.nils, {}), expect: 'notAllowed' },
  {
    name: 'a commenter in a team that the link does not name',
    send: () => say(under.lise, { teamId: under.network.second.id }),
    expect: 'notAllowed',
  },
  { name: 'a facilitator of another network', send: () => say(stranger, {}), expect: 'notAllowed' },
  { name: 'a team that is none', send: () => say(facilitator(), { teamId: 'none' }), expect: 'notFound' },
  {
    name: 'a comment of another team, taken back by way of one’s own',
    send: () => say(under.mette, { commentId: elsewhere }, 'takeBackComment'),
    expect: 'commentGone',
  },
  {
    name: 'a comment of another team, settled',
    send: () => say(under.mette, { commentId: elsewhere, state: 'resolved' }, 'settleComment'),
    expect: 'commentGone',
  },
  {
    name: 'a comment of another team, hidden',
    send: () => say(facilitator(), { commentId: elsewhere, hidden: true }, 'hideComment'),
    expect: 'commentGone',
  },
  {
    name: 'an answer to a comment of another team',
    send: () => say(under.mette, { replyTo: elsewhere }),
    expect: 'commentGone',
  },
  {
    name: 'a comment on a thing of another team',
    send: () => say(under.mette, { subject: { kind: 'goal', id: 'x' } }),
    expect: 'subjectGone',
  },
  {
    name: 'an answer about something else than its thread',
    send: () => say(under.mette, { replyTo: written, subject: { kind: 'goal', id: 'x' } }),
    expect: 'subjectGone',
  },
]

const inTheNameOf: Attack[] = [
  ...['personId', 'author', 'by', 'name', 'role', 'at', 'title', 'state', 'sessionId'].map((field) => ({
    name: `a comment with a ${field}`,
    send: () => say(under.lise, { [field]: field === 'personId' ? under.mette.personId : 'facilitator' }),
    expect: 'badRequest',
  })),
  {
    name: 'the id of another’s comment',
    send: () => say(under.lise, { id: written, text: 'Mettes egne ord' }),
    expect: 'commandReused',
  },
  {
    name: 'the id of one’s own, with other words',
    send: () => say(under.mette, { id: written }),
    expect: 'commandReused',
  },
  {
    name: 'the id of one’s own, without one’s name',
    send: () => say(under.mette, { id: written, text: 'Mettes egne ord', withoutName: true }),
    expect: 'commandReused',
  },
  {
    name: 'the id of a comment for a command of another kind',
    send: () => say(under.mette, { id: written, commentId: written }, 'takeBackComment'),
    expect: 'commandReused',
  },
  {
    name: 'the id of a comment of another team',
    send: () => say(under.mette, { id: elsewhere, text: 'Hos oss' }),
    expect: 'commandReused',
  },
  {
    name: 'the id in capital letters',
    send: () => say(under.lise, { id: written.toUpperCase() }),
    expect: 'commandReused',
  },
]

function agree(who: Joined): Promise<string> {
  return say(who, { goalId: 'g', wording: '0123456789abcdef', answer: 'agree' }, 'agreeToGoal')
}

describe.each(
  Object.entries({ 'by whom they may not': byWhom, 'on what is others’': ofOthers, 'in another’s name': inTheNameOf }),
)('[AC107] commands %s', (_what, attacks) => {
  test.each(attacks)('$name', async ({ send, expect: expected }) => {
    const before = [await comments(), await there()]
    expect(await send()).toBe(expected)
    expect([await comments(), await there()]).toEqual(before)
    await under.isWell()
  })
})

describe('[AC107] commands again, and in another order', () => {
  test('a comment sent again after it was taken back stays taken back', async () => {
    const id = crypto.randomUUID()
    const words = { id, text: 'Sagt en gang' }
    expect(await say(under.mette, words)).toBe('ok')
    expect(await say(under.mette, { commentId: id }, 'takeBackComment')).toBe('ok')
    expect(await say(under.mette, words)).toBe('ok')
    expect((await comments()).find((comment) => comment.id === id)).toMatchObject({ text: '', gone: 'takenBack' })
  })

  test('taking back comes before the comment: the comment is written, and can be taken back', async () => {
    const id = crypto.randomUUID()
    const takeBack = { id: crypto.randomUUID(), commentId: id }
    expect(await say(under.mette, takeBack, 'takeBackComment')).toBe('commentGone')
    expect(await say(under.mette, { id, text: 'Kom sent' })).toBe('ok')
    expect(await say(under.mette, takeBack, 'takeBackComment')).toBe('ok')
    expect((await comments()).find((comment) => comment.id === id)?.text).toBe('')
  })

  test('hiding and showing, the first sent again: it does not hide anew', async () => {
    const hide = { id: crypto.randomUUID(), commentId: written, hidden: true }
    expect(await say(facilitator(), hide, 'hideComment')).toBe('ok')
    expect(await say(facilitator(), { commentId: written, hidden: false }, 'hideComment')).toBe('ok')
    expect(await say(facilitator(), hide, 'hideComment')).toBe('ok')
    expect((await comments()).find((comment) => comment.id === written)?.gone).toBe(null)
  })

  test('two people send one id at once: one of them has it, whoever it is, and it is written once', async () => {
    const id = crypto.randomUUID()
    const both = await Promise.all([say(under.mette, { id, text: 'Begge' }), say(under.lise, { id, text: 'Begge' })])
    expect(both.toSorted()).toEqual(['commandReused', 'ok'])
    const author = (await comments()).filter((comment) => comment.id === id).map((comment) => comment.author.name)
    expect(author).toEqual([both[0] === 'ok' ? 'Mette' : 'Lise'])
  })
})

test('[AC107] nothing that was refused is kept, said or written anywhere', async () => {
  await under.holdsNothingOf('AVVIST')
  under.keepsNothingInMemory()
})
