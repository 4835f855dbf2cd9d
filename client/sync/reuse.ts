function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * `next`, built from as much of `previous` as is equal: the same object where nothing changed, all the way
 * down. So a list whose one card changed is a new list with the other cards as they were, and only that card
 * is drawn again. Plain objects, arrays and Maps are looked into; anything else is compared as it is.
 * Items of lists that have an `id` are matched by it, so that moving a card leaves it the same object.
 */
export function reuse<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next
  if (Array.isArray(previous) && Array.isArray(next)) return reuseList(previous, next) as T
  if (previous instanceof Map && next instanceof Map) return reuseMap(previous, next) as T
  if (isPlain(previous) && isPlain(next)) return reuseObject(previous, next) as T
  return next
}

function idOf(item: unknown): unknown {
  return isPlain(item) ? item['id'] : undefined
}

function reuseList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byId = new Map(previous.map((item) => [idOf(item), item]))
  const made = next.map((item, index) => {
    const id = idOf(item)
    return reuse(id === undefined ? previous[index] : byId.get(id), item)
  })
  const same = made.length === previous.length && made.every((item, index) => Object.is(item, previous[index]))
  return same ? previous : made
}

function reuseMap(previous: Map<unknown, unknown>, next: Map<unknown, unknown>): Map<unknown, unknown> {
  const made = new Map([...next].map(([key, value]) => [key, reuse(previous.get(key), value)]))
  const before = [...previous.keys()]
  const same =
    made.size === previous.size &&
    [...made].every(([key, value], index) => Object.is(key, before[index]) && Object.is(value, previous.get(key)))
  return same ? previous : made
}

function reuseObject(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next)
  const made = Object.fromEntries(keys.map((key) => [key, reuse(previous[key], next[key])]))
  const same =
    keys.length === Object.keys(previous).length &&
    keys.every((key) => Object.hasOwn(previous, key) && Object.is(made[key], previous[key]))
  return same ? previous : made
}
