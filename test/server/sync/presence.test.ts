import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import type { Rooms } from '../../../server/sync/rooms.ts'
import { gatedStore, type GatedStore } from './gated-store.ts'
import { roomsOnGate } from './rooms-on-gate.ts'
import { TestClient, who } from './test-client.ts'

let gate: GatedStore
let rooms: Rooms

beforeEach(async () => {
  gate = await gatedStore()
  rooms = roomsOnGate(gate, { presencePeople: 6 })
})
afterEach(() => gate.remove())

const settle = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 4000, interval: 5 })
const join = (name: string, change = {}) => new TestClient(rooms, { who: who(name, change) }).join()

test('[SY20] the server says who it is, whatever the client says', async () => {
  const [mette, arne] = [await join('Mette'), await join('Arne')]
  mette.state(11, 1, { editing: 'goal:1:title', user: { personId: 'p-Arne', name: 'Arne', role: 'facilitator' } })
  await settle(() => expect(arne.seen.awareness.get(11)?.['editing']).toBe('goal:1:title'))
  expect(arne.seen.awareness.get(11)?.['user']).toEqual({ personId: 'p-Mette', name: 'Mette', role: 'editor' })
})

test('[SY21] nobody speaks for another, nor for two', async () => {
  const [mette, arne, tor] = [await join('Mette'), await join('Arne'), await join('Tor')]
  mette.state(11, 1, { at: 'ekte' })
  await settle(() => expect(tor.seen.awareness.get(11)?.['at']).toBe('ekte'))
  arne.state(11, 9, { at: 'falsk' })
  arne.state(11, 10, null)
  arne.state(12, 1, { at: 'arne' })
  arne.state(13, 1, { at: 'arnes andre' })
  await settle(() => expect(tor.seen.awareness.get(12)?.['at']).toBe('arne'))
  expect(tor.seen.awareness.get(11)?.['at']).toBe('ekte')
  expect(tor.seen.awareness.has(13)).toBe(false)
})

test('[SY22] one who leaves is gone for the others, and one who comes back is seen again', async () => {
  const [mette, arne] = [await join('Mette'), await join('Arne')]
  mette.state(11, 1, { at: 'her' })
  await settle(() => expect(arne.seen.awareness.has(11)).toBe(true))
  mette.leave()
  await settle(() => expect(arne.seen.awareness.has(11)).toBe(false))
  const back = await join('Mette')
  back.state(11, 1, { at: 'tilbake' })
  await settle(() => expect(arne.seen.awareness.get(11)?.['at']).toBe('tilbake'))
})

test('[SY60] where somebody is goes along with an edit, and by itself when there is none', async () => {
  const slow = roomsOnGate(
    gate,
    { awarenessBatchMs: 200 },
    { ...systemClock, setTimeout: (run, ms) => systemClock.setTimeout(run, ms > 50 ? 600_000 : ms) },
  )
  const enter = (name: string, change = {}) => new TestClient(slow, { who: who(name, change) }).join()
  const [mette, arne] = [await enter('Mette'), await enter('Arne')]
  const wall = await enter('Vegg', { role: 'display' })
  mette.state(11, 1, { at: 'tittelen' }) // the beat of presence never comes here
  mette.doc.getMap('goals').set('g', 'Mål')
  await settle(() => expect(arne.doc.getMap('goals').get('g')).toBe('Mål'))
  expect(arne.seen).toMatchObject({ together: 1 })
  expect(arne.seen.awareness.get(11)?.['at']).toBe('tittelen')
  expect(mette.seen.awareness.get(11)?.['at']).toBe('tittelen')
  await settle(() => expect(wall.doc.getMap('goals').get('g')).toBe('Mål'))
  expect(wall.seen).toMatchObject({ together: 0, awareness: new Map() })
})

test('[SY23] a newcomer is told who is here', async () => {
  const mette = await join('Mette')
  mette.state(11, 1, { at: 'her' })
  await settle(() => expect(mette.seen.closed).toBeNull())
  const arne = await join('Arne')
  await settle(() => expect(arne.seen.awareness.get(11)?.['at']).toBe('her'))
})

test('[SY24] in a crowd people are counted, not shown, and shown again when it thins out', async () => {
  const first = await join('P0')
  const others: TestClient[] = []
  for (let at = 1; at <= 7; at += 1) {
    const other = await join(`P${at}`)
    other.state(100 + at, 1, { at })
    others.push(other)
  }
  await settle(() => expect([...first.seen.awareness.values()]).toEqual([{ count: 7 }]))
  for (const other of others.splice(1)) other.leave()
  await settle(() => {
    expect([...first.seen.awareness.keys()]).toEqual([101])
  })
})

test('[SY25] a corrected name is seen at once by those who are here', async () => {
  const [mette, arne] = [await join('Mete'), await join('Arne')]
  mette.state(11, 1, { at: 'her' })
  await settle(() => expect(arne.seen.awareness.has(11)).toBe(true))
  await rooms.renamed('p-Mete', 'Mette')
  await settle(() => expect(arne.seen.awareness.get(11)?.['user']).toMatchObject({ name: 'Mette' }))
})

test('[SY26] a display is no person in the room', async () => {
  const arne = await join('Arne')
  const display = await join('Lerret', { role: 'display' })
  display.state(11, 1, { at: 'lerret' })
  const mette = await join('Mette')
  mette.state(12, 1, { at: 'her' })
  await settle(() => expect(arne.seen.awareness.has(12)).toBe(true))
  expect(arne.seen.awareness.has(11)).toBe(false)
  expect(display.seen.awareness.size).toBe(0)
})
