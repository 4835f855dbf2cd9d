import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstFacilitator, makeTestNetwork, openHall, type Hall } from '../hall.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

test('[AC29] a log of joining, mistakes and a command holds no name, text, code, token or typed address', async () => {
  const facilitator = await firstFacilitator(hall, 'Veilederen Ingunn')
  const network = await makeTestNetwork(hall, facilitator, 'Hemmelig nettverk')
  const link = await network.link('commenter')
  const mette = await hall.join(network.first.code, 'Mette Marie')
  const { token } = mette
  await hall.parts.rooms.change(`team:${network.first.id}`, (doc) =>
    addGoal(openTeamDocument(doc), { id: 'g', title: 'Et svært privat mål', state: 'proposed', time: 1 }),
  )
  const body = {
    id: crypto.randomUUID(),
    type: 'agreeToGoal',
    teamId: network.first.id,
    goalId: 'g',
    wording: '0123456789abcdef',
    answer: 'notYet',
  }
  expect((await hall.ask('POST', '/api/commands', { token, body })).status).toBe(200)
  await hall.ask('PATCH', '/api/session', { token, body: { name: 'Mette Kristin' } })
  await hall.ask('POST', '/api/sessions', { body: { secret: 'WRNG-KQDE', name: 'Gjetteren' } })
  await hall.ask('GET', `/r/${network.first.code}?secret=${link.secret}`)
  await hall.ask('POST', '/api/sessions', { raw: '{"secret":"ødelagt' })
  await hall.knock(`/sync/team:${network.first.id}?token=${token}`, { token })
  await hall.knock(`/sync/team:Tastet-feil`, { token })
  await hall.knock(`/sync/team:${network.second.id}`, { token })
  await hall.ask('GET', '/api/session', { headers: { cookie: `samtavle=${token}` } })

  const log = hall.log.join('')
  expect(log).toContain('"route":"/api/sessions"')
  expect(log).toContain('"route":"/api/commands"')
  for (const secret of [
    ...['Ingunn', 'Hemmelig', 'Mette', 'Kristin', 'Gjetteren', 'privat', 'Granvik', 'notYet', 'ødelagt', 'Tastet-feil'],
    ...[network.first.code, network.first.code.replace('-', ''), 'WRNG', link.secret, token, facilitator.token],
  ]) {
    expect(log).not.toContain(secret)
  }
})
