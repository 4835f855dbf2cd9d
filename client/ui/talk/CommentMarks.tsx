import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText'
import type { Subject } from '../../../shared/schema/talk.ts'
import { commentCounts, subjectKey } from '../../../shared/select/talk.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useTalk, useUnread } from '../../hooks/useTalk.ts'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { fetchComments } from './CommentsPanel.tsx'
import styles from './CommentMarks.module.css'

type Marks = { teamId: string; counts: ReadonlyMap<string, number>; unread: ReadonlyMap<string, number> }
const MarksContext = createContext<Marks | null>(null)

/** Gives the things inside their number of comments. For a team that one may read; outside it there are none. */
export function CommentMarks({ teamId, children }: { teamId: string; children: ReactNode }) {
  const talk = useTalk(teamId)
  const { bySubject } = useUnread(talk)
  useEffect(fetchComments, [])
  const marks = useMemo(
    () => ({ teamId, counts: commentCounts(talk.comments), unread: bySubject }),
    [teamId, talk.comments, bySubject],
  )
  return <MarksContext value={marks}>{children}</MarksContext>
}

/** How much is said about one thing, and how much of it is new; null where comments are not read. */
export function useCommentMarks(subject: Subject): { teamId: string; count: number; unread: number } | null {
  const marks = useContext(MarksContext)
  if (!marks) return null
  const key = subjectKey(subject)
  return { teamId: marks.teamId, count: marks.counts.get(key) ?? 0, unread: marks.unread.get(key) ?? 0 }
}

/** A small number of comments on a card, in the colour of comments when some are new. Nothing for none. */
export function CommentMark({ subject }: { subject: Subject }) {
  const { talk: m } = useMessages()
  const marks = useCommentMarks(subject)
  if (!marks || marks.count === 0) return null
  const { count, unread } = marks
  return (
    <span className={styles['mark']} data-unread={unread > 0 || undefined}>
      <ChatCircleTextIcon size={20} weight={unread > 0 ? 'fill' : 'regular'} aria-hidden />
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{unread > 0 ? `${m.count(count)}, ${m.unread(unread)}` : m.count(count)}</VisuallyHidden>
    </span>
  )
}
