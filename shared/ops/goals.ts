import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { newGoalMap, smarteQuestions, type GoalState, type SmarteQuestion, type SmarteValue } from '../schema/goal.ts'
import { limits } from '../schema/limits.ts'
import { newMeasureMap } from '../schema/measure.ts'
import type { TeamDocument } from '../schema/team.ts'
import { allGoals, goalsIn, wouldCircle } from '../select/goals.ts'
import { normaliseText } from '../wording.ts'
import { placeAfter } from './order.ts'
import { creationOrigin, write } from './write.ts'

/** The goal's map if it is there and not deleted; operations on anything else do nothing. */
function liveGoal(board: TeamDocument, id: string): Y.Map<unknown> | null {
  const map = board.goals.get(id)
  return map instanceof Y.Map && !map.get('deletedAt') ? map : null
}

/** The title as it will stand, or a throw: `nameEmpty` when it is only spaces, `textTooLong`. */
function checkTitle(title: string): string {
  const text = normaliseText(title)
  if (!text) throw new AppError('nameEmpty')
  if (text.length > limits.goalTitle) {
    throw new AppError('textTooLong', { length: text.length, max: limits.goalTitle })
  }
  return text
}

/**
 * Adds a goal with its empty measure, last among its state. It is made deleted and then shown, in two
 * transactions: undo takes back only the showing, so what others have written in the goal meanwhile is kept
 * among the deleted goals.
 */
export function addGoal(board: TeamDocument, args: { id: string; title: string; state: GoalState; time: number }): void {
  const title = checkTitle(args.title)
  if (board.goals.has(args.id)) return
  const last = goalsIn(board, args.state).at(-1)?.id ?? null
  const place = placeAfter(goalsIn(board, args.state), last)
  write(
    board.doc,
    () => {
      board.goals.set(args.id, newGoalMap({ title, state: args.state, order: place.order, time: args.time }))
      board.measures.set(args.id, newMeasureMap())
    },
    creationOrigin,
  )
  restoreGoal(board, { id: args.id })
}

/** Moves a goal to a state, right after `afterId` there (null: first; gone meanwhile: last). */
export function moveGoal(board: TeamDocument, args: { id: string; state: GoalState; afterId: string | null }): void {
  const goal = liveGoal(board, args.id)
  if (!goal) return
  const siblings = goalsIn(board, args.state).filter((other) => other.id !== args.id)
  const place = placeAfter(siblings, args.afterId)
  write(board.doc, () => {
    if (goal.get('state') !== args.state) goal.set('state', args.state)
    goal.set('order', place.order)
    for (const other of place.others) board.goals.get(other.id)?.set('order', other.order)
  })
}

/** Marks a goal deleted at `time` (ms since 1970). Its measure and actions are hidden with it. */
export function deleteGoal(board: TeamDocument, args: { id: string; time: number }): void {
  const goal = liveGoal(board, args.id)
  if (goal) write(board.doc, () => goal.set('deletedAt', args.time))
}

/** Takes a deleted goal back, with everything that was written in it meanwhile. */
export function restoreGoal(board: TeamDocument, args: { id: string }): void {
  const goal = board.goals.get(args.id)
  if (goal instanceof Y.Map && goal.get('deletedAt')) write(board.doc, () => goal.set('deletedAt', null))
}

/** Answers S, A or R: true needs words in the answer text to count (see `smarteLetters`). */
export function answerSmarte(
  board: TeamDocument,
  args: { id: string; question: SmarteQuestion; value: SmarteValue },
): void {
  if (!smarteQuestions.includes(args.question)) throw new AppError('badRequest')
  const goal = liveGoal(board, args.id)
  if (goal && goal.get(args.question) !== args.value) write(board.doc, () => goal.set(args.question, args.value))
}

/** Makes a goal a sub-goal of another (null: a main goal). Throws `parentCycle`; does nothing if either is gone. */
export function setGoalParent(board: TeamDocument, args: { id: string; parentId: string | null }): void {
  const goal = liveGoal(board, args.id)
  if (!goal || (args.parentId !== null && !liveGoal(board, args.parentId))) return
  if (args.parentId !== null && wouldCircle(allGoals(board), args.id, args.parentId)) {
    throw new AppError('parentCycle')
  }
  write(board.doc, () => goal.set('parentId', args.parentId))
}
