import type { TeamSummary } from '../../../shared/schema/overview.ts'

/** A team that has begun with nothing, and whatever a test wants otherwise. */
export function fakeSummary(more: Partial<TeamSummary> = {}): TeamSummary {
  return {
    number: 7,
    name: 'Granvik',
    maps: [],
    goals: [],
    actions: { total: 0, done: 0, overdue: 0 },
    phases: { prepare: 'none', plan: 'none', do: 'none', evaluate: 'none', followUp: 'none' },
    comments: { total: 0, unanswered: 0 },
    ...more,
  }
}
