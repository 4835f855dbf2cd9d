import { makeSecret } from './make-secret.ts'
import type { Parts } from './parts.ts'

const setting = 'facilitatorSecret'

/**
 * The token of the terminal's one-time link: the same one at each start until it has been used, null after
 * that. `renew` makes another when it has been used or has expired.
 */
export async function facilitatorToken(
  parts: Pick<Parts, 'directory' | 'vault' | 'clock' | 'limits' | 'newId'>,
  { renew }: { renew: boolean },
): Promise<string | null> {
  const { directory, vault } = parts
  const at = parts.clock.now()
  const id = await directory.setting(setting)
  const last = id === null ? null : await directory.secret(id)
  if (last !== null && last.usedAt === null && last.endedAt === null && last.expiresAt > at) {
    const token = vault.open(last.tokenCipher)
    if (token !== null) return token
  }
  if (last !== null && last.usedAt !== null && !renew) return null
  const made = makeSecret(vault, {
    id: parts.newId(),
    networkId: null,
    role: 'facilitator',
    oneTime: true,
    at,
    expiresAt: at + parts.limits.linkMs,
  })
  await directory.addSecret(made.row)
  await directory.putSetting(setting, made.row.id)
  return made.token
}
