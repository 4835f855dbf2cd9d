import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leanModules } from '../../../client/build/leanModules.ts'

const modules = join(import.meta.dirname, '../../../node_modules')

function built(path: string): unknown {
  const { load } = leanModules()
  if (typeof load !== 'function') throw new Error('no load')
  return Reflect.apply(load, {}, [join(modules, path)])
}

/** What a library uses of a module that it imports as a whole. */
function usedOf(library: string, specifier: string): string[] {
  const source = readFileSync(join(modules, library), 'utf8')
  const name = new RegExp(`^import \\* as (\\w+) from '${specifier}'`, 'm').exec(source)?.[1]
  return [...new Set([...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, used = '']) => used))]
}

test.each([
  ['yjs/dist/yjs.mjs', 'lib0/logging', 'lib0/logging.js'],
  ['yjs/dist/yjs.mjs', 'lib0/environment', 'lib0/environment.js'],
  ['lib0/buffer.js', './environment.js', 'lib0/environment.js'],
])('what %s uses of %s is in what is built in its place', (library, specifier, path) => {
  const used = usedOf(library, specifier)
  expect(used.length).toBeGreaterThan(0)
  for (const name of used) expect(built(path)).toMatch(new RegExp(`\\b${name}\\b = `))
})

test('the files that are built otherwise are those that the libraries have, and no other', () => {
  const require = createRequire(join(modules, 'wouter/package.json'))
  expect(require.resolve('use-sync-external-store/shim/index.js')).toContain('use-sync-external-store/shim/index.js')
  expect(built('use-sync-external-store/shim/index.js')).toContain(`from 'react'`)
  expect(built('lib0/string.js')).toBeNull()
})
