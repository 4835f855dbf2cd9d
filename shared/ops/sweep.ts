import type * as Y from 'yjs'
import { undeleteMs } from '../schema/limits.ts'
import { openTeamDocument } from '../schema/team.ts'
import { entries, readTime } from '../select/read.ts'

/** The origin of a sweep's transaction. */
export const sweepOrigin = 'sweep'

/**
 * Removes for good what was deleted more than `undeleteMs` before `now` (ms since 1970): goals with their
 * measures and actions, single actions, and actions that somebody offline gave to a goal already removed.
 * Run by the server when a team's room loads. Safe to run twice and in two places at once; whoever takes an
 * entity back at the same moment loses to the sweep, as after any other 30 days. Resolves no clocks: a
 * deletion is as old as its writer's clock said. Returns how many entities went.
 */
export function sweepDeleted(doc: Y.Doc, now: number): number {
  const board = openTeamDocument(doc)
  const old = (time: number | null) => time !== null && now - time > undeleteMs
  const goalIds = entries(board.goals)
    .filter(([, goal]) => old(readTime(goal.get('deletedAt'))))
    .map(([id]) => id)
  const gone = new Set(goalIds)
  const actionIds = entries(board.actions)
    .filter(([, action]) => {
      const goalId = action.get('goalId')
      if (old(readTime(action.get('deletedAt')))) return true
      if (typeof goalId !== 'string') return false
      return gone.has(goalId) || (!board.goals.has(goalId) && old(readTime(action.get('createdAt'))))
    })
    .map(([id]) => id)
  if (goalIds.length + actionIds.length === 0) return 0
  doc.transact(() => {
    for (const id of goalIds) {
      board.goals.delete(id)
      board.measures.delete(id)
    }
    for (const id of actionIds) board.actions.delete(id)
  }, sweepOrigin)
  return goalIds.length + actionIds.length
}
