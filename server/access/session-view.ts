import type { DocumentsView, GatheringView, SessionView } from '../../shared/api.ts'
import { documentId } from '../../shared/document-id.ts'
import { can, reachesTeam } from '../../shared/roles.ts'
import type { Gathering, Team } from '../store/directory.ts'
import type { Caller } from './caller.ts'
import type { Parts } from './parts.ts'

/** `GET /api/session`: who somebody is, where, and the documents that the role may read. */
export async function sessionView(parts: Pick<Parts, 'directory'>, caller: Caller): Promise<SessionView> {
  const { directory } = parts
  const { person, role, networkId } = caller
  const network = networkId === null ? null : await directory.network(networkId)
  const gatheringId = network?.currentGatheringId ?? null
  const gathering = gatheringId === null ? null : await directory.gathering(gatheringId)
  const teams = network === null ? [] : await directory.teams(network.id)
  const reached = teams.filter((team) => reachesTeam(role, caller.teamIds, team.id))
  const view: SessionView = {
    personId: person.id,
    name: person.name,
    title: person.title,
    role,
    language: person.language,
    networkId: network?.id ?? null,
    networkName: network?.name ?? null,
    gatheringId,
    gathering: gathering && gatheringView(gathering, gatheringId),
    teamIds: reached.map((team) => team.id),
    teams: reached.map(({ id, number, name, municipalities }) => ({ id, number, name, municipalities })),
    documents: documentsView(caller, { networkId: network?.id ?? null, gatheringId, teams: reached }),
  }
  if (role !== 'facilitator') return view
  const networks = await directory.networksOf(person.id)
  return {
    ...view,
    networks: networks.map(({ id, name }) => ({ id, name })),
    mayMakeNetworks: person.mayMakeNetworks,
  }
}

/** A gathering as everyone in it sees it. */
export function gatheringView(gathering: Gathering, currentId: string | null): GatheringView {
  const { id, name, place, days, dayCount } = gathering
  return { id, name, place, days, dayCount, current: id === currentId }
}

function documentsView(
  { role }: Caller,
  where: { networkId: string | null; gatheringId: string | null; teams: Team[] },
): DocumentsView {
  const { networkId, gatheringId } = where
  const documents: DocumentsView = { teams: {} }
  if (gatheringId !== null) {
    if (can(role, 'read:gathering')) documents.gathering = documentId('gathering', gatheringId)
    if (can(role, 'read:stage')) documents.stage = documentId('stage', gatheringId)
    if (can(role, 'read:talk')) documents.talk = documentId('talk', gatheringId)
  }
  if (networkId !== null && can(role, 'read:overview')) documents.overview = documentId('overview', networkId)
  for (const { id } of where.teams) {
    documents.teams[id] = { team: documentId('team', id), talk: documentId('talk', id) }
  }
  return documents
}
