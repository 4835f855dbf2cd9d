import { setPlacementField } from '../../shared/ops/actors.ts'
import { setStep } from '../../shared/ops/phases.ts'
import { teamBoardId } from '../../shared/schema/phase.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, test } from './fixtures.ts'
import { writeGoals } from './support/goals.ts'
import { writeMap } from './support/maps.ts'
import { writePhases } from './support/phases.ts'
import { words } from './support/words.ts'

for (const [device, language] of [
  ['laptop', 'en'],
  ['oldLaptop', 'nb'],
  ['tablet', 'nn'],
  ['phone', 'nb'],
  ['projector', 'nn'],
] as const) {
  test(`the team's home on the screen of a ${device}: three boards in small that follow what is done, and what is said [IM30] [IM31]`, async ({
    person,
    network,
  }) => {
    test.slow()
    const page = await person('Mette', { device, language })
    const { team: m, phases } = words[language]
    const board = (title: string) => page.getByRole('region', { name: m.boards }).getByRole('link', { name: title })
    const map = board(m.actorMap)
    const goals = page.getByRole('region', { name: m.boards }).locator('a[href$="/mal"]')
    const steps = board(m.improvement)
    await expect(map).toContainText(m.actors(0, 0))
    await expect(goals).toContainText(m.noGoals)
    await expect(steps).toContainText(m.phasesNow([], []))
    await expect(page.getByText(m.news.none)).toBeVisible()
    await expectAccessible(page)
    await look(page, `home-empty-${device}`, { fullPage: true })
    const { mapId, idOf } = await writeMap(network, {
      coverName: 'Eli',
      actors: [
        { name: 'Mor', sector: 'network', importance: 3, relation: 'strong', involvement: 'with' },
        { name: 'Fastlege', sector: 'municipality', importance: 2 },
        { name: 'DPS', sector: 'specialist', importance: 1, relation: 'weak' },
      ],
    })
    const [goalId = ''] = await writeGoals(network, [
      { title: 'Trygg hjemreise', state: 'chosen' },
      { title: 'Felles plan' },
    ])
    await writePhases(network, { cards: { do: ['Møte på Teams'] }, steps: { 'do.try': 'started' } })
    await expect(map).toContainText(m.actors(3, 1))
    await expect(goals).toContainText(m.counts(1, 1, 0))
    await expect(steps).toContainText(m.phasesNow([phases.phase.do], []))
    await network.writeBoard(network.first, (each) => {
      setPlacementField(each, { mapId, actorId: idOf('DPS'), field: 'involvement', value: 'with' })
      setStep(each, { boardId: teamBoardId, stepId: 'prepare.need', state: 'started' })
    })
    await expect(map).toContainText(m.actors(3, 2))
    await expect(steps).toContainText(m.phasesNow([phases.phase.prepare, phases.phase.do], []))
    await network.post('/api/commands', {
      id: crypto.randomUUID(),
      type: 'comment',
      teamId: network.first.id,
      subject: { kind: 'goal', id: goalId },
      text: 'Godt mål! Hvem ringer?',
      withoutName: false,
      replyTo: null,
    })
    await expect(page.getByText('Godt mål! Hvem ringer?')).toBeVisible()
    await expect(page.getByText(m.news.unread, { exact: true })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await look(page, `home-${device}`, { fullPage: true })
    await map.click()
    await expect(page.locator('[data-actor]')).toHaveCount(3)
  })
}
