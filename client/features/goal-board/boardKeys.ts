import { goalStates, type GoalState } from '../../../shared/schema/goal.ts'
import type { Columns } from './boardView.ts'

/** How the states lie on the screen: side by side, or below each other in one column. */
export type BoardLayout = 'columns' | 'stack'

/** What a key means while the board has focus. */
export type KeyMeaning =
  | { kind: 'focus'; id: string }
  | { kind: 'move'; id: string }
  | { kind: 'delete'; id: string }
  | { kind: 'add' }

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

/**
 * Single keys mean something only with focus on the board itself (WCAG 2.1.4), never with a modifier, and
 * never while somebody writes. Enter is left to the card's own link.
 */
export function keyMeaning(
  key: Key,
  columns: Columns,
  focusedId: string | null,
  layout: BoardLayout,
): KeyMeaning | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  const pressed = key.key.length === 1 ? key.key.toLowerCase() : key.key
  if (key.shiftKey && pressed !== 'n' && pressed !== 'm') return null
  if (pressed === 'n') return { kind: 'add' }
  if (focusedId === null) return null
  if (pressed === 'm') return { kind: 'move', id: focusedId }
  if (pressed === 'Delete') return { kind: 'delete', id: focusedId }
  const next = neighbour(columns, focusedId, pressed, layout)
  return next === null ? null : { kind: 'focus', id: next }
}

/** The card that an arrow, Home or End leads to; null when there is none that way. */
export function neighbour(columns: Columns, id: string, key: string, layout: BoardLayout): string | null {
  const state = stateOf(columns, id)
  if (!state) return null
  const column = columns[state]
  const at = column.indexOf(id)
  switch (key) {
    case 'ArrowUp':
      return column[at - 1] ?? (layout === 'stack' ? before(columns, state) : null)
    case 'ArrowDown':
      return column[at + 1] ?? (layout === 'stack' ? beyond(columns, state) : null)
    case 'ArrowLeft':
    case 'ArrowRight': {
      const to = filled(columns, state, key === 'ArrowLeft' ? -1 : 1)
      return to ? (columns[to][Math.min(at, columns[to].length - 1)] ?? null) : null
    }
    case 'Home':
      return layout === 'stack' ? firstCard(columns) : (column[0] ?? null)
    case 'End':
      return layout === 'stack' ? (goalStates.flatMap((each) => columns[each]).at(-1) ?? null) : (column.at(-1) ?? null)
    default:
      return null
  }
}

/** The first card of the board: where Tab lands when no card has had focus yet. */
export function firstCard(columns: Columns): string | null {
  return goalStates.flatMap((state) => columns[state].slice(0, 1))[0] ?? null
}

/** Which column a card is in; null once it is deleted. */
export function stateOf(columns: Columns, id: string): GoalState | null {
  return goalStates.find((state) => columns[state].includes(id)) ?? null
}

/** Where focus goes when a card leaves its column: the next there, else the one before, else any card. */
export function focusAfterLeaving(columns: Columns, id: string): string | null {
  const state = stateOf(columns, id)
  if (!state) return firstCard(columns)
  const at = columns[state].indexOf(id)
  const near = columns[state][at + 1] ?? columns[state][at - 1]
  if (near !== undefined) return near
  return goalStates.flatMap((each) => (each === state ? [] : columns[each]))[0] ?? null
}

function filled(columns: Columns, from: GoalState, step: 1 | -1): GoalState | null {
  for (let at = goalStates.indexOf(from) + step; at >= 0 && at < goalStates.length; at += step) {
    const state = goalStates[at]
    if (state && columns[state].length > 0) return state
  }
  return null
}

function before(columns: Columns, state: GoalState): string | null {
  const previous = filled(columns, state, -1)
  return previous ? (columns[previous].at(-1) ?? null) : null
}

function beyond(columns: Columns, state: GoalState): string | null {
  const next = filled(columns, state, 1)
  return next ? (columns[next][0] ?? null) : null
}
