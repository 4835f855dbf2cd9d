/** «Mette Haug» → «MH», «Aud» → «AU»: two letters, so that two people are seldom the same. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/u)
    .filter(Boolean)
  const first = [...(words[0] ?? '')]
  const last = [...(words.length > 1 ? (words.at(-1) ?? '') : '')]
  return `${first[0] ?? ''}${last[0] ?? first[1] ?? ''}`.toLocaleUpperCase('nb')
}

/** One of six colours for a person, the same on every screen. */
export function personColour(personId: string): number {
  let hash = 0
  for (const letter of personId) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return hash % 6
}
