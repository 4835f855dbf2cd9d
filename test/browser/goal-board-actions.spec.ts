import { expect, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

const actionsOf = (board: GoalBoardPage) => board.panel.locator('[data-action]')
const action = (board: GoalBoardPage, text: string) => actionsOf(board).filter({ hasText: text })

test('actions: add, who does it, by when, how far, in which order, delete and take back [GB42]', async ({
  person,
  network,
}) => {
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { m, panel } = mette
  await expect(panel.getByText(m.actions.empty)).toBeVisible()
  await mette.button(m.actions.add).click()
  const line = panel.getByRole('textbox', { name: m.actions.addLabel })
  for (const text of ['Ringe hjem samme kveld', 'Sjekkliste på avdelingen', 'Møte på Teams']) {
    await line.fill(text)
    await line.press('Enter')
    await expect(line).toHaveValue('')
  }
  await mette.button(m.finished, panel).click()
  await expect(actionsOf(arne)).toHaveText([/Ringe hjem/u, /Sjekkliste/u, /Møte på Teams/u])
  await expect(arne.card('Trygg hjemreise')).toContainText(arne.m.actionsCount(3))
  // Opened: words, owner, state, date.
  await mette.button(m.actions.edit('Møte på Teams')).click()
  const text = panel.getByRole('textbox', { name: m.actions.text, exact: true })
  await expect(text).toBeFocused()
  await expect(actionsOf(arne).filter({ hasText: arne.m.presence.writes(['Mette']) })).toHaveCount(1)
  await text.press('End')
  await text.pressSequentially(' hver fredag')
  await panel.getByLabel(m.actions.owner, { exact: true }).selectOption('Arne')
  await panel.getByLabel(m.actions.state).selectOption(m.actions.states.underway)
  await panel.getByLabel(m.actions.due, { exact: true }).fill('1. april 2027')
  await panel.getByLabel(m.actions.due, { exact: true }).press('Enter')
  const theirs = action(arne, 'Møte på Teams hver fredag')
  await expect(theirs).toContainText('Arne')
  await expect(theirs).toContainText(arne.m.actions.states.underway)
  await expect(theirs).toContainText('1. april')
  // Somebody who is not in the team, by name; a date that does not exist.
  await panel.getByLabel(m.actions.owner, { exact: true }).selectOption(m.person.other)
  const other = panel.getByLabel(`${m.actions.owner}: ${m.person.otherName}`)
  await other.fill('Fastlegen på Os')
  await other.press('Enter')
  await expect(theirs).toContainText('Fastlegen på Os')
  await panel.getByLabel(m.actions.due, { exact: true }).fill('32. april')
  await panel.getByLabel(m.actions.due, { exact: true }).press('Enter')
  await expect(panel.getByText(m.date.wrong)).toBeVisible()
  await expect(panel.getByLabel(m.actions.due, { exact: true })).toHaveValue('32. april')
  // Order.
  await mette.button(m.moveUpNamed('Møte på Teams hver fredag')).click()
  await expect(actionsOf(arne)).toHaveText([/Ringe hjem/u, /Møte på Teams/u, /Sjekkliste/u])
  await mette.button(m.moveUpNamed('Møte på Teams hver fredag')).click()
  await expect(mette.button(m.moveUpNamed('Møte på Teams hver fredag'))).toBeDisabled()
  await expect(actionsOf(arne)).toHaveText([/Møte på Teams/u, /Ringe hjem/u, /Sjekkliste/u])
  // Done with one press, and not done again.
  const tick = panel.getByRole('checkbox', { name: m.actions.done('Ringe hjem samme kveld') })
  await tick.click()
  await expect(arne.panel.getByRole('checkbox', { name: arne.m.actions.done('Ringe hjem samme kveld') })).toBeChecked()
  await tick.click()
  await expect(
    arne.panel.getByRole('checkbox', { name: arne.m.actions.done('Ringe hjem samme kveld') }),
  ).not.toBeChecked()
  // Deleted: taken back from the toast, and by somebody else from the list.
  const remove = m.removeNamed('Møte på Teams hver fredag')
  await mette.button(remove).click()
  await expect(actionsOf(arne)).toHaveText([/Ringe hjem/u, /Sjekkliste/u])
  await mette.button(m.undo, mette.page.getByRole('status')).click()
  await expect(actionsOf(arne)).toHaveText([/Møte på Teams/u, /Ringe hjem/u, /Sjekkliste/u])
  if (!(await mette.button(remove).isVisible())) await mette.button(m.actions.edit('Møte på Teams hver fredag')).click()
  await mette.button(remove).click()
  await arne.panel.locator('summary').filter({ hasText: arne.m.actions.deleted }).click()
  await arne.button(arne.m.takeBackNamed('Møte på Teams hver fredag')).click()
  await expect(actionsOf(mette)).toHaveText([/Møte på Teams/u, /Ringe hjem/u, /Sjekkliste/u])
  await expect(action(mette, 'Møte på Teams')).toContainText('Fastlegen på Os')
  await saved(mette.page)
})

test('a sub-goal shows what it is under, on both sides, and nothing can be hung under itself', async ({
  person,
  network,
}) => {
  const [under, over] = await writeGoals(network, [{ title: 'Felles opplæring' }, { title: 'Bedre samarbeid' }])
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, under) }))
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first, over), language: 'nn' }), 'nn')
  const { m } = mette
  await expect(arne.panel.getByLabel(arne.m.parent, { exact: true })).toBeVisible()
  await mette.panel.getByLabel(m.parent, { exact: true }).selectOption('Bedre samarbeid')
  for (const each of [mette, arne]) {
    await expect(each.card('Felles opplæring')).toContainText(each.m.under('Bedre samarbeid'))
  }
  await expect(arne.panel.getByRole('link', { name: 'Felles opplæring' })).toBeVisible()
  // What hangs under it cannot be chosen over it.
  await expect(arne.panel.getByLabel(arne.m.parent, { exact: true }).getByRole('option')).toHaveText([
    arne.m.parentNone,
  ])
  await arne.panel.getByRole('link', { name: 'Felles opplæring' }).click()
  await expect(arne.title).toHaveValue('Felles opplæring')
  await arne.panel.getByLabel(arne.m.parent, { exact: true }).selectOption(arne.m.parentNone)
  await expect(mette.panel.getByLabel(m.parent, { exact: true })).toHaveValue('')
  await saved(arne.page)
})

test('two who hang two goals under each other at once get one board that reads the same', async ({
  person,
  network,
}) => {
  const [first, second] = await writeGoals(network, [{ title: 'Felles opplæring' }, { title: 'Bedre samarbeid' }])
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, first) }))
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first, second) }))
  const parentOf = (each: GoalBoardPage) => each.panel.getByLabel(each.m.parent, { exact: true })
  await expect(parentOf(arne)).toBeVisible()
  await arne.page.context().setOffline(true)
  await parentOf(mette).selectOption('Bedre samarbeid')
  await parentOf(arne).selectOption('Felles opplæring')
  await saved(mette.page)
  await arne.page.context().setOffline(false)
  await saved(arne.page)
  // A ring reads as no parents, for both, until somebody chooses again.
  for (const each of [mette, arne]) await expect(parentOf(each)).toHaveValue('')
  await parentOf(mette).selectOption('Bedre samarbeid')
  await expect(arne.panel.getByRole('link', { name: 'Felles opplæring' })).toBeVisible()
})
