import type { StageChoice } from '../../../shared/schema/gathering.ts'
import { useMessages } from '../../hooks/useMessages.ts'

/** What is on the stage, in words: «Aktørkartet til Granvik». */
export function useStageName(choice: StageChoice, teams: readonly { id: string; name: string }[] | undefined): string {
  const { stage, board } = useMessages('console').console
  if (choice.kind === 'nothing') return stage.nothing
  const team = teams?.find(({ id }) => id === choice.teamId)?.name ?? stage.goneTeam
  return choice.kind === 'goals' ? stage.goals(team) : board.shown[choice.kind](team)
}
