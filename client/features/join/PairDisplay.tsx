import { useEffect, useMemo, useRef, useState } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import { createApi } from '../../api.ts'
import { keepWaitingSecret } from '../../app/joinSecret.ts'
import { paths } from '../../app/paths.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** A display's link was opened: this browser becomes a screen, beside whoever is signed in here. */
export function PairDisplay({ secret }: { secret: string }) {
  const { messages, language } = useLocale('join', 'errors')
  // Another language must not pair again.
  const locale = useRef({ messages, language })
  locale.current = { messages, language }
  const api = useMemo(() => createApi('display'), [])
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    api.post<SessionView>('/api/sessions', { secret, language: locale.current.language }).then(
      () => {
        keepWaitingSecret(null)
        // A page of its own, loaded anew: it speaks as the display from its first request.
        if (current) window.location.replace(paths.screen)
      },
      (error: unknown) => current && setProblem(errorSentence(locale.current.messages, error)),
    )
    return () => {
      current = false
    }
  }, [api, secret, attempt])
  return (
    <>
      <h1>{messages.join.pairing}</h1>
      {problem !== null && (
        <>
          <Notice kind="error" role="alert">
            {problem}
          </Notice>
          <p>
            <Button
              look="main"
              big
              onClick={() => {
                setProblem(null)
                setAttempt(attempt + 1)
              }}
            >
              {messages.common.tryAgain}
            </Button>
          </p>
        </>
      )}
    </>
  )
}
