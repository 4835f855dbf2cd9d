import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import type { Language } from '../../shared/api.ts'
import { cookieNames } from '../../server/http/credentials.ts'
import type { MadeTeam } from '../server/hall.ts'
import { devices, type Device } from './support/devices.ts'
import { ErrorsSeen } from './support/errors-seen.ts'
import { hallNameFlag, startHall, type HallServer } from './support/hall-server.ts'
import { join, makeNetwork, secretOf, type Joined, type Network } from './support/network.ts'

export { expect } from '@playwright/test'
export { expectAccessible, expectNoSidewaysScroll, look, saved } from './support/look.ts'
export { secretOf } from './support/network.ts'

type DeviceOptions = {
  device?: Device
  language?: Language
  /** where the browser stands: `hall` (default) is plain HTTP under a name, `machine` is the server's own, on 127.0.0.1 */
  from?: 'hall' | 'machine'
  /** a server of the test's own; default: the worker's */
  server?: HallServer
}
export type PersonOptions = DeviceOptions & {
  /** default: the network's first team */
  team?: MadeTeam
  /** the page that is opened; default: the team's home */
  path?: string
  as?: 'editor' | 'commenter' | 'facilitator'
}

type WorkerFixtures = {
  server: HallServer
  /** The first facilitator's session; the link that made it opens once. */
  facilitatorToken: string
  launchOptions: object
}

type TestFixtures = {
  /** Announces an error in the browser's console that the test brings about. */
  excuse: (pattern: RegExp) => void
  /** A fresh network with a gathering and three teams. */
  network: Network
  /** An empty page in a browser of its own. */
  stranger: (options?: DeviceOptions) => Promise<Page>
  /** Somebody who is in already, in a browser of their own. Where joining itself is tested, use `stranger`. */
  person: (name: string, options?: PersonOptions) => Promise<Page>
  /** A facilitator in the console. */
  facilitatorPage: Page
  /** A paired projector; returns its page. */
  display: (options?: DeviceOptions) => Promise<Page>
}

export const test = base.extend<TestFixtures & { errors: ErrorsSeen }, WorkerFixtures>({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      const { args = [], ...rest } = launchOptions as { args?: string[] }
      await provide({ ...rest, args: [...args, hallNameFlag] })
    },
    { scope: 'worker' },
  ],
  server: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of what is wanted
    async ({}, provide) => {
      const server = await startHall()
      await provide(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  facilitatorToken: [
    async ({ server }, provide) => {
      const { token } = await join(server, { secret: server.facilitatorToken ?? '', name: 'Kari Nordmann' })
      await provide(token)
    },
    { scope: 'worker' },
  ],
  errors: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- as above
    async ({}, provide) => {
      const errors = new ErrorsSeen()
      await provide(errors)
      expect(errors.unexpected()).toEqual([])
    },
    { auto: true },
  ],
  excuse: async ({ errors }, provide) => {
    await provide((pattern) => errors.excuse(pattern))
  },
  network: async ({ server, facilitatorToken }, provide) => {
    await provide(await makeNetwork(server, facilitatorToken, { name: 'Gode pasientforløp i nord' }))
  },
  stranger: async ({ browser, errors, server }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (options = {}) => {
      const baseURL = originOf(server, options)
      const context = await browser.newContext({
        ...devices[options.device ?? 'laptop'],
        baseURL,
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
        reducedMotion: 'reduce',
        ...(options.language === undefined ? {} : { storageState: speaks(baseURL, options.language) }),
      })
      // What can't be pressed within this is a fault, and is told as one.
      context.setDefaultTimeout(10_000)
      contexts.push(context)
      errors.watch(context)
      return context.newPage()
    })
    await Promise.all(contexts.map(async (context) => context.close()))
  },
  person: async ({ stranger, server, network }, provide) => {
    await provide(async (name, options = {}) => {
      const { team = network.first, as = 'editor', language = 'nb' } = options
      const secret = as === 'editor' ? secretOf(team) : (await network.link(as)).secret
      const joined = await join(server, { secret, name, language })
      const page = await stranger({ ...options, language })
      await comeIn(page, originOf(server, options), joined)
      await page.goto(options.path ?? (as === 'facilitator' ? '/styring' : `/team/${team.id}`))
      return page
    })
  },
  facilitatorPage: async ({ person }, provide) => {
    await provide(await person('Kari Nordmann', { as: 'facilitator', from: 'machine' }))
  },
  display: async ({ stranger, server, network }, provide) => {
    await provide(async (options = {}) => {
      const { device = 'projector', language = 'nb' } = options
      const link = await network.link('display')
      const joined = await join(server, { secret: link.secret, language })
      const page = await stranger({ ...options, device, language })
      await comeIn(page, originOf(server, options), joined)
      await page.goto('/lerret')
      return page
    })
  },
})

function originOf(ofWorker: HallServer, { from = 'hall', server = ofWorker }: DeviceOptions): string {
  return from === 'hall' ? server.hallUrl : server.url
}

/** A device that has chosen a language before. */
function speaks(origin: string, language: Language) {
  return { cookies: [], origins: [{ origin, localStorage: [{ name: 'samtavle.language', value: language }] }] }
}

/** Gives the browser the session that was made for it. */
async function comeIn(page: Page, url: string, { role, token }: Joined): Promise<void> {
  const name = role === 'display' ? cookieNames.display : cookieNames.person
  await page.context().addCookies([{ name, value: token, url, httpOnly: true, sameSite: 'Strict' }])
}
