import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

/** Text as people compare it: outer and repeated white space does not make a new wording. */
export function normaliseText(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/**
 * A short name for one wording: the first 64 bits of SHA-256 of the normalised text, as 16 hex digits.
 * Agreement is given to a wording; another wording asks again.
 */
export function wordingKey(text: string): string {
  const bytes = digest(encodeUtf8(normaliseText(text))).subarray(0, 8)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
