import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkView, OnlineView } from '../../../shared/api.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'

let hall: Hall
let kari: Joined
let network: TestNetwork
beforeAll(async () => {
  hall = await openHall()
  kari = await firstFacilitator(hall)
  network = await makeTestNetwork(hall, kari)
})
afterAll(() => hall.close())

const view = async () => (await hall.ask<NetworkView>('GET', `/api/networks/${network.id}`, { token: kari.token })).body
const make = (path: string, body: unknown = {}, { token } = kari) =>
  hall.ask<Record<string, string> & { teams: { number: number }[] }>('POST', `/api/networks/${network.id}/${path}`, {
    token,
    body,
  })

test('[AC70] a facilitator sees all of the network, with cards that can be printed again', async () => {
  const mette = await hall.join(network.first.code, 'Mette')
  const seen = await view()
  expect(seen).toMatchObject({
    id: network.id,
    name: 'Nettverk Innlandet',
    currentGatheringId: network.gathering.id,
    gatherings: [{ id: network.gathering.id, name: 'Samling 1', days: [], dayCount: 2, current: true }],
    publicUrl: { url: 'http://192.168.1.5:4321', reachable: true, changedFrom: null },
    links: [],
  })
  expect(seen.teams[0]).toMatchObject({
    number: 1,
    name: 'Granvik',
    municipalities: ['Granvik', 'Os'],
    documentId: `team:${network.first.id}`,
    talkDocumentId: `talk:${network.first.id}`,
    card: { code: network.first.code, url: network.first.url },
    members: [{ personId: mette.personId, name: 'Mette', title: null }],
  })
  expect(network.first.code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  expect(network.first.url).toMatch(/^http:\/\/192\.168\.1\.5:4321\/r#[A-Za-z0-9_-]{22}$/)
})

test('[AC71] a rotated card replaces the old one, an ended one is none, and who has joined stays', async () => {
  const nils = await hall.join(network.second.code, 'Nils')
  const rotated = await make(`teams/${network.second.id}/card`)
  expect(rotated).toMatchObject({ status: 201, body: { code: expect.not.stringContaining(network.second.code) } })
  expect((await view()).teams[1]?.card?.code).toBe(rotated.body['code'])
  const path = `/api/networks/${network.id}/teams/${network.second.id}/card`
  expect((await hall.ask('DELETE', path, { token: kari.token })).status).toBe(204)
  expect((await hall.ask('DELETE', path, { token: kari.token })).status).toBe(204)
  expect((await view()).teams[1]?.card).toBeNull()
  expect((await hall.ask('GET', '/api/session', { token: nils.token })).status).toBe(200)
})

test('[AC71] two facilitators who rotate at once leave one card', async () => {
  const made = await Promise.all([1, 2, 3].map(() => make(`teams/${network.first.id}/card`)))
  const codes = made.map(({ body }) => body['code'])
  const live = await Promise.all(
    codes.map((secret) => hall.ask('POST', '/api/secrets/lookup', { body: { secret } }).then(({ status }) => status)),
  )
  expect(live.filter((status) => status === 200)).toHaveLength(1)
  expect(codes).toContain((await view()).teams[0]?.card?.code)
})

test('[AC72] teams are numbered on, all or none, also when two lists come at once', async () => {
  const before = (await view()).teams.length
  const bad = await make('teams', { teams: [{ name: 'God' }, { name: ' ' }] })
  expect(bad.status).toBe(400)
  expect((await view()).teams).toHaveLength(before)
  const list = (name: string) =>
    make('teams', { teams: Array.from({ length: 20 }, (_, i) => ({ name: `${name} ${i}` })) })
  await Promise.all([list('A'), list('B')])
  const numbers = (await view()).teams.map((team) => team.number)
  expect(numbers).toEqual(Array.from({ length: before + 40 }, (_, index) => index + 1))
})

test('[AC73] links: an editor’s needs teams, a team of another network is not found, an ended one is gone', async () => {
  expect((await make('links', { role: 'editor' })).status).toBe(400)
  const other = await makeTestNetwork(hall, kari, 'Et annet')
  expect((await make('links', { role: 'commenter', teamIds: [other.first.id] })).status).toBe(404)
  const link = await make('links', { role: 'editor', teamIds: [network.first.id] })
  expect((await view()).links).toMatchObject([
    { id: link.body['id'], role: 'editor', url: link.body['url'], code: link.body['code'] },
  ])
  expect(link.body['url']).toContain(`#${link.body['secret']}`)
  const joined = await hall.join(link.body['secret'] ?? '', 'Eli')
  expect(joined).toMatchObject({ role: 'editor', teamIds: [network.first.id] })
  const wrong = await hall.ask('DELETE', `/api/networks/${other.id}/links/${link.body['id']}`, { token: kari.token })
  expect(wrong.status).toBe(404)
  await hall.ask('DELETE', `/api/networks/${network.id}/links/${link.body['id']}`, { token: kari.token })
  expect((await view()).links).toEqual([])
})

test('[AC74] an invited facilitator manages that network, sees no other and makes none', async () => {
  const link = await network.link('facilitator')
  const ola = await hall.join(link.secret, 'Ola')
  expect(ola).toMatchObject({ role: 'facilitator', networkId: network.id, mayMakeNetworks: false })
  expect(ola.networks).toEqual([{ id: network.id, name: 'Nettverk Innlandet' }])
  const hidden = await makeTestNetwork(hall, kari, 'Karis andre')
  const { token } = ola
  for (const path of ['', '/online']) {
    expect((await hall.ask('GET', `/api/networks/${hidden.id}${path}`, { token })).status).toBe(403)
  }
  expect((await hall.ask('PATCH', '/api/session', { token, body: { networkId: hidden.id } })).status).toBe(403)
  expect((await hall.ask('POST', '/api/networks', { token, body: { name: 'X' } })).status).toBe(403)
  // A team of another network under an own network's address.
  const path = `/api/networks/${network.id}/teams/${hidden.first.id}/card`
  expect((await hall.ask('POST', path, { token, body: {} })).status).toBe(404)
  expect((await hall.ask('DELETE', path, { token })).status).toBe(404)
  expect(await hall.knock(`/sync/team:${hidden.first.id}`, { token })).toBe('4403 notAllowed')
})

test('[AC75] a facilitator with two networks works in one at a time and reaches both', async () => {
  const second = await makeTestNetwork(hall, kari, 'Nummer to')
  const self = async () => (await hall.ask<Joined>('GET', '/api/session', { token: kari.token })).body
  expect(await self()).toMatchObject({ networkId: second.id, gatheringId: second.gathering.id })
  const back = await hall.ask('PATCH', '/api/session', { token: kari.token, body: { networkId: network.id } })
  expect(back.body).toMatchObject({ networkId: network.id, networkName: 'Nettverk Innlandet' })
  expect(await self()).toMatchObject({ networkId: network.id })
  expect(await hall.knock(`/sync/team:${second.first.id}`, { token: kari.token })).toBe('write')
})

test('[AC76] who is on line is told by team, in this network alone', async () => {
  const elin = await hall.join((await view()).teams[0]?.card?.code ?? '', 'Elin')
  const socket = hall.connect(`/sync/team:${network.first.id}`, elin.token)
  await new Promise((resolve) => socket.once('open', resolve))
  const online = async (id: string) =>
    (await hall.ask<OnlineView>('GET', `/api/networks/${id}/online`, { token: kari.token })).body
  expect((await online(network.id)).teams).toEqual({ [network.first.id]: [{ personId: elin.personId, name: 'Elin' }] })
  const other = await makeTestNetwork(hall, kari, 'Et tomt')
  expect((await online(other.id)).teams).toEqual({})
  socket.terminate()
})
