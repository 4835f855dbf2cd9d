import { expect, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

/** The form of M, which also asks for T. */
class MeasureForm {
  readonly board: GoalBoardPage
  constructor(board: GoalBoardPage) {
    this.board = board
  }
  field(name: 'name' | 'unit' | 'baseline' | 'target' | 'due') {
    return this.board.row('M').getByRole('textbox', { name: this.board.m.measure[name], exact: true })
  }
  async type(name: 'unit' | 'baseline' | 'target' | 'due', text: string) {
    await this.field(name).fill(text)
    await this.field(name).press('Tab')
  }
  get unknown() {
    return this.board.row('M').getByRole('checkbox', { name: this.board.m.measure.baselineUnknown })
  }
}

test('M and T: from an example to a measure with a decimal comma and a date [GB30]', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Felles møte før hjemreise' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'en' }), 'en')
  const form = new MeasureForm(mette)
  const { m } = mette
  await mette.toggle('M').click()
  await expect(form.field('name')).toBeFocused()
  for (const { name } of m.measure.examples) await expect(mette.button(name)).toBeVisible()
  expect(m.measure.examples).toHaveLength(3)
  await mette.button(m.measure.examples[0]?.name ?? '').click()
  await expect(mette.panel.getByText(m.measure.examplesLead)).toBeHidden()
  await expect(form.field('name')).toHaveValue(m.measure.examples[0]?.name ?? '')
  await expect(form.field('unit')).toHaveValue('%')
  await form.field('name').fill('Andel med felles møte')
  await arne.expectLetter('M', false)
  await expect(mette.row('M')).toContainText(
    m.measure.stillMissing([m.measure.missing.baseline, m.measure.missing.target]),
  )
  const direction = mette.row('M').getByRole('group', { name: m.measure.direction })
  await direction.getByRole('button', { name: m.measure.down, exact: true }).click()
  await expect(direction.getByRole('button', { pressed: true })).toHaveText(m.measure.down)
  await form.type('baseline', '12,5')
  await form.type('target', '80')
  await form.type('due', '1.6.2027')
  await expect(form.field('due')).toHaveValue('1. juni 2027')
  await mette.row('M').getByLabel(m.measure.reporter).selectOption('Arne')
  await mette.row('M').getByLabel(m.measure.period).selectOption(m.measure.periods.quarter)
  for (const each of [mette, arne]) {
    await each.expectLetter('M', true)
    await each.expectLetter('T', true)
  }
  const box = arne.panel.getByRole('region', { name: arne.m.measure.heading })
  await expect(box).toContainText(arne.m.measure.start('12.5\u00a0%'))
  await expect(box).toContainText(arne.m.measure.goalValue('80\u00a0%'))
  await expect(box).toContainText(arne.m.measure.by('1 June 2027'))
  await mette.button(m.finished, mette.row('M')).click()
  await expect(mette.toggle('M')).toBeFocused()
  // T alone is the same date.
  await mette.toggle('T').click()
  const due = mette.row('T').getByRole('textbox', { name: m.question.T })
  await due.fill('15. sep 2027')
  await due.press('Enter')
  await expect(arne.row('T')).toContainText(arne.m.measure.by('15 September 2027'))
  await due.fill('')
  await due.press('Enter')
  await arne.expectLetter('T', null)
  await saved(mette.page)
})

test('«we do not know yet» counts as a baseline, and a number takes its place [GB30]', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Kortere ventetid' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path, language: 'nn' }), 'nn')
  const arne = new GoalBoardPage(await person('Arne', { path }))
  const form = new MeasureForm(mette)
  await mette.toggle('M').click()
  await form.field('name').fill('Dagar frå tilvising')
  await form.type('target', '5')
  await arne.expectLetter('M', false)
  await form.unknown.check()
  await arne.expectLetter('M', true)
  await expect(arne.panel.getByText(arne.m.measure.startUnknown)).toBeVisible()
  await form.type('baseline', '21')
  await expect(form.unknown).not.toBeChecked()
  await expect(arne.panel.getByText(arne.m.measure.start('21'))).toBeVisible()
  // Two set the same number at once: the same one stands for both.
  await arne.toggle('M').click()
  const theirs = new MeasureForm(arne)
  await Promise.all([form.type('target', '7'), theirs.type('target', '9')])
  await Promise.all([saved(mette.page), saved(arne.page)])
  await expect
    .poll(async () => (await form.field('target').inputValue()) === (await theirs.field('target').inputValue()))
    .toBe(true)
  await expect(form.field('target')).toHaveValue(/^[79]$/u)
})

test('what is no number and no date gets a sentence, and what was typed stays', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Kortere ventetid' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const form = new MeasureForm(mette)
  const { m } = mette
  await mette.toggle('M').click()
  await form.type('target', 'ganske mange')
  await expect(form.field('target')).toHaveValue('ganske mange')
  await expect(form.field('target')).toHaveAttribute('aria-invalid', 'true')
  await expect(mette.row('M').getByRole('alert').getByText(m.measure.numberWrong)).toBeVisible()
  await form.type('due', '31.2.2027')
  await expect(form.field('due')).toHaveValue('31.2.2027')
  await expect(mette.row('M').getByRole('alert').getByText(m.date.wrong)).toBeVisible()
  await form.type('unit', 'personar som har fått ein eigen koordinator')
  await expect(mette.row('M').getByText(m.tooLong(43, 24))).toBeVisible()
  await expect(form.field('unit')).toHaveValue('personar som har fått ein eigen koordinator')
  await expect(arne.panel.getByRole('region', { name: arne.m.measure.heading })).toBeHidden()
  // Put right, all of it goes.
  await form.type('target', '2,5')
  await form.type('due', '28.2.27')
  await form.type('unit', 'personar')
  await expect(mette.row('M').getByText(m.measure.numberWrong)).toBeHidden()
  await expect(mette.row('M').getByText(m.date.wrong)).toBeHidden()
  await expect(arne.panel.getByText(arne.m.measure.goalValue('2,5\u00a0personar'))).toBeVisible()
})
