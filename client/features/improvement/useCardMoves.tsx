import { useMemo } from 'react'
import { ArrowDown } from '@phosphor-icons/react/ArrowDown'
import { ArrowUp } from '@phosphor-icons/react/ArrowUp'
import { Trash } from '@phosphor-icons/react/Trash'
import { deleteCard, moveCard, restoreCard } from '../../../shared/ops/phases.ts'
import { phases, type Phase } from '../../../shared/schema/phase.ts'
import { cardById, cardsIn, phaseViews } from '../../../shared/select/phases.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { stepPlace, type Place } from '../../ui/columns/dropPlace.ts'
import type { Columns } from '../../ui/columns/columns.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import type { Improvement } from './ImprovementContext.ts'
import { phaseColumns } from './phaseColumns.ts'

export type CardMoves = {
  columns: () => Columns<Phase>
  nameOf: (id: string) => string
  place: (id: string, place: Place<Phase>) => void
  toPhase: (id: string, phase: Phase) => void
  step: (id: string, step: 'up' | 'down') => void
  remove: (id: string) => void
  takeBack: (id: string) => void
  /** the items of «Flytt til …» for a card as it lies now */
  menuItems: (id: string, onRemove: () => void) => MenuItem[]
}

/** The ways a card moves, the same from a drag, the menu, the keys, the panel and the list. */
export function useCardMoves({ board, boardId, act, say, offerTakeBack, now }: Improvement): CardMoves {
  const { phases: m } = useMessages()
  return useMemo<CardMoves>(() => {
    const columns = () => phaseColumns(phaseViews(board, boardId))
    const nameOf = (id: string) => cardById(board, boardId, id)?.text.trim() || m.untitled
    const place = (id: string, { column: phase, afterId }: Place<Phase>) => {
      if (!act((each) => moveCard(each, { id, phase, afterId }))) return
      const ids = cardsIn(board, boardId, phase).map((card) => card.id)
      if (ids.includes(id)) say(m.moved(nameOf(id), m.phase[phase], ids.indexOf(id) + 1, ids.length))
    }
    const toPhase = (id: string, phase: Phase) => {
      const ids = columns()[phase]
      if (!ids.includes(id)) place(id, { column: phase, afterId: ids.at(-1) ?? null })
    }
    const step = (id: string, direction: 'up' | 'down') => {
      const to = stepPlace(columns(), id, direction)
      if (to) place(id, to)
    }
    const takeBack = (id: string) => {
      if (act((each) => restoreCard(each, { id }))) say(m.takenBack(nameOf(id)))
    }
    const remove = (id: string) => {
      const text = m.removed(nameOf(id))
      if (act((each) => deleteCard(each, { id, time: now() }))) offerTakeBack(text, () => takeBack(id))
    }
    const menuItems = (id: string, onRemove: () => void): MenuItem[] => {
      const lie = columns()
      return [
        ...phases.map((phase) => ({
          id: phase,
          label: m.phase[phase],
          checked: lie[phase].includes(id),
          onSelect: () => toPhase(id, phase),
        })),
        {
          id: 'up',
          label: m.moveUp,
          icon: <ArrowUp size={22} aria-hidden />,
          disabled: stepPlace(lie, id, 'up') === null,
          onSelect: () => step(id, 'up'),
        },
        {
          id: 'down',
          label: m.moveDown,
          icon: <ArrowDown size={22} aria-hidden />,
          disabled: stepPlace(lie, id, 'down') === null,
          onSelect: () => step(id, 'down'),
        },
        { id: 'remove', label: m.remove, icon: <Trash size={22} aria-hidden />, onSelect: onRemove },
      ]
    }
    return { columns, nameOf, place, toPhase, step, remove, takeBack, menuItems }
  }, [board, boardId, act, say, offerTakeBack, now, m])
}
