import { randomBytes } from 'node:crypto'

/** A new id: 128 random bits, 22 characters that fit a document id, a URL and a selector. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}
