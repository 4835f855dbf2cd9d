import { connect, type Socket } from 'node:net'
import * as decoding from 'lib0/decoding'
import { vi } from 'vitest'
import { messageType, protocolVersion, syncType } from '../../shared/protocol.ts'
import { message } from '../server/sync/test-client.ts'

/** What RFC 6455 lets a frame say, and what it does not. */
export type FrameShape = {
  opcode?: number
  fin?: boolean
  /** the three reserved bits */
  rsv?: number
  masked?: boolean
  /** the length that is told, when it is a lie, or told in more bytes than needed */
  length?: { told: number | bigint; as?: 7 | 16 | 64 }
}

/** One frame as a client would write it, or as none should. */
export function frameOf(payload: Uint8Array, shape: FrameShape = {}): Buffer {
  const { opcode = 2, fin = true, rsv = 0, masked = true, length = { told: payload.length } } = shape
  const told = BigInt(length.told)
  const as = length.as ?? (told < 126n ? 7 : told < 65_536n ? 16 : 64)
  const mask = masked ? 0x80 : 0
  const head = Buffer.alloc(as === 7 ? 2 : as === 16 ? 4 : 10)
  head.set([(fin ? 0x80 : 0) | (rsv << 4) | opcode, mask | (as === 7 ? Number(told) : as === 16 ? 126 : 127)])
  if (as === 16) head.writeUInt16BE(Number(told), 2)
  if (as === 64) head.writeBigUInt64BE(told, 2)
  // A mask of zeros: the payload goes as it is.
  return Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), payload])
}

/** A program on a raw socket: it says what it likes, byte by byte, and takes down what it is answered. */
export class Attacker {
  readonly socket: Socket
  readonly opened: Promise<void>
  readonly notices: string[] = []
  readonly acks: number[] = []
  readonly pongs: number[] = []
  /** step 1 from the server */
  asked = 0
  /** changes it was told of, the whole document at first among them */
  updates = 0
  welcomes = 0
  awareness = 0
  /** answers to pings of the WebSocket */
  socketPongs = 0
  /** `<code> <reason>`; `cut` without a close frame */
  closed: string | null = null
  #rest: Buffer = Buffer.alloc(0)
  #isOpen = false

  constructor(url: string, path: string, token: string) {
    const { hostname, port } = new URL(url)
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    )
    this.opened = new Promise((resolve) => {
      this.socket.on('data', (chunk) => this.#read(chunk, resolve))
      this.socket.on('error', () => undefined) // 'close' follows
      this.socket.on('close', () => {
        this.closed ??= 'cut'
        resolve()
      })
    })
  }

  /** Says hello and asks for the document, as everybody does; resolves when it has come. */
  async join(): Promise<this> {
    await this.opened
    this.say(message(messageType.hello, protocolVersion, ''))
    this.say(message(messageType.sync, syncType.step1, Uint8Array.of(0)))
    await this.until(() => this.updates > 0)
    return this
  }

  /** One message in one frame. */
  say(bytes: Uint8Array): void {
    this.raw(frameOf(bytes))
  }

  update(update: Uint8Array): void {
    this.say(message(messageType.sync, syncType.update, update))
  }

  /** These bytes, whatever they are. */
  raw(bytes: Uint8Array): void {
    if (!this.socket.destroyed && this.socket.writable) this.socket.write(bytes)
  }

  /** Resolves when it holds, or when the socket is closed. */
  async until(holds: () => boolean, timeout = 8_000): Promise<void> {
    await vi.waitFor(
      () => {
        if (!holds() && this.closed === null) throw new Error('not yet')
      },
      { timeout, interval: 2 },
    )
  }

  leave(): void {
    this.socket.destroy()
  }

  #read(chunk: Buffer, opened: () => void): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    if (!this.#isOpen) {
      const end = data.indexOf('\r\n\r\n')
      if (end < 0) return void (this.#rest = data)
      const [status = ''] = data.toString('latin1').split('\r\n')
      if (!status.includes(' 101 ')) this.closed = status
      this.#isOpen = true
      data = data.subarray(end + 4)
      opened()
    }
    let at = 0
    for (let frame = frameAt(data, at); frame; frame = frameAt(data, at)) {
      at = frame.end
      this.#take(frame)
    }
    this.#rest = Buffer.from(data.subarray(at))
  }

  #take({ opcode, payload }: Frame): void {
    if (opcode === 8) {
      const code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.closed ??= `${code} ${payload.subarray(2).toString()}`.trim()
      this.socket.destroy()
    }
    if (opcode === 9) this.raw(frameOf(payload, { opcode: 10 }))
    if (opcode === 10) this.socketPongs += 1
    if (opcode === 2) this.#hear(payload)
  }

  #hear(payload: Buffer): void {
    const decoder = decoding.createDecoder(new Uint8Array(payload))
    const type = decoding.readVarUint(decoder)
    if (type === messageType.notice) this.notices.push(decoding.readVarString(decoder))
    if (type === messageType.ack) this.acks.push(decoding.readVarUint(decoder))
    if (type === messageType.pong) this.pongs.push(decoding.readVarUint(decoder))
    if (type === messageType.welcome) this.welcomes += 1
    if (type === messageType.awareness) this.awareness += 1
    if (type !== messageType.sync) return
    if (decoding.readVarUint(decoder) === syncType.step1) this.asked += 1
    else this.updates += 1
  }
}

type Frame = { opcode: number; payload: Buffer; end: number }

/** One frame from a server (never masked), or null while it is not all there. */
function frameAt(data: Buffer, at: number): Frame | null {
  if (data.length < at + 2) return null
  const short = data.readUInt8(at + 1) & 127
  const from = at + (short === 126 ? 4 : short === 127 ? 10 : 2)
  if (data.length < from) return null
  const length =
    short === 126 ? data.readUInt16BE(at + 2) : short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short
  const end = from + length
  return data.length < end ? null : { opcode: data.readUInt8(at) & 15, payload: data.subarray(from, end), end }
}
