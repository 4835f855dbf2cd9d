import { expect, test } from 'vitest'
import { filesOf } from '../../../client/build/budget.ts'

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
