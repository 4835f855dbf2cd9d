import { AppError } from '../../shared/errors.ts'
import type { ByteReader } from './byte-reader.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A text as JavaScript has it. */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** Passes over one plain value as lib0 writes it. Throws `tooDeep` where objects and lists lie in each other more than `depth` deep. */
export function skipPlain(reader: ByteReader, depth: number): void {
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      return reader.skipInteger()
    case 124:
      return void reader.take(4)
    case 123:
    case 122:
      return void reader.take(8)
    case 119:
      return void reader.text()
    case 118:
      return skipInner(reader, depth, true)
    case 117:
      return skipInner(reader, depth, false)
    case 116:
      return void reader.take(reader.number())
    default:
      throw new AppError('malformed')
  }
}

function skipInner(reader: ByteReader, depth: number, keyed: boolean): void {
  if (depth === 0) throw new AppError('tooDeep')
  for (let left = reader.count(keyed ? 2 : 1); left > 0; left -= 1) {
    if (keyed) reader.text()
    skipPlain(reader, depth - 1)
  }
}

/** Passes over one plain value as JSON in a text. In a list, Yjs has a word of its own for `undefined`. */
export function skipJson(reader: ByteReader, depth: number, { listed = false } = {}): void {
  const text = decodeText(reader.text())
  if (listed && text === 'undefined') return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('malformed', {}, cause)
  }
  if (deeperThan(value, depth)) throw new AppError('tooDeep')
}

/** Without recursion: the value is a stranger's. */
function deeperThan(value: unknown, depth: number): boolean {
  let level: unknown[] = [value]
  for (let at = 0; level.length > 0; at += 1) {
    const inner = level.filter((item): item is object => typeof item === 'object' && item !== null)
    if (inner.length === 0) return false
    if (at >= depth) return true
    level = inner.flatMap((item) => Object.values(item) as unknown[])
  }
  return false
}
