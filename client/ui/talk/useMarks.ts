import { useMemo } from 'react'
import { commentCounts } from '../../../shared/select/talk.ts'
import { useFetched } from '../../app/lazyPage.ts'
import { useTalk, useUnread } from '../../hooks/useTalk.ts'
import { LaterComments } from './CommentsPanel.tsx'
import type { Marks } from './marksContext.ts'

/** The marks of a team that one may read. */
export function useMarks(teamId: string): Marks {
  const talk = useTalk(teamId)
  const { bySubject } = useUnread(talk)
  useFetched(LaterComments)
  return useMemo(
    () => ({ teamId, counts: commentCounts(talk.comments), unread: bySubject }),
    [teamId, talk.comments, bySubject],
  )
}
