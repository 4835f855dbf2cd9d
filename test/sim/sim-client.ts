import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocumentConnection } from '../../client/sync/connection.ts'
import { LocalChanges, localCopyOrigin } from '../../client/sync/local-changes.ts'
import { saveStatusOf } from '../../client/sync/save-status.ts'
import { localOrigin } from '../../shared/ops/write.ts'
import { openTeamDocument, type TeamDocument } from '../../shared/schema/team.ts'
import type { FakeClock } from '../client/sync/fake-clock.ts'
import type { Network } from './network.ts'
import { actAtRandom, readEverything } from './operations.ts'
import type { SeededRandom } from './random.ts'
import { documentId } from './sim-server.ts'
import type { WatchedDisk } from './watched-disk.ts'

type World = {
  clock: FakeClock
  random: SeededRandom
  network: Network
  disk: WatchedDisk
  fail: (what: string) => void
}

/** One person's page: the real connection on a document, with what the page would keep on the device over a reload. */
export class SimClient {
  readonly name: string
  readonly #world: World
  #page: ReturnType<SimClient['load']>
  #made = 0
  acted = 0
  /** the right to this board has been taken */
  banned = false

  constructor(world: World, name: string) {
    this.#world = world
    this.name = name
    this.#page = this.load(null)
  }

  get doc(): Y.Doc {
    return this.#page.doc
  }

  get board(): TeamDocument {
    return this.#page.board
  }

  /** A page, with what an earlier one left on the device. */
  private load(left: { state: Uint8Array; unsent: { update: Uint8Array; change: number }[]; epoch: string } | null) {
    const { clock, random, network, disk, fail } = this.#world
    const doc = new Y.Doc()
    doc.clientID = random.whole(1, 0x7ffffffe)
    const changes = new LocalChanges(doc)
    if (left) {
      Y.applyUpdate(doc, left.state, localCopyOrigin)
      changes.restore(left.unsent)
    }
    changes.listen({
      acknowledged: (entries) => {
        for (const { n, update } of entries) {
          const missing = disk.missing(update)
          if (missing) fail(`${this.name} believes that its change ${n} is saved; not on disk: ${missing}`)
        }
      },
    })
    let unread = true
    let unchecked = true
    doc.on('update', () => {
      unread = true
      unchecked = true
    })
    const awareness = new Awareness(doc)
    let epoch = left?.epoch ?? ''
    const connection = new DocumentConnection({
      documentId,
      doc,
      awareness,
      changes,
      openSocket: () => network.connect(this.name),
      clock,
      random: random.next,
      knownEpoch: epoch,
      onEpoch: (named) => (epoch = named),
    })
    const board = openTeamDocument(doc)
    const { goals, measures, actions, maps, sectors, actors, placements, lines, steps, cards } = board
    const followed = [goals, measures, actions, maps, sectors, actors, placements, lines, steps, cards]
    const undo = new Y.UndoManager(followed, {
      trackedOrigins: new Set([localOrigin]),
      captureTimeout: 0,
    })
    connection.start()
    let looked = 0
    const checkIfChanged = (saysSaved: boolean, whole: boolean) => {
      looked += 1
      // Reading a whole board takes longer than all else that is checked.
      if (unread && (whole || looked % 5 === 0)) {
        readEverything(board)
        unread = false
      }
      if (!saysSaved || !unchecked) return
      unchecked = false
      // Whatever is here came from the disk or was made here, in this visit or an earlier one.
      const missing = disk.missing(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(disk.mirror)))
      if (missing) fail(`${this.name} says saved; not on disk: ${missing}`)
    }
    return { doc, board, changes, awareness, connection, undo, epoch: () => epoch, checkIfChanged }
  }

  act(): string {
    const { board, undo } = this.#page
    const { random, clock } = this.#world
    this.acted += 1
    const newId = () => `${this.name}-${(this.#made += 1)}`
    return actAtRandom({ board, undo, random, newId, now: clock.now() })
  }

  /** The page is loaded again; nothing is said to the server before. */
  reload(): void {
    const { doc, changes, epoch } = this.#page
    const left = {
      state: Y.encodeStateAsUpdate(doc),
      unsent: changes.unacknowledged.map(({ update, change }) => ({ update, change })),
      epoch: epoch(),
    }
    this.close()
    this.#page = this.load(left)
  }

  close(): void {
    const { connection, changes, awareness, undo, doc } = this.#page
    connection.stop()
    changes.stop()
    awareness.destroy()
    undo.destroy()
    doc.destroy()
  }

  get settled(): boolean {
    const { phase, synced, waiting } = this.#page.connection.state.get()
    if (this.banned) return phase === 'ended'
    return phase === 'live' && synced && waiting === 0
  }

  describe(): string {
    return `${this.name} ${JSON.stringify(this.#page.connection.state.get())}`
  }

  /** What must hold at any moment, whatever the net does. `whole`: the board is read now, and not just now and then. */
  check(whole = false): void {
    const { connection, checkIfChanged } = this.#page
    const state = connection.state.get()
    if (state.phase === 'ended' && !this.banned) this.#world.fail(`${this.name} was told to stop: ${state.code}`)
    checkIfChanged(saveStatusOf([{ documentId, state, localCopy: true }]).kind === 'saved', whole)
  }
}
