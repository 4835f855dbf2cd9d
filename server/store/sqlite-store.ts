import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { readBackups } from '../backup/backup-list.ts'
import { serverLimits } from '../limits.ts'
import type { Connection } from './sqlite/connection.ts'
import type { Slice } from './sqlite/calls.ts'
import type { Store } from './store.ts'

/** How long after a purge that could not be finished it is tried again. */
const cleanAgainMs = 60_000

/** The store over the worker. What takes long is asked for in slices, so that edits go between them. */
export function sqliteStore({ call, close }: Connection, folder: string, clock: Clock): Store {
  let timer: TimerHandle | null = null

  function cleanLater(): void {
    if (timer !== null) return
    timer = clock.setTimeout(() => {
      timer = null
      void cleanUp()
    }, cleanAgainMs)
  }

  /** Once the store is closed the next start does it. */
  async function cleanUp(): Promise<void> {
    const clean = await call('cleanUp', clock.now()).catch(() => true)
    if (!clean) cleanLater()
  }

  async function backups(): ReturnType<Store['backups']> {
    const purges = await call('purges')
    return (await readBackups(folder)).map((backup) => ({
      ...backup,
      purged: purges
        .filter(({ at, createdAt }) => createdAt <= backup.at && backup.at <= at)
        .map(({ documentId, at }) => ({ documentId, at })),
    }))
  }

  // What a process that died in the middle of a purge has left.
  void cleanUp()

  return {
    async open(documentId) {
      const stored = await call('open', documentId)
      // On a disk that is full it is found anew at the next opening.
      if (stored && stored.damage.length > 0) await call('setAside', documentId, clock.now()).catch(() => undefined)
      return stored
    },
    append: (change) => call('append', change),
    putSnapshot: (documentId, epoch, sequence, snapshot, stateVector) =>
      call('putSnapshot', documentId, epoch, sequence, snapshot, stateVector ?? null, clock.now()),
    markTidied: (documentId, version, at) => call('markTidied', documentId, version, at),
    async sweep(before) {
      await inSlices(() => call('pruneVersions', clock.now(), serverLimits.versionsPrunedPerCommit))
      return inSlices(() => call('sweepSome', before, serverLimits.sweptPerCommit))
    },
    saveVersion: (documentId, version) => call('saveVersion', documentId, version),
    versions: (documentId) => call('versions', documentId),
    readVersion: (id) => call('readVersion', id),
    history: (documentId, query) => call('history', documentId, { ...query, most: serverLimits.historyPage }),
    async purge(rewrites) {
      const at = clock.now()
      const clean = await call('purge', rewrites, at)
      if (!clean) cleanLater()
      const ids = rewrites.map(({ documentId }) => documentId)
      const holding = (await backups()).filter(({ purged }) =>
        purged.some((purge) => purge.at === at && ids.includes(purge.documentId)),
      )
      return { clean, backups: holding }
    },
    backups,
    probe: () => call('probe'),
    close() {
      if (timer !== null) clock.clearTimeout(timer)
      return close()
    },
  }
}

async function inSlices(next: () => Promise<Slice>): Promise<number> {
  const { removed, more } = await next()
  return removed + (more ? await inSlices(next) : 0)
}
