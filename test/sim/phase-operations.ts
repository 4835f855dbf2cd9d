import {
  addCard,
  deleteCard,
  moveCard,
  restoreCard,
  setCardDue,
  setCardOwner,
  setStep,
} from '../../shared/ops/phases.ts'
import { limits } from '../../shared/schema/limits.ts'
import { phases, phaseSteps, stepStates } from '../../shared/schema/phase.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import { cardsIn, deletedCards, phaseBoards, phaseViews } from '../../shared/select/phases.ts'
import { deletionTime, typeInto, words, type Hand } from './hand.ts'

/** What people do on a phase board. */
export const phaseOperations: readonly ((hand: Hand, boardId: string) => string)[] = [
  ({ board, random }, boardId) => {
    const stepId = random.pick(phaseSteps[random.pick(phases) ?? 'do']) ?? 'do.try'
    setStep(board, { boardId, stepId, state: random.pick(stepStates) ?? 'none' })
    return `setStep ${boardId} ${stepId}`
  },
  (hand, boardId) => {
    const { board, random, now } = hand
    const id = hand.newId()
    if (phaseViews(board, boardId).flatMap((view) => view.cards).length > 8) return 'cards enough'
    addCard(board, { id, boardId, phase: random.pick(phases) ?? 'do', text: random.pick(words), time: now })
    return `addCard ${id} to ${boardId}`
  },
  (hand, boardId) => {
    const { board, random } = hand
    const id = random.pick(phaseViews(board, boardId).flatMap((view) => view.cards))?.id
    if (!id) return `no card on ${boardId}`
    const what = random.whole(0, 4)
    const phase = random.pick(phases) ?? 'do'
    if (what === 0) setCardOwner(board, { id, owner: random.chance(0.5) ? { personId: 'p' } : null })
    if (what === 1) setCardDue(board, { id, due: random.chance(0.5) ? '2027-06-01' : null })
    if (what === 2) moveCard(board, { id, phase, afterId: random.pick(cardsIn(board, boardId, phase))?.id ?? null })
    if (what === 3) deleteCard(board, { id, time: deletionTime(hand) })
    if (what === 4) typeInto(board.cards.get(id)?.get('text'), random, limits.cardText)
    return `card ${id} ${what}`
  },
  ({ board, random }, boardId) => {
    const id = random.pick(deletedCards(board, boardId))?.id
    if (id) restoreCard(board, { id })
    return `restoreCard ${id}`
  },
]

/** Everything that the phase boards' screens read. */
export function readPhases(board: TeamDocument): void {
  for (const { id } of phaseBoards(board)) {
    phaseViews(board, id)
    deletedCards(board, id)
  }
}
