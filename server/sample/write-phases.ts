import { addCard, setCardDue, setCardOwner, setStep } from '../../shared/ops/phases.ts'
import { phases, phaseSteps, teamBoardId } from '../../shared/schema/phase.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import type { SamplePhaseBoard } from './sample-boards.ts'
import { daysAfter } from './sample-dates.ts'
import { personOf, type Writing } from './write-goals.ts'

/**
 * Writes a team's phase boards by the operations that people use. `goalIds`: the goals' ids by their keys.
 * Returns the cards' ids by their texts.
 */
export function writePhases(
  board: TeamDocument,
  boards: readonly SamplePhaseBoard[],
  writing: Writing & { goalIds: ReadonlyMap<string, string> },
): Map<string, string> {
  const cardIds = new Map<string, string>()
  for (const { goal, done = [], steps = {}, cards = [] } of boards) {
    const boardId = goal === undefined ? teamBoardId : (writing.goalIds.get(goal) ?? '')
    for (const phase of phases) {
      for (const stepId of phaseSteps[phase]) {
        const state = steps[stepId] ?? (done.includes(phase) ? 'done' : 'none')
        setStep(board, { boardId, stepId, state })
      }
    }
    for (const [phase, text, owner, dueInDays] of cards) {
      const id = writing.newId()
      cardIds.set(text, id)
      addCard(board, { id, boardId, phase, text, time: writing.now })
      if (owner !== undefined) setCardOwner(board, { id, owner: personOf(owner, writing) })
      if (dueInDays !== undefined) setCardDue(board, { id, due: daysAfter(writing.now, dueInDays) })
    }
  }
  return cardIds
}
