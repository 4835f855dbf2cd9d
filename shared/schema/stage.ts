import type * as Y from 'yjs'
import type { ActionState } from './action.ts'
import type { GoalState } from './goal.ts'
import type { Measure } from './measure.ts'

/** Which letters are met: true, answered but not met: false, untouched: null. */
export type SmarteLetters = Record<'S' | 'M' | 'A' | 'R' | 'T' | 'E', boolean | null>

/** What is shown: the heading of the board on the stage. */
export type StageShow =
  | { kind: 'nothing'; page: number }
  | { kind: 'goals'; page: number; teamId: string; teamNumber: number; teamName: string }

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
 * `show.value` holds one `StageShow`, `goals` one `StageGoal` an entry by goal id.
 */
export type StageDocument = { doc: Y.Doc; meta: Y.Map<unknown>; show: Y.Map<StageShow>; goals: Y.Map<StageGoal> }

/** Opens a Y.Doc as a stage. Makes nothing. */
export function openStageDocument(doc: Y.Doc): StageDocument {
  return { doc, meta: doc.getMap('meta'), show: doc.getMap('show'), goals: doc.getMap('goals') }
}
