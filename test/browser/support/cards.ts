import { newId } from '../../../client/new-id.ts'
import { addCard, setStep } from '../../../shared/ops/phases.ts'
import { teamBoardId, type Phase, type StepId, type StepState } from '../../../shared/schema/phase.ts'
import type { MadeTeam } from '../../server/hall.ts'
import type { Network } from './network.ts'

type Seed = { boardId?: string; cards?: { phase: Phase; text: string }[]; steps?: [StepId, StepState][] }

/** Writes cards and steps on a phase board, as somebody did before the test begins. Resolves to the cards' ids. */
export async function writeCards(network: Network, seed: Seed, team: MadeTeam = network.first): Promise<string[]> {
  const { boardId = teamBoardId, cards = [], steps = [] } = seed
  const made = cards.map((card) => ({ id: newId(), ...card }))
  await network.writeBoard(team, (board) => {
    for (const card of made) addCard(board, { ...card, boardId, time: Date.now() })
    for (const [stepId, state] of steps) setStep(board, { boardId, stepId, state })
  })
  return made.map(({ id }) => id)
}
