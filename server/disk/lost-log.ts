import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncPath } from '../sync-path.ts'

/** There while a server runs on the folder; whoever finds it when nobody does knows that the last one did not end in order. */
const markName = 'running'
const logName = 'samtavle.db-wal'
const databaseName = 'samtavle.db'

/**
 * Whether the database's write-ahead file was taken away after a server that did not end in order: what was written last
 * was in it alone. Ask before the database is opened.
 */
export function hasLostLog(folder: string): boolean {
  const has = (name: string) => existsSync(join(folder, name))
  return has(markName) && has(databaseName) && !has(logName)
}

/** Marks the folder as being written in. Call once it is ours. */
export async function markRunning(folder: string): Promise<void> {
  await (await open(join(folder, markName), 'a', 0o600)).close()
  await syncPath(folder, 'folder')
}

/** The database was closed in order: its write-ahead file is empty and may be gone. */
export async function unmarkRunning(folder: string): Promise<void> {
  await rm(join(folder, markName), { force: true })
}

/** What the person at the terminal is told. */
export function lostLogSentence(folder: string): string {
  return (
    `Samtavle was not stopped in order last time, and since then ${logName} was taken out of ${folder}: what was ` +
    'written last may be missing. Devices that still have it send it again when they connect. Check the rest with npm run verify.'
  )
}
