import type { StageChoice } from '../../shared/schema/gathering.ts'
import { chooseStage } from '../../shared/ops/gathering.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, test } from './fixtures.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { tabTo } from './support/join-page.ts'
import { mapPath, writeMap } from './support/maps.ts'
import type { Network } from './support/network.ts'
import { expectOneLanguage } from './support/one-language.ts'
import { TalkPage } from './support/talk-page.ts'
import { expectLargeTargets } from './support/targets.ts'
import { words } from './support/words.ts'

const show = async (network: Network, choice: StageChoice) =>
  network.writeGathering((gathering) => chooseStage(gathering, choice))

for (const language of flowLanguages(['nb', 'nn'], ['en'])) {
  const own = words[language]
  const m = own.talk

  test(`a phone that follows writes to the team on the stage, about what is in focus and about another thing, in ${language} [TA4] [TA21] [TA22]`, async ({
    network,
    person,
  }) => {
    const { mapId, idOf } = await writeMap(network, {
      coverName: 'Else',
      actors: [
        { name: 'Datteren', sector: 'network', importance: 3, relation: 'strong' },
        { name: 'Fastlegen', sector: 'municipality', relation: 'weak' },
      ],
    })
    const [goalId = ''] = await writeGoals(network, [{ title: 'Trygg hjemreise', state: 'chosen' }])
    const phone = await person('Berit', { as: 'commenter', device: 'phone', path: '/team', language })
    const teamId = network.first.id
    await phone.getByRole('link', { name: m.follow.open }).tap()
    await expect(phone.getByText(m.follow.nothing)).toBeVisible()
    await look(phone, `follow-nothing-${language}`)
    await show(network, { kind: 'map', teamId, mapId, focus: idOf('Fastlegen') })
    await expect(phone.locator('[data-focus]')).toContainText('Fastlegen')
    await expectAccessible(phone)
    await expectNoSidewaysScroll(phone)
    await expectLargeTargets(phone)
    await expectOneLanguage(phone, language, ['Datteren', 'Fastlegen'])
    await look(phone, `follow-map-${language}`)

    const write = phone.getByRole('button', { name: m.write, exact: true })
    const send = phone.getByRole('button', { name: m.send, exact: true })
    const say = phone.getByLabel(m.follow.say)
    await write.tap()
    await expect(phone.getByRole('button', { name: 'Fastlegen', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await send.tap()
    await expect(phone.getByText(m.nothing)).toBeVisible()
    await say.fill('Han svarer alltid')
    await expectAccessible(phone)
    await look(phone, `follow-write-${language}`)
    // The hall goes on while she writes: her words are still about what she began with.
    await show(network, { kind: 'goals', teamId, focus: null })
    await send.tap()
    await expect(phone.getByText(m.follow.sentTo('Granvik'))).toBeVisible()
    await expect(phone.getByText('Trygg hjemreise', { exact: true })).toBeVisible()

    await write.tap()
    await phone.getByRole('button', { name: m.follow.other, exact: true }).tap()
    await phone.getByLabel(m.follow.about, { exact: true }).last().selectOption({ label: 'Trygg hjemreise' })
    await say.fill('Dette er det viktigste')
    await phone.getByRole('button', { name: m.withoutName, exact: true }).tap()
    await expect(phone.getByText(m.withoutNameNote)).toBeVisible()
    await look(phone, `follow-write-nameless-${language}`)
    await send.tap()
    await expect(phone.getByText(m.follow.sentTo('Granvik'))).toBeVisible()

    const laptop = await person('Mette', { path: mapPath(network.first, mapId, idOf('Fastlegen')), language })
    const mette = new TalkPage(laptop, language)
    await expect(mette.comment('Han svarer alltid')).toContainText('Berit')
    await laptop.goto(boardPath(network.first, goalId))
    await expect(mette.comment('Dette er det viktigste')).toContainText(m.nameless)
    await expect(mette.comment('Dette er det viktigste')).not.toContainText('Berit')
  })
}

for (const language of ['nb', 'nn'] as const) {
  const own = words[language]

  test(`reading and commenting with the keyboard alone, in ${language}`, async ({ network, person }) => {
    await writeGoals(network, [{ title: 'Trygg hjemreise', state: 'chosen' }])
    const page = await person('Berit', { as: 'commenter', device: 'oldLaptop', path: '/team', language })
    const talk = new TalkPage(page, language)
    const press = async (target: Parameters<typeof tabTo>[1]) => {
      await tabTo(page, target)
      await page.keyboard.press('Enter')
    }
    await press(page.getByRole('link', { name: /Granvik/u }))
    await press(talk.toggle('Trygg hjemreise'))
    await tabTo(page, talk.field)
    await page.keyboard.type('Fra tastaturet')
    await tabTo(page, talk.button(own.talk.withoutName, talk.panel))
    await page.keyboard.press('Space')
    await press(talk.button(own.talk.send, talk.panel))
    await expect(talk.comment('Fra tastaturet')).toContainText(own.talk.nameless)
    await expect(talk.comment('Fra tastaturet')).toContainText(own.talk.today)
    await tabTo(page, talk.field)
    await page.keyboard.type('Med Ctrl og Enter')
    await page.keyboard.press('Control+Enter')
    await expect(talk.comment('Med Ctrl og Enter')).toContainText('Berit')
    await press(talk.comment('Med Ctrl og Enter').getByRole('button', { name: own.talk.more('Berit') }))
    await page.keyboard.press('Enter')
    await press(talk.button(own.talk.takeBackYes))
    await expect(talk.comment('Med Ctrl og Enter')).toHaveCount(0)
    await expect(page.locator('body')).not.toContainText('Med Ctrl og Enter')
  })
}

test('who has a link to one team reads another’s board from the stage, and is told that it is not theirs', async ({
  network,
  stranger,
}) => {
  await writeGoals(network, [{ title: 'Felles plan', state: 'chosen' }], network.second)
  await show(network, { kind: 'goals', teamId: network.second.id, focus: null })
  const link = await network.link('commenter', [network.first.id])
  const phone = await stranger({ device: 'phone' })
  await phone.goto(`/r#${new URL(link.url).hash.slice(1)}`)
  await phone.getByLabel(words.nb.join.name).fill('Berit')
  await phone.getByRole('button', { name: words.nb.join.join, exact: true }).tap()
  await phone.getByRole('link', { name: words.nb.talk.follow.open }).tap()
  await expect(phone.getByText('Felles plan', { exact: true })).toBeVisible()
  await expect(phone.getByText(words.nb.talk.follow.otherTeam)).toBeVisible()
  await expect(phone.getByRole('button', { name: words.nb.talk.write })).toHaveCount(0)
  await expectAccessible(phone)
})

test('what is written and not sent is there after another page and a reload, in this tab alone [TA6]', async ({
  network,
  person,
}) => {
  await writeGoals(network, [{ title: 'Felles plan', state: 'chosen' }])
  const page = await person('Berit', { as: 'commenter', device: 'phone', path: `/folg/team/${network.first.id}` })
  const talk = new TalkPage(page)
  await talk.toggle('Felles plan').tap()
  await talk.field.fill('Halvferdige ord')
  await page.getByRole('link', { name: talk.m.follow.back }).tap()
  await page.getByRole('link', { name: /Granvik/u }).tap()
  await talk.toggle('Felles plan').tap()
  await expect(talk.field).toHaveValue('Halvferdige ord')
  await page.reload()
  await talk.toggle('Felles plan').tap()
  await expect(talk.field).toHaveValue('Halvferdige ord')
  const other = new TalkPage(await page.context().newPage())
  await other.page.goto(page.url())
  await other.toggle('Felles plan').tap()
  await expect(other.field).toHaveValue('')
  await talk.button(talk.m.send, talk.panel).tap()
  await expect(talk.comment('Halvferdige ord')).toBeVisible()
  await expect(talk.field).toHaveValue('')
  await expect(other.comment('Halvferdige ord')).toBeVisible()
})
