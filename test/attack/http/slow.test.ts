import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAttackedHall, type AttackedHall } from './attacked-hall.ts'

/** As in the real server, but for the times. */
const limits = { headersTimeoutMs: 600, requestTimeoutMs: 900, helloTimeoutMs: 600 }

let under: AttackedHall
beforeAll(async () => {
  under = await openAttackedHall({ limits })
})
afterAll(() => under.close())

const json = 'Host: x\r\nContent-Type: application/json\r\n'
const bearer = () => `Authorization: Bearer ${under.mette.token}\r\n`
const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'
const upgrade = () =>
  `GET /sync/${under.network.first.documentId} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}${bearer()}\r\n`

type Slow = {
  name: string
  /** what is sent at once */
  first: () => string
  /** and then, again and again */
  drip: string
  expect: RegExp
}

const attacks: Slow[] = [
  { name: 'a connection that says nothing', first: () => '', drip: '', expect: /^(HTTP\/1\.1 408|$)/ },
  { name: 'a request line letter by letter', first: () => 'GET /', drip: 'a', expect: /^HTTP\/1\.1 408/ },
  {
    name: 'headers without end',
    first: () => `GET / HTTP/1.1\r\n${json}`,
    drip: 'X-A: b\r\n',
    expect: /^HTTP\/1\.1 408/,
  },
  {
    name: 'a body letter by letter',
    first: () => `POST /api/sessions HTTP/1.1\r\n${json}Content-Length: 9000\r\n\r\n`,
    drip: ' ',
    expect: /^HTTP\/1\.1 408/,
  },
  {
    name: 'the body of somebody who is signed in',
    first: () => `POST /api/commands HTTP/1.1\r\n${json}${bearer()}Content-Length: 9000\r\n\r\n`,
    drip: ' ',
    expect: /^HTTP\/1\.1 408/,
  },
  {
    name: 'small chunks without end',
    first: () => `POST /api/sessions HTTP/1.1\r\n${json}Transfer-Encoding: chunked\r\n\r\n`,
    drip: '1\r\n \r\n',
    expect: /^HTTP\/1\.1 408/,
  },
  {
    name: 'a body for a route that reads none',
    first: () => `GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n`,
    drip: ' ',
    expect: /^HTTP\/1\.1 200/,
  },
  { name: 'a WebSocket that says nothing', first: upgrade, drip: '', expect: /^HTTP\/1\.1 101[^]*helloTimeout/ },
  {
    name: 'a WebSocket frame letter by letter',
    first: () => `${upgrade()}\x82\xfe\xff\xff\0\0\0\0`,
    drip: '\0',
    expect: /^HTTP\/1\.1 101[^]*helloTimeout/,
  },
]

describe('[AC99] whoever is slow on purpose gives their place back', () => {
  test.concurrent.each(attacks)('$name', async ({ first, drip, expect: expected }) => {
    const socket = connect(Number(new URL(under.hall.url).port), '127.0.0.1')
    let text = ''
    socket.on('data', (data: Buffer) => (text += data.toString('latin1')))
    socket.on('error', () => undefined)
    socket.write(first(), 'latin1')
    const timer = setInterval(() => (drip === '' ? undefined : socket.write(drip, 'latin1')), 50)
    // A WebSocket is told why, and then has some seconds to answer.
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve())
      socket.on('data', () => (text.includes('helloTimeout') ? resolve() : undefined))
    })
    clearInterval(timer)
    socket.destroy()
    expect(text).toMatch(expected)
  })
})

test('[AC99] and nobody else was held up', async () => {
  await under.isWell()
  await under.holdsNothingOf('AVVIST')
  under.keepsNothingInMemory()
})
