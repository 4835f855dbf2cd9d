import type { WayBackView } from '../../shared/api.ts'
import { secretUrl } from '../networks/public-address.ts'
import { requireRight, type Caller } from './caller.ts'
import { makeSecret } from './make-secret.ts'
import type { Parts } from './parts.ts'
import { showCode } from './secret-code.ts'

/**
 * A facilitator's own way in on another machine: a secret that takes up this person and nobody else. A new one ends
 * the old; the sessions that are open stay. It belongs to no network, so that it is in no list that others see.
 */
export async function makeWayBack(
  parts: Pick<Parts, 'directory' | 'vault' | 'clock' | 'limits' | 'newId' | 'address'>,
  caller: Caller,
): Promise<WayBackView> {
  requireRight(caller, 'manageNetwork')
  const at = parts.clock.now()
  const expiresAt = at + parts.limits.linkMs
  const personId = caller.person.id
  const made = makeSecret(parts.vault, {
    id: parts.newId(),
    networkId: null,
    role: 'facilitator',
    personId,
    at,
    expiresAt,
  })
  await parts.directory.replaceWayBack(personId, made.row, at)
  return { code: showCode(made.code ?? ''), url: secretUrl(parts.address, made.token), expiresAt }
}
