import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../server/hall.ts'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'
import { sendRaw } from './raw-http.ts'

let under: AttackedHall
/** Everything that nobody but those it is for may read: in no log, no figure, no answer to others. */
let secrets: string[]
beforeAll(async () => {
  under = await openAttackedHall()
  const { hall, network, mette, nils, lise, display } = under
  const ask = (path: string, body: unknown, method = 'POST', token = mette.token) =>
    hall.ask(method, path, { token, body })
  await ask('/api/session', { name: 'Hemmelig Navn', title: 'Hemmelig tittel' }, 'PATCH')
  const comment = { id: crypto.randomUUID(), type: 'comment', teamId: network.first.id, replyTo: null }
  const said = { ...comment, subject: { kind: 'team', id: 'team' }, text: 'Hemmelig ord', withoutName: true }
  expect((await ask('/api/commands', said)).status).toBe(200)
  await ask(`/api/teams/${network.first.id}/versions`, { name: 'Hemmelig versjon' })
  secrets = [
    ...['Hemmelig', network.first.code, network.first.code.replace('-', ''), network.first.url.split('#')[1] ?? '-'],
    ...[mette.token, nils.token, lise.token, display.token, network.facilitator.token],
  ]
})
afterAll(() => under.close())

const holdsNone = (text: string, what: string) => {
  for (const secret of secrets) expect(text.includes(secret), `${what} holds ${secret}`).toBe(false)
}
const teamPath = () => `/api/teams/${under.network.first.id}`

describe('[AC109] what everybody may read tells nothing of anybody', () => {
  test.each(['/healthz', '/metrics', '/api/openapi.json', '/api/session', '/api/nothing', '/sync/x'])(
    '%s',
    async (path) => {
      const { body, headers } = await under.hall.ask('GET', path)
      const text = JSON.stringify([body, [...headers]])
      holdsNone(text, path)
      for (const id of [under.network.id, under.network.first.id, under.mette.personId]) expect(text).not.toContain(id)
    },
  )

  test('the figures for facilitators hold no name, text or secret', async () => {
    const { body } = await under.hall.ask('GET', '/api/technical', { token: under.network.facilitator.token })
    holdsNone(JSON.stringify(body), '/api/technical')
  })
})

/** What is another's, and who asks for it. */
const others: [string, () => Promise<Answer<unknown>>][] = [
  [
    'the neighbour asks for versions',
    () => under.hall.ask('GET', `${teamPath()}/versions`, { token: under.nils.token }),
  ],
  [
    'the neighbour asks for a version',
    () => under.hall.ask('GET', `${teamPath()}/versions/1`, { token: under.nils.token }),
  ],
  [
    'a version by way of another team',
    () => under.hall.ask('GET', `/api/teams/${under.network.second.id}/versions/1`, { token: under.nils.token }),
  ],
  ['a commenter asks for versions', () => under.hall.ask('GET', `${teamPath()}/versions`, { token: under.lise.token })],
  ['a display asks who wrote', () => under.hall.ask('GET', `${teamPath()}/history`, { token: under.display.token })],
  ['an editor asks who wrote', () => under.hall.ask('GET', `${teamPath()}/history`, { token: under.mette.token })],
  [
    'an editor asks for cards and links',
    () => under.hall.ask('GET', `/api/networks/${under.network.id}`, { token: under.mette.token }),
  ],
  ['an editor asks for how the server is', () => under.hall.ask('GET', '/api/technical', { token: under.mette.token })],
  [
    'a commenter asks what is hidden',
    () => under.hall.ask('GET', `${teamPath()}/comments/hidden`, { token: under.lise.token }),
  ],
  [
    'an editor looks for a text',
    () => under.hall.ask('POST', `${teamPath()}/find`, { token: under.mette.token, body: { text: 'Hemmelig' } }),
  ],
  [
    'an editor removes for good',
    () => under.hall.ask('POST', `${teamPath()}/purge`, { token: under.mette.token, body: { text: 'Hemmelig' } }),
  ],
  [
    'a display looks a board up',
    () => under.hall.ask('GET', `${teamPath()}/agreements`, { token: under.display.token }),
  ],
]

test.each(others)('[AC109] what is another’s: %s', async (_what, ask) => {
  const answer = await ask()
  expect([403, 404]).toContain(answer.status)
  holdsNone(JSON.stringify(answer.body), 'the answer')
})

describe('[AC29, AC109] the log', () => {
  test('is one line of JSON for each thing, whatever is put into it', async () => {
    const { hall, network } = under
    const break_ = '\\nHemmelig {"level":60}'
    await hall.ask('PATCH', '/api/session', { token: under.mette.token, body: { name: `Hemmelig\n${break_}` } })
    await hall.ask('GET', `/api/networks/Hemmelig%0a%7b%22level%22:60%7d`, { token: network.facilitator.token })
    await hall.ask('GET', `/Hemmelig%0d%0a`, { headers: { 'user-agent': 'Hemmelig', referer: 'http://Hemmelig/' } })
    await hall.knock('/sync/team:Hemmelig%0aHemmelig', { token: under.mette.token })
    await hall.knock(`/sync/${network.first.documentId}?person=Hemmelig`, { token: under.mette.token })
    await sendRaw(hall.url, ['HEMMELIG / HTTP/1.1\r\nHost: Hemmelig\r\n\r\n'])
    await sendRaw(hall.url, ['GET / HTTP/1.1\r\nHost: Hemmelig Hemmelig\r\n\r\n'])
    await hall.ask('POST', '/api/sessions', { raw: '{"secret":"Hemmelig' })
    await hall.ask('POST', '/api/sessions', {
      body: { secret: network.first.url, name: 'Hemmelig', personId: 'Hemmelig' },
    })
    for (const line of hall.log) {
      expect(line.trimEnd()).not.toMatch(/[\r\n]/)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) })
    }
  })

  test('holds no name, text, code or token after all of this', async () => {
    holdsNone(under.hall.log.join(''), 'the log')
    expect(under.hall.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([])
    await under.isWell()
  })

  test('and the figures have no more lines for having been asked for a thousand addresses', async () => {
    const lines = async () => (await under.hall.ask<string>('GET', '/metrics')).body.split('\n').length
    await under.hall.ask('GET', '/api/networks/x', { token: under.mette.token })
    const before = await lines()
    await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        under.hall.ask('GET', `/api/networks/${at}`, { token: under.mette.token }),
      ),
    )
    expect(await lines()).toBe(before)
  })
})
