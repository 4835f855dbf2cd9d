import { createContext, useContext } from 'react'
import type { Subject } from '../../../shared/schema/talk.ts'
import { subjectKey } from '../../../shared/select/subject-key.ts'

/** How much is said about each thing, by `subjectKey`, and how much of it is new. */
export type Marks = { teamId: string; counts: ReadonlyMap<string, number>; unread: ReadonlyMap<string, number> }

export const MarksContext = createContext<Marks | null>(null)

/** How much is said about one thing, and how much of it is new; null where comments are not read. */
export function useCommentMarks(subject: Subject): { teamId: string; count: number; unread: number } | null {
  const marks = useContext(MarksContext)
  if (!marks) return null
  const key = subjectKey(subject)
  return { teamId: marks.teamId, count: marks.counts.get(key) ?? 0, unread: marks.unread.get(key) ?? 0 }
}
