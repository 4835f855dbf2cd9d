import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TechnicalView } from '../../shared/api.ts'
import { addBackups } from '../../server/backup/backup-list.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from './hall.ts'
import { WireClient } from './wire-client.ts'

let hall: Hall
let network: TestNetwork
let kari: Joined

beforeAll(async () => {
  hall = await openHall()
  kari = await firstFacilitator(hall)
  network = await makeTestNetwork(hall, kari)
})
afterAll(() => hall.close())

const technical = async () => (await hall.ask<TechnicalView>('GET', '/api/technical', { token: kari.token })).body

test('[AC97] it tells who is on line, whose socket went without a word, the disk, the last backup and what was refused', async () => {
  const before = await technical()
  expect(before).toMatchObject({
    net: { lostPeople: 0, lostSockets: 0, reachable: true },
    disk: { writable: true, damaged: 0 },
    // Whoever reads it is on line, though their page has no socket yet.
    people: { facilitators: 1, editors: 0, sockets: 0 },
    backup: null,
  })
  expect(before.disk.databaseBytes).toBeGreaterThan(10_000)
  expect(before.disk.freeBytes).toBeGreaterThan(0)

  const own = new WireClient(hall.url, network.gathering.documents.gathering, kari.token)
  await own.synced
  expect((await technical()).people).toMatchObject({ facilitators: 1, sockets: 1 })
  own.socket.close(1000)
  await expect.poll(async () => (await technical()).people.sockets).toBe(0)

  const mette = await hall.join(network.first.code, 'Mette')
  const sockets = [1, 2].map(() => new WireClient(hall.url, `team:${network.first.id}`, mette.token))
  await Promise.all(sockets.map((socket) => socket.synced))
  expect((await technical()).people).toMatchObject({ editors: 1, sockets: 2 })
  sockets[0]?.close()
  sockets[1]?.socket.close(1001)
  await expect.poll(async () => (await technical()).people.sockets).toBe(0)
  expect((await technical()).net).toMatchObject({ lostPeople: 1, lostSockets: 1 })

  await hall.ask('POST', '/api/secrets/lookup', { body: { secret: 'feil' } })
  await addBackups(hall.folder, [{ path: 'C:\\Users\\kari\\samtavle-tirsdag', at: 5, bytes: 1 }])
  const after = await technical()
  expect(after.errors).toMatchObject([{ code: 'secretUnknown', count: 1 }])
  expect(after.backup).toEqual({ at: 5, file: 'samtavle-tirsdag' })
  const said = JSON.stringify(after)
  for (const secret of ['Mette', mette.personId, mette.token, network.first.code]) expect(said).not.toContain(secret)

  hall.pass(2 * 60 * 60 * 1000)
  expect(await technical()).toMatchObject({ net: { lostPeople: 0 }, errors: [] })
})
