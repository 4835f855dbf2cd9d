import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocumentConnection } from '../../client/sync/connection.ts'
import { LocalChanges, localCopyOrigin } from '../../client/sync/local-changes.ts'
import { saveStatusOf } from '../../client/sync/save-status.ts'
import type { FakeClock } from '../client/sync/fake-clock.ts'
import { talkDocumentId } from './cast.ts'
import type { Network } from './network.ts'
import type { SeededRandom } from './random.ts'
import type { WatchedDisk } from './watched-disk.ts'

export type World = {
  clock: FakeClock
  random: SeededRandom
  network: Network
  disk: WatchedDisk
  fail: (what: string) => void
}

/** What a page leaves on the device for the next one. */
export type Left = { state: Uint8Array; unsent: { update: Uint8Array; change: number }[]; epoch: string }

/** One document as one person's page has it: the real connection, and what would be kept over a reload. */
export class SimDocument {
  readonly doc = new Y.Doc()
  readonly documentId: string
  readonly #world: World
  readonly #name: string
  readonly #changes: LocalChanges
  readonly #awareness: Awareness
  readonly #connection: DocumentConnection
  #epoch: string
  #unchecked = true

  constructor(world: World, name: string, documentId: string, left: Left | null) {
    const { clock, random, network, disk, fail } = world
    this.#world = world
    this.#name = name
    this.documentId = documentId
    this.#epoch = left?.epoch ?? ''
    const { doc } = this
    doc.clientID = random.whole(1, 0x7ffffffe)
    this.#changes = new LocalChanges(doc)
    if (left) {
      Y.applyUpdate(doc, left.state, localCopyOrigin)
      this.#changes.restore(left.unsent)
    }
    this.#changes.listen({
      acknowledged: (entries) => {
        for (const { n, update } of entries) {
          const missing = disk.missing(documentId, update)
          if (missing) fail(`${name} believes that its change ${n} is saved; not on disk: ${missing}`)
        }
      },
    })
    doc.on('update', () => (this.#unchecked = true))
    this.#awareness = new Awareness(doc)
    // Who is at the talk says nothing that who is at the board does not.
    if (documentId === talkDocumentId) this.#awareness.setLocalState(null)
    this.#connection = new DocumentConnection({
      documentId,
      doc,
      awareness: this.#awareness,
      changes: this.#changes,
      openSocket: () => network.connect(name, documentId),
      clock,
      random: random.next,
      knownEpoch: this.#epoch,
      onEpoch: (epoch) => (this.#epoch = epoch),
    })
    this.#connection.start()
  }

  get live(): boolean {
    return this.#connection.state.get().phase === 'live'
  }

  get ended(): boolean {
    return this.#connection.state.get().phase === 'ended'
  }

  get settled(): boolean {
    const { phase, synced, waiting } = this.#connection.state.get()
    return phase === 'live' && synced && waiting === 0
  }

  describe(): string {
    return `${this.documentId} ${JSON.stringify(this.#connection.state.get())}`
  }

  /** What must hold at any moment, whatever the net does. `mayEnd`: a right has been taken, so it may be told to stop. */
  check(mayEnd: boolean): void {
    const state = this.#connection.state.get()
    const { disk, fail } = this.#world
    const { documentId } = this
    if (state.phase === 'ended' && !mayEnd) fail(`${this.#name} was told to stop: ${state.code}`)
    if (!this.#unchecked || saveStatusOf([{ documentId, state, localCopy: true }]).kind !== 'saved') return
    this.#unchecked = false
    // Whatever is here came from the disk or was made here, in this visit or an earlier one.
    const onDisk = Y.encodeStateVector(disk.mirror(documentId))
    const missing = disk.missing(documentId, Y.encodeStateAsUpdate(this.doc, onDisk))
    if (missing) fail(`${this.#name} says saved; not on disk: ${missing}`)
  }

  /** What stays on the device when the page goes; nothing is said to the server before. */
  leave(): Left {
    const left = {
      state: Y.encodeStateAsUpdate(this.doc),
      unsent: this.#changes.unacknowledged.map(({ update, change }) => ({ update, change })),
      epoch: this.#epoch,
    }
    this.close()
    return left
  }

  close(): void {
    this.#connection.stop()
    this.#changes.stop()
    this.#awareness.destroy()
    this.doc.destroy()
  }
}
