import type { SeededRandom } from '../../../sim/random.ts'
import { varints } from '../bytes.ts'

type Mutation = (bytes: Uint8Array, random: SeededRandom, another: Uint8Array) => Uint8Array

const place = (bytes: Uint8Array, random: SeededRandom): number => random.whole(0, bytes.length)
const spliced = (bytes: Uint8Array, from: number, to: number, put: ArrayLike<number>): Uint8Array => {
  const rest = bytes.subarray(to)
  const made = new Uint8Array(from + put.length + rest.length)
  made.set(bytes.subarray(0, from))
  made.set(put, from)
  made.set(rest, from + put.length)
  return made
}
const telling = [0, 1, 2, 3, 7, 9, 10, 0x20, 0x40, 0x7e, 0x7f, 0x80, 0x84, 0xc0, 0xff]
const numbers = Object.values(varints)

const mutations: readonly [Mutation, ...Mutation[]] = [
  function flipBit(bytes, random) {
    const flipped = Uint8Array.from(bytes)
    const at = random.whole(0, Math.max(0, bytes.length - 1))
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.whole(0, 7))
    return flipped
  },
  function setByte(bytes, random) {
    const changed = Uint8Array.from(bytes)
    changed[place(bytes, random)] = random.pick(telling) ?? 0
    return changed
  },
  function cutOff(bytes, random) {
    return bytes.slice(0, place(bytes, random))
  },
  function leaveOut(bytes, random) {
    const from = place(bytes, random)
    return spliced(bytes, from, from + random.whole(1, 8), [])
  },
  function putIn(bytes, random) {
    const at = place(bytes, random)
    return spliced(
      bytes,
      at,
      at,
      Array.from({ length: random.whole(1, 8) }, () => random.whole(0, 255)),
    )
  },
  function double(bytes, random) {
    const from = place(bytes, random)
    return spliced(bytes, from, from, bytes.subarray(from, from + random.whole(1, 64)))
  },
  function hugeNumber(bytes, random) {
    const at = place(bytes, random)
    return spliced(bytes, at, at + random.whole(0, 2), random.pick(numbers) ?? [])
  },
  function crossOver(bytes, random, another) {
    return spliced(bytes, place(bytes, random), bytes.length, another.subarray(place(another, random)))
  },
]

/** The bytes with one change or a few; `another` is what a part may come from. */
export function mutate(bytes: Uint8Array, random: SeededRandom, another: Uint8Array): Uint8Array {
  let mutated = bytes
  for (let left = random.chance(0.6) ? 1 : random.whole(2, 4); left > 0; left -= 1) {
    mutated = random.pick(mutations)(mutated, random, another)
  }
  return mutated
}
