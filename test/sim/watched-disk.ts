import * as Y from 'yjs'
import type { Append } from '../../server/store/store.ts'
import { MemoryDisk } from '../../server/store/memory-disk.ts'

/** The store's disk, with a document beside each of its own that always holds exactly what is on it. */
export class WatchedDisk extends MemoryDisk {
  readonly #mirrors = new Map<string, Y.Doc>()
  readonly #seen = new WeakSet<Uint8Array>()
  readonly #onAppend: (change: Append) => void

  constructor(onAppend: (change: Append) => void = () => undefined) {
    super()
    this.#onAppend = onAppend
  }

  override create(document: Parameters<MemoryDisk['create']>[0]): void {
    super.create(document)
    const mirror = new Y.Doc()
    Y.applyUpdate(mirror, document.snapshot)
    this.#mirrors.set(document.id, mirror)
  }

  override append(change: Append): number {
    const sequence = super.append(change)
    Y.applyUpdate(this.mirror(change.documentId), change.update)
    this.#onAppend(change)
    return sequence
  }

  /** What is on disk of a document. */
  mirror(documentId: string): Y.Doc {
    const mirror = this.#mirrors.get(documentId)
    if (!mirror) throw new Error(`${documentId} was never created`)
    return mirror
  }

  /** What of an update is not on disk, in words; null if all of it is. */
  missing(documentId: string, update: Uint8Array): string | null {
    if (this.#seen.has(update)) return null
    const { store } = this.mirror(documentId)
    const { structs, ds } = Y.decodeUpdate(update)
    for (const { id, length } of structs) {
      if (id.clock + length > Y.getState(store, id.client)) return `struct ${id.client}:${id.clock}+${length}`
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) {
        if (!isDeleted(store.clients.get(client), clock, len)) return `deletion ${client}:${clock}+${len}`
      }
    }
    this.#seen.add(update)
    return null
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

function isDeleted(structs: (Y.Item | Y.GC)[] | undefined, clock: number, length: number): boolean {
  const last = structs?.at(-1)
  if (!structs || !last || clock + length > last.id.clock + last.length) return false
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + length) return true
    if (!struct.deleted) return false
  }
  return true
}
