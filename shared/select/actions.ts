import type * as Y from 'yjs'
import { actionStates, type ActionItem } from '../schema/action.ts'
import { isDate } from '../schema/date.ts'
import type { TeamDocument } from '../schema/team.ts'
import { byOrder } from '../schema/order.ts'
import { entries, isDeleted, readChoice, readString, readText, readTime } from './read.ts'
import { readPerson } from './measures.ts'

function readAction(id: string, map: Y.Map<unknown>): ActionItem {
  const due = map.get('due')
  return {
    id,
    goalId: readString(map.get('goalId')) ?? '',
    text: readText(map.get('text')),
    owner: readPerson(map.get('owner')),
    due: isDate(due) ? due : null,
    state: readChoice(map.get('state'), actionStates, 'notStarted'),
    order: readString(map.get('order')) ?? '',
    deletedAt: readTime(map.get('deletedAt')),
  }
}

/** A goal's actions that are not deleted, sorted. The goal itself may be deleted: then nobody asks. */
export function actionsOf(board: TeamDocument, goalId: string): ActionItem[] {
  return entries(board.actions)
    .map(([id, map]) => readAction(id, map))
    .filter((action) => action.goalId === goalId && action.deletedAt === null)
    .sort(byOrder)
}

/** The same for every goal, by goal id, in one pass; goals without any are not in it. */
export function actionsByGoal(board: TeamDocument): Map<string, ActionItem[]> {
  const byGoal = new Map<string, ActionItem[]>()
  const live = entries(board.actions)
    .map(([id, map]) => readAction(id, map))
    .filter((action) => action.deletedAt === null)
  for (const action of live.sort(byOrder)) {
    const actions = byGoal.get(action.goalId)
    if (actions) actions.push(action)
    else byGoal.set(action.goalId, [action])
  }
  return byGoal
}

/** A goal's actions that can be taken back, latest deleted first. */
export function deletedActionsOf(board: TeamDocument, goalId: string): ActionItem[] {
  return entries(board.actions)
    .map(([id, map]) => readAction(id, map))
    .filter((action) => action.goalId === goalId && action.deletedAt !== null)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || byOrder(a, b))
}

/** How many live actions each goal has, by goal id; goals without any are not in it. One pass, for boards of many goals. */
export function actionCounts(board: TeamDocument): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [, map] of entries(board.actions)) {
    const goalId = map.get('goalId')
    if (typeof goalId === 'string' && !isDeleted(map)) counts.set(goalId, (counts.get(goalId) ?? 0) + 1)
  }
  return counts
}

/** Overdue: due before today and neither done nor stopped. `today` is a date as `2027-03-17`. */
export function isOverdue(action: Pick<ActionItem, 'due' | 'state'>, today: string): boolean {
  return action.due !== null && action.due < today && action.state !== 'done' && action.state !== 'stopped'
}
