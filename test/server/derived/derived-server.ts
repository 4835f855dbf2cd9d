import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { Online } from '../../../server/derived/online.ts'
import { Overview } from '../../../server/derived/overview.ts'
import { Stage } from '../../../server/derived/stage.ts'
import { Talk } from '../../../server/derived/talk.ts'
import { serverLimits } from '../../../server/limits.ts'
import { openSqlite, type OpenedSqlite } from '../../../server/store/sqlite.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import type { AgreementAnswer } from '../../../shared/commands.ts'
import { documentId } from '../../../shared/document-id.ts'
import type { DocumentKind } from '../../../shared/roles.ts'
import { chooseStage } from '../../../shared/ops/gathering.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import { openGatheringDocument } from '../../../shared/schema/gathering.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { openStageDocument } from '../../../shared/schema/stage.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { wordingKey } from '../../../shared/wording.ts'
import type * as Y from 'yjs'
import { noMetrics } from '../no-metrics.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const day = 24 * 60 * 60 * 1000
let folder: string
export let sqlite: OpenedSqlite
export let rooms: Rooms
export let talk: Talk
export let stages: Stage
export let overviews: Overview
export let online: Online
const errors: unknown[] = []

export const settle = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 4000, interval: 10 })
export const fresh = (kind: DocumentKind, key: string) => ({
  id: documentId(kind, key),
  epoch: 'e1',
  snapshot: initialState(kind),
})
export const secret = (id: string, networkId: string, teamId: string | null) => ({
  id,
  networkId,
  role: 'editor' as const,
  teamId,
  teamIds: [],
  codeCipher: new Uint8Array([1]),
  tokenCipher: new Uint8Array([1]),
  createdAt: 1,
  expiresAt: systemClock.now() + day,
  oneTime: false,
  codeHash: new TextEncoder().encode(`code-${id}`),
  tokenHash: new TextEncoder().encode(`token-${id}`),
})

export async function network(id: string, teamNames: string[]): Promise<void> {
  const { directory } = sqlite
  await directory.createNetwork({ id, name: id, facilitatorId: null, at: 1, documents: [fresh('overview', id)] })
  await directory.createGathering({
    id: `g-${id}`,
    networkId: id,
    name: 'Samling 1',
    place: '',
    days: [],
    dayCount: 2,
    at: 1,
    documents: [fresh('gathering', `g-${id}`), fresh('stage', `g-${id}`), fresh('talk', `g-${id}`)],
  })
  await directory.createTeams({
    networkId: id,
    at: 1,
    teams: teamNames.map((name) => ({
      id: name,
      name,
      municipalities: [],
      secret: secret(`card-${name}`, id, name),
      documents: [fresh('team', name), fresh('talk', name)],
    })),
  })
}

export async function member(name: string, teamId: string, networkId = 'n'): Promise<void> {
  await sqlite.directory.join({
    person: { id: `p-${name}`, networkId, name, title: null, role: 'editor', language: 'nb', mayMakeNetworks: false },
    teamIds: [teamId],
    session: {
      id: `s-${name}`,
      personId: `p-${name}`,
      networkId,
      createdAt: 1,
      expiresAt: systemClock.now() + day,
      tokenHash: new TextEncoder().encode(`session-${name}`),
    },
    secretId: `card-${teamId}`,
    at: 1,
  })
}

let commands = 0
export const answer = (name: string, wording: string, value: AgreementAnswer) =>
  sqlite.directory.agree({
    commandId: `c-${(commands += 1)}`,
    contentHash: 'x',
    teamId: 'granvik',
    goalId: 'g1',
    personId: `p-${name}`,
    wording: wordingKey(wording),
    answer: value,
    at: commands,
  })

/** Rooms alone: nothing that is derived hears of a change. */
export function startRooms(): void {
  rooms = new Rooms({
    store: sqlite.store,
    clock: systemClock,
    limits: serverLimits,
    log,
    metrics: noMetrics,
  })
}

/** Everything that is derived, on the database of this test. */
export function startServer(): void {
  startRooms()
  const deps = {
    directory: sqlite.directory,
    rooms,
    clock: systemClock,
    onError: (error: unknown) => errors.push(error),
  }
  talk = new Talk(deps)
  stages = new Stage(deps)
  stages.start()
  overviews = new Overview(deps)
  overviews.start()
  online = new Online({ rooms, clock: systemClock })
}

export const show = (choice: Parameters<typeof chooseStage>[1]) =>
  rooms.change('gathering:g-n', (doc) => chooseStage(openGatheringDocument(doc), choice))
export const stage = (doc: Y.Doc) => openStageDocument(doc)
export const newGoal = (id: string, title: string) =>
  rooms.change('team:granvik', (doc) => addGoal(openTeamDocument(doc), { id, title, state: 'chosen', time: 1 }))

/** A database with network `n` of two teams before each test of this file, and what is derived from it. */
export function deriveBeforeEach(): void {
  beforeEach(async () => {
    errors.length = 0
    folder = await mkdtemp(join(tmpdir(), 'samtavle-derived-'))
    sqlite = await openSqlite({ folder, clock: systemClock })
    await network('n', ['granvik', 'storlia'])
    startServer()
  })
  afterEach(async () => {
    talk.stop()
    await Promise.all([stages.stop(), overviews.stop()])
    await rooms.stop()
    await sqlite.close()
    await rm(folder, { recursive: true, force: true })
    expect(errors).toEqual([])
  })
}
