import { useHiddenComments } from '../../hooks/useHiddenComments.ts'
import { useTalk } from '../../hooks/useTalk.ts'
import { HiddenComments } from '../../ui/talk/HiddenComments.tsx'

/** What is hidden in a team, wherever on its boards it was said, also about what is deleted by now. */
export function HiddenInTeam({ teamId }: { teamId: string }) {
  const talk = useTalk(teamId)
  return <HiddenComments hidden={useHiddenComments(teamId, talk)} act={talk.act} />
}
