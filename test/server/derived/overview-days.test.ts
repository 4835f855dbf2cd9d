import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Overview } from '../../../server/derived/overview.ts'
import { dateInNorway, followDays } from '../../../server/derived/follow-days.ts'
import { serverLimits } from '../../../server/limits.ts'
import type { Directory, Team } from '../../../server/store/directory.ts'
import { MemoryStore } from '../../../server/store/memory.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { addAction, setActionDue } from '../../../shared/ops/actions.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { openOverviewDocument } from '../../../shared/schema/overview.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { FakeClock } from '../../client/sync/fake-clock.ts'
import { TestClient, who } from '../sync/test-client.ts'
import { noMetrics } from '../no-metrics.ts'

const minute = 60_000
const hour = 60 * minute
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const metrics = noMetrics
const teams: Team[] = [{ id: 'a', networkId: 'n', number: 1, name: 'Granvik', municipalities: [] }]
const directory = {
  teams: async () => teams,
  team: async (id: string) => teams.find((team) => team.id === id) ?? null,
} as unknown as Directory

describe('[SY33] the date in Norway', () => {
  test.each([
    ['2027-03-16T22:59:59Z', '2027-03-16'], // winter: an hour ahead
    ['2027-03-16T23:00:00Z', '2027-03-17'],
    ['2027-07-01T21:59:59Z', '2027-07-01'], // summer: two
    ['2027-07-01T22:00:00Z', '2027-07-02'],
    ['2027-03-27T23:00:00Z', '2027-03-28'], // the night in which summer time begins
    ['2027-03-28T22:00:00Z', '2027-03-29'],
    ['2027-10-30T22:00:00Z', '2027-10-31'], // and the one in which it ends
    ['2027-10-31T23:00:00Z', '2027-11-01'],
    ['2027-12-31T23:00:00Z', '2028-01-01'],
  ])('at %s it is %s', (at, date) => expect(dateInNorway(Date.parse(at))).toBe(date))

  test('begins once a day, at midnight, and at once after a sleep', async () => {
    const clock = new FakeClock(Date.parse('2027-03-27T10:20:30Z'))
    const begun: string[] = []
    const days = followDays(clock, () => begun.push(new Date(clock.now()).toISOString().slice(0, 19)))
    await clock.advance(48 * hour)
    expect(begun).toEqual(['2027-03-27T23:00:00', '2027-03-28T22:00:00'])
    clock.sleep(20 * hour + 7_000) // a laptop that is shut: its timers come late
    clock.step()
    expect(begun.slice(2)).toEqual(['2027-03-30T06:20:37'])
    clock.sleep(80 * hour)
    clock.step()
    expect(begun).toHaveLength(4)
    clock.step()
    expect(begun).toHaveLength(4)
    days.stop()
    expect(clock.nextAt).toBe(null)
  })
})

describe('[SY33] what is overdue in an overview that somebody has open', () => {
  let clock: FakeClock
  let rooms: Rooms
  let overview: Overview
  let reader: TestClient
  /** Lets time pass, and after each timer everything that is then ready. */
  async function pass(ms: number): Promise<void> {
    const end = clock.now() + ms
    const ready = () => new Promise<void>((resolve) => setImmediate(resolve))
    await ready()
    for (let at = clock.nextAt; at !== null && at <= end; at = clock.nextAt) {
      clock.step()
      await ready()
    }
    await clock.advance(end - clock.now())
  }
  const overdue = () => openOverviewDocument(reader.doc).teams.get('a')?.actions.overdue

  /** Somebody looks at the overview at `at`, with an action that is due on 17 March. */
  async function open(at: string): Promise<void> {
    clock = new FakeClock(Date.parse(at))
    const store = new MemoryStore(clock)
    for (const kind of ['team', 'talk'] as const)
      store.create({ id: `${kind}:a`, epoch: 'e', snapshot: initialState(kind) })
    store.create({ id: 'overview:n', epoch: 'e', snapshot: initialState('overview') })
    rooms = new Rooms({ store, clock, limits: serverLimits, log, metrics })
    const errors: unknown[] = []
    overview = new Overview({ directory, rooms, clock, onError: (error) => errors.push(error) })
    overview.start()
    const changed = rooms.change('team:a', (doc) => {
      const board = openTeamDocument(doc)
      addGoal(board, { id: 'g', title: 'Møte før hjemreise', state: 'chosen', time: 1 })
      addAction(board, { id: 'x', goalId: 'g', text: 'Ringe', time: 1 })
      setActionDue(board, { id: 'x', due: '2027-03-17' })
    })
    await pass(100)
    await changed
    reader = new TestClient(rooms, {
      documentId: 'overview:n',
      access: 'read',
      who: who('Ragnhild', { role: 'facilitator', teamIds: [] }),
    })
    const joined = reader.join()
    await pass(3_000)
    await joined
    expect(errors).toEqual([])
  }

  beforeEach(() => open('2027-03-17T22:58:40Z')) // 23.58 in Hamar
  afterEach(async () => {
    await overview.stop()
    const stopped = rooms.stop()
    await pass(1_000)
    await stopped
  })

  test('changes at midnight by itself, while nobody touches a board', async () => {
    expect(overdue()).toBe(0)
    await pass(75_000)
    expect(dateInNorway(clock.now())).toBe('2027-03-17')
    expect(overdue()).toBe(0)
    await pass(4_000)
    expect(overdue()).toBe(1)
  })

  test('changes as soon as a machine that slept over midnight is awake', async () => {
    clock.sleep(9 * hour)
    await pass(2_000)
    expect(overdue()).toBe(1)
  })

  test('is no work while nobody has it open, and right when it is opened the day after', async () => {
    reader.leave()
    await pass(serverLimits.idleRoomMs + 5_000)
    expect(rooms.isOpen('overview:n')).toBe(false)
    await pass(24 * hour)
    expect(rooms.isOpen('overview:n')).toBe(false)
    expect(rooms.isOpen('team:a')).toBe(false)
    reader = new TestClient(rooms, {
      documentId: 'overview:n',
      access: 'read',
      who: who('Ragnhild', { role: 'facilitator', teamIds: [] }),
    })
    const joined = reader.join()
    await pass(3_000)
    await joined
    expect(overdue()).toBe(1)
  })
})
