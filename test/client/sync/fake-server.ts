import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { ErrorCode } from '../../../shared/errors.ts'
import { messageType, syncType } from '../../../shared/protocol.ts'
import type { SocketLike } from '../../../client/sync/socket.ts'

type Heard =
  | { type: 'hello'; version: number; epoch: string }
  | { type: 'step1'; bytes: Uint8Array }
  | { type: 'step2'; bytes: Uint8Array }
  | { type: 'update'; bytes: Uint8Array }
  | { type: 'awareness'; bytes: Uint8Array }
  | { type: 'marker'; n: number }
  | { type: 'ping'; n: number }
  | { type: 'other' }

function read(frame: Uint8Array): Heard {
  const decoder = decoding.createDecoder(frame)
  switch (decoding.readVarUint(decoder)) {
    case messageType.hello:
      return { type: 'hello', version: decoding.readVarUint(decoder), epoch: decoding.readVarString(decoder) }
    case messageType.sync: {
      const kind = decoding.readVarUint(decoder)
      const type = kind === syncType.step1 ? 'step1' : kind === syncType.step2 ? 'step2' : 'update'
      return { type, bytes: decoding.readVarUint8Array(decoder) }
    }
    case messageType.awareness:
      return { type: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
    case messageType.marker:
      return { type: 'marker', n: decoding.readVarUint(decoder) }
    case messageType.ping:
      return { type: 'ping', n: decoding.readVarUint(decoder) }
    default:
      return { type: 'other' }
  }
}

const frame = encoding.encode

/** One socket, seen from the server's side: the test says what the server does. */
export class FakeSocket implements SocketLike {
  onopen: (() => void) | null = null
  onmessage: ((frame: Uint8Array) => void) | null = null
  onclose: ((code: number, reason: string) => void) | null = null
  readonly heard: Heard[] = []
  readonly sizes: number[] = []
  closedByClient = false

  send(bytes: Uint8Array): void {
    this.heard.push(read(bytes))
    this.sizes.push(bytes.length)
  }

  close(): void {
    this.closedByClient = true
  }

  open(): void {
    this.onopen?.()
  }

  /** The socket ends, as the server or the net ends it. */
  end(code = 1006, reason = ''): void {
    this.onclose?.(code, reason)
  }

  welcome(epoch: string, access: 'read' | 'write', time: number): void {
    this.onmessage?.(
      frame((encoder) => {
        encoding.writeVarUint(encoder, messageType.welcome)
        encoding.writeVarString(encoder, epoch)
        encoding.writeVarString(encoder, access)
        encoding.writeVarUint(encoder, time)
      }),
    )
  }

  sync(kind: keyof typeof syncType, bytes: Uint8Array): void {
    this.onmessage?.(
      frame((encoder) => {
        encoding.writeVarUint(encoder, messageType.sync)
        encoding.writeVarUint(encoder, syncType[kind])
        encoding.writeVarUint8Array(encoder, bytes)
      }),
    )
  }

  awareness(payload: Uint8Array): void {
    this.onmessage?.(
      frame((encoder) => {
        encoding.writeVarUint(encoder, messageType.awareness)
        encoding.writeVarUint8Array(encoder, payload)
      }),
    )
  }

  ack(n: number): void {
    this.onmessage?.(
      frame((encoder) => {
        encoding.writeVarUint(encoder, messageType.ack)
        encoding.writeVarUint(encoder, n)
      }),
    )
  }

  notice(code: ErrorCode): void {
    this.onmessage?.(
      frame((encoder) => {
        encoding.writeVarUint(encoder, messageType.notice)
        encoding.writeVarString(encoder, code)
      }),
    )
  }

  pong(n: number, time: number): void {
    this.onmessage?.(
      frame((encoder) => {
        encoding.writeVarUint(encoder, messageType.pong)
        encoding.writeVarUint(encoder, n)
        encoding.writeVarUint(encoder, time)
      }),
    )
  }

  of<K extends Heard['type']>(type: K): Extract<Heard, { type: K }>[] {
    return this.heard.filter((message): message is Extract<Heard, { type: K }> => message.type === type)
  }

  /** The number of the newest marker. */
  get marker(): number {
    return this.of('marker').at(-1)?.n ?? 0
  }

  pongs(time: number): void {
    const n = this.of('ping').at(-1)?.n
    if (n !== undefined) this.pong(n, time)
  }
}

/** A server that has `doc` on its disk and hands out sockets that the test drives. */
export class FakeServer {
  readonly sockets: FakeSocket[] = []
  readonly doc = new Y.Doc()
  epoch = 'epoch-1'

  openSocket = (): FakeSocket => {
    const socket = new FakeSocket()
    this.sockets.push(socket)
    return socket
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }

  /** Answers a newcomer as the real server does. */
  accept(time: number, access: 'read' | 'write' = 'write'): FakeSocket {
    const { socket } = this
    socket.open()
    socket.welcome(this.epoch, access, time)
    const asked = socket.of('step1').at(-1)
    socket.sync('step2', Y.encodeStateAsUpdate(this.doc, asked?.bytes))
    if (access === 'write') socket.sync('step1', Y.encodeStateVector(this.doc))
    return socket
  }

  /** Takes everything the newest socket has sent to disk and acknowledges it. */
  commit(): void {
    const { socket } = this
    for (const message of socket.heard) {
      if (message.type === 'step2' || message.type === 'update') Y.applyUpdate(this.doc, message.bytes)
    }
    socket.ack(socket.marker)
  }
}
