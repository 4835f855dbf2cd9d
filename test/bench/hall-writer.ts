import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { messageType, protocolVersion, syncType } from '../../shared/protocol.ts'
import { RawSocket } from './raw-socket.ts'

const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)
const sync = (kind: number, payload: Uint8Array): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, payload)
  })
const number = (type: number, n: number): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, n)
  })

/** One who writes on a board as our own pages do: a marker after each edit, and the time until it is said to be on disk. */
export class HallWriter {
  readonly ready: Promise<void>
  /** ms from an edit to its acknowledgement, of those made since `from` */
  readonly acks: number[] = []
  readonly #socket: RawSocket
  readonly #doc = new Y.Doc()
  readonly #change: (doc: Y.Doc, n: number) => void
  readonly #sentAt = new Map<number, number>()
  #made = 0

  /** `change` is one edit of the document, which holds nothing of others; if it is not given, a card named `name` is moved. */
  constructor(url: string, token: string, name: string, change?: (doc: Y.Doc, n: number) => void) {
    const doc = this.#doc
    const card = new Y.Map<unknown>()
    this.#change = change ?? ((_, n) => void card.set('place', { x: (n * 7) % 4_000, y: (n * 3) % 2_500 }))
    let isReady: () => void = () => undefined
    this.ready = new Promise((resolve) => (isReady = resolve))
    this.#socket = new RawSocket(
      url,
      { Authorization: `Bearer ${token}` },
      {
        open: () => {
          const hello = message((encoder) => {
            encoding.writeVarUint(encoder, messageType.hello)
            encoding.writeVarUint(encoder, protocolVersion)
            encoding.writeVarString(encoder, '')
          })
          this.#socket.send(hello)
          this.#socket.send(sync(syncType.step1, new Uint8Array([0])))
          doc.on('update', (update: Uint8Array) => this.#socket.send(sync(syncType.update, update)))
          if (!change) doc.getMap('dragged').set(name, card)
          isReady()
        },
        frame: (frame) => this.#take(frame),
        closed: () => isReady(),
      },
    )
  }

  #take(frame: Buffer): void {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== messageType.ack) return
    const upTo = decoding.readVarUint(decoder)
    const now = performance.now()
    for (const [n, at] of this.#sentAt) {
      if (n > upTo) break
      this.acks.push(now - at)
      this.#sentAt.delete(n)
    }
  }

  /** Edits that are not acknowledged yet. */
  get unsaved(): number {
    return this.#sentAt.size
  }

  edit(): void {
    this.#made += 1
    this.#sentAt.set(this.#made, performance.now())
    this.#change(this.#doc, this.#made)
    this.#socket.send(number(messageType.marker, this.#made))
  }

  close(): void {
    this.#socket.close()
  }
}
