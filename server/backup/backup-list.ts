import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncPath } from '../sync-path.ts'

/** One backup that was made of this data folder and checked. `at` is ms since 1970: what it holds is older. */
export type Backup = { path: string; at: number; bytes: number }

/** Beside the database and not in it: the server is the only one that writes there, also while a backup is made. */
export const backupListName = 'backups.jsonl'

/**
 * Every backup known to have been made of this folder, oldest first: a purge tells which of them still hold what was
 * purged. A file may have been moved or deleted since. A line that can't be read (a full disk cut it) is left out.
 */
export async function readBackups(folder: string): Promise<Backup[]> {
  const text = await readFile(join(folder, backupListName), 'utf8').catch(() => '')
  return text.split('\n').flatMap(readLine)
}

/** Adds to the list, on disk when it resolves. */
export async function addBackups(folder: string, backups: readonly Backup[]): Promise<void> {
  const file = await open(join(folder, backupListName), 'a', 0o600)
  try {
    // The empty line before it ends one that was cut.
    await file.appendFile(backups.map((backup) => `\n${JSON.stringify(backup)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
  await syncPath(folder, 'folder')
}

function readLine(line: string): Backup[] {
  try {
    const { path, at, bytes } = JSON.parse(line) as Partial<Backup>
    return typeof path === 'string' && typeof at === 'number' && typeof bytes === 'number' ? [{ path, at, bytes }] : []
  } catch {
    return []
  }
}
