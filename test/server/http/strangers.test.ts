import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import { Strangers } from '../../../server/http/strangers.ts'
import { firstFacilitator, openHall } from '../hall.ts'

const connections = (strangers: Strangers, count: number) =>
  Array.from({ length: count }, () => {
    const connection = new PassThrough()
    strangers.came(connection)
    return connection
  })
const isCutOff = (connection: PassThrough) => connection.destroyed

describe('[AC100] connections on which nobody is signed in', () => {
  test('are as many as there may be; of more, the one that came first goes', () => {
    const strangers = new Strangers(3)
    const all = connections(strangers, 5)
    expect(all.map(isCutOff)).toEqual([true, true, false, false, false])
    expect(strangers.size).toBe(3)
  })

  test('one that asked for something is no longer the one that was silent for longest', () => {
    const strangers = new Strangers(3)
    const [first, ...rest] = connections(strangers, 3)
    if (first) strangers.heard(first)
    connections(strangers, 2)
    expect([first, ...rest].map((connection) => connection?.destroyed)).toEqual([false, true, true])
  })

  test('one on which somebody signed in is not counted and never cut off, whatever it asks for afterwards', () => {
    const strangers = new Strangers(2)
    const [known] = connections(strangers, 1)
    if (!known) throw new Error('one was asked for')
    strangers.known(known)
    strangers.heard(known)
    connections(strangers, 9)
    expect(known.destroyed).toBe(false)
    expect(strangers.size).toBe(2)
  })

  test('one that is gone leaves its place', async () => {
    const strangers = new Strangers(2)
    const [gone, stays] = connections(strangers, 2)
    const closed = new Promise((resolve) => gone?.once('close', resolve))
    gone?.destroy()
    await closed
    expect(strangers.size).toBe(1)
    connections(strangers, 1)
    expect(stays?.destroyed).toBe(false)
  })

  test('one on which somebody who is signed in waits is not counted until they have their answer', async () => {
    const strangers = new Strangers(2)
    const [asking, other] = connections(strangers, 2)
    if (!asking || !other) throw new Error('two were asked for')
    const answer = new PassThrough()
    strangers.answers(asking, 'p-Mette', answer)
    connections(strangers, 2)
    expect([asking.destroyed, other.destroyed, strangers.size]).toEqual([false, true, 2])
    const given = new Promise((resolve) => answer.once('close', resolve))
    answer.destroy()
    await given
    // It was heard of last: others go first.
    expect([asking.destroyed, strangers.size]).toEqual([false, 2])
    connections(strangers, 2)
    expect(asking.destroyed).toBe(true)
  })

  test('one person can have so many of them', () => {
    const strangers = new Strangers(10)
    const ask = (personId: string): void => {
      for (const each of connections(strangers, 10)) strangers.answers(each, personId, new PassThrough())
    }
    for (let at = 0; at < 3; at += 1) ask('p-Mette')
    expect(strangers.size).toBe(10)
    for (let at = 0; at < 2; at += 1) ask('p-Kari')
    expect(strangers.size).toBe(0)
  })
})

test('[AC100] a long request of somebody who is signed in is answered while strangers are cut off', async () => {
  const hall = await openHall({ limits: { strangers: 3 } })
  const { token } = await firstFacilitator(hall)
  const { directory } = hall.parts
  const findSession = directory.findSession.bind(directory)
  const recognised = new Promise<void>((resolve) => {
    directory.findSession = async (hash) => {
      const found = await findSession(hash)
      resolve()
      return found
    }
  })
  const open = () => connect(Number(new URL(hall.url).port), '127.0.0.1').on('error', () => undefined)
  const asking = open()
  let text = ''
  asking.on('data', (data) => (text += data.toString()))
  const headers = `Host: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 3`
  asking.write(`POST /api/commands HTTP/1.1\r\n${headers}\r\n\r\n{`)
  await recognised
  const silent = Array.from({ length: 12 }, () => open().resume())
  await vi.waitFor(() => expect(silent.filter(({ closed }) => closed)).toHaveLength(9))
  asking.write(' }')
  await vi.waitFor(() => expect(text).toMatch(/^HTTP\/1\.1 400 /))
  for (const each of [asking, ...silent]) each.destroy()
  await hall.close()
})
