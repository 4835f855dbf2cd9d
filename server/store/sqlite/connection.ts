import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import { StartFailure } from '../start-failure.ts'
import type { CallArgs, CallName, CallResults, Job, JobOf } from './calls.ts'
import { fromWire, type Answer, type Commit, type FromWorker, type ToWorker } from './messages.ts'
import { buffersIn, tightCopy } from './transfer.ts'

type Waiting = { resolve: (value: CallResults[CallName]) => void; reject: (error: AppError) => void }

/** The main thread's end of the worker. */
export type Connection = {
  call: <K extends CallName>(name: K, ...args: CallArgs[K]) => Promise<CallResults[K]>
  close: () => Promise<void>
}

/** Starts the worker on a folder. Rejects with a `StartFailure`. */
export async function connect(folder: string, onCommit: (commit: Commit) => void): Promise<Connection> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { folder } })
  const waiting = new Map<number, Waiting>()
  let jobs: Job[] = []
  let lastId = 0
  let ended: Promise<void> | null = null

  function settle(answer: Answer): void {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.ok) call?.resolve(answer.value)
    else call?.reject(fromWire(answer.error))
  }

  function failAll(cause: unknown): void {
    for (const call of waiting.values()) call.reject(new AppError('storeFailed', {}, cause))
    waiting.clear()
  }

  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      ended ??= exited
      failAll(new Error('the storage thread has ended'))
      resolve()
    })
  })

  await new Promise<void>((resolve, reject) => {
    void exited.then(() => reject(new StartFailure('storeBroken', folder)))
    worker.once('error', (error) => {
      reject(new StartFailure('storeBroken', folder, error))
      failAll(error)
    })
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'ready') return resolve()
      if (message.type === 'startFailure') {
        return reject(new StartFailure(message.kind, folder, new Error(message.cause)))
      }
      if (message.commit) onCommit(message.commit)
      message.answers.forEach(settle)
    })
  })

  function post(message: ToWorker): void {
    worker.postMessage(message, buffersIn(message))
  }

  /** Everything asked for in one go crosses as one message. */
  function flush(): void {
    const sent = jobs
    jobs = []
    if (sent.length > 0) post({ type: 'jobs', jobs: sent })
  }

  return {
    call<K extends CallName>(name: K, ...args: CallArgs[K]): Promise<CallResults[K]> {
      if (ended) return Promise.reject(new AppError('storeFailed', {}, new Error('the store is closed')))
      return new Promise<CallResults[K]>((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve: (value) => resolve(value as CallResults[K]), reject })
        const job: JobOf<K> = { id: lastId, name, args: tightCopy(args) }
        if (jobs.push(job as Job) === 1) queueMicrotask(flush)
      })
    },

    close() {
      if (!ended) {
        flush()
        post({ type: 'close' })
        ended = exited
      }
      return ended
    },
  }
}
