import { connect, type Socket } from 'node:net'

type Handlers = { open(): void; frame(data: Buffer): void; closed(): void }

const everyMask = Buffer.alloc(4)

/**
 * A WebSocket client that costs next to nothing, so that a load of hundreds measures the server and not itself: no
 * events, no copies of small frames, a mask of zeros. A frame is valid only during the call.
 */
export class RawSocket {
  readonly #socket: Socket
  readonly #handlers: Handlers
  #rest: Buffer = Buffer.alloc(0)
  #isOpen = false
  #isClosed = false

  constructor(url: string, headers: Record<string, string>, handlers: Handlers) {
    const { hostname, port, host, pathname } = new URL(url)
    this.#handlers = handlers
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket.on('connect', () => {
      const all: Record<string, string> = {
        Host: host,
        Upgrade: 'websocket',
        Connection: 'Upgrade',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'c2FtdGF2bGUgYmVuY2ghIQ==',
        ...headers,
      }
      const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
      this.#socket.write(`GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`)
    })
    this.#socket.on('data', (chunk) => this.#read(chunk))
    this.#socket.on('error', () => this.#close())
    this.#socket.on('close', () => this.#close())
  }

  #read(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    if (!this.#isOpen) {
      const end = data.indexOf('\r\n\r\n')
      if (end < 0) return void (this.#rest = data)
      if (!data.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) return this.close()
      this.#isOpen = true
      data = data.subarray(end + 4)
      this.#handlers.open()
    }
    let at = 0
    while (!this.#isClosed) {
      const frame = frameAt(data, at)
      if (!frame) break
      at = frame.end
      if (frame.opcode === 8) return this.close()
      if (frame.opcode === 9) this.#write(frame.payload, 10)
      else if (frame.opcode === 2) this.#handlers.frame(frame.payload)
    }
    this.#rest = at === data.length ? Buffer.alloc(0) : Buffer.from(data.subarray(at))
  }

  send(payload: Uint8Array): void {
    this.#write(payload, 2)
  }

  #write(payload: Uint8Array, opcode: number): void {
    if (this.#isClosed) return
    const { length } = payload
    const header =
      length < 126
        ? Buffer.from([128 | opcode, 128 | length])
        : length < 65_536
          ? Buffer.from([128 | opcode, 254, length >> 8, length & 255])
          : Buffer.from([
              128 | opcode,
              255,
              0,
              0,
              0,
              0,
              length >>> 24,
              (length >> 16) & 255,
              (length >> 8) & 255,
              length & 255,
            ])
    this.#socket.write(Buffer.concat([header, everyMask, payload]))
  }

  close(): void {
    this.#socket.destroy()
    this.#close()
  }

  #close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#handlers.closed()
  }
}

type Frame = { opcode: number; payload: Buffer; end: number }

/** One frame from a server (never masked), or null while it is not all there. */
function frameAt(data: Buffer, at: number): Frame | null {
  if (data.length < at + 2) return null
  const short = data.readUInt8(at + 1) & 127
  const header = short === 126 ? 4 : short === 127 ? 10 : 2
  if (data.length < at + header) return null
  const length =
    short === 126 ? data.readUInt16BE(at + 2) : short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short
  const end = at + header + length
  if (data.length < end) return null
  return { opcode: data.readUInt8(at) & 15, payload: data.subarray(at + header, end), end }
}
