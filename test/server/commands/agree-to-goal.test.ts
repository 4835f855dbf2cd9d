import { afterAll, beforeAll, expect, test } from 'vitest'
import { addGoal, deleteGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { wordingKey } from '../../../shared/wording.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'

let hall: Hall
let network: TestNetwork
let mette: Joined
const title = 'Færre reinnleggelser'
const wording = wordingKey(title)

beforeAll(async () => {
  hall = await openHall({ limits: { commandsPerMinute: 12 } })
  network = await makeTestNetwork(hall, await firstFacilitator(hall))
  mette = await hall.join(network.first.code, 'Mette')
})
afterAll(() => hall.close())

const change = (run: (board: ReturnType<typeof openTeamDocument>) => void) =>
  hall.parts.rooms.change(`team:${network.first.id}`, (doc) => run(openTeamDocument(doc)))
const goal = async (id: string) => {
  await change((board) => addGoal(board, { id, title, state: 'proposed', time: 1 }))
  return id
}
const command = (goalId: string, more: object = {}) => ({
  id: crypto.randomUUID(),
  type: 'agreeToGoal',
  teamId: network.first.id,
  goalId,
  wording,
  answer: 'agree',
  ...more,
})
const send = (body: unknown, { token } = mette) => hall.ask<{ code: string }>('POST', '/api/commands', { token, body })
const inTalk = (goalId: string) =>
  hall.parts.rooms.read(`talk:${network.first.id}`, (doc) => openTalkDocument(doc).agreements.get(goalId))
const own = async ({ token } = mette) =>
  (await hall.ask('GET', `/api/teams/${network.first.id}/agreements`, { token })).body

test('[AC50] an answer is kept, counted in the talk, and can be changed and taken back', async () => {
  const id = await goal('g1')
  expect(await send(command(id))).toMatchObject({ status: 200, body: { ok: true } })
  expect(await inTalk(id)).toEqual([{ wording, agreed: 1, answered: [mette.personId] }])
  expect(await own()).toEqual({ g1: { wording, answer: 'agree' } })
  await send(command(id, { answer: 'notYet' }))
  expect(await inTalk(id)).toEqual([{ wording, agreed: 0, answered: [mette.personId] }])
  await send(command(id, { answer: 'none' }))
  expect(await inTalk(id)).toBeUndefined()
  expect(await own()).toEqual({})
})

test('[AC50] nobody is told who answered what: one reads only one’s own', async () => {
  const id = await goal('g2')
  const nils = await hall.join(network.first.code, 'Nils')
  await send(command(id, { answer: 'notYet' }), nils)
  expect(await own()).toEqual({})
  expect(await own(nils)).toEqual({ g2: { wording, answer: 'notYet' } })
})

test('[AC51] the same command twice is applied once, also when the goal is gone by then', async () => {
  const id = await goal('g3')
  const first = command(id)
  expect((await send(first)).status).toBe(200)
  await send(command(id, { answer: 'none' }))
  await change((board) => deleteGoal(board, { id, time: 2 }))
  expect(await send(first)).toMatchObject({ status: 200, body: { ok: true } })
  expect(await own()).not.toHaveProperty('g3')
})

test('[AC51] a command id with other content, or from another person, is refused', async () => {
  const id = await goal('g4')
  const first = command(id)
  const kari = await hall.join(network.first.code, 'Kari')
  expect((await send(first)).status).toBe(200)
  expect(await send({ ...first, answer: 'notYet' })).toMatchObject({ status: 409, body: { code: 'commandReused' } })
  expect(await send(first, kari)).toMatchObject({ status: 409, body: { code: 'commandReused' } })
})

test('[AC52] a goal that never was or was deleted meanwhile is told; one taken back takes answers again', async () => {
  const asker = await hall.join(network.first.code, 'Anne')
  const id = await goal('g5')
  expect(await send(command('never'), asker)).toMatchObject({ status: 404, body: { code: 'goalGone' } })
  await change((board) => deleteGoal(board, { id, time: 2 }))
  expect(await send(command(id), asker)).toMatchObject({ status: 404, body: { code: 'goalGone' } })
  await change((board) => restoreGoal(board, { id }))
  expect((await send(command(id), asker)).status).toBe(200)
})

test.each([
  ['no uuid', { id: 'x' }],
  ['an unknown type', { type: 'vote' }],
  ['an unknown answer', { answer: 'maybe' }],
  ['a wording that is none', { wording: 'x' }],
  ['a goal id with a slash', { goalId: 'a/b' }],
  ['a field too many', { author: 'somebody else' }],
])('[AC53] %s is no command', async (_name, more) => {
  expect(await send(command('g1', more))).toMatchObject({ status: 400, body: { code: 'badRequest' } })
})

test('[AC54] so many commands a minute and session, then later again; others are not touched', async () => {
  const [busy, other] = [await hall.join(network.first.code, 'Ivrig'), await hall.join(network.first.code, 'Rolig')]
  const id = await goal('g6')
  hall.pass(60_000 - (hall.parts.clock.now() % 60_000))
  const statuses: number[] = []
  for (let i = 0; i < 13; i += 1) statuses.push((await send(command(id), busy)).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(12)
  expect(statuses.at(-1)).toBe(429)
  expect((await send(command(id), other)).status).toBe(200)
  hall.pass(60_000)
  expect((await send(command(id), busy)).status).toBe(200)
})
