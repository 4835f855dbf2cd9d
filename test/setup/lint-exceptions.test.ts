import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from '../../scripts/checks/source-files.cjs'

const root = join(import.meta.dirname, '..', '..')
const folders = ['client', 'server', 'shared', 'scripts', 'test']

// In two parts, so that it does not find itself.
const exception = new RegExp(`(?:ox|es)lint${'-disable'}`)

test('every exception from a lint rule says why', () => {
  const without = sourceFiles(root, folders, /\.[cm]?[jt]sx?$/).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => exception.test(line) && !line.includes(' -- '))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(without).toEqual([])
})
