import { useEffect, useState, type ReactNode } from 'react'
import type { ErrorCode } from '../../shared/errors.ts'
import { useEndedCode } from '../hooks/useSaveStatus.ts'
import { useSession } from '../session.tsx'
import { SignedOutPage, type SignedOutReason } from './SignedOutPage.tsx'

const askAgainMs = 15_000
const untilAnsweredMs = 3_000

const isOut = (code: ErrorCode | null): code is 'notSignedIn' | 'takenOver' =>
  code === 'notSignedIn' || code === 'takenOver'

type EndedGateProps = { onAsked: (code: ErrorCode) => void; children: ReactNode }

/** What others may have changed about this person's place; the session tells what is true now. */
const movedOn: readonly ErrorCode[] = ['gatheringChanged', 'notAllowed', 'notFound']

/**
 * Watches for lines that the server closed for good. Signed out or taken over: a sentence and a way back in
 * place of the page. A new gathering or other rights: the session is asked for again, and the page follows it;
 * `onAsked` hears why, for who turns out to have none any more.
 */
export function EndedGate({ onAsked, children }: EndedGateProps) {
  const ended = useEndedCode()
  const { state, refresh } = useSession()
  useEffect(() => {
    if (ended === null || !movedOn.includes(ended)) return
    onAsked(ended)
    void refresh()
    // The net that brought the word may be gone before the answer.
    const timer = setInterval(() => void refresh(), untilAnsweredMs)
    return () => clearInterval(timer)
  }, [ended, onAsked, refresh])
  // Before there is a gathering no line tells of its beginning.
  const waitsForGathering = state.kind === 'signedIn' && state.session.gatheringId === null
  useEffect(() => {
    if (!waitsForGathering) return
    const timer = setInterval(() => void refresh(), askAgainMs)
    return () => clearInterval(timer)
  }, [waitsForGathering, refresh])
  // Kept: with the page its documents go, and what they told; shown anew, it would only ask to be let in again.
  const [gone, setGone] = useState<SignedOutReason | null>(null)
  if (gone === null && isOut(ended)) setGone(ended)
  return gone === null ? children : <SignedOutPage code={gone} />
}
