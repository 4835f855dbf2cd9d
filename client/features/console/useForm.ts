import { useRef, useState, type FormEvent } from 'react'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import { Unreachable } from '../../api.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'

/** Sentences that say it better here than the usual ones. */
export type OwnSentences = Partial<Record<ErrorCode | 'unreachable', string>>

/** Sends a form once at a time, and tells in words why it did not go. What was typed stays. */
export function useForm(
  send: () => Promise<void>,
  own: OwnSentences = {},
): {
  busy: boolean
  problem: string | null
  onSubmit: (event: FormEvent) => void
  run: () => void
} {
  const messages = useMessages('errors')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef(false)
  const run = () => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    send()
      .catch((error: unknown) => setProblem(ownSentence(own, error) ?? errorSentence(messages, error)))
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return { busy, problem, onSubmit, run }
}

function ownSentence(own: OwnSentences, error: unknown): string | undefined {
  if (error instanceof Unreachable) return own.unreachable
  return error instanceof AppError ? own[error.code] : undefined
}
