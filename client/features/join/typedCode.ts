/** How many characters a typed code has: `K7M4-RT9W`. */
export const codeLength = 8

/** Only the letters and digits of what was typed, in capitals; at most a code's length. */
export function codeLetters(typed: string): string {
  return typed
    .replace(/[^0-9a-z]/giu, '')
    .toUpperCase()
    .slice(0, codeLength)
}

/** As it stands on the card: a hyphen after four, once there is a fifth. */
export function showCode(letters: string): string {
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

/** Where the caret belongs in the shown code, with `count` letters before it. */
export function caretAfter(count: number): number {
  return count > 4 ? count + 1 : count
}

/** The secret of a whole address that someone pasted into the code field, or null. */
export function secretOfAddress(text: string): string | null {
  return /^\s*https?:\/\/\S+\/(?:r|start)#(\S+)\s*$/u.exec(text)?.[1] ?? null
}
