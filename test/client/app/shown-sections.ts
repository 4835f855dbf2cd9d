import { importedFrom, lazyPagesIn, quoted } from '../../../client/build/lazyPages.ts'

const valueImport = /^(?:import|export)\s+(?!type\b)[^'"`;=]*?from\s*'(\.[^'\n]+)'/gm
const laterImport = /\bimport\('(\.[^'\n]+)'\)/g
const shown = /\buse(?:Messages|Locale)\(([^)]*)\)/g

/**
 * The sections that a module and all it imports ask for by name, with what it fetches later unless that says for
 * itself what it shows.
 */
export function sectionsShownBy(module: string, sources: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>()
  const found = new Set<string>()
  const visit = (file: string): void => {
    const source = sources.get(file)
    if (seen.has(file) || source === undefined) return
    seen.add(file)
    for (const [, names = ''] of source.matchAll(shown)) for (const name of quoted(names)) found.add(name)
    for (const [, specifier = ''] of source.matchAll(valueImport)) visit(importedFrom(file, specifier))
    const own = new Set(lazyPagesIn(file, source).map((page) => page.module))
    for (const [, specifier = ''] of source.matchAll(laterImport)) {
      const later = importedFrom(file, specifier)
      if (!own.has(later)) visit(later)
    }
  }
  visit(module)
  return [...found].sort()
}
