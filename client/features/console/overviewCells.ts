import type { TeamSummary } from '../../../shared/schema/overview.ts'
import { phases, type Phase, type StepState } from '../../../shared/schema/phase.ts'

/** What a facilitator looks for on every team's boards. */
export const overviewParts = ['map', 'goals', 'smarte', 'actions', 'phases'] as const
export type OverviewPart = (typeof overviewParts)[number]

/** What there is, in figures; put into words by the catalogue. Nothing here compares one team with another. */
export type OverviewCell = { part: OverviewPart; state: StepState; facts: CellFacts }
export type CellFacts =
  | { part: 'map'; actors: number; with: number }
  | { part: 'goals'; chosen: number; proposed: number; reached: number }
  | { part: 'smarte'; met: number; goals: number }
  | { part: 'actions'; total: number; done: number }
  | { part: 'phases'; underway: Phase[]; done: Phase[] }

/** How far each of a team's boards has come: not begun, under way, or in place. A team without figures has not begun. */
export function overviewCells(team: TeamSummary | undefined): OverviewCell[] {
  if (!team) return cellsOf(nothing)
  return cellsOf(team)
}

const nothing: Pick<TeamSummary, 'maps' | 'goals' | 'actions' | 'phases'> = {
  maps: [],
  goals: [],
  actions: { total: 0, done: 0, overdue: 0 },
  phases: { prepare: 'none', plan: 'none', do: 'none', evaluate: 'none', followUp: 'none' },
}

function cellsOf(team: typeof nothing): OverviewCell[] {
  const used = team.maps.filter((map) => map.actors > 0)
  const sum = (pick: (map: (typeof used)[number]) => number) => used.reduce((total, map) => total + pick(map), 0)
  const inState = (state: string) => team.goals.filter((goal) => goal.state === state)
  const chosen = inState('chosen')
  const met = chosen.flatMap((goal) => Object.values(goal.letters)).filter((letter) => letter === true).length
  const { total, done } = team.actions
  const goals = { chosen: chosen.length, proposed: inState('proposed').length, reached: inState('reached').length }
  const phasesIn = (state: StepState) => phases.filter((phase) => team.phases[phase] === state)
  const cell = (facts: CellFacts, begun: boolean, inPlace: boolean): OverviewCell => ({
    part: facts.part,
    state: !begun ? 'none' : inPlace ? 'done' : 'started',
    facts,
  })
  return [
    // In place when everyone on a map has been asked.
    cell(
      { part: 'map', actors: sum((map) => map.actors), with: sum((map) => map.with) },
      used.length > 0,
      used.some((map) => map.notAsked === 0),
    ),
    cell({ part: 'goals', ...goals }, team.goals.length > 0, goals.chosen + goals.reached > 0),
    cell({ part: 'smarte', met, goals: chosen.length }, met > 0, met === chosen.length * 6),
    cell({ part: 'actions', total, done }, total > 0, done === total),
    cell(
      { part: 'phases', underway: phasesIn('started'), done: phasesIn('done') },
      phasesIn('none').length < phases.length,
      phasesIn('done').length === phases.length,
    ),
  ]
}
