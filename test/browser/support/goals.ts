import { newId } from '../../../client/new-id.ts'
import { addAction } from '../../../shared/ops/actions.ts'
import { addGoal } from '../../../shared/ops/goals.ts'
import type { GoalState } from '../../../shared/schema/goal.ts'
import type { MadeTeam } from '../../server/hall.ts'
import type { Network } from './network.ts'

type GoalSeed = { title: string; state?: GoalState; actions?: string[] }

/** Writes goals on a team's board, in this order, as somebody did before the test begins. Resolves to their ids. */
export async function writeGoals(network: Network, goals: GoalSeed[], team: MadeTeam = network.first) {
  const made = goals.map((goal) => ({ id: newId(), ...goal }))
  await network.writeBoard(team, (board) => {
    for (const { id, title, state = 'proposed', actions = [] } of made) {
      addGoal(board, { id, title, state, time: Date.now() })
      for (const text of actions) addAction(board, { id: newId(), goalId: id, text, time: Date.now() })
    }
  })
  return made.map(({ id }) => id)
}

export const boardPath = (team: MadeTeam, goalId?: string): string =>
  `/team/${team.id}/mal${goalId === undefined ? '' : `/${goalId}`}`
