import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { nb } from '../../shared/locale/nb.ts'
import { addGoal } from '../../shared/ops/goals.ts'
import { allGoals } from '../../shared/select/goals.ts'
import { expect, expectAccessible, look, saved, secretOf, test as base } from './fixtures.ts'
import { startHall, type HallServer } from './support/hall-server.ts'
import { typeName } from './support/join-page.ts'

const { console: styring, goals, join: bliMed, projector, team: hjem, common } = nb

/** What a power cut, and the server's stop at the end, show in every browser's console. */
const powerCut =
  /503 \(|WebSocket connection|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET/u

/** A server of this test's own, which may lose its power and get it back on the same folder and port. */
const test = base.extend<{ power: { server: HallServer; cut: () => Promise<void>; back: () => Promise<void> } }>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of what is wanted
  power: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'samtavle-hall-'))
    const server = await startHall({ folder })
    let running = server
    await provide({
      server,
      cut: async () => server.kill9(),
      back: async () => {
        running = await startHall({ folder, port: server.port })
      },
    })
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  },
})

test('five screens live through a gathering, and a power cut', async ({ stranger, excuse, power }) => {
  test.setTimeout(120_000)
  excuse(powerCut)
  const { server } = power
  const at = (path: string) => ({ server, path })
  const kari = await stranger({ ...at('/'), from: 'machine' })
  const wall = await stranger({ ...at('/'), device: 'projector' })
  const secondWall = await stranger({ ...at('/'), device: 'oldProjector' })
  const mette = await stranger(at('/'))
  const arne = await stranger({ ...at('/'), device: 'tablet' })
  const phone = await stranger({ ...at('/'), device: 'phone' })

  await test.step('the facilitator opens the link of the terminal and makes the gathering', async () => {
    const line = await server.line(/^Facilitator: /u)
    await kari.goto(line.replace('Facilitator: ', ''))
    await expect(kari.getByText(bliMed.firstFacilitatorHelp)).toBeVisible()
    await typeName(kari, 'Kari')
    await expect(kari.getByRole('heading', { name: styring.start.heading })).toBeVisible()
    await kari.getByLabel(styring.start.network).fill('Gode pasientforløp i nord')
    await kari.getByLabel(styring.gathering.name).fill('Samling 1')
    await kari.getByLabel(styring.gathering.place).fill('Quality Hotel Olavsgaard')
    await kari.getByLabel(styring.gathering.firstDay).fill('2027-03-17')
    await look(kari, 'hall-1-new-network')
    await kari.getByRole('button', { name: styring.start.submit }).click()
    await expect(kari.getByText(styring.teams.none)).toBeVisible()
  })

  const teams = kari.getByRole('region', { name: styring.teams.heading })
  await test.step('pastes three teams', async () => {
    await teams.getByRole('button', { name: styring.teams.add }).click()
    await kari.getByRole('button', { name: styring.add.list }).click()
    await kari.getByLabel(styring.add.listLabel).fill('Granvik; Granvik, Os\nFjelldal; Fjelldal\nDPS Ålheim')
    await kari.getByRole('button', { name: styring.add.submitMany(3) }).click()
    await expect(kari.getByText(styring.add.addedMany(3))).toBeVisible()
    await kari.getByRole('dialog').getByRole('button', { name: common.close }).click()
    await expect(teams.getByRole('listitem')).toHaveCount(3)
  })

  const row = (name: string) => teams.getByRole('listitem').filter({ has: kari.getByRole('heading', { name }) })
  const codeOf = async (name: string) =>
    (await row(name).getByRole('button', { name: styring.teams.showCard }).innerText()).trim()
  await test.step('sees the cards', async () => {
    await kari.getByRole('link', { name: styring.rail.cards, exact: true }).click()
    await expect(kari.getByRole('article')).toHaveCount(3)
    await expect(kari.getByRole('img', { name: styring.cards.qr('Granvik') })).toBeVisible()
    await look(kari, 'hall-2-cards')
    await kari.getByRole('link', { name: styring.cards.back }).click()
  })

  await test.step('two displays are paired by links and ask for no name', async () => {
    const displays = kari.getByRole('region', { name: styring.displays.heading })
    for (const [index, page] of [wall, secondWall].entries()) {
      await displays.getByRole('button', { name: styring.displays.make }).click()
      const link = displays.getByRole('textbox').nth(index)
      await expect(link).toHaveValue(/\/r#/u)
      await page.goto(await link.inputValue())
      await expect(page.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
      await expect(page.getByRole('textbox')).toHaveCount(0)
      await expect(page).toHaveURL(/\/lerret$/u)
    }
    await expect(kari.getByText(styring.stage.displays(2))).toBeVisible()
    await look(wall, 'hall-3-idle-wall')
  })

  await test.step('two editors and a phone join the same team', async () => {
    const code = await codeOf('Granvik')
    await mette.goto('/')
    await mette.getByLabel(bliMed.code).fill(code)
    await mette.getByRole('button', { name: bliMed.continue }).click()
    await typeName(mette, 'Mette')
    const url = await cardUrl(kari, server)
    await arne.goto(url)
    await typeName(arne, 'Arne')
    await phone.goto(url)
    await typeName(phone, 'Berit')
    for (const page of [mette, arne, phone]) {
      await expect(page.getByRole('link', { name: hjem.openGoalBoard })).toBeVisible()
      await expect(page.getByText('Berit').first()).toBeAttached()
    }
    await expect(row('Granvik')).toContainText(styring.teams.online('Arne, Berit, Mette').slice(0, 7))
    expect(await phone.evaluate(() => window.isSecureContext)).toBe(false)
  })

  const first = 'Møte før hjemreise'
  await test.step('one writes a goal and the others see it', async () => {
    for (const page of [mette, arne, phone]) await page.getByRole('link', { name: hjem.openGoalBoard }).click()
    await mette.getByRole('button', { name: goals.empty.button }).click()
    await mette.getByLabel(goals.addLabel).fill(first)
    await mette.getByRole('button', { name: goals.addButton, exact: true }).click()
    await mette.getByRole('button', { name: goals.addDone }).click()
    for (const page of [mette, arne, phone]) await expect(card(page, first)).toBeVisible()
    await saved(mette)
  })

  await test.step('two write in one goal at once and see each other', async () => {
    for (const page of [mette, arne]) await card(page, first).click()
    await title(mette).focus()
    await mette.keyboard.press('End')
    await title(arne).focus()
    await arne.keyboard.press('Control+Home')
    await Promise.all([mette.keyboard.type(' for alle', { delay: 20 }), arne.keyboard.type('Felles: ', { delay: 20 })])
    const together = `Felles: ${first} for alle`
    await expect(title(mette)).toHaveValue(together)
    await expect(title(arne)).toHaveValue(together)
    await expect(panel(mette).getByText(goals.presence.writes(['Arne']))).toBeVisible()
    await expect(panel(arne).getByText(goals.presence.writes(['Mette']))).toBeVisible()
    await expect(card(phone, together)).toBeVisible()
    await look(mette, 'hall-4-two-write')
    await look(arne, 'hall-4-two-write-tablet')
  })

  await test.step('the facilitator puts the team on the stage; the hall follows within a second', async () => {
    await row('Granvik')
      .getByRole('button', { name: styring.stage.chooseTeam('Granvik') })
      .click()
    for (const page of [wall, secondWall]) {
      await expect(page.getByRole('heading', { name: 'Granvik' })).toBeVisible()
      await expect(onWall(page, `Felles: ${first} for alle`)).toBeVisible()
    }
    for (const letter of ['!', '?', '.']) {
      const shownAt = await nextOnWall(wall, letter)
      const typedAt = await nextLetter(title(mette))
      await title(mette).press('End')
      await mette.keyboard.type(letter)
      const ms = (await shownAt()) - (await typedAt())
      test.info().annotations.push({ type: 'ms from the key to the hall', description: String(ms) })
      expect(ms, 'ms from the key to the hall').toBeLessThan(1_000)
    }
    await expect(onWall(secondWall, `Felles: ${first} for alle!?.`)).toBeVisible()
    await expectAccessible(wall)
    await look(wall, 'hall-5-wall')
    await look(secondWall, 'hall-5-second-wall')
    await look(kari, 'hall-5-console')
  })

  await test.step('a power cut: everyone comes back by themselves and nothing is lost', async () => {
    await title(arne).press('End')
    await arne.keyboard.type(' Lagret før strømmen gikk.')
    await saved(arne)
    await power.cut()
    const status = (page: Page) => page.locator('[data-save-status]')
    for (const page of [mette, arne, phone, kari])
      await expect(status(page)).toHaveAttribute('data-save-status', 'offline', { timeout: 15_000 })
    await expect(wall.getByText(projector.offlineSince('').trim())).toBeVisible()
    await mette.keyboard.press('Control+Home')
    await mette.keyboard.type('I mørket: ')
    await expect(status(mette)).toHaveAttribute('data-save-status', 'offline')
    await look(mette, 'hall-6-offline')
    await look(wall, 'hall-6-wall-offline')

    await power.back()
    const whole = `I mørket: Felles: ${first} for alle!?. Lagret før strømmen gikk.`
    await expect(title(mette)).toHaveValue(whole)
    await expect(status(mette)).toHaveAttribute('data-save-status', 'saved', { timeout: 30_000 })
    await expect(title(arne)).toHaveValue(whole, { timeout: 30_000 })
    await expect(card(phone, whole)).toBeVisible({ timeout: 30_000 })
    for (const page of [wall, secondWall]) await expect(onWall(page, whole)).toBeVisible({ timeout: 30_000 })
    await expect(wall.getByText(projector.offlineSince('').trim())).toHaveCount(0)
    await expect(status(kari)).toHaveAttribute('data-save-status', 'saved', { timeout: 30_000 })
  })
})

test('«Lagret» is said only when the server has it', async ({ person, network }) => {
  await network.writeBoard(network.first, (board) =>
    addGoal(board, { id: 'g1', title: 'Møte', state: 'proposed', time: 1 }),
  )
  const titleOnDisk = async () => network.readBoard(network.first, (board) => allGoals(board)[0]?.title)
  const mette = await person('Mette', { path: `/team/${network.first.id}/mal/g1` })
  const net = await slowNet(mette)
  await mette.reload()
  await saved(mette)

  net.hold()
  await title(mette).press('End')
  await mette.keyboard.type(' før hjemreise')
  const status = mette.locator('[data-save-status]')
  await expect(status).toHaveAttribute('data-save-status', 'saving')
  await expect(status).toContainText(common.status.saving)
  expect(await titleOnDisk()).toBe('Møte')
  await expect(status).toHaveAttribute('data-save-status', 'saving')

  net.release()
  await expect(status).toHaveAttribute('data-save-status', 'saved')
  await expect(status).toContainText(common.status.saved)
  expect(await titleOnDisk()).toBe('Møte før hjemreise')
})

/** Stands between a page and the server: what the page sends can be held back. From the next load of the page on. */
async function slowNet(page: Page): Promise<{ hold: () => void; release: () => void }> {
  let held = false
  const waiting: (() => void)[] = []
  await page.routeWebSocket(/\/sync\//u, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (held) waiting.push(() => server.send(message))
      else server.send(message)
    })
  })
  return {
    hold: () => (held = true),
    release: () => {
      held = false
      for (const send of waiting.splice(0)) send()
    },
  }
}

const card = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${escaped(name)}`, 'u') })
const panel = (page: Page) => page.getByRole('region', { name: goals.panel })
const title = (page: Page) => panel(page).getByLabel(goals.title, { exact: true })
const onWall = (page: Page, text: string) => page.getByRole('heading', { level: 3, name: text }).first()
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** Listens for the next letter in a field; the answer tells when the browser had it, ms. */
async function nextLetter(field: Locator): Promise<() => Promise<number>> {
  const heard = await field.evaluateHandle((element) => ({
    at: new Promise<number>((resolve) => element.addEventListener('input', () => resolve(Date.now()), { once: true })),
  }))
  return async () => heard.evaluate(async ({ at }) => at)
}

/** Watches the hall for a goal whose words end so; the answer tells when it was drawn, ms. */
async function nextOnWall(wall: Page, ending: string): Promise<() => Promise<number>> {
  const seen = await wall.evaluateHandle(
    (end) => ({
      at: new Promise<number>((resolve) => {
        const watch = () => {
          const found = [...document.querySelectorAll('h3')].some((each) => each.textContent?.trim().endsWith(end))
          if (found) resolve(Date.now())
          else requestAnimationFrame(watch)
        }
        watch()
      }),
    }),
    ending,
  )
  return async () => seen.evaluate(async ({ at }) => at)
}

/** What the QR code of the first team's card holds. */
async function cardUrl(page: Page, server: HallServer): Promise<string> {
  const view = await page.evaluate(async () => {
    const session = (await (await fetch('/api/session')).json()) as { networkId: string }
    return (await (await fetch(`/api/networks/${session.networkId}`)).json()) as { teams: { card: { url: string } }[] }
  })
  const card = view.teams[0]?.card
  if (!card) throw new Error('The first team has no card')
  return `${server.hallUrl}/r#${secretOf(card)}`
}
