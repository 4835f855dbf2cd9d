import { allGoals } from '../../shared/select/goals.ts'
import { addGoal } from '../../shared/ops/goals.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { WireClient } from '../server/wire-client.ts'
import { expect, expectAccessible, look, saved, test } from './fixtures.ts'
import { writeCards } from './support/cards.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { mapPath, writeMap } from './support/maps.ts'
import { TalkPage } from './support/talk-page.ts'
import { words } from './support/words.ts'

for (const language of ['nb', 'nn'] as const) {
  const own = words[language]

  test(`the boards rest and begin again: editors see it, what waits comes, commenting and agreeing go on, in ${language} [CO14, GB37]`, async ({
    network,
    person,
    excuse,
  }) => {
    test.setTimeout(120_000)
    excuse(/ERR_INTERNET_DISCONNECTED|WebSocket connection to/u)
    const [goalId = ''] = await writeGoals(network, [{ title: 'Trygg hjemreise', state: 'chosen' }])
    const { mapId } = await writeMap(network, { coverName: 'Else', actors: [{ name: 'Datteren', sector: 'network' }] })
    await writeCards(network, { cards: [{ phase: 'plan', text: 'Lage skjema' }] })
    const kari = await person('Kari', { as: 'facilitator', language })
    const mette = new GoalBoardPage(
      await person('Mette', { path: boardPath(network.first, goalId), language }),
      language,
    )
    const arne = new GoalBoardPage(await person('Arne', { path: boardPath(network.first, goalId), language }), language)
    const phone = await person('Berit', {
      as: 'commenter',
      device: 'phone',
      language,
      path: `/folg/team/${network.first.id}`,
    })
    for (const { page } of [mette, arne]) await saved(page)
    const titles = async () =>
      network.readBoard(network.first, (board) =>
        allGoals(board)
          .map(({ title }) => title)
          .toSorted(),
      )

    await test.step('Mette writes without net', async () => {
      await mette.page.context().setOffline(true)
      await mette.title.press('End')
      await mette.title.pressSequentially(' for alle')
      await expect(mette.status).toHaveAttribute('data-save-status', 'offline', { timeout: 20_000 })
    })

    const card = kari.getByRole('region', { name: own.console.rest.heading, exact: true })
    await test.step('the facilitator lets the boards rest', async () => {
      await card.getByRole('button', { name: own.console.rest.on, exact: true }).click()
      await expect(kari.getByRole('banner').getByText(own.console.rest.bar, { exact: true })).toBeVisible()
      await expect(arne.status).toHaveAttribute('data-save-status', 'resting')
      await expect(arne.status.getByText(own.common.status.resting(0)).first()).toBeVisible()
      await expect(arne.page.getByText(own.common.resting.title, { exact: true })).toBeVisible()
      await expect(arne.page.getByText(own.common.resting.help)).toBeVisible()
      for (const control of [arne.m.add, arne.m.move]) await expect(arne.button(control)).toHaveCount(0)
      await expect(arne.panel.getByRole('checkbox')).toHaveCount(0)
      await expectAccessible(arne.page)
      await look(arne.page, `rest-editor-${language}`)
      await look(kari, `rest-console-${language}`)
      for (const [path, add] of [
        [mapPath(network.first, mapId), own.map.add],
        [`/team/${network.first.id}/forbedring`, own.phases.add],
      ] as const) {
        await arne.page.goto(path)
        await expect(arne.status).toHaveAttribute('data-save-status', 'resting')
        await expect(arne.page.getByText(/Datteren|Lage skjema/u).first()).toBeVisible()
        await expect(arne.page.getByRole('button', { name: add, exact: true })).toHaveCount(0)
      }
      await arne.page.goto(boardPath(network.first, goalId))
    })

    await test.step('what Mette made waits, and she is told so', async () => {
      await mette.page.context().setOffline(false)
      await expect(mette.status).toHaveAttribute('data-save-status', 'resting', { timeout: 20_000 })
      await expect(mette.status.getByText(own.common.status.resting(1), { exact: true })).toBeVisible()
      expect(await titles()).toEqual(['Trygg hjemreise'])
      await look(mette.page, `rest-waiting-${language}`)
    })

    await test.step('answering a goal goes on, and is counted for all', async () => {
      const { agreement: m } = own.goals
      await arne.panel.getByRole('button', { name: m.agree, exact: true }).click()
      await expect(arne.panel.getByText(m.youAgree, { exact: true })).toBeVisible()
    })

    await test.step('commenting goes on', async () => {
      const talk = new TalkPage(phone, language)
      await talk.toggle('Trygg hjemreise').click()
      await talk.say('Jeg hører dere')
      const beside = new TalkPage(arne.page, language)
      await expect(beside.comment('Jeg hører dere')).toBeVisible()
      await beside.answer('Berit', 'Takk, vi lytter')
      await expect(talk.comment('Takk, vi lytter')).toBeVisible()
    })

    await test.step('the boards begin again; what waited comes to all', async () => {
      await card.getByRole('button', { name: own.console.rest.off, exact: true }).click()
      for (const each of [mette, arne]) {
        await expect(each.status).toHaveAttribute('data-save-status', 'saved', { timeout: 20_000 })
        await expect(each.title).toHaveValue('Trygg hjemreise for alle')
        await expect(each.page.getByText(own.common.resting.title, { exact: true })).toHaveCount(0)
      }
      expect(await titles()).toEqual(['Trygg hjemreise for alle'])
      await expect(arne.button(arne.m.add)).toBeVisible()
      await arne.title.press('End')
      await arne.title.pressSequentially('!')
      await expect(mette.title).toHaveValue('Trygg hjemreise for alle!')
      await expect(kari.getByRole('banner').getByText(own.console.rest.bar, { exact: true })).toHaveCount(0)
    })
  })
}

test('a program’s change is held off while the boards rest; a facilitator still writes', async ({
  network,
  person,
  server,
}) => {
  await writeGoals(network, [{ title: 'Trygg hjemreise', state: 'chosen' }])
  await network.writeGathering((gathering) => gathering.stage.set('boardsRest', true))
  const { token } = await network.joinTeam(network.first, 'Mette')
  const program = new WireClient(server.url, network.first.documentId, token)
  await program.synced
  addGoal(openTeamDocument(program.doc), { id: 'g9', title: 'Midt i stillheten', state: 'chosen', time: 1 })
  await expect.poll(() => program.notices).toContain('boardsRest')
  const titles = async () => network.readBoard(network.first, (board) => allGoals(board).map(({ title }) => title))
  expect(await titles()).toEqual(['Trygg hjemreise'])
  const kari = new GoalBoardPage(await person('Kari', { as: 'facilitator', path: boardPath(network.first) }))
  await saved(kari.page)
  await kari.button(kari.m.add).click()
  await kari.field.fill('Fra veilederen')
  await kari.field.press('Enter')
  await saved(kari.page)
  expect((await titles()).toSorted()).toEqual(['Fra veilederen', 'Trygg hjemreise'])
  program.close()
})
