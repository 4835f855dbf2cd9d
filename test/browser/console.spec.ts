import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import type { Locator } from '@playwright/test'
import { encode } from 'uqr'
import { plainAddress } from '../../client/features/console/plainAddress.ts'
import { cookieNames } from '../../server/http/credentials.ts'
import { nb } from '../../shared/locale/nb.ts'
import { sampleTeams } from '../../server/sample/teams.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, secretOf, test } from './fixtures.ts'
import { consolePage } from './support/console-page.ts'
import { startHall } from './support/hall-server.ts'
import { tabTo, typeCode } from './support/join-page.ts'
import { join, knock, makeNetwork } from './support/network.ts'
import { words } from './support/words.ts'

const { console: styring } = nb

for (const language of ['nb', 'nn'] as const) {
  const own = words[language].console

  test(`teams, cards and the stage with the mouse, in ${language} [CO6]`, async ({ person, network, server }) => {
    const kari = await person('Kari', { as: 'facilitator', from: 'machine', language })
    const { teams, row, dialog, stage, addTeams, card, show, close } = consolePage(kari, words[language])

    await addTeams.click()
    await dialog.getByLabel(own.add.name).fill('Elvedal')
    await dialog.getByLabel(own.add.municipalities).fill('Elvedal, Øvre Elvedal')
    await dialog.getByRole('button', { name: own.add.submitOne, exact: true }).click()
    await expect(dialog.getByText(own.add.addedOne('Elvedal'))).toBeVisible()

    await dialog.getByRole('button', { name: own.add.list }).click()
    await dialog
      .getByLabel(own.add.listLabel)
      .fill('1. Havnøy; Havnøy, Ytre Havnøy\n\ngranvik; Granvik\n; Os\nDPS Nord')
    await expect(dialog.getByText(own.add.problem.known)).toBeVisible()
    await expect(dialog.getByText(own.add.problem.nameMissing)).toBeVisible()
    await expect(dialog.getByText(own.add.skipped(2))).toBeVisible()
    await look(kari, `console-paste-${language}`)
    await expectAccessible(kari)
    await dialog.getByRole('button', { name: own.add.submitMany(2) }).click()
    await expect(dialog.getByText(own.add.addedMany(2))).toBeVisible()
    await close.click()
    await expect(teams.getByRole('listitem')).toHaveCount(6)
    await expect(row('Elvedal')).toContainText('Elvedal, Øvre Elvedal')

    const { code } = network.first
    const mette = await person('Mette', { language })
    await card('Granvik').click()
    await expect(dialog.getByText(code)).toBeVisible()
    await look(kari, `console-card-${language}`)
    await dialog.getByRole('button', { name: own.card.rotate }).click()
    await expect(dialog.getByText(own.card.rotateLead)).toBeVisible()
    await dialog.getByRole('button', { name: own.card.rotate }).click()
    await expect(dialog.getByText(own.card.rotated)).toBeVisible()
    expect(await knock(server, code)).toBe(410)
    const newCode = (await card('Granvik').innerText()).trim()
    expect(await knock(server, newCode)).toBe(200)

    await dialog.getByRole('button', { name: own.card.end }).click()
    await dialog.getByRole('button', { name: own.card.end }).click()
    await expect(dialog.getByText(own.card.ended)).toBeVisible()
    expect(await knock(server, newCode)).toBe(410)
    await dialog.getByRole('button', { name: own.card.make }).click()
    await expect(dialog.getByRole('button', { name: own.card.rotate })).toBeVisible()
    await close.click()
    expect(await knock(server, (await card('Granvik').innerText()).trim())).toBe(200)
    // Who has joined by the first card is still in.
    await mette.reload()
    await expect(mette.getByRole('link', { name: words[language].team.openGoalBoard })).toBeVisible()
    await saved(mette)

    await show('Fjelldal').click()
    await expect(stage.getByText(own.stage.goals('Fjelldal'))).toBeVisible()
    await expect(row('Fjelldal')).toContainText(own.stage.shown)
    await stage.getByRole('button', { name: own.stage.nextTeamIs('DPS Ålheim') }).click()
    await expect(stage.getByText(own.stage.goals('DPS Ålheim'))).toBeVisible()
    await stage.getByRole('button', { name: own.stage.clear }).click()
    await expect(stage.getByText(own.stage.idle)).toBeVisible()
    await saved(kari)
  })

  test(`the console with the keyboard alone, in ${language} [CO11] [CO23]`, async ({ person, network, server }) => {
    const kari = await person('Kari', { as: 'facilitator', from: 'machine', language })
    const { row, teams, dialog, stage, addTeams, card, show, sentence, find } = consolePage(kari, words[language])
    await saved(kari)
    const press = async (target: Locator) => {
      await tabTo(kari, target, 60)
      await kari.keyboard.press('Enter')
    }
    await press(addTeams)
    await tabTo(kari, dialog.getByLabel(own.add.name))
    await kari.keyboard.type('Elvedal')
    await kari.keyboard.press('Enter')
    await expect(dialog.getByText(own.add.addedOne('Elvedal'))).toBeVisible()
    await kari.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(addTeams).toBeFocused()

    await press(card('Granvik'))
    await press(dialog.getByRole('button', { name: own.card.rotate }))
    await press(dialog.getByRole('button', { name: own.card.rotate }))
    await expect(dialog.getByText(own.card.rotated)).toBeVisible()
    await kari.keyboard.press('Escape')
    await expect(card('Granvik')).toBeFocused()
    expect(await knock(server, network.first.code)).toBe(410)

    await press(show('Elvedal'))
    await expect(row('Elvedal')).toContainText(own.stage.shown)
    await press(stage.getByRole('button', { name: own.stage.clear }))
    await expect(stage.getByText(own.stage.idle)).toBeVisible()
    await tabTo(kari, sentence, 60)
    await kari.keyboard.type('Pause til 14.15')
    await expect(sentence).toHaveValue('Pause til 14.15')

    // Of many teams: on to one of them, past all the others.
    await expect(find).toHaveCount(0)
    await network.addTeams(['Vik', 'Nes', 'Dal', 'Ås', 'Mo'].map((name) => ({ name, municipalities: [] })))
    await kari.getByRole('link', { name: own.find.label, exact: true }).press('Enter')
    await expect(find).toBeFocused()
    await kari.keyboard.type('xyz')
    await expect(kari.getByText(own.find.none)).toBeVisible()
    await expect(teams.getByRole('listitem')).toHaveCount(9)
    await kari.keyboard.press('Escape')
    await kari.keyboard.type('ålh')
    await expect(kari.getByRole('search').getByRole('status')).toHaveText(own.find.found(1, 9))
    await expect(teams.getByRole('listitem')).toHaveCount(1)
    await kari.keyboard.press('Enter')
    await expect(row('DPS Ålheim').getByRole('heading')).toBeFocused()
    await expectAccessible(kari)
    await look(kari, `console-find-${language}`)
    await tabTo(kari, show('DPS Ålheim'), 6)
    await kari.keyboard.press('Enter')
    await expect(row('DPS Ålheim')).toContainText(own.stage.shown)
    await saved(kari)
  })

  test(`the console on a phone, in ${language} [CO11]`, async ({ person }) => {
    const kari = await person('Kari', { as: 'facilitator', device: 'phone', language })
    const { dialog, addTeams, card, show, stage, close, row } = consolePage(kari, words[language])
    await saved(kari)
    await expectNoSidewaysScroll(kari)
    await look(kari, `console-phone-${language}`, { fullPage: true })
    await addTeams.tap()
    await dialog.getByLabel(own.add.name).fill('Elvedal')
    await dialog.getByRole('button', { name: own.add.submitOne, exact: true }).tap()
    await expect(dialog.getByText(own.add.addedOne('Elvedal'))).toBeVisible()
    await close.tap()
    await card('Elvedal').tap()
    await expect(dialog.getByRole('heading', { name: own.card.heading('Elvedal') })).toBeVisible()
    await expectNoSidewaysScroll(kari)
    await look(kari, `console-card-phone-${language}`)
    await close.tap()
    await show('Elvedal').tap()
    await expect(row('Elvedal')).toContainText(own.stage.shown)
    await stage.getByRole('button', { name: own.stage.clear }).tap()
    await expect(stage.getByText(own.stage.idle)).toBeVisible()
    await saved(kari)
  })
}

test('a second gathering keeps teams and boards, and the hall follows [CO3]', async ({
  facilitatorPage: kari,
  person,
  display,
  network,
}) => {
  await network.fillBoard(network.first, sampleTeams[0]?.goals.slice(0, 1) ?? [])
  const goal = sampleTeams[0]?.goals[0]?.title ?? ''
  const mette = await person('Mette')
  const wall = await display()
  const { gathering, dialog, show, teams } = consolePage(kari)
  await expect(mette.getByText(goal)).toBeVisible()
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
  await gathering.getByRole('button', { name: styring.gathering.new }).click()
  await dialog.getByRole('button', { name: styring.gathering.submit }).click()
  await expect(dialog.getByText(nb.errors.nameEmpty)).toBeVisible()
  await dialog.getByLabel(styring.gathering.name).fill('Samling 2')
  // The day as people write it, whatever the browser's language; one that does not exist is not passed over.
  const firstDay = dialog.getByLabel(styring.gathering.firstDay)
  await firstDay.fill('31. juni 2027')
  await dialog.getByRole('button', { name: styring.gathering.submit }).click()
  await expect(dialog.getByText(nb.goals.date.wrong)).toBeVisible()
  await expect(firstDay).toHaveValue('31. juni 2027')
  await look(kari, 'console-new-gathering')
  await expectAccessible(kari)
  await firstDay.fill('1.6.27')
  await firstDay.press('Enter')
  await expect(firstDay).toHaveValue('1. juni 2027')
  await dialog.getByLabel(styring.gathering.dayCount).selectOption('1')
  await dialog.getByRole('button', { name: styring.gathering.submit }).click()
  await expect(dialog).toBeHidden()
  await expect(gathering.getByText('1. juni 2027')).toBeVisible()
  await expect(gathering.getByText('Samling 1')).toBeVisible()
  await expect(teams.getByRole('listitem')).toHaveCount(3)
  await expect(wall.getByRole('heading', { name: 'Samling 2' })).toBeVisible({ timeout: 15_000 })
  await expect(mette.getByRole('heading', { name: 'Samling 2' })).toBeVisible({ timeout: 15_000 })
  await expect(mette.getByText(goal)).toBeVisible()
  await saved(mette)
  await show('Granvik').click()
  await expect(wall.getByRole('heading', { name: goal }).first()).toBeVisible()
})

test('the sentence reaches every team while it is written; who is here is told', async ({
  facilitatorPage: kari,
  person,
  network,
}) => {
  const mette = await person('Mette')
  const tor = await person('Tor', { team: network.second, language: 'nn', device: 'phone' })
  const { sentence, row } = consolePage(kari)
  await expect(row('Granvik')).toContainText(styring.teams.online('Mette'))
  await expect(row('Fjelldal')).toContainText(styring.teams.online('Tor'))
  await sentence.fill('Velg ett mål. Vi samles 14.15.')
  for (const page of [mette, tor])
    await expect(page.getByRole('heading', { level: 1, name: 'Velg ett mål. Vi samles 14.15.' })).toBeVisible()
  await saved(kari)
  await mette.close()
  await expect(row('Granvik')).toContainText(styring.teams.nobodyOnline)
})

test('two facilitators lead at once [CO8]', async ({ facilitatorPage: kari, person }) => {
  const ola = await person('Ola', { as: 'facilitator', from: 'hall' })
  const [first, second] = [consolePage(kari), consolePage(ola)]
  await saved(kari)
  await saved(ola)
  await first.show('Granvik').click()
  await expect(second.row('Granvik')).toContainText(styring.stage.shown)
  await second.show('Fjelldal').click()
  await expect(first.row('Fjelldal')).toContainText(styring.stage.shown)
  await first.sentence.fill('Pause')
  await expect(second.sentence).toHaveValue('Pause')
  await first.sentence.press('End')
  await second.sentence.press('Home')
  await Promise.all([kari.keyboard.type(' til 14.15', { delay: 15 }), ola.keyboard.type('Lang ', { delay: 15 })])
  for (const { sentence } of [first, second]) await expect(sentence).toHaveValue('Lang Pause til 14.15')
  await first.addTeams.click()
  await first.dialog.getByLabel(styring.add.name).fill('Elvedal')
  await first.dialog.getByRole('button', { name: styring.add.submitOne, exact: true }).click()
  await expect(second.row('Elvedal')).toBeVisible({ timeout: 20_000 })
})

test('a display’s link that is ended takes the picture away, and a new code gives it back', async ({
  facilitatorPage: kari,
  display,
  excuse,
}) => {
  excuse(/WebSocket connection|401 .*\/api\/secrets/u)
  const { displays, dialog } = consolePage(kari)
  const wall = await display()
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
  await kari.reload()
  await displays.getByRole('button', { name: styring.displays.end }).click()
  await expect(dialog.getByText(styring.displays.endLead)).toBeVisible()
  await dialog.getByRole('button', { name: styring.displays.end, exact: true }).click()
  await expect(wall.getByText(nb.projector.pair.ended)).toBeVisible()
  await look(wall, 'projector-ended')
  await displays.getByRole('button', { name: styring.displays.make }).click()
  const link = displays.getByRole('textbox')
  await expect(link).toHaveCount(1)
  const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/u.exec(await displays.innerText())?.[0] ?? ''
  await wall.getByLabel(nb.projector.pair.label).fill(code)
  await wall.getByRole('button', { name: nb.projector.pair.submit }).click()
  await expect(wall.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
})

test('the table cards are printed two on a sheet of A4 [CO6, CA1, CA2]', async ({
  facilitatorPage: kari,
  network,
  stranger,
}) => {
  await saved(kari)
  await kari.getByRole('link', { name: styring.teams.cards }).click()
  await expect(kari.getByRole('article')).toHaveCount(3)
  for (const { code } of network.teams) await expect(kari.getByText(code)).toBeVisible()
  const card = kari.getByRole('article', { name: 'Granvik' })
  await expect(card.getByRole('heading', { name: 'Granvik' })).toBeVisible()
  await expect(card.getByRole('listitem')).toHaveText(styring.cards.steps(plainAddress(network.server.hallUrl)))
  await expect(card.getByText(plainAddress(network.server.hallUrl), { exact: true })).toBeVisible()
  await expect(card.getByText(styring.cards.other)).toBeVisible()
  const qr = card.getByRole('img', { name: styring.cards.qr('Granvik') })
  expect(await qr.locator('path').last().getAttribute('d')).toBe(drawn(network.first.url))
  expect(new URL(network.first.url).hash).toHaveLength(1 + secretOf(network.first).length)
  await look(kari, 'cards-screen')
  await expectAccessible(kari)
  await kari.emulateMedia({ media: 'print' })
  await kari.setViewportSize({ width: 794, height: 1123 })
  await look(kari, 'cards-print', { fullPage: true })
  // A5 lying down, at 96 px an inch.
  const { width = 0, height = 0 } = (await card.boundingBox()) ?? {}
  expect(Math.round((width / 96) * 25.4)).toBe(210)
  expect(Math.round((height / 96) * 25.4)).toBe(148)
  await expect(kari.getByRole('button')).toHaveCount(0)
  const pdf = (await kari.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(2)

  const guest = await stranger()
  await guest.goto('/')
  await typeCode(guest, network.third.code)
  await expect(guest.getByText('DPS Ålheim', { exact: true })).toBeVisible()
  const log = network.server.stdout() + network.server.stderr()
  for (const each of network.teams) expect(log).not.toContain(secretOf(each))
})

test('a link is copied on plain HTTP; where the browser refuses, it is selected and told how [CO10]', async ({
  person,
}) => {
  const kari = await person('Kari', { as: 'facilitator', from: 'hall' })
  const { displays, sentence } = consolePage(kari)
  await saved(kari)
  expect(await kari.evaluate(() => window.isSecureContext)).toBe(false)
  await displays.getByRole('button', { name: styring.displays.make }).click()
  const link = displays.getByRole('textbox')
  const copy = displays.getByRole('button', { name: styring.displays.copy })
  await copy.click()
  await expect(displays.getByText(styring.displays.copied)).toBeVisible()
  await sentence.focus()
  await kari.keyboard.press('Control+v')
  await expect(sentence).toHaveValue(await link.inputValue())
  await kari.evaluate(() => (document.execCommand = () => false))
  await copy.click()
  await expect(displays.getByText(styring.displays.selectAndCopy)).toBeVisible()
  await expect(link).toBeFocused()
  expect(await kari.evaluate(() => String(getSelection()))).toBe(await link.inputValue())
})

test('no card or QR code for an address that only this machine reaches; a new address is told [CO9]', async ({
  stranger,
  excuse,
}) => {
  excuse(/WebSocket connection|ERR_CONNECTION/u)
  const folder = await mkdtemp(joinPath(tmpdir(), 'samtavle-address-'))
  const first = await startHall({ folder })
  const { port, hallUrl } = first
  const { token } = await join(first, { secret: first.facilitatorToken ?? '', name: 'Kari' })
  const network = await makeNetwork(first, token, { name: 'Gode pasientforløp i nord' })
  await first.stop()

  const moved = await startHall({ folder, port, publicUrl: `http://ny.samtavle.test:${port}` })
  const kari = await stranger({ server: moved, from: 'machine' })
  await kari.context().addCookies([{ name: cookieNames.person, value: token, url: moved.url, httpOnly: true }])
  await kari.goto('/styring')
  const { card, dialog, close } = consolePage(kari)
  const news = styring.address.changed(plainAddress(hallUrl), `ny.samtavle.test:${port}`)
  await expect(kari.getByText(news)).toBeVisible()
  await expect(kari.getByText(styring.address.changedHow)).toBeVisible()
  await card('Granvik').click()
  await expect(dialog.getByRole('img', { name: styring.cards.qr('Granvik') })).toBeVisible()
  await close.click()
  await moved.stop()

  const alone = await startHall({ folder, port, publicUrl: `http://127.0.0.1:${port}` })
  await kari.reload()
  await expect(kari.getByText(styring.address.unreachableHow)).toBeVisible()
  await card('Granvik').click()
  await expect(dialog.getByText(network.first.code)).toBeVisible()
  await expect(dialog.getByText(styring.cards.noQr)).toBeVisible()
  await expect(dialog.getByRole('img', { name: styring.cards.qr('Granvik') })).toHaveCount(0)
  await look(kari, 'console-card-unreachable')
  await alone.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a member has no console [CO1]', async ({ person }) => {
  const mette = await person('Mette', { path: '/styring' })
  await expect(mette.getByText(styring.notForYou)).toBeVisible()
  await mette.getByRole('link', { name: styring.goHome }).click()
  await expect(mette.getByRole('link', { name: nb.team.openGoalBoard })).toBeVisible()
})

/** The dark squares of a QR code of this text, drawn as the card draws them. */
function drawn(text: string): string {
  const { data } = encode(text, { ecc: 'M', border: 2 })
  return data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
}
