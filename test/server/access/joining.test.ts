import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SecretView, SessionView } from '../../../shared/api.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { SecretBrake } from '../../../server/access/secret-brake.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'

let hall: Hall
let network: TestNetwork
let facilitator: Joined

beforeEach(async () => {
  hall = await openHall()
  facilitator = await firstFacilitator(hall)
  network = await makeTestNetwork(hall, facilitator)
})
afterEach(() => hall.close())

const open = (body: unknown) => hall.ask<Joined & { code: string }>('POST', '/api/sessions', { body })
const lookUp = (secret: string) =>
  hall.ask<SecretView & { code: string }>('POST', '/api/secrets/lookup', { body: { secret } })
const membersInTalk = (teamId: string) =>
  hall.parts.rooms.read(`talk:${teamId}`, (doc) => [...openTalkDocument(doc).members.values()].map(({ name }) => name))

test('[AC1] the secret alone decides role and team', async () => {
  const joined = await hall.join(network.first.code, 'Mette')
  expect(joined).toMatchObject({
    role: 'editor',
    networkId: network.id,
    gatheringId: network.gathering.id,
    teamIds: [network.first.id],
    documents: {
      gathering: network.gathering.documents.gathering,
      stage: network.gathering.documents.stage,
      talk: network.gathering.documents.talk,
      teams: { [network.first.id]: { team: `team:${network.first.id}`, talk: `talk:${network.first.id}` } },
    },
  })
  expect(joined.documents).not.toHaveProperty('overview')
  expect(await membersInTalk(network.first.id)).toEqual(['Mette'])
})

test('[AC2] a code forgives case, spaces and hyphens, and a whole pasted address works', async () => {
  const [code, url] = [network.first.code, network.first.url]
  const bare = code.replace('-', '').toLowerCase()
  for (const typed of [
    bare,
    ` ${code} `,
    `${bare.slice(0, 2)} ${bare.slice(2, 5)} - ${bare.slice(5)}`,
    code.replace('-', '–'),
    url,
  ]) {
    expect(await lookUp(typed)).toMatchObject({ status: 200, body: { team: { id: network.first.id } } })
  }
})

test('[AC3] a person needs a name, a display none', async () => {
  expect((await open({ secret: network.first.code })).body.code).toBe('nameEmpty')
  expect((await open({ secret: network.first.code, name: ' \t ' })).body.code).toBe('nameEmpty')
  expect((await open({ secret: network.first.code, name: 'x'.repeat(61) })).body.code).toBe('textTooLong')
  const display = await hall.join((await network.link('display')).secret)
  expect(display).toMatchObject({ role: 'display', name: '', teamIds: [], documents: { teams: {} } })
  expect(display.documents).not.toHaveProperty('talk')
})

test('[AC4] what a secret opens is told before joining', async () => {
  const mette = await hall.join(network.first.code, 'Mette')
  const { body } = await lookUp(network.first.code)
  expect(body).toMatchObject({
    role: 'editor',
    networkName: 'Nettverk Innlandet',
    gathering: { name: 'Samling 1', dayCount: 2, current: true },
    teamCount: 2,
    team: { id: network.first.id, number: 1, name: 'Granvik', municipalities: ['Granvik', 'Os'] },
    members: [{ personId: mette.personId, name: 'Mette' }],
    firstFacilitator: false,
  })
})

test('[AC5] an ended, replaced, expired or used secret says which', async () => {
  const link = await network.link('display')
  const card = await hall.ask<{ code: string }>('POST', `/api/networks/${network.id}/teams/${network.first.id}/card`, {
    token: facilitator.token,
    body: {},
  })
  expect((await lookUp(network.first.code)).body.code).toBe('secretEnded')
  expect((await lookUp(card.body.code)).status).toBe(200)
  const ended = await hall.ask('DELETE', `/api/networks/${network.id}/links/${link.id}`, { token: facilitator.token })
  expect(ended.status).toBe(204)
  expect(await open({ secret: link.secret })).toMatchObject({ status: 410, body: { code: 'secretEnded' } })
  hall.pass(hall.parts.limits.cardMs + 1)
  expect((await lookUp(card.body.code)).body.code).toBe('secretExpired')
})

test('[AC6] the link from the terminal works once', async () => {
  const { facilitatorToken } = await import('../../../server/access/facilitator-link.ts')
  expect(await facilitatorToken(hall.parts, { renew: false })).toBeNull()
  const token = (await facilitatorToken(hall.parts, { renew: true })) ?? ''
  expect(await facilitatorToken(hall.parts, { renew: false })).toBe(token)
  expect((await lookUp(token)).body).toMatchObject({ firstFacilitator: true, networkName: null })
  const [one, two] = await Promise.all([open({ secret: token, name: 'A' }), open({ secret: token, name: 'B' })])
  expect(new Set([one.status, two.status])).toEqual(new Set([201, 410]))
  expect((await lookUp(token)).body.code).toBe('secretUsed')
})

test("[AC7] taking up a member's name ends its other sessions, and their sockets are told", async () => {
  const before = await hall.join(network.first.code, 'Mette')
  const path = `/sync/team:${network.first.id}`
  const socket = hall.connect(path, before.token)
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise((resolve) => socket.once('close', (code, reason) => resolve([code, reason.toString()])))
  const { status, body } = await open({ secret: network.first.code, personId: before.personId, language: 'nn' })
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { personId: before.personId, name: 'Mette', language: 'nn' },
  })
  expect(await closed).toEqual([4411, 'takenOver'])
  expect(await hall.knock(path, { token: before.token })).toBe('4401 notSignedIn')
  expect(await hall.knock(path, { token: body.token })).toBe('write')
  expect(await membersInTalk(network.first.id)).toEqual(['Mette'])
})

test('[AC7] two devices that take a name at once leave exactly one of them in', async () => {
  const { personId } = await hall.join(network.first.code, 'Mette')
  const take = () => open({ secret: network.first.code, personId })
  const answers = await Promise.all([take(), take(), take()])
  const tokens = answers.map(({ body }) => body.token).filter(Boolean)
  const alive = await Promise.all(tokens.map((token) => hall.ask('GET', '/api/session', { token })))
  expect(alive.filter(({ status }) => status === 200)).toHaveLength(1)
})

test("[AC8] another team's member, a facilitator or a commenter can't be taken up", async () => {
  const nils = await hall.join(network.second.code, 'Nils')
  const lise = await hall.join((await network.link('commenter', [network.first.id])).secret, 'Lise')
  for (const { personId } of [nils, lise, facilitator, { personId: 'unknown' }]) {
    expect(await open({ secret: network.first.code, personId })).toMatchObject({
      status: 409,
      body: { code: 'personTaken' },
    })
  }
  const commenterLink = await network.link('commenter')
  expect((await open({ secret: commenterLink.secret, personId: lise.personId })).body.code).toBe('personTaken')
  expect((await hall.ask('GET', '/api/session', { token: nils.token })).status).toBe(200)
})

test('[AC9] a commenter without named teams reaches all, also later ones', async () => {
  const lise = await hall.join((await network.link('commenter')).secret, 'Lise')
  expect(lise.teamIds).toEqual([network.first.id, network.second.id])
  const made = await hall.ask<{ teams: { id: string }[] }>('POST', `/api/networks/${network.id}/teams`, {
    token: facilitator.token,
    body: { teams: [{ name: 'Ny' }] },
  })
  expect(await hall.knock(`/sync/team:${made.body.teams[0]?.id}`, { token: lise.token })).toBe('read')
})

test(
  '[AC10] wrong secrets are braked over the whole server while 300 right ones pass',
  { timeout: 30_000 },
  async () => {
    const limit = hall.parts.limits.wrongSecretsPerSecond
    // One second that does not end, however busy the machine is.
    const still = { ...hall.parts.clock, now: () => 1_000 }
    const pace = 400
    hall.parts.wrongSecrets = new SecretBrake({ clock: still, wrongPerSecond: limit, codesPerSecond: pace })
    const wrong = await Promise.all(Array.from({ length: limit + 20 }, (_, index) => lookUp(`WRONG-${index}`)))
    expect(wrong.filter(({ status }) => status === 401)).toHaveLength(limit)
    expect(wrong.filter(({ status, body }) => status === 429 && body.code === 'tooManyTries')).toHaveLength(20)
    const guessing = { on: true }
    const guesser = (async () => {
      while (guessing.on) await lookUp('BBBB-BBBB')
    })()
    const joined = await Promise.all(
      Array.from({ length: 300 }, (_, index) => open({ secret: network.first.code, name: `Person ${index}` })),
    )
    guessing.on = false
    await guesser
    expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([201]))
    expect(await hall.parts.directory.members(network.first.id)).toHaveLength(300)
  },
)

test('[AC11] a session ends when it expires, and its open sockets with it', async () => {
  const mette = await hall.join(network.first.code, 'Mette')
  const socket = hall.connect(`/sync/team:${network.first.id}`, mette.token)
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise((resolve) => socket.once('close', (code, reason) => resolve([code, reason.toString()])))
  hall.pass(hall.parts.limits.sessionMs)
  expect(await closed).toEqual([4401, 'notSignedIn'])
  expect((await hall.ask('GET', '/api/session', { token: mette.token })).status).toBe(401)
  expect(await hall.knock(`/sync/team:${network.first.id}`, { token: mette.token })).toBe('4401 notSignedIn')
})

test('[AC87] a title is what a person says they are: beside the name in the talk, bounded, taken away, and no right', async () => {
  const [mette, arne] = [await hall.join(network.first.code, 'Mette'), await hall.join(network.first.code, 'Arne')]
  const say = (title: unknown, token = mette.token) =>
    hall.ask<{ title: string | null; code: string }>('PATCH', '/api/session', { token, body: { title } })
  const id = crypto.randomUUID()
  const comment = {
    id,
    type: 'comment',
    teamId: network.first.id,
    subject: { kind: 'team', id: 'team' },
    replyTo: null,
  }
  await hall.ask('POST', '/api/commands', {
    token: mette.token,
    body: { ...comment, text: 'Hei', withoutName: false },
  })
  const shown = () =>
    hall.parts.rooms.read(`talk:${network.first.id}`, (doc) => {
      const { members, comments } = openTalkDocument(doc)
      return [members.get(mette.personId)?.title, comments.get(id)?.author?.title, members.get(arne.personId)?.title]
    })
  expect((await say('  Pårørende,   DPS ')).body.title).toBe('Pårørende, DPS')
  expect(await shown()).toEqual(['Pårørende, DPS', 'Pårørende, DPS', null])
  expect((await hall.ask<SessionView>('GET', '/api/session', { token: mette.token })).body).toMatchObject({
    ...{ name: 'Mette', title: 'Pårørende, DPS', role: 'editor' },
  })
  expect((await say('x'.repeat(61))).body.code).toBe('textTooLong')
  expect((await say(7)).body.code).toBe('badRequest')
  await hall.ask('PATCH', '/api/session', { token: mette.token, body: { name: 'Mette Lie' } })
  expect(await shown()).toEqual(['Pårørende, DPS', 'Pårørende, DPS', null])
  expect((await say('Veileder')).status).toBe(200)
  expect((await hall.ask('GET', `/api/networks/${network.id}`, { token: mette.token })).status).toBe(403)
  expect((await say('  ')).body.title).toBe(null)
  expect(await shown()).toEqual([null, null, null])
  const display = await hall.join((await network.link('display')).secret)
  expect((await say('Skjerm', display.token)).body.code).toBe('notAllowed')
})

test('[AC12] a corrected name is in the talk, and signing out closes the sockets', async () => {
  const mette = await hall.join(network.first.code, 'Mete')
  const { token } = mette
  const changed = await hall.ask('PATCH', '/api/session', { token, body: { name: '  Mette   Lie ', language: 'en' } })
  expect(changed.body).toMatchObject({ name: 'Mette Lie', language: 'en' })
  expect(await membersInTalk(network.first.id)).toEqual(['Mette Lie'])
  const socket = hall.connect(`/sync/team:${network.first.id}`, token)
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  expect((await hall.ask('DELETE', '/api/session', { token })).status).toBe(204)
  expect(await closed).toBe(4401)
  expect((await hall.ask('GET', '/api/session', { token })).status).toBe(401)
})
