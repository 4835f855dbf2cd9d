import { useEffect } from 'react'
import type { Marks } from '../../ui/talk/marksContext.ts'
import { useMarks } from '../../ui/talk/useMarks.ts'

/** Tells the marks of a team's talk as they change; shows nothing itself. */
export function TalkMarks({ teamId, onMarks }: { teamId: string; onMarks: (marks: Marks) => void }) {
  const marks = useMarks(teamId)
  useEffect(() => onMarks(marks), [marks, onMarks])
  return null
}
