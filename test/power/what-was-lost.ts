import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as Y from 'yjs'
import { verifyDatabase } from '../../server/backup/verify.ts'
import { allCalls } from '../../server/store/sqlite/all-calls.ts'
import { openDatabase } from '../../server/store/sqlite/open-database.ts'

/** What a server had promised when the power went: edits by document, and rows by table. */
export type Promised = { edits: ReadonlyMap<string, ReadonlySet<string>>; rows: readonly string[] }

/**
 * Puts files as a power cut left them in an empty folder, opens it as a server does when it starts, and tells in words
 * everything that is not as it was promised. Empty: nothing was lost.
 */
export function whatWasLost(folder: string, files: ReadonlyMap<string, Uint8Array>, promised: Promised): string[] {
  writeImage(folder, files)
  let opened: ReturnType<typeof openDatabase>
  try {
    opened = openDatabase(folder)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
    return [`the folder does not open: ${String(error)} ${cause}`]
  }
  try {
    return lostIn(opened.db, folder, promised)
  } catch (error) {
    return [`the store fails: ${String(error)}`]
  } finally {
    opened.close()
  }
}

/** Makes the folder anew with these files, each by the last part of its path. */
export function writeImage(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  for (const [path, bytes] of files) {
    // Shared memory is on no disk; whatever stands in its file afterwards must be no harm.
    const content = path.endsWith('-shm') ? Buffer.alloc(32_768, 0xa5) : bytes
    writeFileSync(join(folder, basename(path)), content)
  }
}

function lostIn(db: ReturnType<typeof openDatabase>['db'], folder: string, { edits, rows }: Promised): string[] {
  const { documents, tables, key } = verifyDatabase(db, keyIn(folder))
  const calls = allCalls(db)
  const lost = [
    ...tables,
    ...documents.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`)),
    ...(key === 'lost' || key === 'wrong' ? [`the key is ${key}`] : []),
  ]
  for (const [documentId, keys] of edits) {
    const stored = calls.open(documentId)
    if (!stored) {
      lost.push(`${documentId} is not there`)
      continue
    }
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const update of [stored.snapshot, ...stored.tail.map((row) => row.update)]) Y.applyUpdate(doc, update)
    })
    const there = doc.getMap('edits')
    const missing = [...keys].filter((each) => !there.has(each))
    if (missing.length > 0) lost.push(`${documentId}: ${missing.length} edits are lost, as ${missing[0]}`)
  }
  for (const row of rows) {
    const [table, id = ''] = row.split(' ')
    if (!db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id)) lost.push(`${row} is lost`)
  }
  return lost
}

function keyIn(folder: string): Uint8Array | null {
  try {
    return readFileSync(join(folder, 'samtavle.key'))
  } catch {
    return null
  }
}
