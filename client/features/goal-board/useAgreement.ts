import { useCallback, useEffect, useState } from 'react'
import type { OwnAgreementsView } from '../../../shared/api.ts'
import type { AgreementAnswer, CommandOf } from '../../../shared/commands.ts'
import { AppError } from '../../../shared/errors.ts'
import { Unreachable } from '../../api.ts'
import { useConnectionState, type OpenDocument } from '../../hooks/useDocument.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { newId } from '../../new-id.ts'
import { useSession } from '../../session.tsx'

export type AgreementHandle = {
  /** one's own answers by goal id; null until they are known */
  own: OwnAgreementsView | null
  sending: boolean
  /** why the last answer is not in yet, as a sentence */
  error: string | null
  answer: (goalId: string, wording: string, answer: AgreementAnswer) => void
  /** sends the answer that did not get through again, as the same command */
  retry: (() => void) | null
}

/**
 * One's own answers to «are we agreed?». They go by commands, which need net: what did not get through is
 * said, and can be sent again under the same id, so that it counts once however often it arrives.
 */
export function useAgreement(teamId: string, open: OpenDocument, mayAgree: boolean): AgreementHandle {
  const messages = useMessages('goals', 'errors')
  const { api } = useSession()
  const [own, setOwn] = useState<OwnAgreementsView | null>(null)
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<{ command: CommandOf<'agreeToGoal'>; error: unknown } | null>(null)
  const live = useConnectionState(open)?.phase === 'live'

  useEffect(() => {
    if (!mayAgree) return
    let gone = false
    api.get<OwnAgreementsView>(`/api/teams/${teamId}/agreements`).then(
      (view) => {
        if (!gone) setOwn(view)
      },
      // Without net the board still works; it is asked again when the net is back (`live` changes).
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [api, teamId, mayAgree, live])

  const send = useCallback(
    async (command: CommandOf<'agreeToGoal'>) => {
      setSending(true)
      setFailed(null)
      try {
        await api.post('/api/commands', command)
        setOwn((before) => ({ ...before, [command.goalId]: { wording: command.wording, answer: command.answer } }))
      } catch (error) {
        setFailed({ command, error })
      } finally {
        setSending(false)
      }
    },
    [api],
  )

  const answer = useCallback(
    (goalId: string, wording: string, given: AgreementAnswer) =>
      void send({ id: newId(), type: 'agreeToGoal', teamId, goalId, wording, answer: given }),
    [send, teamId],
  )
  // What the server refused for good is not sent again; what it never answered, or could not store, is.
  const again =
    failed &&
    (!(failed.error instanceof AppError) ||
      ['storeFailed', 'stopping', 'internal', 'tooManyTries'].includes(failed.error.code))
  const error = !failed
    ? null
    : failed.error instanceof Unreachable
      ? messages.goals.agreement.noNet
      : errorSentence(messages, failed.error)
  return { own, sending, error, answer, retry: failed && again ? () => void send(failed.command) : null }
}
