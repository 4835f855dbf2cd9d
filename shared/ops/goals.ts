import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { newGoalMap, smarteQuestions, type GoalState, type SmarteQuestion, type SmarteValue } from '../schema/goal.ts'
import { limits } from '../schema/limits.ts'
import { newMeasureMap } from '../schema/measure.ts'
import type { TeamDocument } from '../schema/team.ts'
import { allGoals, goalsIn, goalsInRings, wouldCircle } from '../select/goals.ts'
import { isDeleted } from '../select/read.ts'
import { liveEntity } from './live.ts'
import { placeAfter, standsAfter } from './order.ts'
import { checkLine } from './text.ts'
import { creationOrigin, setField, write } from './write.ts'

/**
 * Adds a goal with its empty measure, last among its state. It is made deleted and then shown, in two
 * transactions: undo takes back only the showing, so what others have written in the goal meanwhile is kept
 * among the deleted goals.
 */
export function addGoal(
  board: TeamDocument,
  args: { id: string; title: string; state: GoalState; time: number },
): void {
  const title = checkLine(args.title, limits.goalTitle)
  if (board.goals.has(args.id)) return
  const siblings = goalsIn(board, args.state)
  const place = placeAfter(siblings, siblings.at(-1)?.id ?? null)
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
  const goal = liveEntity(board.goals, args.id)
  if (!goal) return
  const list = goalsIn(board, args.state)
  if (standsAfter(list, args.id, args.afterId)) return
  const place = placeAfter(
    list.filter((other) => other.id !== args.id),
    args.afterId,
  )
  write(board.doc, () => {
    setField(goal, 'state', args.state)
    goal.set('order', place.order)
    for (const other of place.others) board.goals.get(other.id)?.set('order', other.order)
  })
}

/** Marks a goal deleted at `time` (ms since 1970). Its measure and actions are hidden with it. */
export function deleteGoal(board: TeamDocument, args: { id: string; time: number }): void {
  const goal = liveEntity(board.goals, args.id)
  if (goal) write(board.doc, () => goal.set('deletedAt', args.time))
}

/** Takes a deleted goal back, with everything that was written in it meanwhile. */
export function restoreGoal(board: TeamDocument, args: { id: string }): void {
  const goal = board.goals.get(args.id)
  if (goal instanceof Y.Map && isDeleted(goal)) write(board.doc, () => goal.set('deletedAt', null))
}

/** Answers S, A or R: true needs words in the answer text to count (see `smarteLetters`). */
export function answerSmarte(
  board: TeamDocument,
  args: { id: string; question: SmarteQuestion; value: SmarteValue },
): void {
  if (!smarteQuestions.includes(args.question)) throw new AppError('badRequest')
  const goal = liveEntity(board.goals, args.id)
  if (goal) write(board.doc, () => setField(goal, args.question, args.value))
}

/** Makes a goal a sub-goal of another (null: a main goal). Throws `parentCycle`; does nothing if either is gone. */
export function setGoalParent(board: TeamDocument, args: { id: string; parentId: string | null }): void {
  const goal = liveEntity(board.goals, args.id)
  if (!goal || (args.parentId !== null && !liveEntity(board.goals, args.parentId))) return
  if (args.parentId !== null && wouldCircle(allGoals(board), args.id, args.parentId)) {
    throw new AppError('parentCycle')
  }
  write(board.doc, () => {
    // A ring that two people made reads as no parents; written on, it would draw this goal into it.
    if (args.parentId !== null) {
      for (const id of goalsInRings(board)) liveEntity(board.goals, id)?.set('parentId', null)
    }
    setField(goal, 'parentId', args.parentId)
  })
}
