import * as Y from 'yjs'

/*
 * Tolerant readers: a document holds what its writers' programs wrote, and one malformed entry must not
 * keep a team from the rest of its board.
 */

/** A Y.Text or string as a string; anything else reads as ''. */
export function readText(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  return typeof value === 'string' ? value : ''
}

/** A finite number, or null. */
export function readNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A string, or null. */
export function readString(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** One of `choices`, or the fallback. */
export function readChoice<T extends string>(value: unknown, choices: readonly T[], fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback
}

/** The Y.Maps of a root map with their ids; entries that are no Y.Map are left out. */
export function entries(root: Y.Map<Y.Map<unknown>>): [string, Y.Map<unknown>][] {
  return [...root.entries()].filter((entry): entry is [string, Y.Map<unknown>] => entry[1] instanceof Y.Map)
}
