import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Asked } from './useAsked.ts'

/** That an answer is waited for, that there was none, or that what is shown is old; nothing while all is well. */
export function AskedNotice({ asked: { answer, error, slow } }: { asked: Asked<unknown> }) {
  const messages = useMessages('care', 'errors')
  const words = messages.care
  if (error === null && !slow) return answer === null ? <p role="status">{messages.common.loading}</p> : null
  return (
    <Notice kind={error === null ? 'info' : 'error'} role="status">
      {error === null ? words.slow : errorSentence(messages, error)} {answer === null ? words.asksAgain : words.isOld}
    </Notice>
  )
}
