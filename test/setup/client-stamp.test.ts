import { describe, expect, test } from 'vitest'
import { isBuilt, stampBuild, wantedStamp } from '../../scripts/setup/client-stamp.cjs'
import { temporaryProject, writeInto } from './temporary-project.ts'

function builtProject(): string {
  const root = temporaryProject()
  writeInto(root, 'client/main.tsx', 'one')
  writeInto(root, 'shared/roles.ts', 'one')
  writeInto(root, 'client/dist/index.html', 'built')
  stampBuild(root, wantedStamp(root))
  return root
}

describe('the pages are built anew', () => {
  test.each(['client/main.tsx', 'client/new.css', 'shared/roles.ts', 'vite.config.ts', 'package-lock.json'])(
    'when %s changes',
    (file) => {
      const root = builtProject()
      expect(isBuilt(root)).toBe(true)
      writeInto(root, file, 'two')
      expect(isBuilt(root)).toBe(false)
    },
  )

  test.each(['server/main.ts', 'test/a.test.ts', 'client/dist/assets/a.js'])('not when %s changes', (file) => {
    const root = builtProject()
    writeInto(root, file, 'two')
    expect(isBuilt(root)).toBe(true)
  })
})
