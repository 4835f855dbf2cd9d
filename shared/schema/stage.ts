import type * as Y from 'yjs'
import type { ActionState } from './action.ts'
import type { Importance, Involvement } from './actor.ts'
import type { MapLevel } from './actor-map.ts'
import type { GoalState } from './goal.ts'
import type { Measure } from './measure.ts'
import type { StepId, StepState } from './phase.ts'
import type { LineKind, Relation } from './relation.ts'

/** Which letters are met: true, answered but not met: false, untouched: null. */
export type SmarteLetters = Record<'S' | 'M' | 'A' | 'R' | 'T' | 'E', boolean | null>

/** The team whose board is shown. */
type ShownTeam = { page: number; teamId: string; teamNumber: number; teamName: string }

/** What is shown: the heading of the board on the stage. */
export type StageShow =
  | { kind: 'nothing'; page: number }
  | (ShownTeam & { kind: 'goals'; focus: string | null })
  | (ShownTeam & { kind: 'map'; mapId: string; level: MapLevel; coverName: string; focus: string | null })
  /** `title`: the goal that the board is for; null for the team's own */
  | (ShownTeam & { kind: 'phases'; boardId: string; title: string | null })

/** One actor as the hall sees it. */
export type StageActor = {
  id: string
  name: string
  sector: string
  importance: Importance
  relation: Relation | null
  involvement: Involvement
  order: string
}

/** One line between two actors that are both on the stage. */
export type StageLine = { from: string; to: string; kind: LineKind; relation: Relation | null }

/** A sector that has actors on the stage; name '' means the standard name in the reader's language. */
export type StageSector = { id: string; name: string; order: string }

/** One phase with its steps and cards. */
export type StagePhase = {
  steps: { id: StepId; state: StepState }[]
  cards: { id: string; text: string; owner: string | null; due: string | null }[]
}

/** One goal as the hall sees it: plain values, names already resolved, ready to draw. */
export type StageGoal = {
  id: string
  title: string
  state: GoalState
  order: string
  letters: SmarteLetters
  measure: Pick<Measure, 'name' | 'unit' | 'baseline' | 'baselineUnknown' | 'target' | 'due'>
  actions: { text: string; state: ActionState; owner: string | null; due: string | null }[]
}

/**
 * What the hall sees. Written by the server only, from the gathering's choice and the team's document:
 * `show.value` holds one `StageShow`; the other maps hold what it shows by id (phases by phase), and are empty
 * for what is not shown.
 */
export type StageDocument = {
  doc: Y.Doc
  meta: Y.Map<unknown>
  show: Y.Map<StageShow>
  goals: Y.Map<StageGoal>
  actors: Y.Map<StageActor>
  lines: Y.Map<StageLine>
  sectors: Y.Map<StageSector>
  phases: Y.Map<StagePhase>
}

/** Opens a Y.Doc as a stage. Makes nothing. */
export function openStageDocument(doc: Y.Doc): StageDocument {
  return {
    doc,
    meta: doc.getMap('meta'),
    show: doc.getMap('show'),
    goals: doc.getMap('goals'),
    actors: doc.getMap('actors'),
    lines: doc.getMap('lines'),
    sectors: doc.getMap('sectors'),
    phases: doc.getMap('phases'),
  }
}
