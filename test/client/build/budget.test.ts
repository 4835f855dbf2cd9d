import { expect, test } from 'vitest'
import { budget, filesOf, sectionsOf } from '../../../client/build/budget.ts'
import { pages } from '../../../client/build/pages.ts'

const chunk = (fileName: string, moduleIds: string[], imports: string[] = [], css: string[] = []) => ({
  type: 'chunk' as const,
  fileName,
  code: '',
  imports,
  moduleIds,
  viteMetadata: { importedCss: new Set(css) },
})

test('a page weighs its modules, all they import at once, and their style; each file once', () => {
  const output = {
    'main.js': chunk('main.js', ['/r/client/main.tsx'], ['react.js'], ['main.css']),
    'react.js': chunk('react.js', ['/r/node_modules/react/index.js']),
    'join.js': chunk('join.js', ['/r/client/join.tsx'], ['react.js', 'button.js'], ['join.css']),
    'button.js': chunk('button.js', ['/r/client/button.tsx'], ['react.js']),
    'board.js': chunk('board.js', ['/r/client/board.tsx'], ['react.js']),
  }
  const { files, missing } = filesOf(output, ['client/main.tsx', 'client/join.tsx'])
  expect([...files].sort()).toEqual(['button.js', 'join.css', 'join.js', 'main.css', 'main.js', 'react.js'])
  expect(missing).toEqual([])
  expect(filesOf(output, ['client/gone.tsx']).missing).toEqual(['client/gone.tsx'])
})

test('a page weighs the words that are fetched beside its parts', () => {
  const sources = new Map([
    [
      'client/app/App.tsx',
      `const Area = lazyPage(async () => (await import('./Area.tsx')).Area, ['team'])
       const Help = lazyPage(async () => (await import('../features/Help.tsx')).Help, ['help'])`,
    ],
    [
      'client/app/Area.tsx',
      `const loadBoard = async () => (await import('../features/Board.tsx')).Board
       const Board = lazyPage(loadBoard, ['goals', 'team'])`,
    ],
  ])
  const page = {
    name: 'goals',
    maxKb: 1,
    modules: ['client/app/App.tsx', 'client/app/Area.tsx', 'client/features/Board.tsx'],
  }
  expect(sectionsOf(page, sources)).toEqual(['common', 'team', 'goals'])
})

test('the build fails when a page is too heavy on first load, and names it [FL1]', () => {
  const noise = Array.from({ length: 40_000 }, (_, index) => ((index * 2_654_435_761) >>> 0).toString(36)).join('')
  const output = {
    'a.js': { ...chunk('a.js', ['/r/client/a.tsx', '/r/shared/locale/nb/common.ts']), code: noise },
    'b.js': chunk('b.js', ['/r/client/b.tsx']),
  }
  const told: string[] = []
  const context = {
    info: (line: string) => void told.push(line),
    error: (line: string) => void told.push(`failed: ${line}`),
  }
  const { writeBundle } = budget([
    { name: 'heavy', maxKb: 2, modules: ['client/a.tsx'] },
    { name: 'light', maxKb: 1_000, modules: ['client/b.tsx'] },
  ])
  if (typeof writeBundle !== 'function') throw new Error('no writeBundle')
  Reflect.apply(writeBundle, context, [{}, output])
  expect(told).toEqual([
    expect.stringMatching(/^First load, heavy: \d+\.\d KB gzip in 1 files \(budget 2 KB\)$/),
    expect.stringContaining('First load, light'),
    'failed: Too heavy on first load: heavy',
  ])
})

test('the way in, help and a phone that follows have 130 KB, any other page 220 [FL1]', () => {
  const most = Object.fromEntries(pages.map(({ name, maxKb }) => [name, maxKb]))
  expect(most).toMatchObject({ join: 130, privacy: 130, help: 130, follow: 130 })
  expect(Math.max(...Object.values(most))).toBeLessThanOrEqual(220)
})
