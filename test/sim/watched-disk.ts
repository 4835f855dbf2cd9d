import * as Y from 'yjs'
import type { Append } from '../../server/store/store.ts'
import { MemoryDisk } from '../../server/store/memory-disk.ts'

/** The store's disk, with a document beside it that always holds exactly what is on it. */
export class WatchedDisk extends MemoryDisk {
  readonly mirror = new Y.Doc()
  readonly #seen = new WeakSet<Uint8Array>()

  override create(document: Parameters<MemoryDisk['create']>[0]): void {
    super.create(document)
    Y.applyUpdate(this.mirror, document.snapshot)
  }

  override append(change: Append): number {
    const sequence = super.append(change)
    Y.applyUpdate(this.mirror, change.update)
    return sequence
  }

  /** What of an update is not on disk, in words; null if all of it is. */
  missing(update: Uint8Array): string | null {
    if (this.#seen.has(update)) return null
    const { structs, ds } = Y.decodeUpdate(update)
    for (const { id, length } of structs) {
      if (id.clock + length > Y.getState(this.mirror.store, id.client))
        return `struct ${id.client}:${id.clock}+${length}`
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges)
        if (!this.#isDeleted(client, clock, len)) return `deletion ${client}:${clock}+${len}`
    }
    this.#seen.add(update)
    return null
  }

  #isDeleted(client: number, clock: number, length: number): boolean {
    const structs = this.mirror.store.clients.get(client)
    const last = structs?.at(-1)
    if (!structs || !last || clock + length > last.id.clock + last.length) return false
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= clock + length) return true
      if (!struct.deleted) return false
    }
    return true
  }

  /** The document as a new process would read it. */
  replayed(documentId: string): Y.Doc {
    const stored = this.read(documentId)
    const doc = new Y.Doc()
    if (stored) {
      Y.applyUpdate(doc, stored.snapshot)
      for (const row of stored.tail) Y.applyUpdate(doc, row.update)
    }
    return doc
  }
}
