import { sampleTeams } from '../../server/sample/teams.ts'
import { expect, expectNoSidewaysScroll, look, saved, secretOf, test } from './fixtures.ts'
import { isSeen, type Device } from './support/devices.ts'
import { words } from './support/words.ts'

/** English and Nynorsk have the longest words; a name and a place may be longer still. */
const long = 'Samhandlingsteamet for rehabilitering og habilitering i Indre Østfold og Follo'

const screens = ['narrow', 'phone', 'tablet', 'laptop', 'oldLaptop'] as const satisfies Device[]

for (const device of screens.filter((each) => each === 'narrow' || isSeen(each))) {
  test(`nobody scrolls sideways on a ${device} screen`, async ({ stranger, person, network }) => {
    const [made] = (await network.addTeams([{ name: long, municipalities: ['Nordre Follo', 'Indre Østfold'] }])).teams
    if (!made) throw new Error('one team was asked for')
    await network.fillBoard(made, sampleTeams[1]?.goals ?? [])
    const own = words.nb

    const guest = await stranger({ device })
    await guest.goto('/')
    await expect(guest.getByRole('heading', { name: own.join.title })).toBeVisible()
    await expectNoSidewaysScroll(guest)
    await look(guest, `reflow-join-${device}`)
    await guest.goto(`/r#${secretOf(made)}`)
    await expect(guest.getByRole('heading', { name: own.join.welcome })).toBeVisible()
    await expectNoSidewaysScroll(guest)
    await look(guest, `reflow-welcome-${device}`)

    const mette = await person('Mette-Marie Abrahamsen Østbø', { device, team: made })
    await saved(mette)
    await expectNoSidewaysScroll(mette)
    await look(mette, `reflow-home-${device}`)
    await mette.goto(`/team/${made.id}/mal`)
    await expect(mette.getByRole('heading', { level: 3 }).first()).toBeVisible()
    await expectNoSidewaysScroll(mette)
    await look(mette, `reflow-board-${device}`)
    await mette.getByRole('heading', { level: 3 }).first().click()
    await expect(mette.getByRole('region', { name: own.goals.panel })).toBeVisible()
    await expectNoSidewaysScroll(mette)
    await look(mette, `reflow-goal-${device}`)

    const kari = await person('Kari', { as: 'facilitator', device })
    await saved(kari)
    await expect(kari.getByRole('heading', { name: long })).toBeVisible()
    await expectNoSidewaysScroll(kari)
    await look(kari, `reflow-console-${device}`)
    await kari.goto('/styring/kort')
    await expect(kari.getByRole('article').first()).toBeVisible()
    await expectNoSidewaysScroll(kari)
    await look(kari, `reflow-cards-${device}`)
  })
}

test('text twice as large still fits a phone', async ({ person, stranger }) => {
  const guest = await stranger({ device: 'phone' })
  await guest.goto('/')
  const bigger = guest.getByRole('button', { name: words.nb.common.textSize.bigger })
  await bigger.tap()
  await expectNoSidewaysScroll(guest)
  const mette = await person('Mette', { device: 'phone' })
  await saved(mette)
  await mette.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'))
  await expectNoSidewaysScroll(mette)
  await look(mette, 'reflow-home-large-text')
})
