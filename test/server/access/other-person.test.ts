import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type TestNetwork } from '../hall.ts'

let hall: Hall
let network: TestNetwork

beforeEach(async () => {
  hall = await openHall()
  network = await makeTestNetwork(hall, await firstFacilitator(hall))
})
afterEach(() => hall.close())

test('[CL9] a page of one person sends nothing by the session that another tab has opened for somebody else', async () => {
  const mette = await hall.join(network.first.code, 'Mette')
  const arne = await hall.join(network.first.code, 'Arne')
  const as = (personId: string) => `/sync/${network.first.documentId}?person=${personId}`
  const headers = { cookie: `samtavle=${arne.token}` }
  expect(await hall.knock(as(arne.personId), { headers })).toBe('write')
  expect(await hall.knock(as(mette.personId), { headers })).toBe('4401 notSignedIn')
})
