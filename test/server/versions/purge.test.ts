import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FoundView, PurgeView, VersionView } from '../../../shared/api.ts'
import { addBackups } from '../../../server/backup/backup-list.ts'
import { addAction } from '../../../shared/ops/actions.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument, type TeamDocument } from '../../../shared/schema/team.ts'
import { actionsOf } from '../../../shared/select/actions.ts'
import { allGoals } from '../../../shared/select/goals.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'
import { WireClient } from '../wire-client.ts'

const secret = 'Kari Nordmann'
let hall: Hall
let network: TestNetwork
let ragnhild: Joined
let mette: Joined

beforeAll(async () => {
  hall = await openHall()
  ragnhild = await firstFacilitator(hall, 'Ragnhild')
  network = await makeTestNetwork(hall, ragnhild)
  mette = await hall.join(network.first.code, 'Mette')
})
afterAll(() => hall.close())

const board = () => `team:${network.first.id}`
const change = (run: (board: TeamDocument) => void, id = board()) =>
  hall.parts.rooms.change(id, (doc) => run(openTeamDocument(doc)))
const post = <Body>(what: string, body: unknown, by = ragnhild) =>
  hall.ask<Body>('POST', `/api/teams/${network.first.id}/${what}`, { token: by.token, body })
const filesWith = (text: string) =>
  readdirSync(hall.folder).filter((name) => readFileSync(join(hall.folder, name)).includes(text))
const read = <T>(run: (board: TeamDocument) => T) => hall.parts.rooms.read(board(), (doc) => run(openTeamDocument(doc)))
async function comment(text: string, subject = { kind: 'goal', id: 'g' }): Promise<string> {
  const id = crypto.randomUUID()
  const body = { id, type: 'comment', teamId: network.first.id, subject, text, withoutName: false, replyTo: null }
  expect((await hall.ask('POST', '/api/commands', { token: mette.token, body })).status).toBe(200)
  return id
}
const comments = () => hall.parts.directory.comments(network.first.id)

describe('a purge', () => {
  test('[AC95] takes a text out of the board, comments, versions, history and files, and sends everyone to the new one', async () => {
    await change((team) => {
      addGoal(team, { id: 'g', title: `Hjelpe ${secret} hjem`, state: 'chosen', time: 1 })
      addAction(team, { id: 't', goalId: 'g', text: 'Ringe', time: 1 })
    })
    await change(
      (team) => addGoal(team, { id: 'h', title: secret, state: 'chosen', time: 1 }),
      `team:${network.second.id}`,
    )
    const said = await comment(`Snakk med ${secret.toUpperCase()}s søster`)
    const { gathering } = network.gathering.documents
    await hall.parts.rooms.change(gathering, (doc) => {
      const open = openGatheringDocument(doc)
      open.sentence.insert(0, `Ring ${secret}`)
      open.stage.set('choice', { kind: 'goals', teamId: network.first.id })
    })
    const readStage = () =>
      hall.parts.rooms.read(network.gathering.documents.stage, (doc) => JSON.stringify(doc.getMap('goals')))
    await expect.poll(readStage).toContain(secret)
    expect((await post('versions', { name: secret })).status).toBe(201)
    await addBackups(hall.folder, [{ path: '/media/usb/samtavle-tirsdag.backup', at: Date.now() + 1_000, bytes: 1 }])
    const open = new WireClient(hall.url, board(), mette.token)
    await open.synced
    expect(filesWith(secret)).not.toEqual([])

    const found = await post<FoundView>('find', { text: 'kari  nordmann' })
    expect(found.body).toMatchObject({
      places: [{ kind: 'goal', id: 'g', title: `Hjelpe ${secret} hjem`, deleted: false }],
      comments: 1,
      elsewhere: [{ teamId: network.second.id, name: 'Fjelldal' }],
    })
    hall.pass(2_000)
    const { status, body } = await post<PurgeView>('purge', { text: secret })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { places: 1, comments: 1, clean: true, backups: [{ file: 'samtavle-tirsdag.backup' }] },
    })
    await expect.poll(() => open.closed).toEqual({ code: 4409, reason: 'epochChanged' })
    expect(await read((team) => [allGoals(team).map(({ title }) => title), actionsOf(team, 'g').length])).toEqual([
      ['Hjelpe … hjem'],
      1,
    ])
    expect((await comments()).find(({ id }) => id === said)?.text).toBe('Snakk med …s søster')
    const inTalk = await hall.parts.rooms.read(`talk:${network.first.id}`, (doc) =>
      openTalkDocument(doc).comments.get(said),
    )
    expect(inTalk).toMatchObject({ text: 'Snakk med …s søster', author: { name: 'Mette' } })
    expect(await hall.parts.rooms.read(gathering, (doc) => doc.getText('sentence').toString())).toBe('Ring …')
    await expect.poll(readStage, { timeout: 5_000 }).toContain('Hjelpe … hjem')
    const left = await hall.ask<{ versions: VersionView[] }>('GET', `/api/teams/${network.first.id}/versions`, {
      token: ragnhild.token,
    })
    expect(left.body.versions).toEqual([])
    // The other team was not asked about; once it is done too, no file says it.
    expect(
      (
        await hall.ask('POST', `/api/teams/${network.second.id}/purge`, {
          token: ragnhild.token,
          body: { text: secret },
        })
      ).status,
    ).toBe(200)
    expect(filesWith(secret)).toEqual([])
    expect(filesWith(secret.toUpperCase())).toEqual([])
    expect(hall.log.join('')).not.toContain('Nordmann')
  })

  test('[AC95] after it people write on, and who comes with the old epoch is turned away', async () => {
    const client = new WireClient(hall.url, board(), mette.token)
    await client.synced
    addGoal(openTeamDocument(client.doc), { id: 'new', title: 'Nytt mål', state: 'proposed', time: 2 })
    await expect.poll(() => client.acked).toBe(client.made)
    client.close()
    expect(await read((team) => allGoals(team).map(({ id }) => id))).toEqual(['g', 'new'])
    expect(await hall.parts.directory.team(network.first.id)).not.toBeNull()
  })

  test('[AC95] what was typed and deleted goes too, though it stands nowhere', async () => {
    await change((team) => addGoal(team, { id: 'n', title: 'nr 010170 12345', state: 'proposed', time: 1 }))
    await change((team) => team.goals.delete('n'))
    expect(filesWith('010170 12345')).not.toEqual([])
    expect((await post<PurgeView>('purge', { text: '01017012345' })).body).toMatchObject({ places: 0, clean: true })
    expect(filesWith('010170 12345')).toEqual([])
  })

  test('[AC96] takes a thing with all that hangs on it, and what was said about it', async () => {
    await change((team) => {
      addGoal(team, { id: 'bad', title: 'Ola Dunk sin sak', state: 'proposed', time: 1 })
      addAction(team, { id: 'u', goalId: 'bad', text: 'Ring Dunk', time: 1 })
    })
    const said = await comment('Dette er Dunk', { kind: 'goal', id: 'bad' })
    const kept = await comment('Fint mål')
    expect((await post('purge', { item: { kind: 'goal', id: 'none' } })).status).toBe(404)
    expect((await post('purge', { item: { kind: 'map', id: 'municipal' } })).status).toBe(404)
    expect((await post<PurgeView>('purge', { item: { kind: 'goal', id: 'bad' } })).body).toMatchObject({ comments: 1 })
    expect(await read((team) => [team.goals.has('bad'), team.measures.has('bad'), team.actions.has('u')])).toEqual([
      false,
      false,
      false,
    ])
    expect(filesWith('Dunk')).toEqual([])
    expect((await comments()).map(({ id, text, gone }) => [id === said || id === kept, text, gone]).slice(-2)).toEqual([
      [true, '', 'hidden'],
      [true, 'Fint mål', null],
    ])
  })

  test('[AC95] too little to look for, or too much, is refused', async () => {
    for (const what of ['find', 'purge']) {
      expect(await post(what, { text: ' a b ' })).toMatchObject({ status: 400, body: { code: 'textTooShort' } })
      expect(await post(what, { text: 'x'.repeat(301) })).toMatchObject({ status: 400, body: { code: 'textTooLong' } })
    }
    expect((await post('purge', { text: 'abc', item: { kind: 'goal', id: 'g' } })).status).toBe(400)
  })
})
