import { useCallback, useEffect, useState } from 'react'
import type { OwnCommentsView } from '../../shared/api.ts'
import type { Comment } from '../../shared/select/talk.ts'
import { useSession } from '../session.tsx'
import { useConnectionState, useDocuments, type OpenDocument } from './useDocument.ts'
import { useTalkEntries } from './useTalkOutbox.ts'

/**
 * Which comments are one's own: those with one's name, those that were sent from here, and, as the server says,
 * those without name. It is asked again when a comment without name has come: it may be from one's other device.
 */
export function useTalkOwn(
  teamId: string,
  talk: OpenDocument | null,
  nameless: number,
): (comment: Pick<Comment, 'id' | 'author'>) => boolean {
  const { personId } = useDocuments()
  const { api } = useSession()
  const entries = useTalkEntries(teamId)
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set())
  const live = useConnectionState(talk)?.phase === 'live'

  useEffect(() => {
    if (entries.length > 0) setOwn((before) => new Set([...before, ...entries.map(({ command }) => command.id)]))
  }, [entries])
  useEffect(() => {
    if (!live || nameless === 0) return
    let gone = false
    api.get<OwnCommentsView>(`/api/teams/${teamId}/comments/own`).then(
      (ids) => {
        if (!gone && Array.isArray(ids)) setOwn((before) => new Set([...before, ...ids]))
      },
      // Without net everything can be read; it is asked again when the net is back (`live` changes).
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [api, teamId, live, nameless])
  return useCallback(({ id, author }) => author?.personId === personId || own.has(id), [personId, own])
}
