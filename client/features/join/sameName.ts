/** Whether two names are the same to people: «mette » is Mette. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('nb')
  return plain(a) === plain(b)
}
