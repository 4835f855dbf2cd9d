import type * as Y from 'yjs'
import { addAction, setActionDue, setActionOwner, setActionState } from '../../shared/ops/actions.ts'
import { addGoal, answerSmarte, setGoalParent } from '../../shared/ops/goals.ts'
import { setMeasureField } from '../../shared/ops/measures.ts'
import { setText } from '../../shared/ops/text.ts'
import type { SmarteQuestion } from '../../shared/schema/goal.ts'
import { limits } from '../../shared/schema/limits.ts'
import type { PersonReference } from '../../shared/schema/measure.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import { daysAfter, monthsAfter } from './sample-dates.ts'
import type { SampleAction, SampleGoal, SampleMeasure } from './sample-team.ts'

/** `people`: the members' ids by name. `now`: ms since 1970; every date of the sample is counted from it. */
export type Writing = { now: number; newId: () => string; people: ReadonlyMap<string, string> }

/**
 * Writes a team's goals on its board by the operations that people use, so that the sample can hold nothing
 * that a board cannot. Returns the goals' ids by their keys.
 */
export function writeGoals(board: TeamDocument, goals: readonly SampleGoal[], writing: Writing): Map<string, string> {
  const ids = new Map<string, string>()
  for (const goal of goals) {
    const id = writing.newId()
    ids.set(goal.key, id)
    addGoal(board, { id, title: goal.title, state: goal.state, time: writing.now })
    if (goal.under !== undefined) setGoalParent(board, { id, parentId: ids.get(goal.under) ?? null })
    answer(board, id, 'specific', goal.specific)
    answer(board, id, 'motivating', goal.motivating)
    answer(board, id, 'realistic', goal.realistic)
    if (goal.measure) writeMeasure(board, id, goal.measure, writing)
    for (const action of goal.actions ?? []) writeAction(board, id, action, writing)
  }
  return ids
}

function answer(board: TeamDocument, id: string, question: SmarteQuestion, words: string | false | undefined): void {
  if (words === undefined) return
  if (words !== false) setText(board.goals.get(id)?.get(`${question}Text`) as Y.Text, words, limits.smarteAnswer)
  answerSmarte(board, { id, question, value: words !== false })
}

function writeMeasure(board: TeamDocument, goalId: string, measure: SampleMeasure, writing: Writing): void {
  const { name, unit, direction, baseline, target, dueInMonths, reporter, period } = measure
  if (name !== undefined) setText(board.measures.get(goalId)?.get('name') as Y.Text, name, limits.measureName)
  if (unit !== undefined) setMeasureField(board, { goalId, field: 'unit', value: unit })
  if (direction !== undefined) setMeasureField(board, { goalId, field: 'direction', value: direction })
  if (baseline === 'unknown') setMeasureField(board, { goalId, field: 'baselineUnknown', value: true })
  else if (baseline !== undefined) setMeasureField(board, { goalId, field: 'baseline', value: baseline })
  if (target !== undefined) setMeasureField(board, { goalId, field: 'target', value: target })
  if (dueInMonths !== undefined) {
    setMeasureField(board, { goalId, field: 'due', value: monthsAfter(writing.now, dueInMonths) })
  }
  if (reporter !== undefined) setMeasureField(board, { goalId, field: 'reporter', value: personOf(reporter, writing) })
  if (period !== undefined) setMeasureField(board, { goalId, field: 'period', value: period })
}

function writeAction(board: TeamDocument, goalId: string, action: SampleAction, writing: Writing): void {
  const id = writing.newId()
  addAction(board, { id, goalId, text: action.text, time: writing.now })
  if (action.owner !== undefined) setActionOwner(board, { id, owner: personOf(action.owner, writing) })
  if (action.dueInDays !== undefined) setActionDue(board, { id, due: daysAfter(writing.now, action.dueInDays) })
  if (action.state !== undefined) setActionState(board, { id, state: action.state })
}

/** A member by id; somebody who has not joined, by name. */
export function personOf(name: string, { people }: Writing): PersonReference {
  const personId = people.get(name)
  return personId === undefined ? { name } : { personId }
}
