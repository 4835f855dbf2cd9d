import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, test } from './fixtures.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { help as en } from '../../shared/locale/en/help.ts'
import { help as nb } from '../../shared/locale/nb/help.ts'
import { help as nn } from '../../shared/locale/nn/help.ts'
import { privacy as privacyEn } from '../../shared/locale/en/privacy.ts'
import { privacy as privacyNb } from '../../shared/locale/nb/privacy.ts'
import { privacy as privacyNn } from '../../shared/locale/nn/privacy.ts'
import { tabTo } from './support/join-page.ts'
import { expectOneLanguage } from './support/one-language.ts'
import { expectLargeTargets } from './support/targets.ts'
import { words } from './support/words.ts'

const helps = { nb, nn, en }
const privacies = { nb: privacyNb, nn: privacyNn, en: privacyEn }

for (const language of flowLanguages(['nb', 'nn'], ['en'])) {
  const own = words[language]
  const help = helps[language]
  const privacy = privacies[language]

  test(`help and privacy by the keyboard, from the board and back, in ${language}`, async ({ person, network }) => {
    const mette = await person('Mette', { language })
    await saved(mette)
    await tabTo(mette, mette.getByRole('link', { name: own.talk.help }).first())
    await mette.keyboard.press('Enter')
    await expect(mette.getByRole('heading', { level: 1, name: help.title })).toBeVisible()
    await expect(mette).toHaveTitle(new RegExp(help.title, 'u'))
    for (const section of help.sections) {
      await expect(mette.getByRole('heading', { level: 2, name: section.heading })).toBeVisible()
      for (const text of section.text) await expect(mette.getByText(text, { exact: true })).toBeVisible()
    }
    await expectAccessible(mette)
    await expectOneLanguage(mette, language)
    await look(mette, `help-${language}`, { fullPage: true })

    await tabTo(mette, mette.getByRole('link', { name: help.privacy }))
    await mette.keyboard.press('Enter')
    await expect(mette.getByRole('heading', { level: 1, name: privacy.title })).toBeVisible()
    for (const section of privacy.sections) {
      for (const text of section.text) await expect(mette.getByText(text, { exact: true })).toBeVisible()
    }
    await expectAccessible(mette)
    await look(mette, `privacy-${language}`, { fullPage: true })
    for (const page of [privacy, help]) {
      await tabTo(mette, mette.getByRole('button', { name: page.back, exact: true }))
      await mette.keyboard.press('Enter')
    }
    await expect(mette).toHaveURL(new RegExp(`/team/${network.first.id}$`, 'u'))
    await saved(mette)
  })

  test(`help on a phone, before one has joined and for who follows, in ${language}`, async ({ stranger, person }) => {
    const visitor = await stranger({ device: 'phone', language })
    await visitor.goto('/hjelp')
    await expect(visitor.getByRole('heading', { level: 1, name: help.title })).toBeVisible()
    await expectNoSidewaysScroll(visitor)
    await expectLargeTargets(visitor)
    await look(visitor, `help-phone-${language}`)
    const berit = await person('Berit', { as: 'commenter', device: 'phone', path: '/team', language })
    await berit.getByRole('button', { name: own.team.menu }).tap()
    await berit.getByRole('link', { name: own.talk.help }).tap()
    await expect(berit.getByRole('heading', { level: 1, name: help.title })).toBeVisible()
  })
}
