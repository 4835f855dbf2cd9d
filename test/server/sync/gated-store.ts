import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../server/clock.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import type { Append, Store } from '../../../server/store/store.ts'
import { AppError } from '../../../shared/errors.ts'
import { initialState } from '../../../shared/schema/migrations.ts'

/** The real store on disk, with a gate before its commits that a test opens, shuts or breaks. */
export type GatedStore = {
  store: Store
  /** from now on commits wait until `open` */
  shut(): void
  open(): void
  /** the next commit that waits, or comes, fails and writes nothing */
  failNext(): void
  failOpens(count: number): void
  /** how many commits have been asked for */
  asked(): number
  remove(): Promise<void>
}

/** A network with one team's and one gathering's documents, on a fresh folder. */
export async function gatedStore(teamId = 'a', networkId = 'n', gatheringId = 'g'): Promise<GatedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-room-'))
  const sqlite = await openSqlite({ folder, clock: systemClock })
  const at = systemClock.now()
  const document = (id: string, kind: 'team' | 'talk' | 'gathering' | 'stage' | 'overview') => ({
    id,
    epoch: `e-${id}`,
    snapshot: initialState(kind),
  })
  await sqlite.directory.createNetwork({
    id: networkId,
    name: 'Nett',
    facilitatorId: null,
    at,
    documents: [
      document(`overview:${networkId}`, 'overview'),
      document(`team:${teamId}`, 'team'),
      document(`talk:${teamId}`, 'talk'),
      document(`gathering:${gatheringId}`, 'gathering'),
      document(`stage:${gatheringId}`, 'stage'),
    ],
  })
  let gate: Promise<void> = Promise.resolve()
  let openGate = (): void => undefined
  let failing = 0
  let failingOpens = 0
  let asked = 0
  const store: Store = {
    ...sqlite.store,
    open: async (id) => {
      if (failingOpens > 0) {
        failingOpens -= 1
        throw new AppError('storeFailed')
      }
      return sqlite.store.open(id)
    },
    append: async (change: Append) => {
      asked += 1
      await gate
      if (failing > 0) {
        failing -= 1
        throw new AppError('storeFailed')
      }
      return sqlite.store.append(change)
    },
  }
  return {
    store,
    shut: () => {
      gate = new Promise((resolve) => (openGate = resolve))
    },
    open: () => openGate(),
    failNext: () => (failing += 1),
    failOpens: (count) => (failingOpens = count),
    asked: () => asked,
    remove: async () => {
      openGate()
      await sqlite.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
