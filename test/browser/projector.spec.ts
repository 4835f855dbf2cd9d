import type { Page } from '@playwright/test'
import { sampleTeams } from '../../server/sample/teams.ts'
import type { SampleGoal } from '../../server/sample/sample-team.ts'
import { nb } from '../../shared/locale/nb.ts'
import { addGoal } from '../../shared/ops/goals.ts'
import { chooseStage } from '../../shared/ops/gathering.ts'
import { expect, expectAccessible, look, saved, secretOf, test } from './fixtures.ts'
import { consolePage } from './support/console-page.ts'
import type { Device } from './support/devices.ts'
import type { Network } from './support/network.ts'
import { seenTexts } from './support/seen-texts.ts'
import { words } from './support/words.ts'

const { console: styring, projector } = nb

/** A board with more on it than any screen holds at once. */
const manyGoals: SampleGoal[] = sampleTeams
  .slice(0, 3)
  .flatMap((team) => team.goals)
  .map(({ under: _under, ...goal }) => goal)

const show = async (network: Network) =>
  network.writeGathering((gathering) => chooseStage(gathering, { kind: 'goals', teamId: network.first.id }))

for (const [device, language] of [
  ['projector', 'nb'],
  ['oldProjector', 'nn'],
  ['standingScreen', 'en'],
] as const satisfies [Device, string][]) {
  test(`nothing is cut on a ${device}, on any page`, async ({ network, display }) => {
    await network.fillBoard(network.first, manyGoals)
    await show(network)
    const wall = await display({ device, language })
    await expect(wall.getByRole('heading', { level: 1, name: 'Granvik' })).toBeVisible()
    const own = words[language].projector
    const pager = wall.getByText(new RegExp(`^${own.page(1, 99).replace('1', '\\d+').replace('99', '\\d+')}$`, 'u'))
    await expect(pager).toBeVisible()
    const pages = Number(/(\d+)\D*$/u.exec(await pager.innerText())?.[1])
    expect(pages).toBeGreaterThan(1)
    const seen = new Set<string>()
    for (let page = 0; page < pages; page += 1) {
      if (page > 0) await network.turnStage(page)
      await expect(wall.getByText(own.page(page + 1, pages))).toBeVisible()
      await expectNothingCut(wall)
      if (page === 0) await expectAccessible(wall)
      await look(wall, `projector-${device}-${page + 1}`)
      for (const title of await shownTitles(wall)) seen.add(title)
    }
    for (const goal of manyGoals) expect(seen).toContain(goal.title)
  })
}

test('every word on a 1920 × 1080 wall is at least 28 px high, and goals 36, less written larger [PR9]', async ({
  network,
  display,
  excuse,
}) => {
  excuse(/ERR_INTERNET_DISCONNECTED|WebSocket connection/u)
  await network.fillBoard(network.first, manyGoals)
  const wall = await display()
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
  expect(await smallestText(wall)).toBeGreaterThanOrEqual(28)
  await show(network)
  await expect(wall.getByRole('heading', { level: 1, name: 'Granvik' })).toBeVisible()
  expect(await smallestText(wall)).toBeGreaterThanOrEqual(28)
  const goalSize = async () => {
    const sizes = wall
      .getByRole('heading', { level: 3 })
      .evaluateAll((all) => all.map((goal) => parseFloat(getComputedStyle(goal).fontSize)))
    return Math.min(...(await sizes))
  }
  const full = await goalSize()
  expect(Math.round(full * 10) / 10).toBeGreaterThanOrEqual(36)
  // The same part of a screen half as large, and of one standing.
  await wall.setViewportSize({ width: 960, height: 540 })
  await expect.poll(async () => Math.abs((await goalSize()) - full / 2)).toBeLessThan(0.2)
  await wall.setViewportSize({ width: 1080, height: 1920 })
  await expect.poll(smallestText.bind(null, wall)).toBeGreaterThanOrEqual(28)
  // Another team has one goal: it is written larger.
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await network.fillBoard(network.second, manyGoals.slice(0, 1))
  await network.writeGathering((gathering) => chooseStage(gathering, { kind: 'goals', teamId: network.second.id }))
  await expect(wall.getByRole('heading', { level: 1, name: 'Fjelldal' })).toBeVisible()
  await expect.poll(goalSize).toBeGreaterThan(50)
  await expectNothingCut(wall)
  await look(wall, 'projector-few-goals')
  await network.writeBoard(network.third, (board) =>
    addGoal(board, { id: 'one', title: 'En kontaktperson å ringe til', state: 'proposed', time: 1 }),
  )
  await network.writeGathering((gathering) => chooseStage(gathering, { kind: 'goals', teamId: network.third.id }))
  await expect(wall.getByRole('heading', { level: 1, name: 'DPS Ålheim' })).toBeVisible()
  await expect.poll(goalSize).toBeGreaterThan(70)
  // A single one has the whole width.
  expect((await wall.locator('[data-goal]').first().boundingBox())?.width ?? 0).toBeGreaterThan(1700)
  await wall.context().setOffline(true)
  const offline = wall.getByText(projector.offlineSince('').trim())
  await expect(offline).toBeVisible({ timeout: 20_000 })
  // Where there is room, beside what the letters mean.
  const [legend, told] = await Promise.all([
    wall.getByText(nb.common.smarte.letters.S).boundingBox(),
    offline.boundingBox(),
  ])
  expect(Math.abs((legend?.y ?? 0) - (told?.y ?? 99))).toBeLessThan(30)
  await look(wall, 'projector-one-goal-offline')
})

test('pages are turned and the stage cleared from the console; a later display shows the same', async ({
  facilitatorPage: kari,
  network,
  display,
}) => {
  await network.fillBoard(network.first, manyGoals)
  const { show: choose, stage } = consolePage(kari)
  const wall = await display()
  await choose('Granvik').click()
  const page = (number: number) => new RegExp(`^${projector.page(number, 99).replace('99', '\\d+')}$`, 'u')
  await expect(wall.getByText(page(1))).toBeVisible()
  await stage.getByRole('button', { name: styring.stage.nextPage }).click()
  await expect(wall.getByText(page(2))).toBeVisible()
  await expect(stage.getByText(styring.stage.page(2))).toBeVisible()
  const late = await display()
  await expect(late.getByText(page(2))).toBeVisible()
  expect(await shownTitles(late)).toEqual(await shownTitles(wall))
  await expect(kari.getByText(styring.stage.displays(2))).toBeVisible()
  await stage.getByRole('button', { name: styring.stage.previousPage }).click()
  await expect(late.getByText(page(1))).toBeVisible()
  await stage.getByRole('button', { name: styring.stage.clear }).click()
  for (const each of [wall, late])
    await expect(each.getByRole('heading', { name: projector.join.heading })).toBeVisible()
  await look(wall, 'projector-idle')
})

test('the wall has nothing to press, rests its pointer and keeps the screen awake [PR10]', async ({
  network,
  display,
}) => {
  await network.fillBoard(network.first, manyGoals.slice(0, 2))
  await show(network)
  const wall = await display()
  await expect(wall.getByRole('heading', { level: 1, name: 'Granvik' })).toBeVisible()
  for (const role of ['button', 'link', 'textbox'] as const) await expect(wall.getByRole(role)).toHaveCount(0)
  await expect(wall.locator('html')).toHaveAttribute('data-pointer', 'resting')
  await wall.mouse.move(200, 200)
  await expect(wall.locator('html')).not.toHaveAttribute('data-pointer', 'resting')
  await expect(wall.locator('html')).toHaveAttribute('data-pointer', 'resting')
  // At the server's own machine the page may keep the screen awake.
  const own = await display({ from: 'machine' })
  await own.addInitScript(() => {
    const ask = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async (type) => {
      document.documentElement.dataset['awake'] = type
      return ask(type)
    }
  })
  await own.reload()
  await expect(own.locator('html')).toHaveAttribute('data-awake', 'screen')
})

test('a display opened beside a signed-in facilitator signs nobody out [PR11]', async ({
  facilitatorPage: kari,
  network,
  server,
}) => {
  const link = await network.link('display')
  const wall = await kari.context().newPage()
  await wall.goto(`${server.url}/r#${secretOf(link)}`)
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
  await kari.reload()
  await saved(kari)
  await consolePage(kari).show('Granvik').click()
  await expect(wall.getByRole('heading', { level: 1, name: 'Granvik' })).toBeVisible()
  await wall.reload()
  await expect(wall.getByRole('heading', { level: 1, name: 'Granvik' })).toBeVisible()
  await saved(kari)
})

test('a projector that is not paired asks for its code; a team’s card does not make it a member', async ({
  stranger,
  network,
}) => {
  const wall = await stranger({ device: 'projector' })
  await wall.goto('/lerret')
  await expect(wall.getByRole('heading', { name: projector.pair.heading })).toBeVisible()
  await look(wall, 'projector-pair')
  await expectAccessible(wall)
  await wall.getByLabel(projector.pair.label).fill(network.first.code)
  await wall.keyboard.press('Enter')
  await expect(wall.getByText(projector.pair.wrongKind)).toBeVisible()
  await expect(wall.getByLabel(projector.pair.label)).toHaveValue(network.first.code)
  const link = await network.link('display')
  await wall.getByLabel(projector.pair.label).fill(link.code)
  await wall.keyboard.press('Enter')
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
})

/** The goals that the hall sees now; the copy that is only measured is hidden. */
async function shownTitles(wall: Page): Promise<string[]> {
  const goals = await wall.getByRole('heading', { level: 3 }).allInnerTexts()
  return goals.map((title) => title.replace(` (${projector.continued})`, '').trim())
}

/** No text runs out of the screen or into the footer. */
async function expectNothingCut(wall: Page): Promise<void> {
  await expect.poll(async () => (await seenTexts(wall)).filter(({ cut }) => cut)).toEqual([])
}

/** The smallest letters that are seen, px. */
async function smallestText(wall: Page): Promise<number> {
  // One rem is 16 px but for what is lost in rounding.
  return Math.min(...(await seenTexts(wall)).map(({ fontSize }) => Math.round(fontSize * 10) / 10))
}
