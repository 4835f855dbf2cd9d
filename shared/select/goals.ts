import type * as Y from 'yjs'
import { goalStates, smarteQuestions, type Goal, type GoalState, type SmarteQuestion } from '../schema/goal.ts'
import type { TeamDocument } from '../schema/team.ts'
import { byOrder } from '../schema/order.ts'
import { entries, readChoice, readString, readText, readTime } from './read.ts'

/** One goal as it stands, deleted or not; its parent is not checked (see `allGoals`). */
export function readGoal(id: string, map: Y.Map<unknown>): Goal {
  const answer = (question: SmarteQuestion) => {
    const value = map.get(question)
    return { value: typeof value === 'boolean' ? value : null, text: readText(map.get(`${question}Text`)) }
  }
  return {
    id,
    title: readText(map.get('title')),
    state: readChoice(map.get('state'), goalStates, 'proposed'),
    order: readString(map.get('order')) ?? '',
    parentId: readString(map.get('parentId')),
    answers: {
      specific: answer(smarteQuestions[0]),
      motivating: answer(smarteQuestions[1]),
      realistic: answer(smarteQuestions[2]),
    },
    deletedAt: readTime(map.get('deletedAt')),
  }
}

/** The goals that are not deleted, sorted, with their parents as they were written. */
function liveGoals(board: TeamDocument): Goal[] {
  return entries(board.goals)
    .map(([id, map]) => readGoal(id, map))
    .filter((goal) => goal.deletedAt === null)
    .sort(byOrder)
}

/** Every goal that is not deleted, sorted; parents that are gone or circular read as null. */
export function allGoals(board: TeamDocument): Goal[] {
  const goals = liveGoals(board)
  const ids = new Set(goals.map((goal) => goal.id))
  const rings = inRings(goals)
  return goals.map((goal) =>
    goal.parentId !== null && (!ids.has(goal.parentId) || rings.has(goal.id)) ? { ...goal, parentId: null } : goal,
  )
}

/** The goals that are their own parents by way of others. Two people can make such a ring between them. */
export function goalsInRings(board: TeamDocument): string[] {
  return [...inRings(liveGoals(board))]
}

/** The goals of one state, sorted. */
export function goalsIn(board: TeamDocument, state: GoalState): Goal[] {
  return allGoals(board).filter((goal) => goal.state === state)
}

/** One goal, also a deleted one; null if it never was or has been swept. */
export function goalById(board: TeamDocument, id: string): Goal | null {
  const live = allGoals(board).find((goal) => goal.id === id)
  if (live) return live
  const entry = entries(board.goals).find(([key]) => key === id)
  return entry ? { ...readGoal(...entry), parentId: null } : null
}

/** The goals that can be taken back, latest deleted first. */
export function deletedGoals(board: TeamDocument): Goal[] {
  return entries(board.goals)
    .map(([id, map]) => readGoal(id, map))
    .filter((goal) => goal.deletedAt !== null)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || byOrder(a, b))
}

function inRings(goals: readonly Goal[]): Set<string> {
  const parents = new Map(goals.map((goal) => [goal.id, goal.parentId]))
  const seen = new Set<string>()
  const rings = new Set<string>()
  for (const goal of goals) {
    const path: string[] = []
    let at: string | null = goal.id
    while (at !== null && parents.has(at) && !seen.has(at)) {
      seen.add(at)
      path.push(at)
      at = parents.get(at) ?? null
    }
    const start = at === null ? -1 : path.indexOf(at)
    if (start >= 0) for (const id of path.slice(start)) rings.add(id)
  }
  return rings
}

/** Whether making `parentId` the parent of `id` would put a goal under itself. */
export function wouldCircle(goals: readonly Goal[], id: string, parentId: string): boolean {
  const parents = new Map(goals.map((goal) => [goal.id, goal.parentId]))
  const seen = new Set<string>()
  let at: string | null = parentId
  while (at !== null && !seen.has(at)) {
    if (at === id) return true
    seen.add(at)
    at = parents.get(at) ?? null
  }
  return false
}
