import * as encoding from 'lib0/encoding'

/*
 * Yjs updates (format 1) written by hand, byte by byte: what no Yjs would write can be written too.
 */

export type Id = readonly [client: number, clock: number]
export type Bytes = Uint8Array | readonly number[]

/** The content of one item: its number in the format, and how it is written. */
export type Content = { ref: number; write: (encoder: encoding.Encoder) => void }

export const text = (value: string): Content => ({ ref: 4, write: (e) => encoding.writeVarString(e, value) })
export const deleted = (length: number): Content => ({ ref: 1, write: (e) => encoding.writeVarUint(e, length) })
export const any = (...values: unknown[]): Content => ({
  ref: 8,
  write: (e) => {
    encoding.writeVarUint(e, values.length)
    for (const value of values) encoding.writeAny(e, value as Parameters<typeof encoding.writeAny>[1])
  },
})
/** Values written as given: `bytes` is what lib0 would read as one or more values. */
export const anyBytes = (count: number, bytes: Bytes): Content => ({
  ref: 8,
  write: (e) => {
    encoding.writeVarUint(e, count)
    encoding.writeUint8Array(e, Uint8Array.from(bytes))
  },
})
export const json = (...values: string[]): Content => ({
  ref: 2,
  write: (e) => {
    encoding.writeVarUint(e, values.length)
    for (const value of values) encoding.writeVarString(e, value)
  },
})
export const binary = (bytes: Uint8Array): Content => ({ ref: 3, write: (e) => encoding.writeVarUint8Array(e, bytes) })
export const embed = (value: string): Content => ({ ref: 5, write: (e) => encoding.writeVarString(e, value) })
export const format = (key: string, value: string): Content => ({
  ref: 6,
  write: (e) => {
    encoding.writeVarString(e, key)
    encoding.writeVarString(e, value)
  },
})
/** 0 array, 1 map, 2 text, 3 element (has a name), 4 fragment, 5 hook (has a name), 6 xml text */
export const type = (kind: number, name = ''): Content => ({
  ref: 7,
  write: (e) => {
    encoding.writeVarUint(e, kind)
    if (kind === 3 || kind === 5) encoding.writeVarString(e, name)
  },
})
export const subdocument = (guid: string, options: object = {}): Content => ({
  ref: 9,
  write: (e) => {
    encoding.writeVarString(e, guid)
    encoding.writeAny(e, options as Parameters<typeof encoding.writeAny>[1])
  },
})

/** One struct, written; `length` is how many clocks it takes. */
export type Struct = (encoder: encoding.Encoder) => void

const id = (encoder: encoding.Encoder, [client, clock]: Id): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** `parent`: the name of a root, or the id of the item that holds the type. It is written only without origins, as the format has it. */
export function item(
  content: Content,
  place: {
    origin?: Id | undefined
    right?: Id | undefined
    parent?: string | Id
    sub?: string | undefined
    info?: number
  } = {},
): Struct {
  const { origin, right, parent = 'attack', sub, info = 0 } = place
  return (encoder) => {
    const flags = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (sub === undefined ? 0 : 0x20)
    encoding.writeUint8(encoder, content.ref | flags | info)
    if (origin) id(encoder, origin)
    if (right) id(encoder, right)
    if (!origin && !right) {
      if (typeof parent === 'string') {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarString(encoder, parent)
      } else {
        encoding.writeVarUint(encoder, 0)
        id(encoder, parent)
      }
      if (sub !== undefined) encoding.writeVarString(encoder, sub)
    }
    content.write(encoder)
  }
}

export const gc =
  (length: number): Struct =>
  (encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }
export const skip =
  (length: number): Struct =>
  (encoder) => {
    encoding.writeUint8(encoder, 10)
    encoding.writeVarUint(encoder, length)
  }
export const raw =
  (bytes: Bytes): Struct =>
  (encoder) =>
    encoding.writeUint8Array(encoder, Uint8Array.from(bytes))

export type Block = {
  client: number
  clock?: number
  structs: readonly Struct[]
  /** the count that is told, when it is a lie */ count?: number
}
export type Deletion = { client: number; ranges: readonly (readonly [clock: number, length: number])[]; count?: number }

/** A whole update. */
export function update(blocks: readonly Block[], deletions: readonly Deletion[] = []): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length)
    for (const { client, clock = 0, structs, count = structs.length } of blocks) {
      encoding.writeVarUint(encoder, count)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const write of structs) write(encoder)
    }
    encoding.writeVarUint(encoder, deletions.length)
    for (const { client, ranges, count = ranges.length } of deletions) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, count)
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}
