import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { messageType, protocolVersion, syncType } from '../../shared/protocol.ts'
import { message } from './sync/test-client.ts'

/**
 * A program on a real socket that speaks the wire by hand, with a marker after each change: it knows which of
 * its changes the server has said are on disk.
 */
export class WireClient {
  readonly doc = new Y.Doc()
  readonly socket: WebSocket
  /** changes made here, and how many of them are acknowledged */
  made = 0
  acked = 0
  notices: string[] = []
  closed: { code: number; reason: string } | null = null
  /** resolves when the document has come; rejects if the socket closes before */
  readonly synced: Promise<void>

  constructor(url: string, documentId: string, token: string) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${documentId}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    this.socket.binaryType = 'nodebuffer'
    this.synced = new Promise((resolve, reject) => {
      this.socket.on('open', () => {
        this.send(message(messageType.hello, protocolVersion, ''))
        this.send(message(messageType.sync, syncType.step1, Y.encodeStateVector(this.doc)))
      })
      this.socket.on('message', (data: Buffer) => this.#receive(data, resolve))
      this.socket.on('close', (code, reason) => {
        this.closed = { code, reason: reason.toString() }
        reject(new Error(`closed ${code} ${reason.toString()}`))
      })
      this.socket.on('error', () => undefined) // 'close' follows
    })
    this.synced.catch(() => undefined)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return
      this.made += 1
      this.send(message(messageType.sync, syncType.update, update))
      this.send(message(messageType.marker, this.made))
    })
  }

  #receive(data: Buffer, resolve: () => void): void {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === messageType.ack) this.acked = decoding.readVarUint(decoder)
    if (type === messageType.notice) this.notices.push(decoding.readVarString(decoder))
    if (type !== messageType.sync) return
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === syncType.step1) {
      this.send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(this.doc, payload)))
      if (this.made > 0) this.send(message(messageType.marker, this.made))
      return
    }
    Y.applyUpdate(this.doc, payload, 'remote')
    if (kind === syncType.step2) resolve()
  }

  send(bytes: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(bytes)
  }

  close(): void {
    this.socket.terminate()
  }
}
