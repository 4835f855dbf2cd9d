import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { MemoryDisk } from './memory-disk.ts'
import type { NewDocument } from './directory.ts'
import type {
  Append,
  HistoryPage,
  HistoryQuery,
  NewVersion,
  Purged,
  Rewrite,
  Store,
  StoredDocument,
  VersionRow,
} from './store.ts'

/** A write on its way: `apply` runs it on a disk, all or nothing. */
type Job = { apply: (disk: MemoryDisk) => void; reject: (error: AppError) => void; answer: () => void }

/** Delays in ms, asked for at every commit and read, so that a simulation can draw them from its seed. */
export type MemoryTimes = { commitMs: () => number; readMs: () => number }

const atOnce: MemoryTimes = { commitMs: () => 0, readMs: () => 0 }

/**
 * A `Store` for simulations. Time passes only by the injected clock: a commit takes `commitMs`, and what
 * arrives meanwhile shares the next one, as with a real disk. The disk outlives the store: `crash()` and go on.
 */
export class MemoryStore implements Store {
  readonly #clock: Clock
  readonly #times: MemoryTimes
  readonly #disk: MemoryDisk
  #waiting: Job[] = []
  #underWay: Job[] = []
  /** true for the rest of the turn in which an idle disk got work */
  #joinable = false
  #failures = { commit: 0, open: 0 }
  #state: 'open' | 'closing' | 'closed' | 'crashed' = 'open'
  #whenIdle: (() => void)[] = []
  /** how many commits reached the disk */
  commits = 0

  constructor(clock: Clock, times: MemoryTimes = atOnce, disk: MemoryDisk = new MemoryDisk()) {
    this.#clock = clock
    this.#times = times
    this.#disk = disk
  }

  /** Makes a document at once, as the directory does with what it belongs to. */
  create(document: NewDocument): void {
    this.#disk.create(document)
  }

  open(documentId: string): Promise<StoredDocument | null> {
    return this.#read((disk) => {
      if (this.#takeFailure('open')) throw storeFailed()
      return disk.read(documentId)
    })
  }

  append(change: Append): Promise<number> {
    const copy = { ...change, update: new Uint8Array(change.update) }
    return this.#write((disk) => disk.append(copy))
  }

  putSnapshot(
    documentId: string,
    epoch: string,
    sequence: number,
    snapshot: Uint8Array,
    stateVector?: Uint8Array,
  ): Promise<void> {
    const bytes = new Uint8Array(snapshot)
    const copy = { sequence, bytes, stateVector: stateVector ? new Uint8Array(stateVector) : null }
    const at = this.#clock.now()
    return this.#write((disk) => disk.putSnapshot(documentId, epoch, copy, at))
  }

  markTidied(documentId: string, version: number, at: number): Promise<void> {
    return this.#write((disk) => disk.markTidied(documentId, version, at))
  }

  sweep(before: number): Promise<number> {
    return this.#write((disk) => disk.sweep(before, this.#clock.now()))
  }

  saveVersion(documentId: string, version: NewVersion): Promise<number> {
    const copy = { ...version, state: new Uint8Array(version.state) }
    return this.#write((disk) => disk.saveVersion(documentId, copy))
  }

  versions(documentId: string): Promise<VersionRow[]> {
    return this.#read((disk) => disk.versions(documentId))
  }

  readVersion(id: number): Promise<(VersionRow & { state: Uint8Array }) | null> {
    return this.#read((disk) => disk.readVersion(id))
  }

  history(documentId: string, query: HistoryQuery): Promise<HistoryPage> {
    return this.#read((disk) => disk.history(documentId, query))
  }

  async purge(rewrites: Rewrite[]): Promise<Purged> {
    const copy = rewrites.map((each) => ({
      ...each,
      snapshot: new Uint8Array(each.snapshot),
      stateVector: each.stateVector && new Uint8Array(each.stateVector),
    }))
    await this.#write((disk) => disk.purge(copy))
    return { clean: true, backups: [] }
  }

  backups(): Promise<[]> {
    return Promise.resolve([])
  }

  probe(): Promise<void> {
    return this.#write(() => undefined)
  }

  async close(): Promise<void> {
    if (this.#state === 'open') this.#state = 'closing'
    if (this.#underWay.length > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
    if (this.#state === 'closing') this.#state = 'closed'
  }

  /** The next `count` commits, or the next `count` calls of `open`, fail. 0 ends it. */
  failNext(what: 'commit' | 'open', count = 1): void {
    this.#failures[what] = count
  }

  /**
   * The process dies: no promise of this store is ever settled again. Of the commit under way all or nothing
   * is on disk, as `underWay` says; what waited for the next one is lost. Returns the store of the next process.
   */
  crash(underWay: 'lost' | 'written' = 'lost'): MemoryStore {
    if (this.#state === 'crashed') throw new Error('a store crashes once')
    this.#state = 'crashed'
    if (underWay === 'written') this.#apply(this.#underWay)
    return new MemoryStore(this.#clock, this.#times, this.#disk)
  }

  #read<T>(run: (disk: MemoryDisk) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#state !== 'open') return reject(storeFailed())
      this.#clock.setTimeout(() => {
        if (this.#state === 'crashed') return
        try {
          resolve(run(this.#disk))
        } catch (error) {
          reject(error instanceof AppError ? error : storeFailed(error))
        }
      }, this.#times.readMs())
    })
  }

  #write<T>(run: (disk: MemoryDisk) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#state !== 'open') return reject(storeFailed())
      let answer = (): void => undefined
      const apply = (disk: MemoryDisk): void => {
        const value = run(disk)
        answer = () => resolve(value)
      }
      const job = { apply, reject, answer: () => answer() }
      // As with the real store, what is asked for in one turn shares a commit: it fails or succeeds together.
      if (this.#joinable) return void this.#underWay.push(job)
      this.#waiting.push(job)
      if (this.#underWay.length > 0) return
      this.#startCommit()
      this.#joinable = true
      queueMicrotask(() => (this.#joinable = false))
    })
  }

  #startCommit(): void {
    this.#underWay = this.#waiting
    this.#waiting = []
    if (this.#underWay.length > 0) this.#clock.setTimeout(() => this.#endCommit(), this.#times.commitMs())
    else for (const idle of this.#whenIdle.splice(0)) idle()
  }

  #endCommit(): void {
    if (this.#state === 'crashed') return
    if (this.#takeFailure('commit')) for (const job of this.#underWay) job.reject(storeFailed())
    else for (const job of this.#apply(this.#underWay)) job.answer()
    this.#startCommit()
  }

  /** Each job on its own: one that is refused harms no other. Returns those that are on disk. */
  #apply(jobs: Job[]): Job[] {
    this.commits += 1
    return jobs.filter((job) => {
      try {
        job.apply(this.#disk)
        return true
      } catch (error) {
        if (this.#state !== 'crashed') job.reject(error instanceof AppError ? error : storeFailed(error))
        return false
      }
    })
  }

  #takeFailure(what: 'commit' | 'open'): boolean {
    if (this.#failures[what] <= 0) return false
    this.#failures[what] -= 1
    return true
  }
}

function storeFailed(cause?: unknown): AppError {
  return new AppError('storeFailed', {}, cause)
}
