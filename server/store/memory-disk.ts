import { AppError } from '../../shared/errors.ts'
import type { NewDocument } from './directory.ts'
import type { Append, LogRow, StoredDocument } from './store.ts'

type DiskSnapshot = { sequence: number; bytes: Uint8Array; stateVector: Uint8Array | null }

type DiskDocument = {
  epoch: string
  snapshot: DiskSnapshot
  tidied: { version: number; at: number }
  lastSequence: number
  rows: LogRow[]
  /** from when on the rows up to a sequence were superfluous */
  superfluous: { upTo: number; at: number }[]
}

/** What a `MemoryStore` has on disk: plain data. Every method checks first and changes then, so it does all or nothing. */
export class MemoryDisk {
  readonly #documents = new Map<string, DiskDocument>()

  create({ id, epoch, snapshot }: NewDocument): void {
    if (this.#documents.has(id)) throw new AppError('storeFailed', { documentId: id })
    this.#documents.set(id, {
      epoch,
      snapshot: { sequence: 0, bytes: new Uint8Array(snapshot), stateVector: null },
      tidied: { version: 0, at: 0 },
      lastSequence: 0,
      rows: [],
      superfluous: [],
    })
  }

  read(documentId: string): StoredDocument | null {
    const found = this.#documents.get(documentId)
    if (!found) return null
    const { epoch, snapshot, lastSequence } = found
    const tail = found.rows
      .filter((row) => row.sequence > snapshot.sequence)
      .map((row) => ({ ...row, update: new Uint8Array(row.update) }))
    return {
      epoch,
      snapshot: new Uint8Array(snapshot.bytes),
      snapshotSequence: snapshot.sequence,
      stateVector: snapshot.stateVector && new Uint8Array(snapshot.stateVector),
      tail,
      lastSequence,
      tidied: { ...found.tidied },
      damage: [],
    }
  }

  append({ documentId, epoch, update, sessionId, at }: Append): number {
    const document = this.#documentFor(documentId, epoch)
    document.lastSequence += 1
    document.rows.push({ sequence: document.lastSequence, update, sessionId, at })
    return document.lastSequence
  }

  putSnapshot(documentId: string, epoch: string, snapshot: DiskSnapshot, at: number): void {
    const document = this.#documentFor(documentId, epoch)
    const { sequence } = snapshot
    if (sequence > document.lastSequence) throw new AppError('storeFailed', { documentId, sequence })
    if (sequence < document.snapshot.sequence) return
    if (sequence > document.snapshot.sequence) document.superfluous.push({ upTo: sequence, at })
    document.snapshot = snapshot
  }

  markTidied(documentId: string, version: number, at: number): void {
    const document = this.#documents.get(documentId)
    if (!document) throw new AppError('notFound', { documentId })
    document.tidied = { version, at }
  }

  sweep(before: number): number {
    let removed = 0
    for (const document of this.#documents.values()) {
      const upTo = Math.max(0, ...document.superfluous.filter(({ at }) => at < before).map((mark) => mark.upTo))
      const kept = document.rows.filter((row) => row.sequence > upTo)
      removed += document.rows.length - kept.length
      document.rows = kept
      document.superfluous = document.superfluous.filter((mark) => mark.upTo > upTo)
    }
    return removed
  }

  #documentFor(documentId: string, epoch: string): DiskDocument {
    const document = this.#documents.get(documentId)
    if (!document) throw new AppError('notFound', { documentId })
    if (document.epoch !== epoch) throw new AppError('epochChanged', { documentId })
    return document
  }
}
