import { createContext, useContext, useSyncExternalStore } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { TeamDocument } from '../../../shared/schema/team.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import type { StateStore } from '../../sync/state-store.ts'
import type { BoardStore } from './boardStore.ts'
import type { BoardView, CardView, GoalView } from './boardView.ts'

/** What every part of the board needs. The same object while the page is open, so that cards can rest. */
export type GoalBoard = {
  teamId: string
  open: OpenDocument
  board: TeamDocument
  store: BoardStore
  readOnly: boolean
  /** Runs operations as one step of undo. Gives back an expected failure, for the field it belongs to. */
  attempt: (change: (board: TeamDocument) => void) => AppError | null
  /** The same, where no field is at hand: the failure is said in words on the page; false then. */
  act: (change: (board: TeamDocument) => void) => boolean
  undo: () => void
  redo: () => void
  /** the server's time, ms since 1970 */
  now: () => number
  /** the one card that Tab reaches (roving focus) */
  tabStop: StateStore<string | null>
  presence: { setEditing: (field: string | null) => void }
  /** Says something to those who listen; it waits for a pause. */
  say: (text: string) => void
  /** Shows that something was deleted, with a way to take it back. */
  offerTakeBack: (text: string, takeBack: () => void) => void
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
