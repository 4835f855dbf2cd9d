import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, secretOf, test } from './fixtures.ts'
import { writeCards } from './support/cards.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { typeName } from './support/join-page.ts'
import { writeMap } from './support/maps.ts'
import { expectOneLanguage } from './support/one-language.ts'
import { TalkPage, voiceOf } from './support/talk-page.ts'
import { expectLargeTargets } from './support/targets.ts'
import { words } from './support/words.ts'

const actor = 'Fastlegen på Granvik legesenter'
const goal = 'Møte med pårørende før hjemreise'
const card = 'Prøve skjemaet med fire pasienter'

for (const language of ['nb', 'nn'] as const) {
  const own = words[language]

  test(`a user representative’s voice from a phone is read, answered, settled and hidden, in ${language} [TA1] [TA5] [TA7] [TA23]`, async ({
    network,
    stranger,
    person,
  }) => {
    test.setTimeout(120_000)
    await writeMap(network, {
      coverName: 'Else',
      actors: [{ name: actor, sector: 'municipality', relation: 'strong' }],
    })
    const [goalId = ''] = await writeGoals(network, [{ title: goal, state: 'chosen' }])
    await writeCards(network, { cards: [{ phase: 'do', text: card }], steps: [['do.try', 'started']] })
    const link = await network.link('commenter', [network.first.id])
    const phone = await stranger({ device: 'phone', language })
    const berit = new TalkPage(phone, language)

    await test.step('she opens the link, gives a name and reads the boards as text', async () => {
      await phone.goto(`/r#${secretOf(link)}`)
      await typeName(phone, 'Berit', own)
      await expect(phone.getByRole('heading', { name: own.team.yourTeams })).toBeVisible()
      await expect(phone.getByText('Fjelldal', { exact: true })).toHaveCount(0)
      await expectAccessible(phone)
      await look(phone, `talk-teams-${language}`)
      await phone.getByRole('link', { name: 'Granvik' }).click()
      for (const text of [actor, goal, card]) await expect(phone.getByText(text, { exact: true })).toBeVisible()
      await expect(phone.getByText(own.map.relations.strong)).toBeVisible()
      await expect(phone.getByText(own.phases.step['do.try'])).toBeVisible()
      await expectNoSidewaysScroll(phone)
      await expectLargeTargets(phone)
      await expectAccessible(phone)
      await expectOneLanguage(phone, language, [actor, goal, card])
      await look(phone, `talk-boards-${language}`, { fullPage: true })
    })

    await test.step('and comments on an actor, a goal and a card, with and without name', async () => {
      await berit.toggle(actor).click()
      await berit.say('Han kjenner Else godt')
      await berit.toggle(actor).click()
      await berit.toggle(card).click()
      await berit.say('Spør dem som har prøvd før')
      await berit.toggle(card).click()
      await berit.toggle(goal).click()
      await berit.say('Vi vil være med på møtet')
      await berit.say('Jeg turte ikke si noe i møtet', { withoutName: true })
      await berit.say('Dette var feil')
      await expectAccessible(phone)
      await look(phone, `talk-goal-${language}`)
    })

    const laptop = await person('Mette', { path: boardPath(network.first, goalId), language })
    const mette = new TalkPage(laptop, language)
    await test.step('the team reads them beside the goal; «uten navn» tells no name, place or time', async () => {
      await saved(laptop)
      const named = mette.comment('Vi vil være med på møtet')
      await expect(named).toContainText('Berit')
      await expect(named).toContainText(own.talk.follower)
      const nameless = mette.comment('Jeg turte ikke si noe i møtet')
      await expect(nameless).toContainText(own.talk.nameless)
      await expect(nameless).toContainText(own.talk.today)
      await expect(nameless).not.toContainText('Berit')
      await expect(nameless).not.toContainText(own.talk.follower)
      await expect(nameless).not.toContainText(/\d/u)
      await expectAccessible(laptop)
      await look(laptop, `talk-team-${language}`)
    })

    await test.step('everyone’s words have the same size, typeface and place', async () => {
      await mette.say('Da flytter vi møtet til klokka tre')
      // Her own is drawn anew when the server has it.
      await expect(async () => {
        const mine = await voiceOf(mette.comment('Da flytter vi møtet til klokka tre'))
        for (const text of ['Vi vil være med på møtet', 'Jeg turte ikke si noe i møtet']) {
          expect(await voiceOf(mette.comment(text))).toMatchObject({
            text: mine.text,
            name: mine.name,
            left: mine.left,
          })
        }
      }).toPass()
    })

    await test.step('she takes one back', async () => {
      await expect(mette.comment('Dette var feil')).toBeVisible()
      expect(await berit.choices('Dette var feil')).toEqual([own.talk.takeBack])
      await phone.getByRole('menuitem', { name: own.talk.takeBack }).click()
      await berit.button(own.talk.takeBackYes).click()
      for (const page of [phone, laptop]) await expect(page.getByText('Dette var feil')).toHaveCount(0)
      // One without name is hers too, though nobody can see it.
      expect(await berit.choices('Jeg turte ikke si noe i møtet')).toEqual([own.talk.takeBack])
      await phone.keyboard.press('Escape')
      await berit.toggle(goal).click()
    })

    await test.step('a member answers and marks it as settled; the answer is new to her', async () => {
      await expect(mette.panel.locator('header b').filter({ hasText: 'Berit' }).first()).toBeVisible()
      await mette.answer('Berit', 'Velkommen, det er klokka tre på torsdag')
      // One, or two when she closed the goal before Mette's other words had been on her screen.
      const unread = new RegExp(`${own.talk.unread(1)}|${own.talk.unread(2)}`, 'u')
      await expect(berit.toggle(goal)).toHaveAccessibleName(unread)
      await look(phone, `talk-unread-${language}`)
      await berit.toggle(goal).click()
      const answer = berit.comment('Velkommen, det er klokka tre på torsdag')
      await expect(answer).toContainText(own.talk.isNew)
      await expect(answer).toContainText(own.talk.member)
      await mette.choose('Vi vil være med på møtet', own.talk.settle)
      await expect(berit.comment('Vi vil være med på møtet')).toContainText(own.talk.resolved)
      // Neither settling nor another's words are hers.
      expect(await berit.choices('Vi vil være med på møtet')).toEqual([own.talk.takeBack])
      await phone.keyboard.press('Escape')
      await expect(answer.getByRole('button')).toHaveCount(0)
      await expectAccessible(phone)
      await look(phone, `talk-answer-${language}`)
    })

    await test.step('a facilitator hides one, finds it again later, and shows it', async () => {
      const desk = await person('Kari', { as: 'facilitator', path: boardPath(network.first, goalId), language })
      const kari = new TalkPage(desk, language)
      await kari.choose('Jeg turte ikke si noe i møtet', own.talk.hide)
      for (const page of [phone, laptop]) await expect(page.getByText('Jeg turte ikke si noe i møtet')).toHaveCount(0)
      await expect(desk.getByRole('button', { name: own.talk.show })).toBeVisible()
      // Another facilitator, another day.
      const later = await person('Olga', { as: 'facilitator', path: boardPath(network.first, goalId), language })
      await later.getByText(own.talk.hiddenOnes).click()
      await expect(later.getByText('Jeg turte ikke si noe i møtet')).toBeVisible()
      await expectAccessible(later)
      await look(later, `talk-hidden-${language}`)
      await expect(mette.page.getByText(own.talk.hiddenOnes)).toHaveCount(0)
      // In the console it stands with its team, wherever it was said.
      await later.goto('/styring')
      await later.getByRole('button', { name: own.console.people.edit('Granvik'), exact: true }).click()
      await later.getByText(own.talk.hiddenOnes).click()
      await expect(later.getByText('Jeg turte ikke si noe i møtet')).toBeVisible()
      await later.getByRole('button', { name: own.talk.show }).click()
      await expect(later.getByText(own.talk.hiddenOnes)).toHaveCount(0)
      await expect(berit.comment('Jeg turte ikke si noe i møtet')).toBeVisible()
      await expect(mette.comment('Jeg turte ikke si noe i møtet')).toBeVisible()
    })
  })
}
