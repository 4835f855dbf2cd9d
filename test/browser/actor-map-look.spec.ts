import type { Page } from '@playwright/test'
import { sampleBoards } from '../../server/sample/boards.ts'
import { writeMaps } from '../../server/sample/write-maps.ts'
import type { SampleBoards } from '../../server/sample/sample-boards.ts'
import type { MadeTeam } from '../server/hall.ts'
import { newId } from '../../client/new-id.ts'
import { plainCoverName } from '../../shared/schema/actor-map.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, test } from './fixtures.ts'
import { ActorMapPage } from './support/actor-map-page.ts'
import { audited, devices, isSeen } from './support/devices.ts'
import { mapListPath, mapPath } from './support/maps.ts'
import type { Network } from './support/network.ts'

const sizes = ['laptop', 'oldLaptop', 'tablet', 'phone', 'projector'] as const

/** Writes a sample team's maps on a team's board. Resolves to the maps' ids by their cover names. */
async function fillMaps(network: Network, boards: SampleBoards, team: MadeTeam = network.first) {
  let maps = new Map<string, string>()
  await network.writeBoard(team, (board) => {
    maps = writeMaps(board, boards, { now: Date.now(), newId, people: new Map() }).maps
  })
  return maps
}

const own = (boards: SampleBoards) => (boards.maps ?? []).filter(({ coverName }) => coverName !== undefined)
const size = (boards: SampleBoards) => Math.max(0, ...own(boards).map(({ actors }) => actors.length))
const [fullest] = Object.values(sampleBoards).toSorted((a, b) => size(b) - size(a))

/** Actors, names of sectors and rings and the person in the middle that cover each other on the map, once it lies still. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // A new size of the screen is drawn a moment after it came.
    const drawn = () =>
      [...document.querySelectorAll<HTMLElement>('[data-actor]')].map(({ style }) => style.cssText).join(' ')
    for (let [still, before] = [0, '']; still < 2; before = drawn()) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      still = drawn() === before ? still + 1 : 0
    }
    const on = '[data-actor], [class*="_sector_"]:not(svg), [class*="_ring_"], [class*="_person_"]'
    const map = document.querySelector('[data-actor]')?.parentElement
    const boxes = [...(map?.querySelectorAll<HTMLElement>(`:scope > :is(${on})`) ?? [])].map((element) => ({
      name: element.innerText.split('\n')[0] ?? '',
      box: element.getBoundingClientRect(),
      round: element.className.includes('_person_'),
    }))
    // The person is a circle: what stands in a corner of its square is beside it.
    const besideCircle = (circle: DOMRect, other: DOMRect) => {
      const [x, y] = [circle.left + circle.width / 2, circle.top + circle.height / 2]
      const dx = Math.max(other.left - x, 0, x - other.right)
      const dy = Math.max(other.top - y, 0, y - other.bottom)
      return Math.hypot(dx, dy) + 1 >= circle.width / 2
    }
    const slack = 1
    return boxes.flatMap(({ name, box, round }, at) =>
      boxes
        .slice(at + 1)
        .filter(
          ({ box: other, round: otherRound }) =>
            !(round && besideCircle(box, other)) &&
            !(otherRound && besideCircle(other, box)) &&
            box.left + slack < other.right &&
            other.left + slack < box.right &&
            box.top + slack < other.bottom &&
            other.top + slack < box.bottom,
        )
        .map((other) => `${name} × ${other.name}`),
    )
  })
}

// What is drawn with real letters is as it was laid out: the layout itself is held for every map of the sample in
// test/shared/map-sample.test.ts, on every screen and in every language.
test('nothing on the fullest maps of the sample lies over anything else, on any screen', async ({
  person,
  network,
}) => {
  test.setTimeout(300_000)
  const all = Object.values(sampleBoards)
    .filter(({ maps = [] }) => maps.length > 0)
    .sort((one, other) => size(other) - size(one))
    .slice(0, 5)
  const { teams } = await network.addTeams(all.map((_, at) => ({ name: `Prøve ${at + 1}`, municipalities: [] })))
  const kari = new ActorMapPage(await person('Kari', { as: 'facilitator' }))
  for (const [at, boards] of all.entries()) {
    const team = teams[at]
    if (!team) throw new Error('A team is missing')
    const maps = await fillMaps(network, boards, team)
    for (const { coverName, actors } of boards.maps ?? []) {
      if (actors.length === 0) continue
      // From map to map as a link leads, without loading everything again.
      const path = mapPath(team, coverName === undefined ? 'municipal' : maps.get(coverName))
      await kari.page.evaluate((to) => history.pushState(null, '', to), path)
      const middle = coverName === undefined ? team.name : kari.m.quoted(plainCoverName(coverName))
      await expect(kari.page.getByRole('group', { name: kari.m.boardOf(middle), exact: true })).toBeVisible()
      await expect(kari.actors).toHaveCount(actors.length)
      for (const device of sizes) {
        await kari.page.setViewportSize(devices[device].viewport)
        await expect.poll(async () => overlaps(kari.page), `${coverName ?? 'municipal'}, ${device}`).toEqual([])
        await expectNoSidewaysScroll(kari.page)
      }
    }
  }
})

const seen = [
  ['laptop', 'en'],
  ['oldLaptop', 'nb'],
  ['tablet', 'nn'],
  ['phone', 'nn'],
  ['projector', 'nb'],
] as const
for (const [device, language] of seen.filter(([device]) => isSeen(device))) {
  test(`actor maps on the screen of a ${device}: empty, map, open actor, new actor and list, seen and accessible`, async ({
    person,
    network,
  }) => {
    test.slow()
    const page = await person('Mette', { path: mapPath(network.first), device, language })
    const mette = new ActorMapPage(page, language)
    const { m } = mette
    const check = async (name: string) => {
      await expectNoSidewaysScroll(page)
      if (audited.includes(device)) await expectAccessible(page)
      await look(page, `actor-map-${name}-${device}`)
    }
    await expect(mette.button(m.empty.button)).toBeVisible()
    await check('empty')
    const boards = fullest ?? {}
    const maps = await fillMaps(network, boards)
    const shown = own(boards).find(({ actors }) => actors.length === size(boards))
    const mapId = maps.get(shown?.coverName ?? '') ?? ''
    const first = shown?.actors[0]?.[0] ?? ''
    await page.goto(mapPath(network.first, mapId))
    await expect(mette.actor(first)).toBeVisible()
    await check('map')
    await mette.actor(first).press('Enter')
    await expect(mette.panel.getByRole('heading', { level: 2 })).toHaveText(first)
    await check('panel')
    await page.goto(mapPath(network.first, mapId))
    await mette.button(m.add).first().click()
    await expect(mette.field).toBeVisible()
    await check('new')
    await page.goto(mapListPath(network.first, mapId))
    await expect(page.getByRole('table')).toBeVisible()
    await expectNoSidewaysScroll(page)
    await look(page, `actor-map-list-${device}`)
    // A row half under the bar that stays is no small target: one scrolls. On a tall screen nothing is under it.
    await page.setViewportSize({ width: devices[device].viewport.width, height: 12_000 })
    if (audited.includes(device)) await expectAccessible(page)
  })
}

test('where there is no room for a map, at 320 px, its list stands in its place [AM52]', async ({
  person,
  network,
}) => {
  const maps = await fillMaps(network, fullest ?? {})
  const [mapId = ''] = maps.values()
  const page = await person('Mette', { path: mapPath(network.first, mapId), device: 'narrow' })
  await expect(page.getByRole('table')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await look(page, 'actor-map-list-narrow')
})
