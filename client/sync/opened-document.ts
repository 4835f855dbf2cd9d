import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Clock } from '../../shared/clock.ts'
import { DocumentConnection } from './connection.ts'
import { firstState, type ConnectionState } from './connection-state.ts'
import { LocalChanges } from './local-changes.ts'
import { LocalCopy } from './local-copy.ts'
import type { SavedDocument } from './save-status.ts'
import type { OpenSocket } from './socket.ts'
import { StateStore, type Readable } from './state-store.ts'
import { untilFetched } from './until-fetched.ts'
import type { UnsentItem } from './unsent-items.ts'

/** An open document, for hooks. It is another object when `loaded` changes; `doc` stays the same. */
export type OpenDocument = {
  readonly documentId: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly state: Readable<ConnectionState>
  /** content is there, from the server or from this device */
  readonly loaded: boolean
  /** The person has read why something was not taken. */
  dismissRefused(): void
}

export type OpenedDocumentOptions = {
  documentId: string
  personId: string
  openSocket: OpenSocket
  clock: Clock
  random: () => number
  factory: IDBFactory | null
  onServerTime: (time: number, roundTripMs: number) => void
  /** it takes the place of one that is being put away: it begins when that is done, with nothing of this device's copy */
  inPlaceOf: Promise<void> | null
}

/** One document with its line to the server and its copy on this device, from opening to closing. */
export class OpenedDocument {
  readonly #options: OpenedDocumentOptions
  readonly #doc = new Y.Doc()
  readonly #awareness = new Awareness(this.#doc)
  readonly #changes = new LocalChanges(this.#doc)
  readonly #copy: LocalCopy
  readonly #state = new StateStore<ConnectionState>(firstState)
  readonly #listeners = new Set<() => void>()
  #connection: DocumentConnection | null = null
  #view: OpenDocument
  #closed = false
  /** what could not be sent is out of it: it must not count as waiting any more */
  #givenUp = false

  constructor(options: OpenedDocumentOptions) {
    this.#options = options
    const { documentId, personId, factory, clock } = options
    this.#view = {
      documentId,
      doc: this.#doc,
      awareness: this.#awareness,
      state: this.#state,
      loaded: false,
      dismissRefused: () => this.#connection?.dismissRefused(),
    }
    this.#copy = new LocalCopy({ factory, personId, documentId, doc: this.#doc, changes: this.#changes, clock })
    this.#copy.available.subscribe(() => this.#tell())
    void this.#start()
  }

  async #start(): Promise<void> {
    const { documentId, openSocket, clock, random, onServerTime, inPlaceOf } = this.#options
    await inPlaceOf
    if (this.#closed) return
    const { epoch, found } = inPlaceOf ? { epoch: '', found: false } : await this.#copy.load()
    if (this.#closed) return
    if (found) this.#loaded()
    const connection = new DocumentConnection({
      documentId,
      doc: this.#doc,
      awareness: this.#awareness,
      changes: this.#changes,
      openSocket,
      clock,
      random,
      knownEpoch: epoch,
      onEpoch: (named) => this.#copy.begin(named),
      onServerTime,
    })
    this.#connection = connection
    const follow = () => {
      const state = connection.state.get()
      if (state.synced) this.#loaded()
      this.#state.set(state)
      this.#tell()
    }
    connection.state.subscribe(follow)
    follow()
    connection.start()
  }

  #loaded(): void {
    if (!this.#view.loaded) this.#view = { ...this.#view, loaded: true }
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  view(): OpenDocument {
    return this.#view
  }

  saved(): SavedDocument {
    return {
      documentId: this.#options.documentId,
      state: this.#givenUp ? { ...this.#state.get(), waiting: 0 } : this.#state.get(),
      localCopy: this.#copy.available.get(),
    }
  }

  hasWaiting(): boolean {
    return !this.#givenUp && this.#changes.unacknowledged.length > 0
  }

  /** Whether `giveUp` was called. */
  get givenUp(): boolean {
    return this.#givenUp
  }

  follow(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  check(): void {
    this.#connection?.check()
  }

  /**
   * The line is given up: what can't be sent any more, of every tab, is told, and counts as waiting no longer. The document
   * itself goes on as it is; open another in its place. Resolves as soon as that can be told, with net.
   */
  async giveUp(): Promise<{ epoch: string; items: UnsentItem[] }> {
    this.#givenUp = true
    this.#connection?.stop()
    const { epoch } = this.#copy
    const { updates, unsent } = await this.#copy.readAll()
    // Only now: what stood in a field is written when the page lets go of it.
    const all = [...unsent, ...this.#changes.unacknowledged.map(({ update }) => update)]
    if (all.length === 0) return { epoch, items: [] }
    // Few ever need it, so it is not fetched with every page.
    const { unsentItems } = await untilFetched(() => import('./unsent-items.ts'), this.#options.clock)
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const update of [...updates, ...all, Y.encodeStateAsUpdate(this.#doc)]) Y.applyUpdate(doc, update)
    })
    const items = unsentItems(doc, all)
    doc.destroy()
    return { epoch, items }
  }

  /** After `giveUp`, when what it told is kept: nothing of this document is left on the device. */
  async putAway(): Promise<void> {
    await this.#copy.remove()
    await this.close()
  }

  /** Lets go of everything. What is unsent stays in the copy on this device. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#connection?.stop()
    await this.#copy.close()
    this.#changes.stop()
    this.#awareness.destroy()
    this.#doc.destroy()
  }
}
