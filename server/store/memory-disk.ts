import { AppError } from '../../shared/errors.ts'
import { serverLimits } from '../limits.ts'
import type { NewDocument } from './directory.ts'
import { staleVersions } from './stale-versions.ts'
import type {
  Append,
  HistoryPage,
  HistoryQuery,
  LogRow,
  NewVersion,
  Rewrite,
  StoredDocument,
  VersionRow,
} from './store.ts'

type DiskSnapshot = { sequence: number; bytes: Uint8Array; stateVector: Uint8Array | null }
type DiskVersion = { row: VersionRow; state: Uint8Array }

type DiskDocument = {
  epoch: string
  snapshot: DiskSnapshot
  /** of the snapshot before: rows after it stay */
  earlier: number
  tidied: { version: number; at: number }
  lastSequence: number
  rows: LogRow[]
  /** from when on the rows up to a sequence were superfluous */
  superfluous: { upTo: number; at: number }[]
  versions: DiskVersion[]
  /** when the rows that were swept or purged were written */
  traces: number[]
}

const minuteMs = 60_000

/** What a `MemoryStore` has on disk: plain data. Every method checks first and changes then, so it does all or nothing. */
export class MemoryDisk {
  readonly #documents = new Map<string, DiskDocument>()
  #lastVersion = 0

  create({ id, epoch, snapshot }: NewDocument): void {
    if (this.#documents.has(id)) throw new AppError('storeFailed', { documentId: id })
    this.#documents.set(id, {
      epoch,
      snapshot: { sequence: 0, bytes: new Uint8Array(snapshot), stateVector: null },
      earlier: 0,
      tidied: { version: 0, at: 0 },
      lastSequence: 0,
      rows: [],
      superfluous: [],
      versions: [],
      traces: [],
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
    if (sequence > document.snapshot.sequence) {
      document.earlier = document.snapshot.sequence
      document.superfluous.push({ upTo: sequence, at })
    }
    document.snapshot = snapshot
  }

  markTidied(documentId: string, version: number, at: number): void {
    const document = this.#documents.get(documentId)
    if (!document) throw new AppError('notFound', { documentId })
    document.tidied = { version, at }
  }

  sweep(before: number, now: number): number {
    let removed = 0
    for (const document of this.#documents.values()) {
      const rows = document.versions.map(({ row }) => row)
      const stale = staleVersions(rows, now, serverLimits)
      document.versions = document.versions.filter(({ row }) => !stale.includes(row.id))
      const due = Math.max(0, ...document.superfluous.filter(({ at }) => at < before).map((mark) => mark.upTo))
      const upTo = Math.min(due, document.earlier)
      removed += this.#removeRows(document, upTo)
      document.superfluous = document.superfluous.filter((mark) => mark.upTo > upTo)
    }
    return removed
  }

  saveVersion(documentId: string, { epoch, state, ...version }: NewVersion): number {
    const document = this.#documentFor(documentId, epoch)
    if (version.sequence > document.lastSequence) throw new AppError('storeFailed', { documentId })
    const [newest] = this.versions(documentId)
    if (version.kind === 'auto' && newest?.sequence === version.sequence) return newest.id
    const named = document.versions.filter(({ row }) => row.kind === 'named').length
    if (version.kind === 'named' && named >= serverLimits.namedVersionsPerDocument) throw new AppError('tooMany')
    this.#lastVersion += 1
    const row = { ...version, id: this.#lastVersion, documentId, bytes: state.length }
    document.versions.push({ row, state })
    return this.#lastVersion
  }

  versions(documentId: string): VersionRow[] {
    const versions = this.#documents.get(documentId)?.versions ?? []
    return versions.map(({ row }) => ({ ...row })).toSorted((a, b) => b.at - a.at || b.id - a.id)
  }

  readVersion(id: number): (VersionRow & { state: Uint8Array }) | null {
    const found = [...this.#documents.values()].flatMap(({ versions }) => versions).find(({ row }) => row.id === id)
    return found ? { ...found.row, state: new Uint8Array(found.state) } : null
  }

  /** Nobody's name is on this disk: every change is by somebody unknown. */
  history(documentId: string, { from, to, personId, before }: HistoryQuery): HistoryPage {
    const document = this.#documents.get(documentId)
    const minutes = new Map<number, number>()
    for (const at of [...(document?.rows ?? []).map((row) => row.at), ...(document?.traces ?? [])]) {
      const minute = Math.floor(at / minuteMs) * minuteMs
      if (at < Math.floor(from / minuteMs) * minuteMs || at >= Math.ceil(to / minuteMs) * minuteMs) continue
      if (before && minute >= before.at) continue
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
    }
    const entries = [...minutes]
      .toSorted(([a], [b]) => b - a)
      .map(([at, changes]) => ({ at, personId: null, name: null, changes }))
    if (personId !== undefined) return { entries: [], more: false }
    return { entries: entries.slice(0, serverLimits.historyPage), more: entries.length > serverLimits.historyPage }
  }

  purge(rewrites: readonly Rewrite[]): void {
    const documents = rewrites.map(({ documentId, epoch }) => this.#documentFor(documentId, epoch))
    for (const [index, { newEpoch, snapshot, stateVector }] of rewrites.entries()) {
      const document = documents[index]
      if (!document) continue
      this.#removeRows(document, Infinity)
      const { lastSequence } = document
      Object.assign(document, { epoch: newEpoch, superfluous: [], versions: [], earlier: lastSequence })
      document.snapshot = { sequence: lastSequence, bytes: snapshot, stateVector }
    }
  }

  #removeRows(document: DiskDocument, upTo: number): number {
    const kept = document.rows.filter((row) => row.sequence > upTo)
    const removed = document.rows.length - kept.length
    document.traces.push(...document.rows.slice(0, removed).map(({ at }) => at))
    document.rows = kept
    return removed
  }

  #documentFor(documentId: string, epoch: string): DiskDocument {
    const document = this.#documents.get(documentId)
    if (!document) throw new AppError('notFound', { documentId })
    if (document.epoch !== epoch) throw new AppError('epochChanged', { documentId })
    return document
  }
}
