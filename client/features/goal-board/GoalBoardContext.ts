import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BoardWork } from '../../hooks/useBoardWork.ts'
import type { BoardStore } from './boardStore.ts'
import type { BoardView, CardView, GoalView } from './boardView.ts'

/** What every part of the board needs. The same object while the page is open, so that cards can rest. */
export type GoalBoard = BoardWork & {
  teamId: string
  store: BoardStore
  hrefOf: (goalId: string | null) => string
  go: (goalId: string | null) => void
}

export const GoalBoardContext = createContext<GoalBoard | null>(null)

export function useGoalBoard(): GoalBoard {
  const value = useContext(GoalBoardContext)
  if (!value) throw new Error('useGoalBoard needs a GoalBoardPage above it')
  return value
}

export function useBoardView(store: BoardStore): BoardView {
  return useSyncExternalStore(store.subscribe, store.getBoard)
}

/** One card; a component that uses it renders again only when that card looks different. */
export function useCard(store: BoardStore, id: string): CardView | null {
  return useSyncExternalStore(store.subscribe, () => store.card(id))
}

/** Everything about one goal, deleted or not. */
export function useGoal(store: BoardStore, id: string): GoalView | null {
  return useSyncExternalStore(store.subscribe, () => store.goal(id))
}
