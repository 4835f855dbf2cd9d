import { expect, expectAccessible, expectNoSidewaysScroll, look, test } from './fixtures.ts'
import { audited, devices, isSeen } from './support/devices.ts'
import { ImprovementPage } from './support/improvement-page.ts'
import { phasesPath, writePhases } from './support/phases.ts'

const seen = [
  ['laptop', 'en'],
  ['oldLaptop', 'nb'],
  ['tablet', 'nn'],
  ['phone', 'nn'],
  ['projector', 'nb'],
  ['narrow', 'nb'],
] as const
for (const [device, language] of seen.filter(([device]) => isSeen(device))) {
  test(`the phases on the screen of a ${device}: board, new card, open card and list, seen and accessible`, async ({
    person,
    network,
  }) => {
    test.slow()
    const ids = await writePhases(network, {
      cards: {
        prepare: ['Spørre brukerne hva som er viktig for dem'],
        do: ['Møte på Teams før hjemreise, fire pasienter i uka', 'Fast kontaktperson på DPS'],
      },
      steps: { 'prepare.need': 'done', 'prepare.knowledge': 'done', 'prepare.anchor': 'done', 'do.try': 'started' },
    })
    const page = await person('Mette', { path: phasesPath(network.first), device, language })
    const mette = new ImprovementPage(page, language)
    const { m } = mette
    const { viewport } = devices[device]
    const check = async (name: string) => {
      await expectNoSidewaysScroll(page)
      await look(page, `improvement-${name}-${device}`)
      if (!audited.includes(device)) return
      // A step half under a bar that stays is no small target: one scrolls. On a tall screen nothing is under it.
      await page.setViewportSize({ width: viewport.width, height: 4000 })
      await expectAccessible(page)
      await page.setViewportSize(viewport)
    }
    await expect(mette.card('Fast kontaktperson')).toBeAttached()
    await check('board')
    await mette.button(m.add).click()
    await expect(mette.field).toBeFocused()
    await check('new')
    await page.goto(`${phasesPath(network.first)}/liste`)
    await expect(mette.card('Fast kontaktperson')).toBeAttached()
    await check('list')
    await page.goto(phasesPath(network.first, 'team', ids.get('Fast kontaktperson på DPS')))
    await expect(mette.text).toHaveValue('Fast kontaktperson på DPS')
    await check('panel')
  })
}
