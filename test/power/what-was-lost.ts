import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { verifyDatabase } from '../../server/backup/verify.ts'
import { allCalls } from '../../server/store/sqlite/all-calls.ts'
import { openDatabase } from '../../server/store/sqlite/open-database.ts'
import { lostBackups } from './lost-backups.ts'
import { lostPurges, tracesLeft } from './lost-purges.ts'
import { lostVersions } from './lost-versions.ts'
import type { Promised } from './promised.ts'
import { editsIn } from './edits-in.ts'
import { ofKind } from './told.ts'

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
    if (!allCalls(opened.db).cleanUp(Date.now())) return ['a purge that was begun can not be finished']
    const purges = lostPurges(opened.db, promised)
    // Of a folder in use: closing would tidy more away.
    const traces = tracesLeft(folder, purges.happened)
    return [...lostIn(opened.db, folder, promised), ...purges.lost, ...traces, ...lostBackups(folder, promised)]
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

function lostIn(db: ReturnType<typeof openDatabase>['db'], folder: string, promised: Promised): string[] {
  const { documents, tables, key } = verifyDatabase(db, keyIn(folder))
  const lost = [
    ...tables,
    ...documents.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`)),
    ...(key === 'lost' || key === 'wrong' ? [`the key is ${key}`] : []),
  ]
  for (const documentId of promised.edits.keys()) {
    const there = editsIn(db, documentId)
    const missing = promised.editsOf(documentId).filter((each) => !there?.has(each))
    if (missing.length > 0) lost.push(`${documentId}: ${missing.length} edits are lost, as ${missing[0]}`)
  }
  for (const { table, id } of ofKind(promised.told, 'row')) {
    if (!db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id)) lost.push(`${table} ${id} is lost`)
  }
  return [...lost, ...lostVersions(db, promised)]
}

function keyIn(folder: string): Uint8Array | null {
  return readdirSync(folder).includes('samtavle.key') ? readFileSync(join(folder, 'samtavle.key')) : null
}
