import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { oneAtATime } from '../../scripts/setup/one-at-a-time.cjs'
import { temporaryProject, writeInto } from './temporary-project.ts'

test('two set-ups in one folder follow each other', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const root = temporaryProject()
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await Promise.resolve()
    seen.push(`${name} ends`)
  }
  await Promise.all([oneAtATime(root, work('one')), oneAtATime(root, work('two'))])
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})

test('a set-up that failed lets the next one in', async () => {
  const root = temporaryProject()
  await expect(oneAtATime(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await oneAtATime(root, () => Promise.resolve('yes'))).toBe('yes')
})

test('a set-up that was killed does not hold up the next one', async () => {
  const root = temporaryProject()
  const noSuchProcess = 2 ** 22 + 1
  writeInto(root, '.cache/set-up.lock', String(noSuchProcess))
  expect(await oneAtATime(root, () => Promise.resolve('in'))).toBe('in')
  expect(fs.existsSync(path.join(root, '.cache', 'set-up.lock'))).toBe(false)
})
