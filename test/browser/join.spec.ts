import type { Page } from '@playwright/test'
import { nb } from '../../shared/locale/nb.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, secretOf, test } from './fixtures.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { tabTo, typeCode, typeName } from './support/join-page.ts'
import { words } from './support/words.ts'

const { join, team, errors, common, goals } = nb
const cardOf = (of: { url: string }) => `/r#${secretOf(of)}`
const welcome = (page: Page) => page.getByRole('heading', { name: join.welcome })

for (const language of flowLanguages(['nb', 'nn'], ['en'])) {
  const own = words[language]
  test(`joining by a typed code with the mouse, in ${language}`, async ({ stranger, network, excuse }) => {
    excuse(/401 .*\/api\/secrets\/lookup/u)
    const page = await stranger({ language })
    await page.goto('/')
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
    await expect(page.locator('html')).toHaveAttribute('lang', language)

    await typeCode(page, 'K7M4', own)
    await expect(page.getByText(own.join.codeShort(4))).toBeVisible()
    await typeCode(page, 'AAAA-AAAA', own)
    await expect(page.getByText(own.errors.secretUnknown)).toBeVisible()
    await expect(page.getByLabel(own.join.code)).toHaveValue('AAAA-AAAA')
    await look(page, `join-wrong-code-${language}`)

    await typeCode(page, network.first.code.toLowerCase().replace('-', ' '), own)
    await expect(page.getByRole('heading', { name: own.join.welcome })).toBeVisible()
    await expect(page.getByText('Granvik', { exact: true })).toBeVisible()
    await typeName(page, '   ', own)
    await expect(page.getByText(own.join.nameEmpty)).toBeVisible()
    await typeName(page, ' Mette ', own)

    await expect(page.getByRole('link', { name: own.team.openGoalBoard })).toBeVisible()
    await expect(page.getByText(`Mette (${own.common.you})`)).toBeVisible()
    await saved(page)
  })
}

for (const language of ['nb', 'nn'] as const) {
  const own = words[language]
  test(`joining with the keyboard alone, in ${language}`, async ({ stranger, network }) => {
    const page = await stranger({ language })
    await page.goto('/')
    await tabTo(page, page.getByLabel(own.join.code))
    await page.keyboard.type(network.first.code.replace('-', ''))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel(own.join.name))
    await page.keyboard.type('Arne')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('link', { name: own.team.openGoalBoard }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/mal$/u)
  })

  test(`joining with a phone by the card's QR code, in ${language}`, async ({ stranger, network }) => {
    const page = await stranger({ language, device: 'phone' })
    await page.goto(cardOf(network.first))
    await expect(page.getByRole('heading', { name: own.join.welcome })).toBeVisible()
    expect(page.url(), 'the secret is not left in the address').not.toContain(secretOf(network.first))
    await expectNoSidewaysScroll(page)
    await page.getByLabel(own.join.name).fill('Berit')
    await page.getByRole('button', { name: own.join.join, exact: true }).tap()
    await expect(page.getByRole('link', { name: own.team.openGoalBoard })).toBeVisible()
    await saved(page)
    await expectNoSidewaysScroll(page)
  })
}

test('a code that was replaced is told as one, and what was typed stays', async ({ stranger, network, excuse }) => {
  excuse(/410 .*\/api\/secrets\/lookup/u)
  const { code } = network.first
  const card = await network.post<{ code: string }>(`/api/networks/${network.id}/teams/${network.first.id}/card`, {})
  const page = await stranger()
  await page.goto('/')
  await typeCode(page, code)
  await expect(page.getByText(errors.secretEnded)).toBeVisible()
  await expect(page.getByLabel(join.code)).toHaveValue(code)
  await typeCode(page, card.code)
  await expect(welcome(page)).toBeVisible()
  await page.goto('about:blank')
  await page.goto(cardOf(network.first))
  await expect(page.getByText(errors.secretEnded)).toBeVisible()
})

test('«Er du Mette?» – no: two people of one name', async ({ stranger, person, network }) => {
  const first = await person('Mette')
  const page = await stranger()
  await page.goto(cardOf(network.first))
  await typeName(page, 'mette')
  await expect(page.getByRole('heading', { name: join.isItYou('Mette') })).toBeFocused()
  await look(page, 'join-is-it-you')
  await page.getByRole('button', { name: join.noAnother }).click()
  await expect(page.getByRole('link', { name: team.openGoalBoard })).toBeVisible()
  await expect(first.getByText('mette', { exact: true })).toBeVisible()
  await expect(first.getByText(`Mette (${common.you})`)).toBeVisible()
})

test('«Er du Mette?» – yes: she is here now, and her first device is told', async ({ stranger, person, network }) => {
  const first = await person('Mette')
  await saved(first)
  const page = await stranger({ device: 'phone' })
  await page.goto(cardOf(network.first))
  await typeName(page, 'METTE')
  await page.getByRole('button', { name: join.yesItIsMe }).click()
  await expect(page.getByText(`Mette (${common.you})`)).toBeVisible()
  await expect(first.getByText(errors.takenOver)).toBeVisible()
  await look(first, 'join-taken-over')
  await first.getByRole('button', { name: common.signedOut.rejoin }).click()
  await expect(first.getByLabel(join.code).or(first.getByLabel(join.name))).toBeVisible()
})

test('one tap on one’s own name is enough on another device', async ({ stranger, person, network }) => {
  await person('Mette')
  const page = await stranger({ device: 'tablet' })
  await page.goto(cardOf(network.first))
  await page.getByRole('button', { name: 'Mette' }).tap()
  await expect(page.getByText(`Mette (${common.you})`)).toBeVisible()
})

test('coming back on the same device takes no tap at all', async ({ stranger, network }) => {
  const page = await stranger()
  await page.goto(cardOf(network.first))
  await typeName(page, 'Mette')
  await saved(page)
  for (const address of ['/', cardOf(network.first)]) {
    const again = await page.context().newPage()
    await again.goto(address)
    await expect(again.getByText(`Mette (${common.you})`)).toBeVisible()
    await again.close()
  }
})

test('«Ikke deg? Bytt person» leads to the same team’s door', async ({ stranger, network }) => {
  const page = await stranger()
  await page.goto('/')
  await typeCode(page, network.first.code)
  await typeName(page, 'Mette')
  await page.getByRole('button', { name: team.menu }).click()
  await page.getByRole('button', { name: team.notYou }).click()
  await expect(welcome(page)).toBeVisible()
  await expect(page.getByText('Granvik', { exact: true })).toBeVisible()
  await typeName(page, 'Arne')
  await expect(page.getByText(`Arne (${common.you})`)).toBeVisible()
  await expect(page.getByText('Mette', { exact: true })).toBeVisible()
})

test('a corrected name is seen by the others at once', async ({ person }) => {
  const mette = await person('Mete')
  const arne = await person('Arne')
  await expect(arne.getByText('Mete', { exact: true })).toBeVisible()
  await mette.getByRole('button', { name: team.menu }).click()
  await mette.getByRole('button', { name: team.changeName }).click()
  const dialog = mette.getByRole('dialog')
  await dialog.getByLabel(join.name).fill('   ')
  await dialog.getByRole('button', { name: common.save }).click()
  await expect(dialog.getByText(join.nameEmpty)).toBeVisible()
  await dialog.getByLabel(join.name).fill('Mette')
  await dialog.getByLabel(join.name).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(mette.getByText(`Mette (${common.you})`)).toBeVisible()
  await expect(arne.getByText('Mette', { exact: true })).toBeVisible()
  await expect(arne.getByText('Mete', { exact: true })).toHaveCount(0)
})

test('a title stands beside the name for the others at once, and can be taken away [AC87]', async ({ person }) => {
  const mette = await person('Mette')
  const arne = await person('Arne')
  const say = async (title: string) => {
    await mette.getByRole('button', { name: team.menu }).click()
    await mette.getByRole('button', { name: team.changeName }).click()
    const dialog = mette.getByRole('dialog')
    await dialog.getByLabel(team.title).fill(title)
    await expectAccessible(mette)
    await dialog.getByRole('button', { name: common.save }).click()
    await expect(dialog).toBeHidden()
  }
  await say('Pårørende')
  await expect(arne.getByText('Mette · Pårørende')).toBeVisible()
  await expect(mette.getByText(`Mette (${common.you}) · Pårørende`)).toBeVisible()
  await mette.reload()
  await say('')
  await expect(arne.getByText('Mette', { exact: true })).toBeVisible()
  await expect(arne.getByText('Pårørende')).toHaveCount(0)
})

test('a facilitator who opens a team’s card keeps the role', async ({ facilitatorPage: kari, network }) => {
  await saved(kari)
  await kari.goto('about:blank')
  await kari.goto(cardOf(network.second))
  await expect(kari.getByText(join.alreadyIn('Kari Nordmann'))).toBeVisible()
  await kari.getByRole('button', { name: join.openAsFacilitator }).click()
  await expect(kari).toHaveURL(new RegExp(`/team/${network.second.id}/mal$`, 'u'))
  await saved(kari)
  await kari.goto('/styring')
  await expect(kari.getByRole('heading', { name: new RegExp(`^${nb.console.teams.heading} `, 'u') })).toBeVisible()
})

test('someone with a link to read may read everything and change nothing', async ({ stranger, network }) => {
  const link = await network.link('commenter', [network.first.id])
  const page = await stranger()
  await page.goto(cardOf(link))
  await expect(page.getByText(join.commenterWelcomeHelp)).toBeVisible()
  await typeName(page, 'Aud')
  await expect(page.getByRole('link', { name: new RegExp(network.first.name, 'u') })).toBeVisible()
  await page.goto(`/team/${network.first.id}/mal`)
  await expect(page.getByText(goals.empty.readOnly)).toBeVisible()
  await expect(page.locator('[data-save-status]')).toHaveAttribute('data-save-status', 'readonly')
  await expect(page.getByRole('button', { name: goals.empty.button })).toHaveCount(0)
  await expect(page.getByRole('button', { name: goals.add })).toHaveCount(0)
  await look(page, 'board-read-only')
})

test('a display’s code typed on the front page pairs the display', async ({ stranger, network }) => {
  const link = await network.link('display')
  const page = await stranger({ device: 'projector' })
  await page.goto('/')
  await typeCode(page, link.code)
  await expect(page).toHaveURL(/\/lerret$/u)
  await expect(page.getByRole('heading', { name: 'Samling 1' })).toBeVisible()
})
