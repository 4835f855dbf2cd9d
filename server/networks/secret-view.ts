import type { SecretView } from '../../shared/api.ts'
import { findSecret, teamOf } from '../access/find-secret.ts'
import type { Parts } from '../access/parts.ts'
import { gatheringView } from '../access/session-view.ts'

/** `POST /api/secrets/lookup`: what a secret opens, told before joining. Rejects as `findSecret` does. */
export async function secretView(
  parts: Pick<Parts, 'directory' | 'vault' | 'clock' | 'wrongSecrets'>,
  typed: string,
): Promise<SecretView> {
  const { directory } = parts
  const secret = await findSecret(parts, typed)
  const network = secret.networkId === null ? null : await directory.network(secret.networkId)
  const gatheringId = network?.currentGatheringId ?? null
  const gathering = gatheringId === null ? null : await directory.gathering(gatheringId)
  const teams = network === null ? [] : await directory.teams(network.id)
  const teamId = teamOf(secret)
  const team = teams.find((each) => each.id === teamId)
  const members = team && secret.role === 'editor' ? await directory.members(team.id) : []
  return {
    role: secret.role,
    networkName: network?.name ?? null,
    gathering: gathering && gatheringView(gathering, gatheringId),
    teamCount: teams.length,
    team: team ? { id: team.id, number: team.number, name: team.name, municipalities: team.municipalities } : null,
    members: members.map(({ id, name }) => ({ personId: id, name })),
    firstFacilitator: secret.role === 'facilitator' && secret.networkId === null && secret.personId === null,
    wayBackFor: secret.personId === null ? null : ((await directory.person(secret.personId))?.name ?? null),
  }
}
