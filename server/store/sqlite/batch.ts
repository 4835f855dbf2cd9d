import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: AppError }

/**
 * Group commit: runs all jobs in one transaction with one fsync, in order. A job that throws undoes only
 * itself. If the transaction cannot be committed, every job fails with `storeFailed` and nothing of any is kept.
 */
export function runBatch<J, T>(db: DatabaseSync, jobs: readonly J[], run: (job: J) => T): Outcome<T>[] {
  try {
    db.exec('BEGIN IMMEDIATE')
    const outcomes = jobs.map((job) => runAlone(db, job, run))
    db.exec('COMMIT')
    return outcomes
  } catch (cause) {
    undo(db)
    return jobs.map(() => ({ ok: false, error: new AppError('storeFailed', {}, cause) }))
  }
}

/** Runs one read outside any transaction. */
export function runRead<J, T>(job: J, run: (job: J) => T): Outcome<T> {
  try {
    return { ok: true, value: run(job) }
  } catch (error) {
    return { ok: false, error: expected(error) }
  }
}

function runAlone<J, T>(db: DatabaseSync, job: J, run: (job: J) => T): Outcome<T> {
  db.exec('SAVEPOINT job')
  try {
    const value = run(job)
    db.exec('RELEASE job')
    return { ok: true, value }
  } catch (error) {
    // A full disk and the like end the whole transaction: then there is nothing to go on from.
    if (!db.isTransaction) throw error
    db.exec('ROLLBACK TO job; RELEASE job')
    return { ok: false, error: expected(error) }
  }
}

/**
 * After a COMMIT that failed in its fsync the frames may lie in the write-ahead log, valid to a process that
 * reads it after a crash. Emptying the log takes that chance away; on a disk that is gone it fails too, and
 * the next commit writes over them.
 */
function undo(db: DatabaseSync): void {
  try {
    if (db.isTransaction) db.exec('ROLLBACK')
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // The jobs are rejected already; there is nobody else to tell.
  }
}

/** SQLITE_CONSTRAINT_FOREIGNKEY */
const foreignKey = 787

function expected(error: unknown): AppError {
  if (error instanceof AppError) return error
  // It points at a network, team or person that is not there.
  if (error instanceof Error && 'errcode' in error && error.errcode === foreignKey) {
    return new AppError('notFound', {}, error)
  }
  return new AppError('storeFailed', {}, error)
}
