import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import { teamBoardId } from '../../../shared/schema/phase.ts'
import { openTalkDocument, type Member } from '../../../shared/schema/talk.ts'
import { openTeamDocument } from '../../../shared/schema/team.ts'
import { useBoardWork, type BoardWorkState } from '../../hooks/useBoardWork.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useSelect } from '../../hooks/useSelect.ts'
import type { Improvement } from './ImprovementContext.ts'

const boardRoots = (doc: OpenDocument['doc']) => {
  const { steps, cards } = openTeamDocument(doc)
  return [steps, cards]
}

const nobody: Record<string, Member> = {}

type Addresses = {
  /** of a board, as board or list */
  boardHref: (boardId: string, list: boolean) => string
  /** of a card on this board; null: of the board */
  cardHref: (cardId: string | null, list: boolean) => string
  navigate: (href: string) => void
}

/** Opens one phase board for the page: the members, the addresses, and all that the work needs. */
export function useImprovementSetup(args: {
  teamId: string
  boardId: string
  list: boolean
  open: OpenDocument
  talk: OpenDocument | null
}): BoardWorkState & Addresses & { value: Improvement } {
  const { teamId, boardId, list, open, talk } = args
  const [, navigate] = useLocation()
  const state = useBoardWork(open, boardRoots)
  const { work } = state
  const named = useSelect(talk, (doc) => Object.fromEntries(openTalkDocument(doc).members.entries())) ?? nobody
  const members = useMemo(() => new Map(Object.entries(named)), [named])

  const boardHref = useCallback(
    (id: string, asList: boolean) =>
      `/team/${teamId}/forbedring${asList ? '/liste' : ''}${id === teamBoardId ? '' : `/${id}`}`,
    [teamId],
  )
  const cardHref = useCallback(
    (cardId: string | null, asList: boolean) =>
      cardId === null
        ? boardHref(boardId, asList)
        : `/team/${teamId}/forbedring${asList ? '/liste' : ''}/${boardId}/${cardId}`,
    [boardHref, teamId, boardId],
  )
  const hrefOf = useCallback((cardId: string | null) => cardHref(cardId, list), [cardHref, list])
  const go = useCallback((cardId: string | null) => navigate(hrefOf(cardId)), [navigate, hrefOf])
  const value = useMemo<Improvement>(
    () => ({ ...work, teamId, boardId, members, hrefOf, go }),
    [work, teamId, boardId, members, hrefOf, go],
  )
  return { ...state, value, boardHref, cardHref, navigate }
}
