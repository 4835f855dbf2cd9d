import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'
import { sendRaw } from './raw-http.ts'

let under: AttackedHall
beforeAll(async () => {
  under = await openAttackedHall()
})
afterAll(() => under.close())

type Attack = {
  name: string
  send: () => string | Uint8Array | (string | Uint8Array)[]
  /** the statuses that come back, in order; none: it is cut off without a word */
  expect: number[]
  /** what stands in the answer's headers or body */
  says?: string | RegExp
}

const end = '\r\n\r\n'
const get = (path: string, ...headers: string[]) =>
  ['GET ' + path + ' HTTP/1.1', 'Host: x', ...headers].join('\r\n') + end
const post = (path: string, body: string, ...headers: string[]) =>
  ['POST ' + path + ' HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...headers].join('\r\n') + end + body
const bearer = () => `Authorization: Bearer ${under.mette.token}`
const many = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at))

const requestLines: Attack[] = [
  { name: 'bytes that are no HTTP', send: () => new Uint8Array(64).map((_, at) => at * 7), expect: [400] },
  {
    name: 'a TLS hello on the plain port',
    send: () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + end,
    expect: [400],
  },
  { name: 'an HTTP/2 preface', send: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', expect: [400] },
  { name: 'no version', send: () => `GET /${end}`, expect: [400] },
  { name: 'a version that is none', send: () => `GET / HTTP/9.9\r\nHost: x${end}`, expect: [400] },
  { name: 'a method that is none', send: () => `AVVIST / HTTP/1.1\r\nHost: x${end}`, expect: [400] },
  { name: 'a method in small letters', send: () => `get / HTTP/1.1\r\nHost: x${end}`, expect: [400] },
  { name: 'a blank in the address', send: () => `GET /a b HTTP/1.1\r\nHost: x${end}`, expect: [400] },
  { name: 'a NUL in the address', send: () => get('/\0'), expect: [400] },
  { name: 'an address of 20,000 letters', send: () => get('/' + 'a'.repeat(20_000)), expect: [431] },
  { name: 'only line ends, for long', send: () => '\r\n'.repeat(10_000) + get('/healthz'), expect: [200] },
  {
    name: 'an address of another server',
    send: () => get('http://evil.example/api/session'),
    expect: [200],
    says: /null$/,
  },
  { name: 'CONNECT, to be a proxy', send: () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: x${end}`, expect: [] },
  {
    name: 'TRACE, to be shown headers',
    send: () => get('/api/session', 'X-A: AVVIST').replace('GET', 'TRACE'),
    expect: [404, 400],
  },
  { name: 'OPTIONS of everything', send: () => `OPTIONS * HTTP/1.1\r\nHost: x${end}`, expect: [404, 400] },
]

const headers: Attack[] = [
  { name: 'no Host', send: () => `GET / HTTP/1.1${end}`, expect: [400] },
  { name: 'two Hosts', send: () => get('/healthz', 'Host: evil.example'), expect: [200], says: /^(?![^]*evil)/ },
  { name: 'a Host of many', send: () => `GET / HTTP/1.1\r\nHost: a, b${end}`, expect: [400] },
  { name: 'a Host with a path', send: () => `GET / HTTP/1.1\r\nHost: x/../y${end}`, expect: [400] },
  {
    name: 'a Host that would add to the policy',
    send: () => `GET /healthz HTTP/1.1\r\nHost: x;script-src *${end}`,
    expect: [400, 200],
    says: /^(?![^]*script-src)/,
  },
  { name: 'a header of 20,000 letters', send: () => get('/', 'X-A: ' + 'a'.repeat(20_000)), expect: [431] },
  { name: '2,000 headers', send: () => get('/', ...many(2_000, (at) => `X-${at}: a`)), expect: [431] },
  { name: 'a name with a blank', send: () => get('/', 'X A: a'), expect: [400] },
  { name: 'a header without a colon', send: () => get('/', 'AVVIST'), expect: [400] },
  { name: 'a folded header', send: () => get('/', 'X-A: a', ' b'), expect: [400] },
  { name: 'a NUL in a header', send: () => get('/', 'X-A: a\0b'), expect: [400] },
  { name: 'line ends of one sign alone', send: () => 'GET / HTTP/1.1\nHost: x\n\n', expect: [400, 200] },
  {
    name: 'bytes above 127 in the token',
    send: () => get('/api/session', 'Authorization: Bearer \xff\xfe'),
    expect: [401],
  },
  { name: 'an expectation nobody has', send: () => get('/healthz', 'Expect: AVVIST'), expect: [417] },
]

const framing: Attack[] = [
  {
    name: 'two lengths',
    send: () => post('/api/sessions', '{}', 'Content-Length: 2', 'Content-Length: 30'),
    expect: [400],
  },
  { name: 'a length below nought', send: () => post('/api/sessions', '{}', 'Content-Length: -1'), expect: [400] },
  { name: 'a length that is no number', send: () => post('/api/sessions', '{}', 'Content-Length: 0x2'), expect: [400] },
  {
    name: 'a length past what numbers hold',
    send: () => post('/api/sessions', '{}', 'Content-Length: 99999999999999999999999'),
    expect: [400, 413],
  },
  { name: 'a length of 5 GB', send: () => post('/api/sessions', '{', 'Content-Length: 5000000000'), expect: [413] },
  {
    name: 'a length and chunks, to smuggle a second request',
    send: () =>
      post('/api/sessions', '0\r\n\r\nDELETE /api/session HTTP/1.1', 'Content-Length: 4', 'Transfer-Encoding: chunked'),
    expect: [400],
  },
  {
    name: 'an unknown transfer coding',
    send: () => post('/api/sessions', '{}', 'Transfer-Encoding: gzip'),
    expect: [400],
  },
  {
    name: 'chunked twice',
    send: () => post('/api/sessions', '0' + end, 'Transfer-Encoding: chunked, chunked'),
    expect: [400],
  },
  {
    name: 'a chunk size that is none',
    send: () => post('/api/sessions', 'zz\r\n', 'Transfer-Encoding: chunked'),
    expect: [400],
  },
  {
    name: 'a chunk size past what numbers hold',
    send: () => post('/api/sessions', 'fffffffffffffffff\r\n', 'Transfer-Encoding: chunked'),
    expect: [400],
  },
  {
    name: 'a chunk extension of 30,000 letters',
    send: () => post('/api/sessions', '1;' + 'a'.repeat(30_000) + '\r\n', 'Transfer-Encoding: chunked'),
    expect: [400, 413],
  },
  {
    name: 'chunks without end',
    send: () => [
      post('/api/commands', '', bearer(), 'Transfer-Encoding: chunked'),
      ...many(80, () => `2000\r\n${'a'.repeat(8_192)}\r\n`),
    ],
    expect: [413],
    says: '"tooLarge"',
  },
  {
    name: 'h2c',
    send: () =>
      get('/healthz', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'),
    expect: [200],
  },
]

const webSocketUpgrades: Attack[] = [
  { name: 'with no key', send: () => get('/sync/x', 'Connection: Upgrade', 'Upgrade: websocket'), expect: [400] },
  {
    name: 'by POST',
    send: () => get('/sync/x', 'Connection: Upgrade', 'Upgrade: websocket').replace('GET', 'POST'),
    expect: [405],
  },
  {
    name: 'of version 7',
    send: () =>
      get(
        '/sync/x',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 7',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      ),
    expect: [400, 426],
  },
  {
    name: 'of a route of the interface',
    send: () => get('/api/session', 'Connection: Upgrade', 'Upgrade: websocket'),
    expect: [404],
  },
]

const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==']
const upgrade = (...more: string[]) =>
  get(`/sync/${under.network.first.documentId}`, 'Connection: Upgrade', 'Upgrade: websocket', ...key, ...more)

/** A WebSocket where HTTP goes on, before or after. */
const mixtures: Attack[] = [
  { name: 'a request and an upgrade in one go', send: () => get('/healthz') + upgrade(bearer()), expect: [200, 101] },
  {
    name: 'many requests and an upgrade',
    send: () => get('/healthz').repeat(20) + upgrade(bearer()),
    expect: [200, 101],
  },
  { name: 'an upgrade and a request behind it', send: () => upgrade(bearer()) + get('/healthz'), expect: [101] },
  { name: 'two upgrades', send: () => upgrade(bearer()) + upgrade(bearer()), expect: [101] },
  { name: 'an upgrade with a body', send: () => `${upgrade(bearer(), 'Content-Length: 6')}AVVIST`, expect: [101, 400] },
  { name: 'an upgrade of chunks', send: () => upgrade(bearer(), 'Transfer-Encoding: chunked'), expect: [101, 400] },
  {
    name: 'an upgrade that asks for packing, which costs memory',
    send: () => upgrade(bearer(), 'Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=15'),
    expect: [101],
    says: /^(?![^]*deflate)/i,
  },
  {
    name: 'an upgrade with 500 protocols',
    send: () => upgrade(bearer(), `Sec-WebSocket-Protocol: ${many(500, (at) => `p${at}`).join(', ')}`),
    expect: [101],
  },
  {
    name: 'an upgrade with a protocol that is none',
    send: () => upgrade(bearer(), 'Sec-WebSocket-Protocol: ,,'),
    expect: [400],
  },
  {
    name: 'an upgrade with a key that is too short',
    send: () => upgrade(bearer()).replace('AAAAAAAA', ''),
    expect: [400],
  },
]

const all = { 'request lines': requestLines, headers, framing, 'upgrades to a WebSocket': webSocketUpgrades, mixtures }

describe.each(Object.entries(all))('[AC98] %s that are none', (_what, attacks) => {
  test.each(attacks)('$name', async ({ send, expect: statuses, says }) => {
    const sent = send()
    const answer = await sendRaw(under.hall.url, Array.isArray(sent) ? sent : [sent])
    if (statuses.length === 0) expect(answer).toMatchObject({ statuses: [], ended: true })
    else expect(statuses, answer.text).toContain(answer.statuses[0])
    if (says !== undefined) expect(answer.text).toMatch(says)
    await under.isWell()
  })
})

describe('[AC98] many requests on one connection', () => {
  test('are answered one after the other', async () => {
    const answer = await sendRaw(under.hall.url, [get('/api/session').repeat(16)], { answers: 16 })
    expect(answer.statuses).toEqual(Array(16).fill(200))
    await under.isWell()
  })

  test('thousands that nobody waits for are not worked through: the connection is cut off', async () => {
    const before = await answered()
    const { ended } = await sendRaw(under.hall.url, [get('/api/openapi.json').repeat(20_000)], { answers: 20_000 })
    expect(ended).toBe(true)
    expect((await answered()) - before).toBeLessThan(20)
    await under.isWell()
  })

  test('a refused one takes nothing of the next: its body is not read as a request', async () => {
    const hidden = `DELETE /api/session HTTP/1.1\r\nHost: x\r\n${bearer()}${end}`
    await sendRaw(under.hall.url, [post('/api/sessions', hidden, `Content-Length: ${hidden.length}`)])
    await under.isWell()
  })
})

/** How often the largest answer was made. */
async function answered(): Promise<number> {
  const { body } = await under.hall.ask<string>('GET', '/metrics')
  return Number(/request_seconds_count\{route="\/api\/openapi.json".*\} (\d+)/.exec(body)?.[1] ?? 0)
}

test('[AC98] nothing of it is kept, said or written anywhere', async () => {
  await under.holdsNothingOf('AVVIST')
  under.keepsNothingInMemory()
})
