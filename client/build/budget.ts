import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** A page, the most it may weigh on first load, and the modules that it needs (paths as in the repository). */
export type PageBudget = { name: string; maxKb: number; modules: string[] }

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

/**
 * Prints what each page weighs on first load (gzip of script and style, one language) and fails the build
 * above the budget: the hall's WiFi is shared by 300.
 */
export function budget(pages: readonly PageBudget[]): Plugin {
  return {
    name: 'samtavle:budget',
    apply: 'build',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const output = bundle as unknown as Output
      for (const page of pages) {
        const { files, missing } = filesOf(output, page.modules)
        if (missing.length > 0) this.error(`First load of ${page.name}: no chunk holds ${missing.join(', ')}`)
        let bytes = 0
        for (const name of files) {
          const file = output[name]
          if (file) bytes += gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length
        }
        const line = `First load, ${page.name}: ${kb(bytes)} KB gzip in ${files.size} files (budget ${page.maxKb} KB)`
        if (bytes > page.maxKb * 1000) this.error(`${line}: too heavy`)
        this.info(line)
      }
    },
  }
}
