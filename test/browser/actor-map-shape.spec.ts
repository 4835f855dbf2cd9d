import { expect, expectAccessible, saved, test } from './fixtures.ts'
import { ActorMapPage } from './support/actor-map-page.ts'
import { mapListPath, mapPath, writeMap, type ActorSeed } from './support/maps.ts'

const actors: ActorSeed[] = [
  { name: 'Mor', sector: 'network', importance: 3, relation: 'strong', involvement: 'with' },
  { name: 'Fastlege', sector: 'municipality', importance: 2 },
  { name: 'DPS', sector: 'specialist', importance: 1, relation: 'weak' },
]

test('two actors are connected one after the other, said from both sides, set, removed and undone', async ({
  person,
  network,
}) => {
  const { mapId, idOf } = await writeMap(network, { coverName: 'Eli', actors })
  const mette = new ActorMapPage(await person('Mette', { path: mapPath(network.first, mapId, idOf('DPS')) }))
  const arne = new ActorMapPage(
    await person('Arne', { path: mapPath(network.first, mapId, idOf('Fastlege')), language: 'nn' }),
    'nn',
  )
  const { m, panel } = mette
  await mette.button(m.connect, panel).click()
  const form = panel.getByRole('form', { name: m.connectTo('DPS') })
  await form.getByRole('combobox', { name: m.connectWith }).selectOption({ label: 'Fastlege' })
  await form
    .getByRole('combobox', { name: m.kind })
    .selectOption({ label: `${m.kinds.inTurn}: ${m.before('Fastlege')}` })
  await form.getByRole('combobox', { name: m.between }).selectOption({ label: m.relations.fair })
  await mette.button(m.connectButton, form).click()
  await expect(panel.getByText(m.before('Fastlege'), { exact: true })).toBeVisible()
  await expect(arne.panel.getByText(arne.m.after('DPS'), { exact: true })).toBeVisible()
  const between = arne.panel.getByRole('combobox', { name: arne.m.lineRelation('DPS') })
  await expect(between).toHaveValue('fair')
  await between.selectOption({ label: arne.m.relations.conflict })
  await expect(panel.getByRole('combobox', { name: m.lineRelation('Fastlege') })).toHaveValue('conflict')
  // What they write about it is one text, whichever end has it open.
  const note = panel.getByRole('textbox', { name: m.lineNote('Fastlege') })
  const sameNote = arne.panel.getByRole('textbox', { name: arne.m.lineNote('DPS') })
  await note.fill('Snakker ikke sammen')
  await expect(arne.panel.getByText(arne.words.goals.presence.writes(['Mette']))).toBeVisible()
  await expect(sameNote).toHaveValue('Snakker ikke sammen')
  await sameNote.press('End')
  await sameNote.pressSequentially(' enno')
  await expect(note).toHaveValue('Snakker ikke sammen enno')
  await arne.button(arne.m.removeLine('DPS'), arne.panel).click()
  for (const each of [mette, arne]) await expect(each.panel.getByText(each.m.noLines)).toBeVisible()
  await arne.button(arne.words.goals.undo).click()
  await expect(panel.getByText(m.before('Fastlege'), { exact: true })).toBeVisible()
  await expect(note).toHaveValue('Snakker ikke sammen enno')
  await saved(mette.page)
})

test('a line is drawn by mouse from edge to edge, and what another moves glides to its place [AM26] [AM27]', async ({
  person,
  network,
}) => {
  const { mapId, idOf } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path, language: 'en' }), 'en')
  const { m, page } = mette
  await mette.drawLine('DPS', 'Mor')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await mette.drawLine('DPS', 'Mor')
  await page.mouse.up()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: m.firstThen('DPS', 'Mor') }).click()
  await expect(mette.actor('DPS')).toBeFocused()
  await expect(mette.panel).toBeHidden()
  await arne.open('Mor')
  await expect(arne.panel.getByText(arne.m.after('DPS'), { exact: true })).toBeVisible()
  // The actor itself has not moved; and one that is moved glides for those who like it.
  for (const each of [mette, arne]) {
    await each.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'weak' })
  }
  await arne.page.emulateMedia({ reducedMotion: 'no-preference' })
  const glides = await arne.page.evaluateHandle((id) => {
    const own = document.querySelector(`[data-actor="${id}"]`)
    return {
      seen: new Promise<boolean>((resolve) => {
        const look = () => (own?.getAnimations().length ? resolve(true) : requestAnimationFrame(look))
        look()
      }),
    }
  }, idOf('Fastlege'))
  await mette.carry('Fastlege', 'DPS')
  await page.mouse.up()
  expect(await glides.evaluate(async ({ seen }) => seen)).toBe(true)
  await arne.expectActor('Fastlege', { sector: 'specialist', importance: 1 })
})

test('an actor that the team has is brought over to another map, where it stands in its own way', async ({
  person,
  network,
}) => {
  const first = await writeMap(network, { coverName: 'Eli', actors })
  const second = await writeMap(network, { coverName: 'Jonas' })
  const mette = new ActorMapPage(await person('Mette', { path: mapPath(network.first, second.mapId) }))
  const arne = new ActorMapPage(await person('Arne', { path: mapPath(network.first, first.mapId) }))
  const { m } = mette
  await mette.button(m.add).first().click()
  await mette.button(m.bringOverNamed('Mor'), mette.adding).click()
  await expect(mette.button(m.bringOverNamed('Mor'), mette.adding)).toHaveCount(0)
  await mette.button(m.addDone, mette.adding).click()
  await mette.expectActor('Mor', { sector: 'network', importance: 2 })
  await arne.expectActor('Mor', { sector: 'network', importance: 3, relation: 'strong', involvement: 'with' })
  // Taken off one map it stays on the other; a new name is its name on both.
  await arne.open('Mor')
  await arne.name.fill('Mor og far')
  await mette.expectActors(['Mor og far'])
  await arne.button(m.removeFromMap, arne.panel).click()
  await arne.expectActors(['Fastlege', 'DPS'])
  await mette.expectActors(['Mor og far'])
  await mette.button(new RegExp('Eli', 'u')).first().click()
  await mette.expectActors(['Fastlege', 'DPS'])
})

test('a map gets another cover name, and is deleted and taken back by the one who did it [AM4]', async ({
  person,
  network,
}) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path }))
  const { m } = mette
  await mette.menu('Eli', m.renameMap)
  await mette.dialog.getByRole('textbox', { name: m.coverName }).fill('«Ravn»')
  await mette.button(mette.words.common.save, mette.dialog).click()
  for (const each of [mette, arne]) await expect(each.button(m.quoted('Ravn'))).toBeVisible()
  await mette.menu('Ravn', m.deleteMap)
  await expect(mette.toast).toContainText('Ravn')
  await expect(arne.page.getByText(m.mapGone)).toBeVisible()
  await mette.button(mette.words.goals.undo, mette.toast).click()
  for (const each of [mette, arne]) await each.expectActors(['Mor', 'Fastlege', 'DPS'])
})

test('sectors are called what the team calls them, and one of its own comes and goes', async ({ person, network }) => {
  const { mapId } = await writeMap(network, { coverName: 'Eli', actors })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const { m, dialog } = mette
  await mette.menu('Eli', m.editSectors)
  const names = dialog.getByRole('textbox', { name: m.sectorName })
  await names.nth(1).fill('Bydelen')
  await names.nth(1).press('Tab')
  await arne.expectActor('Fastlege', { sector: { own: 'bydelen' }, importance: 2 })
  await dialog.getByRole('textbox', { name: m.newSector }).fill('Arbeidslivet')
  await mette.button(m.addSectorButton, dialog).click()
  await expect(names.last()).toHaveValue('Arbeidslivet')
  await mette.button(m.finished, dialog).click()
  await arne.open('DPS')
  await arne.panel.getByRole('combobox', { name: arne.m.sector }).selectOption({ label: 'Arbeidslivet' })
  for (const each of [mette, arne]) {
    await each.expectActor('DPS', { sector: { own: 'arbeidslivet' }, importance: 1, relation: 'weak' })
  }
  await mette.menu('Eli', m.editSectors)
  await mette.button(m.removeSector('Arbeidslivet'), dialog).click()
  await expect(dialog.getByRole('textbox', { name: m.newSector })).toBeFocused()
  for (const each of [mette, arne]) await each.expectActor('DPS', { sector: 'other', importance: 1, relation: 'weak' })
  // The standard name comes back when it is emptied.
  await names.nth(1).fill('')
  await names.nth(1).press('Tab')
  for (const each of [mette, arne]) await each.expectActor('Fastlege', { sector: 'municipality', importance: 2 })
})

test('the list holds the same, changes the same, and «who is not asked» shows those alone', async ({
  person,
  network,
}) => {
  const { mapId } = await writeMap(network, {
    coverName: 'Eli',
    actors,
    lines: [{ from: 'Mor', to: 'Fastlege', kind: 'together' }],
  })
  const mette = new ActorMapPage(await person('Mette', { path: mapListPath(network.first, mapId) }))
  const arne = new ActorMapPage(await person('Arne', { path: mapPath(network.first, mapId), language: 'nn' }), 'nn')
  const { m, page } = mette
  await expect(page.locator('[data-row]')).toHaveCount(3)
  await expect(page.getByText(m.counts.actors(3))).toBeVisible()
  await expect(mette.row('Mor')).toContainText('Fastlege')
  await page.getByRole('combobox', { name: m.table.importanceOf('DPS') }).selectOption({ label: m.importance[3] })
  await page.getByRole('combobox', { name: m.table.relationOf('DPS') }).selectOption({ label: m.relations.missing })
  await page.getByRole('combobox', { name: m.table.involvementOf('DPS') }).selectOption({ label: m.involvements.asked })
  await arne.expectActor('DPS', { sector: 'specialist', importance: 3, relation: 'missing', involvement: 'asked' })
  await mette.button(m.onlyNotAsked).click()
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await expect(mette.row('Fastlege')).toBeVisible()
  await mette.button(m.onlyNotAsked).click()
  await mette.button(m.table.remove('Fastlege')).click()
  await arne.expectActors(['Mor', 'DPS'])
  await mette.button(mette.words.goals.undo, mette.toast).click()
  await arne.expectActors(['Mor', 'Fastlege', 'DPS'])
  await expect(mette.row('Mor')).toContainText('Fastlege')
  await mette.row('DPS').getByRole('link').click()
  await expect(mette.panel.getByRole('heading', { level: 2 })).toHaveText('DPS')
  await mette.button(m.closePanel, mette.panel).first().click()
  await mette.button(m.views.map).click()
  await mette.expectActors(['Mor', 'Fastlege', 'DPS'])
})
