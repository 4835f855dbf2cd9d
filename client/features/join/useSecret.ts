import { useCallback, useEffect, useRef, useState } from 'react'
import type { SecretView } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import { keepCard, keepWaitingSecret, takeSecretFromAddress, waitingSecret } from '../../app/joinSecret.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'

/** `typed`: the code form is open and keeps what was written; else the secret came by a link. */
export type Lookup =
  | { kind: 'none' }
  | { kind: 'looking'; secret: string; typed: boolean }
  | { kind: 'found'; secret: string; view: SecretView }
  /** `mayTryAgain`: it may fit later; the secret is kept for that */
  | { kind: 'failed'; secret: string; typed: boolean; sentence: string; mayTryAgain: boolean }

const over = (error: unknown): boolean =>
  error instanceof AppError &&
  ['secretUnknown', 'secretEnded', 'secretExpired', 'secretUsed', 'badRequest'].includes(error.code)

function firstSecret(): string | null {
  const secret = takeSecretFromAddress()
  if (secret !== null) keepWaitingSecret(secret)
  return waitingSecret()
}

/** The secret of the address, of the tab's memory or of the form, and what it opens. */
export function useSecret(): {
  lookup: Lookup
  open: (secret: string) => void
  tryAgain: () => void
  forget: () => void
} {
  const { api } = useSession()
  const messages = useMessages('errors')
  const [lookup, setLookup] = useState<Lookup>(() => {
    const secret = firstSecret()
    return secret === null ? { kind: 'none' } : { kind: 'looking', secret, typed: false }
  })
  // The sentence is in the language of the moment it is needed, without asking the server again.
  const sentences = useRef(messages)
  sentences.current = messages

  const asked = lookup.kind === 'looking' ? lookup.secret : null
  const typed = lookup.kind === 'looking' && lookup.typed
  useEffect(() => {
    if (asked === null) return
    let current = true
    api.post<SecretView>('/api/secrets/lookup', { secret: asked }).then(
      (view) => {
        if (!current) return
        keepWaitingSecret(asked)
        setLookup({ kind: 'found', secret: asked, view })
      },
      (error: unknown) => {
        if (!current) return
        if (over(error)) {
          keepWaitingSecret(null)
          if (!typed) keepCard(null)
        }
        const sentence = errorSentence(sentences.current, error)
        setLookup({ kind: 'failed', secret: asked, typed, sentence, mayTryAgain: !over(error) })
      },
    )
    return () => {
      current = false
    }
  }, [api, asked, typed])

  useEffect(() => {
    // Another link opened in the same tab changes only the fragment of the address.
    const changed = () => {
      const secret = takeSecretFromAddress()
      if (secret !== null) setLookup({ kind: 'looking', secret, typed: false })
    }
    window.addEventListener('hashchange', changed)
    return () => window.removeEventListener('hashchange', changed)
  }, [])

  const open = useCallback((secret: string) => setLookup({ kind: 'looking', secret, typed: true }), [])
  const tryAgain = useCallback(
    () => setLookup((now) => (now.kind === 'failed' ? { kind: 'looking', secret: now.secret, typed: now.typed } : now)),
    [],
  )
  const forget = useCallback(() => {
    keepWaitingSecret(null)
    setLookup({ kind: 'none' })
  }, [])
  return { lookup, open, tryAgain, forget }
}
