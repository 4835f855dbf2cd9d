import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CardView, NetworkView, SecretView, SessionView, WayBackView } from '../../../shared/api.ts'
import { chooseStage } from '../../../shared/ops/gathering.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { openOverviewDocument } from '../../../shared/schema/overview.ts'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { wordingKey } from '../../../shared/wording.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'

let hall: Hall
let network: TestNetwork
let ragnhild: Joined

beforeAll(async () => {
  hall = await openHall()
  ragnhild = await firstFacilitator(hall, 'Ragnhild')
  network = await makeTestNetwork(hall, ragnhild)
})
afterAll(() => hall.close())

const settle = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 10 })
const base = () => `/api/networks/${network.id}`
const ask = <Body = { code: string }>(method: string, path: string, body?: unknown, { token }: Joined = ragnhild) =>
  hall.ask<Body>(method, base() + path, { token, ...(body === undefined ? {} : { body }) })
const view = async () => (await ask<NetworkView>('GET', '')).body
const members = (teamId: string) =>
  hall.parts.rooms.read(`talk:${teamId}`, (doc) => [...openTalkDocument(doc).members.keys()])
const session = async ({ token }: Joined) => hall.ask<SessionView>('GET', '/api/session', { token })

/** An open socket on a document; resolves to how it was closed. */
async function onLine(person: Joined, documentId: string): Promise<() => Promise<string>> {
  const socket = hall.connect(`/sync/${documentId}`, person.token)
  const closed = new Promise<string>((resolve) => {
    socket.once('close', (code, reason) => resolve(`${code} ${reason.toString()}`))
  })
  await settle(() =>
    expect(
      [...hall.parts.rooms.people()].some((p) => p.who.personId === person.personId && p.documentId === documentId),
    ).toBe(true),
  )
  return () => closed
}

describe('[AC80] names', () => {
  test('a network and a team are renamed for everyone', async () => {
    expect((await ask('PATCH', '', { name: ' Nettverk  Øst ' })).body).toEqual({ id: network.id, name: 'Nettverk Øst' })
    await hall.parts.rooms.change(network.gathering.documents.stage, () => undefined)
    await hall.parts.rooms.change(network.gathering.documents.gathering, (doc) =>
      chooseStage(openGatheringDocument(doc), { kind: 'goals', teamId: network.first.id, focus: null }),
    )
    const overview = await onLine(ragnhild, `overview:${network.id}`)
    const changed = await ask('PATCH', `/teams/${network.first.id}`, { name: 'Granvik sør', municipalities: ['Os'] })
    expect(changed.body).toMatchObject({ number: 1, name: 'Granvik sør', municipalities: ['Os'] })
    expect((await view()).name).toBe('Nettverk Øst')
    await settle(async () => {
      const shown = await hall.parts.rooms.read(network.gathering.documents.stage, (doc) =>
        openStageDocument(doc).show.get('value'),
      )
      expect(shown).toMatchObject({ kind: 'goals', teamName: 'Granvik sør' })
      const summary = await hall.parts.rooms.read(`overview:${network.id}`, (doc) =>
        openOverviewDocument(doc).teams.get(network.first.id),
      )
      expect(summary).toMatchObject({ name: 'Granvik sør' })
    })
    // What those who have the team's pages open hear it by.
    const told = await hall.parts.rooms.read(`talk:${network.first.id}`, (doc) => openTalkDocument(doc).team.toJSON())
    expect(told).toEqual({ value: { name: 'Granvik sør', municipalities: ['Os'] } })
    expect(overview).toBeTypeOf('function')
  })

  test('an empty name, and a team of another network', async () => {
    expect(await ask('PATCH', '', { name: ' ' })).toMatchObject({ status: 400, body: { code: 'nameEmpty' } })
    const other = await makeTestNetwork(hall, ragnhild, 'Et annet')
    expect((await ask('PATCH', `/teams/${other.first.id}`, { name: 'x' })).status).toBe(404)
    expect((await ask('DELETE', `/teams/${other.first.id}`)).status).toBe(404)
  })
})

describe('[AC81] removing a team', () => {
  test('hides it, ends its card, closes its boards; taken back it is as it was, with a new card', async () => {
    const { teams } = (
      await ask<{ teams: { id: string; code: string }[] }>('POST', '/teams', { teams: [{ name: 'Kort' }] })
    ).body
    const team = teams[0] ?? { id: '', code: '' }
    const mette = await hall.join(team.code, 'Mette')
    await hall.parts.rooms.change(`team:${team.id}`, (doc) =>
      addGoal(openTeamDocument(doc), { id: 'g', title: 'Et mål', state: 'chosen', time: 1 }),
    )
    const closed = await onLine(mette, `team:${team.id}`)
    expect((await ask('DELETE', `/teams/${team.id}`)).status).toBe(204)
    expect(await closed()).toBe('4404 notFound')
    expect(await hall.knock(`/sync/team:${team.id}`, { token: ragnhild.token })).toBe('4404 notFound')
    expect((await session(mette)).body).toMatchObject({ teamIds: [], teams: [] })
    const lookup = await hall.ask<{ code: string }>('POST', '/api/secrets/lookup', { body: { secret: team.code } })
    expect(lookup.body.code).toBe('secretEnded')
    expect(await view()).toMatchObject({ removedTeams: [{ id: team.id, name: 'Kort' }] })
    expect((await view()).teams.map(({ id }) => id)).not.toContain(team.id)
    expect((await ask('DELETE', `/teams/${team.id}`)).status).toBe(404)
    const back = await ask<{ card: CardView }>('POST', `/teams/${team.id}/restore`, {})
    expect(back.status).toBe(200)
    expect((await session(mette)).body.teamIds).toEqual([team.id])
    const next = await hall.join(back.body.card?.code ?? '', 'Nils')
    expect(await hall.knock(`/sync/team:${team.id}`, { token: next.token })).toBe('write')
    const goals = await hall.parts.rooms.read(`team:${team.id}`, (doc) => openTeamDocument(doc).goals.size)
    expect(goals).toBe(1)
    expect((await ask('POST', `/teams/${team.id}/restore`, {})).status).toBe(404)
    expect((await view()).teams.find(({ id }) => id === team.id)?.card?.code).toBe(back.body.card?.code)
  })

  test('two at once: both may have removed or taken back, and one card is live', async () => {
    const { teams } = (await ask<{ teams: { id: string }[] }>('POST', '/teams', { teams: [{ name: 'To' }] })).body
    const path = `/teams/${teams[0]?.id ?? ''}`
    await Promise.all([ask('DELETE', path), ask('DELETE', path)])
    const answers = await Promise.all([ask('POST', `${path}/restore`, {}), ask('POST', `${path}/restore`, {})])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
    const secrets = await hall.parts.directory.secrets(network.id)
    expect(secrets.filter((secret) => secret.teamId === teams[0]?.id)).toHaveLength(1)
  })
})

describe('[AC82] moving a person', () => {
  test('they are in the other team at once, in both teams’ lists and counts, and in the old one no more', async () => {
    const mette = await hall.join((await card(network.first.id)).code, 'Mette')
    const onOld = await onLine(mette, `team:${network.first.id}`)
    await onLine(mette, network.gathering.documents.gathering)
    const moved = await ask('PATCH', `/people/${mette.personId}`, { teamId: network.second.id })
    expect(moved.status).toBe(200)
    expect(await onOld()).toBe('4403 notAllowed')
    expect(await members(network.first.id)).not.toContain(mette.personId)
    expect(await members(network.second.id)).toContain(mette.personId)
    expect((await session(mette)).body.teamIds).toEqual([network.second.id])
    expect(hall.parts.online.view(network.id).teams).toEqual({
      [network.second.id]: [{ personId: mette.personId, name: 'Mette' }],
    })
    expect(await hall.knock(`/sync/team:${network.first.id}`, { token: mette.token })).toBe('4403 notAllowed')
    expect(await hall.knock(`/sync/team:${network.second.id}`, { token: mette.token })).toBe('write')
  })

  test('who is no editor of this network, and no such team', async () => {
    const lise = await hall.join((await network.link('commenter')).secret, 'Lise')
    const move = (personId: string, teamId: string) => ask('PATCH', `/people/${personId}`, { teamId })
    expect((await move(lise.personId, network.second.id)).status).toBe(404)
    expect((await move(ragnhild.personId, network.second.id)).status).toBe(404)
    expect((await move('never', network.second.id)).status).toBe(404)
    const other = await makeTestNetwork(hall, ragnhild, 'Et tredje')
    const nils = await hall.join(other.first.code, 'Nils')
    expect((await move(nils.personId, network.second.id)).status).toBe(404)
    const arne = await hall.join((await card(network.first.id)).code, 'Arne')
    expect((await move(arne.personId, other.first.id)).status).toBe(404)
  })
})

const card = async (teamId: string) => {
  const found = (await view()).teams.find(({ id }) => id === teamId)?.card
  if (!found) throw new Error('no card')
  return found
}

describe('[AC83] removing a person', () => {
  test('an editor: signed out everywhere with 4403, no member any more, and agreement counts those who are left', async () => {
    const { code } = await card(network.second.id)
    const [siv, tor] = [await hall.join(code, 'Siv'), await hall.join(code, 'Tor')]
    const documentId = `team:${network.second.id}`
    await hall.parts.rooms.change(documentId, (doc) =>
      addGoal(openTeamDocument(doc), { id: 'e', title: 'Enige', state: 'chosen', time: 1 }),
    )
    const agree = { type: 'agreeToGoal', teamId: network.second.id, goalId: 'e', wording: wordingKey('Enige') }
    for (const { token } of [siv, tor]) {
      const body = { ...agree, id: crypto.randomUUID(), answer: 'agree' }
      expect((await hall.ask('POST', '/api/commands', { token, body })).status).toBe(200)
    }
    const closed = [await onLine(tor, documentId), await onLine(tor, network.gathering.documents.gathering)]
    expect((await ask('DELETE', `/people/${tor.personId}`)).status).toBe(204)
    for (const each of closed) expect(await each()).toBe('4403 notAllowed')
    expect((await session(tor)).status).toBe(401)
    expect(await members(network.second.id)).not.toContain(tor.personId)
    const agreements = await hall.parts.rooms.read(`talk:${network.second.id}`, (doc) =>
      openTalkDocument(doc).agreements.get('e'),
    )
    expect(agreements).toEqual([{ wording: wordingKey('Enige'), agreed: 1, answered: [siv.personId] }])
    const takeUp = { secret: code, personId: tor.personId }
    expect((await hall.ask<{ code: string }>('POST', '/api/sessions', { body: takeUp })).body.code).toBe('personTaken')
    expect((await ask('DELETE', `/people/${tor.personId}`)).status).toBe(404)
    expect((await ask('PATCH', `/people/${tor.personId}`, { teamId: network.first.id })).status).toBe(404)
  })

  test('a commenter: what they wrote stays', async () => {
    const lise = await hall.join((await network.link('commenter', [network.first.id])).secret, 'Lise')
    expect((await view()).commenters).toContainEqual({
      ...{ personId: lise.personId, name: 'Lise', title: null, teamIds: [network.first.id] },
    })
    const body = {
      ...{ id: crypto.randomUUID(), type: 'comment', teamId: network.first.id, text: 'Hei', withoutName: false },
      ...{ subject: { kind: 'team', id: 'team' }, replyTo: null },
    }
    await hall.ask('POST', '/api/commands', { token: lise.token, body })
    expect((await ask('DELETE', `/people/${lise.personId}`)).status).toBe(204)
    expect((await session(lise)).status).toBe(401)
    expect((await view()).commenters.map(({ personId }) => personId)).not.toContain(lise.personId)
    await hall.parts.talk.refresh(network.first.id)
    const comment = await hall.parts.rooms.read(`talk:${network.first.id}`, (doc) =>
      openTalkDocument(doc).comments.get(body.id),
    )
    expect(comment).toMatchObject({ text: 'Hei', author: { name: 'Lise' } })
  })

  test('a facilitator is let out of this network alone; not oneself, not another network’s, not a display', async () => {
    const invited = await hall.join((await network.link('facilitator')).secret, 'Olga')
    expect((await view()).facilitators.map(({ name }) => name)).toEqual(['Ragnhild', 'Olga'])
    const closed = await onLine(invited, `overview:${network.id}`)
    expect(await ask('DELETE', `/people/${ragnhild.personId}`)).toMatchObject({ status: 403 })
    expect((await ask('DELETE', `/people/${invited.personId}`)).status).toBe(204)
    expect(await closed()).toBe('4403 notAllowed')
    expect((await session(invited)).status).toBe(401)
    const screen = await hall.join((await network.link('display')).secret)
    expect((await ask('DELETE', `/people/${screen.personId}`)).status).toBe(404)
    const second = await firstFacilitator(hall, 'Kari')
    expect((await ask('DELETE', `/people/${second.personId}`)).status).toBe(204)
    expect((await session(second)).status).toBe(200)
    expect((await hall.ask('GET', base(), { token: second.token })).status).toBe(403)
  })
})

describe('[AC84] the way back', () => {
  const wayBack = async (person: Joined) =>
    (await hall.ask<WayBackView>('POST', '/api/session/way-back', { token: person.token, body: {} })).body

  test('takes up the same facilitator on another machine, as often as needed; both stay in', async () => {
    const { code, url } = await wayBack(ragnhild)
    for (const secret of [code, url]) {
      const again = await hall.ask<Joined>('POST', '/api/sessions', { body: { secret } })
      expect(again).toMatchObject({ status: 201, body: { personId: ragnhild.personId, name: 'Ragnhild' } })
      expect(again.body.networks?.map(({ id }) => id)).toContain(network.id)
    }
    expect((await session(ragnhild)).status).toBe(200)
    expect((await hall.ask<SecretView>('POST', '/api/secrets/lookup', { body: { secret: code } })).body).toMatchObject({
      ...{ role: 'facilitator', wayBackFor: 'Ragnhild', firstFacilitator: false },
    })
  })

  test('a new one ends the old; it is nobody else’s to see', async () => {
    const old = await wayBack(ragnhild)
    const next = await wayBack(ragnhild)
    const sign = (secret: string) => hall.ask<{ code: string }>('POST', '/api/sessions', { body: { secret } })
    expect((await sign(old.code)).body.code).toBe('secretEnded')
    expect((await sign(next.code)).status).toBe(201)
    expect(JSON.stringify(await view())).not.toContain(next.code)
    const nils = await hall.join((await card(network.first.id)).code, 'Nils')
    const refused = await hall.ask('POST', '/api/session/way-back', { token: nils.token, body: {} })
    expect(refused.status).toBe(403)
  })

  test('it ends with the person', async () => {
    const invited = await hall.join((await network.link('facilitator')).secret, 'Pål')
    const { code } = await wayBack(invited)
    await ask('DELETE', `/people/${invited.personId}`)
    const answer = await hall.ask<{ code: string }>('POST', '/api/sessions', { body: { secret: code } })
    expect(answer.body.code).toBe('secretEnded')
  })
})
