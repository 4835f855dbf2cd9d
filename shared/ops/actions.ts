import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { actionStates, newActionMap, type ActionState } from '../schema/action.ts'
import { limits } from '../schema/limits.ts'
import type { PersonReference } from '../schema/measure.ts'
import type { TeamDocument } from '../schema/team.ts'
import { actionsOf } from '../select/actions.ts'
import { isDeleted } from '../select/read.ts'
import { checkDate, checkPerson } from './measures.ts'
import { liveEntity } from './live.ts'
import { placeAfter, standsAfter } from './order.ts'
import { checkLine } from './text.ts'
import { creationOrigin, setField, write } from './write.ts'

/** Adds an action last among the goal's. Nothing happens if the goal is gone. Made deleted, then shown: see `addGoal`. */
export function addAction(board: TeamDocument, args: { id: string; goalId: string; text: string; time: number }): void {
  const text = checkLine(args.text, limits.actionText)
  if (board.actions.has(args.id) || !liveEntity(board.goals, args.goalId)) return
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
  const owner = checkPerson(args.owner)
  const action = liveEntity(board.actions, args.id)
  if (action) write(board.doc, () => setField(action, 'owner', owner))
}

/** Sets the date it is due (null: none). Throws `dateInvalid`. */
export function setActionDue(board: TeamDocument, args: { id: string; due: string | null }): void {
  checkDate(args.due)
  const action = liveEntity(board.actions, args.id)
  if (action) write(board.doc, () => setField(action, 'due', args.due))
}

/** Sets how far it has come. */
export function setActionState(board: TeamDocument, args: { id: string; state: ActionState }): void {
  if (!actionStates.includes(args.state)) throw new AppError('badRequest')
  const action = liveEntity(board.actions, args.id)
  if (action) write(board.doc, () => setField(action, 'state', args.state))
}

/** Moves an action right after another of the same goal (null: first). */
export function moveAction(board: TeamDocument, args: { id: string; afterId: string | null }): void {
  const action = liveEntity(board.actions, args.id)
  const goalId = action?.get('goalId')
  if (!action || typeof goalId !== 'string') return
  const list = actionsOf(board, goalId)
  if (standsAfter(list, args.id, args.afterId)) return
  const place = placeAfter(
    list.filter((other) => other.id !== args.id),
    args.afterId,
  )
  write(board.doc, () => {
    action.set('order', place.order)
    for (const other of place.others) board.actions.get(other.id)?.set('order', other.order)
  })
}

/** Marks an action deleted at `time` (ms since 1970). */
export function deleteAction(board: TeamDocument, args: { id: string; time: number }): void {
  const action = liveEntity(board.actions, args.id)
  if (action) write(board.doc, () => action.set('deletedAt', args.time))
}

/** Takes a deleted action back. */
export function restoreAction(board: TeamDocument, args: { id: string }): void {
  const action = board.actions.get(args.id)
  if (action instanceof Y.Map && isDeleted(action)) write(board.doc, () => action.set('deletedAt', null))
}
