import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Joined } from '../../server/hall.ts'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

let under: AttackedHall
beforeAll(async () => {
  // A hall of 40, so that a card is used up soon.
  under = await openAttackedHall({ limits: { joinsAtOnce: 40, brakedCodesPerSecond: 400 } })
})
afterAll(() => under.close())

const join = (secret: string, more: object = {}) =>
  under.hall.ask<Joined & { code?: string }>('POST', '/api/sessions', { body: { secret, name: 'Gjest', ...more } })
const times = <T>(count: number, ask: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => ask(at)))
const members = () => under.hall.parts.directory.members(under.network.first.id)

type Attack = { name: string; send: () => Promise<{ status: number; body: { code?: string } }>; expect: string }
const token = (url: string) => url.split('#')[1] ?? ''

const attacks: Attack[] = [
  { name: 'a secret that is empty', send: () => join(''), expect: 'secretUnknown' },
  { name: 'a secret of 201 signs', send: () => join('x'.repeat(201)), expect: 'badRequest' },
  { name: 'a secret that grows when it is read', send: () => join('\ufdfa'.repeat(200)), expect: 'secretUnknown' },
  { name: 'a secret of NULs', send: () => join('\0'.repeat(50)), expect: 'secretUnknown' },
  {
    name: 'a secret cut by one sign',
    send: () => join(token(under.network.first.url).slice(0, -1)),
    expect: 'secretUnknown',
  },
  { name: 'a secret as a session token', send: () => join(under.mette.token), expect: 'secretUnknown' },
  {
    name: 'a card for a facilitator',
    send: () => join(under.network.first.code, { role: 'facilitator', personId: under.network.facilitator.personId }),
    expect: 'personTaken',
  },
  {
    name: 'a card, to be a commenter',
    send: () => join(under.network.first.code, { personId: under.lise.personId }),
    expect: 'personTaken',
  },
  {
    name: 'a card, to be an editor of another team',
    send: () => join(under.network.first.code, { personId: under.nils.personId }),
    expect: 'personTaken',
  },
  {
    name: 'a card, to be a person of one’s own making',
    send: () => join(under.network.first.code, { personId: 'x' }),
    expect: 'personTaken',
  },
  {
    name: 'a card, to be __proto__',
    send: () => join(under.network.first.code, { personId: '__proto__' }),
    expect: 'personTaken',
  },
  {
    name: 'a display’s link, to be a person',
    send: async () => join((await under.network.link('display')).secret, { personId: under.mette.personId }),
    expect: 'personTaken',
  },
  { name: 'an ended card', send: ended, expect: 'secretEnded' },
]

async function ended() {
  const { secret } = await under.network.link('commenter')
  const view = await under.hall.ask<{ links: { id: string; url: string }[] }>(
    'GET',
    `/api/networks/${under.network.id}`,
    {
      token: under.network.facilitator.token,
    },
  )
  const link = view.body.links.find(({ url }) => url.endsWith(secret))
  const path = `/api/networks/${under.network.id}/links/${link?.id ?? ''}`
  await under.hall.ask('DELETE', path, { token: under.network.facilitator.token })
  return join(secret)
}

describe('[AC102] secrets that let nobody in', () => {
  test.each(attacks)('$name', async ({ send, expect: expected }) => {
    const before = await members()
    expect((await send()).body.code).toBe(expected)
    expect(await members()).toEqual(before)
    await under.isWell()
  })
})

test('[AC106] one card in the hands of a program lets in a hall and then waits; the other card does not', async () => {
  const before = (await members()).length
  const answers = await times(200, (at) => join(token(under.network.first.url), { name: `Gjest ${at}` }))
  const letIn = answers.filter(({ status }) => status === 201).length
  expect(letIn).toBeLessThan(45)
  expect(answers.filter(({ body }) => body.code === 'tooManyTries')).toHaveLength(200 - letIn)
  expect(await members()).toHaveLength(before + letIn)
  expect((await join(under.network.second.code)).status).toBe(201)
  await under.isWell()
  // People come again as the minute passes.
  under.hall.pass(60_000)
  expect((await join(under.network.first.code)).status).toBe(201)
})

test('[AC10, AC101] 300 wrong secrets at once hold nobody up, and a link lets in meanwhile', async () => {
  const link = await under.network.link('commenter')
  const wrong = times(300, (at) => join(`gjettet-${at}-${'x'.repeat(20)}`))
  expect((await join(link.secret)).status).toBe(201)
  const codes = new Set((await wrong).map(({ body }) => body.code))
  expect(codes).toEqual(new Set(['secretUnknown', 'tooManyTries']))
  await under.isWell()
})

test('[AC10] 200 wrong codes that wait are not before a right one that comes after them; all are told', async () => {
  const { hall, network } = under
  let answered = 0
  const look = (secret: string) => hall.ask<{ code?: string }>('POST', '/api/secrets/lookup', { body: { secret } })
  const wrong = times(200, async (at) => {
    const { body } = await look(`GJET${String(at).padStart(4, 'A').replaceAll(/[01]/g, 'B')}`)
    answered += 1
    return body.code
  })
  // They have been sent; the brake is on.
  await vi.waitFor(() => expect(answered).toBeGreaterThan(5), { interval: 5 })
  const before = answered
  expect((await look(network.first.code)).status).toBe(200)
  expect(answered - before).toBeLessThan(80)
  for (const code of await wrong) expect(['secretUnknown', 'tooManyTries']).toContain(code)
  await under.isWell()
})
