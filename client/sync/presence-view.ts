import type { Awareness } from 'y-protocols/awareness'
import type { PresenceUser } from '../../shared/api.ts'
import { roles } from '../../shared/roles.ts'
import { reuse } from './reuse.ts'

/** Who else is in a document. `people` is empty and only `count` is known where very many are. */
export type PresenceView = {
  /** others, each person once, however many devices */
  readonly people: readonly PresenceUser[]
  /** others, by the field that they are in */
  readonly byField: Readonly<Record<string, readonly PresenceUser[]>>
  /** others in the document */
  readonly count: number
}

/** The field of an awareness state that says which text somebody is writing in. */
export const editingField = 'editing'

function readUser(value: unknown): PresenceUser | null {
  if (typeof value !== 'object' || value === null) return null
  const { personId, name, role } = value as Partial<Record<keyof PresenceUser, unknown>>
  const known = roles.find((candidate) => candidate === role)
  return typeof personId === 'string' && typeof name === 'string' && known ? { personId, name, role: known } : null
}

/**
 * Reads the states of everybody else; the same object while it says the same. `me` also has other tabs and
 * devices: they are no other person. The server's own state, `{ count }`, counts me among the rest.
 */
export function presenceOf(awareness: Awareness, me: string, previous: PresenceView | null): PresenceView {
  const people = new Map<string, PresenceUser>()
  const byField: Record<string, PresenceUser[]> = {}
  let counted: number | null = null
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue
    const count: unknown = state['count']
    const user = readUser(state['user'])
    if (!user && typeof count === 'number') counted = Math.max(0, count - 1)
    if (!user || user.personId === me) continue
    people.set(user.personId, user)
    const field: unknown = state[editingField]
    if (typeof field !== 'string') continue
    const there = (byField[field] ??= [])
    if (!there.some((other) => other.personId === user.personId)) there.push(user)
  }
  const sorted = [...people.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  return reuse(previous, { people: sorted, byField, count: counted ?? sorted.length })
}
