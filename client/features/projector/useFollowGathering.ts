import { useEffect } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import type { ConnectionState } from '../../hooks/useDocument.ts'
import { useSession } from '../../session.tsx'

const askAgainMs = 5_000

/**
 * Follows the current gathering: when the server has closed the stage for good (a new gathering, an ended link), or
 * there is no stage yet, the session is asked for until it has another answer.
 */
export function useFollowGathering(session: SessionView, connection: ConnectionState | null): void {
  const { refresh } = useSession()
  const stage = session.documents.stage
  const ended = connection?.phase === 'ended'
  useEffect(() => {
    if (stage && !ended) return
    if (ended) void refresh()
    const timer = setInterval(() => void refresh(), askAgainMs)
    return () => clearInterval(timer)
  }, [stage, ended, refresh])
}
