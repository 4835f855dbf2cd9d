import { useMemo, useRef, useState } from 'react'
import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText'
import { subjectKey } from '../../../shared/select/subject-key.ts'
import { threadsOf } from '../../../shared/select/talk.ts'
import { useHiddenComments } from '../../hooks/useHiddenComments.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useTalk, type Talk } from '../../hooks/useTalk.ts'
import { useTalkVisible } from '../../hooks/useTalkVisible.ts'
import { classNames } from '../classNames.ts'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { CommentThread } from './CommentThread.tsx'
import type { CommentsPanelProps } from './CommentsPanel.tsx'
import { HiddenComments } from './HiddenComments.tsx'
import { PendingComment } from './PendingComment.tsx'
import { useArrivals } from './useArrivals.ts'
import { WriteComment } from './WriteComment.tsx'
import styles from './CommentsPanel.module.css'

/** What is said about one thing, and the field for saying more. The same for everyone who may read the team. */
export function CommentsSection(props: CommentsPanelProps) {
  const talk = useTalk(props.teamId)
  return <Panel key={subjectKey(props.subject)} {...props} talk={talk} />
}

function Panel({ teamId, subject, heading, level = 2, column, className, talk }: CommentsPanelProps & { talk: Talk }) {
  const messages = useMessages('talk')
  const m = messages.talk
  const list = useRef<HTMLUListElement>(null)
  const [hiddenNow, setHiddenNow] = useState(false)
  const threads = useMemo(() => threadsOf(talk.comments, subject), [talk.comments, subject])
  const shown = threads.flatMap(({ root, answers }) => [root, ...answers])
  const count = shown.filter(({ gone }) => gone === null).length
  const unseen = shown.filter((comment) => comment.gone === null && !talk.isSeen(comment.id) && !talk.isOwn(comment))
  // What was new when it came is marked as long as one stays, also after it has been seen.
  const newHere = useRef(new Set<string>())
  for (const { id } of unseen) newHere.current.add(id)
  useTalkVisible(
    list,
    unseen.map(({ id }) => id),
    talk.markSeen,
  )
  const said = useArrivals(shown, talk)

  const key = subjectKey(subject)
  const roots = talk.entries.filter(({ command }) => command.replyTo === null)
  const pending = roots.filter(({ command }) => subjectKey(command.subject) === key)
  // What was refused may be about something that is deleted: its words must be found again nevertheless.
  const threadIds = new Set(threads.map(({ root }) => root.id))
  const stranded = talk.entries.filter(
    ({ command, state }) =>
      state === 'refused' &&
      (command.replyTo === null ? subjectKey(command.subject) !== key : !threadIds.has(command.replyTo)),
  )
  const inPlace = new Set(shown.map(({ id }) => id))
  const hidden = useHiddenComments(teamId, talk).filter(
    (comment) => subjectKey(comment.subject) === key && !inPlace.has(comment.id),
  )
  const Heading = level === 3 ? 'h3' : 'h2'
  const empty = threads.length + pending.length === 0
  return (
    <section
      className={classNames(styles['panel'], column && styles['column'], className)}
      aria-label={heading ?? m.comments}
    >
      <Heading className={styles['heading']}>
        <ChatCircleTextIcon size={24} aria-hidden />
        {heading ?? m.comments} <span className={styles['count']}>{count}</span>
      </Heading>
      <div className={styles['scroll']}>
        {!talk.loaded && <p className={styles['hint']}>{m.loading}</p>}
        {talk.loaded && empty && <p className={styles['hint']}>{m.none}</p>}
        <ul ref={list} className={styles['threads']}>
          {threads.map((thread) => (
            <li key={thread.root.id} className={styles['thread']}>
              <CommentThread
                thread={thread}
                talk={talk}
                teamId={teamId}
                isNew={(id) => newHere.current.has(id) && !talk.isOwn({ id, author: null })}
                onHidden={() => setHiddenNow(true)}
              />
            </li>
          ))}
          {[...pending, ...stranded].map((entry) => (
            <li key={entry.command.id} className={styles['thread']}>
              <PendingComment entry={entry} talk={talk} elsewhere={stranded.includes(entry)} />
            </li>
          ))}
        </ul>
        <HiddenComments hidden={hidden} act={talk.act} open={hiddenNow} />
      </div>
      {talk.may.comment && (
        <div className={styles['write']}>
          <WriteComment talk={talk} teamId={teamId} subject={subject} label={m.write} />
        </div>
      )}
      <VisuallyHidden role="status">{hiddenNow && hidden.length > 0 ? m.hiddenNow : said}</VisuallyHidden>
    </section>
  )
}
