import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../../shared/errors.ts'

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: AppError }

/** Statements that every commit needs, parsed once. */
type Steps = Record<'begin' | 'commit' | 'savepoint' | 'release', () => void>

const stepsOf = new WeakMap<DatabaseSync, Steps>()

function steps(db: DatabaseSync): Steps {
  const known = stepsOf.get(db)
  if (known) return known
  const step = (sql: string): (() => void) => {
    const statement = db.prepare(sql)
    return () => void statement.run()
  }
  const made: Steps = {
    begin: step('BEGIN IMMEDIATE'),
    commit: step('COMMIT'),
    savepoint: step('SAVEPOINT job'),
    release: step('RELEASE job'),
  }
  stepsOf.set(db, made)
  return made
}

/**
 * Group commit: runs all jobs in one transaction with one fsync, in order. A job that throws undoes only
 * itself. If the transaction cannot be committed, every job fails with `storeFailed` and nothing of any is kept.
 * Jobs hardly ever throw, so a savepoint for each is set only once one has: then all are run again from the start.
 */
export function runBatch<J, T>(db: DatabaseSync, jobs: readonly J[], run: (job: J) => T): Outcome<T>[] {
  try {
    return runTogether(db, jobs, run) ?? runApart(db, jobs, run)
  } catch (cause) {
    undo(db)
    return jobs.map(() => ({ ok: false, error: new AppError('storeFailed', {}, cause) }))
  }
}

/** Null if a job threw; then nothing has happened. */
function runTogether<J, T>(db: DatabaseSync, jobs: readonly J[], run: (job: J) => T): Outcome<T>[] | null {
  const { begin, commit } = steps(db)
  begin()
  let outcomes: Outcome<T>[]
  try {
    outcomes = jobs.map((job) => ({ ok: true, value: run(job) }))
  } catch (error) {
    // A full disk and the like end the whole transaction: then there is nothing to go on from.
    if (!db.isTransaction) throw error
    db.exec('ROLLBACK')
    return null
  }
  commit()
  return outcomes
}

function runApart<J, T>(db: DatabaseSync, jobs: readonly J[], run: (job: J) => T): Outcome<T>[] {
  const { begin, commit } = steps(db)
  begin()
  const outcomes = jobs.map((job) => runAlone(db, job, run))
  commit()
  return outcomes
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
  const { savepoint, release } = steps(db)
  savepoint()
  try {
    const value = run(job)
    release()
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
