import { parseDocumentId, type DocumentName } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import { can, reachesTeam } from '../../shared/roles.ts'
import type { Caller } from './caller.ts'
import type { Parts } from './parts.ts'

/** What a caller may do with a document, and the network it belongs to. */
export type Reach = { access: 'read' | 'write'; networkId: string }

type Owner = { networkId: string; teamId: string | null; gatheringId: string | null }

/**
 * The right to one document. Rejects `notFound` for an id that is none or was never created, `notAllowed`,
 * and `gatheringChanged` for what belongs to a gathering that is no longer the current one.
 */
export async function reachDocument(
  parts: Pick<Parts, 'directory'>,
  caller: Caller,
  documentId: string,
): Promise<Reach> {
  const name = parseDocumentId(documentId)
  if (name === null) throw new AppError('notFound')
  if (!can(caller.role, `read:${name.kind}`)) throw new AppError('notAllowed')
  const owner = await ownerOf(parts, name)
  if (owner === null) throw new AppError('notFound')
  if (!caller.networkIds.includes(owner.networkId)) throw new AppError('notAllowed')
  if (owner.teamId !== null && !reachesTeam(caller.role, caller.teamIds, owner.teamId)) {
    throw new AppError('notAllowed')
  }
  if (owner.gatheringId !== null) {
    const network = await parts.directory.network(owner.networkId)
    if (network?.currentGatheringId !== owner.gatheringId) throw new AppError('gatheringChanged')
  }
  return { access: can(caller.role, `write:${name.kind}`) ? 'write' : 'read', networkId: owner.networkId }
}

async function ownerOf(parts: Pick<Parts, 'directory'>, { kind, key }: DocumentName): Promise<Owner | null> {
  const { directory } = parts
  if (kind === 'overview') {
    return (await directory.network(key)) && { networkId: key, teamId: null, gatheringId: null }
  }
  if (kind === 'team' || kind === 'talk') {
    const team = await directory.team(key)
    if (team) return { networkId: team.networkId, teamId: team.id, gatheringId: null }
    if (kind === 'team') return null
  }
  const gathering = await directory.gathering(key)
  return gathering && { networkId: gathering.networkId, teamId: null, gatheringId: gathering.id }
}
