import { privacy as privacyEn } from '../../shared/locale/en/privacy.ts'
import { privacy as privacyNb } from '../../shared/locale/nb/privacy.ts'
import { privacy as privacyNn } from '../../shared/locale/nn/privacy.ts'
import type { Page } from '@playwright/test'
import type { Language } from '../../shared/api.ts'
import { sampleTeams } from '../../server/sample/teams.ts'
import { chooseStage } from '../../shared/ops/gathering.ts'
import { expect, expectAccessible, look, saved, secretOf, test } from './fixtures.ts'
import { carePage } from './support/care-page.ts'
import { consolePage } from './support/console-page.ts'
import { expectOneLanguage } from './support/one-language.ts'
import { words } from './support/words.ts'

const privacyTitles = { nb: privacyNb.title, nn: privacyNn.title, en: privacyEn.title }

const days: Record<Language, RegExp> = {
  nb: /17\.–18\. mars 2027/u,
  nn: /17\.–18\. mars 2027/u,
  en: /17–18 March 2027/u,
}

/** What every visit to a screen shows: its picture, in its language alone, and open to everybody. */
async function check(page: Page, language: Language, name: string): Promise<void> {
  await expectOneLanguage(page, language)
  await expectAccessible(page)
  await look(page, `${name}-${language}`)
}

for (const language of ['nb', 'nn', 'en'] as const) {
  const own = words[language]

  test(`the way in speaks ${language}`, async ({ stranger, network, excuse }) => {
    excuse(/401 .*\/api\/secrets\/lookup/u)
    const page = await stranger({ language })
    await page.goto('/')
    await expect(page.getByRole('heading', { name: own.join.title })).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(own.join.title, 'u'))
    await page.getByRole('button', { name: own.join.facilitator }).click()
    await expect(page.getByText(own.join.facilitatorHelp)).toBeVisible()
    await check(page, language, 'join-code')
    await page.goto('/personvern')
    await expect(page.getByRole('heading', { name: privacyTitles[language] })).toBeVisible()
    await check(page, language, 'privacy')
    await page.goto(`/r#${secretOf(network.first)}`)
    await expect(page.getByRole('heading', { name: own.join.welcome })).toBeVisible()
    await expect(page.getByText(language === 'en' ? '17–18 March' : '17.–18. mars')).toBeVisible()
    await check(page, language, 'join-name')
    await page.goto('/finnes-ikke')
    await expect(page.getByRole('heading', { name: own.common.notFound.title })).toBeVisible()
    await check(page, language, 'not-found')
  })

  test(`a team's pages speak ${language}`, async ({ person, network }) => {
    await network.fillBoard(network.first, sampleTeams[0]?.goals ?? [])
    const page = await person('Mette', { language, device: 'oldLaptop' })
    await saved(page)
    await expect(page.getByText(days[language])).toBeVisible()
    await check(page, language, 'home')
    await page.getByRole('button', { name: own.team.menu }).click()
    await check(page, language, 'home-own')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: own.team.openGoalBoard }).click()
    await expect(page.getByRole('heading', { name: own.goals.state.proposed })).toBeVisible()
    await check(page, language, 'board')
    await page.getByRole('heading', { level: 3 }).first().click()
    await expect(page.getByRole('region', { name: own.goals.panel })).toBeVisible()
    await check(page, language, 'board-goal')
    await page.getByRole('button', { name: own.goals.closePanel }).click()
    await page.getByRole('button', { name: own.goals.views.list }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await check(page, language, 'board-list')
  })

  test(`the facilitators' pages speak ${language}`, async ({ person, display, network }) => {
    await network.fillBoard(network.first, sampleTeams[0]?.goals ?? [])
    await display({ language })
    const page = await person('Kari', { as: 'facilitator', from: 'machine', language })
    const { addTeams, dialog, close, card, gathering, show } = consolePage(page, own)
    await saved(page)
    await expect(gathering.getByText(days[language])).toBeVisible()
    await show('Granvik').click()
    await expect(page.getByText(own.console.stage.displays(1))).toBeVisible()
    await check(page, language, 'console')
    await addTeams.click()
    await check(page, language, 'console-add')
    await close.click()
    await card('Granvik').click()
    // The card carries a line in the other written standard, so that whoever gets it can read it.
    await expect(dialog.getByText(own.console.cards.other)).toBeVisible()
    await look(page, `console-card-${language}`)
    await expectAccessible(page)
    await close.click()
    await gathering.getByRole('button', { name: own.console.gathering.new }).click()
    await check(page, language, 'console-new-gathering')
  })

  test(`the facilitators' pages for when something has gone wrong speak ${language}`, async ({ person, network }) => {
    await network.fillBoard(network.first, sampleTeams[0]?.goals ?? [])
    await network.post(`/api/teams/${network.first.id}/versions`, { name: 'Etter økt 2' })
    const path = `/styring/team/${network.first.id}`
    const page = await person('Kari', { as: 'facilitator', language, path })
    const { rows, asking, changes, tab } = carePage(page, own)
    await rows.getByRole('button').first().click()
    await rows.getByRole('button').last().click()
    await expect(asking).toBeVisible()
    await expect(rows.getByRole('region')).toBeVisible()
    await check(page, language, 'care-versions')
    await tab(own.care.history.heading).click()
    await expect(changes).not.toHaveCount(0)
    await check(page, language, 'care-history')
    await tab(own.care.purge.heading).click()
    await check(page, language, 'care-purge')
    await page.getByRole('link', { name: own.console.rail.technical }).click()
    await expect(page.getByRole('region', { name: own.care.technical.errors.heading })).toBeVisible()
    await check(page, language, 'care-technical')
  })

  test(`the projector speaks ${language}`, async ({ display, network }) => {
    await network.fillBoard(network.first, sampleTeams[0]?.goals ?? [])
    const wall = await display({ language })
    await expect(wall.getByText(days[language])).toBeVisible()
    await check(wall, language, 'projector-idle')
    await network.writeGathering((doc) => chooseStage(doc, { kind: 'goals', teamId: network.first.id }))
    await expect(wall.getByRole('heading', { level: 1, name: 'Granvik' })).toBeVisible()
    await check(wall, language, 'projector-goals')
  })
}

test('the language can be changed at the door and inside, and stays with the person', async ({ stranger, network }) => {
  const page = await stranger()
  await page.goto(`/r#${secretOf(network.first)}`)
  // The field for the name takes the focus when it comes, and with it from a menu that is open.
  await expect(page.getByRole('heading', { name: words.nb.join.welcome })).toBeVisible()
  await page.getByRole('button', { name: `${words.nb.common.language}: Bokmål` }).click()
  await page.getByRole('menuitemradio', { name: 'Nynorsk' }).click()
  await expect(page.getByRole('heading', { name: words.nn.join.welcome })).toBeVisible()
  await page.getByLabel(words.nn.join.name).fill('Tor')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: words.nn.team.openGoalBoard })).toBeVisible()
  await expectOneLanguage(page, 'nn')
  await page.getByRole('button', { name: words.nn.team.menu }).click()
  await page.getByRole('group', { name: words.nn.common.language }).getByRole('button', { name: 'English' }).click()
  await expect(page.getByText(words.en.team.rightNow)).toBeVisible()
  await page.reload()
  await expect(page.getByText(words.en.team.rightNow)).toBeVisible()
  await expectOneLanguage(page, 'en')
})

test('a browser that asks for Nynorsk gets it at once', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.hallUrl, locale: 'nn-NO' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: words.nn.join.title })).toBeVisible()
  await expectOneLanguage(page, 'nn')
  await context.close()
})

for (const language of ['nb', 'nn', 'en'] as const) {
  test(`names stand as in a Norwegian telephone book, in ${language}`, async ({ person, stranger, network }) => {
    const names = ['Øyvind', 'Åse', 'Zara', 'Ærlend', 'Aud', 'Ola']
    for (const name of names) await network.joinTeam(network.first, name)
    const page = await stranger({ language })
    await page.goto(`/r#${secretOf(network.first)}`)
    const members = page.getByRole('group', { name: words[language].join.oneOfThese }).getByRole('button')
    const sorted = ['Aud', 'Ola', 'Zara', 'Ærlend', 'Øyvind', 'Åse']
    await expect(members).toHaveText(sorted.map((name) => new RegExp(`${name}$`, 'u')))
    const mette = await person('Mette', { language })
    const list = mette
      .getByRole('region')
      .or(mette.locator('section'))
      .filter({ hasText: words[language].team.inTheTeam })
    await expect(list.getByRole('listitem').filter({ hasText: words[language].team.notHere })).toHaveText(
      sorted.map((name) => new RegExp(name, 'u')),
    )
  })
}

test('Nynorsk has its own weekdays and dates in the browser', async ({ person, network }) => {
  await network.fillBoard(network.first, [
    { key: '1', title: 'Eit mål', state: 'chosen', measure: { name: 'Møte', target: 3, dueInMonths: 3 } },
  ])
  const page = await person('Tor', { language: 'nn', path: `/team/${network.first.id}/mal` })
  await page.getByRole('heading', { level: 3, name: 'Eit mål' }).click()
  const panel = page.getByRole('region', { name: words.nn.goals.panel })
  await expect(panel).toContainText(
    /\b1\. (januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)/u,
  )
})
