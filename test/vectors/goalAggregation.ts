import { mergedGoalCounts } from '../../shared/select/mergedGoals.ts'
import { asList, compare, isFields, type CaseResult, type Fields } from './case.ts'

const section = 'goal_aggregation'

/** Counts the merged goals, and compares every row in its place: the sorting is part of the formula. */
export function runGoalAggregation(entry: unknown, index: number): CaseResult[] {
  if (!isFields(entry)) return [{ section, name: String(index + 1), outcome: 'failed', detail: 'not an object' }]
  const fields = (value: unknown) => asList(value).filter(isFields)
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)
  const goals = fields(entry.goals).map((goal, at) => ({
    id: text(goal.id) ?? `goal ${at}`,
    teamId: text(goal.team) ?? '',
    mergedGoalId: text(goal.cluster),
  }))
  const teams = fields(entry.teams).map((team) => ({
    id: text(team.team) ?? '',
    municipalities: asList(team.municipalities ?? []).map(String),
  }))
  const labels = new Map(goals.map((goal) => [goal.mergedGoalId ?? '', goal.mergedGoalId ?? '']))
  for (const [id, label] of Object.entries(isFields(entry.labels) ? entry.labels : {})) labels.set(id, String(label))
  const rows = mergedGoalCounts(goals, teams, labels)
  const expected = fields(entry.result)
  const name = text(entry.name)
  return Array.from({ length: Math.max(rows.length, expected.length, 1) }, (_, at) => {
    const row: Fields | undefined = rows[at] && { cluster: rows[at].mergedGoalId, ...rows[at] }
    const wanted = expected[at]
    const label = [name, `row ${at + 1}`, text(wanted?.cluster)].filter(Boolean).join(' ')
    if (!row) return { section, name: label, outcome: 'failed', detail: 'the formula gives no such row' }
    if (!wanted) return { section, name: label, outcome: 'failed', detail: 'the file expects no such row' }
    return compare(section, label, row, wanted)
  })
}
