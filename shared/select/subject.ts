import type { Subject } from '../schema/talk.ts'
import { teamBoardId } from '../schema/phase.ts'
import type { TeamDocument } from '../schema/team.ts'
import { allActors, allMaps } from './actorMaps.ts'
import { allGoals } from './goals.ts'
import { entries, isDeleted } from './read.ts'

/** Whether what a comment is about is there to be seen. The team itself always is. */
export function hasSubject(board: TeamDocument, { kind, id }: Subject): boolean {
  switch (kind) {
    case 'team':
      return true
    case 'map':
      return allMaps(board).some((map) => map.id === id)
    case 'actor':
      return allActors(board).some((actor) => actor.id === id)
    case 'goal':
      return hasGoal(board, id)
    case 'card': {
      const card = entries(board.cards).find(([key]) => key === id)?.[1]
      if (!card || isDeleted(card)) return false
      const boardId = card.get('boardId')
      return boardId === teamBoardId || (typeof boardId === 'string' && hasGoal(board, boardId))
    }
  }
}

function hasGoal(board: TeamDocument, id: string): boolean {
  return allGoals(board).some((goal) => goal.id === id)
}
