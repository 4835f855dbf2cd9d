import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

const encode = (value: string) => new TextEncoder().encode(value)

/** A closed folder with two documents of three rows each. */
async function written(): Promise<string> {
  const folder = temporaryFolder()
  const { store, directory, close } = await openInTest(folder)
  const documents = ['team:a', 'team:b'].map((id) => ({ id, epoch: 'e', snapshot: encode(`snapshot of ${id}`) }))
  await directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  for (const documentId of ['team:a', 'team:b']) {
    for (const part of ['one', 'two', 'three']) {
      await store.append({ documentId, epoch: 'e', update: encode(`${documentId} ${part}`), sessionId: null, at: 1 })
    }
  }
  await close()
  return folder
}

function flipBit(folder: string, near: string): void {
  const file = join(folder, 'samtavle.db')
  const bytes = readFileSync(file)
  const place = bytes.indexOf(near)
  expect(place).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(place + 3) ^ 0b100, place + 3)
  writeFileSync(file, bytes)
}

function change(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  db.exec(sql)
  db.close()
}

const damages: [string, (folder: string) => void, { part: string; sequence: number }][] = [
  ['a flipped bit in a row', (folder) => flipBit(folder, 'team:a two'), { part: 'log', sequence: 2 }],
  [
    'a flipped bit in the snapshot',
    (folder) => flipBit(folder, 'snapshot of team:a'),
    { part: 'snapshot', sequence: 0 },
  ],
  [
    'a row that is gone',
    (folder) => change(folder, `DELETE FROM log WHERE document_id = 'team:a' AND sequence = 2`),
    { part: 'log', sequence: 2 },
  ],
  [
    'the last row gone',
    (folder) => change(folder, `DELETE FROM log WHERE document_id = 'team:a' AND sequence = 3`),
    { part: 'log', sequence: 3 },
  ],
  [
    'the row of another document in its place',
    (folder) =>
      change(
        folder,
        `UPDATE log SET (bytes, checksum) = (SELECT bytes, checksum FROM log WHERE document_id = 'team:b' AND sequence = 1)
         WHERE document_id = 'team:a' AND sequence = 1`,
      ),
    { part: 'log', sequence: 1 },
  ],
]

test.each(damages)('[ST13] %s is noticed and named; other documents open', async (_, damage, details) => {
  const folder = await written()
  damage(folder)
  const { store } = await openInTest(folder)
  await expect(store.open('team:a')).rejects.toMatchObject({
    code: 'storeFailed',
    details: { documentId: 'team:a', ...details },
  })
  expect((await store.open('team:b'))?.tail).toHaveLength(3)
})
