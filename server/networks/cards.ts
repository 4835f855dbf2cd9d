import type { CardView } from '../../shared/api.ts'
import { makeSecret } from '../access/make-secret.ts'
import type { Parts } from '../access/parts.ts'
import { showCode } from '../access/secret-code.ts'
import type { Secret } from '../store/directory.ts'
import { secretUrl } from './public-address.ts'

type CardParts = Pick<Parts, 'directory' | 'vault' | 'clock' | 'limits' | 'newId' | 'address'>

/** Gives a team a new card; the old code and QR stop working in the same transaction. Who has joined stays. */
export async function rotateCard(parts: CardParts, networkId: string, teamId: string): Promise<CardView> {
  const at = parts.clock.now()
  const expiresAt = at + parts.limits.cardMs
  const card = makeSecret(parts.vault, { id: parts.newId(), networkId, role: 'editor', teamId, at, expiresAt })
  await parts.directory.replaceCard(teamId, card.row, at)
  return { code: showCode(card.code ?? ''), url: secretUrl(parts.address, card.token), expiresAt }
}

/** Ends a team's card, if it has one. Nobody can join by it any more. */
export async function endCard(
  parts: Pick<Parts, 'directory' | 'clock'>,
  networkId: string,
  teamId: string,
): Promise<void> {
  const cards = (await parts.directory.secrets(networkId)).filter((secret) => secret.teamId === teamId)
  for (const card of cards) await parts.directory.endSecret(card.id, parts.clock.now())
}

/** A card as it is printed; null for none, or one sealed with a key that is lost (it must be rotated). */
export function cardView(
  parts: Pick<Parts, 'vault' | 'address'>,
  secret: Pick<Secret, 'codeCipher' | 'tokenCipher' | 'expiresAt'> | undefined,
): CardView {
  if (!secret) return null
  const code = parts.vault.open(secret.codeCipher)
  const token = parts.vault.open(secret.tokenCipher)
  if (code === null || token === null) return null
  return { code: showCode(code), url: secretUrl(parts.address, token), expiresAt: secret.expiresAt }
}
