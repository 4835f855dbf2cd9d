import { AppError } from '../../shared/errors.ts'
import type { Secret } from '../store/directory.ts'
import type { Parts } from './parts.ts'
import { readSecret } from './secret-code.ts'

/**
 * The live secret that somebody typed, scanned or followed. Rejects `secretEnded`, `secretExpired`,
 * `secretUsed` for one that was right once, and `secretUnknown` or, while somebody guesses, `tooManyTries`.
 */
export async function findSecret(
  parts: Pick<Parts, 'directory' | 'vault' | 'clock' | 'wrongSecrets'>,
  typed: string,
): Promise<Secret> {
  const { kind, value } = readSecret(typed)
  if (kind === 'code') await parts.wrongSecrets.turn()
  const secret = value === '' ? null : await parts.directory.findSecret(parts.vault.hash(kind, value))
  if (secret === null) throw new AppError(parts.wrongSecrets.countWrong() ? 'secretUnknown' : 'tooManyTries')
  if (secret.oneTime && secret.usedAt !== null) throw new AppError('secretUsed')
  if (secret.endedAt !== null) throw new AppError('secretEnded')
  if (secret.expiresAt <= parts.clock.now()) throw new AppError('secretExpired')
  return secret
}

/** The one team that a card, or a link for a single team, is for. */
export function teamOf(secret: Secret): string | null {
  if (secret.teamId !== null) return secret.teamId
  return secret.teamIds.length === 1 ? (secret.teamIds[0] ?? null) : null
}
