import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { keyFileName } from '../access/key.ts'
import { databaseName } from '../store/sqlite/open-database.ts'
import { addBackups } from './backup-list.ts'
import { readBackupInfo, removeBackupInfo, type BackupInfo } from './backup-info.ts'
import { readDatabase, reason } from './read-database.ts'
import { Refused } from './refused.ts'
import { syncPath } from '../sync-path.ts'
import { isWhole, verifyDatabase, type Verdict } from './verify.ts'

export type RestoreResult = { folder: string; at: number; verdict: Verdict }

/** Files have this at the end of their names until all of them are on disk. */
const unfinished = '.restoring'

/**
 * Makes a data folder of a backup that was checked first. Only where nothing is: a folder that holds anything is refused
 * and left as it is. The database gets its name last, so a restore that was cut short is no data folder, and can be
 * begun again.
 */
export async function restore(args: { file: string; folder: string; evenDamaged?: boolean }): Promise<RestoreResult> {
  const file = resolve(args.file)
  const folder = resolve(args.folder)
  const { info, verdict } = examine(file)
  if (!isWhole(verdict) && !args.evenDamaged) {
    throw new Refused(
      `${file} is damaged (npm run verify -- FILE says where): take another backup, or add --even-damaged to get what it has.`,
    )
  }
  const made = await makeFolder(folder)
  try {
    await write(file, folder, info)
    return { folder, at: info.at, verdict }
  } catch (error) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (name.includes(unfinished)) await rm(join(folder, name), { force: true })
    }
    if (made) await rm(folder, { recursive: true, force: true })
    throw new Refused(`The backup could not be put in ${folder}: ${reason(error)}.`, { cause: error })
  }
}

function examine(file: string): { info: BackupInfo; verdict: Verdict } {
  const db = readDatabase(file)
  try {
    const info = readBackupInfo(db)
    if (!info) throw new Refused(`${file} is no backup made by npm run backup.`)
    return { info, verdict: verifyDatabase(db, info.key) }
  } finally {
    db.close()
  }
}

/** Resolves to whether it was made now. What a restore that was cut short left behind counts as nothing. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 })
    if (made !== undefined) await syncPath(dirname(made), 'folder')
    const names = await readdir(folder)
    const inTheWay = names.find((name) => !name.includes(unfinished))
    if (inTheWay === undefined) return made !== undefined
    throw new Refused(
      `The folder ${folder} is not empty (${inTheWay}), and nothing is written over: choose another with --data.`,
    )
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`The folder ${folder} can't be made or read: ${reason(error)}.`, { cause: error })
  }
}

async function write(file: string, folder: string, info: BackupInfo): Promise<void> {
  const at = (name: string) => join(folder, name)
  const database = at(databaseName + unfinished)
  await pipeline(createReadStream(file), createWriteStream(database, { mode: 0o600 }))
  removeBackupInfo(database)
  await syncPath(database, 'file')
  if (info.key) await put(at(keyFileName + unfinished), info.key)
  const { size: bytes } = await stat(file)
  if (info.key) await rename(at(keyFileName + unfinished), at(keyFileName))
  // What was purged after this backup was made is in it again, and in those before it.
  await addBackups(folder, [...info.earlier, { path: file, at: info.at, bytes }])
  await syncPath(folder, 'folder')
  await rename(database, at(databaseName))
  await syncPath(folder, 'folder')
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
