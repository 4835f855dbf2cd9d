import { describe, expect, test } from 'vitest'
import { importsOf } from '../../scripts/checks/imports-of.cjs'
import { layerBreaches } from '../../scripts/checks/layer-breaches.cjs'
import { longFiles } from '../../scripts/checks/long-files.cjs'
import { temporaryProject, writeInto } from './temporary-project.ts'

function breachesOf(file: string, content: string): string[] {
  const root = temporaryProject()
  writeInto(root, file, content)
  return layerBreaches(root)
}

describe('against the direction of the layers', () => {
  test.each([
    ['client/main.tsx', '../server/config.ts'],
    ['server/main.ts', '../client/main.tsx'],
    ['shared/roles.ts', '../server/config.ts'],
    ['shared/roles.ts', 'react'],
    ['shared/roles.ts', 'react/jsx-runtime'],
    ['shared/roles.ts', 'ws'],
    ['shared/roles.ts', 'node:fs'],
    ['shared/roles.ts', 'fs/promises'],
    ['client/main.tsx', 'node:path'],
    ['client/main.tsx', './build/budget.ts'],
    ['server/main.ts', 'react'],
    ['server/main.ts', '../test/fixtures/board.ts'],
    ['server/sync/room.ts', '../store/sqlite.ts'],
    ['server/sync/room.ts', '../store/sqlite/worker.ts'],
    ['client/features/talk/Talk.tsx', '../join/Join.tsx'],
    ['client/features/projector/Hall.tsx', '../../../shared/ops/goals.ts'],
    ['client/features/follow/Follow.tsx', '../../../shared/ops/goals.ts'],
    ['client/main.tsx', './ui/index.ts'],
    ['client/ui/Button.tsx', '..'],
  ])('%s may not import %s', (file, specifier) => {
    const breaches = breachesOf(file, `import { x } from '${specifier}'\n`)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toContain(`${file}:1 imports ${specifier}: `)
  })

  test.each([
    ['client/main.tsx', '../shared/roles.ts'],
    ['client/features/talk/Talk.tsx', './Queue.tsx'],
    ['client/features/talk/Talk.tsx', '../../ui/Button.tsx'],
    ['client/features/talk/Talk.tsx', '../../../shared/ops/talk.ts'],
    ['client/features/projector/Hall.tsx', '../../../shared/select/goals.ts'],
    ['client/build/budget.ts', 'node:zlib'],
    ['server/main.ts', './store/sqlite.ts'],
    ['server/store/sqlite.ts', './sqlite-worker.ts'],
    ['server/sync/room.ts', '../store/store.ts'],
    ['shared/schema/team.ts', 'yjs'],
  ])('%s may import %s', (file, specifier) => {
    expect(breachesOf(file, `import { x } from '${specifier}'\n`)).toEqual([])
  })
})

test('every way to name another module is seen', () => {
  const text = [
    `import './a.ts'`,
    `import {\n  one,\n  two,\n} from './b.ts'`,
    `import type { T } from './c.ts'`,
    `export * from './d.ts'`,
    `const e = await import('./e.ts')`,
    `new Worker(new URL('./f.ts', import.meta.url))`,
    `const from = 'not this'`,
  ].join('\n')
  expect(importsOf(text).map((each) => each.specifier)).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `./${letter}.ts`),
  )
})

test('a file of more than 400 lines is told, a catalogue is not', () => {
  const root = temporaryProject()
  writeInto(root, 'server/long.ts', '\n'.repeat(401))
  writeInto(root, 'server/enough.ts', '\n'.repeat(400))
  writeInto(root, 'shared/locale/nb.ts', '\n'.repeat(900))
  expect(longFiles(root)).toEqual(['server/long.ts has 401 lines, over 400: what second thing moved in?'])
})
