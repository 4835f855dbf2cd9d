import * as Y from 'yjs'
import { isDate } from '../schema/date.ts'
import { byOrder } from '../schema/order.ts'
import { phases, phaseSteps, stepKey, stepStates, teamBoardId } from '../schema/phase.ts'
import type { Phase, PhaseCard, StepId, StepState } from '../schema/phase.ts'
import type { TeamDocument } from '../schema/team.ts'
import { goalsIn } from './goals.ts'
import { readPerson } from './measures.ts'
import { phaseState } from './phase-state.ts'
import { entries, isDeleted, readChoice, readString, readText, readTime } from './read.ts'

/** One phase of one board. `state` is derived from the steps, never from dates. */
export type PhaseView = {
  phase: Phase
  state: StepState
  done: number
  steps: { id: StepId; state: StepState }[]
  cards: PhaseCard[]
}

function readCard(id: string, map: Y.Map<unknown>): PhaseCard {
  const due = map.get('due')
  return {
    id,
    boardId: readString(map.get('boardId')) ?? '',
    phase: readChoice(map.get('phase'), phases, 'prepare'),
    text: readText(map.get('text')),
    owner: readPerson(map.get('owner')),
    due: isDate(due) ? due : null,
    order: readString(map.get('order')) ?? '',
    deletedAt: readTime(map.get('deletedAt')),
  }
}

/** A board's cards that are not deleted, sorted; those of one phase are in that phase's order. */
function cardsOf(board: TeamDocument, boardId: string): PhaseCard[] {
  return entries(board.cards)
    .filter(([, map]) => map.get('boardId') === boardId && !isDeleted(map))
    .map(([id, map]) => readCard(id, map))
    .sort(byOrder)
}

/** The cards of one phase of a board, sorted. */
export function cardsIn(board: TeamDocument, boardId: string, phase: Phase): PhaseCard[] {
  return cardsOf(board, boardId).filter((card) => card.phase === phase)
}

/** One card, deleted or not; null if it never was on this board or has been swept. */
export function cardById(board: TeamDocument, boardId: string, id: string): PhaseCard | null {
  const map = board.cards.get(id)
  const card = map instanceof Y.Map ? readCard(id, map) : null
  return card?.boardId === boardId ? card : null
}

/** A board's cards that can be taken back, latest deleted first. */
export function deletedCards(board: TeamDocument, boardId: string): PhaseCard[] {
  return entries(board.cards)
    .filter(([, map]) => map.get('boardId') === boardId && isDeleted(map))
    .map(([id, map]) => readCard(id, map))
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || byOrder(a, b))
}

/** How far a step has come; `none` until somebody says otherwise. */
export function stepState(board: TeamDocument, boardId: string, stepId: StepId): StepState {
  return readChoice(board.steps.get(stepKey(boardId, stepId)), stepStates, 'none')
}

/** The five phases of a board. */
export function phaseViews(board: TeamDocument, boardId: string): PhaseView[] {
  const cards = cardsOf(board, boardId)
  return phases.map((phase) => {
    const steps = phaseSteps[phase].map((id) => ({ id, state: stepState(board, boardId, id) }))
    return {
      phase,
      state: phaseState(steps.map((step) => step.state)),
      done: steps.filter((step) => step.state === 'done').length,
      steps,
      cards: cards.filter((card) => card.phase === phase),
    }
  })
}

/** The phase boards of a team: its own first, then one for each chosen goal. `title` is null for the team's own. */
export function phaseBoards(board: TeamDocument): { id: string; title: string | null }[] {
  const goals = goalsIn(board, 'chosen').map((goal) => ({ id: goal.id, title: goal.title }))
  return [{ id: teamBoardId, title: null }, ...goals]
}
