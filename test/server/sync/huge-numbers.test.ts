import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Rooms } from '../../../server/sync/rooms.ts'
import { messageType, syncType } from '../../../shared/protocol.ts'
import { gatedStore, type GatedStore } from './gated-store.ts'
import { roomsOnGate } from './rooms-on-gate.ts'
import { message, TestClient, who } from './test-client.ts'

let gate: GatedStore
let rooms: Rooms

beforeEach(async () => {
  gate = await gatedStore()
  rooms = roomsOnGate(gate)
})
afterEach(() => gate.remove())

/** A number as lib0 reads it but can't write it again: 2^1022 · 127 is infinity. */
const infinity = [...Array<number>(146).fill(0x80), 0x7f]
/** 2^56 + 2^53 − 1, which is rounded up to what no reader takes. */
const beyond = [...Array<number>(7).fill(0xff), 0x8f, 0x01]
const settle = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 4000, interval: 5 })
const join = (name: string, change = {}) => new TestClient(rooms, { who: who(name, change) }).join()
const presence = (clock: number[]) =>
  message(messageType.awareness, Uint8Array.from([1, 5, ...clock, 4, ...new TextEncoder().encode('null')]))
/** One deleted stretch by client 7, of this length. */
const stretch = (length: number[]) =>
  message(messageType.sync, syncType.update, Uint8Array.from([1, 1, 7, 0, 0, ...length, 0]))
const bornLate = (origin: number[]) =>
  message(messageType.sync, syncType.update, Uint8Array.from([1, 1, 7, 0, 0x84, 9, ...origin, 1, 0x61, 0]))
const deletion = (clock: number[]) =>
  message(messageType.sync, syncType.update, Uint8Array.from([0, 1, 7, 1, ...clock, 1]))

test.each([
  ['a ping', Uint8Array.from([messageType.ping, ...infinity])],
  ['a marker', Uint8Array.from([messageType.marker, ...infinity])],
  ["a presence's clock", presence(infinity)],
  ["a presence's clock that others can't read", presence(beyond)],
  ['a stretch without end', stretch(infinity)],
  ['a stretch that ends beyond what can be read', stretch(beyond)],
  ['an origin', bornLate(infinity)],
  ['a deletion', deletion(infinity)],
])('[SY6] a number that cannot be written again, in %s, ends its sender and nobody else', async (_, bytes) => {
  const mette = await join('Mette')
  const bad = await join('Vond')
  bad.send(bytes)
  await settle(() => expect(bad.seen.closed?.reason).toBe('malformed'))
  mette.doc.getText('t').insert(0, 'Kari')
  mette.marker(1)
  await settle(() => expect(mette.seen.acks).toEqual([1]))
  expect(mette.seen.closed).toBeNull()
  const late = await join('Tor')
  expect(late.doc.getText('t').toString()).toBe('Kari')
  expect([...Y.decodeStateVector(Y.encodeStateVector(late.doc)).keys()]).not.toContain(7)
})
