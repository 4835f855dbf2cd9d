import { addBackups } from '../../server/backup/backup-list.ts'
import { allGoals, deletedGoals } from '../../shared/select/goals.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, look, saved, test } from './fixtures.ts'
import { carePage } from './support/care-page.ts'
import { consolePage } from './support/console-page.ts'
import { GoalBoardPage } from './support/goal-board-page.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { tabTo } from './support/join-page.ts'
import { press } from './support/keyboard.ts'
import { ask } from './support/network.ts'
import { expectOneLanguage } from './support/one-language.ts'
import { words } from './support/words.ts'

test('versions by mouse: kept, looked at, restored for everyone; the history says who and when [CO19] [CO20]', async ({
  person,
  network,
}) => {
  const { console: styring, care } = words.nb
  const [id] = await writeGoals(network, [{ title: 'Trygg hjemreise', actions: ['Ringe fastlegen'] }])
  const kari = await person('Kari', { as: 'facilitator', device: 'oldLaptop' })
  const mette = new GoalBoardPage(await person('Mette', { path: boardPath(network.first, id) }))
  await saved(mette.page)
  const { versions, rows, history, changes, asking, tab } = carePage(kari)
  await consolePage(kari)
    .row('Granvik')
    .getByRole('link', { name: styring.people.careOf('Granvik') })
    .click()
  await expect(kari.getByRole('heading', { level: 1, name: care.title('Granvik') })).toBeVisible()
  await expect(versions.getByText(care.versions.none)).toBeVisible()
  await versions.getByLabel(care.versions.name).fill('Etter dag 1')
  await versions.getByRole('button', { name: care.versions.save }).dblclick()
  await expect(versions.getByText(care.versions.saved('Etter dag 1'))).toBeVisible()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(['Kari'])

  await mette.title.press('End')
  await mette.title.pressSequentially(' med feil')
  await mette.button(mette.m.add).click()
  await mette.field.fill('Skulle ikke vært her')
  await mette.field.press('Enter')
  await saved(mette.page)

  await rows.getByRole('button', { name: /^Se tavlene/u }).click()
  const asItWas = rows.getByRole('region')
  await expect(asItWas).toContainText('Trygg hjemreise')
  await expect(asItWas).toContainText('Ringe fastlegen')
  await expect(asItWas).not.toContainText('feil')
  await rows.getByRole('button', { name: /^Gjenopprett/u }).click()
  await expect(asking.getByText(care.versions.restoreLead)).toBeVisible()
  await expectAccessible(kari)
  await look(kari, 'care-versions-nb')
  await kari.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(kari)
  await look(kari, 'care-versions-phone-nb')
  await kari.setViewportSize({ width: 1366, height: 768 })
  await asking.getByRole('button', { name: care.versions.confirm }).dblclick()
  // Pressed twice, done once; and how it was until then is there.
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(care.versions.kinds.beforeRestore)
  await expect(versions.getByText(/^Tavlene er som de var/u)).toBeFocused()
  await mette.expectColumn('proposed', ['Trygg hjemreise'])
  await expect(mette.title).toHaveValue('Trygg hjemreise')
  await expect(mette.deleted).toBeVisible()
  expect(await network.readBoard(network.first, (board) => deletedGoals(board).map(({ title }) => title))).toEqual([
    'Skulle ikke vært her',
  ])

  await tab(care.history.heading).click()
  await expect(changes.filter({ hasText: 'Mette' })).not.toHaveCount(0)
  await history.getByLabel(care.history.who).selectOption({ label: 'Mette' })
  await expect(changes.filter({ hasNotText: 'Mette' })).toHaveCount(0)
  await expect(changes).not.toHaveCount(0)
  await look(kari, 'care-history-nb')
  await history.getByLabel(care.history.when).selectOption({ label: care.history.periods.yesterday })
  await expect(history.getByText(care.history.none)).toBeVisible()
})

test('removing for good, by keyboard alone on a phone, in Nynorsk: found, said what it means, done, and who has it still [CO21]', async ({
  person,
  network,
  server,
  excuse,
}) => {
  excuse(/status of 40[04]/u)
  const { care } = words.nn
  const goals = [{ title: 'Hjelpe Kari Nordmann heim' }, { title: 'Noko anna' }, { title: 'Ringe Kari Nordmann' }]
  const [, , third] = await writeGoals(network, goals)
  await writeGoals(network, [{ title: 'Kari Nordmann' }], network.second)
  await addBackups(server.folder, [{ path: '/media/usb/tysdag', at: Date.now(), bytes: 1 }])
  const page = await person('Ola', {
    as: 'facilitator',
    language: 'nn',
    device: 'phone',
    path: `/styring/team/${network.first.id}`,
  })
  const { purge, asking, tab } = carePage(page, words.nn)
  const button = (name: string) => purge.getByRole('button', { name, exact: true })
  await tabTo(page, tab(care.purge.heading))
  await press(page, 'Enter')
  await expect(tab(care.purge.heading)).toHaveAttribute('aria-current', 'page')
  await tabTo(page, purge.getByLabel(care.purge.text))
  await page.keyboard.type('ka')
  await press(page, 'Enter')
  await expect(purge.getByText(words.nn.errors.textTooShort)).toBeVisible()
  await page.keyboard.type('ri nordmann')
  await press(page, 'Enter')
  await expect(purge.getByRole('status')).toHaveText(care.purge.stands(2, 0))

  // A thing that another facilitator removes meanwhile; and no leads back to where one was.
  const whole = button(care.purge.removeThingOf(care.purge.kinds.goal, 'Ringe Kari Nordmann'))
  await tabTo(page, whole)
  await press(page, 'Enter')
  await expect(asking).toBeFocused()
  await press(page, 'Escape')
  await expect(whole).toBeFocused()
  await press(page, 'Enter')
  await expect(asking).toBeFocused()
  const removal = { token: network.token, body: { item: { kind: 'goal', id: third } } }
  await ask(server, 'POST', `/api/teams/${network.first.id}/purge`, removal)
  await tabTo(page, button(care.purge.confirm))
  await press(page, 'Enter')
  await expect(purge.getByText(care.purge.gone)).toBeVisible()
  await press(page, 'Escape')

  await tabTo(page, purge.getByLabel(care.purge.text))
  await press(page, 'Enter')
  await expect(purge.getByRole('status')).toHaveText(care.purge.stands(1, 0))
  await tabTo(page, button(care.purge.remove))
  await press(page, 'Enter')
  // The same key once more does nothing: what it means is read first.
  await expect(asking).toBeFocused()
  await press(page, 'Enter')
  await expect(purge.getByText(care.purge.askText('kari nordmann'))).toBeVisible()
  await expect(purge.getByText(care.purge.gone)).toHaveCount(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await expectOneLanguage(page, 'nn', ['Noko anna'])
  await look(page, 'care-purge-phone-nn')
  await tabTo(page, button(care.purge.confirm))
  await press(page, 'Enter')
  const removed = purge.getByRole('group', { name: care.purge.done })
  await expect(removed).toBeFocused()
  await expect(removed).toContainText('tysdag')
  await expect(page.getByText(care.purge.others)).toBeVisible()
  await expectAccessible(page)
  await look(page, 'care-purged-phone-nn')
  expect(await network.readBoard(network.first, (board) => allGoals(board).map(({ title }) => title))).toEqual([
    'Hjelpe … heim',
    'Noko anna',
  ])
  await tabTo(page, removed.getByRole('link', { name: care.purge.elsewhereAt('Fjelldal') }))
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: care.title('Fjelldal') })).toBeVisible()
})
