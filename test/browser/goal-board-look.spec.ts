import { newId } from '../../client/new-id.ts'
import { addAction, setActionDue, setActionOwner, setActionState } from '../../shared/ops/actions.ts'
import { addGoal, answerSmarte, deleteGoal, setGoalParent } from '../../shared/ops/goals.ts'
import { setMeasureField } from '../../shared/ops/measures.ts'
import { setText } from '../../shared/ops/text.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import type * as Y from 'yjs'
import { expect, expectAccessible, expectNoSidewaysScroll, look, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { isSeen } from './support/devices.ts'
import { boardPath } from './support/goals.ts'
import type { Network } from './support/network.ts'

const devices = (['laptop', 'oldLaptop', 'tablet', 'phone'] as const).filter(isSeen)
const main = 'Bedre kommunikasjon og samhandling mellom 1. og 2. linjetjenesten'

/** A board as a team has it after a day: goals in every state, one of them nearly SMARTE. Resolves to that one's id. */
async function writeBoard(network: Network): Promise<string> {
  const time = Date.now()
  const id = newId()
  const goal = (board: TeamDocument, title: string, state: Parameters<typeof addGoal>[1]['state']) => {
    const made = newId()
    addGoal(board, { id: made, title, state, time })
    return made
  }
  await network.writeBoard(network.first, (board) => {
    addGoal(board, { id, title: main, state: 'chosen', time })
    const answers = [
      ['specific', 'Epikrise og plan er klare før hjemreise'],
      ['motivating', '«Kari» slipper å fortelle alt på nytt'],
    ] as const
    for (const [question, text] of answers) {
      setText(board.goals.get(id)?.get(`${question}Text`) as Y.Text, text, 600)
      answerSmarte(board, { id, question, value: true })
    }
    answerSmarte(board, { id, question: 'realistic', value: false })
    setText(board.measures.get(id)?.get('name') as Y.Text, 'Andel hjemreiser med felles møte på forhånd', 160)
    setMeasureField(board, { goalId: id, field: 'unit', value: '%' })
    setMeasureField(board, { goalId: id, field: 'baseline', value: 20 })
    setMeasureField(board, { goalId: id, field: 'target', value: 80 })
    setMeasureField(board, { goalId: id, field: 'due', value: '2027-06-01' })
    const actions = ['Fast kontaktperson på DPS', 'Møte på Teams før hjemreise', 'Felles sjekkliste for samhandling']
    const [first, second] = actions.map((text) => {
      const made = newId()
      addAction(board, { id: made, goalId: id, text, time })
      return made
    })
    setActionState(board, { id: first ?? '', state: 'done' })
    setActionOwner(board, { id: first ?? '', owner: { name: 'Arne' } })
    setActionDue(board, { id: first ?? '', due: '2027-02-15' })
    setActionState(board, { id: second ?? '', state: 'underway' })
    setActionDue(board, { id: second ?? '', due: '2027-04-01' })
    goal(board, 'Avklare mål med hver enkelt bruker. Spørre: Hva er viktig for deg?', 'chosen')
    const under = goal(board, 'NAV inviteres inn i forbedringsarbeidet', 'proposed')
    setGoalParent(board, { id: under, parentId: id })
    goal(board, 'Åpne nytt lavterskeltilbud med aktivitet', 'proposed')
    goal(board, 'Samle informasjon om tilbudene i kommunen', 'proposed')
    goal(board, 'Alle har fått en koordinator', 'reached')
    deleteGoal(board, { id: goal(board, 'Ny brosjyre til pasientene', 'setAside'), time })
  })
  return id
}

for (const device of devices) {
  test(`the goal board on the screen of a ${device}: empty, board, list, deleted, menu and open goal, seen and accessible`, async ({
    person,
    network,
  }) => {
    test.slow()
    const language = device === 'laptop' ? 'en' : device === 'oldLaptop' ? 'nb' : 'nn'
    const path = boardPath(network.first)
    const mette = new GoalBoardPage(await person('Mette', { path, device, language }), language)
    const { m, page, panel } = mette
    // What one screen shows, the other of its kind shows too: half of them are held to WCAG, all are looked at.
    const held = device === 'laptop' || device === 'phone'
    const check = async (name: string) => {
      await expectNoSidewaysScroll(page)
      await look(page, `goal-board-${name}-${device}`)
      if (!held) return
      // All of it at once: what lies half behind a bar can be scrolled from there, which axe does not do.
      const size = page.viewportSize()
      if (size && device === 'phone') await page.setViewportSize({ ...size, height: 3_000 })
      await expectAccessible(page)
      if (size) await page.setViewportSize(size)
    }
    await expect(mette.button(m.empty.button)).toBeVisible()
    await check('empty')
    const id = await writeBoard(network)
    await expect(mette.card(main)).toBeVisible()
    await check('board')
    await mette.deleted.click()
    await mette.page.getByText(m.deletedHint).scrollIntoViewIfNeeded()
    await check('deleted')
    await mette.button(m.moveGoal(main)).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await check('menu')
    await page.keyboard.press('Escape')
    await mette.button(m.add).click()
    await expect(mette.field).toBeFocused()
    await mette.field.press('Enter')
    await check('new')
    await mette.field.press('Escape')
    await mette.button(m.views.list).click()
    await expect(page.getByRole('table')).toBeVisible()
    await check('list')
    await page.goto(boardPath(network.first, id))
    await expect(mette.toggle('S')).toBeVisible()
    await check('panel')
    await mette.toggle('M').click()
    await mette.row('M').getByRole('textbox', { name: m.measure.target }).fill('mange')
    await mette.row('M').getByRole('textbox', { name: m.measure.target }).press('Tab')
    await expect(panel.getByText(m.measure.numberWrong)).toBeVisible()
    await check('measure')
    await mette.button(m.finished, mette.row('M')).click()
    await mette.button(m.actions.edit('Møte på Teams før hjemreise')).click()
    await expect(panel.getByRole('textbox', { name: m.actions.text, exact: true })).toBeVisible()
    await check('action')
  })

  test(`without net, on a ${device}`, async ({ person, network, excuse }) => {
    excuse(/ERR_INTERNET_DISCONNECTED|WebSocket connection to/u)
    const path = boardPath(network.first)
    const mette = new GoalBoardPage(await person('Mette', { path, device, language: 'nn' }), 'nn')
    const { page, m } = mette
    await mette.button(m.empty.button).click()
    await page.context().setOffline(true)
    await mette.field.fill('Trygg heimreise')
    await mette.field.press('Enter')
    await mette.button(m.addDone).click()
    await expect(page.getByText(mette.words.common.offline.title)).toBeVisible()
    await expect(mette.status).toContainText(mette.words.common.status.offline(1))
    await expectNoSidewaysScroll(page)
    await look(page, `goal-board-offline-${device}`)
    await page.context().setOffline(false)
    await expect(page.getByText(mette.words.common.online.title)).toBeVisible()
    await expectNoSidewaysScroll(page)
    await look(page, `goal-board-online-again-${device}`)
  })

  test(`a goal that another deletes, on a ${device}`, async ({ person, network }) => {
    const id = await writeBoard(network)
    const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, id), device }))
    const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first) }))
    await mette.title.focus()
    await expect(arne.page.getByText(arne.m.presence.writes(['Mette']))).toBeVisible()
    if (device === 'laptop') await look(arne.page, 'goal-board-someone-writes-laptop')
    await arne.card(main).first().focus()
    await arne.page.keyboard.press('Delete')
    await expect(mette.panel.getByText(mette.m.goneHere)).toBeVisible()
    await expectAccessible(mette.page)
    await look(mette.page, `goal-board-gone-${device}`)
    await expect(arne.page.getByText(arne.m.removed(main))).toBeVisible()
    if (device === 'laptop') {
      await expectAccessible(arne.page)
      await look(arne.page, 'goal-board-toast-laptop')
    }
  })
}
