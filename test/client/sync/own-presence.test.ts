import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { presenceOf } from '../../../client/sync/presence-view.ts'
import { client } from './client.ts'

function somebody(state: Record<string, unknown>) {
  const awareness = new Awareness(new Y.Doc())
  onTestFinished(() => awareness.destroy())
  awareness.setLocalState(state)
  const payload = () => encodeAwarenessUpdate(awareness, [awareness.clientID])
  return { awareness, payload }
}

const user = (personId: string) => ({ personId, name: personId.toUpperCase(), role: 'editor' as const })

describe('[CL14] presence over the wire', () => {
  test('says who is here at once, then at most every 100 ms, and the last word is always said', async () => {
    const { connection, server, clock, awareness } = client()
    connection.start()
    const socket = server.accept(clock.now())
    expect(socket.of('awareness')).toHaveLength(1)
    for (let at = 0; at < 50; at += 1) {
      awareness.setLocalStateField('x', at)
      await clock.advance(10)
    }
    await clock.advance(100)
    const sent = socket.of('awareness')
    expect(sent.length).toBeLessThanOrEqual(7)
    const other = new Awareness(new Y.Doc())
    onTestFinished(() => other.destroy())
    for (const { bytes } of sent) applyAwarenessUpdate(other, bytes, null)
    expect(other.getStates().get(awareness.clientID)).toEqual({ x: 49 })
  })

  test('others’ states are taken and never repeated', async () => {
    const { connection, server, clock, awareness } = client()
    connection.start()
    const socket = server.accept(clock.now())
    const { payload, awareness: theirs } = somebody({ user: user('berit') })
    socket.awareness(payload())
    await clock.advance(1_000)
    expect(awareness.getStates().get(theirs.clientID)).toEqual({ user: user('berit') })
    expect(socket.of('awareness')).toHaveLength(1)
  })

  test('they are gone with the socket, and come back unchanged with the next', async () => {
    const { connection, server, clock, awareness } = client()
    connection.start()
    const { payload, awareness: theirs } = somebody({ user: user('berit') })
    server.accept(clock.now()).awareness(payload())
    server.socket.end()
    expect(awareness.getStates().has(theirs.clientID)).toBe(false)
    await clock.advance(1_000)
    const socket = server.accept(clock.now())
    socket.awareness(payload())
    expect(awareness.getStates().has(theirs.clientID)).toBe(true)
    expect(socket.of('awareness')).toHaveLength(1) // our own state again, by itself
  })
})

describe('[CL15] who is shown', () => {
  const read = (states: Record<string, unknown>[]) => {
    const mine = new Awareness(new Y.Doc())
    onTestFinished(() => mine.destroy())
    for (const state of states) applyAwarenessUpdate(mine, somebody(state).payload(), null)
    return { mine, view: presenceOf(mine, 'arne', null) }
  }

  test('each person once, without me on any device, and who is in which field', () => {
    const { view } = read([
      { user: user('berit'), editing: 'goal:1:title' },
      { user: user('berit') },
      { user: user('arne'), editing: 'goal:1:title' },
      { user: user('carl'), editing: 'goal:2:title' },
    ])
    expect(view.people.map((person) => person.personId)).toEqual(['berit', 'carl'])
    expect(view.count).toBe(2)
    expect(view.byField).toEqual({ 'goal:1:title': [user('berit')], 'goal:2:title': [user('carl')] })
  })

  test('where there are too many to name, the server’s count counts', () => {
    const { view } = read([{ count: 31 }])
    expect(view).toEqual({ people: [], byField: {}, count: 30 })
  })

  test('nonsense states are passed over', () => {
    const { view } = read([
      { user: 'x' },
      { user: { personId: 1 } },
      { editing: 'goal:1:title' },
      { user: user('berit'), editing: 7 },
    ])
    expect(view.people.map((person) => person.personId)).toEqual(['berit'])
    expect(view.byField).toEqual({})
  })

  test('it is the same object while it says the same', () => {
    const { mine, view } = read([{ user: user('berit') }])
    const first = presenceOf(mine, 'arne', view)
    expect(first).toBe(view)
  })
})
