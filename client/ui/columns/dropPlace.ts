import { columnOf, type Columns } from './columns.ts'

/** Where a card goes: into a column, right after another card there (null: first). */
export type Place<K extends string = string> = { column: K; afterId: string | null }

/**
 * Where a card dropped with its middle at `y` lands among a column's cards. `middleOf` gives the middle of
 * the card at an index, from the top; it is asked only a few times, also in a column of a thousand.
 * The dragged card itself is left out of the reckoning, wherever it lies.
 */
export function dropIndex(count: number, middleOf: (index: number) => number, y: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const at = (low + high) >> 1
    if (middleOf(at) < y) low = at + 1
    else high = at
  }
  return low
}

/** The place at `index` of a column's ids, which may hold the dragged card itself. */
export function placeAt<K extends string>(
  column: K,
  ids: readonly string[],
  index: number,
  draggedId: string,
): Place<K> {
  const before = ids.slice(0, index).filter((id) => id !== draggedId)
  return { column, afterId: before.at(-1) ?? null }
}

/** Whether the card is at that place already, so that nothing is written. */
export function isSamePlace<K extends string>(columns: Columns<K>, id: string, place: Place<K>): boolean {
  const column = columns[place.column]
  const at = column.indexOf(id)
  return at >= 0 && (column[at - 1] ?? null) === place.afterId
}

/** One step up or down within the column; null at the end, or when the card is gone. */
export function stepPlace<K extends string>(columns: Columns<K>, id: string, step: 'up' | 'down'): Place<K> | null {
  const own = columnOf(columns, id)
  if (own === null) return null
  const afterId = stepAfter(columns[own], id, step)
  return afterId === undefined ? null : { column: own, afterId }
}

/** The same for a plain list, as a goal's actions. `undefined` when there is no such step. */
export function stepAfter(ids: readonly string[], id: string, step: 'up' | 'down'): string | null | undefined {
  const at = ids.indexOf(id)
  if (at < 0) return undefined
  if (step === 'up') return at === 0 ? undefined : (ids[at - 2] ?? null)
  return ids[at + 1]
}
