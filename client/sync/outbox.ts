import type { Clock, TimerHandle } from '../../shared/clock.ts'
import type { CommandOf } from '../../shared/commands.ts'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { reconnectDelay } from './backoff.ts'
import { OutboxDatabase, type OutboxRow } from './outbox-database.ts'
import { StateStore, type Readable } from './state-store.ts'

/**
 * One comment on its way. `sending`: not tried yet, or being tried · `waiting`: the server did not answer · `sent`:
 * the server has it, and the talk has not shown it yet · `refused`: the server will not have it, its words are kept.
 */
export type OutboxEntry = {
  readonly command: CommandOf<'comment'>
  readonly writtenAt: number
  readonly state: 'sending' | 'waiting' | 'sent' | 'refused'
  readonly code: ErrorCode | null
}

export type OutboxOptions = {
  /** whose comments these are: another person on the same device has others, and never sends these */
  personId: string
  /** null: this browser keeps nothing, so what waits lives as long as the page */
  factory: IDBFactory | null
  /** Resolves when the server has it; rejects with an `AppError` that the server answered, or anything else for no answer. */
  send: (command: CommandOf<'comment'>) => Promise<unknown>
  clock: Clock
  random: () => number
}

/** Answers that say nothing about the comment itself: it is tried again. */
const passing: readonly ErrorCode[] = [
  'storeFailed',
  'stopping',
  'internal',
  'tooManyTries',
  'notSignedIn',
  'takenOver',
]

/**
 * Comments wait here until the server has them. Each has its id from the beginning, so that one which is sent twice
 * (a lost answer, two tabs) is written once. The device's list is the truth: every round begins by reading it.
 */
export class Outbox {
  readonly entries: Readable<readonly OutboxEntry[]>
  /** how many the server does not have */
  readonly waiting: Readable<number>
  /** whether a reload finds them again */
  readonly kept = new StateStore(true)
  readonly #entries = new StateStore<readonly OutboxEntry[]>([])
  readonly #waiting = new StateStore(0)
  readonly #options: OutboxOptions
  readonly #opening: Promise<OutboxDatabase | null>
  /** what the device's list has held */
  readonly #known = new Set<string>()
  /** what is sent or thrown away, though the device's list may hold it a moment longer */
  readonly #done = new Set<string>()
  #round: Promise<void> | null = null
  #again = false
  #attempt = 0
  #timer: TimerHandle | null = null
  #closed = false

  constructor(options: OutboxOptions) {
    this.entries = this.#entries
    this.waiting = this.#waiting
    this.#options = options
    this.#opening = this.#open()
    if (options.factory) this.check()
  }

  async #open(): Promise<OutboxDatabase | null> {
    const { factory, personId } = this.#options
    if (factory) {
      try {
        return await OutboxDatabase.open(factory, personId)
      } catch {
        // Without a database what is written waits as long as the page is open; `kept` says so.
      }
    }
    this.kept.set(false)
    return null
  }

  /** Takes over a comment. Resolves when it is on the device, or is known not to be; sending goes on by itself. */
  async add(command: CommandOf<'comment'>): Promise<void> {
    const row: OutboxRow = { command, writtenAt: this.#options.clock.now(), refused: null }
    this.#show([...this.#entries.get(), { command, writtenAt: row.writtenAt, state: 'sending', code: null }])
    await this.#keep((database) => database.put(row), command.id)
    this.check()
  }

  /** Tries now: the net may have come back, or the page is looked at again. */
  check(): void {
    if (this.#closed) return
    if (this.#timer) this.#options.clock.clearTimeout(this.#timer)
    this.#timer = null
    if (this.#round) {
      this.#again = true
      return
    }
    this.#round = this.#sendAll().finally(() => {
      this.#round = null
      if (!this.#again) return
      this.#again = false
      this.check()
    })
  }

  /** Tries one again that the server would not have. */
  retry(id: string): void {
    this.#change(id, { state: 'sending', code: null })
    void this.#keep((database) => database.refuse(id, null), id).then(() => this.check())
  }

  /** Throws one away that the server does not have. */
  async discard(id: string): Promise<void> {
    this.#done.add(id)
    this.#show(this.#entries.get().filter(({ command }) => command.id !== id))
    await this.#keep((database) => database.remove(id), null)
  }

  /** These can be read in the talk, also if the answer to them was lost: they need no place here any more. */
  arrived(ids: ReadonlySet<string>): void {
    for (const { command } of this.#entries.get()) if (ids.has(command.id)) void this.discard(command.id)
  }

  /** What waits stays on the device. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) this.#options.clock.clearTimeout(this.#timer)
    this.#timer = null
    await this.#round
    ;(await this.#opening)?.close()
  }

  async #sendAll(): Promise<void> {
    await this.#read()
    let failed = false
    for (const { command } of this.#entries.get().filter(({ state }) => state === 'sending' || state === 'waiting')) {
      if (this.#closed) return
      const entry = this.#entries.get().find((each) => each.command.id === command.id)
      if (entry && !(await this.#sendOne(command))) failed = true
    }
    this.#attempt = failed ? this.#attempt + 1 : 0
    if (failed && !this.#closed) {
      const delayMs = 1_000 + reconnectDelay(this.#attempt, this.#options.random)
      this.#timer = this.#options.clock.setTimeout(() => this.check(), delayMs)
    }
  }

  /** False when it is to be tried again. */
  async #sendOne(command: CommandOf<'comment'>): Promise<boolean> {
    try {
      await this.#options.send(command)
    } catch (error) {
      if (!(error instanceof AppError) || passing.includes(error.code)) {
        this.#change(command.id, { state: 'waiting', code: error instanceof AppError ? error.code : null })
        return false
      }
      this.#change(command.id, { state: 'refused', code: error.code })
      await this.#keep((database) => database.refuse(command.id, error.code), null)
      return true
    }
    this.#done.add(command.id)
    this.#change(command.id, { state: 'sent', code: null })
    await this.#keep((database) => database.remove(command.id), null)
    return true
  }

  /** Takes over what the device has: what another tab added comes, what it sent or threw away goes. */
  async #read(): Promise<void> {
    let rows: OutboxRow[]
    try {
      const database = await this.#opening
      if (!database) return
      rows = await database.all()
    } catch {
      return this.kept.set(false)
    }
    const before = new Map(this.#entries.get().map((entry) => [entry.command.id, entry]))
    const onDevice = new Set(rows.map(({ command }) => command.id))
    const gone = (entry: OutboxEntry) =>
      entry.state !== 'sent' && this.#known.has(entry.command.id) && !onDevice.has(entry.command.id)
    for (const id of onDevice) this.#known.add(id)
    const added = rows.filter(({ command: { id } }) => !before.has(id) && !this.#done.has(id)).map(fromRow)
    this.#show([...[...before.values()].filter((entry) => !gone(entry)), ...added])
  }

  /** Does something with the database. `id`: from then on the device is known to have it. */
  async #keep(work: (database: OutboxDatabase) => Promise<void>, id: string | null): Promise<void> {
    try {
      const database = await this.#opening
      if (!database) return
      await work(database)
      if (id !== null) this.#known.add(id)
    } catch {
      this.kept.set(false)
    }
  }

  #change(id: string, change: Pick<OutboxEntry, 'state' | 'code'>): void {
    this.#show(this.#entries.get().map((entry) => (entry.command.id === id ? { ...entry, ...change } : entry)))
  }

  #show(entries: readonly OutboxEntry[]): void {
    this.#entries.set(entries)
    this.#waiting.set(entries.filter(({ state }) => state === 'sending' || state === 'waiting').length)
  }
}

function fromRow({ command, writtenAt, refused }: OutboxRow): OutboxEntry {
  return { command, writtenAt, state: refused === null ? 'sending' : 'refused', code: refused }
}
