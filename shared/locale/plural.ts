/** Picks the form for a count; Norwegian and English have the same two forms: one and other. */
export function plural(count: number, one: string, other: string): string {
  return count === 1 ? one : other
}
