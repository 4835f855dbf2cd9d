/**
 * Each update carries a mark in its own content, so that it is found again in any frame, merged with others or
 * encoded anew: `~@`, the writer (3), its number (4) and when it was sent in µs (11), in base 36.
 */
const sign = Buffer.from('~@')
const length = 20

const inBase36 = (n: number, digits: number): string => Math.round(n).toString(36).padStart(digits, '0')

/** µs since the process began. */
export const nowUs = (): number => performance.now() * 1000

export function mark(writer: number, n: number): string {
  return `~@${inBase36(writer, 3)}${inBase36(n % 1_000_000, 4)}${inBase36(nowUs(), 11)}`
}

/** Tells of each mark in a frame: who sent it, and when (µs). */
export function eachMark(frame: Buffer, tell: (writer: number, sentUs: number) => void): void {
  for (let at = frame.indexOf(sign); at >= 0 && at + length <= frame.length; at = frame.indexOf(sign, at + length)) {
    const digits = frame.toString('latin1', at + 2, at + length)
    tell(Number.parseInt(digits.slice(0, 3), 36), Number.parseInt(digits.slice(7), 36))
  }
}
