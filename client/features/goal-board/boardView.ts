import type { ActionItem } from '../../../shared/schema/action.ts'
import { goalStates, type Goal, type GoalState } from '../../../shared/schema/goal.ts'
import type { Measure } from '../../../shared/schema/measure.ts'
import { byOrder } from '../../../shared/schema/order.ts'
import type { SmarteLetters } from '../../../shared/schema/stage.ts'
import type { Member } from '../../../shared/schema/talk.ts'
import { smarteCount, type AgreementView } from '../../../shared/select/smarte.ts'
import type { Columns as ByColumn } from '../../ui/columns/columns.ts'

/** Everything that is shown of one goal. The same object while nothing of it changed. */
export type GoalView = {
  goal: Goal
  measure: Measure
  letters: SmarteLetters
  agreement: AgreementView
  actions: readonly ActionItem[]
  deletedActions: readonly ActionItem[]
}

/** What one card shows: less than a `GoalView`, so that a card rests while answers are written. */
export type CardView = {
  id: string
  title: string
  state: GoalState
  letters: SmarteLetters
  met: number
  actions: number
  parentId: string | null
  parentTitle: string | null
}

export type Columns = ByColumn<GoalState>

/** Ids only: a card's words change without the board changing. */
export type BoardView = {
  columns: Columns
  /** latest deleted first */
  deleted: readonly string[]
  members: ReadonlyMap<string, Member>
}

const sameLetters = (a: SmarteLetters, b: SmarteLetters): boolean =>
  a.S === b.S && a.M === b.M && a.A === b.A && a.R === b.R && a.T === b.T && a.E === b.E

/** Whether two views of a card look the same, so that the old object can be kept. */
export function sameCard(a: CardView, b: CardView): boolean {
  return (
    a.title === b.title &&
    a.state === b.state &&
    a.actions === b.actions &&
    a.parentId === b.parentId &&
    a.parentTitle === b.parentTitle &&
    sameLetters(a.letters, b.letters)
  )
}

/** The card of a goal. `parent` is its main goal when that one is live and the goals make no ring. */
export function cardOf(view: GoalView, actions: number, parent: Goal | null): CardView {
  return {
    id: view.goal.id,
    title: view.goal.title,
    state: view.goal.state,
    letters: view.letters,
    met: smarteCount(view.letters).met,
    actions,
    parentId: parent?.id ?? null,
    parentTitle: parent?.title ?? null,
  }
}

/** The goal that `goal` hangs under, or null where that one is deleted, gone, or hangs under `goal` itself. */
export function parentOf(goals: ReadonlyMap<string, Goal>, goal: Goal): Goal | null {
  const parent = goal.parentId === null ? undefined : goals.get(goal.parentId)
  if (!parent || parent.deletedAt !== null) return null
  const seen = new Set<string>()
  let at: Goal | undefined = parent
  while (at && at.deletedAt === null && !seen.has(at.id)) {
    if (at.id === goal.id) return null
    seen.add(at.id)
    at = at.parentId === null ? undefined : goals.get(at.parentId)
  }
  return parent
}

/** Live goals by state in their order, and the deleted ones. */
export function placeGoals(goals: Iterable<Goal>): Pick<BoardView, 'columns' | 'deleted'> {
  const live: Goal[] = []
  const deleted: Goal[] = []
  for (const goal of goals) (goal.deletedAt === null ? live : deleted).push(goal)
  live.sort(byOrder)
  deleted.sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || byOrder(a, b))
  const columns = Object.fromEntries(
    goalStates.map((state) => [state, live.filter((goal) => goal.state === state).map((goal) => goal.id)]),
  ) as Record<GoalState, string[]>
  return { columns, deleted: deleted.map((goal) => goal.id) }
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

/** `next`, but with the old lists where they hold the same ids; `before` itself when all is the same. */
export function shareBoard(before: BoardView, next: BoardView): BoardView {
  const columns = Object.fromEntries(
    goalStates.map((state) => [
      state,
      sameIds(before.columns[state], next.columns[state]) ? before.columns[state] : next.columns[state],
    ]),
  ) as Record<GoalState, readonly string[]>
  const deleted = sameIds(before.deleted, next.deleted) ? before.deleted : next.deleted
  const same =
    deleted === before.deleted &&
    next.members === before.members &&
    goalStates.every((state) => columns[state] === before.columns[state])
  return same ? before : { columns, deleted, members: next.members }
}
