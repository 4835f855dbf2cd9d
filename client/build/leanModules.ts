import type { Plugin } from 'vite'

/** What stands in the place of a module whose weight nobody in the hall has use for. */
const lean: Record<string, string> = {
  // Warnings for programmers, with all that draws them on a page.
  'lib0/logging': `
    export const BOLD = 0, UNBOLD = 0, ORANGE = 0, RED = 0
    export const print = () => {}
    export const warn = () => {}`,
  // For React 17 and older.
  'use-sync-external-store/shim/index.js': `export { useSyncExternalStore } from 'react'`,
}

const mark = '\0lean:'

/** Puts light modules in the place of heavy ones in what is built; while one develops, all is as it was. */
export function leanModules(): Plugin {
  return {
    name: 'samtavle:lean-modules',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(lean, id) ? mark + id : null),
    load: (id) => (id.startsWith(mark) ? (lean[id.slice(mark.length)] ?? null) : null),
  }
}
