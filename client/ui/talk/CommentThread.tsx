import { useState } from 'react'
import { DotsThreeIcon } from '@phosphor-icons/react/DotsThree'
import type { Comment, Thread } from '../../../shared/select/talk.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { Talk, TalkAction } from '../../hooks/useTalk.ts'
import { Unreachable } from '../../api.ts'
import { Button } from '../Button.tsx'
import { Menu, type MenuItem } from '../Menu.tsx'
import { authorWords } from './authorWords.ts'
import { CommentView } from './CommentView.tsx'
import { PendingComment } from './PendingComment.tsx'
import { WriteComment } from './WriteComment.tsx'
import styles from './CommentsPanel.module.css'

type CommentThreadProps = {
  thread: Thread
  talk: Talk
  teamId: string
  isNew: (id: string) => boolean
  /** one was hidden: it may be gone from the list, and can be shown again from below it */
  onHidden: () => void
}

/** A comment, the answers to it, and what one may do with them. */
export function CommentThread({ thread: { root, answers }, talk, teamId, isNew, onHidden }: CommentThreadProps) {
  const messages = useMessages('talk', 'errors')
  const m = messages.talk
  const [answering, setAnswering] = useState(false)
  const [asking, setAsking] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const pending = talk.entries.filter(({ command }) => command.replyTo === root.id)

  const act = async (action: TalkAction) => {
    setProblem(null)
    try {
      await talk.act(action)
      if (action.type === 'hideComment' && action.hidden) onHidden()
    } catch (error) {
      setProblem(error instanceof Unreachable ? m.needsNet : errorSentence(messages, error))
    }
  }
  const unsettled = answers.some(({ gone }) => gone === null) ? 'answered' : 'open'
  const choices = (comment: Comment): MenuItem[] => [
    ...(talk.may.settle && comment.id === root.id
      ? [
          {
            id: 'settle',
            label: comment.state === 'resolved' ? m.unsettle : m.settle,
            onSelect: () =>
              void act({
                type: 'settleComment',
                commentId: comment.id,
                state: comment.state === 'resolved' ? unsettled : 'resolved',
              }),
          },
        ]
      : []),
    ...(talk.isOwn(comment) ? [{ id: 'takeBack', label: m.takeBack, onSelect: () => setAsking(comment.id) }] : []),
    ...(talk.may.hide
      ? [
          {
            id: 'hide',
            label: m.hide,
            onSelect: () => void act({ type: 'hideComment', commentId: comment.id, hidden: true }),
          },
        ]
      : []),
  ]
  const shown = (comment: Comment) => {
    const items = choices(comment)
    return (
      <CommentView
        comment={comment}
        own={talk.isOwn(comment)}
        isNew={isNew(comment.id)}
        menu={
          items.length > 0 && (
            <Menu
              label={m.more(authorWords(comment, m).name)}
              icon={<DotsThreeIcon weight="bold" aria-hidden />}
              iconOnly
              look="quiet"
              items={items}
            />
          )
        }
      >
        {comment.gone === 'hidden' && talk.may.hide && (
          <Button look="quiet" onClick={() => void act({ type: 'hideComment', commentId: comment.id, hidden: false })}>
            {m.show}
          </Button>
        )}
        {asking === comment.id && comment.gone === null && (
          <div className={styles['ask']} role="alert">
            <p>{m.takeBackQuestion}</p>
            <div className={styles['buttons']}>
              <Button
                onClick={() => {
                  setAsking(null)
                  void act({ type: 'takeBackComment', commentId: comment.id })
                }}
              >
                {m.takeBackYes}
              </Button>
              <Button look="quiet" onClick={() => setAsking(null)}>
                {messages.common.cancel}
              </Button>
            </div>
          </div>
        )}
      </CommentView>
    )
  }
  return (
    <>
      {shown(root)}
      {(answers.length > 0 || pending.length > 0) && (
        <ul className={styles['answers']}>
          {answers.map((answer) => (
            <li key={answer.id}>{shown(answer)}</li>
          ))}
          {pending.map((entry) => (
            <li key={entry.command.id}>
              <PendingComment entry={entry} talk={talk} />
            </li>
          ))}
        </ul>
      )}
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      {answering ? (
        <div className={styles['answers']}>
          <WriteComment
            talk={talk}
            teamId={teamId}
            subject={root.subject}
            replyTo={root.id}
            label={m.writeAnswer}
            autoFocus
            onSent={() => setAnswering(false)}
            onCancel={() => setAnswering(false)}
          />
        </div>
      ) : (
        talk.may.comment &&
        root.gone === null && (
          <Button
            look="quiet"
            className={styles['answer'] ?? ''}
            aria-label={m.answerTo(authorWords(root, m).name)}
            onClick={() => setAnswering(true)}
          >
            {m.answer}
          </Button>
        )
      )}
    </>
  )
}
