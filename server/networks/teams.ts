import type { CardView } from '../../shared/api.ts'
import { documentId } from '../../shared/document-id.ts'
import { closeCode } from '../../shared/protocol.ts'
import { makeSecret } from '../access/make-secret.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'
import { showCode } from '../access/secret-code.ts'
import type { Team } from '../store/directory.ts'
import { secretUrl } from './public-address.ts'

type Shown = Pick<Parts, 'directory' | 'stage' | 'overview'>

/** Corrects a team's name or municipalities, everywhere it is shown. */
export async function changeTeam(
  parts: Shown & Pick<Parts, 'talk' | 'log'>,
  team: Pick<Team, 'id' | 'networkId'>,
  change: { name?: string | undefined; municipalities?: string[] | undefined },
): Promise<Team | null> {
  const { name, municipalities } = change
  await parts.directory.changeTeam(team.id, {
    ...(name === undefined ? {} : { name }),
    ...(municipalities === undefined ? {} : { municipalities }),
  })
  showTeam(parts, team)
  await refreshTalk(parts, [team.id])
  return parts.directory.team(team.id)
}

/**
 * Hides a team and all that is its own, ends its card, and closes its boards wherever they are open. The board is kept as
 * a version first; where it can't be read any more the team can be removed all the same.
 */
export async function removeTeam(
  parts: Shown & Pick<Parts, 'clock' | 'gate' | 'versions' | 'log'>,
  team: Pick<Team, 'id' | 'networkId'>,
  personId: string,
): Promise<void> {
  const board = documentId('team', team.id)
  await parts.versions.save(board, { kind: 'beforeDelete', name: null, personId }).catch((error: unknown) => {
    parts.log.warn({ err: error, documentId: board }, 'a team is removed without a last version')
  })
  await parts.directory.removeTeam(team.id, parts.clock.now())
  const own = new Set([board, documentId('talk', team.id)])
  parts.gate.revoke((_who, document) => own.has(document), closeCode.notFound, 'notFound')
  showTeam(parts, team)
}

/** Takes a removed team back, as it was, with a new card. Rejects `notFound` for one that was not removed. */
export async function restoreTeam(
  parts: Shown & Pick<Parts, 'vault' | 'clock' | 'limits' | 'newId' | 'address'>,
  { id: teamId, networkId }: Pick<Team, 'id' | 'networkId'>,
): Promise<CardView> {
  const at = parts.clock.now()
  const expiresAt = at + parts.limits.cardMs
  const card = makeSecret(parts.vault, { id: parts.newId(), networkId, role: 'editor', teamId, at, expiresAt })
  await parts.directory.restoreTeam(teamId, card.row)
  showTeam(parts, { id: teamId, networkId })
  return { code: showCode(card.code ?? ''), url: secretUrl(parts.address, card.token), expiresAt }
}

function showTeam({ stage, overview }: Shown, team: Pick<Team, 'id' | 'networkId'>): void {
  stage.teamChanged(team.id)
  overview.networkChanged(team.networkId)
}
