import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { isErrorCode, type ErrorCode } from '../../shared/errors.ts'
import { messageType, protocolVersion, syncType } from '../../shared/protocol.ts'

export type Access = 'write' | 'read'

/** One frame from the server, read. */
export type ServerMessage =
  | { type: 'welcome'; epoch: string; access: Access; time: number }
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; payload: Uint8Array }
  | { type: 'queryAwareness' }
  | { type: 'ack'; n: number }
  | { type: 'notice'; code: ErrorCode }
  | { type: 'pong'; n: number; time: number }
  /** a kind that this program does not know: a newer server's, or one that is not for us */
  | { type: 'unknown' }

/** Reads one frame. Throws for bytes that are no message. */
export function decodeServerMessage(frame: Uint8Array): ServerMessage {
  const decoder = decoding.createDecoder(frame)
  switch (decoding.readVarUint(decoder)) {
    case messageType.sync:
      return readSync(decoder)
    case messageType.awareness:
      return { type: 'awareness', payload: decoding.readVarUint8Array(decoder) }
    case messageType.queryAwareness:
      return { type: 'queryAwareness' }
    case messageType.welcome: {
      const epoch = decoding.readVarString(decoder)
      const access = decoding.readVarString(decoder) === 'write' ? 'write' : 'read'
      return { type: 'welcome', epoch, access, time: decoding.readVarUint(decoder) }
    }
    case messageType.ack:
      return { type: 'ack', n: decoding.readVarUint(decoder) }
    case messageType.notice: {
      const code = decoding.readVarString(decoder)
      return { type: 'notice', code: isErrorCode(code) ? code : 'internal' }
    }
    case messageType.pong:
      return { type: 'pong', n: decoding.readVarUint(decoder), time: decoding.readVarUint(decoder) }
    default:
      return { type: 'unknown' }
  }
}

function readSync(decoder: decoding.Decoder): ServerMessage {
  const kind = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (kind === syncType.step1) return { type: 'step1', stateVector: payload }
  if (kind === syncType.step2) return { type: 'step2', update: payload }
  if (kind === syncType.update) return { type: 'update', update: payload }
  return { type: 'unknown' }
}

function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(syncType.step1, stateVector)
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncType.step2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncType.update, update)

/** The first frame on every socket. `epoch` is '' when none is known. */
export function helloFrame(epoch: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.hello)
    encoding.writeVarUint(encoder, protocolVersion)
    encoding.writeVarString(encoder, epoch)
  })
}

export function awarenessFrame(payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

function numberFrame(type: number, n: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, n)
  })
}

export const markerFrame = (n: number): Uint8Array => numberFrame(messageType.marker, n)
export const pingFrame = (n: number): Uint8Array => numberFrame(messageType.ping, n)
