import { deleteGoal } from '../../shared/ops/goals.ts'
import { expect, saved, test } from './fixtures.ts'
import { carryTo, drop, lift } from './support/drag.ts'
import { writeGoals } from './support/goals.ts'
import { ImprovementPage } from './support/improvement-page.ts'
import { press, tabTo } from './support/keyboard.ts'
import { phasesPath, writePhases } from './support/phases.ts'

test('steps go forward by a press and anywhere by the menu; several phases are under way at once [IM2] [IM3]', async ({
  person,
  network,
}) => {
  const path = phasesPath(network.first)
  const mette = new ImprovementPage(await person('Mette', { path }))
  const arne = new ImprovementPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const both = [mette, arne]
  const { m, page } = mette
  await mette.step('prepare.need').click()
  for (const each of both) await each.expectStep('prepare.need', 'started')
  await mette.step('prepare.need').click()
  for (const each of both) {
    await each.expectStep('prepare.need', 'done')
    await each.expectPhase('prepare', 'started', 1, 3)
  }
  await arne.step('do.try').click()
  for (const each of both) {
    await each.expectPhase('do', 'started', 0, 2)
    await each.expectPhase('prepare', 'started', 1, 3)
  }
  // The menu goes back too.
  await mette.button(m.chooseState(m.step['prepare.need'])).click()
  await page.getByRole('menuitemradio', { name: m.state.none }).click()
  for (const each of both) {
    await each.expectStep('prepare.need', 'none')
    await each.expectPhase('prepare', 'none', 0, 3)
  }
  // Undo takes back Mette's own last step, not Arne's.
  await mette.button(mette.words.goals.undo).click()
  for (const each of both) {
    await each.expectStep('prepare.need', 'done')
    await each.expectStep('do.try', 'started')
  }
  await saved(page)
})

test('cards: add, drag, menu, open, move, delete and take back [IM10] [IM13]', async ({ person, network }) => {
  await writePhases(network, { cards: { plan: ['Spørre brukerne'], do: ['Møte på Teams'] } })
  const path = phasesPath(network.first)
  const mette = new ImprovementPage(await person('Mette', { path }))
  const arne = new ImprovementPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const both = [mette, arne]
  const { m, page, panel } = mette
  await mette.button(m.add).click()
  await mette.field.fill('   ')
  await mette.field.press('Enter')
  await expect(page.getByText(m.emptyText)).toBeVisible()
  await mette.field.fill('Prøve med fire pasienter')
  await page.getByRole('combobox', { name: m.addPhase }).selectOption({ label: m.phase.do })
  await mette.button(m.addButton).click()
  await expect(mette.field).toHaveValue('')
  await mette.button(m.addDone).click()
  for (const each of both) await each.expectCards('do', ['Møte på Teams', 'Prøve med fire pasienter'])
  // Drag.
  await lift(page, mette.card('Spørre brukerne'))
  await carryTo(page, mette.card('Møte på Teams'), 'top', m.drag.over('Spørre brukerne', m.phase.do))
  await expect(arne.page.getByText(arne.words.goals.presence.moves(['Mette']))).toBeVisible()
  await drop(page)
  for (const each of both) {
    await each.expectCards('do', ['Spørre brukerne', 'Møte på Teams', 'Prøve med fire pasienter'])
    await each.expectCards('plan', [])
  }
  // The menu.
  await mette.button(m.moveCard('Spørre brukerne')).click()
  await page.getByRole('menuitemradio', { name: m.phase.evaluate }).click()
  for (const each of both) await each.expectCards('evaluate', ['Spørre brukerne'])
  // Open, write, move, delete.
  await mette.card('Møte på Teams').click()
  await mette.text.fill('Møte på Teams før hjemreise')
  await arne.expectCards('do', ['Møte på Teams før hjemreise', 'Prøve med fire pasienter'])
  await panel.getByRole('combobox', { name: m.phaseField }).selectOption({ label: m.phase.followUp })
  for (const each of both) await each.expectCards('followUp', ['Møte på Teams før hjemreise'])
  await mette.button(m.remove, panel).click()
  await expect(panel).toBeHidden()
  await expect(mette.toast).toBeInViewport()
  for (const each of both) await each.expectCards('followUp', [])
  await arne.deleted.click()
  await arne.button(arne.m.takeBackNamed('Møte på Teams før hjemreise')).click()
  for (const each of both) await each.expectCards('followUp', ['Møte på Teams før hjemreise'])
  await saved(page)
})

test('an open card that another deletes says so and keeps what I wrote [IM13]', async ({ person, network }) => {
  const ids = await writePhases(network, { cards: { do: ['Møte på Teams', 'Spørre brukerne'] } })
  const mette = new ImprovementPage(
    await person('Mette', { path: phasesPath(network.first, 'team', ids.get('Møte på Teams')) }),
  )
  const arne = new ImprovementPage(await person('Arne', { path: phasesPath(network.first) }))
  await mette.text.fill('Møte på Teams før hjemreise')
  await expect(arne.page.getByText(arne.words.goals.presence.writes(['Mette']))).toBeVisible()
  await arne.card('Møte på Teams').focus()
  await arne.page.keyboard.press('Delete')
  await expect(mette.panel.getByText(mette.m.goneHere)).toBeVisible()
  await mette.button(mette.m.takeBack, mette.panel).click()
  await expect(mette.text).toHaveValue('Møte på Teams før hjemreise')
  await arne.expectCards('do', ['Møte på Teams før hjemreise', 'Spørre brukerne'])
})

test('each chosen goal has a board; when another deletes the goal it says so, and it comes back with all [IM1] [IM20] [IM21]', async ({
  person,
  network,
}) => {
  const [goalId = ''] = await writeGoals(network, [{ title: 'Trygg hjemreise', state: 'chosen' }])
  await writePhases(network, { boardId: goalId, cards: { do: ['Ringe hjem'] }, steps: { 'do.try': 'started' } })
  const mette = new ImprovementPage(await person('Mette', { path: phasesPath(network.first) }))
  const { m, page } = mette
  await mette.expectCards('do', [])
  await mette.button(m.switchGoal).click()
  await page.getByRole('menuitemradio', { name: 'Trygg hjemreise' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trygg hjemreise')
  await mette.expectCards('do', ['Ringe hjem'])
  await mette.button(m.add).click()
  await mette.field.fill('Skrive epikrise')
  await network.writeBoard(network.first, (board) => deleteGoal(board, { id: goalId, time: Date.now() }))
  await expect(page.getByText(m.goalDeleted('Trygg hjemreise'))).toBeVisible()
  await expect(mette.field).toHaveValue('Skrive epikrise')
  await mette.button(m.takeGoalBack).click()
  await mette.expectCards('do', ['Ringe hjem'])
  await mette.expectStep('do.try', 'started')
  await mette.field.press('Enter')
  await expect(mette.field).toHaveValue('')
  await expect(mette.card('Skrive epikrise')).toBeVisible()
})

test('the board by keyboard alone [IM2] [IM11]', async ({ person, network }) => {
  await writePhases(network, { cards: { plan: ['Spørre brukerne', 'Telle epikriser'], do: ['Møte på Teams'] } })
  const path = phasesPath(network.first)
  const mette = new ImprovementPage(await person('Mette', { path, language: 'nn' }), 'nn')
  const arne = new ImprovementPage(await person('Arne', { path }))
  const { page } = mette
  await tabTo(page, mette.step('prepare.need'))
  await press(page, 'Enter')
  await arne.expectStep('prepare.need', 'started')
  await press(page, 'm')
  await expect(page.getByRole('menu')).toBeVisible()
  await press(page, 'End')
  await press(page, 'Enter')
  await arne.expectStep('prepare.need', 'done')
  await expect(mette.step('prepare.need')).toBeFocused()
  await tabTo(page, mette.card('Spørre brukerne'))
  await press(page, 'ArrowDown')
  await expect(mette.card('Telle epikriser')).toBeFocused()
  await press(page, 'm')
  await expect(page.getByRole('menu')).toBeVisible()
  await press(page, 'Home')
  await press(page, 'Enter')
  await arne.expectCards('prepare', ['Telle epikriser'])
  await expect(mette.card('Telle epikriser')).toBeFocused()
  await press(page, 'n')
  await expect(mette.field).toBeFocused()
  await page.keyboard.type('Ny m/n')
  await press(page, 'Enter')
  await press(page, 'Escape')
  await expect(mette.card('Ny m/n')).toBeFocused()
  await press(page, 'Enter')
  await expect(mette.panel).toBeFocused()
  await press(page, 'Escape')
  await expect(mette.card('Ny m/n')).toBeFocused()
  await press(page, 'Delete')
  await expect(arne.card('Ny m/n')).toHaveCount(0)
  await press(page, 'Control+z')
  await expect(arne.card('Ny m/n')).toBeVisible()
  await saved(page)
})

test('the list holds the same and changes the same; one who may only read changes nothing [IM4] [IM5]', async ({
  person,
  network,
}) => {
  await writePhases(network, { cards: { plan: ['Spørre brukerne', 'Telle epikriser'] } })
  const mette = new ImprovementPage(await person('Mette', { path: `${phasesPath(network.first)}/liste` }))
  const ole = new ImprovementPage(await person('Ole', { path: phasesPath(network.first), as: 'commenter' }))
  const { m, page } = mette
  await expect(ole.page.getByText(ole.m.readOnly)).toBeVisible()
  await page.getByRole('combobox', { name: m.chooseState(m.step['do.try']) }).selectOption({ label: m.state.started })
  await ole.expectPhase('do', 'started', 0, 2)
  await mette.button(m.moveDownNamed('Spørre brukerne')).click()
  await ole.expectCards('plan', ['Telle epikriser', 'Spørre brukerne'])
  await page.getByRole('combobox', { name: m.moveCard('Spørre brukerne') }).selectOption({ label: m.phase.do })
  await ole.expectCards('do', ['Spørre brukerne'])
  await mette.button(m.removeNamed('Spørre brukerne')).click()
  await ole.expectCards('do', [])
  await mette.button(mette.words.goals.undo, mette.toast).click()
  await ole.expectCards('do', ['Spørre brukerne'])
  // Ole has neither buttons nor keys that do anything.
  await expect(ole.step('prepare.need')).toHaveCount(0)
  for (const name of [m.add, m.moveCard('Spørre brukerne'), ole.words.goals.undo]) {
    await expect(ole.button(name)).toHaveCount(0)
  }
  await ole.card('Spørre brukerne').focus()
  for (const key of ['Delete', 'm', 'n']) await ole.page.keyboard.press(key)
  await ole.card('Spørre brukerne').click()
  await expect(ole.panel.getByRole('heading', { name: 'Spørre brukerne' })).toBeVisible()
  await expect(ole.text).toHaveCount(0)
  await expect(mette.card('Spørre brukerne')).toBeVisible()
})
