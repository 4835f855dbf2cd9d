import { teamBoardId } from '../../../shared/schema/phase.ts'
import type { GoalState } from '../../../shared/schema/goal.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import { goalById } from '../../../shared/select/goals.ts'

/**
 * What a phase board stands on: the team, a chosen goal, a goal that is somewhere else by now (its board is
 * still there), or a goal that is deleted or swept (its board is gone with it, and comes back with it).
 */
export type BoardPlace =
  | { kind: 'team' }
  | { kind: 'chosen'; title: string }
  | { kind: 'moved'; title: string; state: GoalState }
  | { kind: 'deleted'; title: string }
  | { kind: 'gone' }

export function boardPlace(board: TeamDocument, boardId: string): BoardPlace {
  if (boardId === teamBoardId) return { kind: 'team' }
  const goal = goalById(board, boardId)
  if (!goal) return { kind: 'gone' }
  const { title, state } = goal
  if (goal.deletedAt !== null) return { kind: 'deleted', title }
  return state === 'chosen' ? { kind: 'chosen', title } : { kind: 'moved', title, state }
}
