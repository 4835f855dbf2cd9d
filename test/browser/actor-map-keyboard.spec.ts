import type { Page } from '@playwright/test'
import { expect, saved, test } from './fixtures.ts'
import { ActorMapPage } from './support/actor-map-page.ts'
import { press, tabTo } from './support/keyboard.ts'
import { mapPath, writeMap } from './support/maps.ts'

/** Which actor has the focus, once what a key brought about is drawn. */
const focusedActor = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string | null>((resolve) => {
        const read = () => resolve(document.activeElement?.getAttribute('data-actor') ?? null)
        requestAnimationFrame(() => requestAnimationFrame(read))
      }),
  )

test('a map by keyboard alone: make it, add, go, move, set, connect, open, take away and take back', async ({
  person,
  network,
}) => {
  const path = mapPath(network.first)
  const mette = new ActorMapPage(await person('Mette', { path }))
  const arne = new ActorMapPage(await person('Arne', { path, language: 'nn' }), 'nn')
  const both = [mette, arne]
  const { m, page } = mette
  await tabTo(page, mette.button(m.empty.button))
  await press(page, 'Enter')
  await expect(mette.dialog).toBeVisible()
  await tabTo(page, mette.dialog.getByRole('textbox', { name: m.coverName }))
  await page.keyboard.type('Eli')
  await press(page, 'Enter')
  await expect(mette.dialog).toBeHidden()
  // N on the empty map.
  await tabTo(page, page.getByRole('group', { name: m.boardOf(m.quoted('Eli')) }))
  await press(page, 'n')
  for (const name of ['DPS', 'Ruspoliklinikken', 'Mor']) {
    await expect(mette.field).toBeFocused()
    // Among these letters are the map's own keys: here they are letters.
    await page.keyboard.type(name)
    await press(page, 'Enter')
  }
  await press(page, 'Escape')
  await expect(mette.adding).toBeHidden()
  await expect(mette.actor('Mor')).toBeFocused()
  await arne.expectActors(['DPS', 'Ruspoliklinikken', 'Mor'])
  // Arrows go between the actors, the map being one stop of Tab.
  await press(page, 'Home')
  const first = await focusedActor(page)
  await press(page, 'End')
  await expect.poll(() => focusedActor(page)).not.toBe(first)
  await tabTo(page, mette.button(m.legend))
  await tabTo(page, mette.page.locator('[data-actor][tabindex="0"]'), 'Shift+Tab')
  await mette.actor('DPS').focus()
  // Shift and arrows move.
  await press(page, 'Shift+ArrowUp')
  for (const each of both) await each.expectActor('DPS', { sector: 'specialist', importance: 3 })
  await expect(mette.actor('DPS')).toBeFocused()
  await press(page, 'Shift+ArrowDown')
  await press(page, 'Shift+ArrowDown')
  for (const each of both) await each.expectActor('DPS', { sector: 'specialist', importance: 1 })
  await press(page, 'Shift+ArrowRight')
  for (const each of both) await each.expectActor('DPS', { sector: 'state', importance: 1 })
  await press(page, 'Shift+ArrowLeft')
  for (const each of both) await each.expectActor('DPS', { sector: 'specialist', importance: 1 })
  await expect(mette.actor('DPS')).toBeFocused()
  // The figures set the relation.
  for (const [key, relation] of [
    ['1', 'strong'],
    ['2', 'fair'],
    ['3', 'weak'],
    ['4', 'conflict'],
    ['5', 'missing'],
  ] as const) {
    await press(page, key)
    await arne.expectActor('DPS', { sector: 'specialist', importance: 1, relation })
    await expect(page.getByText(m.relationSet('DPS', m.spoken.relation[relation]))).toBeAttached()
  }
  // K connects.
  await press(page, 'k')
  await expect(mette.panel.getByRole('combobox', { name: m.connectWith })).toBeFocused()
  await page.keyboard.type('Rus')
  await press(page, 'Tab')
  await press(page, 'ArrowDown')
  await tabTo(page, mette.button(m.connectButton, mette.panel))
  await press(page, 'Enter')
  await expect(mette.panel.getByText(m.before('Ruspoliklinikken'))).toBeVisible()
  await expect(mette.button(m.connect, mette.panel)).toBeFocused()
  await press(page, 'Escape')
  await expect(mette.panel).toBeHidden()
  await expect(mette.actor('DPS')).toBeFocused()
  // Enter opens; Escape leads back.
  await press(page, 'Enter')
  await expect(mette.panel).toBeFocused()
  await tabTo(page, mette.button(m.involvements.with, mette.panel))
  await press(page, 'Enter')
  await tabTo(page, mette.learnt)
  await page.keyboard.type('Nok en gang: kom på 1-5')
  await arne.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'missing', involvement: 'with' })
  await press(page, 'Escape')
  await expect(mette.actor('DPS')).toBeFocused()
  // Delete, and back.
  await press(page, 'Delete')
  await arne.expectActors(['Ruspoliklinikken', 'Mor'])
  await press(page, 'Control+z')
  await arne.expectActors(['DPS', 'Ruspoliklinikken', 'Mor'])
  await tabTo(page, mette.page.locator('[data-actor][tabindex="0"]'))
  await mette.actor('DPS').focus()
  await press(page, 'Delete')
  await arne.expectActors(['Ruspoliklinikken', 'Mor'])
  await tabTo(page, mette.button(mette.words.goals.undo, mette.toast))
  await press(page, 'Enter')
  for (const each of both) {
    await each.expectActors(['DPS', 'Ruspoliklinikken', 'Mor'])
    await each.expectActor('DPS', { sector: 'specialist', importance: 1, relation: 'missing', involvement: 'with' })
  }
  await saved(page)
})

test('the list by keyboard alone', async ({ person, network }) => {
  const { mapId } = await writeMap(network, {
    coverName: 'Eli',
    actors: [
      { name: 'DPS', sector: 'specialist' },
      { name: 'Mor', sector: 'network', relation: 'strong' },
    ],
  })
  const path = mapPath(network.first, mapId)
  const mette = new ActorMapPage(await person('Mette', { path, language: 'en' }), 'en')
  const arne = new ActorMapPage(await person('Arne', { path }))
  const { m, page } = mette
  await tabTo(page, mette.button(m.views.list))
  await press(page, 'Enter')
  const relation = page.getByRole('combobox', { name: m.table.relationOf('DPS') })
  await tabTo(page, relation)
  await page.keyboard.type(m.relations.weak)
  await arne.expectActor('DPS', { sector: 'specialist', importance: 2, relation: 'weak' })
  await expect(relation).toBeFocused()
  const involved = page.getByRole('combobox', { name: m.table.involvementOf('DPS') })
  await tabTo(page, involved)
  await page.keyboard.type(m.involvements.with)
  await arne.expectActor('DPS', { sector: 'specialist', importance: 2, relation: 'weak', involvement: 'with' })
  const importance = page.getByRole('combobox', { name: m.table.importanceOf('DPS') })
  await tabTo(page, importance, 'Shift+Tab')
  await press(page, 'ArrowUp')
  await arne.expectActor('DPS', { sector: 'specialist', importance: 3, relation: 'weak', involvement: 'with' })
  await tabTo(page, mette.button(m.table.remove('DPS')))
  await press(page, 'Enter')
  await arne.expectActors(['Mor'])
  await press(page, 'Control+z')
  await arne.expectActors(['DPS', 'Mor'])
  await saved(page)
})
