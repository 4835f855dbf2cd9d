import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HiddenCommentsView } from '../../../shared/api.ts'
import { addActor, deleteActor } from '../../../shared/ops/actors.ts'
import type { Role } from '../../../shared/roles.ts'
import { addGoal, deleteGoal } from '../../../shared/ops/goals.ts'
import { addCard } from '../../../shared/ops/phases.ts'
import { municipalMapId } from '../../../shared/schema/actor-map.ts'
import { openTalkDocument, type TalkComment } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'

let hall: Hall
let network: TestNetwork
let ragnhild: Joined
let mette: Joined
let lise: Joined
let guest: Joined
let latecomer: Joined

beforeAll(async () => {
  hall = await openHall({ limits: { commentsPerMinute: 50, commentsPerTeam: 110 } })
  ragnhild = await firstFacilitator(hall, 'Ragnhild')
  network = await makeTestNetwork(hall, ragnhild)
  mette = await hall.join(network.first.code, 'Mette')
  lise = await hall.join((await network.link('commenter', [network.first.id])).secret, 'Lise')
  guest = await hall.join((await network.link('commenter')).secret, 'Gro')
  await change((board) => {
    addGoal(board, { id: 'g1', title: 'Trygg hjemreise', state: 'chosen', time: 1 })
    const actor = { mapId: municipalMapId, sector: 'other', importance: 3, time: 1 } as const
    addActor(board, { ...actor, id: 'a1', name: 'Fastlegen' })
    addActor(board, { ...actor, id: 'a2', name: 'Borte' })
    deleteActor(board, { id: 'a2', time: 2 })
    addGoal(board, { id: 'g2', title: 'Slettet', state: 'chosen', time: 1 })
    addCard(board, { id: 'c1', boardId: 'team', phase: 'plan', text: 'Kort', time: 1 })
    addCard(board, { id: 'c2', boardId: 'g2', phase: 'plan', text: 'På et slettet mål', time: 1 })
    deleteGoal(board, { id: 'g2', time: 2 })
  })
})
afterAll(() => hall.close())

const change = (run: (board: ReturnType<typeof openTeamDocument>) => void) =>
  hall.parts.rooms.change(`team:${network.first.id}`, (doc) => run(openTeamDocument(doc)))
const command = (type: string, more: object) => ({ id: crypto.randomUUID(), type, teamId: network.first.id, ...more })
const comment = (more: object = {}) =>
  command('comment', {
    subject: { kind: 'goal', id: 'g1' },
    text: 'Hva med kvelden?',
    withoutName: false,
    replyTo: null,
    ...more,
  })
const send = (body: unknown, { token }: Joined = lise) =>
  hall.ask<{ code: string }>('POST', '/api/commands', { token, body })
/** Writes and gives the id; throws unless it was taken. */
async function write(more: object = {}, by: Joined = lise): Promise<string> {
  const body = comment(more)
  expect(await send(body, by)).toMatchObject({ status: 200 })
  return body.id
}
const inTalk = async (id: string): Promise<TalkComment | undefined> =>
  (await hall.parts.rooms.read(`talk:${network.first.id}`, (doc) => openTalkDocument(doc).comments.get(id))) ??
  undefined
const refused = (code: string) => ({ body: { code } })
const own = async ({ token }: Joined) =>
  (await hall.ask<string[]>('GET', `/api/teams/${network.first.id}/comments/own`, { token })).body

describe('[AC55] writing', () => {
  test('a comment is stamped by the server and in the talk when it is answered', async () => {
    const id = await write({ text: '  Hva med kvelden?\n' })
    expect(await inTalk(id)).toEqual({
      subject: { kind: 'goal', id: 'g1' },
      replyTo: null,
      text: 'Hva med kvelden?',
      author: { personId: lise.personId, name: 'Lise', role: 'commenter', title: null },
      at: expect.closeTo(hall.parts.clock.now(), -4),
      state: 'open',
      gone: null,
    })
  })

  test('the same command again, also two at once, is written once; other content is refused', async () => {
    const body = comment()
    const answers = await Promise.all([send(body), send(body), send(body)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await send({ ...body, text: 'Noe annet' })).toMatchObject(refused('commandReused'))
    expect(await send(body, mette)).toMatchObject(refused('commandReused'))
    expect((await own(lise)).filter((id) => id === body.id)).toHaveLength(1)
  })

  test.each([
    ['the team', { kind: 'team', id: 'team' }],
    ['a map', { kind: 'map', id: municipalMapId }],
    ['an actor', { kind: 'actor', id: 'a1' }],
    ['a card', { kind: 'card', id: 'c1' }],
  ])('is about %s', async (_name, subject) => {
    expect((await inTalk(await write({ subject })))?.subject).toEqual(subject)
  })

  test.each([
    ['a goal that never was', { kind: 'goal', id: 'never' }],
    ['an actor deleted meanwhile', { kind: 'actor', id: 'a2' }],
    ['a map that never was', { kind: 'map', id: 'never' }],
    ['a card of a deleted goal', { kind: 'card', id: 'c2' }],
    ['a card that never was', { kind: 'card', id: 'never' }],
  ])('[AC56] %s is gone', async (_name, subject) => {
    expect(await send(comment({ subject }))).toMatchObject({ status: 404, body: { code: 'subjectGone' } })
  })

  test('what was applied before is answered alike when its subject is gone by then', async () => {
    await change((board) => addGoal(board, { id: 'g9', title: 'Snart borte', state: 'proposed', time: 1 }))
    const body = comment({ subject: { kind: 'goal', id: 'g9' } })
    expect((await send(body)).status).toBe(200)
    await change((board) => deleteGoal(board, { id: 'g9', time: 2 }))
    expect((await send(body)).status).toBe(200)
  })

  test.each([
    ['textEmpty', { text: ' \u200b\n' }],
    ['textTooLong', { text: 'a'.repeat(2_001) }],
    ['badRequest', { withoutName: 'yes' }],
    ['badRequest', { author: 'somebody else' }],
    ['badRequest', { subject: { kind: 'network', id: 'x' } }],
  ])('%s: %o', async (code, more) => {
    expect(await send(comment(more))).toMatchObject({ status: 400, body: { code } })
  })

  test('only in a team that one reaches', async () => {
    const elsewhere = { ...comment({ subject: { kind: 'team', id: 'team' } }), teamId: network.second.id }
    expect(await send(elsewhere)).toMatchObject(refused('notAllowed'))
    expect(await send(elsewhere, mette)).toMatchObject(refused('notAllowed'))
    expect((await send({ ...elsewhere, id: crypto.randomUUID() }, guest)).status).toBe(200)
    const stranger = await makeTestNetwork(hall, ragnhild, 'Et annet')
    const invited = await hall.join((await stranger.link('facilitator')).secret, 'Olga')
    expect(await send(comment(), invited)).toMatchObject(refused('notAllowed'))
  })

  test('a corrected name is on what the person wrote', async () => {
    const id = await write({}, guest)
    await hall.ask('PATCH', '/api/session', { token: guest.token, body: { name: 'Gro Dahl' } })
    expect((await inTalk(id))?.author?.name).toBe('Gro Dahl')
  })
})

describe('[AC57] without name', () => {
  test('the talk has no person, name, role or time of day, and the writer knows it as theirs', async () => {
    const id = await write({ withoutName: true })
    const seen = await inTalk(id)
    expect(seen).toMatchObject({ author: null, text: 'Hva med kvelden?' })
    expect((seen?.at ?? 1) % (24 * 60 * 60 * 1000)).toBe(0)
    expect(await own(lise)).toContain(id)
    expect(await own(mette)).not.toContain(id)
    expect(await send(command('takeBackComment', { commentId: id }), mette)).toMatchObject(refused('notAllowed'))
    expect((await send(command('takeBackComment', { commentId: id }))).status).toBe(200)
  })
})

describe('[AC58] answers', () => {
  test('an answer by another makes an open comment answered; one by its author does not', async () => {
    const id = await write()
    await write({ replyTo: id })
    expect((await inTalk(id))?.state).toBe('open')
    const answer = await write({ replyTo: id, text: 'Godt spørsmål' }, mette)
    expect((await inTalk(id))?.state).toBe('answered')
    expect(await inTalk(answer)).toMatchObject({ replyTo: id, state: 'open', author: { name: 'Mette' } })
  })

  test('an answer to an answer joins the thread', async () => {
    const id = await write()
    const answer = await write({ replyTo: id }, mette)
    expect((await inTalk(await write({ replyTo: answer })))?.replyTo).toBe(id)
  })

  test('what is resolved stays so when somebody answers', async () => {
    const id = await write()
    expect((await send(command('settleComment', { commentId: id, state: 'resolved' }), mette)).status).toBe(200)
    await write({ replyTo: id }, mette)
    expect((await inTalk(id))?.state).toBe('resolved')
  })

  test('to what never was, was taken back, is hidden, or is of another team or subject: no', async () => {
    const id = await write()
    expect(await send(comment({ replyTo: crypto.randomUUID() }))).toMatchObject(refused('commentGone'))
    expect(await send(comment({ replyTo: id, subject: { kind: 'actor', id: 'a1' } }))).toMatchObject(
      refused('badRequest'),
    )
    const elsewhere = { ...comment({ replyTo: id, subject: { kind: 'team', id: 'team' } }), teamId: network.second.id }
    expect(await send(elsewhere, guest)).toMatchObject(refused('commentGone'))
    await send(command('takeBackComment', { commentId: id }))
    const late = comment({ replyTo: id })
    expect(await send(late)).toMatchObject({ status: 404, body: { code: 'commentGone' } })
    expect(await inTalk(late.id)).toBeUndefined()
  })
})

describe('[AC59] taking back and hiding', () => {
  test('without answers it vanishes; with one it keeps its place without words or author', async () => {
    const alone = await write()
    await send(command('takeBackComment', { commentId: alone }))
    expect(await inTalk(alone)).toBeUndefined()
    const id = await write()
    const answer = await write({ replyTo: id }, mette)
    await send(command('takeBackComment', { commentId: id }))
    expect(await inTalk(id)).toMatchObject({ text: '', author: null, gone: 'takenBack' })
    await send(command('takeBackComment', { commentId: answer }), mette)
    expect(await inTalk(id)).toBeUndefined()
    expect(await inTalk(answer)).toBeUndefined()
    expect(await own(lise)).not.toContain(id)
  })

  test('a hidden one can be shown again, one taken back never', async () => {
    const id = await write()
    const hide = (hidden: boolean, by = ragnhild) => send(command('hideComment', { commentId: id, hidden }), by)
    expect(await hide(true, mette)).toMatchObject(refused('notAllowed'))
    expect((await hide(true)).status).toBe(200)
    expect(await inTalk(id)).toBeUndefined()
    expect(await send(command('settleComment', { commentId: id, state: 'resolved' }))).toMatchObject(
      refused('notAllowed'),
    )
    expect(await send(command('settleComment', { commentId: id, state: 'resolved' }), mette)).toMatchObject(
      refused('commentGone'),
    )
    expect((await hide(false)).status).toBe(200)
    expect(await inTalk(id)).toMatchObject({ text: 'Hva med kvelden?', gone: null })
    await hide(true)
    expect((await send(command('takeBackComment', { commentId: id }))).status).toBe(200)
    expect(await hide(false)).toMatchObject(refused('commentGone'))
    const rows = await hall.parts.directory.comments(network.first.id)
    expect(rows.find((row) => row.id === id)).toMatchObject({ text: '', gone: 'takenBack' })
  })

  test('what is hidden is found again by facilitators alone, with its words', async () => {
    const hidden = (by = ragnhild) =>
      hall.ask<HiddenCommentsView>('GET', `/api/teams/${network.first.id}/comments/hidden`, { token: by.token })
    const hide = (commentId: string, on: boolean) => send(command('hideComment', { commentId, hidden: on }), ragnhild)
    const named = await write({ text: 'Med navn' })
    const nameless = await write({ text: 'Uten navn', withoutName: true })
    const taken = await write()
    for (const id of [named, nameless, taken]) await hide(id, true)
    await send(command('takeBackComment', { commentId: taken }))
    const seen = (await hidden()).body.filter(({ id }) => [named, nameless, taken].includes(id))
    expect(seen).toEqual([
      expect.objectContaining({ id: named, text: 'Med navn', author: expect.objectContaining({ name: 'Lise' }) }),
      expect.objectContaining({ id: nameless, text: 'Uten navn', author: null }),
    ])
    expect((seen[1]?.at ?? 1) % 86_400_000).toBe(0)
    expect(await hidden(mette)).toMatchObject(refused('notAllowed'))
    for (const id of [named, nameless]) await hide(id, false)
    expect((await hidden()).body.some(({ id }) => id === named || id === nameless)).toBe(false)
  })

  test('both at once: it is taken back', async () => {
    const id = await write()
    await Promise.all([
      send(command('takeBackComment', { commentId: id })),
      send(command('hideComment', { commentId: id, hidden: true }), ragnhild),
    ])
    const rows = await hall.parts.directory.comments(network.first.id)
    expect(rows.find((row) => row.id === id)?.gone).toBe('takenBack')
  })
})

test('the talk is made again from SQL, the same', async () => {
  const id = await write({ withoutName: true })
  const picture = () =>
    hall.parts.rooms.read(`talk:${network.first.id}`, (doc) => openTalkDocument(doc).comments.toJSON())
  const before = await picture()
  await hall.parts.rooms.change(`talk:${network.first.id}`, (doc) => openTalkDocument(doc).comments.clear())
  await hall.parts.talk.refresh(network.first.id)
  expect(await picture()).toEqual(before)
  expect(before).toHaveProperty([id])
})

test('[AC54] a person writes so many comments a minute, a team has so many in all', async () => {
  hall.pass(60_000 - (hall.parts.clock.now() % 60_000))
  const codes: string[] = []
  for (let i = 0; i < 62; i += 1) codes.push((await send(comment(), i % 2 ? mette : ragnhild)).body.code ?? 'ok')
  expect(codes.at(-1)).toBe('tooMany')
  // Two who write without end leave half of the room to the others.
  const written = async () => (await hall.parts.directory.comments(network.first.id)).length
  expect(await written()).toBe(55)
  /** One with this card or link comes in again and again, and writes until nothing more of theirs is taken. */
  const fill = async (secret: string): Promise<number> => {
    for (let at = 0; ; at += 1) {
      const one = at % 5 ? null : await hall.join(secret, `Sen ${at}`)
      if (one) latecomer = one
      const answer = await send(comment(), latecomer)
      if (answer.status === 200) continue
      expect(answer).toMatchObject(refused('tooMany'))
      return at
    }
  }
  const heldBy = async (role: Role) =>
    (await hall.parts.directory.comments(network.first.id)).filter(({ author }) => author.role === role).length
  // A card lets as many in as come: together they leave room to those who came by another way.
  await fill(network.first.code)
  expect(await heldBy('editor')).toBe(44)
  await fill((await network.link('commenter')).secret)
  expect(await heldBy('commenter')).toBe(44)
  const invited = await hall.join((await network.link('facilitator')).secret, 'Åse')
  expect((await send(comment(), invited)).status).toBe(200)
  await fill((await network.link('facilitator')).secret)
  expect(await written()).toBe(110)
  hall.pass(60_000)
  const other = { ...comment({ subject: { kind: 'team', id: 'team' } }), teamId: network.second.id }
  const quick: string[] = []
  for (let i = 0; i < 52; i += 1)
    quick.push((await send({ ...other, id: crypto.randomUUID() }, guest)).body.code ?? 'ok')
  expect(quick.filter((code) => code === 'ok')).toHaveLength(50)
  expect(quick.at(-1)).toBe('tooManyTries')
})
