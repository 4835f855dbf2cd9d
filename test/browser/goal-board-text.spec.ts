import { expect, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

/** Made up; no person has it. */
const identityNumber = '10915596784'
const long = 'Pasienten skal slippe å fortelle alt på nytt. '.repeat(10).slice(0, 400)

test('a goal of only spaces is not made, and says what is missing', async ({ person, network }) => {
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first), language: 'nn' }), 'nn')
  const { m } = mette
  await mette.button(m.empty.button).click()
  await mette.field.fill('   ')
  await mette.field.press('Enter')
  await expect(mette.page.getByRole('alert').getByText(m.noWords)).toBeVisible()
  await expect(mette.field).toHaveAttribute('aria-invalid', 'true')
  await expect(mette.field).toBeFocused()
  await mette.field.fill('Kortare ventetid')
  await expect(mette.page.getByText(m.noWords)).toBeHidden()
  await mette.field.press('Enter')
  await mette.expectColumn('proposed', ['Kortare ventetid'])
  // A title that is emptied later is a goal without words; it is still there to be opened.
  await mette.button(m.addDone).click()
  await mette.open('Kortare ventetid')
  await mette.title.fill('  ')
  await mette.expectColumn('proposed', [m.untitled])
  await mette.title.fill('Kortare ventetid hos DPS')
  await mette.expectColumn('proposed', ['Kortare ventetid hos DPS'])
})

test('400 pasted characters: a sentence, and not one of them lost', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Kort', actions: ['Ringe'] }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'en' }), 'en')
  const { m, page, panel } = mette
  const paste = async () => page.evaluate((text) => document.execCommand('insertText', false, text), long)
  // A new goal: nothing is added, all of it stays in the field.
  await mette.button(m.add).click()
  await paste()
  await mette.field.press('Enter')
  await expect(page.getByRole('alert').getByText(m.tooLong(400, 300))).toBeVisible()
  await expect(mette.field).toHaveValue(long)
  await mette.field.press('Escape')
  // A shared text: what there is no room for stands below it to be copied.
  await mette.title.press('End')
  await paste()
  const refused = panel.getByRole('textbox', { name: mette.words.common.text.full(300) })
  await expect(refused).toHaveValue(long)
  for (const each of [mette, arne]) await expect(each.title).toHaveValue('Kort')
  await mette.button(mette.words.common.copy, panel).click()
  await expect(mette.button(mette.words.common.copied, panel)).toBeVisible()
  await mette.button(mette.words.common.text.forget, panel).click()
  await expect(refused).toBeHidden()
  // An action.
  await mette.button(m.actions.add).click()
  await panel.getByRole('textbox', { name: m.actions.addLabel }).fill(long)
  await panel.getByRole('textbox', { name: m.actions.addLabel }).press('Enter')
  await expect(panel.getByText(m.tooLong(400, 300))).toBeVisible()
  await expect(panel.getByRole('textbox', { name: m.actions.addLabel })).toHaveValue(long)
  await expect(arne.panel.locator('[data-action]')).toHaveText([/Ringe/u])
  await saved(page)
})

test('what looks like an identity number gets a soft warning and is in no log', async ({ person, network, server }) => {
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { m, page, panel } = mette
  const warning = mette.words.common.text.identityNumber
  await mette.title.press('End')
  await mette.title.pressSequentially(` for ${identityNumber}`)
  await expect(panel.getByText(warning)).toBeVisible()
  // Soft: it is on the board all the same, and whoever opens it is warned too.
  await expect(arne.title).toHaveValue(`Trygg hjemreise for ${identityNumber}`)
  await expect(arne.panel.getByText(arne.words.common.text.identityNumber)).toBeVisible()
  await mette.title.fill('Trygg hjemreise')
  await expect(panel.getByText(warning)).toBeHidden()
  await mette.toggle('S').click()
  await mette.row('S').getByRole('textbox').fill('109155 96784 skal få plan')
  await expect(mette.row('S').getByText(warning)).toBeVisible()
  await mette.row('S').getByRole('textbox').press('Escape')
  await mette.button(m.actions.add).click()
  await panel.getByRole('textbox', { name: m.actions.addLabel }).fill(`Ringe ${identityNumber}`)
  await expect(panel.getByText(warning)).toBeVisible()
  await mette.button(m.add).click()
  await mette.field.fill(identityNumber)
  await expect(page.getByText(warning)).toHaveCount(2)
  await saved(page)
  const log = server.stdout() + server.stderr()
  expect(log.length).toBeGreaterThan(0)
  expect(log).not.toMatch(/10915596784|109155 96784/u)
})
