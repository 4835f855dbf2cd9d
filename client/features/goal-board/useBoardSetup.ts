import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { AppError } from '../../../shared/errors.ts'
import { can } from '../../../shared/roles.ts'
import { openTalkDocument } from '../../../shared/schema/talk.ts'
import { openTeamDocument, type TeamDocument } from '../../../shared/schema/team.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useConnectionState, useDocuments, type OpenDocument } from '../../hooks/useDocument.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePresence } from '../../hooks/usePresence.ts'
import { useUndo, type Undo } from '../../hooks/useUndo.ts'
import { useSession } from '../../session.tsx'
import { StateStore } from '../../sync/state-store.ts'
import { BoardStore } from './boardStore.ts'
import type { GoalBoard } from './GoalBoardContext.ts'
import type { TakeBackOffer } from '../../ui/TakeBackToast.tsx'

type BoardSetup = {
  value: GoalBoard
  undo: Undo
  /** what is said to those who listen */
  said: string
  offer: TakeBackOffer | null
  withdrawOffer: () => void
  problem: string | null
  forgetProblem: () => void
}

const boardRoots = (doc: OpenDocument['doc']) => {
  const { goals, measures, actions } = openTeamDocument(doc)
  return [goals, measures, actions]
}

/** Opens a team's board for the page: the store, the rights, this person's undo, and the ways to speak. */
export function useBoardSetup(
  teamId: string,
  list: boolean,
  open: OpenDocument,
  talk: OpenDocument | null,
): BoardSetup {
  const messages = useMessages()
  const [, navigate] = useLocation()
  const { state: session } = useSession()
  const documents = useDocuments()
  const undo = useUndo(open, boardRoots)
  const { setEditing } = usePresence(open)
  const access = useConnectionState(open)?.access
  const [said, setSaid] = useState('')
  const [offer, setOffer] = useState<TakeBackOffer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const talkDoc = talk?.doc ?? null
  const store = useMemo(
    () => new BoardStore(openTeamDocument(open.doc), talkDoc && openTalkDocument(talkDoc)),
    [open.doc, talkDoc],
  )
  const tabStop = useMemo(() => new StateStore<string | null>(null), [])
  const mayWrite = session.kind === 'signedIn' && can(session.session.role, 'write:team')
  const readOnly = !mayWrite || access === 'read'

  // The history is another object at each step; those who use it must not all render again for that.
  const history = useRef(undo)
  useEffect(() => {
    history.current = undo
  })
  const offers = useRef(0)

  const attempt = useCallback(
    (change: (board: TeamDocument) => void): AppError | null => {
      history.current.stop()
      try {
        change(store.board)
        return null
      } catch (error) {
        if (error instanceof AppError) return error
        throw error
      } finally {
        history.current.stop()
      }
    },
    [store],
  )
  const act = useCallback(
    (change: (board: TeamDocument) => void): boolean => {
      const failure = attempt(change)
      setProblem(failure && errorSentence(messages, failure))
      return failure === null
    },
    [attempt, messages],
  )
  const base = `/team/${teamId}/mal${list ? '/liste' : ''}`
  const hrefOf = useCallback((goalId: string | null) => (goalId === null ? base : `${base}/${goalId}`), [base])
  const go = useCallback((goalId: string | null) => navigate(hrefOf(goalId)), [navigate, hrefOf])

  const value = useMemo<GoalBoard>(
    () => ({
      teamId,
      open,
      board: store.board,
      store,
      readOnly,
      attempt,
      act,
      undo: () => history.current.undo(),
      redo: () => history.current.redo(),
      now: () => documents.serverNow(),
      tabStop,
      presence: { setEditing },
      // The same words twice are two things said.
      say: (text) => setSaid((before) => (before === text ? `${text}\u00a0` : text)),
      offerTakeBack: (text, takeBack) => {
        offers.current += 1
        setOffer({ key: offers.current, text, takeBack })
      },
      hrefOf,
      go,
    }),
    [teamId, open, store, readOnly, attempt, act, documents, setEditing, tabStop, hrefOf, go],
  )
  const withdrawOffer = useCallback(() => setOffer(null), [])
  const forgetProblem = useCallback(() => setProblem(null), [])
  return { value, undo, said, offer, withdrawOffer, problem, forgetProblem }
}
