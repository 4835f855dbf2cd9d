import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { rowChecksum } from '../../../server/store/sqlite/checksum.ts'
import { schemaStep1 } from '../../../server/store/sqlite/schema-step-1.ts'
import { schemaStep2 } from '../../../server/store/sqlite/schema-step-2.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

const encode = (value: string) => new TextEncoder().encode(value)

/** A folder as an older version left it: a document with a snapshot of two rows, and three rows. */
function oldFolder(steps: readonly string[]): string {
  const folder = temporaryFolder()
  mkdirSync(folder)
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  db.exec('PRAGMA journal_mode = WAL')
  for (const step of steps) db.exec(step)
  db.exec(`PRAGMA user_version = ${steps.length}; INSERT INTO documents VALUES ('team:a', 'e', 3, 1)`)
  const snapshot = encode('one two')
  db.prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)').run(
    ...(['team:a', 2, snapshot, rowChecksum('team:a', 2, snapshot), 5] as const),
  )
  for (const [index, part] of ['one', 'two', 'three'].entries()) {
    const sum = rowChecksum('team:a', index + 1, encode(part))
    db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, NULL, 4)').run('team:a', index + 1, encode(part), sum)
  }
  db.exec(`INSERT INTO superfluous VALUES ('team:a', 2, 5); INSERT INTO settings VALUES ('kept', 'yes')`)
  db.close()
  return folder
}

test.each([
  ['the first version', [schemaStep1]],
  ['the second version', [schemaStep1, schemaStep2]],
])('[ST20] a folder of %s is opened with everything in it, and written on', async (_, steps) => {
  const { store, directory } = await openInTest(oldFolder(steps))
  expect(await directory.setting('kept')).toBe('yes')
  expect(await store.open('team:a')).toEqual({
    epoch: 'e',
    snapshot: encode('one two'),
    snapshotSequence: 2,
    stateVector: null,
    tail: [{ sequence: 3, update: encode('three'), sessionId: null, at: 4 }],
    lastSequence: 3,
    tidied: { version: 0, at: 0 },
    damage: [],
  })
  const update = encode('four')
  expect(await store.append({ documentId: 'team:a', epoch: 'e', update, sessionId: null, at: 6 })).toBe(4)
  await store.putSnapshot('team:a', 'e', 4, encode('all'), encode('vector'))
  expect(await store.open('team:a')).toMatchObject({ stateVector: encode('vector'), tail: [] })
})
