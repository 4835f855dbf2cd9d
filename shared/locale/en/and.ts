/** “Mette”, “Mette and Arne”, “Mette, Arne and Tor”. */
export function and(list: readonly string[]): string {
  if (list.length < 2) return list.join('')
  return `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`
}
