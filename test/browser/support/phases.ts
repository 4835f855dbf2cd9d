import { newId } from '../../../client/new-id.ts'
import { addCard, setStep } from '../../../shared/ops/phases.ts'
import { teamBoardId, type Phase, type StepId, type StepState } from '../../../shared/schema/phase.ts'
import type { MadeTeam } from '../../server/hall.ts'
import type { Network } from './network.ts'

type PhasesSeed = {
  /** the goal that the board is for; the team's own without */
  boardId?: string
  cards?: Partial<Record<Phase, string[]>>
  steps?: Partial<Record<StepId, StepState>>
}

/** Writes on a board of phases as somebody did before the test begins. Resolves to the cards' ids by their text. */
export async function writePhases(network: Network, seed: PhasesSeed, team: MadeTeam = network.first) {
  const { boardId = teamBoardId, cards = {}, steps = {} } = seed
  const ids = new Map<string, string>()
  await network.writeBoard(team, (board) => {
    for (const [phase, texts] of Object.entries(cards) as [Phase, string[]][]) {
      for (const text of texts) {
        const id = newId()
        ids.set(text, id)
        addCard(board, { id, boardId, phase, text, time: Date.now() })
      }
    }
    for (const [stepId, state] of Object.entries(steps) as [StepId, StepState][]) {
      setStep(board, { boardId, stepId, state })
    }
  })
  return ids
}

export const phasesPath = (team: MadeTeam, boardId?: string, cardId?: string): string =>
  ['/team', team.id, 'forbedring', boardId, cardId].filter((part) => part !== undefined).join('/')
