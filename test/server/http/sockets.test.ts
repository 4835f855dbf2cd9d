import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { messageType, protocolVersion } from '../../../shared/protocol.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'
import { message } from '../sync/test-client.ts'

let hall: Hall
let network: TestNetwork
let mette: Joined
let path: string

beforeAll(async () => {
  hall = await openHall({ limits: { socketsPerPerson: 4, frameBytes: 10_000 } })
  network = await makeTestNetwork(hall, await firstFacilitator(hall))
  mette = await hall.join(network.first.code, 'Mette')
  path = `/sync/team:${network.first.id}`
})
afterAll(() => hall.close())

const opened = async (token = mette.token) => {
  const socket = hall.connect(path, token)
  await new Promise((resolve) => socket.once('open', resolve))
  return socket
}
const closing = (socket: WebSocket) =>
  new Promise((resolve) => socket.once('close', (code, reason) => resolve(`${code} ${reason.toString()}`)))

test('[AC40] a stock WebsocketProvider with a Bearer header syncs', async () => {
  class Signed extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { authorization: `Bearer ${mette.token}` } })
    }
  }
  const open = (doc: Y.Doc) =>
    new WebsocketProvider(`${hall.url.replace('http', 'ws')}/sync`, `team:${network.first.id}`, doc, {
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  const providers = [open(one), open(two)]
  await vi.waitFor(() => expect(providers.every((provider) => provider.synced)).toBe(true), { timeout: 4000 })
  one.getMap('goals').set('g', new Y.Map([['title', new Y.Text('Mål')]]))
  await vi.waitFor(() => expect(two.getMap('goals').toJSON()).toEqual({ g: { title: 'Mål' } }), { timeout: 4000 })
  for (const provider of providers) provider.destroy()
})

test('[AC41] who may not come in is told by a close code that a browser can read', async () => {
  expect(await hall.knock(path)).toBe('4401 notSignedIn')
  expect(await hall.knock(path, { token: 'wrong' })).toBe('4401 notSignedIn')
  expect(await hall.knock(`/sync/team:${network.second.id}`, { token: mette.token })).toBe('4403 notAllowed')
  expect(await hall.knock('/sync/team:unknown', { token: mette.token })).toBe('4404 notFound')
  for (const bad of ['team', 'team:', 'goals:x', 'team:a/b', 'team:a%20b', 'TEAM:a', '']) {
    expect(await hall.knock(`/sync/${bad}`, { token: mette.token })).toBe('4404 notFound')
  }
})

test('[AC33] a socket that says whom it takes itself to be opens only where it is so', async () => {
  const nils = await hall.join(network.first.code, 'Nils')
  const knock = (personId: string, more = '') =>
    hall.knock(`${path}?person=${encodeURIComponent(personId)}${more}`, {
      headers: { cookie: `samtavle=${nils.token}` },
    })
  expect(await knock(nils.personId)).toBe('write')
  // One person's unsent work must not be sent as another's; a page that knows of nobody says so with an empty name.
  for (const another of [mette.personId, 'unknown', ' ', '']) expect(await knock(another)).toBe('4401 notSignedIn')
  // The first counts, and no cookie that there is not.
  expect(await knock(mette.personId, `&person=${nils.personId}`)).toBe('4401 notSignedIn')
  expect(await knock(nils.personId, '&as=display')).toBe('4401 notSignedIn')
  // Bearer tokens are held to it too; it opens nothing by itself.
  expect(await hall.knock(`${path}?person=${mette.personId}`, { token: mette.token })).toBe('write')
  expect(await hall.knock(`${path}?person=${nils.personId}`, { token: mette.token })).toBe('4401 notSignedIn')
  expect(await hall.knock(`${path}?person=${mette.personId}`)).toBe('4401 notSignedIn')
})

test('[AC42] an encoded id is the same document; a broken escape and another path are refused at once', async () => {
  expect(await hall.knock(`/sync/team%3A${network.first.id}`, { token: mette.token })).toBe('write')
  expect(await hall.knock('/sync/%E0%A4%A', { token: mette.token })).toBe('HTTP 400')
  expect(await hall.knock('/other', { token: mette.token })).toBe('HTTP 404')
})

test('[AC43] a token in the address opens nothing', async () => {
  expect(await hall.knock(`${path}?token=${mette.token}&authorization=${mette.token}`)).toBe('4401 notSignedIn')
})

test('[AC44] text, a frame too large and a broken frame end that socket alone', async () => {
  const other = await opened()
  const text = await opened()
  text.send('hello')
  expect(await closing(text)).toBe('4400 malformed')
  const large = await opened()
  large.send(new Uint8Array(10_001))
  expect(await closing(large)).toBe('4413 frameTooLarge')
  const huge = await opened()
  huge.send(new Uint8Array(100_000))
  expect(await closing(huge)).toMatch(/^1009/)
  const broken = connect(Number(new URL(hall.url).port), '127.0.0.1')
  const key = 'dGhlIHNhbXBsZSBub25jZQ=='
  broken.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${key}\r\nAuthorization: Bearer ${mette.token}\r\n\r\n`,
  )
  await new Promise((resolve) => broken.once('data', resolve))
  const gone = new Promise((resolve) => broken.once('close', resolve))
  broken.resume().write(new Uint8Array([0xff, 0xff, 0xff, 0xff]))
  await gone
  expect(other.readyState).toBe(WebSocket.OPEN)
  other.terminate()
})

test('[AC45] one person opens so many sockets and no more; others are not touched', async () => {
  await vi.waitFor(() => expect([...hall.parts.rooms.people()]).toHaveLength(0))
  const sockets = [await opened(), await opened(), await opened(), await opened()]
  expect(await hall.knock(path, { token: mette.token })).toBe('4429 tooFast')
  const nils = await hall.join(network.first.code, 'Nils')
  expect(await hall.knock(path, { token: nils.token })).toBe('write')
  for (const socket of sockets) socket.terminate()
})

test('[AC46] a socket that gives no sign of life is cut off, and one that does stays', async () => {
  await vi.waitFor(() => expect([...hall.parts.rooms.people()]).toHaveLength(0))
  const alive = await opened()
  const silent = new WebSocket(hall.url.replace('http', 'ws') + path, {
    headers: { authorization: `Bearer ${mette.token}` },
    autoPong: false,
  })
  const gone = new Promise((resolve) => silent.once('close', resolve))
  await new Promise((resolve) => silent.once('open', resolve))
  // So that neither is ended for saying nothing at all.
  const welcomed = Promise.all(
    [alive, silent].map((socket) => new Promise((resolve) => socket.once('message', resolve))),
  )
  for (const socket of [alive, silent]) socket.send(message(messageType.hello, protocolVersion, ''))
  await welcomed
  const pinged = Promise.all([alive, silent].map((socket) => new Promise((resolve) => socket.once('ping', resolve))))
  const answered = new Promise((resolve) => alive.once('ping', () => setImmediate(resolve)))
  hall.pass(30_000)
  await Promise.all([pinged, answered])
  // The answer has been read once a later one from the same socket has.
  const pong = new Promise((resolve) => alive.once('pong', resolve))
  alive.ping()
  await pong
  hall.pass(30_000)
  await gone
  expect(alive.readyState).toBe(WebSocket.OPEN)
  alive.terminate()
})

test('[AC47] a new gathering sends everyone from the old one, and the old stays closed', async () => {
  const { stage, gathering, talk } = network.gathering.documents
  const nils = await hall.join(network.first.code, 'Nils')
  const sockets = [stage, gathering, talk].map((id) => hall.connect(`/sync/${id}`, nils.token))
  const board = hall.connect(path, nils.token)
  await Promise.all([...sockets, board].map((socket) => new Promise((resolve) => socket.once('open', resolve))))
  const closed = Promise.all(sockets.map(closing))
  const { token } = network.facilitator
  const made = await hall.ask<{ id: string; documents: { stage: string } }>(
    'POST',
    `/api/networks/${network.id}/gatherings`,
    {
      token,
      body: { name: 'Samling 2', place: 'Hamar', days: ['2027-03-18', '2027-03-17'] },
    },
  )
  expect(await closed).toEqual(Array(3).fill('4410 gatheringChanged'))
  expect(board.readyState).toBe(WebSocket.OPEN)
  expect(await hall.knock(`/sync/${stage}`, { token: nils.token })).toBe('4410 gatheringChanged')
  expect(await hall.knock(`/sync/${made.body.documents.stage}`, { token: nils.token })).toBe('read')
  expect((await hall.ask('GET', '/api/session', { token: nils.token })).body).toMatchObject({
    gatheringId: made.body.id,
    gathering: { days: ['2027-03-17', '2027-03-18'], dayCount: 2, place: 'Hamar' },
    teamIds: [network.first.id],
  })
  board.terminate()
})

test('[AC48] a right taken away while a socket is being admitted is not slipped past', async () => {
  const lene = await hall.join(network.first.code, 'Lene')
  const { directory } = hall.parts
  const find = directory.findSession.bind(directory)
  let signedOut = false
  // Signs out between the reading of the session and the opening of the socket.
  directory.findSession = async (hash) => {
    const found = await find(hash)
    if (found?.person.id === lene.personId && !signedOut) {
      signedOut = true
      await directory.endSession(found.session.id)
      hall.parts.gate.revoke((who) => who.sessionId === found.session.id, 4401, 'notSignedIn')
    }
    return found
  }
  expect(await hall.knock(path, { token: lene.token })).toBe('4401 notSignedIn')
  directory.findSession = find
})
