import type { ReactNode } from 'react'
import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText'
import type { Subject } from '../../../shared/schema/talk.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { MarksContext, useCommentMarks } from './marksContext.ts'
import { useMarks } from './useMarks.ts'
import styles from './CommentMarks.module.css'

/** Gives the things inside their number of comments. For a team that one may read; outside it there are none. */
export function CommentMarks({ teamId, children }: { teamId: string; children: ReactNode }) {
  return <MarksContext value={useMarks(teamId)}>{children}</MarksContext>
}

/** A small number of comments on a card, in the colour of comments when some are new. Nothing for none. */
export function CommentMark({ subject }: { subject: Subject }) {
  const { talk: m } = useMessages('talk')
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
