import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { addGoal } from '../../shared/ops/goals.ts'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { allGoals } from '../../shared/select/goals.ts'
import { messageType, syncType } from '../../shared/protocol.ts'
import { message } from '../server/sync/test-client.ts'
import { WireClient } from '../server/wire-client.ts'
import { expect, saved, test } from './fixtures.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { writeCards } from './support/cards.ts'
import { boardPath, writeGoals } from './support/goals.ts'
import { mapPath, writeMap } from './support/maps.ts'
import { words } from './support/words.ts'

const goal = 'Trygg hjemreise'

for (const language of flowLanguages(['nb', 'nn'], ['en'])) {
  const own = words[language]

  test(`a commenter’s boards have nothing that changes them, in ${language} [TA5]`, async ({ network, person }) => {
    const [goalId = ''] = await writeGoals(network, [{ title: goal, state: 'chosen', actions: ['Ringe sykehuset'] }])
    const { mapId, idOf } = await writeMap(network, {
      coverName: 'Else',
      actors: [{ name: 'Datteren', sector: 'network' }],
    })
    const [cardId = ''] = await writeCards(network, { cards: [{ phase: 'plan', text: 'Lage skjema' }] })
    const home = `/team/${network.first.id}`
    const page = await person('Berit', { as: 'commenter', language, path: home })
    await expect(page.locator('[data-save-status]')).toHaveAttribute('data-save-status', 'readonly')
    await expect(page.getByText(own.team.readOnly)).toBeVisible()

    const nothingToWrite = async (shown: string) => {
      await expect(page.getByText(shown).first()).toBeVisible()
      // The one field is the one for comments.
      const fields = page
        .locator('main')
        .locator('input:not([readonly]), textarea:not([readonly]), [contenteditable=true]')
      await expect(fields).toHaveCount(1)
      await expect(fields).toHaveAccessibleName(own.talk.write)
      const names = await page.locator('main').getByRole('button').allInnerTexts()
      for (const name of [own.goals.add, own.goals.move, own.map.add, own.phases.add].filter(Boolean))
        expect(names).not.toContain(name)
      for (const key of ['n', 'm', 'Delete', 'Control+z']) await page.keyboard.press(key)
      await expect(page.getByRole('menu')).toHaveCount(0)
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(fields).toHaveCount(1)
    }
    await page.goto(boardPath(network.first, goalId))
    await nothingToWrite(goal)
    await page.goto(mapPath(network.first, mapId, idOf('Datteren')))
    await nothingToWrite('Datteren')
    await page.goto(`${home}/forbedring/team/${cardId}`)
    await nothingToWrite('Lage skjema')
    await page.goto('/styring')
    await expect(page.getByText(own.console.notForYou)).toBeVisible()
    const now = await network.readBoard(network.first, (board) => allGoals(board).map(({ title }) => title))
    expect(now).toEqual([goal])
  })
}

test('nor can a commenter’s browser or a program of theirs change anything', async ({
  network,
  person,
  server,
  excuse,
}) => {
  excuse(/40[0-9] .*\/api\//u)
  const [goalId = ''] = await writeGoals(network, [{ title: goal, state: 'chosen' }])
  const page = await person('Berit', { as: 'commenter', path: `/folg/team/${network.first.id}` })
  await expect(page.getByText(goal, { exact: true })).toBeVisible()
  const { id: teamId, documentId } = network.first

  const command = (type: string, more: object) => ({ id: crypto.randomUUID(), type, teamId, ...more })
  const comment = { subject: { kind: 'goal', id: goalId }, withoutName: false, replyTo: null }
  // What Mette writes, Berit may answer and nothing more.
  const mette = await network.joinTeam(network.first, 'Mette')
  const ofMette = command('comment', { ...comment, text: 'Fra Mette' })
  const asked = await fetch(`${server.url}/api/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mette.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(ofMette),
  })
  expect(asked.status).toBe(200)

  const on = { commentId: ofMette.id }
  const people = `/api/networks/${network.id}`
  const tries: [string, string, unknown][] = [
    ['POST', '/api/commands', command('settleComment', { ...on, state: 'resolved' })],
    ['POST', '/api/commands', command('hideComment', { ...on, hidden: true })],
    ['POST', '/api/commands', command('takeBackComment', on)],
    ['POST', '/api/commands', command('agreeToGoal', { goalId, wording: '0123456789abcdef', answer: 'agree' })],
    ['POST', '/api/commands', { ...command('comment', { ...comment, text: 'Hei' }), teamId: 'none' }],
    ['GET', people, undefined],
    ['GET', `${people}/online`, undefined],
    ['PATCH', people, { name: 'Mitt nettverk' }],
    ['POST', `${people}/gatherings`, { name: 'Min samling' }],
    ['POST', `${people}/links`, { role: 'facilitator' }],
    ['POST', `${people}/teams`, { teams: [{ name: 'Mitt team' }] }],
    ['PATCH', `${people}/teams/${teamId}`, { name: 'Mitt team' }],
    ['DELETE', `${people}/teams/${teamId}`, undefined],
    ['POST', `${people}/teams/${teamId}/card`, {}],
    ['PATCH', `${people}/people/${mette.personId}`, { teamId: network.second.id }],
    ['DELETE', `${people}/people/${mette.personId}`, undefined],
    ['POST', '/api/session/way-back', {}],
    ['POST', '/api/networks', { name: 'Mitt nettverk' }],
  ]
  for (const [method, path, body] of tries) {
    expect([403, 404], `${method} ${path}`).toContain(await askFrom(page, method, path, body))
  }
  expect(await askFrom(page, 'POST', '/api/commands', command('comment', { ...comment, text: 'Hei' }))).toBe(200)

  // A program that speaks the wire with the same session, without looking at its rights.
  const [cookie] = await page.context().cookies()
  const program = new WireClient(server.url, documentId, cookie?.value ?? '')
  await program.synced
  addGoal(openTeamDocument(program.doc), { id: 'smuggled', title: 'Smuglet inn', state: 'chosen', time: 1 })
  program.send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(program.doc)))
  await expect.poll(() => program.notices).toContain('notAllowed')
  expect(program.acked).toBe(0)
  program.close()
  const titles = await network.readBoard(network.first, (board) => allGoals(board).map(({ title }) => title))
  expect(titles).toEqual([goal])
  const arne = await person('Arne', { path: boardPath(network.first, goalId) })
  await saved(arne)
  await expect(arne.getByText('Smuglet inn')).toHaveCount(0)
  await expect(arne.getByText('Fra Mette')).toBeVisible()
})

/** Asks as the page's own scripts may: with its cookie, from its own origin. */
async function askFrom(page: Page, method: string, path: string, body: unknown): Promise<number> {
  return page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(where, {
        method: how,
        ...(what === null ? {} : { headers: { 'content-type': 'application/json' }, body: what }),
      })
      return response.status
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  )
}
