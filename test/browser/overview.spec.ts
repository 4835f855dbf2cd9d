import { addGoal } from '../../shared/ops/goals.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, test } from './fixtures.ts'
import { writeCards } from './support/cards.ts'
import { writeGoals } from './support/goals.ts'
import { tabTo } from './support/join-page.ts'
import { writeMap } from './support/maps.ts'
import { words } from './support/words.ts'

for (const language of ['nb', 'nn'] as const) {
  const own = words[language]
  const m = own.console.overview

  test(`the overview of all teams in figures and in words, as it changes, in ${language} [CO13]`, async ({
    network,
    person,
  }) => {
    const { first, second } = network
    await writeMap(network, {
      actors: [
        { name: 'Fastlegen', sector: 'municipality', involvement: 'with' },
        { name: 'Datteren', sector: 'network' },
      ],
    })
    await writeGoals(network, [
      { title: 'Trygg hjemreise', state: 'chosen', actions: ['Ringe sykehuset'] },
      { title: 'Felles plan' },
    ])
    await writeCards(network, { steps: [['do.try', 'started']] })
    const mette = await person('Mette', { language })
    const kari = await person('Kari', { as: 'facilitator', language })
    await saved(kari)
    const overview = kari.getByRole('region', { name: m.heading })
    const cell = (part: keyof typeof m.parts, state: keyof typeof m.states, facts: string, team = 'Granvik') =>
      overview.getByRole('link', { name: m.cell(team, m.parts[part], m.states[state], facts), exact: true })

    for (const view of ['grid', 'list'] as const) {
      await overview.getByRole('button', { name: m.views[view], exact: true }).click()
      await expect(cell('map', 'started', m.map(2, 1))).toBeVisible()
      await expect(cell('goals', 'done', m.goals(1, 1, 0))).toBeVisible()
      await expect(cell('smarte', 'none', m.smarte(0, 1))).toBeVisible()
      await expect(cell('actions', 'started', m.actions(0, 1))).toBeVisible()
      await expect(cell('phases', 'started', m.phases(own.phases.phase.do, ''))).toBeVisible()
      await expect(cell('map', 'none', '', 'Fjelldal')).toBeVisible()
      // By table number, whoever has come far.
      await expect(overview.getByRole('rowheader')).toContainText(['Granvik', 'Fjelldal', 'DPS Ålheim'])
      await expectAccessible(kari)
      await look(kari, `overview-${view}-${language}`)
    }
    await expect(overview.getByRole('row', { name: /Granvik/u })).toContainText('Mette')

    await network.writeBoard(second, (board) =>
      addGoal(board, { id: 'new', title: 'Nytt', state: 'proposed', time: Date.now() }),
    )
    await expect(cell('goals', 'started', m.goals(0, 1, 0), 'Fjelldal')).toBeVisible()
    await mette.context().close()
    await expect(overview.getByRole('row', { name: /Granvik/u })).not.toContainText('Mette', { timeout: 20_000 })

    await tabTo(kari, cell('map', 'started', m.map(2, 1)), 60)
    await kari.keyboard.press('Enter')
    await expect(kari).toHaveURL(new RegExp(`/team/${first.id}/kart`, 'u'))
    await expect(kari.getByText('Fastlegen').first()).toBeVisible()
  })

  test(`the overview on a phone and on a small laptop, in ${language}`, async ({ network, person }) => {
    await writeGoals(network, [{ title: 'Trygg hjemreise', state: 'chosen' }])
    for (const device of ['phone', 'oldLaptop'] as const) {
      const kari = await person('Kari', { as: 'facilitator', language, device })
      await saved(kari)
      const overview = kari.getByRole('region', { name: m.heading })
      for (const view of ['grid', 'list'] as const) {
        await overview.getByRole('button', { name: m.views[view], exact: true }).click()
        await expect(overview.getByRole('rowheader')).toHaveCount(3)
        await expectNoSidewaysScroll(kari)
        await look(kari, `overview-${view}-${device}-${language}`)
      }
    }
  })
}
