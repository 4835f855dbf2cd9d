import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { useBoardWork, type BoardWorkState } from '../../hooks/useBoardWork.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { BoardStore } from './boardStore.ts'
import type { GoalBoard } from './GoalBoardContext.ts'

const boardRoots = (doc: OpenDocument['doc']) => {
  const { goals, measures, actions } = openTeamDocument(doc)
  return [goals, measures, actions]
}

/** Opens a team's board for the page: the store, and all that the work needs. */
export function useBoardSetup(
  teamId: string,
  list: boolean,
  open: OpenDocument,
  talk: OpenDocument | null,
): BoardWorkState & { value: GoalBoard } {
  const [, navigate] = useLocation()
  const state = useBoardWork(open, boardRoots)
  const { work } = state
  const talkDoc = talk?.doc ?? null
  const store = useMemo(() => new BoardStore(work.board, talkDoc && openTalkDocument(talkDoc)), [work.board, talkDoc])
  const base = `/team/${teamId}/mal${list ? '/liste' : ''}`
  const hrefOf = useCallback((goalId: string | null) => (goalId === null ? base : `${base}/${goalId}`), [base])
  const go = useCallback((goalId: string | null) => navigate(hrefOf(goalId)), [navigate, hrefOf])
  const value = useMemo<GoalBoard>(() => ({ ...work, teamId, store, hrefOf, go }), [work, teamId, store, hrefOf, go])
  return { ...state, value }
}
