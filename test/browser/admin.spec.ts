import type { Page } from '@playwright/test'
import { allGoals } from '../../shared/select/goals.ts'
import { expect, expectAccessible, look, saved, test } from './fixtures.ts'
import { consolePage } from './support/console-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { tabTo, typeCode, typeName } from './support/join-page.ts'
import { ask, knock } from './support/network.ts'
import { words } from './support/words.ts'

for (const language of ['nb', 'nn'] as const) {
  const own = words[language]
  const m = own.console.people
  const edit = (page: Page, team: string) => page.getByRole('button', { name: m.edit(team), exact: true })
  const press = async (within: ReturnType<Page['locator']>, name: string) =>
    within.getByRole('button', { name, exact: true }).click()

  test(`a team is renamed, removed and taken back as it was, in ${language} [CO15, CO18]`, async ({
    network,
    person,
  }) => {
    await writeGoals(network, [{ title: 'Trygg hjemreise', state: 'chosen' }])
    const kari = await person('Kari', { as: 'facilitator', language })
    const mette = await person('Mette', { path: boardPath(network.first), language })
    const phone = { as: 'commenter', device: 'phone' } as const
    const berit = await person('Berit', { ...phone, path: `/folg/team/${network.first.id}`, language })
    const { dialog, row, card, close, teams } = consolePage(kari, own)
    await saved(kari)
    await saved(mette)
    await expect(berit.getByText('Trygg hjemreise').first()).toBeVisible()

    // Whoever has a page open that says the name sees the new one there, and none of them has loaded it anew.
    const called = async (name: string) => {
      await expect(row(name)).toBeVisible()
      const overview = kari.getByRole('region', { name: own.console.overview.heading })
      await expect(overview.getByRole('rowheader', { name })).toBeVisible()
      for (const page of [mette, berit]) {
        await expect(page.getByRole('banner').getByText(name, { exact: true })).toBeVisible()
      }
    }
    const path = `/api/networks/${network.id}/teams/${network.first.id}`
    await ask(network.server, 'PATCH', path, { token: network.token, body: { name: 'Granvik vest' } })
    await called('Granvik vest')

    await edit(kari, 'Granvik vest').click()
    await dialog.getByLabel(own.console.add.name).fill('Granvik og Os')
    await press(dialog, own.common.save)
    await expect(dialog.getByText(m.saved)).toBeVisible()
    await expectAccessible(kari)
    await look(kari, `admin-team-${language}`)
    await close.click()
    await called('Granvik og Os')

    const oldCode = (await card('Granvik og Os').innerText()).trim()
    await edit(kari, 'Granvik og Os').click()
    await press(dialog, m.removeTeam)
    await expect(dialog.getByText(m.removeTeamLead)).toBeVisible()
    await dialog.getByRole('group', { name: m.removeTeam }).getByRole('button', { name: m.removeTeam }).click()
    await expect(teams.getByRole('listitem')).toHaveCount(2)
    // Every page of it says so by itself.
    for (const page of [mette, berit]) {
      const gone = own.team.left.teamRemoved('Granvik og Os')
      await expect(page.getByRole('heading', { name: gone, exact: true })).toBeVisible()
      await expect(page.getByRole('alert')).toHaveText(own.team.left.teamRemovedHelp)
      await expect(page.getByText('Trygg hjemreise')).toHaveCount(0)
    }
    await expectAccessible(mette)
    await look(mette, `admin-removed-team-${language}`)
    expect(await knock(network.server, oldCode)).toBe(410)

    await press(kari.getByRole('region', { name: m.removedTeams }), m.takeBackTeam('Granvik og Os'))
    await expect(kari.getByText(m.takenBack('Granvik og Os'))).toBeVisible()
    await expect(row('Granvik og Os')).toBeVisible()
    await expect(card('Granvik og Os')).not.toContainText(oldCode)
    await mette.goto(boardPath(network.first))
    await expect(mette.getByText('Trygg hjemreise').first()).toBeVisible()
    await saved(mette)
    expect(await network.readBoard(network.first, (board) => allGoals(board).length)).toBe(1)
  })

  test(`a person is moved to another team and taken out, and their open page says so, in ${language} [CO15, CO18]`, async ({
    network,
    person,
  }) => {
    const kari = await person('Kari', { as: 'facilitator', language })
    const mette = await person('Mette', { path: boardPath(network.first), language })
    const arne = await person('Arne', { path: boardPath(network.first), language })
    const { dialog, close } = consolePage(kari, own)
    for (const page of [kari, mette, arne]) await saved(page)

    await edit(kari, 'Granvik').click()
    await dialog.getByLabel(m.moveTo('Mette')).selectOption({ label: 'Fjelldal' })
    await press(dialog, m.move)
    await expect(dialog.getByText(m.moved('Mette', 'Fjelldal'))).toBeVisible()
    const { left } = own.team
    await expect(mette.getByRole('heading', { name: left.moved(['Fjelldal']) })).toBeVisible()
    await expect(mette.getByRole('alert')).toHaveText(left.movedHelp('Granvik'))
    await look(mette, `admin-moved-${language}`)
    await expectAccessible(mette)
    // Loaded anew, the old address can't tell what happened, but what it may be.
    const old = mette.url()
    await mette.reload()
    await expect(mette.getByRole('alert')).toHaveText(left.notYoursHelp)
    expect(mette.url()).toBe(old)
    await mette.getByRole('link', { name: left.goTo('Fjelldal') }).click()
    await expect(mette.getByText('Fjelldal', { exact: true }).first()).toBeVisible()
    await saved(mette)

    await press(dialog, m.removeNamed('Arne'))
    await expect(dialog.getByText(m.removeLead('Arne'))).toBeVisible()
    await dialog
      .getByRole('group', { name: m.removeNamed('Arne') })
      .getByRole('button', { name: m.remove })
      .click()
    await expect(dialog.getByText(m.removed('Arne'))).toBeVisible()
    await expect(arne.getByRole('heading', { name: own.common.signedOut.title })).toBeVisible()
    await expect(arne.getByRole('alert')).toHaveText(own.common.signedOut.removed)
    await expectAccessible(arne)
    await look(arne, `admin-removed-person-${language}`)
    await close.click()
    await edit(kari, 'Fjelldal').click()
    await expect(dialog.getByText('Mette', { exact: true })).toBeVisible()
  })

  test(`links for user representatives and facilitators, and one’s own way back, in ${language} [CO16] [CO17]`, async ({
    network,
    person,
    stranger,
  }) => {
    const kari = await person('Kari', { as: 'facilitator', language })
    const { dialog, close } = consolePage(kari, own)
    const people = kari.getByRole('region', { name: m.card })
    const links = people.getByRole('textbox', { name: new RegExp(`^${own.console.displays.link}, `, 'u') })
    await saved(kari)

    await test.step('for user representatives of one team', async () => {
      const before = await links.count()
      await press(people, m.newCommenter)
      await press(dialog, m.someTeams)
      await press(dialog, m.makeLink)
      await expect(dialog.getByText(m.chooseOne)).toBeVisible()
      await expectAccessible(kari)
      await dialog.getByLabel('Fjelldal').check()
      await press(dialog, m.makeLink)
      await expect(people.getByText(m.linkFor('Fjelldal'))).toBeVisible()
      await expect(links).toHaveCount(before + 1)
      const item = people.getByRole('listitem').filter({ hasText: m.linkFor('Fjelldal') })
      const phone = await stranger({ device: 'phone', language })
      await phone.goto(await item.getByRole('textbox').inputValue())
      await expect(phone.getByText(own.join.commenterWelcomeHelp)).toBeVisible()
      await typeName(phone, 'Berit', own)
      await expect(phone.getByRole('link', { name: /Fjelldal/u })).toBeVisible()
      await expect(phone.getByText('Granvik')).toHaveCount(0)
    })

    await test.step('for another facilitator', async () => {
      await press(people, m.newFacilitator)
      const before = await links.count()
      await press(dialog, m.makeLink)
      await expect(links).toHaveCount(before + 1)
      const second = await stranger({ language })
      await second.goto(await links.last().inputValue())
      await typeName(second, 'Olga', own)
      await saved(second)
      await expect(consolePage(second, own).row('Granvik')).toBeVisible()
      await look(second, `admin-second-facilitator-${language}`)
    })

    await test.step('and Kari comes in as herself on another machine, asked for nothing', async () => {
      const make = async () => {
        await press(people, m.wayBack)
        await press(dialog, m.makeWayBack)
        await expect(dialog.getByText(m.wayBackOnce)).toBeVisible()
        const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(await dialog.innerText())?.[0] ?? ''
        await look(kari, `admin-way-back-${language}`)
        await close.click()
        return code
      }
      const first = await make()
      const code = await make()
      expect(await knock(network.server, first)).toBe(410)
      const other = await stranger({ language })
      await other.goto('/')
      await typeCode(other, code, own)
      await expect(other.getByRole('textbox')).toHaveCount(0)
      await tabTo(other, other.getByRole('button', { name: own.join.enterAs('Kari') }))
      await look(other, `admin-way-in-${language}`)
      await expectAccessible(other)
      await other.keyboard.press('Enter')
      await saved(other)
      const id = async (page: Page) =>
        page.evaluate(async () => ((await (await fetch('/api/session')).json()) as { personId: string }).personId)
      expect(await id(other)).toBe(await id(kari))
    })
  })
}
