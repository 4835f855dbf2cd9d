import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

let under: AttackedHall
let host: string
let port: string
beforeAll(async () => {
  under = await openAttackedHall()
  ;({ host, port } = new URL(under.hall.url))
})
afterAll(() => under.close())

const cookie = (token = under.mette.token) => ({ cookie: `samtavle=${token}` })
const board = () => `/sync/${under.network.first.documentId}`

/** Origins that are not ours, however alike they look. */
const origins: [string, () => string][] = [
  ['of another site', () => 'http://evil.example'],
  ['that is null', () => 'null'],
  ['that begins like ours', () => `http://${host}.evil.example`],
  ['with ours before an @', () => `http://${host}@evil.example`],
  ['with ours as its path', () => `http://evil.example/${host}`],
  ['with ours after a #', () => `http://evil.example#${host}`],
  ['with ours after a backslash', () => `http://evil.example\\${host}`],
  ['of our host without the port', () => `http://${host.split(':')[0] ?? ''}`],
  ['of our host and another port', () => `http://127.0.0.1:1`],
  ['of a name for this machine', () => `http://localhost:${port}`],
  ['of the host with a dot behind', () => `http://127.0.0.1.:${port}x`],
  ['of another scheme', () => `file://${host}`],
  ['of an extension', () => `chrome-extension://${host}`],
  ['of two', () => `http://${host} http://evil.example`],
  ['of two with a comma', () => `http://${host}, http://evil.example`],
  ['in letters that look alike', () => 'http://xn--192-168-1-5.example:4321'],
  ['that is empty', () => ''],
]

describe('[AC21, AC104] a page of another site, with the cookie of somebody here: an Origin', () => {
  test.each(origins)('%s', async (_what, make) => {
    const headers = { ...cookie(), origin: make() }
    const body = { name: 'AVVIST' }
    const changed = await under.hall.ask('PATCH', '/api/session', { headers, body })
    expect(changed).toMatchObject({ status: 403, body: { code: 'originRefused' } })
    expect(await under.hall.ask('DELETE', '/api/session', { headers })).toMatchObject({ status: 403 })
    expect(await under.hall.knock(board(), { headers })).toBe('HTTP 403')
    await under.isWell()
  })
})

/** Tokens that are none. `real` is that of an editor. */
const tokens: [string, (real: string) => string][] = [
  ['without its last sign', (real) => real.slice(0, -1)],
  ['without its first sign', (real) => real.slice(1)],
  ['with one sign more', (real) => `${real}A`],
  ['in other letters', (real) => real.toLowerCase()],
  ['twice', (real) => real + real],
  ['of the same length', (real) => 'A'.repeat(real.length)],
  ['as it is stored', (real) => createHash('sha256').update(real).digest('base64url')],
  ['in hexadecimal', (real) => Buffer.from(real, 'base64url').toString('hex')],
  ['in quotes', (real) => `"${real}"`],
  ['encoded', (real) => encodeURIComponent(`${real}%`)],
  ['with something before it', (real) => `x,${real}`],
  ['of 8,000 signs', () => 'A'.repeat(8_000)],
  ['that is SQL', () => "'OR'1'='1"],
  ['that is a JSON web token of no algorithm', () => 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiZmFjaWxpdGF0b3IifQ.'],
  ['that is the card’s code', () => under.network.first.code],
  ['that is the card’s secret', () => under.network.first.url.split('#')[1] ?? ''],
  ['that is somebody’s id', () => under.mette.personId],
]

describe('[AC104] a forged token, as Bearer and as cookie:', () => {
  test.each(tokens)('%s', async (_what, forge) => {
    const token = forge(under.mette.token)
    expect(await under.hall.ask('GET', '/api/session', { token })).toMatchObject({ status: 401 })
    expect((await under.hall.ask('GET', '/api/session', { headers: cookie(token) })).body).toBe(null)
    const renamed = await under.hall.ask('PATCH', '/api/session', { headers: cookie(token), body: { name: 'AVVIST' } })
    expect(renamed).toMatchObject({ status: 401, body: { code: 'notSignedIn' } })
    expect(await under.hall.knock(board(), { token })).toBe('4401 notSignedIn')
    expect(await under.hall.knock(board(), { headers: cookie(token) })).toBe('4401 notSignedIn')
    await under.isWell()
  })
})

/** Cookie headers, and whom they make: `mette` or nobody. */
const cookies: [string, (real: string) => string, 'mette' | null][] = [
  ['a forged one before the real one', (real) => `samtavle=x; samtavle=${real}`, null],
  ['the real one before a forged one', (real) => `samtavle=${real}; samtavle=x`, 'mette'],
  ['a name that begins alike', (real) => `samtavle2=${real}; samtavle_=${real}`, null],
  ['a name in other letters', (real) => `Samtavle=${real}`, null],
  ['a display’s, for a person', (real) => `samtavle_display=${real}`, null],
  ['500 others around it', (real) => `${'a=b; '.repeat(500)}samtavle=${real}; ;;=;`, 'mette'],
  ['one without a value', () => 'samtavle', null],
  ['__proto__ beside it', (real) => `__proto__=x; samtavle=${real}`, 'mette'],
  ['a comma for a semicolon', (real) => `a=b, samtavle=${real}`, null],
]

test.each(cookies)('[AC104] cookies with odd things in them: %s', async (_what, make, expected) => {
  const answer = await under.hall.ask<{ name: string } | null>('GET', '/api/session', {
    headers: { cookie: make(under.mette.token) },
  })
  expect(answer.body?.name.toLowerCase() ?? null).toBe(expected)
  await under.isWell()
})

describe('[AC104] a token that was good', () => {
  test('and was stolen: once its owner has signed out, it opens nothing, and what it had open is closed', async () => {
    const { hall, network } = under
    const lost = await hall.join(network.first.code, 'Lene')
    const thief = hall.connect(board(), lost.token)
    await new Promise((resolve) => thief.once('open', resolve))
    const closed = new Promise((resolve) => thief.once('close', (code: number) => resolve(code)))
    expect((await hall.ask('DELETE', '/api/session', { token: lost.token })).status).toBe(204)
    expect(await closed).toBe(4401)
    expect(await hall.knock(board(), { token: lost.token })).toBe('4401 notSignedIn')
    const spoken = await hall.ask('PATCH', '/api/session', { token: lost.token, body: { name: 'AVVIST' } })
    expect(spoken).toMatchObject({ status: 401, body: { code: 'notSignedIn' } })
  })

  test('and was stolen: its owner takes up the name again, by the card, and the thief is out', async () => {
    const { hall, network } = under
    const lost = await hall.join(network.first.code, 'Lasse')
    const thief = hall.connect(board(), lost.token)
    await new Promise((resolve) => thief.once('open', resolve))
    const closed = new Promise((resolve) => thief.once('close', (code: number) => resolve(code)))
    const body = { secret: network.first.code, personId: lost.personId }
    expect((await hall.ask('POST', '/api/sessions', { body })).status).toBe(201)
    expect(await closed).toBe(4411)
    expect(await hall.ask('GET', '/api/session', { token: lost.token })).toMatchObject({ status: 401 })
  })

  test('and has expired', async () => {
    const { hall, network } = under
    const { token } = await hall.join(network.first.code, 'Liv')
    const real = hall.parts.clock.now.bind(hall.parts.clock)
    hall.parts.clock.now = () => real() + hall.parts.limits.sessionMs + 1
    expect(await hall.ask('GET', '/api/session', { token })).toMatchObject({ status: 401 })
    expect(await hall.knock(board(), { token })).toBe('4401 notSignedIn')
    hall.parts.clock.now = real
    expect(await hall.ask('GET', '/api/session', { token })).toMatchObject({ status: 200 })
  })
})

test('[AC104] nothing of it is kept, said or written anywhere', async () => {
  await under.holdsNothingOf('AVVIST')
  await under.holdsNothingOf('evil.example')
  under.keepsNothingInMemory()
})
