import { useMemo } from 'react'
import { deleteGoal, moveGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import type { GoalState } from '../../../shared/schema/goal.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { cardMoves, type CardMoves } from '../../ui/columns/cardMoves.tsx'
import type { GoalBoard } from './GoalBoardContext.ts'

export type GoalMoves = CardMoves<GoalState>

/** The ways a goal moves between the states. */
export function useGoalMoves(work: GoalBoard): GoalMoves {
  const { goals: m } = useMessages('goals')
  const { store, act, now, say, offerTakeBack } = work
  return useMemo(
    () =>
      cardMoves<GoalState>({
        work: { say, offerTakeBack },
        words: m,
        columns: () => store.getBoard().columns,
        nameOf: (id) => store.card(id)?.title.trim() || m.untitled,
        nameOfColumn: (state) => m.state[state],
        move: (id, { column, afterId }) => act((board) => moveGoal(board, { id, state: column, afterId })),
        remove: (id) => act((board) => deleteGoal(board, { id, time: now() })),
        restore: (id) => act((board) => restoreGoal(board, { id })),
      }),
    [say, offerTakeBack, m, store, act, now],
  )
}
