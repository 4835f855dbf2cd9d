import { compareText } from '../locale/sorting.ts'
import { normaliseText } from '../wording.ts'

/** What counting needs of a team's goal; `mergedGoalId` is null for one that stands alone. */
export type CountedGoal = { id: string; teamId: string; mergedGoalId: string | null }

/** What counting needs of a team. A hospital team has no municipalities. */
export type CountedTeam = { id: string; municipalities: readonly string[] }

/** One row of the goal table: «9 kommuner · 5 team». */
export type MergedGoalCount = {
  mergedGoalId: string
  label: string
  /** distinct ones: two teams of one municipality, or two goals of one team, count it once */
  municipalities: number
  municipalityNames: string[]
  teams: number
  goals: number
}

/**
 * Counts every merged goal's municipalities, teams and goals, most municipalities first, then most goals,
 * then by label the Norwegian way. A team without municipalities, or one that is not in `teams`, counts as a
 * team and adds no municipality. A merged goal without a label sorts and shows as ''.
 */
export function mergedGoalCounts(
  goals: readonly CountedGoal[],
  teams: readonly CountedTeam[],
  labels: ReadonlyMap<string, string>,
): MergedGoalCount[] {
  const byMerged = new Map<string, CountedGoal[]>()
  for (const goal of goals) {
    if (goal.mergedGoalId === null) continue
    const others = byMerged.get(goal.mergedGoalId)
    if (others) others.push(goal)
    else byMerged.set(goal.mergedGoalId, [goal])
  }
  const rows = [...byMerged].map(([mergedGoalId, members]) => {
    const teamIds = new Set(members.map((goal) => goal.teamId))
    const names = distinctNames(teams.filter((team) => teamIds.has(team.id)).flatMap((team) => team.municipalities))
    return {
      mergedGoalId,
      label: labels.get(mergedGoalId) ?? '',
      municipalities: names.length,
      municipalityNames: names,
      teams: teamIds.size,
      goals: new Set(members.map((goal) => goal.id)).size,
    }
  })
  return rows.sort(
    (a, b) =>
      b.municipalities - a.municipalities ||
      b.goals - a.goals ||
      compareText(a.label, b.label) ||
      (a.mergedGoalId < b.mergedGoalId ? -1 : 1),
  )
}

/** Names as the first team writes them, sorted; «Alfa» and «alfa » are one municipality that two facilitators typed. */
function distinctNames(names: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const name of names.map(normaliseText)) {
    const key = name.toLocaleLowerCase('nb')
    if (name && !byKey.has(key)) byKey.set(key, name)
  }
  return [...byKey.values()].sort(compareText)
}
