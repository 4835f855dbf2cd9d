import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'vitest'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const encode = (value: string) => new TextEncoder().encode(value)
export const decode = (value: Uint8Array | undefined) => new TextDecoder().decode(value)

/**
 * A closed folder with two documents of six rows each and snapshots of the first two and four; `team:a` has a version
 * of the first three.
 */
export async function writtenFolder(): Promise<string> {
  const folder = temporaryFolder()
  const { store, directory, close } = await openInTest(folder)
  const documents = ['team:a', 'team:b'].map((id) => ({ id, epoch: 'e', snapshot: encode(`${id} new`) }))
  await directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  for (const documentId of ['team:a', 'team:b']) {
    const rows = [1, 2, 3, 4, 5, 6].map((row) => {
      const update = encode(`${documentId} row ${row}`)
      return store.append({ documentId, epoch: 'e', update, sessionId: 's', at: row * 10 })
    })
    await Promise.all(rows)
    for (const sequence of [2, 4]) {
      await store.putSnapshot(documentId, 'e', sequence, encode(`${documentId} until ${sequence}`), encode('vector'))
    }
  }
  const version = { epoch: 'e', kind: 'auto', name: null, personId: null, at: 30, sequence: 3 } as const
  await store.saveVersion('team:a', { ...version, state: encode('team:a version of 3') })
  await close()
  return folder
}

/** On the disk itself, behind SQLite's back. The folder must be closed. */
export function flipBit(folder: string, near: string): void {
  const file = join(folder, 'samtavle.db')
  const bytes = readFileSync(file)
  const place = bytes.indexOf(near)
  expect(place).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(place + 3) ^ 0b100, place + 3)
  writeFileSync(file, bytes)
}

/** Makes the page on which something is continued lead nowhere. */
export function breakPage(folder: string, near: string): void {
  const file = join(folder, 'samtavle.db')
  const bytes = readFileSync(file)
  const place = bytes.indexOf(near)
  expect(place).toBeGreaterThan(0)
  bytes.writeUInt32BE(0xfffffff0, Math.floor(place / 4096) * 4096)
  writeFileSync(file, bytes)
}

/** As another program would. */
export function change(folder: string, ...statements: string[]): void {
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  for (const sql of statements) db.exec(sql)
  db.close()
}

/** What lies aside: `part sequence bytes`. */
export function setAside(folder: string): string[] {
  const db = new DatabaseSync(join(folder, 'samtavle.db'), { readOnly: true })
  const found = db
    .prepare(`SELECT part || ' ' || sequence || ' ' || CAST(bytes AS TEXT) AS it FROM damaged ORDER BY id`)
    .all()
  db.close()
  return found.map((row) => String(row['it']))
}
