import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addGoal } from '../../../shared/ops/goals.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { allGoals } from '../../../shared/select/goals.ts'
import { serverLimits } from '../../../server/limits.ts'
import { MemoryStore } from '../../../server/store/memory.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { Versions } from '../../../server/versions/versions.ts'
import { FakeClock, turns } from '../../client/sync/fake-clock.ts'

const minute = 60_000
const errors: unknown[] = []
afterEach(() => {
  expect(errors.splice(0)).toEqual([])
})

/** A server's rooms and versions on a disk that may have been used before. */
function start(clock: FakeClock, store: MemoryStore) {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const counts = ['refused', 'committed', 'acknowledged', 'received', 'sent'] as const
  const metrics = Object.fromEntries(counts.map((name) => [name, () => undefined])) as Record<
    (typeof counts)[number],
    () => undefined
  >
  const rooms = new Rooms({ store, clock, limits: serverLimits, log: quiet, metrics })
  const versions = new Versions({ store, rooms, clock, limits: serverLimits, onError: (error) => errors.push(error) })
  versions.start()
  const write = async (id: string, title: string) => {
    const written = rooms.change(id, (doc) =>
      addGoal(openTeamDocument(doc), { id: title, title, state: 'proposed', time: 1 }),
    )
    await clock.advance(100)
    await written
  }
  const kept = async (id: string) => {
    const asked = store.versions(id)
    await clock.advance(0)
    return asked
  }
  return { rooms, versions, write, kept }
}

function disk(clock: FakeClock, ...ids: string[]) {
  const store = new MemoryStore(clock)
  for (const id of ids) store.create({ id, epoch: 'e', snapshot: initialState('team') })
  return store
}

describe('versions by the clock', () => {
  test('[AC90] a board that changes is kept every ten minutes, and not at every change', async () => {
    const clock = new FakeClock()
    const store = disk(clock, 'team:a')
    const { write, kept } = start(clock, store)
    for (let at = 0; at < 25; at += 1) {
      await write('team:a', `g${at}`)
      await clock.advance(minute)
    }
    const rows = await kept('team:a')
    expect(rows.map(({ kind, name, personId }) => [kind, name, personId])).toEqual([
      ['auto', null, null],
      ['auto', null, null],
    ])
    const read = store.readVersion(rows[1]?.id ?? 0)
    await clock.advance(0)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (await read)?.state ?? new Uint8Array())
    expect(allGoals(openTeamDocument(doc)).length).toBeGreaterThanOrEqual(9)
  })

  test('[AC90] a board that nobody changes is not kept again, however often it is opened', async () => {
    const clock = new FakeClock()
    const { rooms, write, kept } = start(clock, disk(clock, 'team:a'))
    await write('team:a', 'g')
    await clock.advance(30 * minute)
    expect(await kept('team:a')).toHaveLength(1)
    for (let at = 0; at < 5; at += 1) {
      const read = rooms.read('team:a', () => 1)
      await clock.advance(11 * minute)
      await read
    }
    expect(await kept('team:a')).toHaveLength(1)
  })

  test('[AC90] what was changed just before a stop is kept after the board was opened again', async () => {
    const clock = new FakeClock()
    const store = disk(clock, 'team:a')
    const before = start(clock, store)
    await before.write('team:a', 'g')
    await before.versions.stop()
    const stopped = before.rooms.stop()
    await clock.advance(minute)
    await stopped
    const after = start(clock, store.crash())
    const read = after.rooms.read('team:a', () => 1)
    await clock.advance(11 * minute)
    await read
    expect(await after.kept('team:a')).toHaveLength(1)
  })

  test('[AC90] a hall that began at once is kept one board after the other, and other documents are not', async () => {
    const clock = new FakeClock()
    const ids = Array.from({ length: 6 }, (_, at) => `team:${at}`)
    const store = disk(clock, ...ids, 'gathering:g')
    const { write, kept } = start(clock, store)
    let underWay = 0
    let most = 0
    const saveVersion = store.saveVersion.bind(store)
    vi.spyOn(store, 'saveVersion').mockImplementation(async (...args) => {
      underWay += 1
      most = Math.max(most, underWay)
      await turns()
      const id = await saveVersion(...args)
      underWay -= 1
      return id
    })
    for (const id of [...ids, 'gathering:g']) await write(id, 'g')
    await clock.advance(12 * minute)
    for (const id of ids) expect(await kept(id)).toHaveLength(1)
    expect(await kept('gathering:g')).toEqual([])
    expect(most).toBe(1)
  })

  test('[AC90] a disk that fails is tried again', async () => {
    const clock = new FakeClock()
    const store = disk(clock, 'team:a')
    const { write, kept } = start(clock, store)
    await write('team:a', 'g')
    await clock.advance(9 * minute)
    store.failNext('commit')
    await clock.advance(2 * minute)
    expect(errors.splice(0)).toHaveLength(1)
    await clock.advance(2 * minute)
    expect(await kept('team:a')).toHaveLength(1)
  })
})
