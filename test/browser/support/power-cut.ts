import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import type { Page } from '@playwright/test'
import { cookieNames } from '../../../server/http/credentials.ts'
import { test as base } from '../fixtures.ts'
import { startHall, type HallServer } from './hall-server.ts'
import { join, makeNetwork, secretOf, type Network } from './network.ts'

/** A server of the test's own, which it may take the power from. */
export type PowerCut = {
  network: Network
  /** Somebody who is in already, at an address of this server. Give `page` to let them come back on the same device. */
  person: (name: string, path: string) => Promise<Page>
  /** the whole address of a path on this server */
  url: (path: string) => string
  /** ends the process at once, as a power cut does */
  cut: () => Promise<void>
  /** starts it again on the same folder and the same port */
  restore: () => Promise<void>
}

export const test = base.extend<{ power: PowerCut }>({
  power: async ({ stranger, excuse }, provide) => {
    excuse(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to/u)
    const folder = await mkdtemp(joinPath(tmpdir(), 'samtavle-power-'))
    let server: HallServer | null = await startHall({ folder })
    const { hallUrl, port, facilitatorToken } = server
    const url = (path: string) => hallUrl + path
    const { token } = await join(server, { secret: facilitatorToken ?? '', name: 'Kari Nordmann' })
    const network = await makeNetwork(server, token, { name: 'Gode pasientforløp i sør' })
    await provide({
      network,
      url,
      person: async (name, path) => {
        const joined = await join({ url: `http://127.0.0.1:${port}` }, { secret: secretOf(network.first), name })
        const page = await stranger()
        const cookie = { name: cookieNames.person, value: joined.token, url: hallUrl }
        await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Strict' }])
        await page.goto(url(path))
        return page
      },
      cut: async () => {
        await server?.kill9()
        server = null
      },
      restore: async () => {
        server = await startHall({ folder, port })
      },
    })
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  },
})
