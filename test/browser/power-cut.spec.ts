import { expect, saved } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { test } from './support/power-cut.ts'

test('a server that dies: both go on, one closes the tab, one stays; when it is back all is there', async ({
  power,
}) => {
  const { network } = power
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await power.person('Mette', path))
  const arne = new GoalBoardPage(await power.person('Arne', path))
  const { status, online } = mette.words.common
  for (const each of [mette, arne]) {
    await expect(each.title).toHaveValue('Trygg hjemreise')
    await saved(each.page)
  }
  // What is acknowledged before the cut is there after it.
  await mette.title.press('End')
  await mette.title.pressSequentially(' hjem')
  await expect(arne.title).toHaveValue('Trygg hjemreise hjem')
  await saved(mette.page)
  await power.cut()
  await mette.title.pressSequentially(' til alle')
  await mette.button(mette.m.add).click()
  await mette.field.fill('Mettes mål')
  await mette.field.press('Enter')
  await arne.title.press('Home')
  await arne.title.pressSequentially('En ')
  await expect(mette.status.getByText(status.offline(2), { exact: true })).toBeVisible()
  await expect(arne.status.getByText(status.offline(1), { exact: true })).toBeVisible()
  await mette.page.close()
  await power.restore()
  // Arne comes back by himself; after a while without an answer there are up to ten seconds between two tries.
  await expect(arne.status).toHaveAttribute('data-save-status', 'saved', { timeout: 20_000 })
  await expect(arne.page.getByText(online.sent(1))).toBeVisible()
  await arne.expectColumn('proposed', ['En Trygg hjemreise hjem'])
  // Mette opens the board anew.
  const again = new GoalBoardPage(await mette.page.context().newPage())
  await again.page.goto(power.url(path))
  for (const each of [again, arne]) {
    await each.expectColumn('proposed', ['En Trygg hjemreise hjem til alle', 'Mettes mål'])
    await expect(each.title).toHaveValue('En Trygg hjemreise hjem til alle')
  }
  await saved(again.page)
})

test('a reload right after the server is back keeps what was made while it was away', async ({ power }) => {
  const path = boardPath(power.network.first)
  const mette = new GoalBoardPage(await power.person('Mette', path))
  await expect(mette.page.getByText(mette.m.empty.question)).toBeVisible()
  await saved(mette.page)
  await power.cut()
  await mette.button(mette.m.empty.button).click()
  for (const title of ['Trygg hjemreise', 'Felles plan', 'Kortere ventetid']) {
    await mette.field.fill(title)
    await mette.field.press('Enter')
  }
  await expect(mette.status.getByText(mette.words.common.status.offline(3), { exact: true })).toBeVisible()
  await power.restore()
  await mette.page.reload()
  await mette.expectColumn('proposed', ['Trygg hjemreise', 'Felles plan', 'Kortere ventetid'])
  await saved(mette.page)
  const arne = new GoalBoardPage(await power.person('Arne', path))
  await arne.expectColumn('proposed', ['Trygg hjemreise', 'Felles plan', 'Kortere ventetid'])
})
