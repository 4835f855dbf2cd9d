import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { serverLimits } from '../../../server/limits.ts'
import type { Rooms } from '../../../server/sync/rooms.ts'
import { messageType, protocolVersion, syncType } from '../../../shared/protocol.ts'
import { gatedStore, type GatedStore } from './gated-store.ts'
import { roomsOnGate } from './rooms-on-gate.ts'
import { message, TestClient, who } from './test-client.ts'

let gate: GatedStore
let rooms: Rooms

beforeEach(async () => {
  gate = await gatedStore()
  rooms = roomsOnGate(gate, { roomRetryMs: 5 })
})
afterEach(() => gate.remove())

const settle = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 4000, interval: 5 })
const join = (name: string, change = {}) => new TestClient(rooms, { who: who(name, change) }).join()

test('[SY8] what a reader writes is never acknowledged', async () => {
  const reader = await new TestClient(rooms, { who: who('Lise'), access: 'read' }).join()
  reader.doc.getText('t').insert(0, 'Kari')
  reader.marker(1)
  await settle(() => expect(reader.seen.notices).toContain('notAllowed'))
  await reader.ask()
  await rooms.change('team:a', () => undefined) // a whole batch after the marker
  expect(reader.seen.acks).toEqual([])
})

test('[SY3] a failed commit is not acknowledged later either, to one who wrote before asking for anything', async () => {
  const client = new TestClient(rooms, { who: who('Mette') })
  client.answering = false
  client.send(message(messageType.hello, protocolVersion, ''))
  await settle(() => expect(client.seen.welcome).not.toBeNull())
  gate.failNext()
  client.doc.getText('t').insert(0, 'Kari')
  client.marker(1)
  await settle(() => expect(client.seen.notices).toContain('storeFailed'))
  await settle(() => expect(client.seen.step1).toBeGreaterThan(0))
  client.marker(2)
  await rooms.change('team:a', () => undefined)
  expect(client.seen.acks).toEqual([])
  client.send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(client.doc)))
  client.marker(3)
  await settle(() => expect(client.seen.acks).toEqual([3]))
})

test('what is asked of a room that has to give up a batch is answered, not left waiting', async () => {
  const asked: Promise<unknown>[] = []
  rooms.onCommitted(() => {
    if (asked.length > 0) return
    asked.push(rooms.read('team:a', (doc) => doc.getText('t').toString()).catch(() => 'told'))
    throw new Error('a listener of our own')
  })
  await rooms.change('team:a', (doc) => doc.getText('t').insert(0, 'Kari'))
  expect(['Kari', 'told']).toContain(await asked[0])
  expect(await rooms.read('team:a', (doc) => doc.getText('t').toString())).toBe('Kari')
})

test('[SY17] a provider that repeats what it heard of a full room stays in it', async () => {
  const many = await Promise.all(Array.from({ length: 25 }, (_, at) => join(`Person med langt navn ${String(at)}`)))
  many.forEach((client, at) => client.state(100 + at, 1, { editing: 'goal:0123456789abcdef:title' }))
  const first = many[0]
  await settle(() => expect(first?.seen.awareness.size).toBe(25))
  const states = [...(first?.seen.awareness ?? [])].flatMap(([id, state]) => [id, 1, JSON.stringify(state)])
  first?.send(message(messageType.awareness, message(25, ...states)))
  first?.state(100, 2, { editing: 'goal:2:title' })
  await settle(() => expect(many[1]?.seen.awareness.get(100)?.['editing']).toBe('goal:2:title'))
  expect(first?.seen.closed).toBeNull()
  first?.state(100, 3, { editing: 'x'.repeat(serverLimits.awarenessBytes) })
  await settle(() => expect(first?.seen.closed?.reason).toBe('frameTooLarge'))
})
