import { useId, useState, type ReactNode } from 'react'
import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText'
import type { Subject } from '../../../shared/schema/talk.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { CommentsPanel } from '../../ui/talk/CommentsPanel.tsx'
import { useCommentMarks } from '../../ui/talk/marksContext.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './boards.module.css'

type CommentedProps = { subject: Subject; title: string; focus?: boolean; heading?: ReactNode; children?: ReactNode }

/** One thing on a board, with a button that opens what is said about it in the same place. */
export function Commented({ subject, title, focus, heading, children }: CommentedProps) {
  const { talk: m } = useMessages('talk')
  const marks = useCommentMarks(subject)
  const [open, setOpen] = useState(false)
  const id = useId()
  const { count, unread } = marks ?? { count: 0, unread: 0 }
  return (
    <div className={styles['thing']} data-focus={focus || undefined}>
      {focus && <p className={styles['now']}>{m.follow.inFocus}</p>}
      <div className={styles['line']}>
        <div className={styles['words']}>{heading}</div>
        {marks && (
          <button
            type="button"
            className={styles['comments']}
            data-unread={unread > 0 || undefined}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <ChatCircleTextIcon size={24} weight={unread > 0 ? 'fill' : 'regular'} aria-hidden />
            <span aria-hidden="true">{count > 0 && count}</span>
            <VisuallyHidden>
              {[count > 0 ? m.count(count) : m.write, unread > 0 ? m.unread(unread) : '', title]
                .filter(Boolean)
                .join(', ')}
            </VisuallyHidden>
          </button>
        )}
      </div>
      {children}
      {marks && open && (
        <div id={id} className={styles['talk']}>
          <CommentsPanel teamId={marks.teamId} subject={subject} level={3} />
        </div>
      )}
    </div>
  )
}
