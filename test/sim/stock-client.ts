import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { SocketLike } from '../../client/sync/socket.ts'
import { localOrigin } from '../../shared/ops/write.ts'
import { messageType } from '../../shared/protocol.ts'
import { openTeamDocument, type TeamDocument } from '../../shared/schema/team.ts'
import { teamDocumentId } from './cast.ts'
import type { FakeClock } from '../client/sync/fake-clock.ts'
import type { Network } from './network.ts'
import { actAtRandom, readEverything } from './operations.ts'
import type { SeededRandom } from './random.ts'

type World = { clock: FakeClock; random: SeededRandom; network: Network; fail: (what: string) => void }

/**
 * What y-websocket's own provider does, on the simulation's clock: no hello, no markers; it asks when the socket
 * opens, answers when it is asked, and sends each update as it happens, whatever the server has.
 */
export class StockClient {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly board: TeamDocument
  readonly #world: World
  readonly #undo: Y.UndoManager
  #socket: SocketLike | null = null
  #open = false
  #synced = false
  #heardAt = 0
  #made = 0
  #closed = false
  #unread = true
  acted = 0
  /** nobody takes its rights away */
  readonly banned: boolean = false

  constructor(world: World, name: string) {
    this.#world = world
    this.name = name
    this.doc.clientID = world.random.whole(1, 0x7ffffffe)
    this.board = openTeamDocument(this.doc)
    this.#undo = new Y.UndoManager(this.board.goals, { trackedOrigins: new Set([localOrigin]), captureTimeout: 0 })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#unread = true
      if (origin !== this) this.#write((encoder) => syncProtocol.writeUpdate(encoder, update))
    })
    this.#connect()
  }

  #connect(): void {
    if (this.#closed) return
    const { clock, network, random } = this.#world
    const socket = network.connect(this.name, teamDocumentId)
    this.#socket = socket
    this.#heardAt = clock.now()
    const ours = () => this.#socket === socket
    const lost = () => {
      if (!ours()) return
      socket.close()
      this.#socket = null
      this.#open = false
      this.#synced = false
      clock.setTimeout(() => this.#connect(), random.whole(100, 2_500))
    }
    socket.onopen = () => {
      if (!ours()) return
      this.#open = true
      this.#write((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc))
    }
    socket.onmessage = (frame) => ours() && this.#receive(frame)
    socket.onclose = (code) => {
      if (ours() && code >= 4400 && code < 4500) this.#world.fail(`${this.name} was told to stop: ${code}`)
      lost()
    }
    const watch = () => {
      if (!ours()) return
      // The provider waits half a minute; less here, where nothing happens meanwhile.
      if (clock.now() - this.#heardAt > 12_000) lost()
      else clock.setTimeout(watch, 3_000)
    }
    watch()
  }

  #write(write: (encoder: encoding.Encoder) => void): void {
    if (!this.#open) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    write(encoder)
    this.#socket?.send(encoding.toUint8Array(encoder))
  }

  #receive(frame: Uint8Array): void {
    this.#heardAt = this.#world.clock.now()
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type >= 100) this.#world.fail(`${this.name} never said hello and is sent message ${type}`)
    if (type !== messageType.sync) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    const kind = syncProtocol.readSyncMessage(decoder, encoder, this.doc, this)
    if (kind === syncProtocol.messageYjsSyncStep2) this.#synced = true
    if (encoding.length(encoder) > 1) this.#socket?.send(encoding.toUint8Array(encoder))
  }

  act(): string {
    const { random, clock } = this.#world
    this.acted += 1
    const newId = () => `${this.name}-${(this.#made += 1)}`
    return actAtRandom({ board: this.board, undo: this.#undo, random, newId, now: clock.now() })
  }

  reload(): void {
    // It keeps nothing: whoever uses it keeps the page open.
  }

  get settled(): boolean {
    return this.#open && this.#synced
  }

  describe(): string {
    return `${this.name} ${this.settled ? 'synced' : 'not synced'}`
  }

  check(): void {
    if (this.#unread) readEverything(this.board)
    this.#unread = false
  }

  close(): void {
    this.#closed = true
    this.#socket?.close()
    this.#undo.destroy()
    this.doc.destroy()
  }
}
