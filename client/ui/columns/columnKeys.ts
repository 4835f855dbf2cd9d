import { columnKeys, columnOf, firstCard, type Columns } from './columns.ts'

/** How the columns lie on the screen: side by side, or below each other in one. */
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
  const own = columnOf(columns, id)
  if (own === null) return null
  const column = columns[own] ?? []
  const at = column.indexOf(id)
  switch (key) {
    case 'ArrowUp':
      return column[at - 1] ?? (layout === 'stack' ? (filled(columns, own, -1)?.at(-1) ?? null) : null)
    case 'ArrowDown':
      return column[at + 1] ?? (layout === 'stack' ? (filled(columns, own, 1)?.[0] ?? null) : null)
    case 'ArrowLeft':
    case 'ArrowRight': {
      const to = filled(columns, own, key === 'ArrowLeft' ? -1 : 1)
      return to?.[Math.min(at, to.length - 1)] ?? null
    }
    case 'Home':
      return layout === 'stack' ? firstCard(columns) : (column[0] ?? null)
    case 'End':
      return layout === 'stack' ? (Object.values(columns).flat().at(-1) ?? null) : (column.at(-1) ?? null)
    default:
      return null
  }
}

/** Where focus goes when a card leaves its column: the next there, else the one before, else any card. */
export function focusAfterLeaving(columns: Columns, id: string): string | null {
  const own = columnOf(columns, id)
  if (own === null) return firstCard(columns)
  const column = columns[own] ?? []
  const at = column.indexOf(id)
  const near = column[at + 1] ?? column[at - 1]
  if (near !== undefined) return near
  return columnKeys(columns).flatMap((each) => (each === own ? [] : (columns[each] ?? [])))[0] ?? null
}

/** The nearest column with cards that way. */
function filled(columns: Columns, from: string, step: 1 | -1): readonly string[] | null {
  const keys = columnKeys(columns)
  for (let at = keys.indexOf(from) + step; at >= 0 && at < keys.length; at += step) {
    const cards = columns[keys[at] ?? '']
    if (cards && cards.length > 0) return cards
  }
  return null
}
