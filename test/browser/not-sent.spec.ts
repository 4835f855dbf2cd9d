import { allGoals } from '../../shared/select/goals.ts'
import { expect, expectAccessible, look, saved, test } from './fixtures.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { ask } from './support/network.ts'

const cutNet = /ERR_INTERNET_DISCONNECTED|WebSocket connection to/u

test('a purge while one is without net: what was not sent is there to copy, and the board goes on clean [CL22]', async ({
  person,
  network,
  excuse,
}) => {
  excuse(cutNet)
  const [id] = await writeGoals(network, [{ title: 'Hjelpe Kari Nordmann hjem' }])
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, id) }))
  const arne = new GoalBoardPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { page, m, words } = mette
  for (const each of [mette, arne]) await saved(each.page)
  await page.context().setOffline(true)
  await mette.title.press('End')
  await mette.title.pressSequentially(' til jul')
  await mette.button(m.add).click()
  await mette.field.fill('Kortere ventetid')
  await mette.field.press('Enter')
  await expect(mette.status.getByText(words.common.status.offline(2), { exact: true })).toBeVisible()

  await ask(network.server, 'POST', `/api/teams/${network.first.id}/purge`, {
    token: network.token,
    body: { text: 'Kari Nordmann' },
  })
  // Who is on line is on the new board at once, without doing anything, and writes on.
  await arne.expectColumn('proposed', ['Hjelpe … hjem'])
  await saved(arne.page)
  await arne.button(arne.m.add).click()
  await arne.field.fill('Eit nytt mål')
  await arne.field.press('Enter')

  await page.context().setOffline(false)
  const dialog = page.getByRole('dialog', { name: words.notSent.heading })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText(words.notSent.why.purged)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveText([
    `${words.notSent.changed.goals}… til jul`,
    `${words.notSent.added.goals}Kortere ventetid`,
  ])
  await expectAccessible(page)
  await look(page, 'not-sent-nb')
  await dialog.getByRole('button', { name: words.notSent.copy }).click()
  await expect(dialog.getByText(words.notSent.copied)).toBeVisible()
  await page.reload()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: words.notSent.done }).click()
  await expect(dialog).toBeHidden()
  await mette.expectColumn('proposed', ['Hjelpe … hjem', 'Eit nytt mål'])
  await saved(page)
  await page.reload()
  await saved(page)
  await expect(dialog).toBeHidden()
  // Nothing came back, and nothing is there twice.
  expect(await network.readBoard(network.first, (board) => allGoals(board).map(({ title }) => title))).toEqual([
    'Hjelpe … hjem',
    'Eit nytt mål',
  ])
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  expect(left.filter((name) => name.includes(`team:${network.first.id}`))).toHaveLength(1)
})

test('who is moved while without net sees what was not sent, on a phone too [CL23]', async ({
  person,
  network,
  excuse,
}) => {
  excuse(cutNet)
  const path = boardPath(network.first)
  const mette = new GoalBoardPage(await person('Mette', { path, language: 'en', device: 'phone' }), 'en')
  const { page, m, words } = mette
  await mette.button(m.empty.button).click()
  await mette.field.fill('Sent in time')
  await mette.field.press('Enter')
  await saved(page)
  await page.context().setOffline(true)
  await mette.button(m.add).click()
  await mette.field.fill('Written in the corridor')
  await mette.field.press('Enter')
  await expect(mette.status).toHaveAttribute('data-save-status', 'offline')

  type People = { teams: { id: string; members: { personId: string; name: string }[] }[] }
  const { teams } = await ask<People>(network.server, 'GET', `/api/networks/${network.id}`, { token: network.token })
  const personId = teams.flatMap(({ members }) => members).find(({ name }) => name === 'Mette')?.personId ?? ''
  await ask(network.server, 'PATCH', `/api/networks/${network.id}/people/${personId}`, {
    token: network.token,
    body: { teamId: network.second.id },
  })
  await page.context().setOffline(false)
  const dialog = page.getByRole('dialog', { name: words.notSent.heading })
  await expect(dialog.getByText(words.notSent.why.noRight)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveText([`${words.notSent.added.goals}Written in the corridor`])
  await expectAccessible(page)
  await look(page, 'not-sent-phone-en')
  await dialog.getByRole('button', { name: words.notSent.done }).click()
  await expect(page.getByRole('heading', { name: words.team.left.moved(['Fjelldal']) })).toBeVisible()
  const titles = await network.readBoard(network.first, (board) => allGoals(board).map(({ title }) => title))
  expect(titles).toEqual(['Sent in time'])
})
