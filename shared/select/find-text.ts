import * as Y from 'yjs'
import { isId } from '../schema/id.ts'
import type { TeamDocument } from '../schema/team.ts'
import { entries, isDeleted, readString, readText } from './read.ts'

/** What stands in the place of words that had to go. */
export const removedMark = '…'

const numberLike = /^[\d\s.\-–]*\d[\d\s.\-–]*$/u

/**
 * Finds a text as people mean it: whatever its case, its spaces, and however its letters with marks are put together. A
 * number of six digits or more is found however it is grouped. Null for less than three signs that can be seen: that
 * would be found everywhere.
 */
export function textPattern(wanted: string): RegExp | null {
  const words = wanted.normalize('NFC').trim().split(/\s+/u)
  const letters = [...words.join('')]
  if (letters.length < 3) return null
  const digits = wanted.replace(/\D/gu, '')
  if (digits.length >= 6 && numberLike.test(wanted)) return new RegExp([...digits].join('[\\s.\\-–]*'), 'gu')
  return new RegExp(words.map((word) => [...word].map(anyForm).join('')).join('\\s+'), 'giu')
}

/** One character, put together or apart (å is also a and a ring). */
function anyForm(character: string): string {
  const apart = character.normalize('NFD')
  return apart === character ? escaped(character) : `(?:${escaped(character)}|${escaped(apart)})`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
}

/** Where on a board a text stands: in a thing, or in what belongs to it. `title` is the thing's, as it is. */
export type Place = {
  kind: 'goal' | 'action' | 'card' | 'map' | 'actor' | 'sector'
  id: string
  title: string
  deleted: boolean
}

/** Everything on a board in which the text stands, each thing once; also what is deleted and can be taken back. */
export function placesOf(board: TeamDocument, pattern: RegExp): Place[] {
  const places = new Map<string, Place>()
  const add = (kind: Place['kind'], root: Y.Map<Y.Map<unknown>>, id: string, title: string) => {
    const thing = root.get(id)
    const found = thing instanceof Y.Map ? thing : null
    const deleted = found === null || (kind !== 'sector' && isDeleted(found))
    places.set(`${kind} ${id}`, { kind, id, title: readText(found?.get(title)), deleted })
  }
  // A Y.Text of one word looks like an id once it is a string.
  const holds = (entry: Y.Map<unknown>) =>
    [...entry.entries()].some(([field, value]) =>
      value instanceof Y.Text
        ? holdsText(value.toString(), pattern, 'text')
        : holdsText(value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value, pattern, field),
    )
  for (const [id, entry] of entries(board.goals)) if (holds(entry)) add('goal', board.goals, id, 'title')
  for (const [id, entry] of entries(board.measures)) if (holds(entry)) add('goal', board.goals, id, 'title')
  for (const [id, entry] of entries(board.actions)) if (holds(entry)) add('action', board.actions, id, 'text')
  for (const [id, entry] of entries(board.cards)) if (holds(entry)) add('card', board.cards, id, 'text')
  for (const [id, entry] of entries(board.maps)) if (holds(entry)) add('map', board.maps, id, 'coverName')
  for (const [id, entry] of entries(board.actors)) if (holds(entry)) add('actor', board.actors, id, 'name')
  for (const [, entry] of entries(board.placements)) {
    if (holds(entry)) add('actor', board.actors, readString(entry.get('actorId')) ?? '', 'name')
  }
  for (const [, entry] of entries(board.lines)) {
    if (holds(entry)) add('actor', board.actors, readString(entry.get('from')) ?? '', 'name')
  }
  for (const [id, entry] of entries(board.sectors)) if (holds(entry)) add('sector', board.sectors, id, 'name')
  return [...places.values()]
}

/** Fields whose plain value people have written. Any other plain value that looks like an id is one. */
const writtenFields = new Set(['name', 'text', 'title', 'coverName', 'unit', 'note', 'owner', 'learnt', 'nextStep'])

/** Whether a plain value is somebody's words, and no id, date or place in an order. */
export function isWritten(field: string, value: string): boolean {
  return writtenFields.has(field) || !isId(value)
}

/** Whether a text stands anywhere in a plain value. */
export function holdsText(value: unknown, pattern: RegExp, field = ''): boolean {
  if (typeof value === 'string') return isWritten(field, value) && value.search(pattern) >= 0
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((inner) => holdsText(inner, pattern, field))
  return Object.entries(value).some(([key, inner]) => holdsText(inner, pattern, key))
}
