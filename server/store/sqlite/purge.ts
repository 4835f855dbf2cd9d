import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'
import type { Rewrite } from '../store.ts'
import { runBatch } from './batch.ts'
import type { SyncCalls } from './calls.ts'
import { headSql, type Head } from './kept.ts'
import { busyTimeoutMs } from './open-database.ts'
import { query } from './query.ts'
import type { WriteSnapshot } from './write-snapshot.ts'

/**
 * Rewrites documents so that what was in them is nowhere in the folder. Not within a shared transaction: after
 * its own, the whole file is written anew, since SQLite leaves what it deletes in free pages and in the gaps of
 * used ones.
 */
export function purgeCalls(
  db: DatabaseSync,
  parts: { writeSnapshot: WriteSnapshot; removeRows: (documentId: string, upTo: number) => number },
): Pick<SyncCalls, 'purge' | 'purges' | 'cleanUp'> {
  const head = query<[string], Head>(db, headSql)
  const changeEpoch = query<[string, string]>(db, 'UPDATE documents SET epoch = ? WHERE id = ?')
  const removals = ['snapshots', 'superfluous', 'versions', 'damaged'].map((table) =>
    query<[string]>(db, `DELETE FROM ${table} WHERE document_id = ?`),
  )
  const addPurge = query<[string, number]>(db, 'INSERT INTO purges (document_id, at) VALUES (?, ?)')
  const allPurges = query<[], { documentId: string; at: number; createdAt: number }>(
    db,
    `SELECT document_id AS documentId, at, created_at AS createdAt FROM purges
     JOIN documents ON documents.id = document_id ORDER BY at, purges.id`,
  )
  const uncleaned = query<[], { count: number }>(db, 'SELECT count(*) AS count FROM purges WHERE cleaned_at IS NULL')
  const setCleaned = query<[number]>(db, 'UPDATE purges SET cleaned_at = ? WHERE cleaned_at IS NULL')

  /** whether the file was written anew since the last purge of this process */
  let rewritten = false

  function rewrite({ documentId, epoch, newEpoch, snapshot, stateVector }: Rewrite, at: number): void {
    const found = head.get(documentId)
    if (!found) throw new AppError('notFound', { documentId })
    if (found.epoch !== epoch) throw new AppError('epochChanged', { documentId })
    parts.removeRows(documentId, Number.MAX_SAFE_INTEGER)
    for (const each of removals) each.run(documentId)
    parts.writeSnapshot(documentId, found.lastSequence, snapshot, stateVector, at)
    changeEpoch.run(newEpoch, documentId)
    addPurge.run(documentId, at)
  }

  /** False while a trace may be left: the disk is full, or somebody reads an older state of the file. */
  function cleanUp(at: number): boolean {
    if (uncleaned.get()?.count === 0) return true
    try {
      // A backup that is being made is not worth stopping everybody else for.
      db.exec('PRAGMA busy_timeout = 100')
      if (!rewritten) db.exec('VACUUM')
      rewritten = true
      const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
      if (checkpoint?.['busy'] !== 0) return false
      setCleaned.run(at)
      return true
    } catch {
      return false
    } finally {
      db.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    }
  }

  return {
    purge(rewrites, at) {
      const run = () => rewrites.forEach((each) => rewrite(each, at))
      const [outcome] = runBatch(db, [run], (job) => job())
      if (outcome?.ok === false) throw outcome.error
      rewritten = false
      return cleanUp(at)
    },
    purges: () => allPurges.all(),
    cleanUp,
  }
}
