import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { messageType, protocolVersion, syncType } from '../../../shared/protocol.ts'
import { message } from '../../server/sync/test-client.ts'

/** How often it writes. ms */
const everyMs = 40

/** Somebody who writes all the time and measures how long it takes until a change is kept. */
export type Canary = {
  /** ms that the slowest change since the last call took; waits until the last one is kept */
  longestWait(): Promise<number>
  /** everything that it was sent */
  text(): string
  stop(): void
}

/** Begins to write on a socket that is being opened. */
export async function canaryOn(socket: WebSocket): Promise<Canary> {
  const doc = new Y.Doc()
  const sentAt = new Map<number, number>()
  const waiting = new Set<() => void>()
  let longest = 0
  let closed = ''
  let last = 0
  let timer: NodeJS.Timeout | undefined
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) socket.send(message(messageType.sync, syncType.update, update))
  })
  const write = () => {
    if (closed !== '') return
    doc.getMap('canary').set(`${doc.clientID}`, last)
    last += 1
    sentAt.set(last, performance.now())
    socket.send(message(messageType.marker, last))
  }
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === messageType.sync && decoding.readVarUint(decoder) !== syncType.step1) {
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), socket)
    }
    if (type !== messageType.ack) return
    const number = decoding.readVarUint(decoder)
    longest = Math.max(longest, performance.now() - (sentAt.get(number) ?? 0))
    for (const known of sentAt.keys()) if (known <= number) sentAt.delete(known)
    timer = setTimeout(write, everyMs)
    for (const resolve of waiting) resolve()
    waiting.clear()
  })
  socket.once('close', (code: number, reason: Buffer) => (closed = `${code} ${reason.toString()}`))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(message(messageType.hello, protocolVersion, ''))
  socket.send(message(messageType.sync, syncType.step1, Y.encodeStateVector(doc)))
  write()
  return {
    longestWait: async () => {
      if (closed === '' && sentAt.size > 0) await new Promise<void>((resolve) => waiting.add(resolve))
      if (closed !== '') throw new Error(`the canary was closed: ${closed}`)
      const most = longest
      longest = 0
      return most
    },
    text: () => JSON.stringify(doc.toJSON()),
    stop: () => {
      clearTimeout(timer)
      closed = 'stopped'
      socket.terminate()
    },
  }
}
