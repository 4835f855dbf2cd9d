import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/**
 * What is done with the server's key: card and link secrets are found by a keyed hash and kept encrypted, so
 * that cards can be printed again while a copy of the database alone opens nothing.
 */
export class Vault {
  readonly #hashKey: Uint8Array
  readonly #sealKey: Uint8Array

  constructor(key: Uint8Array) {
    this.#hashKey = new Uint8Array(hkdfSync('sha256', key, '', 'samtavle lookup', 32))
    this.#sealKey = new Uint8Array(hkdfSync('sha256', key, '', 'samtavle seal', 32))
  }

  /** HMAC-SHA256. `kind` keeps a code and a token with the same letters apart. */
  hash(kind: 'code' | 'token', secret: string): Uint8Array {
    return createHmac('sha256', this.#hashKey).update(`${kind}:${secret}`).digest()
  }

  /** AES-256-GCM: nonce, tag, cipher text. */
  seal(text: string): Uint8Array {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#sealKey, nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  }

  /** The sealed text; null for what another key sealed or somebody changed. */
  open(sealed: Uint8Array): string | null {
    if (sealed.length < nonceBytes + tagBytes) return null
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#sealKey, sealed.subarray(0, nonceBytes))
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
      const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
      return text.toString('utf8')
    } catch {
      return null
    }
  }
}
