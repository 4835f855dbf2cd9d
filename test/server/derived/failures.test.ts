import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BoardsRest } from '../../../server/derived/boards-rest.ts'
import { Overview } from '../../../server/derived/overview.ts'
import { Talk } from '../../../server/derived/talk.ts'
import { serverLimits } from '../../../server/limits.ts'
import type { Directory } from '../../../server/store/directory.ts'
import { MemoryStore } from '../../../server/store/memory.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { threadMs } from '../../../server/sync/thread-time.ts'
import { AppError } from '../../../shared/errors.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { setBoardsRest } from '../../../shared/ops/gathering.ts'
import type { DocumentKind } from '../../../shared/roles.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { openOverviewDocument } from '../../../shared/schema/overview.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { FakeClock } from '../../client/sync/fake-clock.ts'
import { TestClient, who } from '../sync/test-client.ts'
import { noMetrics } from '../no-metrics.ts'

/*
 * A disk that fails for a moment, at the moment when something derived is read or written. SQL and the boards have
 * gone on; nobody changes anything more.
 */
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const metrics = noMetrics
const team = { id: 'a', networkId: 'n', number: 1, name: 'Granvik', municipalities: [] }
const mette = { ...{ id: 'p', networkId: 'n', name: 'Mette', title: null, role: 'editor' as const }, language: 'nb' }

let clock: FakeClock
let rooms: Rooms
let failing: number
let errors: unknown[]
let stops: (() => void | Promise<void>)[]

/** Answers, unless it is to fail. */
const answer =
  <T>(value: T) =>
  async (): Promise<T> => {
    if (failing > 0) {
      failing -= 1
      throw new AppError('storeFailed')
    }
    return value
  }
const directory = {
  team: answer(team),
  teams: answer([team]),
  members: answer([mette]),
  agreements: answer([]),
  comments: answer([]),
  gathering: answer({ id: 'g', networkId: 'n' }),
  network: answer({ id: 'n', name: 'N', currentGatheringId: 'g' }),
} as unknown as Directory

beforeEach(() => {
  clock = new FakeClock()
  const store = new MemoryStore(clock)
  const create = (kind: DocumentKind, key: string) =>
    store.create({ id: `${kind}:${key}`, epoch: 'e', snapshot: initialState(kind) })
  for (const key of ['a', 'b']) for (const kind of ['team', 'talk'] as const) create(kind, key)
  create('overview', 'n')
  create('gathering', 'g')
  rooms = new Rooms({ store, clock, limits: serverLimits, log, metrics })
  ;[failing, errors, stops] = [0, [], []]
})

afterEach(async () => {
  for (const stop of stops) await stop()
})

const deps = () => ({ directory, rooms, clock, onError: (error: unknown) => void errors.push(error) })

/** Lets time pass, and after each timer everything that is then ready. */
async function pass(ms: number): Promise<void> {
  const end = clock.now() + ms
  const ready = () => new Promise<void>((resolve) => setImmediate(resolve))
  await ready()
  for (let at = clock.nextAt; at !== null && at <= end; at = clock.nextAt) {
    clock.step()
    await ready()
  }
}

async function open(documentId: string, role: 'editor' | 'facilitator' = 'facilitator') {
  const access = documentId.startsWith('team') ? 'write' : 'read'
  const client = new TestClient(rooms, { documentId, access, who: who('Kari', { role, teamIds: ['a'] }) })
  const joined = client.join()
  await pass(100)
  await joined
  return client
}

describe('[SY34] what could not be written is tried again by itself', () => {
  test('a talk, that is refused to who asked for it and true soon after', async () => {
    const talk = new Talk(deps())
    stops.push(() => talk.stop())
    const client = await open('talk:a')
    const emptied = rooms.change('talk:a', (doc) => openTalkDocument(doc).members.clear())
    await pass(100)
    await emptied
    failing = 2
    const refused = expect(talk.refresh('a')).rejects.toMatchObject({ code: 'storeFailed' })
    await pass(100)
    await refused
    expect(openTalkDocument(client.doc).members.size).toBe(0)
    await pass(10_000)
    expect(openTalkDocument(client.doc).members.toJSON()).toEqual({ p: { name: 'Mette', title: null } })
    expect(errors).toHaveLength(1)
  })

  test('a talk that is read into memory while the disk fails', async () => {
    const talk = new Talk(deps())
    stops.push(() => talk.stop())
    failing = 1
    const client = await open('talk:a')
    expect(openTalkDocument(client.doc).members.size).toBe(0)
    await pass(5_000)
    expect(openTalkDocument(client.doc).members.size).toBe(1)
  })

  test('an overview', async () => {
    const overview = new Overview(deps())
    overview.start()
    stops.push(() => overview.stop())
    failing = 2
    const client = await open('overview:n')
    await pass(2_000)
    expect(openOverviewDocument(client.doc).teams.size).toBe(0)
    await pass(8_000)
    expect([...openOverviewDocument(client.doc).teams.keys()]).toEqual(['a'])
    expect(errors).toHaveLength(2)
  })

  test.each([1, 2, 3])('«tavlene hviler», that %d questions fail: editors are held to it', async (failures) => {
    const rest = new BoardsRest(deps())
    rest.start()
    stops.push(() => rest.stop())
    const known = rest.know('n')
    await pass(100)
    await known
    const client = await open('team:a', 'editor')
    failing = failures
    const set = rooms.change('gathering:g', (doc) => setBoardsRest(openGatheringDocument(doc), true))
    await pass(100)
    await set
    expect(client.seen.notices).toEqual([])
    await pass(10_000)
    expect(client.seen.notices).toEqual(['boardsRest'])
    expect(errors).toHaveLength(failures)
  })

  test('nothing is tried again once the server stops', async () => {
    const [talk, rest] = [new Talk(deps()), new BoardsRest(deps())]
    failing = 100
    const asked = Promise.allSettled([talk.refresh('a'), rest.refresh('n')])
    await pass(100)
    await asked
    expect(clock.nextAt).not.toBe(null)
    talk.stop()
    rest.stop()
    expect(clock.nextAt).toBe(null)
    await Promise.allSettled([talk.refresh('a'), rest.refresh('n')])
    expect(clock.nextAt).toBe(null)
  })
})

test('[SY31, SY40] a board that takes long to sum up waits alone, however often it changes', async () => {
  const overview = new Overview({
    ...deps(),
    directory: {
      ...directory,
      team: async (id: string) => ({ ...team, id }),
      teams: async () => [
        {
          ...team,
          // Read while it is summed up: that takes a quarter of a second of the thread's time.
          get name() {
            for (const until = threadMs() + 250; threadMs() < until; ) JSON.stringify(team)
            return 'Granvik'
          },
        },
        { ...team, id: 'b', number: 2 },
      ],
    },
  })
  overview.start()
  stops.push(() => overview.stop())
  const client = await open('overview:n')
  await pass(2_000)
  const goals = () => ['a', 'b'].map((id) => openOverviewDocument(client.doc).teams.get(id)?.goals.length)
  expect(goals()).toEqual([0, 0])
  const change = async (key: string, count: number) => {
    const changed = rooms.change(`team:${key}`, (doc) =>
      addGoal(openTeamDocument(doc), { id: `g${count}`, title: 'Et mål', state: 'chosen', time: 1 }),
    )
    await pass(100)
    await changed
  }
  await change('a', 1)
  await change('b', 1)
  await pass(700)
  expect(goals()).toEqual([0, 1])
  await change('a', 2)
  await change('b', 2)
  await pass(700)
  expect(goals()).toEqual([0, 2])
  await pass(4_000)
  expect(goals()).toEqual([2, 2])
})
