import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { vi } from 'vitest'
import * as Y from 'yjs'
import type { Rooms } from '../../../server/sync/rooms.ts'
import type { Who } from '../../../server/sync/who.ts'
import { messageType, protocolVersion, syncType } from '../../../shared/protocol.ts'

/** Everything a test wants to see of what a session was sent. */
export type Seen = {
  updates: number
  acks: number[]
  notices: string[]
  pongs: number[]
  awareness: Map<number, Record<string, unknown> | null>
  welcome: { epoch: string; access: string } | null
  step1: number
  /** how often two messages came in one write */
  together: number
  closed: { code: number; reason: string } | null
  paused: number
}

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)

/** Encodes one message: numbers as varuints, strings and bytes with their length. */
export function message(...parts: (number | string | Uint8Array)[]): Uint8Array {
  return frame((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else if (typeof part === 'string') encoding.writeVarString(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
  })
}

export const who = (name: string, change: Partial<Who> = {}): Who => ({
  sessionId: `s-${name}`,
  personId: `p-${name}`,
  name,
  role: 'editor',
  teamIds: ['a'],
  networkId: 'n',
  ...change,
})

/** A client with a real Y.Doc that speaks the wire by hand, so that a test can also say wrong things. */
export class TestClient {
  readonly doc = new Y.Doc()
  readonly seen: Seen = {
    updates: 0,
    acks: [],
    notices: [],
    pongs: [],
    awareness: new Map(),
    welcome: null,
    step1: 0,
    together: 0,
    closed: null,
    paused: 0,
  }
  readonly #connection: ReturnType<Rooms['connect']>
  /** whether local changes are sent as they are made */
  sending = true
  answering = true

  constructor(
    rooms: Rooms,
    args: { documentId?: string; access?: 'read' | 'write'; who: Who; buffered?: () => number },
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.sending && origin !== 'remote') this.send(message(messageType.sync, syncType.update, update))
    })
    this.#connection = rooms.connect(
      {
        send: (bytes, second) => {
          this.#receive(bytes)
          if (!second) return
          this.seen.together += 1
          this.#receive(second)
        },
        close: (code, reason) => {
          this.seen.closed ??= { code, reason }
          this.#connection?.left()
        },
        bufferedBytes: args.buffered ?? (() => 0),
        pause: () => (this.seen.paused += 1),
        resume: () => (this.seen.paused -= 1),
      },
      { documentId: args.documentId ?? 'team:a', access: args.access ?? 'write', who: args.who },
    )
  }

  #receive(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    const { seen } = this
    if (type === messageType.sync) return this.#sync(decoder)
    if (type === messageType.ack) seen.acks.push(decoding.readVarUint(decoder))
    if (type === messageType.notice) seen.notices.push(decoding.readVarString(decoder))
    if (type === messageType.pong) seen.pongs.push(decoding.readVarUint(decoder))
    if (type === messageType.welcome) {
      seen.welcome = { epoch: decoding.readVarString(decoder), access: decoding.readVarString(decoder) }
    }
    if (type !== messageType.awareness) return
    const states = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    for (let left = decoding.readVarUint(states); left > 0; left -= 1) {
      const id = decoding.readVarUint(states)
      decoding.readVarUint(states)
      const state = JSON.parse(decoding.readVarString(states)) as Record<string, unknown> | null
      if (state) seen.awareness.set(id, state)
      else seen.awareness.delete(id)
    }
  }

  #sync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === syncType.step1) {
      this.seen.step1 += 1
      if (this.answering) this.send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(this.doc, payload)))
      return
    }
    this.seen.updates += 1
    Y.applyUpdate(this.doc, payload, 'remote')
  }

  send(bytes: Uint8Array): void {
    this.#connection.receive(bytes)
  }

  /** Says hello and asks for the document; resolves when it has come. */
  async join(epoch = ''): Promise<this> {
    this.send(message(messageType.hello, protocolVersion, epoch))
    return this.ask()
  }

  /** Asks for the document as a stock client does. */
  async ask(): Promise<this> {
    const before = this.seen.updates
    this.send(message(messageType.sync, syncType.step1, Y.encodeStateVector(this.doc)))
    await vi.waitFor(() => {
      if (this.seen.updates === before && !this.seen.closed) throw new Error('no answer to step 1 yet')
    })
    return this
  }

  marker(n: number): void {
    this.send(message(messageType.marker, n))
  }

  state(clientId: number, clock: number, state: unknown): void {
    const payload = message(1, clientId, clock, JSON.stringify(state))
    this.send(message(messageType.awareness, payload))
  }

  leave(): void {
    this.#connection.left()
  }
}
