import type { ReactNode } from 'react'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { UserIcon } from '@phosphor-icons/react/User'
import type { Comment } from '../../../shared/select/talk.ts'
import { useDocuments } from '../../hooks/useDocument.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Avatar } from '../Avatar.tsx'
import { authorWords } from './authorWords.ts'
import { whenWritten } from './whenWritten.ts'
import styles from './CommentView.module.css'

type CommentViewProps = {
  comment: Pick<Comment, 'id' | 'text' | 'author' | 'at' | 'gone' | 'state'>
  own: boolean
  isNew: boolean
  /** what is said instead of a time: «Venter på nett» */
  status?: ReactNode
  menu?: ReactNode
  children?: ReactNode
}

/** One comment: everyone's in the same place, size and typeface. */
export function CommentView({ comment, own, isNew, status, menu, children }: CommentViewProps) {
  const { language, messages } = useLocale('talk')
  const m = messages.talk
  const documents = useDocuments()
  const { author, at, gone, id, state, text } = comment
  if (gone !== null) {
    return (
      <div className={styles['gone']} data-comment={id}>
        <p>{gone === 'hidden' ? m.hidden : m.takenBack}</p>
        {children}
      </div>
    )
  }
  const { name, part } = authorWords(comment, m)
  const when = status ?? whenWritten(at, documents.serverNow(), author !== null, language, m)
  return (
    <article className={styles['comment']} data-comment={id} data-new={isNew || undefined}>
      <header className={styles['head']}>
        {author ? (
          <Avatar personId={author.personId} name={name} />
        ) : (
          <span className={styles['nobody']} aria-hidden="true">
            <UserIcon size={20} />
          </span>
        )}
        <p className={styles['who']}>
          <b>
            {name}
            {own && <span className={styles['own']}> ({m.you})</span>}
          </b>
          <span className={styles['part']}>
            {part !== '' && `${part} · `}
            {when}
          </span>
        </p>
        {isNew && <span className={styles['new']}>{m.isNew}</span>}
        {menu}
      </header>
      <p className={styles['text']}>{text}</p>
      {state === 'resolved' && (
        <p className={styles['resolved']}>
          <CheckCircleIcon size={20} weight="fill" aria-hidden />
          {m.resolved}
        </p>
      )}
      {children}
    </article>
  )
}
