import { AppError } from '../../shared/errors.ts'
import type { ServerLimits } from '../limits.ts'
import { ByteReader, unitsOf } from './byte-reader.ts'
import { decodeText, skipJson, skipPlain } from './plain-values.ts'

/** What an update would do, as far as that can be told without the document. */
export type UpdateFacts = {
  /** how far each client's structs go: the first clock after them */
  ends: ReadonlyMap<number, number>
  /** the root types that it names */
  roots: ReadonlySet<string>
  /** shared types that it makes */
  types: number
}

export type UpdateLimits = Pick<
  ServerLimits,
  'nestingDepth' | 'structsPerUpdate' | 'clientsPerUpdate' | 'rootsPerDocument'
>

/** The update that changes nothing: what a reader answers when it has nothing that we lack. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

/**
 * Reads an update (Yjs, format 1) without making anything of it: half a million structs fit in 1 MB, and what Yjs makes
 * of them takes a hundred times that. Throws `malformed` for what Yjs could not read, would never write, or would trip over
 * half-way: numbers that can't be written again, a client twice, an item that takes no clock or builds on a later one of its
 * own client, deleted stretches that lie over each other. Throws `tooDeep` for what no board has: subdocuments, plain values nested
 * deeper than `nestingDepth`, more structs, clients or roots than the limits say.
 */
export function readUpdate(update: Uint8Array, limits: UpdateLimits): UpdateFacts {
  return new UpdateReader(update, limits).read()
}

const hasOrigin = 0x80
const hasRightOrigin = 0x40
const hasKey = 0x20

class UpdateReader {
  readonly #reader: ByteReader
  readonly #limits: UpdateLimits
  readonly #ends = new Map<number, number>()
  readonly #roots = new Set<string>()
  #structs = 0
  #types = 0

  constructor(update: Uint8Array, limits: UpdateLimits) {
    this.#reader = new ByteReader(update)
    this.#limits = limits
  }

  read(): UpdateFacts {
    this.#readBlocks()
    this.#readDeletions()
    if (!this.#reader.atEnd) throw new AppError('malformed')
    return { ends: this.#ends, roots: this.#roots, types: this.#types }
  }

  #readBlocks(): void {
    const reader = this.#reader
    const blocks = reader.count(3)
    // Yjs goes through all clients for each one whose changes can't be placed yet.
    if (blocks > this.#limits.clientsPerUpdate) throw new AppError('tooDeep')
    for (let block = 0; block < blocks; block += 1) {
      const structs = reader.count(2)
      this.#count(structs)
      const client = reader.number()
      // Yjs would pass over the first of two in silence.
      if (this.#ends.has(client)) throw new AppError('malformed')
      let clock = reader.number()
      for (let left = structs; left > 0; left -= 1) clock = after(clock, this.#readStruct(client, clock))
      this.#ends.set(client, clock)
    }
  }

  /** Before they are read: a number alone makes nobody wait. */
  #count(structs: number): void {
    this.#structs += structs
    if (this.#structs > this.#limits.structsPerUpdate) throw new AppError('tooDeep')
  }

  /** Gives the number of clocks that it takes. */
  #readStruct(client: number, clock: number): number {
    const reader = this.#reader
    const info = reader.byte()
    const kind = info & 0x1f
    if (kind === 0 || info === 10) return reader.number() // deleted for good, or left out
    if (info & hasOrigin) this.#readId(client, clock)
    if (info & hasRightOrigin) this.#readId(client, clock)
    if ((info & (hasOrigin | hasRightOrigin)) === 0) {
      if (reader.number() === 1) this.#readRoot()
      else this.#readId(client, clock)
      if (info & hasKey) reader.text()
    }
    return this.#readContent(kind)
  }

  /** What an item builds on; of its own client, only what came before it. */
  #readId(client: number, clock: number): void {
    const of = this.#reader.number()
    const at = this.#reader.number()
    if (of === client && at >= clock) throw new AppError('malformed')
  }

  #readRoot(): void {
    this.#roots.add(decodeText(this.#reader.text()))
    if (this.#roots.size > this.#limits.rootsPerDocument) throw new AppError('tooDeep')
  }

  #readContent(kind: number): number {
    const reader = this.#reader
    const { nestingDepth } = this.#limits
    switch (kind) {
      case 1: // deleted
        return reader.number()
      case 2: // values as JSON
        return repeat(reader.count(1), () => skipJson(reader, nestingDepth, { listed: true }))
      case 3: // bytes
        reader.take(reader.number())
        return 1
      case 4:
        return unitsOf(reader.text())
      case 5: // a value in a text
        skipJson(reader, nestingDepth)
        return 1
      case 6: // how a text looks from here on
        reader.text()
        skipJson(reader, nestingDepth)
        return 1
      case 7:
        return this.#readType()
      case 8: // plain values
        return repeat(reader.count(1), () => skipPlain(reader, nestingDepth))
      case 9: // a document in a document
        throw new AppError('tooDeep')
      default:
        throw new AppError('malformed')
    }
  }

  #readType(): number {
    const kind = this.#reader.number()
    if (kind > 6) throw new AppError('malformed')
    if (kind === 3 || kind === 5) this.#reader.text() // an element has a name
    this.#types += 1
    return 1
  }

  #readDeletions(): void {
    const reader = this.#reader
    const seen = new Set<number>()
    for (let left = reader.count(2); left > 0; left -= 1) {
      const client = reader.number()
      if (seen.has(client)) throw new AppError('malformed')
      seen.add(client)
      const ranges = reader.count(2)
      this.#count(ranges + 1)
      let end = 0
      for (let range = 0; range < ranges; range += 1) {
        const clock = reader.number()
        // Yjs writes them in order and joined; where they lie over each other it would walk over all of it for each.
        if (clock < end) throw new AppError('malformed')
        end = after(clock, reader.number())
      }
    }
  }
}

/** What takes no clock would be placed anew each time that it came, and what ends too far out could not be told in a state vector. */
function after(clock: number, length: number): number {
  if (length === 0 || clock + length >= 2 ** 50) throw new AppError('malformed')
  return clock + length
}

function repeat(count: number, read: () => void): number {
  for (let left = count; left > 0; left -= 1) read()
  return count
}
