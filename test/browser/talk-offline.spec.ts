import type { Page } from '@playwright/test'
import type { MadeTeam } from '../server/hall.ts'
import { openTalkDocument } from '../../shared/schema/talk.ts'
import { allComments } from '../../shared/select/talk.ts'
import { cookieNames } from '../../server/http/credentials.ts'
import { expect, expectAccessible, look, test as base } from './fixtures.ts'
import { writeGoals } from './support/goals.ts'
import { join, type Network } from './support/network.ts'
import { test as powerTest } from './support/power-cut.ts'
import { TalkPage } from './support/talk-page.ts'
import { WireClient } from '../server/wire-client.ts'

const goal = 'Trygg hjemreise'
const text = 'Ring oss kvelden før'
const textPath = (team: MadeTeam) => `/folg/team/${team.id}`

/** What the server has of a team's comments now, as a member reads them. */
async function written(url: string, network: Network): Promise<string[]> {
  const { token } = await join({ url }, { secret: network.first.url.split('#')[1] ?? '', name: 'Tor' })
  const client = new WireClient(url, `talk:${network.first.id}`, token)
  try {
    await client.synced
    return allComments(openTalkDocument(client.doc)).map((comment) => comment.text)
  } finally {
    client.close()
  }
}

async function sayWithoutNet(phone: TalkPage): Promise<void> {
  await phone.field.fill(text)
  await phone.button(phone.m.sendLater, phone.panel).click()
  await expect(phone.comment(text)).toContainText(phone.m.waiting)
}

async function openGoal(page: Page): Promise<TalkPage> {
  const phone = new TalkPage(page)
  await phone.toggle(goal).click()
  await expect(phone.field).toBeVisible()
  return phone
}

base(
  'a comment written without net waits, lives through a reload and is sent once, on a secure origin [TA10]',
  async ({ network, person, server, excuse }) => {
    excuse(/ERR_INTERNET_DISCONNECTED|WebSocket connection to|ERR_FAILED/u)
    await writeGoals(network, [{ title: goal, state: 'chosen' }])
    const page = await person('Berit', {
      as: 'commenter',
      device: 'phone',
      from: 'machine',
      path: textPath(network.first),
    })
    expect(await page.evaluate(() => window.isSecureContext)).toBe(true)
    const phone = await openGoal(page)
    await page.context().setOffline(true)
    await expect(page.getByText(phone.m.follow.offline)).toBeVisible({ timeout: 20_000 })
    await sayWithoutNet(phone)
    await expectAccessible(page)
    await look(page, 'talk-waits')
    expect(await written(server.url, network)).toEqual([])

    // The page can be fetched, and nothing else: a net that comes and goes.
    const net = { sends: 0, open: false }
    await page.context().routeWebSocket(/\/sync\//u, (socket) => {
      if (net.open) socket.connectToServer()
      else void socket.close()
    })
    await page.context().route('**/api/commands', async (route) => {
      net.sends += 1
      if (net.open) await route.continue()
      else await route.abort()
    })
    await page.context().setOffline(false)
    await page.reload()
    await phone.toggle(goal).click()
    await expect(phone.comment(text)).toContainText(phone.m.waiting)
    expect(await written(server.url, network)).toEqual([])

    net.open = true
    await expect(phone.comment(text)).not.toContainText(phone.m.waiting, { timeout: 30_000 })
    await expect(phone.toggle(goal)).toHaveAccessibleName(new RegExp(`^${phone.m.count(1)}`, 'u'))
    await expect(phone.comment(text)).toHaveCount(1)
    expect(await written(server.url, network)).toEqual([text])
  },
)

base(
  'an answer from the server that is lost makes no second comment [TA11]',
  async ({ network, person, server, excuse }) => {
    excuse(/ERR_FAILED/u)
    await writeGoals(network, [{ title: goal, state: 'chosen' }])
    const page = await person('Berit', {
      as: 'commenter',
      device: 'phone',
      from: 'machine',
      path: textPath(network.first),
    })
    const phone = await openGoal(page)
    let lost = 0
    await page.route('**/api/commands', async (route) => {
      await route.fetch()
      lost += 1
      if (lost < 3) await route.abort()
      else await route.fulfill({ json: { ok: true } })
    })
    await phone.say(text)
    await expect(phone.comment(text)).not.toContainText(phone.m.waiting)
    await expect(phone.comment(text)).toHaveCount(1)
    expect(await written(server.url, network)).toEqual([text])
  },
)

powerTest(
  'it lives through a power cut of the server, and a reload after it, on plain HTTP [TA10]',
  async ({ power, stranger }) => {
    const { network } = power
    await writeGoals(network, [{ title: goal, state: 'chosen' }])
    const link = await network.link('commenter', [network.first.id])
    const { token } = await join(network.server, { secret: link.secret, name: 'Berit' })
    const page = await stranger({ device: 'phone' })
    const url = power.url(textPath(network.first))
    await page
      .context()
      .addCookies([{ name: cookieNames.person, value: token, url: power.url('/'), httpOnly: true, sameSite: 'Strict' }])
    await page.goto(url)
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
    const phone = await openGoal(page)
    await power.cut()
    await expect(page.getByText(phone.m.follow.offline)).toBeVisible({ timeout: 20_000 })
    await sayWithoutNet(phone)
    // The tab is closed while the server is away.
    const context = page.context()
    await page.close()
    await power.restore()
    const again = await context.newPage()
    await again.goto(url)
    const later = new TalkPage(again)
    await expect(later.toggle(goal)).toHaveAccessibleName(new RegExp(`^${later.m.count(1)}`, 'u'), { timeout: 30_000 })
    await later.toggle(goal).click()
    await expect(later.comment(text)).toHaveCount(1)
    await expect(later.comment(text)).not.toContainText(later.m.waiting)
    expect(await written(new URL(network.server.url).origin, network)).toEqual([text])
  },
)
