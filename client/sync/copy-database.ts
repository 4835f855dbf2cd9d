import * as Y from 'yjs'
import { committed, openDatabase, requested } from './idb.ts'

/** One update that the server may not have, as it lies on the device. */
export type UnsentRow = { key: IDBValidKey; update: Uint8Array; change: number }

const epochsDatabase = 'samtavle'
const compactAfterRows = 200

/** Works in the list of epochs in one transaction, which is on the device when this resolves. */
async function inEpochs<T>(
  factory: IDBFactory,
  mode: IDBTransactionMode,
  work: (epochs: IDBObjectStore) => T | Promise<T>,
): Promise<T> {
  const database = await openDatabase(factory, epochsDatabase, [{ name: 'epochs', autoIncrement: false }])
  try {
    const transaction = database.transaction('epochs', mode)
    const result = await work(transaction.objectStore('epochs'))
    if (mode === 'readwrite') await committed(transaction)
    return result
  } finally {
    database.close()
  }
}

/** Which epoch a person's copy of a document is of; '' when there is none. */
export async function readEpoch(factory: IDBFactory, personId: string, documentId: string): Promise<string> {
  const epoch = await inEpochs(factory, 'readonly', (epochs) =>
    requested<unknown>(epochs.get(`${personId} ${documentId}`)),
  )
  return typeof epoch === 'string' ? epoch : ''
}

/** Forgets the copy of this epoch, so that the next visit begins anew; one that another tab has begun since stays. */
export async function forgetEpoch(
  factory: IDBFactory,
  personId: string,
  documentId: string,
  epoch: string,
): Promise<void> {
  const key = `${personId} ${documentId}`
  await inEpochs(factory, 'readwrite', async (epochs) => {
    if ((await requested<unknown>(epochs.get(key))) === epoch) epochs.delete(key)
  })
}

/** Says which epoch the copy is of. */
export async function writeEpoch(
  factory: IDBFactory,
  personId: string,
  documentId: string,
  epoch: string,
): Promise<void> {
  await inEpochs(factory, 'readwrite', (epochs) => {
    epochs.put(epoch, `${personId} ${documentId}`)
  })
}

/** The name of the database of one person's copy of one epoch of one document. */
export function copyName(personId: string, documentId: string, epoch: string): string {
  return `samtavle ${personId} ${documentId} ${epoch}`
}

/**
 * One person's copy of one document on this device. `updates` holds what the server has; `unsent` what it may
 * not have, each row under a key of its tab. An update lies in one of the two. Several tabs may use it at once.
 */
export class CopyDatabase {
  readonly #database: IDBDatabase
  #rows = 0

  private constructor(database: IDBDatabase) {
    this.#database = database
  }

  static async open(factory: IDBFactory, name: string): Promise<CopyDatabase> {
    return new CopyDatabase(
      await openDatabase(factory, name, [
        { name: 'updates', autoIncrement: true },
        { name: 'unsent', autoIncrement: false },
      ]),
    )
  }

  close(): void {
    this.#database.close()
  }

  async read(): Promise<{ updates: Uint8Array[]; unsent: UnsentRow[] }> {
    const transaction = this.#database.transaction(['updates', 'unsent'])
    const unsent = transaction.objectStore('unsent')
    const [updates, keys, rows] = await Promise.all([
      requested(transaction.objectStore('updates').getAll() as IDBRequest<Uint8Array[]>),
      requested(unsent.getAllKeys()),
      requested(unsent.getAll() as IDBRequest<{ update: Uint8Array; change: number }[]>),
    ])
    this.#rows = updates.length
    return { updates, unsent: rows.flatMap((row, index) => (keys[index] ? [{ ...row, key: keys[index] }] : [])) }
  }

  /** Writes, in one transaction, what came from the server and what was made here. */
  async add(received: readonly Uint8Array[], unsent: readonly UnsentRow[]): Promise<void> {
    const transaction = this.#database.transaction(['updates', 'unsent'], 'readwrite')
    const updates = transaction.objectStore('updates')
    for (const update of received) updates.add(update)
    for (const { key, update, change } of unsent) transaction.objectStore('unsent').put({ update, change }, key)
    this.#rows += received.length
    await committed(transaction)
    await this.#compactIfLong()
  }

  /** The server has these on disk. */
  async markSent(rows: readonly UnsentRow[]): Promise<void> {
    const transaction = this.#database.transaction(['updates', 'unsent'], 'readwrite')
    for (const { key, update } of rows) {
      transaction.objectStore('unsent').delete(key)
      transaction.objectStore('updates').add(update)
    }
    this.#rows += rows.length
    await committed(transaction)
    await this.#compactIfLong()
  }

  /**
   * Makes the rows into one. It reads them in the transaction that removes them: another tab may have written
   * some that this one has never seen.
   */
  async #compactIfLong(): Promise<void> {
    if (this.#rows < compactAfterRows) return
    this.#rows = 0
    const transaction = this.#database.transaction('updates', 'readwrite')
    const store = transaction.objectStore('updates')
    const rows = await requested(store.getAll() as IDBRequest<Uint8Array[]>)
    const doc = new Y.Doc()
    doc.transact(() => rows.forEach((update) => Y.applyUpdate(doc, update)))
    store.clear()
    store.add(Y.encodeStateAsUpdate(doc))
    doc.destroy()
    await committed(transaction)
  }
}
