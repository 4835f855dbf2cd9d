import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { messageType, syncType } from '../../shared/protocol.ts'
import { ByteReader } from './byte-reader.ts'

/** One frame from a client, read. */
export type ClientMessage =
  | { type: 'hello'; protocol: number; epoch: string }
  | { type: 'step1'; stateVector: Uint8Array }
  /** `whole`: a step 2, which holds all that the client has and we asked for */
  | { type: 'update'; update: Uint8Array; whole: boolean }
  | { type: 'awareness'; payload: Uint8Array }
  | { type: 'queryAwareness' }
  | { type: 'marker'; n: number }
  | { type: 'ping'; n: number }

/**
 * Reads one frame. Throws `malformed` for anything that is not exactly one message. The frame is copied
 * first: it may lie in a larger buffer, and lib0 would read past the frame's end into somebody else's bytes.
 */
export function decodeMessage(frame: Uint8Array): ClientMessage {
  try {
    const decoder = decoding.createDecoder(new Uint8Array(frame))
    const message = readMessage(decoder)
    if (decoding.hasContent(decoder)) throw new AppError('malformed')
    return message
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('malformed', {}, cause)
  }
}

/**
 * A number from a stranger. Throws `malformed` above 2^53: lib0 reads such numbers, even infinity, and writing
 * one again never ends or gives bytes that nobody can read.
 */
export function readNumber(decoder: decoding.Decoder): number {
  const n = decoding.readVarUint(decoder)
  if (!Number.isSafeInteger(n)) throw new AppError('malformed')
  return n
}

function readMessage(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case messageType.sync:
      return readSync(decoder)
    case messageType.awareness:
      return { type: 'awareness', payload: decoding.readVarUint8Array(decoder) }
    case messageType.queryAwareness:
      return { type: 'queryAwareness' }
    case messageType.hello:
      return { type: 'hello', protocol: readNumber(decoder), epoch: decoding.readVarString(decoder) }
    case messageType.marker:
      return { type: 'marker', n: readNumber(decoder) }
    case messageType.ping:
      return { type: 'ping', n: readNumber(decoder) }
    default:
      throw new AppError('malformed')
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const kind = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (kind === syncType.step1) {
    checkStateVector(payload)
    return { type: 'step1', stateVector: payload }
  }
  if (kind === syncType.step2 || kind === syncType.update) {
    return { type: 'update', update: payload, whole: kind === syncType.step2 }
  }
  throw new AppError('malformed')
}

/** Yjs passes over what follows a state vector, and over numbers that nobody can have written. */
function checkStateVector(bytes: Uint8Array): void {
  const reader = new ByteReader(bytes)
  for (let left = reader.count(2); left > 0; left -= 1) {
    reader.number() // a client
    reader.number() // its clock
  }
  if (!reader.atEnd) throw new AppError('malformed')
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode(write)
}

function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

/** «This is what I have; send me what I lack.» */
export const encodeStep1 = (stateVector: Uint8Array): Uint8Array => syncFrame(syncType.step1, stateVector)
/** The answer to step 1: everything the asker lacks. */
export const encodeStep2 = (update: Uint8Array): Uint8Array => syncFrame(syncType.step2, update)
/** A change, to everyone in the room. */
export const encodeUpdate = (update: Uint8Array): Uint8Array => syncFrame(syncType.update, update)

/** An awareness update as y-protocols encodes it, framed. */
export function encodeAwareness(payload: Uint8Array): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

/** The answer to hello. `time` is ms since 1970. */
export function encodeWelcome(epoch: string, access: 'read' | 'write', time: number): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.welcome)
    encoding.writeVarString(encoder, epoch)
    encoding.writeVarString(encoder, access)
    encoding.writeVarUint(encoder, time)
  })
}

/** Everything up to marker `n` is on disk. */
export function encodeAck(n: number): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.ack)
    encoding.writeVarUint(encoder, n)
  })
}

/** Something was not taken; the session goes on. */
export function encodeNotice(code: ErrorCode): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.notice)
    encoding.writeVarString(encoder, code)
  })
}

/** The answer to ping. `time` is ms since 1970. */
export function encodePong(n: number, time: number): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.pong)
    encoding.writeVarUint(encoder, n)
    encoding.writeVarUint(encoder, time)
  })
}
