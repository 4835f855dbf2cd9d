import type { CommandOf } from '../../shared/commands.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { committed, openDatabase, requested } from './idb.ts'

/** A comment as it waits on the device. `refused`: the server's answer when it will not have it. */
export type OutboxRow = { command: CommandOf<'comment'>; writtenAt: number; refused: ErrorCode | null }

const name = (personId: string) => `samtavle outbox ${personId}`

/** One person's unsent comments on this device, by the comment's id. Several tabs may use it at once. */
export class OutboxDatabase {
  readonly #database: IDBDatabase

  private constructor(database: IDBDatabase) {
    this.#database = database
  }

  static async open(factory: IDBFactory, personId: string): Promise<OutboxDatabase> {
    return new OutboxDatabase(await openDatabase(factory, name(personId), [{ name: 'comments', autoIncrement: false }]))
  }

  async all(): Promise<OutboxRow[]> {
    const rows = await requested<OutboxRow[]>(
      this.#database.transaction('comments').objectStore('comments').getAll() as IDBRequest<OutboxRow[]>,
    )
    return rows.toSorted((a, b) => a.writtenAt - b.writtenAt)
  }

  async put(row: OutboxRow): Promise<void> {
    const transaction = this.#database.transaction('comments', 'readwrite')
    transaction.objectStore('comments').put(row, row.command.id)
    await committed(transaction)
  }

  /** Says how the server answered, unless another tab has taken the row away meanwhile. */
  async refuse(id: string, refused: ErrorCode | null): Promise<void> {
    const transaction = this.#database.transaction('comments', 'readwrite')
    const store = transaction.objectStore('comments')
    const row = await requested<OutboxRow | undefined>(store.get(id) as IDBRequest<OutboxRow | undefined>)
    if (row) store.put({ ...row, refused }, id)
    await committed(transaction)
  }

  async remove(id: string): Promise<void> {
    const transaction = this.#database.transaction('comments', 'readwrite')
    transaction.objectStore('comments').delete(id)
    await committed(transaction)
  }

  close(): void {
    this.#database.close()
  }
}
