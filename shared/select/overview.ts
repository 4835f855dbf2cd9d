import { mapLevels } from '../schema/actor-map.ts'
import { goalStates } from '../schema/goal.ts'
import type { OverviewDocument, TeamSummary } from '../schema/overview.ts'
import { phases, stepStates, type Phase, type StepState } from '../schema/phase.ts'
import { readChoice, readNumber, readString } from './read.ts'
import { fieldsOf, readLetters } from './stage-read.ts'

/** The summary of each team by team id. What is malformed reads as nothing begun, or is left out. */
export function teamSummaries(overview: OverviewDocument): ReadonlyMap<string, TeamSummary> {
  const read = [...overview.teams.entries()].map(([id, value]) => [id, readSummary(value)] as const)
  return new Map(read.filter((entry): entry is [string, TeamSummary] => entry[1] !== null))
}

function count(value: unknown): number {
  return Math.max(0, Math.trunc(readNumber(value) ?? 0))
}

function list<T>(value: unknown, read: (fields: Record<string, unknown>, id: string) => T): T[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    const fields = fieldsOf(item)
    const id = readString(fields?.id)
    return fields && id !== null ? [read(fields, id)] : []
  })
}

function readSummary(value: unknown): TeamSummary | null {
  const fields = fieldsOf(value)
  if (!fields) return null
  const actions = fieldsOf(fields.actions) ?? {}
  const states = fieldsOf(fields.phases) ?? {}
  const comments = fieldsOf(fields.comments) ?? {}
  return {
    number: count(fields.number),
    name: readString(fields.name) ?? '',
    maps: list(fields.maps, (map, id) => ({
      id,
      level: readChoice(map.level, mapLevels, 'individual'),
      coverName: readString(map.coverName) ?? '',
      actors: count(map.actors),
      with: count(map.with),
      notAsked: count(map.notAsked),
    })),
    goals: list(fields.goals, (goal, id) => ({
      id,
      title: readString(goal.title) ?? '',
      state: readChoice(goal.state, goalStates, 'proposed'),
      letters: readLetters(goal.letters),
    })),
    actions: { total: count(actions.total), done: count(actions.done), overdue: count(actions.overdue) },
    phases: Object.fromEntries(phases.map((phase) => [phase, readChoice(states[phase], stepStates, 'none')])) as Record<
      Phase,
      StepState
    >,
    comments: { total: count(comments.total), unanswered: count(comments.unanswered) },
  }
}
