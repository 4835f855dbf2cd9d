import type { Page } from '@playwright/test'
import { setPlacementField } from '../../shared/ops/actors.ts'
import { setStep } from '../../shared/ops/phases.ts'
import { teamBoardId } from '../../shared/schema/phase.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, test } from './fixtures.ts'
import { consolePage } from './support/console-page.ts'
import { writeMap } from './support/maps.ts'
import { writePhases } from './support/phases.ts'
import { words } from './support/words.ts'

/** «Within a second», as the hall is promised. */
const soon = { timeout: 1000 }

/**
 * Presses what a facilitator presses to put a team's board on the stage: the team, then which of its boards, and whose map.
 * (Before the figures of the teams have come, nobody knows what maps there are, and the municipality's is shown first.)
 */
async function putOnStage(kari: Page, team: string, kind: 'map' | 'phases', coverName?: string): Promise<void> {
  const { show, stage } = consolePage(kari)
  await show(team).click()
  const { board } = words.nb.console
  const kinds = stage.getByRole('group', { name: board.kind })
  await kinds.getByRole('button', { name: board.kinds[kind], exact: true }).click()
  if (coverName === undefined) return
  const label = words.nb.reading.map.quoted(coverName)
  await stage.getByRole('combobox', { name: board.map }).selectOption({ label })
}

test('a map on the stage: the wall has it and follows a change within a second, and a phone reads the same as text', async ({
  person,
  network,
  display,
}) => {
  const { mapId, idOf } = await writeMap(network, {
    coverName: 'Eli',
    actors: [
      { name: 'Mor', sector: 'network', importance: 3, relation: 'strong', involvement: 'with' },
      { name: 'Fastlege', sector: 'municipality', importance: 2 },
    ],
    lines: [{ from: 'Mor', to: 'Fastlege', kind: 'together' }],
  })
  const wall = await display()
  const phone = await person('Mette', { path: '/folg', device: 'phone', language: 'nn' })
  const { follow } = words.nn.talk
  await expect(phone.getByText(follow.nothing)).toBeVisible()
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
  await putOnStage(await person('Kari', { as: 'facilitator' }), network.first.name, 'map', 'Eli')
  await Promise.all([
    expect(wall.getByText('Fastlege').first()).toBeVisible(),
    expect(phone.getByText('Fastlege').first()).toBeVisible(),
  ])
  await expect(wall.getByText('Eli').first()).toBeVisible()
  await expect(phone.getByText(words.nn.map.relations.strong).first()).toBeVisible()
  await expectAccessible(wall)
  await expectAccessible(phone)
  await expectNoSidewaysScroll(phone)
  await look(wall, 'actor-map-wall')
  await look(phone, 'actor-map-follow-phone', { fullPage: true })
  await network.writeBoard(network.first, (board) =>
    setPlacementField(board, { mapId, actorId: idOf('Fastlege'), field: 'relation', value: 'conflict' }),
  )
  await expect(phone.getByText(words.nn.map.relations.conflict).first()).toBeVisible(soon)
})

test('the phases on the stage: the wall has them and follows a change within a second, and a phone reads the same as text', async ({
  person,
  network,
  display,
}) => {
  await writePhases(network, { cards: { do: ['Møte på Teams før hjemreise'] }, steps: { 'do.try': 'started' } })
  const wall = await display()
  const phone = await person('Mette', { path: '/folg', device: 'phone', language: 'en' })
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
  await expect(phone.getByText(words.en.talk.follow.nothing)).toBeVisible()
  await putOnStage(await person('Kari', { as: 'facilitator' }), network.first.name, 'phases')
  for (const page of [wall, phone]) {
    await expect(page.getByText('Møte på Teams før hjemreise').first()).toBeVisible()
  }
  await expectAccessible(wall)
  await expectAccessible(phone)
  await expectNoSidewaysScroll(phone)
  await look(wall, 'improvement-wall')
  await look(phone, 'improvement-follow-phone', { fullPage: true })
  await network.writeBoard(network.first, (board) =>
    setStep(board, { boardId: teamBoardId, stepId: 'prepare.need', state: 'done' }),
  )
  await expect(phone.getByText(words.en.talk.follow.stepsDone(1, 3)).first()).toBeVisible(soon)
})
