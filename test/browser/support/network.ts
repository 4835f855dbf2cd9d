import type * as Y from 'yjs'
import type { LinkView, SessionView } from '../../../shared/api.ts'
import { turnStagePage } from '../../../shared/ops/gathering.ts'
import { openGatheringDocument, type GatheringDocument } from '../../../shared/schema/gathering.ts'
import { openTeamDocument, type TeamDocument } from '../../../shared/schema/team.ts'
import type { Role } from '../../../shared/roles.ts'
import type { SampleGoal } from '../../../server/sample/sample-team.ts'
import { writeGoals } from '../../../server/sample/write-goals.ts'
import type { MadeGathering, MadeTeam } from '../../server/hall.ts'
import { WireClient } from '../../server/wire-client.ts'
import type { HallServer } from './hall-server.ts'

export type Joined = SessionView & { token: string }
export type MadeLink = LinkView & { secret: string }

/** Asks the HTTP interface. Throws unless it is answered 2xx. */
export async function ask<Body>(
  server: Pick<HallServer, 'url'>,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<Body> {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return (text === '' ? null : JSON.parse(text)) as Body
}

/** Signs in by any secret. */
export async function join(
  server: Pick<HallServer, 'url'>,
  body: { secret: string; name?: string; language?: string; personId?: string },
): Promise<Joined> {
  return ask(server, 'POST', '/api/sessions', { body })
}

/** A network of one test, made through the HTTP interface by the worker's facilitator. */
export type Network = Awaited<ReturnType<typeof makeNetwork>>

export const firstTeams = [
  { name: 'Granvik', municipalities: ['Granvik', 'Os'] },
  { name: 'Fjelldal', municipalities: ['Fjelldal'] },
  { name: 'DPS Ålheim', municipalities: [] },
]

export async function makeNetwork(
  server: HallServer,
  token: string,
  options: { name: string; teams?: typeof firstTeams },
) {
  const post = async <Body>(path: string, body: unknown): Promise<Body> => ask(server, 'POST', path, { token, body })
  const { id } = await post<{ id: string }>('/api/networks', { name: options.name })
  const gathering = await post<MadeGathering>(`/api/networks/${id}/gatherings`, {
    name: 'Samling 1',
    place: 'Quality Hotel Olavsgaard',
    days: ['2027-03-17', '2027-03-18'],
  })
  const { teams } = await post<{ teams: MadeTeam[] }>(`/api/networks/${id}/teams`, {
    teams: options.teams ?? firstTeams,
  })
  const [first, second, third] = teams
  if (!first || !second || !third) throw new Error('A test network has three teams or more')
  return {
    id,
    name: options.name,
    server,
    gathering,
    teams,
    first,
    second,
    third,
    /** of the facilitator who made the network */
    token,
    post,
    /** a link, made by the facilitator */
    link: async (role: Role, teamIds?: string[]) =>
      post<MadeLink>(`/api/networks/${id}/links`, { role, ...(teamIds ? { teamIds } : {}) }),
    addTeams: async (more: typeof firstTeams) =>
      post<{ teams: MadeTeam[] }>(`/api/networks/${id}/teams`, { teams: more }),
    /** lets somebody into a team, without a browser */
    joinTeam: async (team: Pick<MadeTeam, 'url'>, name: string) => join(server, { secret: secretOf(team), name }),
    /** changes a team's board by the operations that people use; resolves when it is on disk */
    writeBoard: async (team: Pick<MadeTeam, 'documentId'>, change: (board: TeamDocument) => void) =>
      write(server, token, team.documentId, (doc) => change(openTeamDocument(doc))),
    /** fills a team's board with goals written as in the sample */
    fillBoard: async (team: Pick<MadeTeam, 'documentId'>, goals: readonly SampleGoal[]) =>
      write(server, token, team.documentId, (doc) => {
        let last = 0
        const newId = () => `${team.documentId}-${(last += 1)}`
        writeGoals(openTeamDocument(doc), goals, { now: Date.now(), newId, people: new Map() })
      }),
    /** what the server has of a team's board now */
    readBoard: async <View>(team: Pick<MadeTeam, 'documentId'>, read: (board: TeamDocument) => View): Promise<View> =>
      inDocument(server, token, team.documentId, async ({ doc }) => read(openTeamDocument(doc))),
    /** changes what the facilitators of a gathering have chosen and written */
    writeGathering: async (change: (document: GatheringDocument) => void) =>
      write(server, token, gathering.documents.gathering, (doc) => change(openGatheringDocument(doc))),
    /** turns the stage to a page, 0 and up */
    turnStage: async (page: number) =>
      write(server, token, gathering.documents.gathering, (doc) => turnStagePage(openGatheringDocument(doc), page)),
  }
}

async function write(server: HallServer, token: string, documentId: string, change: (doc: Y.Doc) => void) {
  await inDocument(server, token, documentId, async (client) => {
    change(client.doc)
    await new Promise<void>((resolve, reject) => {
      const look = () => client.acked === client.made && resolve()
      client.socket.on('message', look)
      client.socket.once('close', () => reject(new Error(`closed: ${client.closed?.reason ?? ''}`)))
      look()
    })
  })
}

async function inDocument<Result>(
  server: HallServer,
  token: string,
  documentId: string,
  act: (client: WireClient) => Promise<Result>,
): Promise<Result> {
  const client = new WireClient(server.url, documentId, token)
  try {
    await client.synced
    return await act(client)
  } finally {
    client.close()
  }
}

/** Whether a typed code or a secret lets somebody in now: the HTTP status of asking. */
export async function knock(server: Pick<HallServer, 'url'>, secret: string): Promise<number> {
  const response = await fetch(`${server.url}/api/secrets/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    body: JSON.stringify({ secret }),
  })
  return response.status
}

/** The secret of a card's or link's address, as its QR code has it. */
export function secretOf({ url }: { url: string }): string {
  return new URL(url).hash.slice(1)
}
