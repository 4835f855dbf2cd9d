import * as Y from 'yjs'
import type { PersonReference } from './measure.ts'

export const actionStates = ['notStarted', 'underway', 'done', 'stopped'] as const
export type ActionState = (typeof actionStates)[number]

/**
 * Something the team will do for a goal. In the document: a Y.Map in `actions` under its id, with Y.Text
 * `text` and plain values. An action whose goal is deleted is hidden on reading, never chased down.
 */
export type ActionItem = {
  id: string
  goalId: string
  text: string
  owner: PersonReference | null
  /** `2027-06-01`, or null */
  due: string | null
  state: ActionState
  order: string
  deletedAt: number | null
}

/** A new action's map, not yet in a document. Made deleted and shown in a second step: see `addAction`. */
export function newActionMap(args: { goalId: string; text: string; order: string; time: number }): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('goalId', args.goalId)
  map.set('text', new Y.Text(args.text))
  map.set('owner', null)
  map.set('due', null)
  map.set('state', 'notStarted')
  map.set('order', args.order)
  map.set('createdAt', args.time)
  map.set('deletedAt', args.time)
  return map
}
