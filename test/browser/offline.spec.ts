import { expect, expectAccessible, saved, secretOf, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

const cutNet = /ERR_INTERNET_DISCONNECTED|WebSocket connection to/u

test('without net everything goes on, and the others have it when the net is back', async ({
  person,
  network,
  excuse,
}) => {
  excuse(cutNet)
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise' }, { title: 'Felles plan' }])
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, id) }))
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first), language: 'nn' }), 'nn')
  const { page, m } = mette
  const { status, offline, online } = mette.words.common
  await saved(page)
  await expect(page.evaluate(() => window.isSecureContext)).resolves.toBe(false)
  await page.context().setOffline(true)
  await mette.title.press('End')
  await mette.title.pressSequentially(' for alle')
  await expect(mette.status.getByText(status.offline(1), { exact: true })).toBeVisible()
  await expect(page.getByText(offline.title)).toBeVisible()
  await expect(page.getByText(offline.kept)).toBeVisible()
  // A new goal, an answer, a move, a deletion: each is one change more.
  await mette.button(m.add).click()
  await mette.field.fill('Kortere ventetid')
  await mette.field.press('Enter')
  await expect(mette.status.getByText(status.offline(2), { exact: true })).toBeVisible()
  await mette.button(m.addDone).click()
  await mette.button(m.moveGoal('Kortere ventetid')).click()
  await page.getByRole('menuitemradio', { name: m.state.chosen }).click()
  await mette.button(m.moveGoal('Felles plan')).click()
  await page.getByRole('menuitem', { name: m.remove }).click()
  await expect(mette.status.getByText(status.offline(4), { exact: true })).toBeVisible()
  await expectAccessible(page)
  // Meanwhile Arne works in the same goal.
  await arne.open('Trygg hjemreise')
  await arne.title.press('Home')
  await arne.title.pressSequentially('Ei ')
  await arne.expectColumn('proposed', ['Ei Trygg hjemreise', 'Felles plan'])
  await page.context().setOffline(false)
  await expect(page.getByText(online.title)).toBeVisible()
  await expect(page.getByText(online.sent(4))).toBeVisible()
  await saved(page)
  for (const each of [mette, arne]) {
    await each.expectColumn('chosen', ['Kortere ventetid'])
    await each.expectColumn('proposed', ['Ei Trygg hjemreise for alle'])
  }
  await expect(page.getByText(offline.title)).toBeHidden()
})

test('a line that looks open and carries nothing is found out within five seconds', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise' }])
  const page = await person('Mette', { path: boardPath(network.first, id), language: 'nn' })
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first) }))
  const mette = new GoalBoardPage(page, 'nn')
  const net = { dead: false }
  await page.context().routeWebSocket(/\/sync\//u, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => net.dead || server.send(message))
    server.onMessage((message) => net.dead || socket.send(message))
  })
  await page.reload()
  await expect(mette.title).toHaveValue('Trygg hjemreise')
  await saved(page)
  net.dead = true
  await mette.title.press('End')
  await mette.title.press('!')
  await expect(mette.status.getByText(mette.words.common.status.offline(1), { exact: true })).toBeVisible({
    timeout: 5_000,
  })
  net.dead = false
  await expect(mette.status).toHaveAttribute('data-save-status', 'saved', { timeout: 30_000 })
  await expect(page.getByText(mette.words.common.online.sent(1))).toBeVisible()
  await arne.expectColumn('proposed', ['Trygg hjemreise!'])
})

test('a reload without having sent keeps the changes; what one tab made the other tab sends', async ({
  person,
  network,
}) => {
  const path = boardPath(network.first)
  await writeGoals(network, [{ title: 'Trygg hjemreise' }])
  const page = await person('Mette', { path })
  const arne = new GoalBoardPage(await person('Arne', { path }))
  const mette = new GoalBoardPage(page)
  await mette.expectColumn('proposed', ['Trygg hjemreise'])
  // What one writes is on the device at once, with all that it builds on.
  await mette.button(mette.m.add).click()
  await mette.field.fill('Kortere ventetid')
  await mette.field.press('Enter')
  await saved(page)
  // The board's line is held back; the page itself still loads.
  const line = { open: false }
  await page.context().routeWebSocket(/\/sync\//u, (socket) => {
    if (line.open) socket.connectToServer()
    else void socket.close()
  })
  await page.reload()
  await mette.expectColumn('proposed', ['Trygg hjemreise', 'Kortere ventetid'])
  await mette.button(mette.m.add).click()
  await mette.field.fill('Felles plan')
  await mette.field.press('Enter')
  const waits = mette.words.common.status.offline(1)
  await expect(mette.status.getByText(waits, { exact: true })).toBeVisible()
  await page.reload()
  await mette.expectColumn('proposed', ['Trygg hjemreise', 'Kortere ventetid', 'Felles plan'])
  await expect(mette.status.getByText(waits, { exact: true })).toBeVisible()
  await arne.expectColumn('proposed', ['Trygg hjemreise', 'Kortere ventetid'])
  line.open = true
  await page.close()
  const other = new GoalBoardPage(await page.context().newPage())
  await other.page.goto(path)
  const all = ['Trygg hjemreise', 'Kortere ventetid', 'Felles plan']
  for (const each of [other, arne]) await each.expectColumn('proposed', all)
  await saved(other.page)
})

test('two people on one device: what one has not sent is not seen, counted or sent by the other', async ({
  stranger,
  person,
  network,
}) => {
  const path = boardPath(network.first)
  const page = await stranger()
  const shared = new GoalBoardPage(page)
  const { words } = shared
  const line = { open: true }
  await page.context().routeWebSocket(/\/sync\//u, (socket) => {
    if (line.open) socket.connectToServer()
    else void socket.close()
  })
  await page.goto(`/r#${secretOf(network.first)}`)
  await page.getByRole('textbox', { name: words.join.name }).fill('Mette')
  await page.getByRole('textbox', { name: words.join.name }).press('Enter')
  await expect(page.getByText(words.team.rightNow)).toBeVisible()
  await page.goto(path)
  await shared.button(shared.m.empty.button).click()
  await shared.field.fill('Felles forslag')
  await shared.field.press('Enter')
  await saved(page)
  line.open = false
  await page.reload()
  await shared.button(shared.m.add).click()
  await shared.field.fill('Mettes forslag')
  await shared.field.press('Enter')
  await expect(shared.status.getByText(words.common.status.offline(1), { exact: true })).toBeVisible()
  // The next person on the same device.
  line.open = true
  await shared.openOwnPane()
  line.open = false
  await shared.button(words.team.notYou).click()
  await page.getByRole('textbox', { name: words.join.name }).fill('Arne')
  line.open = true
  await page.getByRole('textbox', { name: words.join.name }).press('Enter')
  await expect(page.getByText(words.team.rightNow)).toBeVisible()
  await page.goto(path)
  await shared.expectColumn('proposed', ['Felles forslag'])
  await saved(page)
  const liv = new GoalBoardPage(await person('Liv', { path }))
  await liv.expectColumn('proposed', ['Felles forslag'])
  await shared.button(shared.m.add).click()
  await shared.field.fill('Arnes forslag')
  await shared.field.press('Enter')
  await liv.expectColumn('proposed', ['Felles forslag', 'Arnes forslag'])
  // Mette comes back to it, and it is sent as hers.
  await shared.openOwnPane()
  await shared.button(words.team.notYou).click()
  await shared.button('Mette', page.getByRole('group', { name: words.join.oneOfThese })).click()
  await expect(page.getByText(words.team.rightNow)).toBeVisible()
  await page.goto(path)
  await expect(liv.column('proposed').getByRole('heading', { level: 3 })).toHaveCount(3)
  await expect(liv.card('Mettes forslag')).toBeVisible()
  await saved(page)
})

test('who takes up a name on another device ends it on the first, which says so and lets one back', async ({
  person,
  stranger,
  network,
}) => {
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  await expect(mette.page.getByText(mette.m.empty.question)).toBeVisible()
  await saved(mette.page)
  const phone = await stranger({ device: 'phone' })
  await phone.goto(`/r#${secretOf(network.first)}`)
  await phone.getByRole('group', { name: mette.words.join.oneOfThese }).getByRole('button', { name: 'Mette' }).click()
  await expect(phone.getByText(mette.words.team.rightNow)).toBeVisible()
  await expect(mette.page.getByRole('alert').getByText(mette.words.errors.takenOver)).toBeVisible()
  await expectAccessible(mette.page)
  await mette.button(mette.words.common.signedOut.rejoin).click()
  await expect(mette.page).toHaveURL(/\/$/u)
})

test('whoever signs out in one tab is out in the other', async ({ person, network }) => {
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const tab = new GoalBoardPage(await mette.page.context().newPage())
  await tab.page.goto(path)
  for (const each of [mette, tab]) {
    await expect(each.page.getByText(each.m.empty.question)).toBeVisible()
    await saved(each.page)
  }
  await tab.openOwnPane()
  await tab.button(tab.words.team.notYou).click()
  await expect(tab.page).toHaveURL(/\/$/u)
  await expect(mette.page.getByText(mette.words.errors.notSignedIn)).toBeVisible()
})
