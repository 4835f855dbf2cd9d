import { useEffect, useState } from 'react'
import type { HiddenCommentsView } from '../../shared/api.ts'
import { useSession } from '../session.tsx'
import type { Talk } from './useTalk.ts'

const none: HiddenCommentsView = []

/**
 * What is hidden in a team, for who may show it again; empty for everyone else, and until it has come. It is
 * asked for again when the talk changes: it may have been hidden, shown or taken back by anybody.
 */
export function useHiddenComments(
  teamId: string,
  talk: Pick<Talk, 'may' | 'comments' | 'offline'>,
): HiddenCommentsView {
  const { api } = useSession()
  const [hidden, setHidden] = useState(none)
  const { comments, offline } = talk
  const asks = talk.may.hide && !offline
  useEffect(() => {
    if (!asks) return
    let gone = false
    api.get<HiddenCommentsView>(`/api/teams/${teamId}/comments/hidden`).then(
      (view) => {
        if (!gone && Array.isArray(view)) setHidden(view)
      },
      // What is known stands; it is asked again when the net is back or something more is said.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [api, teamId, asks, comments])
  return hidden
}
