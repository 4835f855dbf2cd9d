import { statfs } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { ServerLimits } from '../limits.ts'
import type { Store } from '../store/store.ts'
import type { Log } from '../sync/metrics.ts'
import { Reserve } from './reserve.ts'

/** `low`: somebody should make room. `full`: boards can only be read. */
export type DiskState = 'enough' | 'low' | 'full'

type Limits = Pick<ServerLimits, 'diskReserveBytes' | 'diskFullBytes' | 'diskLowBytes' | 'diskCheckMs'>

/** Not more often, however many ask. */
const leastBetweenMs = 500

/**
 * Keeps a disk from being filled to the brim by boards. While less than `diskFullBytes` are left every change of a document
 * is refused as a disk would refuse it, so that rooms turn read-only, say so, and go on by themselves when there is room
 * again; reading and signing in go on meanwhile. Where something else filled the disk, the reserve is given up.
 */
export class DiskGuard {
  readonly #folder: string
  readonly #clock: Clock
  readonly #limits: Limits
  readonly #log: Log
  readonly #reserve: Reserve
  readonly #freeOn: (folder: string) => Promise<number>
  #state: DiskState = 'enough'
  #freeBytes = Number.POSITIVE_INFINITY
  #checkedAt = Number.NEGATIVE_INFINITY
  #checking: Promise<void> | null = null
  #timer: TimerHandle | null = null

  /** `freeOn` tells how many bytes are free where a folder is. */
  constructor(args: {
    folder: string
    clock: Clock
    limits: Limits
    log: Log
    freeOn?: (folder: string) => Promise<number>
  }) {
    this.#folder = args.folder
    this.#clock = args.clock
    this.#limits = args.limits
    this.#log = args.log
    this.#freeOn = args.freeOn ?? freeBytesOn
    this.#reserve = new Reserve(args.folder, args.limits.diskReserveBytes)
  }

  get state(): DiskState {
    return this.#state
  }

  /** What was free on the data folder's disk when it was last asked; infinite where a disk does not say. */
  get freeBytes(): number {
    return this.#freeBytes
  }

  /** Looks now, and from then on now and again until `stop`. */
  async start(): Promise<void> {
    await this.check()
    this.#later()
  }

  #later(): void {
    this.#timer = this.#clock.setTimeout(() => {
      void this.#tick().finally(() => this.#timer && this.#later())
    }, this.#limits.diskCheckMs)
  }

  /** The reserve is made here, so that no start has to wait for it. */
  async #tick(): Promise<void> {
    await this.check()
    if (this.#state === 'full') return
    try {
      await this.#reserve.make()
    } catch {
      // The disk fails or has just filled up: the next look, or the store, notices it.
    }
  }

  stop(): void {
    if (this.#timer) this.#clock.clearTimeout(this.#timer)
    this.#timer = null
  }

  /** The store through which documents are written. */
  guard(store: Store): Store {
    return {
      ...store,
      append: (change) => this.#write(() => store.append(change)),
      putSnapshot: (...args) => this.#write(() => store.putSnapshot(...args)),
      saveVersion: (...args) => this.#write(() => store.saveVersion(...args)),
      probe: async () => {
        await this.check()
        await this.#write(() => store.probe())
      },
    }
  }

  /** Finds out how it stands. Never rejects. */
  check(): Promise<void> {
    if (this.#clock.now() - this.#checkedAt < leastBetweenMs) return this.#checking ?? Promise.resolve()
    this.#checkedAt = this.#clock.now()
    this.#checking = this.#look().finally(() => (this.#checking = null))
    return this.#checking
  }

  // Not async: what is asked for in one turn has to reach the store in that turn.
  #write<T>(write: () => Promise<T>): Promise<T> {
    if (this.#state === 'full') return Promise.reject(new AppError('storeFailed', { reason: 'diskFull' }))
    return write().catch((error: unknown) => {
      void this.check()
      throw error
    })
  }

  async #look(): Promise<void> {
    const { diskFullBytes, diskLowBytes, diskReserveBytes } = this.#limits
    this.#freeBytes = await this.#freeOn(this.#folder).catch(() => Number.POSITIVE_INFINITY)
    // Once full, the reserve has to find room again as well.
    const needed = diskFullBytes + (this.#state === 'full' ? diskReserveBytes : 0)
    if (this.#freeBytes < needed) await this.#enter('full')
    else await this.#enter(this.#freeBytes < diskLowBytes ? 'low' : 'enough')
  }

  async #enter(state: DiskState): Promise<void> {
    const before = this.#state
    this.#state = state
    if (state === 'full') await this.#reserve.giveUp().catch(() => undefined)
    if (state === before) return
    const freeBytes = this.#freeBytes
    if (state === 'full')
      this.#log.error({ freeBytes }, 'the disk is full: boards can only be read until there is room')
    if (state === 'low') this.#log.warn({ freeBytes }, 'the disk is nearly full: make room on it soon')
    if (state === 'enough') this.#log.info({ freeBytes }, 'there is room on the disk again')
  }
}

async function freeBytesOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
