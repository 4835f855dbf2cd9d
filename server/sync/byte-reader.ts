import { isUtf8 } from 'node:buffer'
import { AppError } from '../../shared/errors.ts'

/** No clock, client or length comes near this, and two of them still add up to a number that can be written and read. */
const mostNumber = 2 ** 50

/**
 * Walks over bytes from a stranger without making anything of them. Throws `malformed` for what lib0 could not read, or
 * could read but not write again.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  /** A varint that tells how many there are of something that takes at least so many bytes each. */
  count(bytesEach: number): number {
    const count = this.number()
    if (count * bytesEach > this.#bytes.length - this.#at) throw new AppError('malformed')
    return count
  }

  byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new AppError('malformed')
    this.#at += 1
    return byte
  }

  /** A varint, as clocks, clients and lengths are written. */
  number(): number {
    let number = 0
    for (let scale = 1; scale < mostNumber; scale *= 128) {
      const byte = this.byte()
      number += (byte & 0x7f) * scale
      if (byte >= 0x80) continue
      if (number >= mostNumber) break
      return number
    }
    throw new AppError('malformed')
  }

  /** A varint with a sign, as whole numbers in plain values are written. */
  skipInteger(): void {
    let byte = this.byte()
    let number = byte & 0x3f
    for (let scale = 64; byte >= 0x80; scale *= 128) {
      byte = this.byte()
      number += (byte & 0x7f) * scale
      if (number > Number.MAX_SAFE_INTEGER) throw new AppError('malformed')
    }
  }

  /** So many bytes: a view, not a copy. */
  take(length: number): Uint8Array {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new AppError('malformed')
    const taken = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return taken
  }

  /** The bytes of a text, which are UTF-8. */
  text(): Uint8Array {
    const text = this.take(this.number())
    if (!isUtf8(text)) throw new AppError('malformed')
    return text
  }
}

/** How many UTF-16 units a text has, from its UTF-8: what Yjs counts its length in. */
export function unitsOf(text: Uint8Array): number {
  let units = 0
  for (const byte of text) {
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
