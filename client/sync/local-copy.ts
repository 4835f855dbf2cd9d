import * as Y from 'yjs'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { CopyDatabase, copyName, forgetEpoch, readEpoch, writeEpoch, type UnsentRow } from './copy-database.ts'
import { localCopyOrigin, serverOrigin, type LocalChanges, type LocalUpdate } from './local-changes.ts'
import { StateStore } from './state-store.ts'

/** A database that answers nothing for so long is done without, ms. */
const openWithinMs = 3_000
/** What comes from the server is on its disk: it can wait a little and be written together, ms. */
const writeReceivedMs = 1_000

export type LocalCopyOptions = {
  /** null where the browser has none, or hides it */
  factory: IDBFactory | null
  personId: string
  documentId: string
  doc: Y.Doc
  changes: LocalChanges
  clock: Clock
}

/**
 * Keeps a document on this device, so that unsent changes survive a reload. It belongs to one person and one
 * epoch: two people on a shared device never send each other's work, and what was purged never comes back.
 * Whatever goes wrong with the database, the document goes on without; `available` says so.
 */
export class LocalCopy {
  readonly available = new StateStore(true)
  readonly #options: LocalCopyOptions
  readonly #keys = new Map<LocalUpdate, IDBValidKey>()
  readonly #unlisten: () => void
  #database: CopyDatabase | null = null
  #received: Uint8Array[] = []
  #unsent: LocalUpdate[] = []
  #timer: TimerHandle | null = null
  #work: Promise<void> = Promise.resolve()
  #closed = false
  #epoch = ''

  constructor(options: LocalCopyOptions) {
    this.#options = options
    options.doc.on('update', this.#onUpdate)
    this.#unlisten = options.changes.listen({
      added: (entry) => {
        this.#unsent.push(entry)
        this.#write()
      },
      acknowledged: (entries) => this.#markSent(entries),
    })
    if (!options.factory) this.#fail()
  }

  /** Reads what is there into the document. Resolves to its epoch, '' for nothing; never rejects. */
  async load(): Promise<{ epoch: string; found: boolean }> {
    const { factory, personId, documentId, clock } = this.#options
    if (!factory) return { epoch: '', found: false }
    const late: { timer: TimerHandle | null } = { timer: null }
    const tooLate = new Promise<null>((resolve) => (late.timer = clock.setTimeout(() => resolve(null), openWithinMs)))
    const reading = readEpoch(factory, personId, documentId).then(async (epoch) => {
      if (epoch === '') return { epoch, database: null, updates: [], unsent: [] }
      const database = await CopyDatabase.open(factory, copyName(personId, documentId, epoch))
      return { epoch, database, ...(await database.read()) }
    })
    const read = await Promise.race([reading, tooLate]).catch(() => null)
    if (late.timer) clock.clearTimeout(late.timer)
    if (!read || this.#closed) {
      void reading.then(({ database }) => database?.close()).catch(() => undefined)
      this.#fail()
      return { epoch: '', found: false }
    }
    this.#epoch = read.epoch
    if (read.database) this.#take(read.database, read.updates, read.unsent)
    return { epoch: read.epoch, found: read.updates.length + read.unsent.length > 0 }
  }

  #take(database: CopyDatabase, updates: Uint8Array[], unsent: UnsentRow[]): void {
    const { doc, changes } = this.#options
    doc.transact(() => {
      for (const update of [...updates, ...unsent.map((row) => row.update)]) Y.applyUpdate(doc, update)
    }, localCopyOrigin)
    const entries = changes.restore(unsent)
    unsent.forEach((row, index) => {
      const entry = entries[index]
      if (entry) this.#keys.set(entry, row.key)
    })
    this.#unsent = entries.slice(unsent.length)
    this.#database = database
    this.#write()
  }

  /** The server has named the epoch of a document that had no copy here: from now on there is one. */
  begin(epoch: string): void {
    const { factory, personId, documentId } = this.#options
    if (!factory || this.#database || !this.available.get()) return
    this.#epoch = epoch
    this.#do(async () => {
      const database = await CopyDatabase.open(factory, copyName(personId, documentId, epoch))
      if (this.#closed) return database.close()
      await writeEpoch(factory, personId, documentId, epoch)
      this.#database = database
      this.#write()
    })
  }

  get epoch(): string {
    return this.#epoch
  }

  /** All that is in the copy, and what of that was not sent by whichever tab. Nothing where it can't be read; never rejects. */
  async readAll(): Promise<{ updates: Uint8Array[]; unsent: Uint8Array[] }> {
    await this.settled()
    const rows = await this.#database?.read().catch(() => null)
    return { updates: rows?.updates ?? [], unsent: rows?.unsent.map(({ update }) => update) ?? [] }
  }

  /**
   * This copy can be of no more use: the document was purged, or is no longer this person's to write. It is removed, so
   * that the next visit begins with what the server has. Resolves when that is done; never rejects.
   */
  async remove(): Promise<void> {
    const { factory, personId, documentId } = this.#options
    await this.close()
    if (!factory || this.#epoch === '') return
    try {
      await forgetEpoch(factory, personId, documentId, this.#epoch)
      factory.deleteDatabase(copyName(personId, documentId, this.#epoch))
    } catch {
      // No database, so nothing of it can come back from there.
    }
  }

  /** Resolves when everything handed over until now is on the device, or known not to be. */
  async settled(): Promise<void> {
    this.#write()
    let work
    do {
      work = this.#work
      await work
    } while (work !== this.#work)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.settled()
    this.#closed = true
    this.#options.doc.off('update', this.#onUpdate)
    this.#unlisten()
    if (this.#timer) this.#options.clock.clearTimeout(this.#timer)
    this.#database?.close()
    this.#database = null
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== serverOrigin || !this.available.get()) return
    this.#received.push(update)
    this.#timer ??= this.#options.clock.setTimeout(() => this.#write(), writeReceivedMs)
  }

  /** Writes what waits. A change made here goes with what came before it from the server, which it may build on. */
  #write(): void {
    if (!this.#database || (this.#received.length === 0 && this.#unsent.length === 0)) return
    if (this.#timer) this.#options.clock.clearTimeout(this.#timer)
    this.#timer = null
    const [received, unsent] = [this.#received, this.#unsent]
    this.#received = []
    this.#unsent = []
    const rows = unsent.map((entry) => {
      const key = [this.#options.doc.clientID, entry.n]
      this.#keys.set(entry, key)
      return { key, update: entry.update, change: entry.change }
    })
    this.#do(() => this.#database?.add(received, rows))
  }

  #markSent(entries: readonly LocalUpdate[]): void {
    const acknowledged = new Set(entries)
    for (const entry of this.#unsent) if (acknowledged.has(entry)) this.#received.push(entry.update)
    this.#unsent = this.#unsent.filter((entry) => !acknowledged.has(entry))
    const rows = entries.flatMap((entry) => {
      const key = this.#keys.get(entry)
      this.#keys.delete(entry)
      return key === undefined ? [] : [{ key, update: entry.update, change: entry.change }]
    })
    if (rows.length > 0) this.#do(() => this.#database?.markSent(rows))
  }

  /** One thing after the other; the first that fails ends it. */
  #do(work: () => Promise<void> | undefined): void {
    this.#work = this.#work.then(async () => {
      if (!this.available.get()) return
      try {
        await work()
      } catch {
        this.#fail()
      }
    })
  }

  #fail(): void {
    this.available.set(false)
    this.#received = []
    this.#unsent = []
    this.#database?.close()
    this.#database = null
  }
}
