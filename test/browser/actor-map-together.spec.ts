import { expect, saved, test } from './fixtures.ts'
import { ActorMapPage } from './support/actor-map-page.ts'
import { mapListPath, mapPath, writeMap, type ActorSeed } from './support/maps.ts'

const actors: ActorSeed[] = [
  { name: 'Mor', sector: 'network', importance: 3, relation: 'strong', involvement: 'with' },
  { name: 'Fastlege', sector: 'municipality', importance: 2 },
  { name: 'DPS', sector: 'specialist', importance: 1, relation: 'weak' },
]

test('two who drag the same actor at once end with one actor in one place', async ({ person, network }) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path }))
  await Promise.all([mette.carry('Fastlege', 'Mor'), arne.carry('Fastlege', 'DPS')])
  await expect(mette.page.getByText(mette.words.goals.presence.moves(['Arne']))).toBeVisible()
  await expect(arne.page.getByText(arne.words.goals.presence.moves(['Mette']))).toBeVisible()
  await Promise.all([mette.page.mouse.up(), arne.page.mouse.up()])
  await Promise.all([saved(mette.page), saved(arne.page)])
  const label = async (each: ActorMapPage) => each.actor('Fastlege').getAttribute('aria-label')
  await expect.poll(async () => (await label(mette)) === (await label(arne))).toBe(true)
  await expect(mette.actor('Fastlege')).toHaveCount(1)
  expect(await label(mette)).not.toContain(`, ${mette.m.spoken.importance[2]},`)
})

test('an actor that another takes away while I have it open says so and keeps what I wrote', async ({
  person,
  network,
}) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path, language: 'nn' }), 'nn')
  await mette.open('DPS')
  await mette.learnt.fill('De vil være med')
  await expect(arne.page.getByText(arne.words.goals.presence.writes(['Mette']))).toBeVisible()
  await arne.actor('DPS').focus()
  await arne.page.keyboard.press('Delete')
  await expect(arne.toast).toContainText(arne.m.removed('DPS'))
  await expect(mette.panel.getByText(mette.m.gone)).toBeVisible()
  await mette.button(mette.m.takeBack, mette.panel).click()
  await expect(mette.learnt).toHaveValue('De vil være med')
  await expect(mette.panel).toBeFocused()
  await arne.expectActors(['Mor', 'Fastlege', 'DPS'])
  // And from all maps: it can be taken back by anybody from the list of what is deleted.
  await arne.open('DPS')
  await arne.button(arne.m.deleteActor, arne.panel).click()
  await expect(arne.panel).toBeHidden()
  await expect(mette.panel.getByText(mette.m.gone)).toBeVisible()
  await mette.button(mette.m.backToMap, mette.panel).last().click()
  await mette.deleted.click()
  await mette.button(mette.m.takeBackNamed('DPS')).click()
  for (const each of [mette, arne]) await each.expectActors(['Mor', 'Fastlege', 'DPS'])
  // The button that did it is gone with its row: the focus is on what came back.
  await expect(mette.actor('DPS')).toBeFocused()
})

test('an actor that somebody takes away while I drag it is gone, and comes back with undo', async ({
  person,
  network,
}) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path }))
  await mette.carry('Fastlege', 'Mor')
  await arne.actor('Fastlege').focus()
  await arne.page.keyboard.press('Delete')
  await mette.expectActors(['Mor', 'DPS'])
  await mette.page.mouse.up()
  await mette.carry('DPS', 'Mor')
  await mette.page.mouse.up()
  for (const each of [mette, arne]) {
    await each.expectActor('DPS', { sector: 'network', importance: 3, relation: 'weak' })
  }
  await arne.button(arne.words.goals.undo, arne.toast).click()
  for (const each of [mette, arne]) {
    await each.expectActors(['Mor', 'Fastlege', 'DPS'])
    await each.expectActor('Fastlege', { sector: 'municipality', importance: 2 })
  }
})

test('undo takes back what I did, and nothing of the others’', async ({ person, network }) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path, language: 'nn' }), 'nn')
  await mette.actor('DPS').focus()
  await mette.page.keyboard.press('4')
  await arne.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'conflict' })
  await arne.open('DPS')
  await arne.button(arne.m.involvements.with, arne.panel).click()
  await mette.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'conflict', involvement: 'with' })
  await mette.button(mette.words.goals.undo).click()
  for (const each of [mette, arne]) {
    await each.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'weak', involvement: 'with' })
  }
  await expect(mette.button(mette.words.goals.undo)).toBeDisabled()
  await arne.button(arne.words.goals.undo).click()
  for (const each of [mette, arne])
    await each.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'weak' })
})

test('a map that another deletes while I am on it says so, and anybody takes it back with all on it', async ({
  person,
  network,
}) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path }))
  await mette.expectActors(['Mor', 'Fastlege', 'DPS'])
  await arne.menu('Eli', arne.m.deleteMap)
  await expect(mette.page.getByText(mette.m.mapGone)).toBeVisible()
  await mette.button(mette.m.toMaps).click()
  await mette.deleted.click()
  await mette.button(new RegExp(`^${mette.m.takeBackNamed('').trim()} .*Eli`, 'u')).click()
  for (const each of [mette, arne]) {
    await each.page.goto(path)
    await each.expectActors(['Mor', 'Fastlege', 'DPS'])
    await each.expectActor('Mor', { sector: 'network', importance: 3, relation: 'strong', involvement: 'with' })
  }
})

test('one who may only read sees the map and the list, and nothing that changes them', async ({ person, network }) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const arne = new ActorMapPage(await person('Arne', { path }))
  const ole = new ActorMapPage(await person('Ole', { path, as: 'commenter' }))
  const { m, page } = ole
  await expect(page.getByText(m.readOnly)).toBeVisible()
  await ole.expectActors(['Mor', 'Fastlege', 'DPS'])
  for (const name of [m.add, m.addMap, ole.words.goals.undo]) await expect(ole.button(name)).toHaveCount(0)
  // Neither keys nor the mouse change anything.
  await ole.actor('Fastlege').focus()
  for (const key of ['Shift+ArrowUp', '1', 'Delete', 'n', 'k']) await page.keyboard.press(key)
  await ole.carry('Fastlege', 'Mor')
  await page.mouse.up()
  await arne.actor('DPS').focus()
  await arne.page.keyboard.press('1')
  await ole.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'strong' })
  for (const each of [ole, arne]) await each.expectActor('Fastlege', { sector: 'municipality', importance: 2 })
  await page.goto(mapPath(network.first, mapId))
  await ole.open('Mor')
  await expect(ole.panel.getByText(m.relations.strong)).toBeVisible()
  for (const name of [m.removeFromMap, m.deleteActor, m.connect]) await expect(ole.button(name)).toHaveCount(0)
  await expect(ole.name).toHaveCount(0)
  await page.goto(mapListPath(network.first, mapId))
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByRole('table').getByRole('combobox')).toHaveCount(0)
  await expect(ole.button(m.table.remove('Mor'))).toHaveCount(0)
})
