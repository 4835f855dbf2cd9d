import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addGoal } from '../../shared/ops/goals.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { allGoals } from '../../shared/select/goals.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type TestNetwork } from './hall.ts'

let hall: Hall
let network: TestNetwork
const providers: WebsocketProvider[] = []

beforeEach(async () => {
  hall = await openHall()
  network = await makeTestNetwork(hall, await firstFacilitator(hall))
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  await hall.close()
})

/** The stock provider as a program uses it: a Bearer header, and nothing of ours. */
function connect(documentId: string, token: string): { doc: Y.Doc; provider: WebsocketProvider; closes: number[] } {
  class WithToken extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { authorization: `Bearer ${token}` } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${hall.url.replace('http', 'ws')}/sync`, documentId, doc, {
    WebSocketPolyfill: WithToken as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const closes: number[] = []
  provider.on('connection-close', (event) => void closes.push(event?.code ?? 0))
  providers.push(provider)
  return { doc, provider, closes }
}

const settle = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 8000, interval: 10 })
const titles = (doc: Y.Doc) => allGoals(openTeamDocument(doc)).map((goal) => goal.title)

test('[SY17] two stock providers with a Bearer header edit one board and see each other', async () => {
  const mette = connect(network.first.documentId, (await hall.join(network.first.code, 'Mette')).token)
  const arne = connect(network.first.documentId, (await hall.join(network.first.code, 'Arne')).token)
  await settle(() => expect([mette.provider.synced, arne.provider.synced]).toEqual([true, true]))
  addGoal(openTeamDocument(mette.doc), { id: 'g1', title: 'Møte før hjemreise', state: 'chosen', time: 1 })
  await settle(() => expect(titles(arne.doc)).toEqual(['Møte før hjemreise']))
  mette.provider.awareness.setLocalStateField('editing', 'goal:g1:title')
  await settle(() => {
    const seen = arne.provider.awareness.getStates().get(mette.doc.clientID)
    expect(seen).toMatchObject({ editing: 'goal:g1:title', user: { name: 'Mette', role: 'editor' } })
  })
  const late = connect(network.first.documentId, (await hall.join(network.first.code, 'Tor')).token)
  await settle(() => expect(titles(late.doc)).toEqual(['Møte før hjemreise']))
})

test('[SY17] a stock provider that was cut off sends what it made meanwhile', async () => {
  const mette = connect(network.first.documentId, (await hall.join(network.first.code, 'Mette')).token)
  const arne = connect(network.first.documentId, (await hall.join(network.first.code, 'Arne')).token)
  await settle(() => expect([mette.provider.synced, arne.provider.synced]).toEqual([true, true]))
  mette.provider.disconnect()
  addGoal(openTeamDocument(mette.doc), { id: 'g1', title: 'Uten nett', state: 'chosen', time: 1 })
  addGoal(openTeamDocument(arne.doc), { id: 'g2', title: 'Med nett', state: 'chosen', time: 1 })
  mette.provider.connect()
  await settle(() => expect(titles(arne.doc).toSorted()).toEqual(['Med nett', 'Uten nett']))
  await settle(() => expect(titles(mette.doc)).toEqual(titles(arne.doc)))
})

test('[SY8] a stock reader sees everything and changes nothing', async () => {
  const link = await network.link('commenter')
  const reader = connect(network.first.documentId, (await hall.join(link.secret, 'Aud')).token)
  const mette = connect(network.first.documentId, (await hall.join(network.first.code, 'Mette')).token)
  await settle(() => expect([mette.provider.synced, reader.provider.synced]).toEqual([true, true]))
  addGoal(openTeamDocument(reader.doc), { id: 'x', title: 'Smuglet', state: 'chosen', time: 1 })
  addGoal(openTeamDocument(mette.doc), { id: 'g1', title: 'Ekte', state: 'chosen', time: 1 })
  await settle(() => expect(titles(reader.doc)).toContain('Ekte'))
  expect(titles(mette.doc)).toEqual(['Ekte'])
  expect(reader.closes).toEqual([])
})
