import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Answer } from '../../server/hall.ts'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

let under: AttackedHall
let version: string
beforeAll(async () => {
  under = await openAttackedHall({ limits: { heavyWaiting: 4 } })
  // A board of a size that takes its time.
  await under.hall.parts.rooms.change(under.network.first.documentId, (doc) => {
    for (let at = 0; at < 600; at += 1) {
      const title = new Y.Text(`Et mål med nokså mange ord i seg, nummer ${at}`)
      const goal = Object.entries({ title, state: 'chosen', order: `a${at}` })
      doc.getMap('goals').set(`g${at}`, new Y.Map(goal))
    }
  })
  const board = `/api/teams/${under.network.first.id}/versions`
  const kept = await under.hall.ask<{ id: string }>('POST', board, { token: under.mette.token, body: { name: 'Stor' } })
  version = kept.body.id
})
afterAll(() => under.close())

type Flood = {
  name: string
  times: number
  ask: (at: number) => Promise<Answer<unknown>>
  /** how many are answered how; `some`: at least one, and not all */
  expect: Record<number, number | 'some'>
}

const mette = () => ({ token: under.mette.token })
const facilitator = () => ({ token: under.network.facilitator.token })
const team = () => `/api/teams/${under.network.first.id}`
const network = () => `/api/networks/${under.network.id}`
const long = (item: string) => Array.from({ length: 60_000 }, () => item).join(',')
const ask: AttackedHall['hall']['ask'] = (...args) => under.hall.ask(...args)
const command = (more: object) => ({
  ...{ id: crypto.randomUUID(), type: 'comment', teamId: under.network.first.id, replyTo: null, withoutName: false },
  ...{ subject: { kind: 'team', id: 'team' }, text: 'Hei' },
  ...more,
})

const floods: Flood[] = [
  {
    name: 'looking at a large version',
    times: 12,
    ask: () => ask('GET', `${team()}/versions/${version}`, mette()),
    expect: { 200: 'some', 429: 'some' },
  },
  {
    name: 'keeping a large board',
    times: 12,
    ask: () => ask('POST', `${team()}/versions`, { ...mette(), body: { name: 'Igjen' } }),
    expect: { 201: 'some', 429: 'some' },
  },
  {
    name: 'restoring a large version',
    times: 12,
    ask: () => ask('POST', `${team()}/versions/${version}/restore`, { ...mette(), body: {} }),
    expect: { 200: 'some', 429: 'some' },
  },
  {
    name: 'looking for a text',
    times: 12,
    ask: () => ask('POST', `${team()}/find`, { ...facilitator(), body: { text: 'mange ord i' } }),
    expect: { 200: 'some', 429: 'some' },
  },
  {
    name: 'lists of 60,000 wrong teams',
    times: 10,
    ask: () => ask('POST', `${network()}/teams`, { ...facilitator(), raw: `{"teams":[${long('1')}]}` }),
    expect: { 400: 10 },
  },
  {
    name: 'links for 60,000 wrong teams',
    times: 10,
    ask: () =>
      ask('POST', `${network()}/links`, { ...facilitator(), raw: `{"role":"editor","teamIds":[${long('1')}]}` }),
    expect: { 400: 10 },
  },
  {
    name: 'commands nested 100,000 deep',
    times: 12,
    ask: () => ask('POST', '/api/commands', { ...mette(), raw: '['.repeat(100_000) + ']'.repeat(100_000) }),
    expect: { 400: 12 },
  },
  {
    name: 'commands of 30,000 keys',
    times: 12,
    ask: () => {
      const keys = Array.from({ length: 30_000 }, (_, at) => `"k${at}":1`)
      return ask('POST', '/api/commands', { ...mette(), raw: `{"type":"comment",${keys.join(',')}}` })
    },
    expect: { 400: 12 },
  },
  {
    name: '1,000 comments at once',
    times: 1_000,
    ask: () => ask('POST', '/api/commands', { ...mette(), body: command({}) }),
    expect: { 200: 'some', 429: 'some' },
  },
  {
    name: 'one command 100 times at once, by another',
    times: 100,
    ask: () => ask('POST', '/api/commands', { token: under.lise.token, body: command({ id: sameId }) }),
    expect: { 200: 100 },
  },
  {
    name: 'a new name 100 times',
    times: 100,
    ask: (at) => ask('PATCH', '/api/session', { ...mette(), body: { name: `Mette ${at}` } }),
    expect: { 200: 100 },
  },
  { name: '/metrics', times: 100, ask: () => ask('GET', '/metrics'), expect: { 200: 100 } },
  { name: '/healthz', times: 100, ask: () => ask('GET', '/healthz'), expect: { 200: 100 } },
  {
    name: 'the description',
    times: 100,
    ask: () => ask('GET', '/api/openapi.json'),
    expect: { 200: 100 },
  },
]
const sameId = crypto.randomUUID()

describe('[AC101] a flood of what costs much, by somebody who is signed in', () => {
  test.each(floods)('$name', async ({ times, ask: send, expect: expected }) => {
    const answers = await Promise.all(Array.from({ length: times }, (_, at) => send(at)))
    const counts: Record<number, number> = {}
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
    expect(Object.keys(counts)).toEqual(Object.keys(expected))
    for (const [status, count] of Object.entries(expected)) {
      if (count !== 'some') expect(counts[Number(status)], status).toBe(count)
    }
    await under.isWell()
  })
})

test('[AC54, AC101] of the 1,000 at once 30 are written, and the one that came 100 times once', async () => {
  const written = await under.hall.parts.directory.comments(under.network.first.id)
  expect(written.filter(({ id }) => id === sameId)).toHaveLength(1)
  // A minute may have passed between.
  expect(written.length).toBeGreaterThanOrEqual(31)
  expect(written.length).toBeLessThanOrEqual(61)
  await under.holdsNothingOf('AVVIST')
})
