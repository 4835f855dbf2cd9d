import { ClockIcon } from '@phosphor-icons/react/Clock'
import { useSyncExternalStore } from 'react'
import { useMessages } from '../../hooks/useMessages.ts'
import type { Talk } from '../../hooks/useTalk.ts'
import { useTalkOutbox, type OutboxEntry } from '../../hooks/useTalkOutbox.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../Button.tsx'
import { CommentView } from './CommentView.tsx'
import styles from './CommentsPanel.module.css'

/** One's own comment that the talk does not show yet: on its way, waiting for net, or refused with its words kept. */
export function PendingComment({ entry, talk, elsewhere }: { entry: OutboxEntry; talk: Talk; elsewhere?: boolean }) {
  const { talk: m, errors } = useMessages('talk', 'errors')
  const { state: session } = useSession()
  const { kept } = useTalkOutbox()
  const onDevice = useSyncExternalStore(kept.subscribe, kept.get)
  const { command, state, code, writtenAt } = entry
  const waiting = state === 'waiting' || (state === 'sending' && talk.offline)
  const author =
    command.withoutName || session.kind !== 'signedIn'
      ? null
      : {
          personId: session.session.personId,
          name: session.session.name,
          role: session.session.role,
          title: session.session.title,
        }
  const status =
    state === 'sent' ? undefined : (
      <span className={styles[state === 'refused' ? 'refusedMark' : 'waitingMark']}>
        <ClockIcon size={16} aria-hidden /> {state === 'refused' ? m.notSent : waiting ? m.waiting : m.sending}
      </span>
    )
  return (
    <CommentView
      comment={{ id: command.id, text: command.text, author, at: writtenAt, gone: null, state: 'open' }}
      own
      isNew={false}
      status={status}
    >
      {waiting && !onDevice && <p className={styles['hint']}>{m.notKept}</p>}
      {state === 'refused' && (
        <div role="alert" className={styles['ask']}>
          <p>
            {code && errors[code]} {elsewhere && m.elsewhere}
          </p>
          <div className={styles['buttons']}>
            <Button onClick={() => talk.retry(command.id)}>{m.tryAgain}</Button>
            <Button look="quiet" onClick={() => talk.discard(command.id)}>
              {m.discard}
            </Button>
          </div>
        </div>
      )}
    </CommentView>
  )
}
