import type { Page } from '@playwright/test'
import { expect, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

/** Presses a key; the focus is never lost by it, and what has it shows that it has. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  // A menu or a card takes the focus with the next picture, so this may take a moment, and must come true.
  await expect.poll(async () => page.evaluate(focusOf)).toBe('seen')
}

function focusOf(): string {
  const element = document.activeElement
  if (!element || element === document.body) return 'lost'
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return `hidden: ${element.outerHTML.slice(0, 80)}`
  if (bottom < 0 || top > window.innerHeight) return `off the screen: ${element.outerHTML.slice(0, 80)}`
  const hit = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2)
  if (hit && !element.contains(hit) && !hit.contains(element)) return `covered: ${element.outerHTML.slice(0, 80)}`
  // What takes the focus so that reading goes on there (a panel, the page) needs no ring; what one works with does.
  if (element.matches('[tabindex="-1"]') && !element.matches('a, button, input, select, textarea')) return 'seen'
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  return ring ? 'seen' : `no ring: ${element.outerHTML.slice(0, 80)}`
}

/** Tab until something has the focus, as somebody without a mouse does; the way there must not be long. */
async function tabTo(page: Page, locator: ReturnType<Page['locator']>, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 40) {
  for (let at = 0; at < most; at += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    // Past the last thing on the page comes the browser's own bar, and then the page again.
    await expect.poll(async () => page.evaluate(focusOf)).toMatch(/^(seen|lost)$/u)
  }
  await expect(locator).toBeFocused()
}

test('goals by keyboard alone: add, go, open, edit, close, move, delete, undo [GB10]', async ({ person, network }) => {
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { m, page } = mette
  await expect(page.getByText(m.empty.question)).toBeVisible()
  await tabTo(page, mette.button(m.empty.button))
  await press(page, 'Enter')
  for (const title of ['Nei og meg', 'Felles plan', 'Kortere ventetid']) {
    await expect(mette.field).toBeFocused()
    // Among these letters are the board's own keys: here they are letters.
    await page.keyboard.type(title)
    await press(page, 'Enter')
  }
  await arne.expectColumn('proposed', ['Nei og meg', 'Felles plan', 'Kortere ventetid'])
  await press(page, 'Escape')
  await expect(mette.card('Kortere ventetid')).toBeFocused()
  await press(page, 'n')
  await expect(mette.field).toBeFocused()
  await press(page, 'Escape')
  await expect(mette.button(m.add)).toBeFocused()
  // Arrows.
  await tabTo(page, mette.card('Kortere ventetid'))
  await press(page, 'Home')
  await expect(mette.card('Nei og meg')).toBeFocused()
  await press(page, 'End')
  await expect(mette.card('Kortere ventetid')).toBeFocused()
  await press(page, 'ArrowUp')
  await expect(mette.card('Felles plan')).toBeFocused()
  // Open, edit, close: back on the card.
  await press(page, 'Enter')
  await expect(mette.panel).toBeFocused()
  await tabTo(page, mette.title)
  await press(page, 'End')
  await page.keyboard.type(' med NAV, m/n')
  await press(page, 'Delete')
  await arne.expectColumn('proposed', ['Nei og meg', 'Felles plan med NAV, m/n', 'Kortere ventetid'])
  await press(page, 'Escape')
  await expect(mette.panel).toBeHidden()
  await expect(mette.card('Felles plan med NAV, m/n')).toBeFocused()
  // M, arrows and Enter.
  await press(page, 'm')
  await expect(page.getByRole('menu')).toBeVisible()
  await press(page, 'Escape')
  await expect(mette.card('Felles plan med NAV, m/n')).toBeFocused()
  await press(page, 'm')
  await expect(page.getByRole('menuitemradio', { name: m.state.chosen })).toBeFocused()
  await press(page, 'Enter')
  await arne.expectColumn('chosen', ['Felles plan med NAV, m/n'])
  await expect(mette.card('Felles plan med NAV, m/n')).toBeFocused()
  await press(page, 'ArrowRight')
  await expect(mette.card('Nei og meg')).toBeFocused()
  await press(page, 'm')
  for (let at = 0; at < 4; at += 1) await press(page, 'ArrowDown')
  await expect(page.getByRole('menuitem', { name: m.moveDown })).toBeFocused()
  await press(page, 'Enter')
  await arne.expectColumn('proposed', ['Kortere ventetid', 'Nei og meg'])
  await expect(mette.card('Nei og meg')).toBeFocused()
  // Delete, undo, delete, take back from the list of deleted goals.
  await press(page, 'Delete')
  await arne.expectColumn('proposed', ['Kortere ventetid'])
  await expect(mette.card('Kortere ventetid')).toBeFocused()
  await press(page, 'Control+z')
  await arne.expectColumn('proposed', ['Kortere ventetid', 'Nei og meg'])
  await press(page, 'Control+y')
  await arne.expectColumn('proposed', ['Kortere ventetid'])
  await tabTo(page, mette.deleted)
  await press(page, 'Enter')
  await tabTo(page, mette.button(m.takeBackNamed('Nei og meg')))
  await press(page, 'Enter')
  await arne.expectColumn('proposed', ['Kortere ventetid', 'Nei og meg'])
  await expect(mette.card('Nei og meg')).toBeFocused()
  // The toast of the last deletion is within reach too, and gives the focus back.
  await press(page, 'Delete')
  await tabTo(page, page.getByRole('status').getByRole('button', { name: m.undo, exact: true }))
  await press(page, 'Enter')
  await arne.expectColumn('proposed', ['Kortere ventetid', 'Nei og meg'])
  await saved(page)
})

test('an open goal by keyboard alone: answer, measure, agree, actions, move, delete', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise' }, { title: 'Felles plan' }])
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first), language: 'nn' }), 'nn')
  const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first, id) }))
  const { m, page, panel } = mette
  await tabTo(page, mette.card('Trygg hjemreise'))
  await press(page, 'Enter')
  await expect(panel).toBeFocused()
  // S, then «not yet» on R.
  await tabTo(page, mette.toggle('S'))
  await press(page, 'Enter')
  await page.keyboard.type('Alle får ein samtale')
  await press(page, 'Enter')
  await expect(mette.toggle('S')).toBeFocused()
  await arne.expectLetter('S', true)
  await tabTo(page, mette.toggle('R'))
  await press(page, ' ')
  await tabTo(page, mette.button(m.answerNotYet, mette.row('R')))
  await press(page, 'Enter')
  await arne.expectLetter('R', false)
  await tabTo(page, mette.row('R').getByRole('textbox'), 'Shift+Tab')
  await press(page, 'Escape')
  await expect(mette.toggle('R')).toBeFocused()
  // M.
  await tabTo(page, mette.toggle('M'), 'Shift+Tab')
  await press(page, 'Enter')
  await page.keyboard.type('Talet på samtalar')
  await tabTo(page, mette.row('M').getByRole('textbox', { name: m.measure.target }))
  await page.keyboard.type('80')
  await tabTo(page, mette.row('M').getByRole('checkbox', { name: m.measure.baselineUnknown }), 'Shift+Tab')
  await press(page, ' ')
  await arne.expectLetter('M', true)
  await tabTo(page, mette.row('M').getByRole('textbox', { name: m.measure.due }))
  await page.keyboard.type('1.6.2027')
  await press(page, 'Enter')
  await arne.expectLetter('T', true)
  await tabTo(page, mette.button(m.finished, mette.row('M')))
  await press(page, 'Enter')
  await expect(mette.toggle('M')).toBeFocused()
  // E.
  const agree = mette.button(m.agreement.agree, mette.row('E'))
  await tabTo(page, agree)
  await press(page, 'Enter')
  await expect(arne.row('E')).toContainText(arne.m.agreement.progress(1, 2))
  await expect(mette.button(m.agreement.takeBack, mette.row('E'))).toBeFocused()
  // An action.
  await tabTo(page, mette.button(m.actions.add), 'Tab')
  await press(page, 'Enter')
  await page.keyboard.type('Ringje same kveld')
  await press(page, 'Enter')
  await page.keyboard.type('Sende med liste')
  await press(page, 'Enter')
  await press(page, 'Escape')
  await expect(mette.button(m.actions.add)).toBeFocused()
  await expect(arne.panel.locator('[data-action]')).toHaveText([/Ringje same kveld/u, /Sende med liste/u])
  await tabTo(page, panel.getByRole('checkbox', { name: m.actions.done('Ringje same kveld') }))
  await press(page, ' ')
  await expect(arne.panel.getByRole('checkbox', { name: arne.m.actions.done('Ringje same kveld') })).toBeChecked()
  await tabTo(page, mette.button(m.actions.edit('Sende med liste')))
  await press(page, 'Enter')
  await page.keyboard.type(' heim')
  await press(page, 'Enter')
  await expect(mette.button(m.actions.edit('Sende med liste heim'))).toBeFocused()
  await press(page, 'Enter')
  await tabTo(page, mette.button(m.moveUpNamed('Sende med liste heim')))
  await press(page, 'Enter')
  await expect(arne.panel.locator('[data-action]')).toHaveText([/Sende med liste/u, /Ringje same kveld/u])
  await tabTo(page, mette.button(m.removeNamed('Sende med liste heim')))
  await press(page, 'Enter')
  await expect(arne.panel.locator('[data-action]')).toHaveText([/Ringje same kveld/u])
  await press(page, 'Control+z')
  await expect(arne.panel.locator('[data-action]')).toHaveText([/Sende med liste/u, /Ringje same kveld/u])
  // Move and delete from the panel.
  await tabTo(page, mette.button(m.move, panel))
  await press(page, 'Enter')
  await press(page, 'Enter')
  await arne.expectColumn('chosen', ['Trygg hjemreise'])
  await expect(mette.button(m.move, panel)).toBeFocused()
  await tabTo(page, mette.button(m.remove, panel))
  await press(page, 'Enter')
  await expect(panel).toBeHidden()
  await expect(mette.card('Felles plan')).toBeFocused()
  await expect(arne.panel.getByText(arne.m.goneHere)).toBeVisible()
  await saved(page)
})

test('the list by keyboard alone', async ({ person, network }) => {
  await writeGoals(network, [{ title: 'Felles plan' }, { title: 'Kortere ventetid' }])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path, language: 'en' }), 'en')
  const arne = new GoalBoardPage(await person('Arne', { path }))
  const { m, page } = mette
  await tabTo(page, mette.button(m.views.list))
  await press(page, 'Enter')
  await tabTo(page, mette.button(m.moveDownNamed('Felles plan')))
  await press(page, 'Enter')
  await arne.expectColumn('proposed', ['Kortere ventetid', 'Felles plan'])
  await expect(mette.button(m.moveDownNamed('Felles plan'))).toBeFocused()
  const where = page.getByRole('combobox', { name: m.table.stateOf('Felles plan') })
  await tabTo(page, where, 'Shift+Tab')
  await page.keyboard.type(m.state.reached)
  await arne.expectColumn('reached', ['Felles plan'])
  await expect(where).toBeFocused()
  await tabTo(page, mette.card('Felles plan'), 'Shift+Tab')
  await press(page, 'Enter')
  await tabTo(page, mette.title)
  await press(page, 'Escape')
  await expect(mette.card('Felles plan')).toBeFocused()
  await tabTo(page, mette.button(m.removeNamed('Felles plan')))
  await press(page, 'Enter')
  await arne.expectColumn('reached', [])
  await expect(mette.card('Kortere ventetid')).toBeFocused()
  await press(page, 'Control+z')
  await arne.expectColumn('reached', ['Felles plan'])
})
