import type { GoalState } from '../../../shared/schema/goal.ts'
import { stateOf } from './boardKeys.ts'
import type { Columns } from './boardView.ts'

/** Where a goal goes: into a state, right after another goal there (null: first). */
export type Place = { state: GoalState; afterId: string | null }

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
export function placeAt(state: GoalState, ids: readonly string[], index: number, draggedId: string): Place {
  const before = ids.slice(0, index).filter((id) => id !== draggedId)
  return { state, afterId: before.at(-1) ?? null }
}

/** Whether the goal is at that place already, so that nothing is written. */
export function isSamePlace(columns: Columns, id: string, place: Place): boolean {
  const column = columns[place.state]
  const at = column.indexOf(id)
  return at >= 0 && (column[at - 1] ?? null) === place.afterId
}

/** One step up or down within the state; null at the end, or when the goal is gone. */
export function stepPlace(columns: Columns, id: string, step: 'up' | 'down'): Place | null {
  const state = stateOf(columns, id)
  if (!state) return null
  const column = columns[state]
  const at = column.indexOf(id)
  if (step === 'up') return at === 0 ? null : { state, afterId: column[at - 2] ?? null }
  const next = column[at + 1]
  return next === undefined ? null : { state, afterId: next }
}

/** The same for a plain list, as a goal's actions. `undefined` when there is no such step. */
export function stepAfter(ids: readonly string[], id: string, step: 'up' | 'down'): string | null | undefined {
  const at = ids.indexOf(id)
  if (at < 0) return undefined
  if (step === 'up') return at === 0 ? undefined : (ids[at - 2] ?? null)
  return ids[at + 1]
}
