import { constants } from 'node:fs'
import { access, link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { keyFileName } from '../access/key.ts'
import { addBackups, readBackups } from './backup-list.ts'
import { readBackupInfo, writeBackupInfo } from './backup-info.ts'
import { readDatabase, reason } from './read-database.ts'
import { Refused } from './refused.ts'
import { syncPath } from '../sync-path.ts'
import { verifyDatabase, type Verdict } from './verify.ts'

export type BackUpResult = { file: string; bytes: number; verdict: Verdict; listed: boolean }

/**
 * Makes one consistent file of a data folder, also while a server runs on it: one moment of the database, and its key.
 * It has its name only when it is whole, checked and on disk; nothing that is there already is ever written over. A
 * folder that is damaged is backed up all the same, and the verdict says so.
 */
export async function backUp(args: { folder: string; file: string; now: number }): Promise<BackUpResult> {
  const folder = resolve(args.folder)
  const file = resolve(args.file)
  await refuseBadTarget(file)
  const key = await readKey(folder)
  const part = `${file}.part-${process.pid}`
  try {
    await copy(folder, part)
    writeBackupInfo(part, { at: args.now, key, earlier: await readBackups(folder) })
    await syncPath(part, 'file')
    const verdict = check(part, key)
    await give(part, file)
    await syncPath(dirname(file), 'folder')
    const { size: bytes } = await stat(file)
    const listed = await addBackups(folder, [{ path: file, at: args.now, bytes }]).then(
      () => true,
      () => false,
    )
    return { file, bytes, verdict, listed }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`The backup ${file} could not be made: ${reason(error)}.`, { cause: error })
  } finally {
    for (const leftover of [part, `${part}-journal`]) await rm(leftover, { force: true })
  }
}

async function refuseBadTarget(file: string): Promise<void> {
  if (await exists(file)) throw new Refused(`${file} is there already, and nothing is written over: give another name.`)
  try {
    await access(dirname(file), constants.W_OK)
  } catch (cause) {
    throw new Refused(`The folder ${dirname(file)} is not there, or can't be written.`, { cause })
  }
}

async function readKey(folder: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, keyFileName))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Refused(`The key file in ${folder} can't be read: ${reason(error)}.`, { cause: error })
  }
}

/** Without free pages: what was deleted from the database is in no backup that was made afterwards. */
async function copy(folder: string, part: string): Promise<void> {
  await (await open(part, 'wx', 0o600)).close()
  const db = readDatabase(folder)
  try {
    // VACUUM wants a transaction of its own; it reads one moment too.
    db.exec('COMMIT')
    db.prepare('VACUUM INTO ?').run(part)
  } finally {
    db.close()
  }
}

function check(part: string, key: Uint8Array | null): Verdict {
  const db = readDatabase(part)
  try {
    const stored = readBackupInfo(db)
    if (!stored || !sameBytes(stored.key, key)) throw new Refused('The backup was written wrong: try another disk.')
    return verifyDatabase(db, key)
  } finally {
    db.close()
  }
}

/** Gives the finished file its name unless somebody took it meanwhile. */
async function give(part: string, file: string): Promise<void> {
  try {
    await link(part, file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // A memory stick's file system has no second names.
    if (code === 'EEXIST' || (await exists(file))) throw new Refused(`${file} is there already: give another name.`)
    await rename(part, file)
  }
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.from(a).equals(b)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
