import { generateKeyBetween } from 'fractional-indexing'
import type { Ordered } from '../schema/order.ts'

function between(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, after)
  } catch {
    // A key that no honest client writes, or two equal keys: after the one before is near enough.
    return generateKeyBetween(isKey(before) ? before : null, null)
  }
}

function isKey(key: string | null): key is string {
  if (key === null) return false
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}

/**
 * The keys to write so that an item stands right after `afterId` (null: first) among `siblings`, which are
 * sorted and do not hold the item itself. Usually one key. Where two people put things in the same place at
 * once, neighbours share a key; then those after the place get new keys too, in `others`.
 */
export function placeAfter(
  siblings: readonly Ordered[],
  afterId: string | null,
): { order: string; others: { id: string; order: string }[] } {
  const found = afterId === null ? -1 : siblings.findIndex((item) => item.id === afterId)
  const at = afterId !== null && found < 0 ? siblings.length - 1 : found
  const before = siblings[at]?.order ?? null
  let next = at + 1
  while (before !== null && siblings[next] && (siblings[next] as Ordered).order <= before) next += 1
  const limit = siblings[next]?.order ?? null
  const order = between(before, limit)
  const others: { id: string; order: string }[] = []
  let last = order
  for (const item of siblings.slice(at + 1, next)) {
    last = between(last, limit)
    others.push({ id: item.id, order: last })
  }
  return { order, others }
}
