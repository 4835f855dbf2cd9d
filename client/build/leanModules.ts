import type { Plugin } from 'vite'

/** What is built in the place of a module whose weight nobody in the hall has use for; by the end of its path. */
const lean: Record<string, string> = {
  // Warnings for programmers, with all that draws them on a page.
  'lib0/logging.js': `
    export const BOLD = 0, UNBOLD = 0, ORANGE = 0, RED = 0
    export const print = () => {}
    export const warn = () => {}`,
  // What program this runs in, and with what variables: a browser, with none.
  'lib0/environment.js': `
    export const isBrowser = true
    export const getVariable = () => null`,
  // For React 17 and older.
  'use-sync-external-store/shim/index.js': `export { useSyncExternalStore } from 'react'`,
}

/** Builds light modules in the place of heavy ones; while one develops, and in tests, all is as it was. */
export function leanModules(): Plugin {
  return {
    name: 'samtavle:lean-modules',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const path = id.replaceAll('\\', '/')
      return Object.entries(lean).find(([end]) => path.endsWith(`node_modules/${end}`))?.[1] ?? null
    },
  }
}
