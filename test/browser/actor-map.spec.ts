import { expect, saved, test } from './fixtures.ts'
import { ActorMapPage } from './support/actor-map-page.ts'
import { mapPath, writeMap, type ActorSeed } from './support/maps.ts'

const actors: ActorSeed[] = [
  { name: 'Mor', sector: 'network', importance: 3, relation: 'strong', involvement: 'with' },
  { name: 'Fastlege', sector: 'municipality', importance: 2 },
  { name: 'DPS', sector: 'specialist', importance: 1, relation: 'weak' },
]

test('a map is made for a person, and actors are added one after the other, for all to see', async ({
  person,
  network,
}) => {
  const path = mapPath(network.first)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { m, page } = mette
  await mette.button(m.empty.button).click()
  await mette.button(m.makeMap, mette.dialog).click()
  await expect(mette.dialog.getByText(m.coverNameEmpty)).toBeVisible()
  await mette.dialog.getByRole('textbox', { name: m.coverName }).fill('Eli')
  await mette.button(m.makeMap, mette.dialog).click()
  await expect(page.getByText(m.emptyMap.question(m.quoted('Eli')))).toBeVisible()
  await expect(arne.page.getByText(arne.m.emptyMap.question(arne.m.quoted('Eli')))).toBeVisible()
  await mette.button(m.add).first().click()
  // Only spaces are met with a sentence.
  await mette.field.fill('   ')
  await mette.field.press('Enter')
  await expect(mette.adding.getByText(m.emptyName)).toBeVisible()
  // A name that the suggestions know finds its sector by itself; another stands where it is put.
  await mette.field.fill('DPS')
  await mette.field.press('Enter')
  await expect(mette.field).toHaveValue('')
  await expect(mette.field).toBeFocused()
  await mette.button('Mor', mette.adding).click()
  await mette.button(m.importance[3], mette.adding).click()
  await mette.button(m.addButton, mette.adding).click()
  await mette.field.fill('Sykkelverkstedet')
  await mette.adding.getByRole('combobox', { name: m.addSector }).selectOption({ label: m.sectors.voluntary })
  await mette.field.press('Enter')
  await mette.button(m.addDone, mette.adding).click()
  await expect(mette.adding).toBeHidden()
  await expect(mette.actor('Sykkelverkstedet')).toBeFocused()
  for (const each of [mette, arne]) {
    await each.expectActors(['DPS', 'Mor', 'Sykkelverkstedet'])
    await each.expectActor('DPS', { sector: 'specialist', importance: 2 })
    await each.expectActor('Mor', { sector: 'network', importance: 3 })
    await each.expectActor('Sykkelverkstedet', { sector: 'voluntary', importance: 3 })
  }
  await saved(page)
})

test('an actor is dragged to another sector and ring; Escape lets it lie; undo puts it back [AM25]', async ({
  person,
  network,
}) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path, language: 'nn' }), 'nn')
  await mette.carry('Fastlege', 'Mor')
  await expect(arne.page.getByText(arne.words.goals.presence.moves(['Mette']))).toBeVisible()
  await mette.page.keyboard.press('Escape')
  await mette.page.mouse.up()
  await expect(arne.page.getByText(arne.words.goals.presence.moves(['Mette']))).toBeHidden()
  await mette.expectActor('Fastlege', { sector: 'municipality', importance: 2 })
  await mette.carry('Fastlege', 'Mor')
  await mette.page.mouse.up()
  for (const each of [mette, arne]) await each.expectActor('Fastlege', { sector: 'network', importance: 3 })
  // Letting go does not open it.
  await expect(mette.panel).toBeHidden()
  await mette.carry('Fastlege', 'DPS')
  await mette.page.mouse.up()
  for (const each of [mette, arne]) await each.expectActor('Fastlege', { sector: 'specialist', importance: 1 })
  await mette.button(mette.words.goals.undo).click()
  for (const each of [mette, arne]) await each.expectActor('Fastlege', { sector: 'network', importance: 3 })
  await saved(mette.page)
})

test('an open actor: importance, relation, involvement, sector and what we have learnt, with who writes', async ({
  person,
  network,
}) => {
  const { mapId, idOf } = await writeMap(network, { coverName: 'Eli', actors })
  const mette = new ActorMapPage(await person('Mette', { path: mapPath(network.first, mapId) }))
  const arne = new ActorMapPage(
    await person('Arne', { path: mapPath(network.first, mapId, idOf('DPS')), language: 'nn' }),
    'nn',
  )
  const { m, panel } = mette
  await mette.open('DPS')
  await mette.button(m.importance[3], panel).click()
  await mette.button(m.relations.conflict, panel).click()
  await mette.button(m.involvements.asked, panel).click()
  for (const each of [mette, arne]) {
    await each.expectActor('DPS', { sector: 'specialist', importance: 3, relation: 'conflict', involvement: 'asked' })
  }
  await expect(arne.button(arne.m.relations.conflict, arne.panel)).toHaveAttribute('aria-pressed', 'true')
  // A relation that is pressed again is taken away.
  await mette.button(m.relations.conflict, panel).click()
  await panel.getByRole('combobox', { name: m.sector }).selectOption({ label: m.sectors.state })
  for (const each of [mette, arne]) {
    await each.expectActor('DPS', { sector: 'state', importance: 3, involvement: 'asked' })
  }
  await mette.learnt.fill('De vil være med')
  await expect(arne.panel.getByText(arne.words.goals.presence.writes(['Mette']))).toBeVisible()
  await arne.learnt.press('End')
  await arne.learnt.pressSequentially(', men treng tid')
  for (const each of [mette, arne]) await expect(each.learnt).toHaveValue('De vil være med, men treng tid')
  await mette.name.fill('DPS Ålheim')
  await expect(arne.actor('DPS Ålheim')).toBeVisible()
  await saved(mette.page)
})
