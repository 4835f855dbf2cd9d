import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bundles, layers, pages } from '../../../client/build/pages.ts'
import { sharedFiles } from '../../../client/build/sharedFiles.ts'

type Graph = Record<string, string[]>

const root = resolve('/repo')
const at = (file: string) => resolve(root, file)

/** The file of each module of a graph, by what the build asks. */
function filesOf(graph: Graph, options: Omit<Parameters<typeof sharedFiles>[0], 'root'>): Record<string, string> {
  const ids = new Map(Object.entries(graph).map(([file, imports]) => [at(file), imports.map(at)]))
  const asked = {
    getModuleInfo: (id: string) => {
      const importedIds = ids.get(id)
      return importedIds ? { importedIds } : null
    },
  }
  const groups = [...(sharedFiles({ root, ...options }).groups ?? [])].sort(
    (a, b) => (b.priority ?? 0) - (a.priority ?? 0),
  )
  const found: Record<string, string> = {}
  for (const file of Object.keys(graph)) {
    for (const { name, test: fits } of groups) {
      if (fits instanceof RegExp && !fits.test(at(file))) continue
      const given = typeof name === 'string' ? name : name(at(file), asked as Parameters<typeof name>[1])
      if (typeof given === 'string') found[file] ??= given
    }
  }
  return found
}

const small = {
  pages: [
    { name: 'join', maxKb: 1, modules: ['main.ts', 'join.ts'] },
    { name: 'goals', maxKb: 1, modules: ['main.ts', 'goals.ts'] },
    { name: 'map', maxKb: 1, modules: ['main.ts', 'map.ts'] },
  ],
  layers: [
    { name: 'app', pages: ['join', 'goals', 'map'], styles: true },
    { name: 'boards', pages: ['goals', 'map'] },
  ],
  bundles: [{ name: 'team', sections: ['team', 'join'] }],
}

test('what one page needs is one file, and what several need lies in the last layer that serves them all', () => {
  const graph = {
    'main.ts': ['react.ts'],
    'react.ts': [],
    'join.ts': ['field.ts', 'join.css'],
    'goals.ts': ['field.ts', 'undo.ts', 'goal.ts'],
    'map.ts': ['undo.ts'],
    'field.ts': [],
    'undo.ts': ['react.ts', 'undo.css'],
    'goal.ts': [],
    'join.css': [],
    'undo.css': [],
    'later.ts': ['undo.ts'],
  }
  expect(filesOf(graph, small)).toEqual({
    'main.ts': 'app',
    'react.ts': 'app',
    'join.ts': 'join',
    'goals.ts': 'goals',
    'map.ts': 'map',
    'field.ts': 'app',
    'undo.ts': 'boards',
    'goal.ts': 'goals',
    'join.css': 'join',
    // The layer has no style sheet of its own.
    'undo.css': 'app',
  })
})

test('sections that are shown together are one file for each language', () => {
  const graph = { 'shared/locale/nn/team.ts': [], 'shared/locale/nn/join.ts': [], 'shared/locale/nn/goals.ts': [] }
  expect(filesOf(graph, small)).toEqual({
    'shared/locale/nn/team.ts': 'nn-team',
    'shared/locale/nn/join.ts': 'nn-team',
  })
})

test('no two files import each other, whatever modules the pages have in common [FL4]', () => {
  let seed = 7
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let round = 0; round < 20; round += 1) {
    const modules = [...new Set(pages.flatMap((page) => page.modules))]
    const common = Array.from({ length: 60 }, (_, index) => `common-${index}.ts`)
    const graph: Graph = Object.fromEntries(modules.map((file) => [file, common.filter(() => random(5) === 0)]))
    common.forEach((file, index) => (graph[file] = common.slice(index + 1).filter(() => random(12) === 0)))
    const files = filesOf(graph, { pages, layers, bundles })
    const imports = new Map<string, Set<string>>()
    for (const [file, imported] of Object.entries(graph)) {
      for (const other of imported) {
        const [from, to] = [files[file], files[other]]
        if (from && to && from !== to) imports.set(from, (imports.get(from) ?? new Set()).add(to))
      }
    }
    const reach = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of imports.get(from) ?? []) if (!seen.has(to)) reach(to, seen.add(to))
      return seen
    }
    for (const file of imports.keys()) expect(reach(file)).not.toContain(file)
  }
})
