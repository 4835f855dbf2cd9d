import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { alwaysThere } from '../hooks/useMessages.ts'
import { clientSources, lazyPagesIn } from './lazyPages.ts'
import type { Page } from './pages.ts'

type Chunk = {
  type: 'chunk'
  fileName: string
  code: string
  imports: string[]
  moduleIds: string[]
  viteMetadata?: { importedCss: Set<string> }
}
type Output = Record<string, Chunk | { type: 'asset'; fileName: string; source: string | Uint8Array }>

const kb = (bytes: number) => (bytes / 1000).toFixed(1)

/** The chunks that hold `modules`, with all that they import at once, and their style sheets. */
export function filesOf(output: Output, modules: readonly string[]): { files: Set<string>; missing: string[] } {
  const chunks = Object.values(output).filter((file): file is Chunk => file.type === 'chunk')
  const files = new Set<string>()
  const add = (chunk: Chunk): void => {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
    for (const name of chunk.imports) {
      const imported = output[name]
      if (imported?.type === 'chunk') add(imported)
    }
  }
  const missing: string[] = []
  for (const module of modules) {
    const chunk = chunks.find(({ moduleIds }) =>
      moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(`/${module}`)),
    )
    if (chunk) add(chunk)
    else missing.push(module)
  }
  return { files, missing }
}

/** The sections of the catalogue that are fetched with a page, of one language. */
export function sectionsOf(page: Page, sources: ReadonlyMap<string, string>): string[] {
  const declared = [...sources].flatMap(([file, source]) => lazyPagesIn(file, source))
  const names = declared.filter(({ module }) => page.modules.includes(module)).flatMap(({ sections }) => sections)
  return [...new Set([...alwaysThere, ...names])]
}

/**
 * Prints what each page weighs on first load (gzip of script and style, one language) and fails the build
 * above the budget: the hall's WiFi is shared by 300.
 */
export function budget(pages: readonly Page[]): Plugin {
  let sources = new Map<string, string>()
  return {
    name: 'samtavle:budget',
    apply: 'build',
    enforce: 'post',
    configResolved({ root }) {
      sources = clientSources(resolve(root, '..'))
    },
    writeBundle(_options, bundle) {
      const output = bundle as unknown as Output
      const tooHeavy: string[] = []
      for (const page of pages) {
        const words = sectionsOf(page, sources).map((name) => `shared/locale/nb/${name}.ts`)
        const { files, missing } = filesOf(output, [...page.modules, ...words])
        if (missing.length > 0) this.error(`First load, ${page.name}: no chunk holds ${missing.join(', ')}`)
        let bytes = 0
        for (const name of files) {
          const file = output[name]
          if (file) bytes += gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length
        }
        const line = `First load, ${page.name}: ${kb(bytes)} KB gzip in ${files.size} files (budget ${page.maxKb} KB)`
        this.info(line)
        if (bytes > page.maxKb * 1000) tooHeavy.push(page.name)
      }
      if (tooHeavy.length > 0) this.error(`Too heavy on first load: ${tooHeavy.join(', ')}`)
    },
  }
}
