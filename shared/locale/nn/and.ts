/** «Mette», «Mette og Arne», «Mette, Arne og Tor». */
export function and(list: readonly string[]): string {
  if (list.length < 2) return list.join('')
  return `${list.slice(0, -1).join(', ')} og ${list.at(-1) ?? ''}`
}
