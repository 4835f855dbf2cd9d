import * as Y from 'yjs'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { eachMark, mark, nowUs } from './marks.ts'
import { RawSocket } from './raw-socket.ts'
import type { Started } from './targets.ts'
import type { Wire } from './wire.ts'

/** What arrives, counted from `from` on: times from a writer's send to a reader's receipt, ms. */
export type Counts = { from: number; updates: number[]; cursors: number[]; frames: number }

/** Somebody with a board open. A reader has no Y.Doc; a writer has one and drags a card. */
export class BenchClient {
  readonly ready: Promise<void>
  readonly #socket: RawSocket
  readonly #wire: Wire
  readonly #room: string
  readonly #writer: number
  readonly #counts: Counts
  readonly #card = new Y.Map<unknown>()
  readonly #awareness: Awareness | null = null
  #sent = 0
  #isSynced = false
  #onReady: () => void = () => undefined

  /** `writer` 0 is a reader; others have numbers of their own, the cursor's marks among them from 20,000. */
  constructor(server: Started, wire: Wire, room: string, writer: number, counts: Counts) {
    this.#wire = wire
    this.#room = room
    this.#writer = writer
    this.#counts = counts
    this.ready = new Promise((resolve) => (this.#onReady = resolve))
    this.#socket = new RawSocket(server.url(room), server.headers, {
      open: () => {
        for (const message of wire.greeting(room)) this.#socket.send(message)
        this.#socket.send(wire.step1(room))
      },
      frame: (frame) => this.#take(frame),
      closed: () => this.#onReady(),
    })
    if (writer === 0) return
    const doc = new Y.Doc()
    doc.clientID = 50_000 + writer
    doc.on('update', (update: Uint8Array) => {
      void this.ready.then(() => this.#socket.send(wire.update(room, update)))
    })
    doc.getMap('dragged').set(`p${writer}`, this.#card)
    this.#awareness = new Awareness(doc)
  }

  get isSynced(): boolean {
    return this.#isSynced
  }

  #take(frame: Buffer): void {
    if (!this.#isSynced) {
      this.#isSynced = this.#wire.read(frame)?.kind === 'step2'
      if (this.#isSynced) this.#onReady()
      return
    }
    const counts = this.#counts
    counts.frames += 1
    const now = nowUs()
    eachMark(frame, (writer, sentUs) => {
      if (sentUs < counts.from || writer % cursorMarks === this.#writer) return
      const list = writer >= cursorMarks ? counts.cursors : counts.updates
      list.push((now - sentUs) / 1_000)
    })
  }

  /** Moves the card a little. */
  edit(): void {
    this.#sent += 1
    this.#card.set('place', { x: (this.#sent * 7) % 4_000, mark: mark(this.#writer, this.#sent) })
  }

  /** Moves the pointer a little. */
  point(): void {
    if (!this.#awareness) return
    this.#sent += 1
    const cursor = { x: (this.#sent * 13) % 4_000, mark: mark(cursorMarks + this.#writer, this.#sent) }
    this.#awareness.setLocalState({ user: { name: `Person ${this.#writer}` }, cursor })
    this.#socket.send(
      this.#wire.awareness(this.#room, encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID])),
    )
  }

  /** Gives the board this content. */
  fill(update: Uint8Array): void {
    this.#socket.send(this.#wire.update(this.#room, update))
  }

  close(): void {
    this.#awareness?.destroy()
    this.#socket.close()
  }
}

/** Marks of pointers carry the writer's number raised by this. */
const cursorMarks = 20_000
