/** Something with a place in a list: a fractional index, ties by id. */
export type Ordered = { id: string; order: string }

/** Sorts by fractional index, then id; the same on every device. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
