// «nb» for all languages: the names are Norwegian, and Chromium's «nn» sorts å before z.
const collator = new Intl.Collator('nb', { numeric: true, sensitivity: 'base' })

/** Compares names and titles the Norwegian way (æ ø å last, aa as å, 2 before 10). */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b)
}
