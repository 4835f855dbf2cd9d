import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { messageType, syncType } from '../../shared/protocol.ts'
import type { TraceEvent } from './trace.ts'

/** That from event number `at` on, the edits `keys` of a document were told to be saved, or were shown to somebody. */
export type SavedPromise = { at: number; documentId: string; keys: string[] }

/** A socket that a test had to the server: its own port, its document, and the key of each edit it made, in order. */
export type Wire = { port: number; documentId: string; made: string[] }

/**
 * Reads from what left the server on its sockets what it promised, and when: edits that it acknowledged, and edits of
 * others that it relayed.
 */
export function promisesIn(events: readonly TraceEvent[], wires: readonly Wire[]): SavedPromise[] {
  const listeners = new Map(wires.map((wire) => [wire.port, new Listener(wire)]))
  return events.flatMap((event, at) => {
    if (event.op !== 'sent') return []
    const keys = listeners.get(event.port)?.hear(event.bytes) ?? []
    const documentId = listeners.get(event.port)?.wire.documentId ?? ''
    return keys.length > 0 ? [{ at, documentId, keys }] : []
  })
}

/** Understands one socket's stream: the answer to the upgrade, then WebSocket frames. */
class Listener {
  readonly wire: Wire
  readonly #doc = new Y.Doc()
  #rest = Buffer.alloc(0)
  #upgraded = false
  #acked = 0
  #news: string[] = []

  constructor(wire: Wire) {
    this.wire = wire
    const edits = this.#doc.getMap('edits')
    // What a restore took back is told too, and is no promise.
    edits.observe(({ keysChanged }) =>
      this.#news.push(...[...(keysChanged as Set<string>)].filter((key) => edits.has(key))),
    )
  }

  /** The edits that these bytes promise. */
  hear(bytes: Uint8Array): string[] {
    this.#rest = Buffer.concat([this.#rest, bytes])
    if (!this.#upgraded) {
      const end = this.#rest.indexOf('\r\n\r\n')
      if (end < 0) return []
      this.#rest = this.#rest.subarray(end + 4)
      this.#upgraded = true
    }
    this.#news = []
    for (let frame = this.#takeFrame(); frame; frame = this.#takeFrame()) this.#read(frame)
    return this.#news
  }

  #takeFrame(): Uint8Array | null {
    const rest = this.#rest
    if (rest.length < 2) return null
    const short = rest.readUInt8(1) & 0x7f
    const head = short === 127 ? 10 : short === 126 ? 4 : 2
    if (rest.length < head) return null
    const length = short === 127 ? Number(rest.readBigUInt64BE(2)) : short === 126 ? rest.readUInt16BE(2) : short
    if (rest.length < head + length) return null
    this.#rest = rest.subarray(head + length)
    // Pings and the closing say nothing of edits.
    const isData = (rest.readUInt8(0) & 0x0f) === 2
    return isData ? rest.subarray(head, head + length) : new Uint8Array()
  }

  #read(frame: Uint8Array): void {
    if (frame.length === 0) return
    const decoder = decoding.createDecoder(new Uint8Array(frame))
    const type = decoding.readVarUint(decoder)
    if (type === messageType.ack) {
      const acked = decoding.readVarUint(decoder)
      this.#news.push(...this.wire.made.slice(this.#acked, acked))
      this.#acked = acked
    }
    if (type !== messageType.sync || decoding.readVarUint(decoder) === syncType.step1) return
    Y.applyUpdate(this.#doc, decoding.readVarUint8Array(decoder))
  }
}
