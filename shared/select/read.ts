import * as Y from 'yjs'
import { limits } from '../schema/limits.ts'

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

/** A number that a measure may hold, or null. */
export function readAmount(value: unknown): number | null {
  const number = readNumber(value)
  return number !== null && Math.abs(number) <= limits.amount ? number : null
}

/** The last moment that a `Date` can name. */
const lastTime = 8.64e15

/** A time in ms since 1970, as one that a `Date` can show; anything but a number reads as null. */
export function readTime(value: unknown): number | null {
  const time = readNumber(value)
  return time === null ? null : Math.min(Math.max(time, 0), lastTime)
}

/** Whether an entity is deleted; operations and selectors must agree about it. */
export function isDeleted(map: Y.Map<unknown>): boolean {
  return readTime(map.get('deletedAt')) !== null
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
