import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverLimits } from '../../../server/limits.ts'
import type { HistoryView, VersionTextView, VersionView } from '../../../shared/api.ts'
import { addGoal, deleteGoal } from '../../../shared/ops/goals.ts'
import { setText } from '../../../shared/ops/text.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { openTeamDocument, type TeamDocument } from '../../../shared/schema/team.ts'
import { allGoals, deletedGoals } from '../../../shared/select/goals.ts'
import { textOf } from '../../shared/boards.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'
import { WireClient } from '../wire-client.ts'

let hall: Hall
let network: TestNetwork
let kari: Joined
let mette: Joined

beforeAll(async () => {
  hall = await openHall()
  kari = await firstFacilitator(hall, 'Kari')
  network = await makeTestNetwork(hall, kari)
  mette = await hall.join(network.first.code, 'Mette')
})
afterAll(() => hall.close())

const board = () => `team:${network.first.id}`
const path = (more = '') => `/api/teams/${network.first.id}/versions${more}`
const change = (run: (board: TeamDocument) => void) =>
  hall.parts.rooms.change(board(), (doc) => run(openTeamDocument(doc)))
const titles = () => hall.parts.rooms.read(board(), (doc) => allGoals(openTeamDocument(doc)).map(({ title }) => title))
const versions = async (by = kari) =>
  (await hall.ask<{ versions: VersionView[] }>('GET', path(), { token: by.token })).body.versions
async function keep(name: string, by = mette): Promise<string> {
  const { status, body } = await hall.ask<{ id: string }>('POST', path(), { token: by.token, body: { name } })
  expect({ status, body }).toMatchObject({ status: 201 })
  return body.id
}
const restore = (id: string, by = kari) =>
  hall.ask<{ code?: string }>('POST', path(`/${id}/restore`), { token: by.token, body: {} })

describe('a version', () => {
  test('[AC91] is kept under a name, listed with who asked for it, and looked at as text', async () => {
    await change((team) => addGoal(team, { id: 'g', title: 'Trygg hjemreise', state: 'chosen', time: 1 }))
    const id = await keep('  Etter dag 1 ')
    await change((team) => setText(textOf(team, 'g'), 'Noe annet', 300))
    expect(await versions(mette)).toMatchObject([
      { id, kind: 'named', name: 'Etter dag 1', by: { personId: mette.personId, name: 'Mette' } },
    ])
    const { body } = await hall.ask<VersionTextView>('GET', path(`/${id}`), { token: mette.token })
    expect(body).toMatchObject({ id, name: 'Etter dag 1', text: { maps: [], phases: [] } })
    expect(body.text.goals.sections).toMatchObject([{ state: 'chosen', goals: [{ title: 'Trygg hjemreise' }] }])
    for (const name of ['', '   ', 'x'.repeat(121)]) {
      const refused = await hall.ask('POST', path(), { token: kari.token, body: { name } })
      expect(refused.status).toBe(400)
    }
  })

  test('[AC91] of another team, or none, is not found', async () => {
    const id = await keep('Vår')
    const other = `/api/teams/${network.second.id}/versions/${id}`
    for (const [method, at] of [
      ['GET', other],
      ['POST', `${other}/restore`],
      ['GET', path('/999')],
      ['GET', path('/x')],
    ] as const) {
      const answer = await hall.ask(method, at, { token: kari.token, ...(method === 'POST' ? { body: {} } : {}) })
      expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } })
    }
  })

  test('[AC92] is restored for everyone who has the board open; how it was is kept first', async () => {
    await change((team) => setText(textOf(team, 'g'), 'Trygg hjemreise', 300))
    const id = await keep('Bra')
    const open = new WireClient(hall.url, board(), mette.token)
    await open.synced
    await change((team) => {
      deleteGoal(team, { id: 'g', time: 2 })
      addGoal(team, { id: 'wrong', title: 'Feil', state: 'proposed', time: 2 })
    })
    expect(await restore(id)).toMatchObject({ status: 200, body: { ok: true } })
    expect(await titles()).toEqual(['Trygg hjemreise'])
    await expect.poll(() => allGoals(openTeamDocument(open.doc)).map(({ title }) => title)).toEqual(['Trygg hjemreise'])
    expect(open.closed).toBeNull()
    expect(deletedGoals(openTeamDocument(open.doc))).toMatchObject([{ id: 'wrong' }])
    const [before] = await versions()
    expect(before).toMatchObject({ kind: 'beforeRestore', by: { name: 'Kari' } })
    expect(await restore(before?.id ?? '')).toMatchObject({ status: 200 })
    expect(await titles()).toEqual(['Feil'])
    open.close()
  })

  test('[AC92] what somebody writes in the moment of a restore is kept as a version too', async () => {
    const id = await keep('Nå')
    const { versions: own } = hall.parts
    const { save } = own
    own.save = async (...args) => {
      const kept = await save.apply(own, args)
      await change((team) => addGoal(team, { id: 'late', title: 'Midt i', state: 'proposed', time: 3 }))
      return kept
    }
    expect(await restore(id)).toMatchObject({ status: 200 })
    own.save = save
    expect(await titles()).not.toContain('Midt i')
    const texts = await Promise.all(
      (await versions())
        .filter(({ kind }) => kind === 'beforeRestore')
        .map(async (version) =>
          JSON.stringify((await hall.ask('GET', path(`/${version.id}`), { token: kari.token })).body),
        ),
    )
    expect(texts.filter((text) => text.includes('Midt i'))).toHaveLength(1)
  })

  test('[AC92] while the boards rest no editor restores, and a facilitator does', async () => {
    const id = await keep('Hviler')
    const rest = (on: boolean) =>
      hall.parts.rooms.change(network.gathering.documents.gathering, (doc) =>
        openGatheringDocument(doc).stage.set('boardsRest', on),
      )
    await rest(true)
    await expect.poll(() => hall.parts.boardsRest.resting(network.id)).toBe(true)
    expect(await restore(id, mette)).toMatchObject({ status: 423, body: { code: 'boardsRest' } })
    expect(await restore(id, kari)).toMatchObject({ status: 200 })
    await rest(false)
    await expect.poll(() => hall.parts.boardsRest.resting(network.id)).toBe(false)
    expect(await restore(id, mette)).toMatchObject({ status: 200 })
  })

  test('[AC92] is restored by a team only so often in an hour, and by a facilitator all the same', async () => {
    const id = await keep('Igjen og igjen')
    const answers: number[] = []
    while (answers.length <= serverLimits.editorsRestoresPerHour && !answers.includes(429)) {
      answers.push((await restore(id, mette)).status)
      hall.pass(10_000)
    }
    expect(answers.at(-1)).toBe(429)
    expect(await restore(id, kari)).toMatchObject({ status: 200 })
    hall.pass(60 * 60_000)
    expect(await restore(id, mette)).toMatchObject({ status: 200 })
  })

  test('[AC93] is kept before a team is removed, and is there when it is taken back', async () => {
    const { id } = network.second
    const team = `/api/networks/${network.id}/teams/${id}`
    const list = () => hall.ask<{ versions: VersionView[] }>('GET', `/api/teams/${id}/versions`, { token: kari.token })
    expect((await hall.ask('DELETE', team, { token: kari.token })).status).toBe(204)
    expect((await list()).status).toBe(404)
    expect((await hall.ask('POST', `${team}/restore`, { token: kari.token, body: {} })).status).toBe(200)
    expect((await list()).body.versions).toMatchObject([{ kind: 'beforeDelete', by: { name: 'Kari' } }])
  })
})

describe('the history', () => {
  const history = (more = '', by = kari) =>
    hall.ask<HistoryView>('GET', `/api/teams/${network.first.id}/history${more}`, { token: by.token })

  test('[AC94] tells who changed the board in which minute, by person and time, in pages', async () => {
    const arne = await hall.join(network.first.code, 'Arne')
    for (const who of [mette, arne]) {
      const client = new WireClient(hall.url, board(), who.token)
      await client.synced
      addGoal(openTeamDocument(client.doc), { id: who.name, title: who.name, state: 'proposed', time: 1 })
      await expect.poll(() => client.acked).toBe(client.made)
      client.close()
    }
    const all = await history()
    expect(all.body.entries.map(({ name }) => name)).toEqual(expect.arrayContaining(['Mette', 'Arne']))
    expect(all.body.next).toBeNull()
    expect(JSON.stringify(all.body)).not.toContain('Trygg')
    const own = await history(`?personId=${arne.personId}`)
    expect(own.body.entries).toMatchObject([{ personId: arne.personId, name: 'Arne', changes: expect.any(Number) }])
    expect((await history(`?to=${own.body.entries[0]?.at ?? 0}`)).body.entries.map(({ name }) => name)).not.toContain(
      'Arne',
    )
    const [first] = all.body.entries
    const rest = await history(`?cursor=${first?.at}.${first?.personId ?? ''}`)
    expect(rest.body.entries).toEqual(all.body.entries.slice(1))
    for (const wrong of ['?from=x', '?cursor=1', '?personId=%20', '?to=-1']) {
      expect(await history(wrong)).toMatchObject({ status: 400, body: { code: 'badRequest' } })
    }
  })
})
