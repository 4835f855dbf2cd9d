import { useMessages } from '../../hooks/useMessages.ts'
import { DeletedCards } from '../../ui/columns/DeletedCards.tsx'
import { useGoalBoard } from './GoalBoardContext.ts'
import type { GoalMoves } from './useGoalMoves.ts'

/** The deleted goals, latest first. */
export function DeletedGoals({ ids, moves }: { ids: readonly string[]; moves: GoalMoves }) {
  const { goals: m } = useMessages('goals')
  const { store, now } = useGoalBoard()
  const cards = ids.map((id) => {
    const goal = store.goal(id)?.goal
    return { id, name: goal?.title.trim() || m.untitled, deletedAt: goal?.deletedAt ?? 0 }
  })
  return <DeletedCards cards={cards} words={m} now={now} onTakeBack={moves.takeBack} />
}
