import { committed, openDatabase, requested } from './idb.ts'
import { StateStore, type Readable } from './state-store.ts'
import type { UnsentItem } from './unsent-items.ts'

/** `purged`: something was removed from the board for good. `noRight`: the person may not write there any more. */
export type NotSentReason = 'purged' | 'noRight'

/** What was made in one document and could not be sent, with the words for its person to copy. `at`: ms since 1970. */
export type NotSent = { id: string; documentId: string; reason: NotSentReason; at: number; items: UnsentItem[] }

const databaseName = (personId: string) => `samtavle not sent ${personId}`
const storeName = 'notSent'

/**
 * One person's work on this device that could not be sent and never will be: it is kept until they say that they are
 * done with it. Without a database it is kept as long as the page is open.
 */
export class NotSentStore {
  /** oldest first */
  readonly all: Readable<readonly NotSent[]>
  readonly #all = new StateStore<readonly NotSent[]>([])
  readonly #factory: IDBFactory | null
  readonly #personId: string
  /** what was said to be done with before it was read, or by another tab */
  readonly #gone = new Set<string>()
  #work: Promise<void> = Promise.resolve()

  constructor({ factory, personId }: { factory: IDBFactory | null; personId: string }) {
    this.#factory = factory
    this.#personId = personId
    this.all = this.#all
    void this.#do(async (database) => {
      const rows = database.transaction(storeName).objectStore(storeName).getAll() as IDBRequest<NotSent[]>
      for (const row of await requested(rows)) this.#show(row)
    })
  }

  /** Keeps it, together with what is known of the same already: another tab may have had some of it too. */
  add(made: NotSent): Promise<void> {
    if (made.items.length === 0) return Promise.resolve()
    this.#gone.delete(made.id)
    this.#show(made)
    return this.#do(async (database) => {
      const transaction = database.transaction(storeName, 'readwrite')
      const store = transaction.objectStore(storeName)
      const before = await requested(store.get(made.id) as IDBRequest<NotSent | undefined>)
      store.put(together(before, made), made.id)
      await committed(transaction)
    })
  }

  /** The person has what they want of it: it is gone from the device. */
  remove(id: string): Promise<void> {
    this.#gone.add(id)
    this.#all.set(this.#all.get().filter((known) => known.id !== id))
    return this.#do(async (database) => {
      const transaction = database.transaction(storeName, 'readwrite')
      transaction.objectStore(storeName).delete(id)
      await committed(transaction)
    })
  }

  #show(made: NotSent): void {
    if (this.#gone.has(made.id)) return
    const others = this.#all.get().filter(({ id }) => id !== made.id)
    const before = this.#all.get().find(({ id }) => id === made.id)
    this.#all.set([...others, together(before, made)].toSorted((a, b) => a.at - b.at))
  }

  /** One thing after the other. A device without a database, or with a full one, keeps it in the page. */
  #do(work: (database: IDBDatabase) => Promise<void>): Promise<void> {
    const factory = this.#factory
    if (!factory) return Promise.resolve()
    this.#work = this.#work.then(async () => {
      try {
        const name = databaseName(this.#personId)
        const database = await openDatabase(factory, name, [{ name: storeName, autoIncrement: false }])
        await work(database).finally(() => database.close())
      } catch {
        // It is in the page; nothing else can be done here.
      }
    })
    return this.#work
  }
}

function together(before: NotSent | undefined, made: NotSent): NotSent {
  if (!before) return made
  const known = new Set(before.items.map((item) => JSON.stringify(item)))
  return { ...before, items: [...before.items, ...made.items.filter((item) => !known.has(JSON.stringify(item)))] }
}
