import { DatabaseSync } from 'node:sqlite'
import { allCalls } from '../../server/store/sqlite/all-calls.ts'
import { runBatch, runRead, type Outcome } from '../../server/store/sqlite/batch.ts'
import {
  callKinds,
  runCall,
  type CallArgs,
  type CallName,
  type CallResults,
  type Job,
  type JobOf,
  type SyncCalls,
} from '../../server/store/sqlite/calls.ts'
import type { Connection } from '../../server/store/sqlite/connection.ts'
import { migrateSql } from '../../server/store/sqlite/schema.ts'
import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { SeededRandom } from './random.ts'

type Waiting = { job: Job; settle: (outcome: Outcome<CallResults[CallName]>) => void }
/** A write that SQL has taken, told of in the order it took them. */
export type Taken = { job: Job; value: CallResults[CallName] }

/**
 * The product's own SQL on a database in memory. It outlives the processes as a disk does; what it takes is told to
 * `onTaken`, whether or not the process lived to hear of it.
 */
export class SimDatabase {
  readonly calls: SyncCalls
  readonly #db: DatabaseSync
  readonly #clock: Clock
  readonly #random: SeededRandom
  readonly #onTaken: (taken: Taken) => void
  #failures = 0

  constructor(clock: Clock, random: SeededRandom, onTaken: (taken: Taken) => void) {
    this.#clock = clock
    this.#random = random
    this.#onTaken = onTaken
    this.#db = new DatabaseSync(':memory:')
    this.#db.exec('PRAGMA foreign_keys = ON')
    migrateSql(this.#db)
    this.calls = allCalls(this.#db)
  }

  /** The next `count` commits fail. 0 ends it. */
  failCommits(count: number): void {
    this.#failures = count
  }

  /** Everything that is anywhere in the tables, as text. */
  dump(): string {
    const tables = this.#db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return JSON.stringify(tables.map(({ name }) => this.#db.prepare(`SELECT * FROM ${String(name)}`).all()))
  }

  close(): void {
    this.#db.close()
  }

  #run(waiting: readonly Waiting[]): Outcome<CallResults[CallName]>[] {
    const jobs = waiting.map(({ job }) => job)
    const outcomes = runBatch(this.#db, jobs, (job) => runCall(this.calls, job))
    for (const [index, job] of jobs.entries()) {
      const outcome = outcomes[index]
      if (outcome?.ok) this.#onTaken({ job, value: outcome.value })
    }
    return outcomes
  }

  /** One process's end of it, as the storage thread gives it: writes share commits, reads see what is durable. */
  connect(): Connection & { crash: (underWay: 'lost' | 'written') => void } {
    const [clock, random] = [this.#clock, this.#random]
    let alive = true
    let closed = false
    let waiting: Waiting[] = []
    let underWay: Waiting[] = []
    let readyAt = 0
    const idle: (() => void)[] = []

    const startCommit = () => {
      underWay = waiting
      waiting = []
      if (underWay.length === 0) return idle.splice(0).forEach((resolve) => resolve())
      clock.setTimeout(endCommit, random.whole(1, random.chance(0.1) ? 300 : 12))
    }
    const endCommit = () => {
      if (!alive) return
      const batch = underWay
      const fails = this.#failures > 0
      if (fails) this.#failures -= 1
      const failed = { ok: false as const, error: new AppError('storeFailed') }
      const outcomes = fails ? batch.map(() => failed) : this.#run(batch)
      batch.forEach(({ settle }, index) => settle(outcomes[index] ?? failed))
      startCommit()
    }
    const write = (job: Waiting) => {
      waiting.push(job)
      // What is asked for in the same turn shares the commit.
      if (underWay.length === 0 && waiting.length === 1) queueMicrotask(() => underWay.length === 0 && startCommit())
    }
    const read = ({ job, settle }: Waiting) => {
      // Answers come in the order of the questions.
      readyAt = Math.max(readyAt, clock.now() + random.whole(0, 8))
      clock.setTimeout(() => alive && settle(runRead(job, () => runCall(this.calls, job))), readyAt - clock.now())
    }

    return {
      call<K extends CallName>(name: K, ...args: CallArgs[K]): Promise<CallResults[K]> {
        if (closed) return Promise.reject(new AppError('storeFailed'))
        return new Promise<CallResults[K]>((resolve, reject) => {
          const job: JobOf<K> = { id: 0, name, args }
          const settle = (outcome: Outcome<CallResults[CallName]>) =>
            outcome.ok ? resolve(outcome.value as CallResults[K]) : reject(outcome.error)
          ;(callKinds[name] === 'write' ? write : read)({ job: job as Job, settle })
        })
      },
      async close() {
        closed = true
        if (waiting.length + underWay.length > 0) await new Promise<void>((resolve) => idle.push(resolve))
      },
      /** kill -9: nothing is answered any more; of the commit under way all or nothing is on disk. */
      crash: (outcome) => {
        alive = false
        closed = true
        if (outcome === 'written') this.#run(underWay)
      },
    }
  }
}
