import { firstFacilitator } from './first-facilitator.ts'
import type { Running } from './start-server.ts'

/** What one person's page has open: their team's board, and what everyone reads. */
export type Seat = { token: string; board: string; others: string[] }
export type Hall = { facilitator: string; boards: string[]; seats: Seat[] }

type Joined = { token: string; documents: { gathering: string; stage: string } }
type Team = { code: string; documentId: string; talkDocumentId: string }

/** Makes a network with a gathering and teams on a fresh server, and lets `people` in by the teams' own cards. */
export async function makeHall(server: Running, teamCount: number, people: number): Promise<Hall> {
  const { token, post } = await firstFacilitator(server)
  const { id } = await post<{ id: string }>('networks', { name: 'Nettverk' })
  await post(`networks/${id}/gatherings`, { name: 'Samling 1', days: 2 })
  const wanted = Array.from({ length: teamCount }, (_, index) => ({ name: `Team ${index + 1}`, municipalities: [] }))
  const { teams } = await post<{ teams: Team[] }>(`networks/${id}/teams`, { teams: wanted })
  const seats: Seat[] = []
  for (let at = 0; at < people; at += 1) {
    const team = teams[at % teams.length]
    if (!team) throw new Error('there are no teams')
    const { token: own, documents } = await post<Joined>(
      'sessions',
      { secret: team.code, name: `Person ${at + 1}` },
      '',
    )
    const others = [team.talkDocumentId, documents.gathering, documents.stage]
    seats.push({ token: own, board: team.documentId, others })
  }
  return { facilitator: token, boards: teams.map((team) => team.documentId), seats }
}
