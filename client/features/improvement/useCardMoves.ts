import { useMemo } from 'react'
import { deleteCard, moveCard, restoreCard } from '../../../shared/ops/phases.ts'
import type { Phase } from '../../../shared/schema/phase.ts'
import { cardById, phaseViews } from '../../../shared/select/phases.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { cardMoves, type CardMoves } from '../../ui/columns/cardMoves.tsx'
import type { Improvement } from './ImprovementContext.ts'
import { phaseColumns } from './phaseColumns.ts'

export type PhaseCardMoves = CardMoves<Phase>

/** The ways a card moves between the phases of one board. */
export function useCardMoves(work: Improvement): PhaseCardMoves {
  const { phases: m } = useMessages('phases')
  const { board, boardId, act, now, say, offerTakeBack } = work
  return useMemo(
    () =>
      cardMoves<Phase>({
        work: { say, offerTakeBack },
        words: m,
        columns: () => phaseColumns(phaseViews(board, boardId)),
        nameOf: (id) => cardById(board, boardId, id)?.text.trim() || m.untitled,
        nameOfColumn: (phase) => m.phase[phase],
        move: (id, { column, afterId }) => act((each) => moveCard(each, { id, phase: column, afterId })),
        remove: (id) => act((each) => deleteCard(each, { id, time: now() })),
        restore: (id) => act((each) => restoreCard(each, { id })),
      }),
    [say, offerTakeBack, m, board, boardId, act, now],
  )
}
