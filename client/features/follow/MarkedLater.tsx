import { Suspense, useState, type ReactNode } from 'react'
import { MarksContext, type Marks } from '../../ui/talk/marksContext.ts'
import { LaterTalkMarks } from './later.ts'

/** Shows a team's board at once; how much is said about each thing on it comes when that has been fetched. */
export function MarkedLater({ teamId, children }: { teamId: string; children: ReactNode }) {
  const [marks, setMarks] = useState<Marks | null>(null)
  return (
    <MarksContext value={marks}>
      {children}
      <Suspense>
        <LaterTalkMarks teamId={teamId} onMarks={setMarks} />
      </Suspense>
    </MarksContext>
  )
}
