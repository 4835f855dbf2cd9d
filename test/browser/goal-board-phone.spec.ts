import type { Locator, Page } from '@playwright/test'
import { expect, expectNoSidewaysScroll, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { expectLargeTargets } from './support/targets.ts'
import { touchDrag } from './support/touch.ts'

for (const device of ['phone', 'tablet'] as const) {
  test(`a ${device}: add, open, answer, agree, act, move, delete and take back by touch`, async ({
    person,
    network,
  }) => {
    const path = boardPath(network.first)
    const mette = new GoalBoardPage(await person('Mette', { path, device, language: 'nn' }), 'nn')
    const arne = new GoalBoardPage(await person('Arne', { path }))
    const { m, page, panel } = mette
    await expectNoSidewaysScroll(page)
    await mette.button(m.empty.button).tap()
    await mette.field.fill('Trygg heimreise')
    await mette.button(m.addButton).tap()
    await mette.field.fill('Felles plan')
    await mette.button(m.addButton).tap()
    await arne.expectColumn('proposed', ['Trygg heimreise', 'Felles plan'])
    await expectNoSidewaysScroll(page)
    await mette.button(m.addDone).tap()
    await expectLargeTargets(page)
    // Open: over the board, with a way back.
    await mette.card('Trygg heimreise').tap()
    await expect(mette.title).toBeVisible()
    if (device === 'phone') await expectToFill(page, panel)
    await expectNoSidewaysScroll(page)
    await mette.title.fill('Trygg heimreise for alle')
    await arne.expectColumn('proposed', ['Trygg heimreise for alle', 'Felles plan'])
    await mette.toggle('S').tap()
    await mette.row('S').getByRole('textbox').fill('Alle får ein samtale')
    await mette.button(m.finished, mette.row('S')).tap()
    await mette.button(m.agreement.agree, mette.row('E')).tap()
    await mette.toggle('M').tap()
    await mette.button(m.measure.examples[1]?.name ?? '').tap()
    await mette.row('M').getByRole('textbox', { name: m.measure.target }).fill('12,5')
    await mette.row('M').getByText(m.measure.baselineUnknown).tap()
    await expectNoSidewaysScroll(page)
    await expectLargeTargets(page)
    await mette.button(m.finished, mette.row('M')).tap()
    await mette.button(m.actions.add).tap()
    await panel.getByRole('textbox', { name: m.actions.addLabel }).fill('Ringje heim')
    await mette.button(m.actions.addButton, panel).tap()
    await mette.button(m.finished, panel).tap()
    await panel.getByRole('checkbox', { name: m.actions.done('Ringje heim') }).tap()
    await mette.button(m.actions.edit('Ringje heim')).tap()
    await expectLargeTargets(page)
    await expectNoSidewaysScroll(page)
    await arne.open('Trygg heimreise for alle')
    for (const letter of ['S', 'M'] as const) await arne.expectLetter(letter, true)
    await expect(arne.row('E')).toContainText(arne.m.agreement.progress(1, 2))
    await expect(arne.panel.getByRole('checkbox', { name: arne.m.actions.done('Ringje heim') })).toBeChecked()
    // Move from the panel, back, move and delete from the card.
    await mette.button(m.move, panel).tap()
    await expectLargeTargets(page)
    await page.getByRole('menuitemradio', { name: m.state.chosen }).tap()
    await arne.expectColumn('chosen', ['Trygg heimreise for alle'])
    await mette.button(device === 'phone' ? m.backToBoard : m.closePanel, panel).tap()
    await expect(panel).toBeHidden()
    await expect(mette.card('Trygg heimreise for alle')).toBeFocused()
    await mette.button(m.moveGoal('Felles plan')).tap()
    await page.getByRole('menuitem', { name: m.remove }).tap()
    await arne.expectColumn('proposed', [])
    await expectNoSidewaysScroll(page)
    // The toast covers neither the ways between the pages nor the way to a new goal.
    const undo = mette.button(m.undo, page.getByRole('status'))
    for (const below of [page.getByRole('navigation'), mette.button(m.add)]) await expectApart(undo, below)
    await undo.tap()
    await arne.expectColumn('proposed', ['Felles plan'])
    // The list, and the browser's own «back» out of a goal.
    await mette.button(m.views.list).tap()
    await expect(page.getByRole('table')).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectLargeTargets(page)
    await mette.card('Felles plan').tap()
    await expect(mette.title).toHaveValue('Felles plan')
    await page.goBack()
    await expect(panel).toBeHidden()
    await expect(page.getByRole('table')).toBeVisible()
    await saved(page)
  })

  test(`a ${device}: a goal is dragged by a finger that rests on it first`, async ({ person, network }) => {
    await writeGoals(network, [
      { title: 'Første', state: 'chosen' },
      { title: 'Andre', state: 'chosen' },
      { title: 'Tredje', state: 'chosen' },
    ])
    const path = boardPath(network.first)
    const mette = new GoalBoardPage(await person('Mette', { path, device }))
    const arne = new GoalBoardPage(await person('Arne', { path }))
    const finger = await touchDrag(mette.page, mette.card('Første'))
    await expect(mette.page.getByText(mette.m.drag.over('Første', mette.m.state.chosen))).toBeAttached()
    await expect(arne.page.getByText(arne.m.presence.moves(['Mette']))).toBeVisible()
    await finger.moveTo(mette.card('Andre'))
    await finger.letGo()
    for (const each of [mette, arne]) await each.expectColumn('chosen', ['Andre', 'Første', 'Tredje'])
    await expect(mette.panel).toBeHidden()
  })
}

async function expectApart(one: Locator, other: Locator): Promise<void> {
  const apart = async () => {
    const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()])
    if (!a || !b) return 'not on the screen'
    return a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x
  }
  await expect.poll(apart).toBe(true)
}

/** Nothing of the board is beside it. */
async function expectToFill(page: Page, panel: Locator): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  await expect.poll(async () => (await panel.boundingBox())?.width ?? 0).toBeGreaterThanOrEqual(width)
}
