import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en } from '../../../shared/locale/en.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'
import { firstFacilitator, makeTestNetwork, openHall, type Hall, type Joined, type TestNetwork } from '../hall.ts'

let hall: Hall
let network: TestNetwork
let mette: Joined

beforeAll(async () => {
  hall = await openHall({ limits: { wrongSecretsPerSecond: 1_000 } })
  network = await makeTestNetwork(hall, await firstFacilitator(hall))
  mette = await hall.join(network.first.code, 'Mette')
})
afterAll(() => hall.close())

const open = (headers: Record<string, string> = {}, secret = network.first.code) =>
  hall.ask<Joined>('POST', '/api/sessions', { body: { secret, name: 'Nils' }, headers })
const cookie = (token: string) => ({ cookie: `samtavle=${token}` })
const code = (status: number, name: string) => ({ status, body: { code: name, message: expect.any(String) } })

describe('[AC20] cookies', () => {
  test('a person gets a cookie that scripts and other sites never see', async () => {
    const { headers, body } = await open()
    const set = headers.getSetCookie()
    expect(set).toHaveLength(1)
    expect(set[0]).toMatch(new RegExp(`^samtavle=${body.token}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict$`))
  })

  test('it is Secure only where the browser came by https', async () => {
    const host = new URL(hall.url).host
    expect((await open({ origin: `https://${host}` })).headers.getSetCookie()[0]).toContain('; Secure')
    expect((await open({ 'x-forwarded-proto': 'https' })).headers.getSetCookie()[0]).toContain('; Secure')
    expect(
      (await open({ origin: `http://${host}`, 'x-forwarded-proto': 'https' })).headers.getSetCookie()[0],
    ).not.toContain('Secure')
  })

  test('a display has one of its own, beside that of the person on the same machine', async () => {
    const { secret } = await network.link('display')
    const { headers, body } = await hall.ask<Joined>('POST', '/api/sessions', { body: { secret } })
    expect(headers.getSetCookie()[0]).toMatch(/^samtavle_display=/)
    const both = { cookie: `samtavle=${mette.token}; samtavle_display=${body.token}` }
    expect((await hall.ask('GET', '/api/session', { headers: both })).body).toMatchObject({ role: 'editor' })
    const asDisplay = { ...both, 'x-samtavle-as': 'display' }
    expect((await hall.ask('GET', '/api/session', { headers: asDisplay })).body).toMatchObject({ role: 'display' })
    const stage = `/sync/${network.gathering.documents.stage}`
    const overview = `/sync/overview:${network.id}`
    expect(await hall.knock(stage, { headers: both })).toBe('read')
    expect(await hall.knock(overview, { headers: both })).toBe('4403 notAllowed')
    expect(await hall.knock(`${overview}?as=display`, { headers: both })).toBe('read')
  })

  test('a Bearer token goes before cookies, and a wrong one is not helped by them', async () => {
    const answer = await hall.ask('GET', '/api/session', { token: 'wrong', headers: cookie(mette.token) })
    expect(answer).toMatchObject(code(401, 'notSignedIn'))
  })

  test('signing out takes the cookie away', async () => {
    const { body } = await open()
    const answer = await hall.ask('DELETE', '/api/session', { headers: cookie(body.token) })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^samtavle=; Path=\/; Max-Age=0;/)
  })
})

describe('[AC32] who is here', () => {
  test('nobody is no error: a page that asks before anyone has joined, or after a session ended, is answered null', async () => {
    expect(await hall.ask('GET', '/api/session')).toMatchObject({ status: 200, body: null })
    const { body } = await open()
    await hall.ask('DELETE', '/api/session', { headers: cookie(body.token) })
    for (const headers of [cookie(body.token), cookie('nonsense'), { 'x-samtavle-as': 'display' }]) {
      expect(await hall.ask('GET', '/api/session', { headers })).toMatchObject({ status: 200, body: null })
    }
    expect(await hall.ask('GET', '/api/session', { token: body.token })).toMatchObject(code(401, 'notSignedIn'))
  })
})

describe('[AC33] a request that says whom it takes itself to be', () => {
  const as = (personId: string, token = mette.token) => ({ ...cookie(token), 'x-samtavle-person': personId })
  const say = (id: string) => ({
    ...{ id, type: 'comment', teamId: network.first.id, subject: { kind: 'team', id: 'team' } },
    ...{ text: 'Hei', withoutName: false, replyTo: null },
  })

  test('is taken where it is so, by cookie and by Bearer', async () => {
    const headers = as(mette.personId)
    expect((await hall.ask('GET', '/api/session', { headers })).body).toMatchObject({ name: 'Mette' })
    const own = { 'x-samtavle-person': mette.personId }
    expect((await hall.ask('GET', '/api/session', { token: mette.token, headers: own })).status).toBe(200)
    const sent = await hall.ask('POST', '/api/commands', { body: say(crypto.randomUUID()), headers })
    expect(sent).toMatchObject({ status: 200, body: { ok: true } })
  })

  test('does nothing where the browser’s cookie has become another’s: no command, no name, no signing out [TA12]', async () => {
    const { body: nils } = await open()
    const headers = as(mette.personId, nils.token)
    const id = crypto.randomUUID()
    expect(await hall.ask('POST', '/api/commands', { body: say(id), headers })).toMatchObject(code(401, 'notSignedIn'))
    expect(await hall.parts.directory.appliedCommand(id)).toBe(null)
    const renamed = await hall.ask('PATCH', '/api/session', { body: { name: 'Arne' }, headers })
    expect(renamed).toMatchObject(code(401, 'notSignedIn'))
    expect(await hall.ask('DELETE', '/api/session', { headers })).toMatchObject(code(401, 'notSignedIn'))
    expect((await hall.ask('GET', '/api/session', { headers: cookie(nils.token) })).body).toMatchObject({
      name: 'Nils',
    })
    // Written by its author afterwards, it is a first time.
    const later = await hall.ask('POST', '/api/commands', { body: say(id), headers: as(mette.personId) })
    expect(later).toMatchObject({ status: 200 })
  })

  test('is nobody without a session, and with one that is no good', async () => {
    expect((await hall.ask('GET', '/api/session', { headers: as(mette.personId, 'nonsense') })).body).toBe(null)
    const headers = { 'x-samtavle-person': mette.personId }
    expect((await hall.ask('POST', '/api/commands', { body: say(crypto.randomUUID()), headers })).status).toBe(401)
  })
})

describe('[AC21] other sites', () => {
  const change = { body: { language: 'nb' } }

  test.each(['http://evil.example', 'null', 'http://127.0.0.1', 'file://', 'nonsense'])(
    'Origin %s is refused',
    async (origin) => {
      const answer = await hall.ask('PATCH', '/api/session', { ...change, headers: { ...cookie(mette.token), origin } })
      expect(answer).toMatchObject(code(403, 'originRefused'))
      expect(await open({ origin })).toMatchObject(code(403, 'originRefused'))
      expect(await hall.knock(`/sync/team:${network.first.id}`, { token: mette.token, headers: { origin } })).toBe(
        'HTTP 403',
      )
    },
  )

  test('our own origin, by host or by public URL, and none at all are fine', async () => {
    for (const headers of [{ origin: hall.url }, { origin: 'http://192.168.1.5:4321' }, {}] as Record<
      string,
      string
    >[]) {
      const answer = await hall.ask('PATCH', '/api/session', {
        ...change,
        headers: { ...cookie(mette.token), ...headers },
      })
      expect(answer.status).toBe(200)
      expect(await hall.knock(`/sync/team:${network.first.id}`, { token: mette.token, headers })).toBe('write')
    }
  })

  test('a form of another site can send no JSON', async () => {
    const headers = { ...cookie(network.facilitator.token), 'content-type': 'text/plain' }
    const path = `/api/networks/${network.id}/teams/${network.first.id}/card`
    expect(await hall.ask('POST', path, { headers, raw: '{}' })).toMatchObject(code(400, 'badRequest'))
  })
})

describe('[AC22] errors', () => {
  const session = (raw: string, headers: Record<string, string> = {}) =>
    hall.ask('POST', '/api/sessions', { raw, headers })

  test.each([
    '',
    'not json',
    '{"secret":',
    '[]',
    'null',
    '{"secret":1}',
    '{"name":"x"}',
    '\u0000',
    '{"secret":"x","language":"de"}',
  ])('a body that is none: %j', async (raw) => {
    expect(await session(raw)).toMatchObject(code(400, 'badRequest'))
  })

  test('bytes that are no text, and another content type', async () => {
    const response = await fetch(`${hall.url}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect(response.status).toBe(400)
    expect(await session('{"secret":"x"}', { 'content-type': 'application/xml' })).toMatchObject(
      code(400, 'badRequest'),
    )
  })

  test('too large a body, announced or not, is refused before it is read', async () => {
    const big = JSON.stringify({ secret: 'x'.repeat(hall.parts.limits.bodyBytes) })
    expect(await session(big)).toMatchObject(code(413, 'tooLarge'))
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(`${hall.url}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      })
      sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
      sent.write(big)
      sent.end()
    })
    expect(status).toBe(413)
  })

  test.each([
    ['GET', '/api'],
    ['GET', '/api/nothing'],
    ['PUT', '/api/session'],
    ['POST', '/'],
    ['GET', '/nothing.js'],
    ['GET', '/%E0%A4%A'],
    ['GET', '/api/networks/unknown'],
  ])('%s %s is not found', async (method, path) => {
    const answer = await hall.ask(method, path, {
      token: network.facilitator.token,
      ...(method === 'GET' ? {} : { body: {} }),
    })
    expect(answer).toMatchObject(code(404, 'notFound'))
  })

  test.each([
    [{ teams: [{ name: '  ' }] }, 'nameEmpty'],
    [{ teams: [{ name: 'x'.repeat(81) }] }, 'textTooLong'],
    [{ teams: Array.from({ length: 501 }, () => ({ name: 'T' })) }, 'tooMany'],
    [{ teams: [{ name: 'T', municipalities: Array.from({ length: 21 }, () => 'K') }] }, 'tooMany'],
    [{ teams: [] }, 'badRequest'],
  ])('teams: %#', async (body, expected) => {
    const answer = await hall.ask('POST', `/api/networks/${network.id}/teams`, {
      token: network.facilitator.token,
      body,
    })
    expect(answer).toMatchObject(code(400, expected))
  })

  test.each([
    [{ name: 'S', days: ['2027-02-30'] }, 'dateInvalid'],
    [{ name: 'S', days: Array.from({ length: 15 }, (_, day) => `2027-03-${10 + day}`) }, 'tooMany'],
    [{ name: 'S', days: 0 }, 'badRequest'],
    [{ name: 'S', place: 'x'.repeat(121) }, 'textTooLong'],
  ])('a gathering: %#', async (body, expected) => {
    const answer = await hall.ask('POST', `/api/networks/${network.id}/gatherings`, {
      token: network.facilitator.token,
      body,
    })
    expect(answer).toMatchObject(code(400, expected))
  })

  test("[AC23] the sentence is in the person's language, else the browser's, else Bokmål", async () => {
    const ask = async (headers: Record<string, string>, token?: string) =>
      (await hall.ask<{ message: string }>('GET', '/api/nothing', { headers, token })).body.message
    expect(await ask({ 'accept-language': 'nn-NO,nn;q=0.9,en;q=0.5' })).toBe(nn.errors.notFound)
    expect(await ask({ 'accept-language': 'de, en-GB;q=0.8, nb;q=0.9' })).toBe(nb.errors.notFound)
    expect(await ask({ 'accept-language': 'no' })).toBe(nb.errors.notFound)
    expect(await ask({ 'accept-language': 'fr,en;q=0.1' })).toBe(en.errors.notFound)
    expect(await ask({ 'accept-language': 'fr' })).toBe(nb.errors.notFound)
    const { body } = await open({ 'accept-language': 'en' })
    expect(body.language).toBe('en')
    expect(await ask({ 'accept-language': 'nb' }, body.token)).toBe(en.errors.notFound)
  })

  test('a request that HTTP alone could read gets a 400 and the server goes on', async () => {
    const { port } = new URL(hall.url)
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'),
      )
      let text = ''
      socket.on('data', (data) => (text += data.toString())).on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect((await hall.ask('GET', '/healthz')).status).toBe(200)
  })
})

test('[AC24] strict headers on every answer, and nothing that forces https', async () => {
  for (const path of ['/', '/api/session', '/api/nothing', '/healthz']) {
    const { headers } = await hall.ask('GET', path)
    const policy = headers.get('content-security-policy') ?? ''
    const host = new URL(hall.url).host
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain(`connect-src 'self' ws://${host} wss://${host}`)
    expect(policy).not.toMatch(/https?:|unsafe|\*|upgrade-insecure/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.has('strict-transport-security')).toBe(false)
  }
  expect((await hall.ask('GET', '/api/session')).headers.get('cache-control')).toBe('no-store')
})

test('[AC25] health follows the store, and asks it at most once a second', async () => {
  const { probe } = hall.parts.store
  let asked = 0
  let isWell = false
  hall.parts.store.probe = () => {
    asked += 1
    return isWell ? probe() : Promise.reject(new Error('disk full'))
  }
  hall.pass(2_000)
  const answers = await Promise.all(Array.from({ length: 20 }, () => hall.ask('GET', '/healthz')))
  expect(answers[0]).toMatchObject(code(503, 'storeFailed'))
  expect(asked).toBeLessThanOrEqual(2)
  isWell = true
  hall.pass(2_000)
  expect(await hall.ask('GET', '/healthz')).toMatchObject({ status: 200, body: { ok: true } })
  hall.parts.store.probe = probe
})

test('[AC26] metrics count by route pattern and code, and name nobody', async () => {
  await hall.ask('GET', `/api/networks/${network.id}`, { token: mette.token })
  const { body } = await hall.ask<string>('GET', '/metrics')
  expect(body).toContain('samtavle_http_request_seconds_count{route="/api/networks/:id",method="GET",status="403"}')
  expect(body).toMatch(/samtavle_refused_total\{code="notAllowed"\} [1-9]/)
  expect(body).not.toContain(network.id)
})
