import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Doc } from 'yjs'
import { AppError } from '../../shared/errors.ts'
import { can } from '../../shared/roles.ts'
import { openTeamDocument, type TeamDocument } from '../../shared/schema/team.ts'
import { useSession } from '../session.tsx'
import { StateStore } from '../sync/state-store.ts'
import type { TakeBackOffer } from '../ui/TakeBackToast.tsx'
import { errorSentence } from './errorSentence.ts'
import { useConnectionState, useDocuments, type OpenDocument } from './useDocument.ts'
import { useMessages } from './useMessages.ts'
import { usePresence } from './usePresence.ts'
import { useUndo, type Undo } from './useUndo.ts'

/** How the parts of a team's board change it. The same object while the page is open, so that cards can rest. */
export type BoardWork = {
  open: OpenDocument
  board: TeamDocument
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
}

export type BoardWorkState = {
  work: BoardWork
  undo: Undo
  /** what is said to those who listen */
  said: string
  offer: TakeBackOffer | null
  withdrawOffer: () => void
  problem: string | null
  forgetProblem: () => void
}

/** A team's document opened for work: the rights, this person's undo over `roots`, and the ways to speak. */
export function useBoardWork(
  open: OpenDocument,
  roots: (doc: Doc) => ReturnType<Parameters<typeof useUndo>[1]>,
): BoardWorkState {
  const messages = useMessages('errors')
  const { state: session } = useSession()
  const documents = useDocuments()
  const undo = useUndo(open, roots)
  const { setEditing } = usePresence(open)
  const access = useConnectionState(open)?.access
  const [said, setSaid] = useState('')
  const [offer, setOffer] = useState<TakeBackOffer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const board = useMemo(() => openTeamDocument(open.doc), [open.doc])
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
        change(board)
        return null
      } catch (error) {
        if (error instanceof AppError) return error
        throw error
      } finally {
        history.current.stop()
      }
    },
    [board],
  )
  const act = useCallback(
    (change: (board: TeamDocument) => void): boolean => {
      const failure = attempt(change)
      setProblem(failure && errorSentence(messages, failure))
      return failure === null
    },
    [attempt, messages],
  )

  const work = useMemo<BoardWork>(
    () => ({
      open,
      board,
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
    }),
    [open, board, readOnly, attempt, act, documents, setEditing, tabStop],
  )
  const withdrawOffer = useCallback(() => setOffer(null), [])
  const forgetProblem = useCallback(() => setProblem(null), [])
  return { work, undo, said, offer, withdrawOffer, problem, forgetProblem }
}
