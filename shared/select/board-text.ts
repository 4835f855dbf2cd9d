import type { MapLevel } from '../schema/actor-map.ts'
import type { GoalState } from '../schema/goal.ts'
import type { Phase, StepId, StepState } from '../schema/phase.ts'
import type { StageActor, StageGoal } from '../schema/stage.ts'

/*
 * A board as text: what a phone shows of the stage, of a team's own boards, and of a board as it once was. All are
 * read into these shapes, so that they are the same words in the same order.
 */

/** `sectorName` is '' for a standard name in the reader's language. */
export type TextActor = Omit<StageActor, 'order'> & { sectorName: string }
export type TextGoal = Omit<StageGoal, 'order'>
export type TextPhase = {
  phase: Phase
  steps: { id: StepId; state: StepState }[]
  cards: { id: string; text: string; owner: string | null; due: string | null }[]
}

export type MapBoard = {
  kind: 'map'
  mapId: string
  level: MapLevel
  coverName: string
  focus: string | null
  actors: TextActor[]
}
export type GoalsBoard = { kind: 'goals'; focus: string | null; sections: { state: GoalState; goals: TextGoal[] }[] }
/** `title`: the goal that the board is for; null for the team's own */
export type PhasesBoard = { kind: 'phases'; boardId: string; title: string | null; phases: TextPhase[] }
export type BoardText = MapBoard | GoalsBoard | PhasesBoard

/** The most important first; what is in focus before all. */
export function inReadingOrder(actors: readonly (TextActor & { order: string })[], focus: string | null): TextActor[] {
  const first = (id: string) => (id === focus ? 0 : 1)
  return [...actors]
    .sort(
      (a, b) =>
        first(a.id) - first(b.id) ||
        b.importance - a.importance ||
        (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1),
    )
    .map(({ order: _order, ...actor }) => actor)
}
