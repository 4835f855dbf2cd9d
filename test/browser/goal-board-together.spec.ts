import { expect, saved, test } from './fixtures.ts'
import { carryTo, drop, lift } from './support/drag.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

test('undo and redo take back what I did, and nothing of the others’', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Bedre overganger' }, { title: 'Felles plan' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first), language: 'nn' }), 'nn')
  const { m } = mette
  const undo = mette.button(m.undo)
  const redo = mette.button(m.redo)
  await expect(undo).toBeDisabled()
  await mette.title.press('End')
  // In one go: what is typed slowly is several steps.
  await mette.page.keyboard.insertText(' hjem')
  await arne.expectColumn('proposed', ['Bedre overganger hjem', 'Felles plan'])
  await arne.open('Bedre overganger hjem')
  await arne.title.press('Home')
  await arne.page.keyboard.insertText('Mykje ')
  await arne.button(arne.m.moveGoal('Felles plan')).click()
  await arne.page.getByRole('menuitemradio', { name: arne.m.state.chosen }).click()
  await mette.expectColumn('chosen', ['Felles plan'])
  await expect(mette.title).toHaveValue('Mykje Bedre overganger hjem')
  await undo.click()
  for (const each of [mette, arne]) {
    await expect(each.title).toHaveValue('Mykje Bedre overganger')
    await each.expectColumn('chosen', ['Felles plan'])
  }
  await expect(undo).toBeDisabled()
  await redo.click()
  for (const each of [mette, arne]) await expect(each.title).toHaveValue('Mykje Bedre overganger hjem')
  // In the field, Ctrl+Z is the same undo, not the browser's, which would take Arne's words too.
  await mette.title.press('Control+z')
  for (const each of [mette, arne]) await expect(each.title).toHaveValue('Mykje Bedre overganger')
  // Arne undoes two steps of his, and Mette's goal is where she left it.
  await arne.button(arne.m.undo).click()
  await arne.button(arne.m.undo).click()
  await mette.expectColumn('proposed', ['Bedre overganger', 'Felles plan'])
  await saved(mette.page)
})

test('undoing a new goal keeps what another wrote in it among the deleted', async ({ person, network }) => {
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path }))
  await mette.button(mette.m.empty.button).click()
  await mette.field.fill('Kortere ventetid')
  await mette.field.press('Enter')
  await mette.button(mette.m.addDone).click()
  await arne.open('Kortere ventetid')
  await arne.title.press('End')
  await arne.title.pressSequentially(' hos DPS')
  await mette.expectColumn('proposed', ['Kortere ventetid hos DPS'])
  await mette.button(mette.m.undo).click()
  await expect(mette.page.getByText(mette.m.empty.question)).toBeVisible()
  await expect(arne.panel.getByText(arne.m.goneHere)).toBeVisible()
  await mette.deleted.click()
  await mette.button(mette.m.takeBackNamed('Kortere ventetid hos DPS')).click()
  for (const each of [mette, arne]) await each.expectColumn('proposed', ['Kortere ventetid hos DPS'])
})

test('two who drag the same goal at once end with one goal in one place [GB13]', async ({ person, network }) => {
  await writeGoals(network, [
    { title: 'Bedre overganger' },
    { title: 'Felles plan', state: 'chosen' },
    { title: 'Ny pasientbrosjyre', state: 'setAside' },
  ])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const drags = [
    { who: mette, to: 'chosen', over: 'Felles plan' },
    { who: arne, to: 'setAside', over: 'Ny pasientbrosjyre' },
  ] as const
  await Promise.all(drags.map(async ({ who }) => lift(who.page, who.card('Bedre overganger'))))
  await expect(mette.page.getByText(mette.m.presence.moves(['Arne']))).toBeVisible()
  await expect(arne.page.getByText(arne.m.presence.moves(['Mette']))).toBeVisible()
  await Promise.all(
    drags.map(async ({ who, to, over }) =>
      carryTo(who.page, who.card(over), 'bottom', who.m.drag.over('Bedre overganger', who.m.state[to])),
    ),
  )
  await Promise.all(drags.map(async ({ who }) => drop(who.page)))
  await Promise.all([saved(mette.page), saved(arne.page)])
  const board = async (each: GoalBoardPage) =>
    Promise.all(
      (['chosen', 'proposed', 'setAside'] as const).map(async (state) =>
        each.column(state).getByRole('heading', { level: 3 }).allTextContents(),
      ),
    )
  await expect.poll(async () => JSON.stringify(await board(mette)) === JSON.stringify(await board(arne))).toBe(true)
  await expect(mette.card('Bedre overganger')).toHaveCount(1)
  await mette.expectColumn('proposed', [])
})

test('a goal that somebody deletes while I drag it is gone, and a drag of another goes on', async ({
  person,
  network,
}) => {
  await writeGoals(network, [{ title: 'Bedre overganger' }, { title: 'Felles plan', state: 'chosen' }])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path }))
  await lift(mette.page, mette.card('Bedre overganger'))
  await arne.card('Bedre overganger').focus()
  await arne.page.keyboard.press('Delete')
  await mette.expectColumn('proposed', [])
  await drop(mette.page)
  for (const each of [mette, arne]) await each.expectColumn('chosen', ['Felles plan'])
  await mette.deleted.click()
  await mette.button(mette.m.takeBackNamed('Bedre overganger')).click()
  for (const each of [mette, arne]) await each.expectColumn('proposed', ['Bedre overganger'])
})

test('two tabs of one person are one person, with one board', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Bedre overganger' }])
  const path = boardPath(network.first, id)
  const first = new GoalBoardPage(await person('Mette', { path }))
  const second = new GoalBoardPage(await first.page.context().newPage())
  await second.page.goto(path)
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first) }))
  await first.title.press('End')
  await first.title.pressSequentially(' hjem')
  await expect(second.title).toHaveValue('Bedre overganger hjem')
  // Nobody is told of themself; Arne sees one Mette.
  await expect(second.panel.getByText(second.m.presence.writes(['Mette']))).toBeHidden()
  await expect(arne.page.getByText(arne.m.presence.writes(['Mette']))).toBeVisible()
  await expect(arne.button(arne.words.common.hereNow(2))).toBeVisible()
  await second.page.close()
  await expect(arne.button(arne.words.common.hereNow(2))).toBeVisible()
  await first.title.pressSequentially('!')
  await arne.expectColumn('proposed', ['Bedre overganger hjem!'])
})
