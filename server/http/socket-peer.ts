import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Peer } from '../sync/peer.ts'

/**
 * A WebSocket as the sync engine sees it. Nothing here throws: a socket that is gone swallows what it is told.
 * `raw` is the stream under it. A message for 300 readers is put in its WebSocket frame once and written as it is;
 * `socket.send` would make the frame, and two writes, for each of them.
 */
export function socketPeer(socket: WebSocket, raw: Duplex): Peer {
  return {
    send(frame, second = null) {
      if (socket.readyState !== socket.OPEN) return
      if (second !== null || frame.length <= copiedBytes) return void raw.write(wireOf(frame, second))
      raw.cork()
      raw.write(headerOf(frame.length))
      raw.write(frame)
      raw.uncork()
    },
    close(code, reason) {
      if (socket.readyState !== socket.OPEN) return
      // A paused socket would never read the other side's answer to the close.
      socket.resume()
      socket.close(code, reason)
    },
    bufferedBytes: () => raw.writableLength,
    pause() {
      if (socket.readyState === socket.OPEN) socket.pause()
    },
    resume() {
      if (socket.readyState === socket.OPEN) socket.resume()
    },
  }
}

/** A larger message is not copied together with its header. Bytes. */
const copiedBytes = 16_384

/** What was sent last: a message to many is sent to one after the other. */
let last: { first: Uint8Array; second: Uint8Array | null; wire: Buffer } | null = null

/** One or two messages in one write. */
function wireOf(first: Uint8Array, second: Uint8Array | null): Buffer {
  if (last !== null && last.first === first && last.second === second) return last.wire
  const parts = [headerOf(first.length), first, ...(second === null ? [] : [headerOf(second.length), second])]
  const wire = Buffer.concat(parts)
  last = { first, second, wire }
  return wire
}

/** The header of one whole binary message from a server, neither masked nor compressed (RFC 6455, 5.2). */
function headerOf(length: number): Buffer {
  const finBinary = 0x82
  if (length < 126) return Buffer.from([finBinary, length])
  if (length < 65_536) {
    const header = Buffer.from([finBinary, 126, 0, 0])
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.alloc(10)
  header.set([finBinary, 127])
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
