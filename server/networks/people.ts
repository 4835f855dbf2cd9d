import { parseDocumentId } from '../../shared/document-id.ts'
import { AppError } from '../../shared/errors.ts'
import { closeCode } from '../../shared/protocol.ts'
import type { Caller } from '../access/caller.ts'
import { refreshTalk } from '../access/open-session.ts'
import type { Parts } from '../access/parts.ts'

type PeopleParts = Pick<Parts, 'directory' | 'rooms' | 'gate' | 'talk' | 'clock' | 'log'>

/**
 * Moves an editor to another team of the network. Their sockets on the old team's boards close with 4403 at once, and
 * both teams count their members anew. Rejects `notFound` for who is no editor of this network, or no such team.
 */
export async function movePerson(
  parts: PeopleParts,
  args: { networkId: string; personId: string; teamId: string },
): Promise<void> {
  const { networkId, personId, teamId } = args
  const person = await parts.directory.person(personId)
  if (person?.networkId !== networkId) throw new AppError('notFound')
  const before = await parts.directory.movePerson({ personId, teamId, at: parts.clock.now() })
  const left = new Set(before.filter((id) => id !== teamId))
  parts.gate.revoke(
    (who, document) => who.personId === personId && isOf(document, left),
    closeCode.notAllowed,
    'notAllowed',
  )
  parts.rooms.moved(personId, [teamId])
  await refreshTalk(parts, [...left, teamId])
}

function isOf(document: string, teamIds: ReadonlySet<string>): boolean {
  const name = parseDocumentId(document)
  return (name?.kind === 'team' || name?.kind === 'talk') && teamIds.has(name.key)
}

/**
 * Takes somebody out of the network: their sessions end, their sockets there close with 4403, and they are no members
 * any more. What they wrote stays. Rejects `notFound` for who is not there; oneself one can't remove: `notAllowed`.
 */
export async function removePerson(
  parts: PeopleParts,
  caller: Caller,
  { networkId, personId }: { networkId: string; personId: string },
): Promise<void> {
  if (personId === caller.person.id) throw new AppError('notAllowed')
  const teamIds = await parts.directory.removePerson({ personId, networkId, at: parts.clock.now() })
  parts.gate.revoke(
    (who) => who.personId === personId && who.networkId === networkId,
    closeCode.notAllowed,
    'notAllowed',
  )
  await refreshTalk(parts, teamIds)
}
