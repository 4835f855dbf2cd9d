import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'

let hall: Hall
let network: TestNetwork

beforeEach(async () => {
  hall = await openHall()
  network = await makeTestNetwork(hall, await firstFacilitator(hall))
})
afterEach(() => hall.close())

test("[AC1] [AC8] one team's card does not bring another team along with the name of somebody who is in both", async () => {
  const both = await network.link('editor', [network.first.id, network.second.id])
  const tor = await hall.join(both.secret, 'Tor')
  const answer = await hall.ask<Joined & { code: string }>('POST', '/api/sessions', {
    body: { secret: network.first.code, personId: tor.personId },
  })
  expect(answer).toMatchObject({ status: 409, body: { code: 'personTaken' } })
  // Nobody was signed out by the attempt.
  expect((await hall.ask('GET', '/api/session', { token: tor.token })).status).toBe(200)
  const mette = await hall.join(network.first.code, 'Mette')
  const again = await hall.ask('POST', '/api/sessions', {
    body: { secret: network.first.code, personId: mette.personId },
  })
  expect(again.status).toBe(201)
})
