import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocumentConnection } from '../../../client/sync/connection.ts'
import { LocalChanges } from '../../../client/sync/local-changes.ts'
import { saveStatusOf } from '../../../client/sync/save-status.ts'
import type { SocketLike } from '../../../client/sync/socket.ts'
import { setBoardsRest } from '../../../shared/ops/gathering.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { wordingKey } from '../../../shared/wording.ts'
import { systemClock } from '../../../server/clock.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'
import { TestClient, who } from '../sync/test-client.ts'

let hall: Hall
let network: TestNetwork
let ragnhild: Joined
let mette: Joined
let team: string

beforeAll(async () => {
  hall = await openHall()
  ragnhild = await firstFacilitator(hall, 'Ragnhild')
  network = await makeTestNetwork(hall, ragnhild)
  mette = await hall.join(network.first.code, 'Mette')
  team = `team:${network.first.id}`
})
beforeEach(() => rest(false))
afterAll(() => hall.close())

const settle = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 })
const rest = (resting: boolean, gathering = network.gathering.documents.gathering) =>
  hall.parts.rooms.change(gathering, (doc) => setBoardsRest(openGatheringDocument(doc), resting))
const goals = (documentId = team) =>
  hall.parts.rooms.read(documentId, (doc) => [...openTeamDocument(doc).goals.keys()].sort())

/** The client's own connection, over a real socket. */
function open({ token }: Joined, documentId = team) {
  const doc = new Y.Doc()
  const changes = new LocalChanges(doc)
  const connection = new DocumentConnection({
    ...{
      documentId,
      doc,
      changes,
      awareness: new Awareness(doc),
      clock: systemClock,
      random: () => 0.1,
      knownEpoch: '',
    },
    openSocket: (id) => wired(hall.connect(`/sync/${id}`, token)),
  })
  onTestFinished(() => connection.stop())
  connection.start()
  const state = () => connection.state.get()
  const write = (id: string) => addGoal(openTeamDocument(doc), { id, title: id, state: 'chosen', time: 1 })
  const status = () => saveStatusOf([{ documentId, state: state(), localCopy: true }]).kind
  return { doc, state, write, status, goals: () => [...openTeamDocument(doc).goals.keys()] }
}

function wired(socket: WebSocket): SocketLike {
  const like: SocketLike = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (bytes) => socket.send(bytes),
    close: () => socket.close(),
  }
  socket.on('open', () => like.onopen?.())
  socket.on('message', (data: Buffer) => like.onmessage?.(new Uint8Array(data)))
  socket.on('close', (code, reason) => like.onclose?.(code, reason.toString()))
  return like
}

test('[SY32] an editor’s open board is read only at once; what is written meanwhile waits, and comes when they rest no more', async () => {
  const page = open(mette)
  await settle(() => expect(page.state()).toMatchObject({ synced: true, access: 'write', resting: false }))
  page.write('before')
  await settle(async () => expect(await goals()).toContain('before'))
  await rest(true)
  await settle(() => expect(page.state()).toMatchObject({ access: 'read', resting: true, phase: 'live' }))
  expect(page.status()).toBe('resting')
  page.write('meanwhile')
  expect(page.state().waiting).toBe(1)
  const facilitator = open(ragnhild)
  await settle(() => expect(facilitator.state()).toMatchObject({ access: 'write', resting: false, synced: true }))
  facilitator.write('by the facilitator')
  await settle(() => expect(page.goals()).toContain('by the facilitator'))
  expect(await goals()).not.toContain('meanwhile')
  await rest(false)
  await settle(() => expect(page.state()).toMatchObject({ access: 'write', resting: false, waiting: 0 }))
  expect(await goals()).toContain('meanwhile')
  await settle(() => expect(facilitator.goals()).toContain('meanwhile'))
  expect(page.status()).toBe('saved')
})

test('[SY32] a board that is opened while they rest is read only too, and opens with the others', async () => {
  await rest(true)
  await settle(async () => expect(await hall.knock(`/sync/${team}`, { token: mette.token })).toBe('read'))
  const page = open(mette)
  await settle(() => expect(page.state()).toMatchObject({ access: 'read', resting: true, synced: true }))
  page.write('early')
  await rest(false)
  await settle(async () => expect(await goals()).toContain('early'))
  await settle(() => expect(page.state()).toMatchObject({ access: 'write', waiting: 0 }))
})

test('[SY32] on and off again and again, with writing all the time: in the end all have the same', async () => {
  const page = open(mette)
  await settle(() => expect(page.state().synced).toBe(true))
  for (let round = 0; round < 6; round += 1) {
    await rest(round % 2 === 0)
    for (let n = 0; n < 5; n += 1) {
      page.write(`r${round}-${n}`)
      await Promise.resolve()
    }
  }
  await rest(false)
  await settle(() => expect(page.state()).toMatchObject({ waiting: 0, resting: false }))
  expect((await goals())?.filter((id) => /^r\d/.test(id))).toHaveLength(30)
})

test('[SY32] a program that goes on writing is told, is not acknowledged, and loses nothing', async () => {
  const stubborn = await new TestClient(hall.parts.rooms, {
    documentId: team,
    who: who('Sta', { networkId: network.id, teamIds: [network.first.id] }),
  }).join()
  await rest(true)
  await settle(() => expect(stubborn.seen.notices).toContain('boardsRest'))
  const acks = stubborn.seen.acks.length
  addGoal(openTeamDocument(stubborn.doc), { id: 'stubborn', title: 'x', state: 'chosen', time: 1 })
  stubborn.marker(7)
  await hall.parts.rooms.change(team, () => undefined)
  expect(await goals()).not.toContain('stubborn')
  expect(stubborn.seen.acks).toHaveLength(acks)
  expect(stubborn.seen.closed).toBeNull()
  await rest(false)
  await settle(async () => expect(await goals()).toContain('stubborn'))
  stubborn.marker(8)
  await settle(() => expect(stubborn.seen.acks).toContain(8))
})

test('[SY32] commenting goes on, and a commenter is not told that anything rests', async () => {
  const lise = await hall.join((await network.link('commenter', [network.first.id])).secret, 'Lise')
  await rest(true)
  const page = open(lise)
  await settle(() => expect(page.state()).toMatchObject({ access: 'read', resting: false, synced: true }))
  const comment = {
    id: crypto.randomUUID(),
    type: 'comment',
    teamId: network.first.id,
    subject: { kind: 'team', id: 'team' },
    text: 'Hei',
    withoutName: false,
    replyTo: null,
  }
  for (const { token } of [lise, mette]) {
    const body = { ...comment, id: crypto.randomUUID() }
    expect((await hall.ask('POST', '/api/commands', { token, body })).status).toBe(200)
  }
})

test('[SY32, GB37] answers to a goal are voices, too: they go on and are counted', async () => {
  const page = open(mette)
  await settle(() => expect(page.state().synced).toBe(true))
  page.write('agreed')
  await settle(async () => expect(await goals()).toContain('agreed'))
  await rest(true)
  await settle(() => expect(page.state().resting).toBe(true))
  const wording = wordingKey('agreed')
  const answer = { type: 'agreeToGoal', teamId: network.first.id, goalId: 'agreed', wording, answer: 'agree' }
  const body = { ...answer, id: crypto.randomUUID() }
  expect((await hall.ask('POST', '/api/commands', { token: mette.token, body })).status).toBe(200)
  const counted = await hall.parts.rooms.read(`talk:${network.first.id}`, (doc) =>
    openTalkDocument(doc).agreements.get('agreed'),
  )
  expect(counted).toEqual([{ wording, agreed: 1, answered: [mette.personId] }])
})

test('[SY32] other networks are not touched, and a new gathering begins with open boards', async () => {
  const other = await makeTestNetwork(hall, ragnhild, 'Et annet')
  const nils = await hall.join(other.first.code, 'Nils')
  const page = open(mette)
  await settle(() => expect(page.state().synced).toBe(true))
  await rest(true)
  await settle(() => expect(page.state().resting).toBe(true))
  expect(await hall.knock(`/sync/team:${other.first.id}`, { token: nils.token })).toBe('write')
  await hall.ask('POST', `/api/networks/${network.id}/gatherings`, {
    token: ragnhild.token,
    body: { name: 'Samling 2' },
  })
  await settle(() => expect(page.state()).toMatchObject({ access: 'write', resting: false }))
})
