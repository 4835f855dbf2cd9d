import type { LinkView } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { closeCode } from '../../shared/protocol.ts'
import type { Role } from '../../shared/roles.ts'
import { makeSecret } from '../access/make-secret.ts'
import type { Parts } from '../access/parts.ts'
import type { Secret } from '../store/directory.ts'
import { cardView } from './cards.ts'

/**
 * Makes a link. A commenter without `teamIds` reaches every team, also later ones; an editor must be given
 * teams; facilitators and displays have none. Rejects `notFound` for a team of another network.
 */
export async function makeLink(
  parts: Pick<Parts, 'directory' | 'vault' | 'clock' | 'limits' | 'newId' | 'address'>,
  networkId: string,
  args: { role: Role; teamIds: string[] },
): Promise<LinkView & { secret: string }> {
  const takesTeams = args.role === 'editor' || args.role === 'commenter'
  const teamIds = takesTeams ? [...new Set(args.teamIds)] : []
  if (args.role === 'editor' && teamIds.length === 0) throw new AppError('badRequest')
  const own = new Set((await parts.directory.teams(networkId)).map((team) => team.id))
  if (!teamIds.every((id) => own.has(id))) throw new AppError('notFound')
  const at = parts.clock.now()
  const link = makeSecret(parts.vault, {
    id: parts.newId(),
    networkId,
    role: args.role,
    teamIds,
    at,
    expiresAt: at + parts.limits.linkMs,
  })
  await parts.directory.addSecret(link.row)
  const view = linkView(parts, link.row)
  if (view === null) throw new Error('A link sealed this moment could not be opened')
  return { ...view, secret: link.token }
}

/** A link as facilitators see it; null for one sealed with a key that is lost. */
export function linkView(
  parts: Pick<Parts, 'vault' | 'address'>,
  secret: Omit<Secret, 'endedAt' | 'usedAt' | 'personId'>,
): LinkView | null {
  const opened = cardView(parts, secret)
  if (opened === null) return null
  const { id, role, teamIds, createdAt, expiresAt } = secret
  return { id, role, teamIds, code: opened.code, url: opened.url, createdAt, expiresAt }
}

/** Ends a link, and the displays that it paired: theirs is no person's session. Rejects `notFound` for another network's and for a card. */
export async function endLink(
  parts: Pick<Parts, 'directory' | 'clock' | 'gate'>,
  networkId: string,
  linkId: string,
): Promise<void> {
  const secret = await parts.directory.secret(linkId)
  if (secret === null || secret.networkId !== networkId || secret.teamId !== null) throw new AppError('notFound')
  if (secret.endedAt !== null) return
  const displays = new Set(await parts.directory.endSecret(linkId, parts.clock.now()))
  parts.gate.revoke(({ sessionId }) => displays.has(sessionId), closeCode.notSignedIn, 'notSignedIn')
}
