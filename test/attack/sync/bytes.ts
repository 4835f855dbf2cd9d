import * as encoding from 'lib0/encoding'
import { messageType, syncType } from '../../../shared/protocol.ts'

/*
 * What the lists of attacks write their bytes with.
 */

export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
export const nothing = bytes()
export const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value)
export const joined = (...parts: (readonly number[] | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))))

/** Numbers as lib0 writes them, and as it never would. */
export const varints = {
  '2^31': encoded(2 ** 31),
  '2^32': encoded(2 ** 32),
  '2^53 − 1': encoded(Number.MAX_SAFE_INTEGER),
  /** what lib0 still reads and nobody can write again */
  '2^53': [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
  '2^70 − 1': [...Array<number>(9).fill(0xff), 0x7f],
  infinity: [...Array<number>(146).fill(0x80), 0x7f],
  'a number without end': Array<number>(40).fill(0xff),
}

function encoded(value: number): number[] {
  return [...encoding.encode((encoder) => encoding.writeVarUint(encoder, value))]
}

/** A message of y-protocols/sync of any kind, round any bytes. */
export const sync = (kind: number, payload: Uint8Array): Uint8Array =>
  joined(encoded(messageType.sync), encoded(kind), encoded(payload.length), payload)
export const step1 = (vector: Uint8Array): Uint8Array => sync(syncType.step1, vector)
export const step2 = (update: Uint8Array): Uint8Array => sync(syncType.step2, update)
export const change = (update: Uint8Array): Uint8Array => sync(syncType.update, update)

/** A state vector: so many clients, each with a clock. */
export const vector = (clocks: readonly (readonly [client: number, clock: number])[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clocks.length)
    for (const [client, clock] of clocks) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
  })
