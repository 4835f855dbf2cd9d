import { useCallback, useMemo } from 'react'
import { ArrowDown } from '@phosphor-icons/react/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/ArrowUp'
import { Trash } from '@phosphor-icons/react/Trash'
import { deleteGoal, moveGoal, restoreGoal } from '../../../shared/ops/goals.ts'
import { goalStates, type GoalState } from '../../../shared/schema/goal.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { stepPlace, type Place } from '../../ui/columns/dropPlace.ts'
import type { GoalBoard } from './GoalBoardContext.ts'

export type GoalMoves = {
  place: (id: string, place: Place<GoalState>) => void
  toState: (id: string, state: GoalState) => void
  step: (id: string, step: 'up' | 'down') => void
  remove: (id: string) => void
  takeBack: (id: string) => void
  /** the items of «Flytt til …» for a goal as it lies now */
  menuItems: (id: string, onRemove: () => void) => MenuItem[]
}

/** The ways a goal moves, the same from a drag, the menu, the keys, the panel and the list. */
export function useGoalMoves({ store, act, say, offerTakeBack, now }: GoalBoard): GoalMoves {
  const { goals: m } = useMessages()

  const titleOf = useCallback((id: string) => store.card(id)?.title.trim() || m.untitled, [store, m])

  const place = useCallback(
    (id: string, { column: state, afterId }: Place<GoalState>) => {
      if (!act((board) => moveGoal(board, { id, state, afterId }))) return
      const column = store.getBoard().columns[state]
      if (column.includes(id)) say(m.moved(titleOf(id), m.state[state], column.indexOf(id) + 1, column.length))
    },
    [act, say, store, m, titleOf],
  )

  const toState = useCallback(
    (id: string, state: GoalState) => {
      const column = store.getBoard().columns[state]
      if (!column.includes(id)) place(id, { column: state, afterId: column.at(-1) ?? null })
    },
    [place, store],
  )

  const step = useCallback(
    (id: string, direction: 'up' | 'down') => {
      const to = stepPlace(store.getBoard().columns, id, direction)
      if (to) place(id, to)
    },
    [place, store],
  )

  const takeBack = useCallback(
    (id: string) => {
      if (act((board) => restoreGoal(board, { id }))) say(m.takenBack(titleOf(id)))
    },
    [act, say, m, titleOf],
  )

  const remove = useCallback(
    (id: string) => {
      const text = m.removed(titleOf(id))
      if (act((board) => deleteGoal(board, { id, time: now() }))) offerTakeBack(text, () => takeBack(id))
    },
    [act, offerTakeBack, now, m, titleOf, takeBack],
  )

  const menuItems = useCallback(
    (id: string, onRemove: () => void): MenuItem[] => {
      const { columns } = store.getBoard()
      const now = goalStates.find((state) => columns[state].includes(id))
      return [
        ...goalStates.map((state) => ({
          id: state,
          label: m.state[state],
          checked: state === now,
          onSelect: () => toState(id, state),
        })),
        {
          id: 'up',
          label: m.moveUp,
          icon: <ArrowUp size={22} aria-hidden />,
          disabled: stepPlace(columns, id, 'up') === null,
          onSelect: () => step(id, 'up'),
        },
        {
          id: 'down',
          label: m.moveDown,
          icon: <ArrowDown size={22} aria-hidden />,
          disabled: stepPlace(columns, id, 'down') === null,
          onSelect: () => step(id, 'down'),
        },
        { id: 'remove', label: m.remove, icon: <Trash size={22} aria-hidden />, onSelect: onRemove },
      ]
    },
    [store, m, toState, step],
  )

  return useMemo(
    () => ({ place, toState, step, remove, takeBack, menuItems }),
    [place, toState, step, remove, takeBack, menuItems],
  )
}
