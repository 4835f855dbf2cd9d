import { randomUUID } from 'node:crypto'
import { openTeamDocument } from '../../shared/schema/team.ts'
import * as Y from 'yjs'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { messageType } from '../../shared/protocol.ts'
import { message } from '../server/sync/test-client.ts'
import { WireClient } from '../server/wire-client.ts'
import type { Hand } from '../sim/hand.ts'
import { actAtRandom } from '../sim/operations.ts'
import type { SeededRandom } from '../sim/random.ts'

/** What somebody's page has open: their team's board to write on, and what everyone reads. */
export type Documents = { board: string; others: string[] }

/** Somebody in the hall, with a page that is open or shut. */
export class Person {
  readonly documents: Documents
  readonly #url: string
  readonly #token: string
  readonly #random: SeededRandom
  #board: WireClient | null = null
  #others: WireClient[] = []
  #hand: Hand | null = null
  #awareness: Awareness | null = null
  /** edits that the server has said are on disk, by all the pages that were open */
  acknowledged = 0

  constructor(url: string, token: string, documents: Documents, random: SeededRandom) {
    this.#url = url
    this.#token = token
    this.documents = documents
    this.#random = random
  }

  get isIn(): boolean {
    return this.#board !== null
  }

  /** The board as this page has it; null while it is shut. */
  get board(): Y.Doc | null {
    return this.#board?.doc ?? null
  }

  /** Edits made on the page that is open and not acknowledged yet. */
  get unsaved(): number {
    return this.#board ? this.#board.made - this.#board.acked : 0
  }

  /** Opens the page and waits until everything on it has come. */
  async come(): Promise<void> {
    const { board, others } = this.documents
    this.#board = new WireClient(this.#url, board, this.#token)
    this.#others = others.map((id) => new WireClient(this.#url, id, this.#token))
    await Promise.all([this.#board, ...this.#others].map(({ synced }) => synced))
    const { doc } = this.#board
    const team = openTeamDocument(doc)
    const undo = new Y.UndoManager([team.goals], { captureTimeout: 0 })
    undo.destroy() // a page of hours would keep all it ever did
    this.#hand = { board: team, undo, random: this.#random, newId: randomUUID, now: Date.now() }
    this.#awareness = new Awareness(doc)
  }

  /** Shuts the lid; only what is saved is sure. */
  leave(): void {
    this.acknowledged += this.#board?.acked ?? 0
    this.#awareness?.destroy()
    for (const client of [this.#board, ...this.#others]) client?.close()
    this.#board = null
    this.#hand = null
    this.#awareness = null
    this.#others = []
  }

  edit(): void {
    if (this.#hand) actAtRandom({ ...this.#hand, now: Date.now() })
  }

  point(): void {
    if (!this.#awareness) return
    this.#awareness.setLocalState({ x: this.#random.whole(0, 4_000), y: this.#random.whole(0, 2_500) })
    const states = encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID])
    this.#board?.send(message(messageType.awareness, states))
  }
}
