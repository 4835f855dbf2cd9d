import type { Locator } from '@playwright/test'
import { expect, saved, test } from './fixtures.ts'
import { carryTo, drop, lift } from './support/drag.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

test('goals that one writes are on the others’ boards, and there after a reload [GB1]', async ({ person, network }) => {
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  await mette.button(mette.m.empty.button).click()
  await mette.field.fill('Færre møter om det samme')
  await mette.field.press('Enter')
  const { chosen, proposed, reached, setAside } = mette.m.state
  const columns = mette.page.locator('main').getByRole('heading', { level: 2 })
  await expect(columns).toHaveText([`${chosen} 0`, `${proposed} 1`, `${reached} 0`, `${setAside} 0`])
  await expect(mette.field).toHaveValue('')
  await expect(mette.field).toBeFocused()
  await arne.expectColumn('proposed', ['Færre møter om det samme'])
  await mette.field.fill('  Alle   får en plan ')
  await mette.button(mette.m.addButton).click()
  await mette.button(mette.m.addDone).click()
  await expect(mette.field).toBeHidden()
  await expect(mette.card('Alle får en plan')).toBeFocused()
  await arne.button(arne.m.add).click()
  await arne.field.fill('Ein kontaktperson å ringje til')
  await arne.field.press('Enter')
  const all = ['Færre møter om det samme', 'Alle får en plan', 'Ein kontaktperson å ringje til']
  for (const each of [mette, arne]) {
    await each.expectColumn('proposed', all)
    await saved(each.page)
  }
  await mette.page.reload()
  await mette.expectColumn('proposed', all)
})

test('two write in the same title and see each other [GB6]', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Bedre overganger' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const liv = new GoalBoardPage(await person('Liv', { path: boardPath(network.first), language: 'en' }), 'en')
  await mette.title.click()
  await expect(arne.panel.getByText(arne.m.presence.writes(['Mette']))).toBeVisible()
  await expect(liv.page.getByText(liv.m.presence.writes(['Mette']))).toBeVisible()
  await arne.title.click()
  await arne.title.press('Home')
  await mette.title.press('End')
  await Promise.all([
    arne.title.pressSequentially('Tryggare og ', { delay: 15 }),
    mette.title.pressSequentially(' mellom sykehus og hjem', { delay: 15 }),
  ])
  const both = 'Tryggare og Bedre overganger mellom sykehus og hjem'
  for (const each of [mette, arne]) await expect(each.title).toHaveValue(both)
  await liv.expectColumn('proposed', [both])
  await expect(liv.column('proposed').getByText(/Arne.*Mette|Mette.*Arne/u)).toBeVisible()
  await mette.panel.getByRole('heading', { name: mette.m.actions.heading }).click()
  await expect(liv.page.getByText(liv.m.presence.writes(['Arne']))).toBeVisible()
})

test('a goal is dragged to another state and to another place [GB10, GB13]', async ({ person, network }) => {
  await writeGoals(network, [
    { title: 'Første', state: 'chosen' },
    { title: 'Andre', state: 'chosen' },
    { title: 'Tredje' },
  ])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path }))
  const { page, m } = mette
  await lift(page, mette.card('Tredje'))
  await expect(arne.page.getByText(arne.m.presence.moves(['Mette']))).toBeVisible()
  await carryTo(page, mette.card('Andre'), 'top', m.drag.over('Tredje', m.state.chosen))
  await drop(page)
  await expect(page.getByText(m.moved('Tredje', m.state.chosen, 2, 3))).toBeAttached()
  for (const each of [mette, arne]) {
    await each.expectColumn('chosen', ['Første', 'Tredje', 'Andre'])
    await each.expectColumn('proposed', [])
  }
  await expect(mette.panel).toBeHidden()
  await lift(page, mette.card('Første'))
  await carryTo(page, mette.card('Andre'), 'bottom', m.drag.over('Første', m.state.chosen))
  await drop(page)
  for (const each of [mette, arne]) await each.expectColumn('chosen', ['Tredje', 'Andre', 'Første'])
  // Let go over nothing, and by Escape: it stays.
  await lift(page, mette.card('Andre'))
  await page.keyboard.press('Escape')
  await expect(page.getByText(m.drag.cancelled('Andre'))).toBeAttached()
  await drop(page)
  await mette.expectColumn('chosen', ['Tredje', 'Andre', 'Første'])
  await saved(page)
})

test('a goal is moved from its menu, on the card and in the panel [GB10]', async ({ person, network }) => {
  await writeGoals(network, [{ title: 'Kortere ventetid' }, { title: 'Felles plan' }])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path, language: 'nn' }), 'nn')
  const arne = new GoalBoardPage(await person('Arne', { path }))
  const { page, m } = mette
  const item = (name: string) => page.getByRole(/flytt/iu.test(name) ? 'menuitem' : 'menuitemradio', { name })
  await mette.button(m.moveGoal('Felles plan')).click()
  await expect(item(m.state.proposed)).toBeChecked()
  await item(m.state.chosen).click()
  await arne.expectColumn('chosen', ['Felles plan'])
  await expect(mette.card('Felles plan')).toBeFocused()
  await mette.button(m.moveGoal('Kortere ventetid')).click()
  await page.getByRole('menu').press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await mette.open('Kortere ventetid')
  await mette.button(m.move, mette.panel).click()
  await item(m.state.chosen).click()
  await arne.expectColumn('chosen', ['Felles plan', 'Kortere ventetid'])
  await mette.button(m.move, mette.panel).click()
  await page.getByRole('menuitem', { name: m.moveUp, exact: true }).click()
  for (const each of [mette, arne]) await each.expectColumn('chosen', ['Kortere ventetid', 'Felles plan'])
  await mette.button(m.move, mette.panel).click()
  await expect(page.getByRole('menuitem', { name: m.moveUp, exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('heading', { name: m.board, level: 1 }).click({ force: true })
  await expect(page.getByRole('menu')).toBeHidden()
})

test('an open goal stands beside the board, over it, or alone, as there is room [GB7]', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Bedre overganger', state: 'chosen' }])
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, id) }))
  const { m, page, panel } = mette
  const back = mette.button(m.backToBoard, panel)
  const size = async (width: number, height = 800) => page.setViewportSize({ width, height })
  const box = async (of: Locator) => (await of.boundingBox()) ?? { x: 0, width: 0 }
  const beside = async () => {
    const [board, goal] = await Promise.all([box(mette.column('chosen')), box(panel)])
    return board.width > 0 && board.x + board.width <= goal.x
  }
  for (const width of [1366, 1024]) {
    await size(width)
    await expect.poll(beside).toBe(true)
  }
  for (const width of [1023, 640]) {
    await size(width)
    await expect.poll(beside).toBe(false)
    await expect(mette.column('chosen')).toBeVisible()
    if (width > 640) expect((await box(panel)).width).toBeLessThan(width)
    await expect(back).toBeHidden()
  }
  for (const width of [639, 390]) {
    await size(width)
    await expect.poll(async () => (await box(panel)).width).toBe(width)
  }
  await back.click()
  await expect(panel).toBeHidden()
  await expect(mette.card('Bedre overganger')).toBeFocused()
})

test('what was deleted comes back from the toast, and by somebody else from the list of deleted goals', async ({
  person,
  network,
}) => {
  await writeGoals(network, [{ title: 'Tettere samarbeid med NAV' }, { title: 'Felles opplæring' }])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { page, m } = mette
  const title = 'Tettere samarbeid med NAV'
  const remove = async () => {
    await mette.button(m.moveGoal(title)).click()
    await page.getByRole('menuitem', { name: m.remove }).click()
    await mette.expectColumn('proposed', ['Felles opplæring'])
    await expect(page.getByText(m.removed(title))).toBeVisible()
  }
  await remove()
  await arne.expectColumn('proposed', ['Felles opplæring'])
  await mette.button(m.undo, page.getByRole('status')).click()
  for (const each of [mette, arne]) await each.expectColumn('proposed', [title, 'Felles opplæring'])
  await remove()
  await mette.button(m.close).click()
  await expect(page.getByText(m.removed(title))).toBeHidden()
  await arne.deleted.click()
  await expect(arne.page.getByText(arne.m.deletedDaysLeft(30))).toBeVisible()
  await arne.button(arne.m.takeBackNamed(title)).click()
  for (const each of [mette, arne]) {
    await each.expectColumn('proposed', [title, 'Felles opplæring'])
    await expect(each.deleted).toBeHidden()
  }
})

test('a goal that I have open and another deletes says so, keeps what I write, and comes back with it', async ({
  person,
  network,
}) => {
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise', actions: ['Ringe hjem samme kveld'] }])
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, id) }))
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first), language: 'nn' }), 'nn')
  await mette.title.click()
  await mette.title.press('End')
  await mette.title.pressSequentially(' for alle')
  await arne.expectColumn('proposed', ['Trygg hjemreise for alle'])
  await arne.card('Trygg hjemreise for alle').focus()
  await arne.page.keyboard.press('Delete')
  await expect(arne.page.getByText(arne.m.empty.question)).toBeVisible()
  await expect(mette.panel.getByRole('alert').getByText(mette.m.goneHere)).toBeVisible()
  await expect(mette.title).toBeFocused()
  await mette.title.pressSequentially(' over 80')
  await mette.button(mette.m.takeBack, mette.panel).click()
  await expect(mette.panel.getByText(mette.m.goneHere)).toBeHidden()
  for (const each of [mette, arne]) await each.expectColumn('proposed', ['Trygg hjemreise for alle over 80'])
  await expect(mette.panel.getByText('Ringe hjem samme kveld')).toBeVisible()
})
