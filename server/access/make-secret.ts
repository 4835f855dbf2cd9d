import type { Role } from '../../shared/roles.ts'
import type { NewSecret } from '../store/directory.ts'
import { newCode, newToken } from './secret-code.ts'
import type { Vault } from './vault.ts'

/** A secret as it is stored, and what opens it, which is stored nowhere in the clear. */
export type MadeSecret = { row: NewSecret; code: string | null; token: string }

/** A secret for a card (`teamId`), a link (`teamIds`), a way back (`personId`) or the terminal (`oneTime`, without a typed code). */
export function makeSecret(
  vault: Vault,
  args: {
    id: string
    networkId: string | null
    role: Role
    teamId?: string
    teamIds?: string[]
    personId?: string
    oneTime?: boolean
    at: number
    expiresAt: number
  },
): MadeSecret {
  const code = args.oneTime ? null : newCode()
  const token = newToken()
  const row: NewSecret = {
    id: args.id,
    ...(args.personId === undefined ? {} : { personId: args.personId }),
    networkId: args.networkId,
    role: args.role,
    teamId: args.teamId ?? null,
    teamIds: args.teamIds ?? [],
    codeHash: code === null ? null : vault.hash('code', code),
    tokenHash: vault.hash('token', token),
    codeCipher: vault.seal(code ?? ''),
    tokenCipher: vault.seal(token),
    createdAt: args.at,
    expiresAt: args.expiresAt,
    oneTime: args.oneTime ?? false,
  }
  return { row, code, token }
}
