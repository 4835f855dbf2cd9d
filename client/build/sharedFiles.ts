import { resolve } from 'node:path'
import type { Rolldown } from 'vite'
import type { Page } from './pages.ts'

type CodeSplitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>
type Graph = Parameters<Exclude<NonNullable<CodeSplitting['groups']>[number]['name'], string>>[1]

/**
 * A file that pages share: whoever of them needs a part of it loads all. `styles`: it has a style sheet too;
 * the styles of the others are in the last one before it that has.
 */
export type Layer = { name: string; pages: readonly string[]; styles?: boolean }

/** Sections of the catalogue that are fetched in one file, for each language. */
export type Bundle = { name: string; sections: readonly string[] }

/** For each module, the pages whose first load needs it. */
function needs(pages: readonly Page[], root: string, graph: Graph): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>()
  for (const page of pages) {
    const visit = (id: string): void => {
      const by = needed.get(id) ?? new Set()
      if (by.has(page.name)) return
      needed.set(id, by.add(page.name))
      for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported)
    }
    for (const module of page.modules) visit(resolve(root, module))
  }
  return needed
}

/**
 * Few files for each page: what one page needs alone is one file, and what several need goes into the last layer
 * that serves them all. As a module serves at least the pages of whatever imports it, a file only ever imports
 * from layers before its own, and no two import each other.
 */
export function sharedFiles(options: {
  root: string
  pages: readonly Page[]
  layers: readonly Layer[]
  bundles: readonly Bundle[]
}): CodeSplitting {
  const { root, pages, layers, bundles } = options
  const files: Layer[] = [...layers, ...pages.map(({ name }) => ({ name, pages: [name], styles: true }))]
  let needed: Map<string, Set<string>> | null = null
  const fileOf = (id: string, graph: Graph): Layer | undefined => {
    needed ??= needs(pages, root, graph)
    const by = needed.get(id)
    if (!by) return undefined
    const sheet = id.endsWith('.css')
    return files.findLast((file) => (!sheet || file.styles) && [...by].every((page) => file.pages.includes(page)))
  }
  return {
    groups: [
      ...files.map((file, index) => ({
        name: (id: string, graph: Graph) => (fileOf(id, graph) === file ? file.name : null),
        priority: files.length + bundles.length - index,
      })),
      ...['nb', 'nn', 'en'].flatMap((language) =>
        bundles.map(({ name, sections }, index) => ({
          name: `${language}-${name}`,
          test: new RegExp(`shared[\\\\/]locale[\\\\/]${language}[\\\\/](?:${sections.join('|')})\\.ts$`),
          priority: bundles.length - index,
        })),
      ),
    ],
  }
}
