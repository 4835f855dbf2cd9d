import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageType, syncType } from '../../shared/protocol.ts'

/** The y-websocket protocol as a client of it, and Hocuspocus's, which puts the document's name first. */
export type Wire = {
  greeting(room: string): Uint8Array[]
  step1(room: string): Uint8Array
  update(room: string, update: Uint8Array): Uint8Array
  awareness(room: string, states: Uint8Array): Uint8Array
  /** what a frame brings: the document's bytes, or nothing that matters here */
  read(frame: Uint8Array): { kind: 'step2' | 'update'; update: Uint8Array } | null
}

const empty = new Uint8Array([0])

function sync(kind: number, payload: Uint8Array, ...before: string[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const name of before) encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

function awareness(payload: Uint8Array, ...before: string[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const name of before) encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, messageType.awareness)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

function readSync(decoder: decoding.Decoder): ReturnType<Wire['read']> {
  const kind = decoding.readVarUint(decoder)
  if (kind !== syncType.step2 && kind !== syncType.update) return null
  return { kind: kind === syncType.step2 ? 'step2' : 'update', update: decoding.readVarUint8Array(decoder) }
}

export const yWire: Wire = {
  greeting: () => [],
  step1: () => sync(syncType.step1, empty),
  update: (_room, update) => sync(syncType.update, update),
  awareness: (_room, states) => awareness(states),
  read: (frame) => {
    const decoder = decoding.createDecoder(frame)
    return decoding.readVarUint(decoder) === messageType.sync ? readSync(decoder) : null
  },
}

export const hocuspocusWire: Wire = {
  greeting: (room) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, room)
      for (const part of [2, 0]) encoding.writeVarUint(encoder, part) // auth: a token follows
      encoding.writeVarString(encoder, 'bench')
    }),
  ],
  step1: (room) => sync(syncType.step1, empty, room),
  update: (room, update) => sync(syncType.update, update, room),
  awareness: (room, states) => awareness(states, room),
  read: (frame) => {
    const decoder = decoding.createDecoder(frame)
    decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    return type === 0 || type === 4 ? readSync(decoder) : null
  },
}
