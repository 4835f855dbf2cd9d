import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { serverLimits } from '../../server/limits.ts'
import { MemoryStore, type MemoryTimes } from '../../server/store/memory.ts'
import type { StoredDocument } from '../../server/store/store.ts'
import { Rooms } from '../../server/sync/rooms.ts'
import { messageType, protocolVersion, syncType } from '../../shared/protocol.ts'
import { initialState } from '../../shared/schema/migrations.ts'
import { FakeClock } from '../client/sync/fake-clock.ts'
import { noMetrics } from '../server/no-metrics.ts'
import { message, TestClient, who } from '../server/sync/test-client.ts'
import { SeededRandom } from './random.ts'
import { WatchedDisk } from './watched-disk.ts'

const seeds = 25
const steps = 250
const documents = ['team:a', 'team:b', 'talk:a']
const nowhere = 'team:nowhere'

/** A store that remembers how the last reading of each document went. */
class ReadingStore extends MemoryStore {
  readonly outcomes = new Map<string, 'read' | 'failed'>()

  override async open(documentId: string): Promise<StoredDocument | null> {
    try {
      const stored = await super.open(documentId)
      if (stored) this.outcomes.set(documentId, 'read')
      return stored
    } catch (error) {
      this.outcomes.set(documentId, 'failed')
      throw error
    }
  }
}

type Somebody = { client: TestClient; documentId: string; made: string[] }

/** Rooms that are opened and left at any moment, on a disk that is slow and fails. */
async function race(seed: number): Promise<{ acked: number; loads: number; failures: number }> {
  const random = new SeededRandom(seed)
  const clock = new FakeClock()
  const wrong: string[] = []
  // Half of the runs have no commit that fails: then one that does means that two rooms wrote one document.
  const commitsFail = random.chance(0.5)
  const disk = new WatchedDisk(({ documentId }) => {
    if (store.outcomes.get(documentId) !== 'read') wrong.push(`${documentId} is written after a reading that failed`)
  })
  const times: MemoryTimes = { commitMs: () => random.whole(1, 30), readMs: () => random.whole(1, 40) }
  const store = new ReadingStore(clock, times, disk)
  for (const id of documents) {
    store.create({ id, epoch: 'e', snapshot: initialState(id.startsWith('team') ? 'team' : 'talk') })
  }
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_: unknown, what: string) => void (commitsFail || wrong.push(`logged: ${what}`)),
  }
  const limits = { ...serverLimits, idleRoomMs: random.whole(0, 60), tailRows: 4, roomRetryMs: 20, unusedDocMs: 30 }
  const rooms = new Rooms({ store, clock, limits, log, metrics: noMetrics })
  let loads = 0
  let failures = 0
  rooms.onLoaded(() => (loads += 1))
  const everyone: Somebody[] = []
  const come = () => {
    const documentId = random.chance(0.1) ? nowhere : (random.pick(documents) ?? nowhere)
    const client = new TestClient(rooms, { documentId, who: who(`${everyone.length}`) })
    client.send(message(messageType.hello, protocolVersion, ''))
    client.send(message(messageType.sync, syncType.step1, Y.encodeStateVector(client.doc)))
    everyone.push({ client, documentId, made: [] })
  }
  const write = ({ client, made }: Somebody) => {
    const key = `${everyone.length} ${made.length} ${random.whole(0, 999_999)}`
    made.push(key)
    client.doc.getMap('edits').set(key, 1)
    client.marker(made.length)
  }
  const here = () => everyone.filter(({ client }) => !client.seen.closed && !gone.has(client))
  const gone = new Set<TestClient>()
  const leave = ({ client }: Somebody) => {
    gone.add(client)
    client.leave()
  }
  const ignore = () => undefined
  for (let step = 0; step < steps; step += 1) {
    const draw = random.next()
    const somebody = random.pick(here())
    if (draw < 0.2 || !somebody) come()
    else if (draw < 0.45) leave(somebody)
    else if (draw < 0.75) write(somebody)
    else if (draw < 0.8) void rooms.read(random.pick(documents) ?? '', ignore).catch(ignore)
    else if (draw < 0.85) {
      void rooms.change(random.pick(documents) ?? '', (doc) => void doc.getMap('own').set('at', step)).catch(ignore)
    } else if (draw < 0.95 || !commitsFail) {
      failures += 1
      store.failNext('open', random.whole(0, 2))
    } else store.failNext('commit', random.whole(0, 2))
    await clock.advance(random.whole(0, 40))
  }
  for (const kind of ['open', 'commit'] as const) store.failNext(kind, 0)
  for (const each of here()) leave(each)
  await clock.advance(5_000)
  expect(rooms.size, `seed ${seed}: rooms that nobody is in`).toBe(0)
  let acked = 0
  for (const { client, documentId, made } of everyone) {
    const kept = made.slice(0, client.seen.acks.at(-1) ?? 0)
    acked += kept.length
    if (documentId === nowhere) expect(client.seen).toMatchObject({ updates: 0, acks: [] })
    for (const doc of documentId === nowhere ? [] : [disk.mirror(documentId), disk.replayed(documentId)]) {
      const missing = kept.filter((key) => !doc.getMap('edits').has(key))
      if (missing.length > 0) wrong.push(`${documentId} lacks ${missing.join(', ')}`)
    }
  }
  expect(disk.read(nowhere)).toBeNull()
  expect(wrong, `seed ${seed}`).toEqual([])
  return { acked, loads, failures }
}

test('[SY11][SY12][SY13] rooms are opened, left and written in at any moment while reading fails: nothing is written that was not read, nothing acknowledged is lost, nothing is made by asking', async () => {
  const sums = { acked: 0, loads: 0, failures: 0 }
  for (let seed = 1; seed <= seeds; seed += 1) {
    const run = await race(seed)
    for (const what of ['acked', 'loads', 'failures'] as const) sums[what] += run[what]
  }
  expect(sums.acked).toBeGreaterThan(seeds * 15)
  expect(sums.loads).toBeGreaterThan(seeds * 10)
  expect(sums.failures).toBeGreaterThan(seeds * 5)
})
