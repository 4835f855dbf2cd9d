import { sampleBoards } from '../../../server/sample/boards.ts'
import { sampleTeams } from '../../../server/sample/teams.ts'
import { writeGoals } from '../../../server/sample/write-goals.ts'
import { writeMaps } from '../../../server/sample/write-maps.ts'
import { writePhases } from '../../../server/sample/write-phases.ts'
import type { MadeTeam } from '../../server/hall.ts'
import type { Network } from './network.ts'

/** Fills a team's boards as those of a team of the sample, without its people. Resolves to the ids by name. */
export async function writeSampleBoards(network: Network, number: number, team: MadeTeam = network.first) {
  const boards = sampleBoards[number] ?? {}
  const made = { goals: new Map<string, string>(), maps: new Map<string, string>(), actors: new Map<string, string>() }
  await network.writeBoard(team, (board) => {
    let last = 0
    const writing = { now: Date.now(), newId: () => `${team.id}-${(last += 1)}`, people: new Map<string, string>() }
    made.goals = writeGoals(board, sampleTeams[number - 1]?.goals ?? [], writing)
    const { maps, actors } = writeMaps(board, boards, writing)
    Object.assign(made, { maps, actors })
    writePhases(board, boards.phases ?? [], { ...writing, goalIds: made.goals })
  })
  return made
}
