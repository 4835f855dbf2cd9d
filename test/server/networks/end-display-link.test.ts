import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentId } from '../../../shared/document-id.ts'
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

const status = async ({ token }: Joined) => (await hall.ask('GET', '/api/session', { token })).status
const end = (linkId: string) => hall.ask('DELETE', `/api/networks/${network.id}/links/${linkId}`, { token: kari.token })

test('[PR8] ending a display’s link takes the picture from the displays that it paired, and from no other', async () => {
  const link = await network.link('display')
  const other = await network.link('display')
  const [one, two, kept] = [await hall.join(link.secret), await hall.join(link.code), await hall.join(other.secret)]
  const socket = hall.connect(`/sync/${documentId('stage', network.gathering.id)}`, one.token)
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => socket.once('open', resolve))
  await end(link.id)
  expect(await closed).toBe(4401)
  expect([await status(one), await status(two), await status(kept)]).toEqual([401, 401, 200])
})

test('[PR8] people who joined by a link stay when it is ended', async () => {
  const link = await network.link('commenter')
  const aud = await hall.join(link.secret, 'Aud')
  await end(link.id)
  expect(await status(aud)).toBe(200)
})
