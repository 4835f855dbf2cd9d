import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { Strangers } from '../../../server/http/strangers.ts'

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
})
