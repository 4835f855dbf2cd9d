import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** A page that is fetched by itself, and the sections of the catalogue that are fetched beside it. */
export type LazyPage = { module: string; sections: string[] }

const call = /\blazyPage\(\s*(?:async \(\) => \(await import\('([^']+)'\)\)\.\w+|(\w+)),?\s*(?:\[([^\]]*)\],?\s*)?\)/g

/** A relative import of `file` as a path from the root of the repository. */
export const importedFrom = (file: string, specifier: string): string => posix.join(posix.dirname(file), specifier)

/** The words between quotes. */
export const quoted = (list: string): string[] => [...list.matchAll(/'(\w+)'/g)].map(([, word = '']) => word)

/** The pages that a source names to `lazyPage` with their sections; `file`: its path in the repository. */
export function lazyPagesIn(file: string, source: string): LazyPage[] {
  return [...source.matchAll(call)].flatMap(([, written, loader, sections]) => {
    if (sections === undefined) return []
    const path =
      written ?? new RegExp(`const ${loader} = async \\(\\) => \\(await import\\('([^']+)'`).exec(source)?.[1]
    return path === undefined ? [] : [{ module: importedFrom(file, path), sections: quoted(sections) }]
  })
}

/** All sources of the client by their path in the repository, except what builds it. */
export function clientSources(root: string): Map<string, string> {
  const files = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
    .map((file) => `client/${file.replaceAll('\\', '/')}`)
    .filter((file) => /^client\/(?!dist\/|build\/).*\.tsx?$/.test(file))
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}
