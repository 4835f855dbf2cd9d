import { parentPort, workerData } from 'node:worker_threads'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { StartFailure } from '../start-failure.ts'
import { allCalls } from './all-calls.ts'
import { runBatch, runRead, type Outcome } from './batch.ts'
import { callKinds, runCall, type CallName, type CallResults, type Job, type JobOf, type SyncCalls } from './calls.ts'
import { toWire, type Answer, type Commit, type FromWorker, type ToWorker } from './messages.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'
import { buffersIn } from './transfer.ts'

/*
 * The thread that owns the only connection. Jobs that arrive while a transaction is being committed lie in
 * the port until it is over; the next round takes them all, and so they share one fsync.
 */

const gzipped = promisify(gzip)
const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread')

function send(message: FromWorker): void {
  port?.postMessage(message, buffersIn(message))
}

function start(folder: string): { opened: OpenDatabase; calls: SyncCalls } | null {
  let opened: OpenDatabase | null = null
  try {
    opened = openDatabase(folder)
    return { opened, calls: allCalls(opened.db) }
  } catch (error) {
    opened?.close()
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    send({ type: 'startFailure', kind: error instanceof StartFailure ? error.kind : 'storeBroken', cause })
    return null
  }
}

/** Reads whose answers share a message. */
const readsTogether = 16
/** Large ones: so long, ms. The other thread takes as long to take them in. */
const togetherMs = 5
/** After so long of reading, what is to be written meanwhile has its turn, ms. */
const readingMs = 20

function serve({ opened, calls }: { opened: OpenDatabase; calls: SyncCalls }): void {
  let waiting: Job[] = []
  let scheduled = false
  let closing = false
  let compressing = 0

  function round(): void {
    scheduled = false
    const jobs = waiting
    waiting = []
    const groups = betweenLoners(jobs)
    for (const group of groups) runGroup(group, groups.length === 1)
    if (!closing || compressing > 0 || waiting.length > 0) return
    opened.close()
    port?.close()
  }

  /** `mayPause`: nothing waits behind it that must not come before. */
  function runGroup(jobs: Job[], mayPause: boolean): void {
    const writes = jobs.filter((job) => callKinds[job.name] === 'write')
    if (writes.length > 0) send({ type: 'answers', ...commit(writes) })
    const reads = jobs.filter((job) => callKinds[job.name] !== 'write')
    const began = performance.now()
    let sentAt = began
    let answers: Answer[] = []
    for (const [index, job] of reads.entries()) {
      answers.push(answer(job, runRead(job, run)))
      const now = performance.now()
      const isLast = index === reads.length - 1
      // Some at a time: each message wakes the other thread, and the first asker need not wait for the last.
      if (answers.length < readsTogether && now - sentAt < togetherMs && !isLast) continue
      send({ type: 'answers', answers, commit: null })
      answers = []
      sentAt = now
      if (!mayPause || isLast || now - began < readingMs) continue
      // Hundreds of large ones would hold up everybody's edits.
      waiting = [...reads.slice(index + 1), ...waiting]
      return schedule()
    }
  }

  /** Outside of any transaction, and by another thread: a large state takes longer than a commit may. */
  async function compress(job: JobOf<'saveVersion'>): Promise<void> {
    compressing += 1
    const [documentId, version] = job.args
    try {
      const state = new Uint8Array(await gzipped(version.state, { chunkSize: 256 * 1024 }))
      waiting.push({ ...job, args: [documentId, { ...version, state }] })
    } catch (cause) {
      const error = new AppError('storeFailed', { documentId }, cause)
      send({ type: 'answers', answers: [answer(job, { ok: false, error })], commit: null })
    }
    compressing -= 1
    schedule()
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    // After the port is empty: what came while the last transaction ran goes in this one.
    setImmediate(round)
  }

  function run(job: Job): CallResults[CallName] {
    return runCall(calls, job)
  }

  function commit(writes: Job[]): { answers: Answer[]; commit: Commit } {
    const from = performance.now()
    const outcomes = runBatch(opened.db, writes, run)
    const durationMs = performance.now() - from
    const answers = writes.flatMap((job, index) => {
      const outcome = outcomes[index]
      return outcome ? [answer(job, outcome)] : []
    })
    return { answers, commit: { jobs: writes.length, durationMs } }
  }

  port?.on('message', (message: ToWorker) => {
    if (message.type === 'close') closing = true
    else {
      for (const job of message.jobs) {
        if (job.name === 'saveVersion') void compress(job)
        else waiting.push(job)
      }
    }
    schedule()
  })
}

/** Splits jobs, in their order, so that what must run alone is in a group of its own. */
function betweenLoners(jobs: readonly Job[]): Job[][] {
  const groups: Job[][] = [[]]
  for (const job of jobs) {
    if (callKinds[job.name] === 'alone') groups.push([job], [])
    else groups.at(-1)?.push(job)
  }
  return groups
}

function answer(job: Job, outcome: Outcome<CallResults[CallName]>): Answer {
  return outcome.ok
    ? { id: job.id, ok: true, value: outcome.value }
    : { id: job.id, ok: false, error: toWire(outcome.error) }
}

const started = start((workerData as { folder: string }).folder)
if (started) {
  serve(started)
  send({ type: 'ready' })
}
