import { expect, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

const rowOf = (board: GoalBoardPage, title: string) => board.page.getByRole('row').filter({ hasText: title })
const titlesOf = (board: GoalBoardPage) => board.page.locator('th [data-card]')

test('the list shows the same goals and does the same with them', async ({ person, network }) => {
  await writeGoals(network, [
    { title: 'Felles plan', state: 'chosen', actions: ['Ringe'] },
    { title: 'Bedre overganger' },
    { title: 'Kortere ventetid' },
  ])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { m, page } = mette
  await mette.button(m.views.list).click()
  await expect(page.getByRole('table', { name: m.table.caption })).toBeVisible()
  await expect(titlesOf(mette)).toHaveText(['Felles plan', 'Bedre overganger', 'Kortere ventetid'])
  await expect(rowOf(mette, 'Felles plan')).toContainText(m.actionsCount(1))
  await expect(rowOf(mette, 'Felles plan')).toContainText(m.table.of6(0))
  // Move within a state, to another state, delete and take back.
  await mette.button(m.moveUpNamed('Kortere ventetid')).click()
  await arne.expectColumn('proposed', ['Kortere ventetid', 'Bedre overganger'])
  await expect(mette.button(m.moveUpNamed('Kortere ventetid'))).toBeFocused()
  await expect(mette.button(m.moveUpNamed('Kortere ventetid'))).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('combobox', { name: m.table.stateOf('Kortere ventetid') }).selectOption(m.state.chosen)
  await arne.expectColumn('chosen', ['Felles plan', 'Kortere ventetid'])
  await expect(titlesOf(mette)).toHaveText(['Felles plan', 'Kortere ventetid', 'Bedre overganger'])
  await expect(page.getByRole('combobox', { name: m.table.stateOf('Kortere ventetid') })).toBeFocused()
  await mette.button(m.removeNamed('Felles plan')).click()
  await arne.expectColumn('chosen', ['Kortere ventetid'])
  await expect(titlesOf(mette)).toHaveText(['Kortere ventetid', 'Bedre overganger'])
  await mette.button(m.undo, page.getByRole('status')).click()
  await expect(titlesOf(mette)).toHaveText(['Felles plan', 'Kortere ventetid', 'Bedre overganger'])
  // Another's change comes into the list; a goal opened from it closes back to it.
  await arne.open('Bedre overganger')
  await arne.title.fill('Betre overgangar')
  await expect(rowOf(mette, 'Betre overgangar')).toContainText(m.presence.writes(['Arne']))
  await titlesOf(mette).filter({ hasText: 'Betre overgangar' }).click()
  await expect(mette.title).toHaveValue('Betre overgangar')
  await expect(page).toHaveURL(/\/mal\/liste\//u)
  await mette.button(m.closePanel).click()
  await expect(mette.panel).toBeHidden()
  await expect(titlesOf(mette).filter({ hasText: 'Betre overgangar' })).toBeFocused()
  // Added from here too.
  await mette.button(m.add).click()
  await mette.field.fill('Lik praksis')
  await mette.field.press('Enter')
  await expect(titlesOf(mette)).toHaveText(['Felles plan', 'Kortere ventetid', 'Betre overgangar', 'Lik praksis'])
  await mette.button(m.addDone).click()
  await mette.button(m.views.board).click()
  await mette.expectColumn('proposed', ['Betre overgangar', 'Lik praksis'])
  await saved(page)
})

test('whoever only reads sees everything, live, and no way to change it or to agree [GB34]', async ({
  person,
  network,
}) => {
  const [id] = await writeGoals(network, [
    { title: 'Felles plan', state: 'chosen', actions: ['Ringe hjem'] },
    { title: 'Bedre overganger' },
  ])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const guest = new GoalBoardPage(await person('Direktøren', { path, as: 'commenter', language: 'nn' }), 'nn')
  const { m, page, panel } = guest
  await expect(page.getByText(m.readOnly)).toBeVisible()
  await expect(panel.getByRole('heading', { name: 'Felles plan' })).toBeVisible()
  await expect(panel.getByText('Ringe hjem')).toBeVisible()
  await mette.title.press('End')
  await mette.title.pressSequentially(' for alle')
  await guest.expectColumn('chosen', ['Felles plan for alle'])
  await expect(guest.column('chosen').getByText(m.presence.writes(['Mette']))).toBeVisible()
  await expect(guest.status).toHaveAttribute('data-save-status', 'readonly')
  await expect(guest.status).toContainText(guest.words.common.status.reading)
  // Nothing of the board to write in, to tick, to move or to delete: only what one has to say about it.
  const talk = guest.words.talk
  await expect(page.getByRole('textbox')).toHaveCount(1)
  await expect(page.getByRole('textbox', { name: talk.write })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('combobox')).toHaveCount(0)
  const changing = [m.add, m.undo, m.redo, m.remove, m.moveGoal('Felles plan for alle'), m.moveGoal('Bedre overganger')]
  for (const name of changing) await expect(page.getByRole('button', { name })).toHaveCount(0)
  await guest.card('Bedre overganger').focus()
  for (const key of ['n', 'm', 'Delete', 'Control+z']) await page.keyboard.press(key)
  await expect(page.getByRole('menu')).toBeHidden()
  await guest.expectColumn('proposed', ['Bedre overganger'])
  await guest.button(m.views.list).click()
  await expect(titlesOf(guest)).toHaveText(['Felles plan for alle', 'Bedre overganger'])
  await expect(page.getByRole('combobox')).toHaveCount(0)
  // Who reads is no member: agreement counts the team only.
  await expect(panel.locator('[data-letter="E"]')).toContainText(m.agreement.progress(0, 1))
})
