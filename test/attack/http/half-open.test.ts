import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serverLimits } from '../../../server/limits.ts'
import { WireClient } from '../../server/wire-client.ts'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

/** More than the server keeps. Both ends are in this process: each takes two of its files. */
const count = serverLimits.strangers + 100

let under: AttackedHall
const open = new Set<Socket>()
beforeAll(async () => {
  under = await openAttackedHall()
})
afterAll(async () => {
  for (const socket of open) socket.destroy()
  await under.close()
})

/** A connection that begins something and never ends it. */
function half(at: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(under.hall.url).port), '127.0.0.1', () => resolve(socket))
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
    // Nobody hears of the end of what they do not read.
    socket.resume()
    if (at % 3 === 1) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-A: ')
    if (at % 3 === 2)
      socket.write(
        'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      )
  })
}

test(
  '[AC100] thousands of half-open connections lose their own, and a newcomer signs in and works',
  { timeout: 20_000 },
  async () => {
    const { hall, network, mette } = under
    const path = network.first.documentId
    const here = new WireClient(hall.url, path, mette.token)
    await here.synced
    for (let at = 0; at < count; at += 100) await Promise.all(Array.from({ length: 100 }, (_, each) => half(at + each)))
    expect(open.size).toBeGreaterThan(3_500)
    const from = performance.now()
    const newcomer = await hall.join(network.first.code, 'Nykommer')
    const client = new WireClient(hall.url, path, newcomer.token)
    await client.synced
    expect(performance.now() - from, 'ms until the newcomer has the board').toBeLessThan(1_000)
    // Whoever is signed in stays, for all that come after; what was silent for longest went.
    await Promise.all(Array.from({ length: 100 }, (_, each) => half(each)))
    await vi.waitFor(() => expect(open.size).toBeLessThanOrEqual(serverLimits.strangers))
    expect([here.closed, client.closed]).toEqual([null, null])
    await under.isWell()
    for (const client_ of [here, client]) client_.close()
    const gone = [...open].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of open) socket.destroy()
    await Promise.all(gone)
    await under.holdsNothingOf('AVVIST')
    under.keepsNothingInMemory()
  },
)
