import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { StartFailure } from '../../../server/store/start-failure.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

function open(folder: string) {
  return openSqlite({ folder, clock: systemClock })
}

function hashes(folder: string): Record<string, string> {
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
  return Object.fromEntries(readdirSync(folder).map((file) => [file, hash(file)]))
}

test('[ST17] the folder is made, for its owner only', async () => {
  const folder = join(temporaryFolder(), 'deep', 'down')
  await openInTest(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const file of readdirSync(folder))
    expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600])
})

test('[ST14] one folder is opened once, also within a process, and again after closing', async () => {
  const folder = temporaryFolder()
  const first = await open(folder)
  await expect(open(folder)).rejects.toMatchObject({ kind: 'folderInUse' })
  await first.directory.putSetting('still', 'here')
  await first.close()
  const second = await openInTest(folder)
  expect(await second.directory.setting('still')).toBe('here')
})

test('[ST15] a newer version is refused and no file changes', async () => {
  const folder = temporaryFolder()
  await (await open(folder)).close()
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  db.exec('PRAGMA user_version = 1000')
  db.close()
  const before = hashes(folder)
  const failure = await open(folder).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StartFailure)
  expect(failure).toMatchObject({ kind: 'newerVersion', folder })
  expect(hashes(folder)).toEqual(before)
})

test('[ST16] a file in the way of the folder, or a place where none can be made', async () => {
  const folder = temporaryFolder()
  writeFileSync(folder, 'a file')
  await expect(open(folder)).rejects.toMatchObject({ kind: 'folderNotWritable' })
  await expect(open(join(folder, 'below'))).rejects.toMatchObject({ kind: 'folderNotWritable' })
  expect(readFileSync(folder, 'utf8')).toBe('a file')
  rmSync(folder)
  await openInTest(folder)
})

test('[ST16] a folder in the way of the database file', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'samtavle.db'), { recursive: true })
  await expect(open(folder)).rejects.toMatchObject({ kind: 'folderNotWritable' })
})

test('[ST16] a file that is no database is refused as it is, and the folder is free again', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder)
  const file = join(folder, 'samtavle.db')
  writeFileSync(file, 'shopping list\n'.repeat(500))
  await expect(open(folder)).rejects.toMatchObject({ kind: 'storeBroken' })
  expect(readFileSync(file, 'utf8')).toBe('shopping list\n'.repeat(500))
  rmSync(file)
  await openInTest(folder)
  expect(readdirSync(dirname(folder))).toEqual(['data'])
})
