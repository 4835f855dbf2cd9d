import type { Page } from '@playwright/test'
import type { TechnicalView } from '../../shared/api.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, test } from './fixtures.ts'
import { carePage } from './support/care-page.ts'
import { writeGoals } from './support/goals.ts'
import { tabTo } from './support/join-page.ts'
import { press } from './support/keyboard.ts'
import { ask } from './support/network.ts'
import { expectOneLanguage } from './support/one-language.ts'
import { words } from './support/words.ts'

const cutNet = /ERR_INTERNET_DISCONNECTED|WebSocket connection to/u
const dayMs = 24 * 60 * 60 * 1000

/** Comes back to the page: it asks at once, and not only when it would have asked by itself. */
const comeBack = async (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

test('two facilitators and a bad net: what goes meanwhile is told in words, and nothing hangs [CO19] [CO21]', async ({
  person,
  network,
  server,
  excuse,
}) => {
  excuse(cutNet)
  excuse(/status of 40[134]/u)
  const { care, common } = words.en
  const api = `/api/teams/${network.first.id}`
  await writeGoals(network, [{ title: 'Help Kari Nordmann home' }])
  await network.post(`${api}/versions`, { name: 'Day one' })
  const page = await person('Anna', {
    as: 'facilitator',
    language: 'en',
    path: `/styring/team/${network.first.id}`,
  })
  const { versions, rows, asking } = carePage(page, words.en)
  await expect(rows).toHaveCount(1)
  const restore = rows.getByRole('button', { name: /^Restore/u })
  await tabTo(page, restore)
  await press(page, 'Enter')
  await expect(asking).toBeFocused()
  await press(page, 'Escape')
  await expect(restore).toBeFocused()
  await press(page, 'Enter')
  await expect(asking).toBeFocused()

  // Without net the button says so, and what was typed stays.
  const name = versions.getByLabel(care.versions.name)
  await name.fill('Day two')
  await page.context().setOffline(true)
  await versions.getByRole('button', { name: care.versions.save }).click()
  await expect(versions.getByText(care.versions.noAnswer)).toBeVisible()
  await expect(name).toHaveValue('Day two')
  await page.context().setOffline(false)
  await versions.getByRole('button', { name: care.versions.save }).click()
  await expect(rows).toHaveCount(2)
  await expectOneLanguage(page, 'en', ['Day one', 'Day two'])

  // A net that hangs: the button says what it does, and does it once.
  let letGo = () => {}
  const hung = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/restore', async (route) => {
    await hung
    await route.continue()
  })
  await asking.getByRole('button', { name: care.versions.confirm }).click()
  await expect(asking.getByRole('button', { name: care.versions.restoring })).toBeVisible()
  await expect(asking.getByRole('button', { name: common.cancel })).toHaveAttribute('aria-disabled', 'true')
  // All versions go with a purge, also the one that is being restored.
  await network.post(`${api}/purge`, { text: 'Kari Nordmann' })
  letGo()
  await expect(versions.getByText(care.versions.gone)).toBeFocused()
  await expect(versions.getByText(care.versions.none)).toBeVisible()

  // The team goes.
  await ask(server, 'DELETE', `/api/networks/${network.id}/teams/${network.first.id}`, { token: network.token })
  await name.focus()
  await comeBack(page)
  await expect(page.getByRole('heading', { level: 1, name: care.goneTitle })).toBeFocused()
  await expectAccessible(page)

  // Her rights end while the page is open.
  const { facilitators } = await ask<{ facilitators: { personId: string; name: string }[] }>(
    server,
    'GET',
    `/api/networks/${network.id}`,
    { token: network.token },
  )
  const anna = facilitators.find((each) => each.name === 'Anna')
  await ask(server, 'DELETE', `/api/networks/${network.id}/people/${anna?.personId ?? ''}`, { token: network.token })
  await expect(page.getByText(common.signedOut.removed)).toBeVisible()
})

test('«Teknisk»: how it is in words, by sign and colour, what to do; follows by itself; nobody else comes in [CO22]', async ({
  person,
  network,
  excuse,
}) => {
  excuse(cutNet)
  excuse(/status of 403/u)
  const { care, console: styring } = words.nb
  const { technical } = care
  const kari = await person('Kari', { as: 'facilitator', device: 'phone' })
  const part = (name: string) => kari.getByRole('region', { name, exact: true })
  let change = (view: TechnicalView) => view
  await kari.route('**/api/technical', async (route) => {
    const view = await ask<TechnicalView>(network.server, 'GET', '/api/technical', { token: network.token })
    await route.fulfill({ json: change(view) })
  })
  await kari.getByRole('link', { name: styring.rail.technical }).click()
  await expect(kari.getByRole('heading', { level: 1, name: technical.heading })).toBeVisible()
  const people = part(technical.people.heading)
  await expect(part(technical.disk.heading)).toContainText(technical.levels.well)
  await expect(part(technical.disk.heading)).toContainText(technical.disk.states.well)
  await expect(people).toContainText(technical.people.displays(0))
  const before = await people.innerText()
  const arne = await person('Arne', { path: '/styring/teknisk' })
  await expect(arne.getByText(styring.notForYou)).toBeVisible()
  await arne.goto(`/team/${network.first.id}`)
  await expect.poll(async () => people.innerText(), { timeout: 10_000 }).not.toBe(before)
  await look(kari, 'care-technical-phone-nb', { fullPage: true })

  change = (view) => ({
    ...view,
    disk: { ...view.disk, state: 'full', writable: false },
    backup: { at: view.now - 2 * dayMs, file: 'tirsdag' },
    errors: [{ code: 'secretExpired', count: 2, lastAt: view.now }],
  })
  await comeBack(kari)
  await expect(kari.getByText(technical.summary.wrong([technical.summary.parts.disk]))).toBeVisible()
  await expect(part(technical.disk.heading)).toContainText(technical.disk.todo.full)
  await expect(part(technical.backup.heading)).toContainText('npm run backup')
  await expectAccessible(kari)
  await expectNoSidewaysScroll(kari)
  await look(kari, 'care-technical-red-phone-nb', { fullPage: true })
  await kari.setViewportSize({ width: 1366, height: 768 })
  await look(kari, 'care-technical-red-nb', { fullPage: true })

  // Green that is only remembered is not shown as green.
  await kari.unrouteAll({ behavior: 'wait' })
  await kari.context().setOffline(true)
  await comeBack(kari)
  await expect(part(technical.silent.heading)).toBeVisible()
  await expect(part(technical.disk.heading)).toBeHidden()
  await expectAccessible(kari)
  await kari.context().setOffline(false)
  await expect(part(technical.disk.heading)).toContainText(technical.disk.states.well)
  // Nor while a net that hangs gives no answer at all.
  let letGo = () => {}
  const hung = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await kari.route('**/api/technical', async (route) => {
    await hung
    await route.continue()
  })
  await comeBack(kari)
  await expect(part(technical.silent.heading)).toContainText(care.slow, { timeout: 15_000 })
  letGo()
  await expect(part(technical.disk.heading)).toContainText(technical.disk.states.well)
  await expect(part(technical.silent.heading)).toHaveCount(0)
})
