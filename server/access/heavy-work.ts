import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'

/** A job that takes longer (a disk that hangs) no longer keeps the next from its turn, ms. */
const longestMs = 30_000
const longestPauseMs = 5_000

type Job = { run: () => Promise<void> }

/**
 * Requests that cost more than others: a whole board is made, written or looked through. One at a time over the whole
 * server, with a pause as long as it took before the next, so that everybody's edits go on meanwhile; and by person in
 * turn, so that whoever asks for a hundred waits for themself.
 */
export class HeavyWork {
  readonly #clock: Clock
  readonly #waitingPerPerson: number
  /** by person, the one whose turn is next first */
  readonly #jobs = new Map<string, Job[]>()
  #busy = false

  constructor(args: { clock: Clock; waitingPerPerson: number }) {
    this.#clock = args.clock
    this.#waitingPerPerson = args.waitingPerPerson
  }

  /** Does it when its turn comes. Rejects as it does, or `tooManyTries` when the person has too much waiting already. */
  run<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const waiting = this.#jobs.get(personId) ?? []
    if (waiting.length >= this.#waitingPerPerson) return Promise.reject(new AppError('tooManyTries'))
    const done = new Promise<T>((resolve, reject) => {
      waiting.push({ run: () => Promise.resolve().then(work).then(resolve, reject) })
    })
    this.#jobs.set(personId, waiting)
    this.#next()
    return done
  }

  #next(): void {
    if (this.#busy) return
    const [personId, waiting] = this.#jobs.entries().next().value ?? []
    if (personId === undefined || waiting === undefined) return
    const job = waiting.shift()
    // Who has more waiting goes behind the others.
    this.#jobs.delete(personId)
    if (waiting.length > 0) this.#jobs.set(personId, waiting)
    if (job) this.#begin(job)
  }

  #begin(job: Job): void {
    this.#busy = true
    const from = this.#clock.now()
    const next = () => {
      this.#busy = false
      this.#next()
    }
    let isOver = false
    const over = () => {
      if (isOver) return
      isOver = true
      this.#clock.clearTimeout(patience)
      this.#clock.setTimeout(next, Math.min(this.#clock.now() - from, longestPauseMs))
    }
    const patience = this.#clock.setTimeout(over, longestMs)
    void job.run().finally(over)
  }
}
