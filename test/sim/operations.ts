import { AppError } from '../../shared/errors.ts'
import {
  addAction,
  deleteAction,
  moveAction,
  restoreAction,
  setActionDue,
  setActionOwner,
  setActionState,
} from '../../shared/ops/actions.ts'
import { addGoal, answerSmarte, deleteGoal, moveGoal, restoreGoal, setGoalParent } from '../../shared/ops/goals.ts'
import { setMeasureField } from '../../shared/ops/measures.ts'
import { actionStates } from '../../shared/schema/action.ts'
import { goalStates, smarteQuestions } from '../../shared/schema/goal.ts'
import { limits } from '../../shared/schema/limits.ts'
import { directions, periods } from '../../shared/schema/measure.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import { actionCounts, actionsOf, deletedActionsOf } from '../../shared/select/actions.ts'
import { allGoals, deletedGoals, goalById, goalsIn } from '../../shared/select/goals.ts'
import { actorsOn, allMaps } from '../../shared/select/actorMaps.ts'
import { phaseBoards } from '../../shared/select/phases.ts'
import { measureOf } from '../../shared/select/measures.ts'
import { smarteCount, smarteLetters } from '../../shared/select/smarte.ts'
import { deletionTime, typeInto, words, type Hand } from './hand.ts'
import { mapOperations, readMaps } from './map-operations.ts'
import { phaseOperations, readPhases } from './phase-operations.ts'

type Operation = (hand: Hand, goalId: string) => string

const operations: readonly [Operation, ...Operation[]] = [
  (hand) => {
    const id = hand.newId()
    addGoal(hand.board, { id, title: hand.random.pick(words), state: hand.random.pick(goalStates), time: hand.now })
    return `addGoal ${id}`
  },
  ({ board, random }, id) => {
    const state = random.pick(goalStates)
    const afterId = random.chance(0.3) ? null : (random.pick(goalsIn(board, state))?.id ?? null)
    moveGoal(board, { id, state, afterId })
    return `moveGoal ${id} ${state} after ${afterId}`
  },
  ({ board, random }, id) => `title ${id} ${typeInto(board.goals.get(id)?.get('title'), random, limits.goalTitle)}`,
  ({ board, random }, id) =>
    `answer ${id} ${typeInto(board.goals.get(id)?.get('specificText'), random, limits.goalTitle)}`,
  ({ board, random }, id) =>
    `measure name ${id} ${typeInto(board.measures.get(id)?.get('name'), random, limits.goalTitle)}`,
  (hand, id) => {
    deleteGoal(hand.board, { id, time: deletionTime(hand) })
    return `deleteGoal ${id}`
  },
  ({ board, random }) => {
    const id = random.pick(deletedGoals(board))?.id
    if (id) restoreGoal(board, { id })
    return `restoreGoal ${id}`
  },
  ({ board, random }, id) => {
    answerSmarte(board, { id, question: random.pick(smarteQuestions), value: random.pick([true, false, null]) })
    return `answerSmarte ${id}`
  },
  ({ board, random }, id) => {
    const parentId = random.chance(0.2) ? null : (random.pick(allGoals(board))?.id ?? null)
    setGoalParent(board, { id, parentId })
    return `setGoalParent ${id} ${parentId}`
  },
  ({ board, random }, goalId) => {
    setMeasureField(board, { goalId, field: 'baseline', value: random.whole(0, 100) })
    setMeasureField(board, { goalId, field: 'direction', value: random.pick(directions) })
    return `measure ${goalId}`
  },
  ({ board, random }, goalId) => {
    setMeasureField(board, { goalId, field: 'baselineUnknown', value: random.chance(0.5) })
    setMeasureField(board, { goalId, field: 'period', value: random.pick(periods) })
    return `measure unknown ${goalId}`
  },
  (hand, goalId) => {
    const id = hand.newId()
    addAction(hand.board, { id, goalId, text: hand.random.pick(words), time: hand.now })
    return `addAction ${id} to ${goalId}`
  },
  (hand, goalId) => {
    const { board, random } = hand
    const own = actionsOf(board, goalId)
    const id = random.pick(own)?.id
    if (!id) return `no action of ${goalId}`
    const what = random.whole(0, 5)
    if (what === 0) setActionOwner(board, { id, owner: random.chance(0.5) ? { personId: 'p' } : null })
    if (what === 1) setActionDue(board, { id, due: '2027-06-01' })
    if (what === 2) setActionState(board, { id, state: random.pick(actionStates) })
    if (what === 3) moveAction(board, { id, afterId: random.pick(own)?.id ?? null })
    if (what === 4) deleteAction(board, { id, time: deletionTime(hand) })
    if (what === 5) typeInto(board.actions.get(id)?.get('text'), random, limits.goalTitle)
    return `action ${id} ${what}`
  },
  ({ board, random }, goalId) => {
    const id = random.pick(deletedActionsOf(board, goalId))?.id
    if (id) restoreAction(board, { id })
    return `restoreAction ${id}`
  },
  ({ undo }) => (undo.undo(), 'undo'),
  ({ undo }) => (undo.redo(), 'redo'),
]

/** One thing that a person does, by the operations that the product uses. Says what it was. */
export function actAtRandom(hand: Hand): string {
  const { random } = hand
  try {
    if (random.chance(0.45)) return onGoals(hand)
    return random.chance(0.7) ? onMaps(hand) : onPhases(hand)
  } catch (error) {
    // What the person is told, and nothing else.
    if (error instanceof AppError) return `refused: ${error.code}`
    throw error
  }
}

function onGoals(hand: Hand): string {
  const { board, random } = hand
  const goals = allGoals(board)
  const goalId = random.pick(goals)?.id
  // A board fills up before it is edited, and does not grow without end.
  const adds = goals.length < 3 || (goals.length < 9 && random.chance(0.1))
  const operation = adds || !goalId ? operations[0] : random.pick(operations.slice(1))
  return operation?.(hand, goalId ?? '') ?? 'nothing'
}

function onMaps(hand: Hand): string {
  const { board, random } = hand
  const mapId = random.pick(allMaps(board))?.id ?? ''
  const actors = actorsOn(board, mapId)
  const actorId = random.pick(actors)?.actorId
  const adds = actors.length < 3 || (actors.length < 8 && random.chance(0.1))
  const operation = adds || !actorId ? mapOperations[0] : random.pick(mapOperations.slice(1))
  return operation?.(hand, mapId, actorId ?? '') ?? 'nothing'
}

function onPhases(hand: Hand): string {
  const boardId = hand.random.pick(phaseBoards(hand.board))?.id ?? ''
  return hand.random.pick(phaseOperations)?.(hand, boardId) ?? 'nothing'
}

/** Everything that screens read. Throws if any of it throws. */
export function readEverything(board: TeamDocument): void {
  const goals = [...allGoals(board), ...deletedGoals(board)]
  for (const state of goalStates) goalsIn(board, state)
  actionCounts(board)
  for (const [index, listed] of goals.entries()) {
    const { id } = listed
    const goal = index < 2 ? goalById(board, id) : listed // it reads the whole board each time
    const measure = measureOf(board, id)
    actionsOf(board, id)
    deletedActionsOf(board, id)
    if (goal) smarteCount(smarteLetters(goal, measure, { agreed: 0, of: 0, unanswered: [] }))
  }
  readMaps(board)
  readPhases(board)
}
