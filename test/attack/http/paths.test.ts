import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'
import { sendRaw } from './raw-http.ts'

let under: AttackedHall
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtavle-paths-'))
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'UTENFOR')
  await writeFile(join(folder, 'dist', '.env'), 'UTENFOR')
  await writeFile(join(folder, 'dist', 'index.html'), '<p>siden</p>')
  await writeFile(join(folder, 'dist', 'assets', 'app-1.js'), 'app()')
  under = await openAttackedHall({ files: join(folder, 'dist') })
})
afterAll(async () => {
  await under.close()
  await rm(folder, { recursive: true, force: true })
})

type Attack = {
  name: string
  method?: string
  path: () => string
  headers?: () => string[]
  expect: number[]
  says?: RegExp
}

const bearer = () => [`Authorization: Bearer ${under.network.facilitator.token}`]
const network = () => under.network.id
const team = () => under.network.first.id
const page = /siden<\/p>$/
const notFound = /"notFound"/

const files: Attack[] = [
  { name: 'two dots', path: () => '/../secret.txt', expect: [404] },
  { name: 'two dots, encoded', path: () => '/%2e%2e/secret.txt', expect: [404] },
  { name: 'two dots and a slash, encoded', path: () => '/..%2fsecret.txt', expect: [404] },
  { name: 'encoded twice', path: () => '/%252e%252e%252fsecret.txt', expect: [404] },
  { name: 'backslashes', path: () => '/..\\secret.txt', expect: [404, 400] },
  { name: 'backslashes, encoded', path: () => '/assets/..%5c..%5csecret.txt', expect: [404] },
  { name: 'from within a folder', path: () => '/assets/../../secret.txt', expect: [404] },
  { name: 'an overlong dot', path: () => '/%c0%ae%c0%ae/secret.txt', expect: [404] },
  { name: 'a whole path', path: () => `/${folder}/secret.txt`, expect: [404] },
  { name: 'another scheme', path: () => 'file:///etc/passwd', expect: [404, 400, 200] },
  { name: 'a hidden file', path: () => '/.env', expect: [404] },
  { name: 'the database', path: () => '/samtavle.db', expect: [404] },
  { name: 'a NUL and an ending', path: () => '/secret.txt%00.js', expect: [404] },
  { name: 'a folder', path: () => '/assets/', expect: [200], says: /siden<\/p>$/ },
  { name: 'a broken escape', path: () => '/%E0%A4%A', expect: [404] },
  { name: 'two slashes, to leave the server', path: () => '//evil.example/%2e%2e', expect: [200, 404] },
  {
    name: 'a redirect with a line end',
    path: () => '/%0d%0aSet-Cookie:%20a=b',
    expect: [200],
    says: /^(?![^]*Set-Cookie: a)/i,
  },
  { name: 'a file of packed bytes that is none', path: () => '/assets/app-1.js.br', expect: [404] },
]

const ids: Attack[] = [
  {
    name: 'the interface with an encoded slash',
    path: () => '/api%2fsession',
    expect: [404, 200],
    says: /^(?![^]*personId)/,
  },
  { name: 'a network of another letter', path: () => `/api/networks/${network()}%00`, expect: [404], says: notFound },
  {
    name: 'a network with a slash in it',
    path: () => `/api/networks/x%2f..%2f${network()}`,
    expect: [404],
    says: notFound,
  },
  { name: '__proto__ as a network', path: () => '/api/networks/__proto__', expect: [404], says: notFound },
  { name: 'SQL as a network', path: () => "/api/networks/'%20OR%201=1--", expect: [404], says: notFound },
  {
    name: 'a network of 10,000 letters',
    path: () => `/api/networks/${'x'.repeat(10_000)}`,
    expect: [404],
    says: notFound,
  },
  {
    name: 'bytes that are no text as a team',
    path: () => '/api/teams/%ff%fe/versions',
    expect: [404, 403],
    says: /"code"/,
  },
  { name: 'a version below nought', path: () => `/api/teams/${team()}/versions/-1`, expect: [404], says: notFound },
  { name: 'a version with a comma', path: () => `/api/teams/${team()}/versions/1.5`, expect: [404], says: notFound },
  { name: 'a version as a power', path: () => `/api/teams/${team()}/versions/1e3`, expect: [404], says: notFound },
  {
    name: 'a version past all numbers',
    path: () => `/api/teams/${team()}/versions/99999999999999999999`,
    expect: [404],
    says: notFound,
  },
  {
    name: 'a version of 15 nines',
    path: () => `/api/teams/${team()}/versions/999999999999999`,
    expect: [404],
    says: notFound,
  },
  {
    name: 'a history from another time',
    path: () => `/api/teams/${team()}/history?from=-1`,
    expect: [400],
    says: /"badRequest"/,
  },
  {
    name: 'a history up to no time',
    path: () => `/api/teams/${team()}/history?to=1e400`,
    expect: [400],
    says: /"badRequest"/,
  },
  {
    name: 'a history after what is no cursor',
    path: () => `/api/teams/${team()}/history?cursor=0.'--`,
    expect: [400],
    says: /"badRequest"/,
  },
  {
    name: '1,500 parameters',
    path: () => `/api/teams/${team()}/history?${'from=1&'.repeat(1_500)}`,
    expect: [200],
    says: /"entries"/,
  },
  {
    name: 'a parameter without end',
    path: () => `/api/teams/${team()}/history?personId=${'a'.repeat(14_000)}`,
    expect: [400],
  },
]

const methods: Attack[] = [
  { name: 'HEAD of a page has no body', method: 'HEAD', path: () => '/', expect: [200], says: /\r\n\r\n$/ },
  {
    name: 'HEAD of a list has no body',
    method: 'HEAD',
    path: () => `/api/networks/${network()}`,
    expect: [200],
    says: /\r\n\r\n$/,
  },
  {
    name: 'OPTIONS opens nothing to other sites',
    method: 'OPTIONS',
    path: () => '/api/session',
    expect: [404, 400],
    says: /^(?![^]*access-control)/i,
  },
  { name: 'PUT', method: 'PUT', path: () => '/api/session', expect: [404], says: notFound },
  { name: 'PROPFIND', method: 'PROPFIND', path: () => '/', expect: [404] },
  { name: 'DELETE of a page', method: 'DELETE', path: () => '/index.html', expect: [404] },
  {
    name: 'GET that says it is a DELETE',
    path: () => '/api/session',
    headers: () => [...bearer(), 'X-HTTP-Method-Override: DELETE'],
    expect: [200],
    says: /"facilitator"/,
  },
  {
    name: 'a page asked for as a WebSocket',
    path: () => '/',
    headers: () => ['Connection: Upgrade', 'Upgrade: websocket'],
    expect: [404],
  },
]

describe.each(Object.entries({ files, ids, methods }))('[AC27, AC102] forged addresses: %s', (_what, attacks) => {
  test.each(attacks)('$name', async ({ method = 'GET', path, headers = bearer, expect: statuses, says }) => {
    const lines = [`${method} ${path()} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers()]
    const { text, statuses: got } = await sendRaw(under.hall.url, [`${lines.join('\r\n')}\r\n\r\n`], { answers: 2 })
    expect(statuses, text).toContain(got[0])
    expect(text).not.toMatch(/UTENFOR|root:|SQLite/)
    if (says !== undefined) expect(text).toMatch(says)
    await under.isWell()
  })
})

test('[AC27] what is there is found all the same', async () => {
  expect((await under.hall.ask('GET', '/assets/app-1.js')).body).toBe('app()')
  expect((await under.hall.ask('GET', '/lag/3')).body).toMatch(page)
  await under.holdsNothingOf('AVVIST')
})
