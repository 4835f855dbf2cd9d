import { randomBytes, randomInt } from 'node:crypto'

/** 31 characters that cannot be misread for each other: no 0 O, 1 I L. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 8

/** A new typed code, as it is stored: `K7M4RT9W`. 31⁸ ≈ 8.5 · 10¹¹. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}

/** A new secret for a QR or a link: 128 bits, base64url. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** As it is printed and read aloud: `K7M4-RT9W`. */
export function showCode(code: string): string {
  return code.length === codeLength ? `${code.slice(0, 4)}-${code.slice(4)}` : code
}

/**
 * What a person typed, pasted or scanned. Codes forgive case, spaces and hyphens; of a whole address only
 * what follows `#` counts.
 */
export function readSecret(typed: string): { kind: 'code' | 'token'; value: string } {
  const text = typed.normalize('NFKC').trim()
  const secret = text.slice(text.lastIndexOf('#') + 1)
  const code = secret.replace(/[^0-9A-Za-z]/gu, '').toUpperCase()
  const isCode = code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter))
  return isCode ? { kind: 'code', value: code } : { kind: 'token', value: secret }
}
