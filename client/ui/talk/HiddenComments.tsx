import { useRef, useState } from 'react'
import type { HiddenCommentsView } from '../../../shared/api.ts'
import { Unreachable } from '../../api.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { Talk } from '../../hooks/useTalk.ts'
import { Button } from '../Button.tsx'
import { Details } from '../Details.tsx'
import { CommentView } from './CommentView.tsx'
import styles from './HiddenComments.module.css'

type HiddenCommentsProps = {
  hidden: HiddenCommentsView
  act: Talk['act']
  /** one was hidden just now: what can be undone lies open */
  open?: boolean
}

/** What facilitators have hidden, with its words, so that it can be shown again. Nothing where nothing is. */
export function HiddenComments({ hidden, act, open = false }: HiddenCommentsProps) {
  const messages = useMessages('talk', 'errors')
  const m = messages.talk
  const around = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const show = async (commentId: string) => {
    setProblem(null)
    try {
      await act({ type: 'hideComment', commentId, hidden: false })
      // The button goes away with what it showed.
      around.current?.focus()
    } catch (error) {
      setProblem(error instanceof Unreachable ? m.needsNet : errorSentence(messages, error))
    }
  }
  return (
    <div ref={around} tabIndex={-1} className={styles['around']}>
      {hidden.length > 0 && (
        <Details label={m.hiddenOnes} count={hidden.length} open={open}>
          <ul className={styles['list']}>
            {hidden.map((comment) => (
              <li key={comment.id}>
                <CommentView comment={{ ...comment, gone: null, state: 'open' }} own={false} isNew={false}>
                  <div>
                    <Button onClick={() => void show(comment.id)}>{m.show}</Button>
                  </div>
                </CommentView>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
