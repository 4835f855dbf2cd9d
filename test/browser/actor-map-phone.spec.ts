import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, test } from './fixtures.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { ActorMapPage } from './support/actor-map-page.ts'
import { devices } from './support/devices.ts'
import { boxOf } from './support/drag.ts'
import { mapPath, writeMap } from './support/maps.ts'
import { expectLargeTargets } from './support/targets.ts'
import { touchDrag } from './support/touch.ts'

for (const language of flowLanguages(['nn'], ['en'])) {
  test(`a phone, in ${language}: actors are added, moved, connected and removed by finger, for all to see [AM28]`, async ({
    person,
    network,
  }) => {
    const { mapId } = await writeMap(network, {
      coverName: 'Eli',
      actors: [
        { name: 'Mor', sector: 'network', importance: 3, relation: 'strong', involvement: 'with' },
        { name: 'DPS', sector: 'specialist', importance: 1, relation: 'weak' },
      ],
    })
    const path = mapPath(network.first, mapId)
    const mette = new ActorMapPage(await person('Mette', { path, device: 'phone', language }), language)
    const arne = new ActorMapPage(await person('Arne', { path }))
    const { m, page, panel } = mette
    // Add: by a tap in the map, which says where, and by the button.
    const ring = await boxOf(page.locator('[class*="_ring_"]').filter({ hasText: m.importance[1] }))
    await page.touchscreen.tap(ring.x + ring.width / 2, ring.y + ring.height / 2)
    await expect(mette.button(m.importance[1], mette.adding)).toHaveAttribute('aria-pressed', 'true')
    await mette.button(m.addDone, mette.adding).tap()
    await mette.button(m.add).first().tap()
    await mette.field.fill('Fastlege')
    await mette.adding.getByRole('combobox', { name: m.addSector }).selectOption({ label: m.sectors.municipality })
    await mette.button(m.addButton, mette.adding).tap()
    await expect(mette.field).toHaveValue('')
    await expectAccessible(page)
    await mette.button(m.addDone, mette.adding).tap()
    await arne.expectActors(['Mor', 'DPS', 'Fastlege'])
    await expectNoSidewaysScroll(page)
    // Move: a finger that rests carries it; what it is let go on says where.
    const finger = await touchDrag(page, mette.actor('Fastlege'))
    await expect(arne.page.getByText(arne.words.goals.presence.moves(['Mette']))).toBeVisible()
    await finger.moveTo(mette.actor('DPS'))
    await finger.letGo()
    for (const each of [mette, arne]) await each.expectActor('Fastlege', { sector: 'specialist', importance: 1 })
    await expect(panel).toBeHidden()
    await expectAccessible(page)
    await expectLargeTargets(page)
    await look(page, `actor-map-by-finger-${language}`)
    // Connect, from the actor that is opened by a tap.
    await mette.actor('Fastlege').tap()
    await mette.button(m.connect, panel).tap()
    const form = panel.getByRole('form', { name: m.connectTo('Fastlege') })
    await form.getByRole('combobox', { name: m.connectWith }).selectOption({ label: 'Mor' })
    await mette.button(m.connectButton, form).tap()
    await panel.getByRole('textbox', { name: m.lineNote('Mor') }).fill('Ringer hver uke')
    await arne.open('Mor')
    await expect(arne.panel.getByRole('textbox', { name: arne.m.lineNote('Fastlege') })).toHaveValue('Ringer hver uke')
    await expectNoSidewaysScroll(page)
    await look(page, `actor-map-connected-${language}`)
    // What is half under the bar that stays is no small target: one scrolls. On a tall screen nothing is under it.
    const { viewport } = devices.phone
    await page.setViewportSize({ ...viewport, height: 4000 })
    await expectAccessible(page)
    await page.setViewportSize(viewport)
    // Remove, and take back.
    await mette.button(m.removeFromMap, panel).tap()
    await arne.expectActors(['Mor', 'DPS'])
    await expect(arne.panel.getByText(arne.m.noLines)).toBeVisible()
    await mette.button(mette.words.goals.undo, mette.toast).tap()
    for (const each of [mette, arne]) await each.expectActors(['Mor', 'DPS', 'Fastlege'])
    await saved(page)
  })
}
