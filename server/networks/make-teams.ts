import { makeSecret } from '../access/make-secret.ts'
import type { Parts } from '../access/parts.ts'
import type { Team } from '../store/directory.ts'
import { newDocument } from './make-network.ts'

/** A team with what its card opens with. */
export type MadeTeam = Team & { code: string; token: string }

/** Makes teams with their documents and cards, numbered on from the network's last; all or none. */
export async function makeTeams(
  parts: Pick<Parts, 'directory' | 'vault' | 'clock' | 'limits' | 'newId'>,
  networkId: string,
  teams: readonly { name: string; municipalities: string[] }[],
): Promise<MadeTeam[]> {
  const at = parts.clock.now()
  const made = teams.map(({ name, municipalities }) => {
    const id = parts.newId()
    const card = makeSecret(parts.vault, {
      id: parts.newId(),
      networkId,
      role: 'editor',
      teamId: id,
      at,
      expiresAt: at + parts.limits.cardMs,
    })
    const documents = [newDocument(parts, 'team', id), newDocument(parts, 'talk', id)]
    return { card, team: { id, name, municipalities, secret: card.row, documents } }
  })
  const rows = await parts.directory.createTeams({ networkId, at, teams: made.map(({ team }) => team) })
  return rows.map((row, index) => ({
    ...row,
    code: made[index]?.card.code ?? '',
    token: made[index]?.card.token ?? '',
  }))
}
