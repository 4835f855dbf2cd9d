import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../../../server/clock.ts'
import { fold, type Folded } from '../../../server/folding/fold.ts'
import { foldedStore } from '../../../server/folding/folded-store.ts'
import { Folding } from '../../../server/folding/folding.ts'
import { serverLimits } from '../../../server/limits.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { noMetrics } from '../no-metrics.ts'
import { roomsOnDisk, settle, text } from '../sync/rooms-on-disk.ts'
import { TestClient, who } from '../sync/test-client.ts'

const disk = roomsOnDisk()
const folding = new Folding(systemClock)
afterEach(() => folding.stop())

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const limits = { ...serverLimits, tailRows: 5, foldHereBytes: 0, foldHereRows: 2 }

/** Rooms whose folding is done when the test says so. */
function roomsThatWait() {
  const asked: { updates: Uint8Array[]; done: (folded: Folded | null) => void }[] = []
  const wait = (updates: readonly Uint8Array[]) =>
    new Promise<Folded | null>((done) => asked.push({ updates: updates.map((each) => each.slice()), done }))
  const { store } = disk.gate
  const all = new Rooms({ store, clock: systemClock, limits, log, metrics: noMetrics, folding: { fold: wait } })
  return { all, asked }
}

async function type(client: TestClient, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 1) {
    client.doc.getText('t').insert(at, 'x')
    client.marker(at + 1)
    await settle(() => expect(client.seen.acks.at(-1)).toBe(at + 1))
  }
}

const stored = async () => {
  const found = await disk.gate.store.open('team:a')
  if (!found) throw new Error('it is there')
  return found
}

describe('[SY14] a large board is made into one update by another thread', () => {
  test('when it is read: it comes without rows, and what is on disk stays as it is', async () => {
    const all = disk.rooms({ tailRows: 100 })
    await type(await new TestClient(all, { who: who('Mette') }).join(), 0, 4)
    const there = await stored()
    const folded = await foldedStore(disk.gate.store, folding, limits).open('team:a')
    expect(folded).toMatchObject({
      tail: [],
      snapshotSequence: there.snapshotSequence,
      lastSequence: there.lastSequence,
    })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, folded?.snapshot ?? new Uint8Array())
    expect(text(doc)).toBe('xxxx')
    expect(folded?.stateVector).toEqual(Y.encodeStateVector(doc))
    expect(
      await foldedStore(disk.gate.store, folding, { ...limits, foldHereBytes: 1e6, foldHereRows: 9 }).open('team:a'),
    ).toEqual(there)
    const { store } = disk.gate
    const damage = [{ part: 'log' as const, sequence: 1, through: 1, at: null, sessionId: null }]
    const damaged = { ...store, open: () => Promise.resolve({ ...there, damage }) }
    expect((await foldedStore(damaged, folding, limits).open('team:a'))?.tail).toEqual(there.tail)
    expect(await foldedStore(store, { fold: () => Promise.resolve(null) }, limits).open('team:a')).toEqual(there)
  })

  test('when a snapshot is made: edits go on meanwhile, and are after it', async () => {
    const { all, asked } = roomsThatWait()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    await type(writer, 0, 5)
    await settle(() => expect(asked.length).toBe(1))
    await type(writer, 5, 8)
    const before = (await stored()).snapshotSequence
    asked[0]?.done(fold(asked[0].updates))
    await settle(async () => expect((await stored()).snapshotSequence).toBeGreaterThan(before))
    expect((await stored()).tail.length).toBe(3)
    const newcomer = await new TestClient(all, { who: who('Arne') }).join()
    expect(text(newcomer.doc)).toBe('x'.repeat(8))
    await type(writer, 8, 10)
    await settle(() => expect(text(newcomer.doc)).toBe('x'.repeat(10)))
    expect(text(await disk.onDisk())).toBe('x'.repeat(10))
  })

  test('when that fails: the next is made here', async () => {
    const { all, asked } = roomsThatWait()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    await type(writer, 0, 5)
    await settle(() => expect(asked.length).toBe(1))
    asked[0]?.done(null)
    await type(writer, 5, 7)
    await settle(async () => expect((await stored()).tail.length).toBeLessThan(2))
    expect(asked.length).toBe(1)
    expect(text(await disk.onDisk())).toBe('x'.repeat(7))
  })

  test('[ST26] and not for a document that was purged meanwhile', async () => {
    const { all, asked } = roomsThatWait()
    const writer = await new TestClient(all, { who: who('Mette') }).join()
    await type(writer, 0, 5)
    await settle(() => expect(asked.length).toBe(1))
    const without = new Y.Doc()
    without.getText('t').insert(0, 'borte')
    await all.replaceAll([{ documentId: 'team:a', newEpoch: 'new', make: () => without }])
    asked[0]?.done(fold(asked[0].updates))
    await all.stop()
    expect(text(await disk.onDisk())).toBe('borte')
    expect(await stored()).toMatchObject({ epoch: 'new', tail: [] })
  })
})
