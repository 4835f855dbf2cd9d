import { municipalMapId } from '../../../shared/schema/actor-map.ts'
import type { StageChoice } from '../../../shared/schema/gathering.ts'
import type { TeamSummary } from '../../../shared/schema/overview.ts'
import { teamBoardId } from '../../../shared/schema/phase.ts'

export type BoardKind = 'map' | 'goals' | 'phases'
export const boardKinds: readonly BoardKind[] = ['map', 'goals', 'phases']

/** A team's board of a kind, before anybody has chosen which of several: the first person's map, the team's own phases. */
export function firstBoard(kind: BoardKind, teamId: string, summary: TeamSummary | undefined): StageChoice {
  switch (kind) {
    case 'goals':
      return { kind, teamId, focus: null }
    case 'phases':
      return { kind, teamId, boardId: teamBoardId }
    case 'map': {
      const maps = summary?.maps ?? []
      const first =
        maps.find((map) => map.level === 'individual' && map.actors > 0) ?? maps.find((map) => map.actors > 0)
      return { kind, teamId, mapId: (first ?? maps[0])?.id ?? municipalMapId, focus: null }
    }
  }
}

/** The same kind of board of another team: a round goes on with what it is about, also at the same level of map. */
export function sameKindFor(choice: StageChoice, teamId: string, summary: TeamSummary | undefined): StageChoice {
  if (choice.kind === 'nothing') return firstBoard('goals', teamId, summary)
  if (choice.kind === 'map' && choice.mapId === municipalMapId) {
    return { kind: 'map', teamId, mapId: municipalMapId, focus: null }
  }
  return firstBoard(choice.kind, teamId, summary)
}

/** The goals that a phase board can be shown for: the chosen ones, and the one that is shown already. */
export function boardGoals(summary: TeamSummary | undefined, boardId: string): { id: string; title: string }[] {
  return (summary?.goals ?? []).filter((goal) => goal.state === 'chosen' || goal.id === boardId)
}
