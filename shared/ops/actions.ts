import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { actionStates, newActionMap, type ActionState } from '../schema/action.ts'
import { limits } from '../schema/limits.ts'
import type { PersonReference } from '../schema/measure.ts'
import type { TeamDocument } from '../schema/team.ts'
import { actionsOf } from '../select/actions.ts'
import { normaliseText } from '../wording.ts'
import { checkDate, checkPerson } from './measures.ts'
import { placeAfter } from './order.ts'
import { creationOrigin, write } from './write.ts'

function liveAction(board: TeamDocument, id: string): Y.Map<unknown> | null {
  const map = board.actions.get(id)
  return map instanceof Y.Map && !map.get('deletedAt') ? map : null
}

/** Adds an action last among the goal's. Nothing happens if the goal is gone. Made deleted, then shown: see `addGoal`. */
export function addAction(board: TeamDocument, args: { id: string; goalId: string; text: string; time: number }): void {
  const text = normaliseText(args.text)
  if (!text) throw new AppError('nameEmpty')
  if (text.length > limits.actionText) {
    throw new AppError('textTooLong', { length: text.length, max: limits.actionText })
  }
  const goal = board.goals.get(args.goalId)
  if (board.actions.has(args.id) || !(goal instanceof Y.Map) || goal.get('deletedAt')) return
  const siblings = actionsOf(board, args.goalId)
  const { order } = placeAfter(siblings, siblings.at(-1)?.id ?? null)
  write(
    board.doc,
    () => board.actions.set(args.id, newActionMap({ goalId: args.goalId, text, order, time: args.time })),
    creationOrigin,
  )
  restoreAction(board, { id: args.id })
}

/** Sets who does it (null: nobody yet). */
export function setActionOwner(board: TeamDocument, args: { id: string; owner: PersonReference | null }): void {
  checkPerson(args.owner)
  const action = liveAction(board, args.id)
  if (action) write(board.doc, () => action.set('owner', args.owner))
}

/** Sets the date it is due (null: none). Throws `dateInvalid`. */
export function setActionDue(board: TeamDocument, args: { id: string; due: string | null }): void {
  checkDate(args.due)
  const action = liveAction(board, args.id)
  if (action) write(board.doc, () => action.set('due', args.due))
}

/** Sets how far it has come. */
export function setActionState(board: TeamDocument, args: { id: string; state: ActionState }): void {
  if (!actionStates.includes(args.state)) throw new AppError('badRequest')
  const action = liveAction(board, args.id)
  if (action) write(board.doc, () => action.set('state', args.state))
}

/** Moves an action right after another of the same goal (null: first). */
export function moveAction(board: TeamDocument, args: { id: string; afterId: string | null }): void {
  const action = liveAction(board, args.id)
  const goalId = action?.get('goalId')
  if (!action || typeof goalId !== 'string') return
  const place = placeAfter(
    actionsOf(board, goalId).filter((other) => other.id !== args.id),
    args.afterId,
  )
  write(board.doc, () => {
    action.set('order', place.order)
    for (const other of place.others) board.actions.get(other.id)?.set('order', other.order)
  })
}

/** Marks an action deleted at `time` (ms since 1970). */
export function deleteAction(board: TeamDocument, args: { id: string; time: number }): void {
  const action = liveAction(board, args.id)
  if (action) write(board.doc, () => action.set('deletedAt', args.time))
}

/** Takes a deleted action back. */
export function restoreAction(board: TeamDocument, args: { id: string }): void {
  const action = board.actions.get(args.id)
  if (action instanceof Y.Map && action.get('deletedAt')) write(board.doc, () => action.set('deletedAt', null))
}
