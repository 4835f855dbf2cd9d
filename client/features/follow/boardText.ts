import type { GoalState } from '../../../shared/schema/goal.ts'
import type { MapLevel } from '../../../shared/schema/actor-map.ts'
import type { Phase, StepId, StepState } from '../../../shared/schema/phase.ts'
import type { StageActor, StageGoal } from '../../../shared/schema/stage.ts'
import type { Subject } from '../../../shared/schema/talk.ts'

/*
 * A board as text: what a phone shows of the stage, and of a team's own boards. Both are read into these shapes, so
 * that they are the same words in the same order.
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

/** One thing on a board that a comment can be about. `title` may be empty. */
export type Item = { subject: Subject; title: string }

/** Everything on a board that a comment can be about, in the order it is shown. */
export function itemsOf(board: BoardText): Item[] {
  switch (board.kind) {
    case 'map':
      return board.actors.map(({ id, name }) => ({ subject: { kind: 'actor', id }, title: name }))
    case 'goals':
      return board.sections.flatMap(({ goals }) =>
        goals.map(({ id, title }): Item => ({ subject: { kind: 'goal', id }, title })),
      )
    case 'phases':
      return board.phases.flatMap(({ cards }) =>
        cards.map(({ id, text }): Item => ({ subject: { kind: 'card', id }, title: text })),
      )
  }
}

/** What a comment about the whole of a board is about. */
export function wholeOf(board: BoardText, teamId: string): Subject {
  if (board.kind === 'map') return { kind: 'map', id: board.mapId }
  if (board.kind === 'phases' && board.title !== null) return { kind: 'goal', id: board.boardId }
  return { kind: 'team', id: teamId }
}

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
