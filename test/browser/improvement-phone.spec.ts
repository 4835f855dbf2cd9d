import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, test } from './fixtures.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { ImprovementPage } from './support/improvement-page.ts'
import { phasesPath, writePhases } from './support/phases.ts'
import { expectLargeTargets } from './support/targets.ts'
import { touchDrag } from './support/touch.ts'

for (const language of flowLanguages(['en'], ['nb'])) {
  test(`the phases by finger on a phone: tick, add, drag, open, move and delete, in ${language} [IM2, IM10, IM11]`, async ({
    person,
    network,
  }) => {
    await writePhases(network, { cards: { do: ['Møte på Teams', 'Fast kontakt'], evaluate: ['Ringe alle'] } })
    const path = phasesPath(network.first)
    const mette = new ImprovementPage(await person('Mette', { path, device: 'phone', language }), language)
    const arne = new ImprovementPage(await person('Arne', { path }))
    const { m, page, panel } = mette

    await test.step('a step is ticked, and taken back from its menu', async () => {
      for (const state of ['started', 'done'] as const) {
        await mette.step('do.try').tap()
        await arne.expectStep('do.try', state)
      }
      await arne.expectPhase('do', 'started', 1, 2)
      await mette.button(m.chooseState(m.step['do.try'])).tap()
      await page.getByRole('menuitemradio', { name: m.state.started }).tap()
      await arne.expectStep('do.try', 'started')
    })

    await test.step('a card is added to the phase under way', async () => {
      await mette.button(m.add).tap()
      await mette.field.fill('Prøve med fire')
      await mette.button(m.addButton).tap()
      await mette.button(m.addDone).tap()
      await arne.expectCards('do', ['Møte på Teams', 'Fast kontakt', 'Prøve med fire'])
    })

    await test.step('a finger that rests on a card carries it within its phase, and into the next', async () => {
      await page.locator('#phase-do').evaluate((phase) => phase.scrollIntoView({ block: 'start' }))
      const first = await touchDrag(page, mette.card('Møte på Teams'))
      await expect(page.getByText(m.drag.over('Møte på Teams', m.phase.do))).toBeAttached()
      await expect(arne.page.getByText(arne.words.goals.presence.moves(['Mette']))).toBeVisible()
      await first.moveTo(mette.card('Fast kontakt'))
      await first.letGo()
      for (const each of [mette, arne]) {
        await each.expectCards('do', ['Fast kontakt', 'Møte på Teams', 'Prøve med fire'])
      }
      const second = await touchDrag(page, mette.card('Fast kontakt'))
      await expect(page.getByText(m.drag.over('Fast kontakt', m.phase.do))).toBeAttached()
      await second.moveTo(mette.card('Ringe alle'))
      await expect(page.getByText(m.drag.over('Fast kontakt', m.phase.evaluate))).toBeAttached()
      await second.letGo()
      for (const each of [mette, arne]) {
        await each.expectCards('do', ['Møte på Teams', 'Prøve med fire'])
        await each.expectCards('evaluate', ['Ringe alle', 'Fast kontakt'])
      }
      // Letting go opens nothing.
      await expect(panel).toBeHidden()
      await expectNoSidewaysScroll(page)
      await expectLargeTargets(page)
      await look(page, `improvement-finger-${language}`)
    })

    await test.step('an open card fills the screen, has a way back, and is moved and deleted there', async () => {
      await mette.card('Fast kontakt').tap()
      await expect(mette.text).toHaveValue('Fast kontakt')
      await expectAccessible(page)
      await panel.getByRole('combobox', { name: m.phaseField }).selectOption({ label: m.phase.plan })
      await arne.expectCards('plan', ['Fast kontakt'])
      await mette.button(m.backToBoard, panel).tap()
      await expect(mette.card('Fast kontakt')).toBeFocused()
      await mette.button(m.moveCard('Fast kontakt')).tap()
      await page.getByRole('menuitem', { name: m.remove }).tap()
      await arne.expectCards('plan', [])
      await mette.toast.getByRole('button', { name: mette.words.goals.undo, exact: true }).tap()
      await arne.expectCards('plan', ['Fast kontakt'])
      await saved(page)
    })
  })
}
