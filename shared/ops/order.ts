import { generateNKeysBetween } from 'fractional-indexing'
import { limits } from '../schema/limits.ts'
import type { Ordered } from '../schema/order.ts'

const alphabet = /^[A-Za-z][0-9A-Za-z]*$/

/** `count` ascending keys strictly between two keys, or null where one of them is no key or the result would grow too long. */
function keysBetween(before: string | null, after: string | null, count: number): string[] | null {
  // The library takes some keys that are none (`a1~`) and then answers with a wrong place.
  if ([before, after].some((key) => key !== null && !alphabet.test(key))) return null
  try {
    const keys = generateNKeysBetween(before, after, count)
    return keys.every((key) => key.length <= limits.orderKey) ? keys : null
  } catch {
    return null
  }
}

/**
 * The keys to write so that an item stands right after `afterId` (null: first; not there: last) among
 * `siblings`, which are sorted and do not hold the item itself. Usually one key. Where two people put things
 * in the same place at once, neighbours share a key; then those after the place get new keys too, in
 * `others`. Where a neighbour's key is none, or has grown past `limits.orderKey`, everyone gets a new one.
 */
export function placeAfter(
  siblings: readonly Ordered[],
  afterId: string | null,
): { order: string; others: { id: string; order: string }[] } {
  const found = afterId === null ? -1 : siblings.findIndex((item) => item.id === afterId)
  const at = afterId !== null && found < 0 ? siblings.length - 1 : found
  const before = siblings[at]?.order ?? null
  const tail = siblings.slice(at + 1)
  const beyond = before === null ? 0 : tail.findIndex((item) => item.order > before)
  const tied = beyond < 0 ? tail : tail.slice(0, beyond)
  const keys = keysBetween(before, tail[tied.length]?.order ?? null, tied.length + 1)
  if (keys) return assign(keys, 0, tied)
  return assign(generateNKeysBetween(null, null, siblings.length + 1), at + 1, siblings)
}

/** Whether an item stands where `placeAfter` would put it: then moving it writes nothing and undo has nothing to take back. */
export function standsAfter(list: readonly Ordered[], id: string, afterId: string | null): boolean {
  const at = list.findIndex((item) => item.id === id)
  if (at < 0) return false
  const last = list.length - 1
  if (afterId !== null && !list.some((item) => item.id === afterId && item.id !== id)) return at === last
  return (list[at - 1]?.id ?? null) === afterId
}

/** Hands out `keys` in order: the one at `place` to the item that moves, the rest to `others`. */
function assign(keys: readonly string[], place: number, others: readonly Ordered[]) {
  const rest = keys.filter((_, index) => index !== place)
  return {
    order: keys[place] ?? '',
    others: others.map((item, index) => ({ id: item.id, order: rest[index] ?? '' })),
  }
}
