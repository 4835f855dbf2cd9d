import { useEffect } from 'react'
import type * as Y from 'yjs'
import type { SessionView } from '../../shared/api.ts'
import { openTalkDocument } from '../../shared/schema/talk.ts'
import { talkTeam } from '../../shared/select/talk.ts'
import { useSession } from '../session.tsx'
import { useConnectionState, useDocument } from './useDocument.ts'
import { useSelect } from './useSelect.ts'

const askAgainMs = 5_000

const select = (doc: Y.Doc) => talkTeam(openTalkDocument(doc))

/**
 * Follows what a team is called while one of its pages is open: its talk tells when that was changed, and the session,
 * which all pages take it from, is asked for anew.
 */
export function useTeamName(session: SessionView, teamId: string): void {
  const { refresh } = useSession()
  const open = useDocument(session.documents.teams[teamId]?.talk ?? null)
  const told = useSelect(open, select)
  const live = useConnectionState(open)?.phase === 'live'
  const known = session.teams.find(({ id }) => id === teamId)
  const isOld = live && known && told && inOneLine(told) !== inOneLine(known)
  const newName = isOld ? inOneLine(told) : null
  useEffect(() => {
    if (newName === null) return
    void refresh()
    // The net that brought the word may be gone before the answer.
    const timer = setInterval(() => void refresh(), askAgainMs)
    return () => clearInterval(timer)
  }, [newName, refresh])
}

function inOneLine({ name, municipalities }: { name: string; municipalities: readonly string[] }): string {
  return [name, ...municipalities].join('\n')
}
