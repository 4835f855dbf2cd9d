import { expect, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'

test('S, A and R: an answer in words, «not yet» with and without words, and emptied again [GB25]', async ({
  person,
  network,
}) => {
  const [id] = await writeGoals(network, [{ title: 'Bedre epikriser' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { m } = mette
  const answer = (letter: 'S' | 'A' | 'R') => mette.row(letter).getByRole('textbox', { name: m.question[letter] })
  for (const letter of ['S', 'A', 'R'] as const) {
    await expect(arne.toggle(letter)).toHaveText(arne.m.question[letter])
    await mette.toggle(letter).click()
    await expect(answer(letter)).toBeFocused()
    await expect(arne.row(letter).getByText(arne.m.presence.writes(['Mette']))).toBeVisible()
    await answer(letter).fill(`Svaret vårt på ${letter}`)
    await answer(letter).press('Enter')
    await expect(mette.toggle(letter)).toBeFocused()
    await expect(arne.toggle(letter)).toHaveText(`Svaret vårt på ${letter}`)
    for (const each of [mette, arne]) await each.expectLetter(letter, true)
  }
  // «Not yet» keeps the words; «yes, so it is» takes it back.
  await mette.toggle('A').click()
  await mette.button(m.answerNotYet, mette.row('A')).click()
  await arne.expectLetter('A', false)
  await expect(arne.toggle('A')).toContainText('Svaret vårt på A')
  await mette.button(m.answerHolds, mette.row('A')).click()
  await arne.expectLetter('A', true)
  // Emptied: the question again.
  await answer('A').fill('')
  await arne.expectLetter('A', null)
  await expect(arne.toggle('A')).toHaveText(arne.m.question.A)
  // «Not yet» without words, and pressed once more.
  const notYet = mette.button(m.answerNotYet, mette.row('A'))
  await notYet.click()
  await expect(notYet).toHaveAttribute('aria-pressed', 'true')
  await arne.expectLetter('A', false)
  await expect(arne.toggle('A')).toContainText(arne.m.notYet)
  await notYet.click()
  await arne.expectLetter('A', null)
  await mette.button(m.finished, mette.row('A')).click()
  await expect(mette.toggle('A')).toBeFocused()
  await expect(arne.card('Bedre epikriser').locator('[data-letter], span').filter({ hasText: /^S$/u })).toBeVisible()
  await saved(mette.page)
})

test('E: everyone agrees for themselves, and a new wording asks again [GB34]', async ({ person, network }) => {
  const [id] = await writeGoals(network, [{ title: 'Felles møte før hjemreise' }])
  const path = boardPath(network.first, id)
  const mette = new GoalBoardPage(await person('Mette', { path }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const tor = new GoalBoardPage(await person('Tor', { path, language: 'en' }), 'en')
  const all = [mette, arne, tor]
  const agree = (each: GoalBoardPage) => each.button(each.m.agreement.agree, each.row('E')).click()
  for (const each of all) await expect(each.row('E')).toContainText(each.m.agreement.progress(0, 3))
  await mette.expectLetter('E', null)
  await agree(mette)
  await expect(mette.row('E').getByText(mette.m.agreement.youAgree)).toBeVisible()
  for (const each of all) {
    await expect(each.row('E')).toContainText(each.m.agreement.progress(1, 3))
    await expect(each.row('E')).toContainText(each.m.agreement.unanswered(['Arne', 'Tor']))
    await each.expectLetter('E', false)
  }
  // Who says «not yet» is known to that person only; the others see that somebody is left to talk with.
  await arne.button(arne.m.agreement.notYet, arne.row('E')).click()
  await expect(arne.row('E').getByText(arne.m.agreement.youNotYet)).toBeVisible()
  for (const each of [mette, tor]) {
    await expect(each.row('E')).toContainText(each.m.agreement.unanswered(['Tor']))
    await expect(each.row('E')).not.toContainText('Arne')
    await expect(each.row('E')).not.toContainText(each.m.agreement.youNotYet)
  }
  await agree(tor)
  for (const each of all) {
    await expect(each.row('E')).toContainText(each.m.agreement.progress(2, 3))
    await each.expectLetter('E', false)
  }
  // Taken back, then agreed.
  await arne.button(arne.m.agreement.takeBack, arne.row('E')).click()
  await expect(mette.row('E')).toContainText(mette.m.agreement.unanswered(['Arne']))
  await agree(arne)
  for (const each of all) {
    await expect(each.row('E')).toContainText(each.m.agreement.allAgree(3))
    await each.expectLetter('E', true)
  }
  // Only space between the words is no new wording; another word is.
  await tor.title.press('End')
  await tor.title.pressSequentially(' ')
  await tor.expectLetter('E', true)
  await tor.title.pressSequentially('for alle')
  for (const each of all) {
    await each.expectLetter('E', null)
    await expect(each.row('E').getByText(each.m.agreement.newWording)).toBeVisible()
    await expect(each.row('E')).toContainText(each.m.agreement.progress(0, 3))
  }
  // It is remembered by the server, not by the page.
  await agree(mette)
  await expect(mette.row('E').getByText(mette.m.agreement.youAgree)).toBeVisible()
  await mette.page.reload()
  await expect(mette.row('E').getByText(mette.m.agreement.youAgree)).toBeVisible()
})

test('an answer that cannot be sent says so and is sent once more', async ({ person, network, excuse }) => {
  excuse(/ERR_INTERNET_DISCONNECTED/u)
  const [id] = await writeGoals(network, [{ title: 'Felles møte før hjemreise' }])
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, id) }))
  const { m } = mette
  await expect(mette.row('E')).toContainText(m.agreement.progress(0, 1))
  await mette.page.context().setOffline(true)
  await mette.button(m.agreement.agree, mette.row('E')).click()
  await expect(mette.row('E').getByText(m.agreement.noNet)).toBeVisible()
  await mette.page.context().setOffline(false)
  await mette.button(m.agreement.retry, mette.row('E')).click()
  await expect(mette.row('E')).toContainText(m.agreement.allAgree(1))
  await expect(mette.row('E').getByText(m.agreement.noNet)).toBeHidden()
})
