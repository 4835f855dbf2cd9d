import type { NetworkView, TeamView } from '../../shared/api.ts'
import { documentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import type { Parts } from '../access/parts.ts'
import { gatheringView } from '../access/session-view.ts'
import { cardView } from './cards.ts'
import { linkView } from './links.ts'

/** `GET /api/networks/:id`: everything a facilitator manages. Rejects `notFound`. */
export async function networkView(
  parts: Pick<Parts, 'directory' | 'vault' | 'address'>,
  networkId: string,
): Promise<NetworkView> {
  const { directory } = parts
  const network = await directory.network(networkId)
  if (network === null) throw new AppError('notFound')
  const [gatherings, teams, secrets, facilitators, commenters, removed] = await Promise.all([
    directory.gatherings(networkId),
    directory.teams(networkId),
    directory.secrets(networkId),
    directory.facilitators(networkId),
    directory.commenters(networkId),
    directory.removedTeams(networkId),
  ])
  const cards = new Map(secrets.map((secret) => [secret.teamId, secret]))
  const teamViews = teams.map(
    async (team): Promise<TeamView> => ({
      id: team.id,
      number: team.number,
      name: team.name,
      municipalities: team.municipalities,
      documentId: documentId('team', team.id),
      talkDocumentId: documentId('talk', team.id),
      card: cardView(parts, cards.get(team.id)),
      members: (await directory.members(team.id)).map(({ id, name, title }) => ({ personId: id, name, title })),
    }),
  )
  return {
    id: network.id,
    name: network.name,
    gatherings: gatherings.map((gathering) => gatheringView(gathering, network.currentGatheringId)),
    currentGatheringId: network.currentGatheringId,
    teams: await Promise.all(teamViews),
    removedTeams: removed.map(({ id, number, name }) => ({ id, number, name })),
    facilitators: facilitators.map(({ id, name, title }) => ({ personId: id, name, title })),
    commenters: commenters.map(({ id, name, title, teamIds }) => ({ personId: id, name, title, teamIds })),
    links: secrets.flatMap((secret) => (secret.teamId === null ? (linkView(parts, secret) ?? []) : [])),
    publicUrl: parts.address,
  }
}
