import * as Y from 'yjs'
import type { Clock, TimerHandle } from '../../shared/clock.ts'
import { parseDocumentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServerLimits } from '../limits.ts'
import type { NewVersion, Store, StoredDocument } from '../store/store.ts'
import type { Rooms } from '../sync/rooms.ts'

export type VersionsDependencies = {
  store: Pick<Store, 'open' | 'saveVersion' | 'versions'>
  rooms: Pick<Rooms, 'onCommitted' | 'onLoaded'>
  clock: Clock
  limits: Pick<ServerLimits, 'versionEveryMs' | 'versionRetryMs'>
  onError: (error: unknown) => void
}

/** What a version is made for. */
type What = Pick<NewVersion, 'kind' | 'name' | 'personId'>
/** A version as it was kept. */
type Kept = NewVersion & { id: number }

/**
 * Keeps whole states of the teams' boards: one every ten minutes in which a board changed, and when somebody asks. They
 * are made from what is on disk, one board after the other, so that a hall in which everyone began at once never
 * makes all of them in the same moment.
 */
export class Versions {
  readonly #deps: VersionsDependencies
  /** the boards that may have changed since their last version; those whose time has come wait in `#line` */
  readonly #due = new Map<string, TimerHandle>()
  #line: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(deps: VersionsDependencies) {
    this.#deps = deps
  }

  /** Begins to follow. A board that is read into memory may have changed just before the last stop. */
  start(): void {
    const soon = (id: string) => {
      if (parseDocumentId(id)?.kind === 'team') this.#later(id, this.#deps.limits.versionEveryMs)
    }
    this.#deps.rooms.onCommitted(soon)
    this.#deps.rooms.onLoaded(soon)
  }

  /** Begins nothing more; resolves when what is under way is done. What is due is due again when the board is next opened. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const timer of this.#due.values()) this.#deps.clock.clearTimeout(timer)
    this.#due.clear()
    await this.#line
  }

  /**
   * Keeps a document as it stands on disk. Rejects `notFound`, `storeFailed`, and `tooMany` for more named ones than a
   * document may have.
   */
  async save(documentId: string, what: What): Promise<Kept> {
    const stored = await this.#deps.store.open(documentId)
    if (!stored) throw new AppError('notFound')
    return this.#keep(documentId, stored, what)
  }

  async #keep(documentId: string, stored: StoredDocument, what: What): Promise<Kept> {
    const { epoch, lastSequence: sequence } = stored
    const version = { ...what, epoch, sequence, at: this.#deps.clock.now(), state: stateOf(stored) }
    return { ...version, id: await this.#deps.store.saveVersion(documentId, version) }
  }

  #later(documentId: string, delayMs: number): void {
    if (this.#stopped || this.#due.has(documentId)) return
    const take = () => {
      this.#line = this.#line.then(() => this.#saveIfChanged(documentId))
    }
    this.#due.set(documentId, this.#deps.clock.setTimeout(take, delayMs))
  }

  async #saveIfChanged(documentId: string): Promise<void> {
    const { store, limits, onError } = this.#deps
    // Whatever is changed from here on is of the next ten minutes.
    this.#due.delete(documentId)
    if (this.#stopped) return
    try {
      const [newest] = await store.versions(documentId)
      const stored = await store.open(documentId)
      if (!stored || stored.lastSequence === newest?.sequence) return
      await this.#keep(documentId, stored, { kind: 'auto', name: null, personId: null })
    } catch (error) {
      // A purge may have put another document in its place meanwhile: that one is due in its own time.
      if (error instanceof AppError && error.code === 'epochChanged') return
      onError(error)
      this.#later(documentId, limits.versionRetryMs)
    }
  }
}

/** A stored document as one update. What was deleted in it and swept from memory has left nothing but a mark. */
function stateOf({ snapshot, tail }: StoredDocument): Uint8Array {
  if (tail.length === 0) return snapshot
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of [snapshot, ...tail.map((row) => row.update)]) Y.applyUpdate(doc, update)
  })
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}
